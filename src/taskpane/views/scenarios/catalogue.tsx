import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import { Select } from "../../controls/select";
import { useEngine } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { fill } from "../../../language";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

/** The products of the catalogue, to be taken over by name; their prices are the user's to give. */
export function Catalogue({
  taken,
  onProduct,
}: {
  readonly taken: readonly string[];
  readonly onProduct: (name: string) => void;
}) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const id = useId();
  const catalogue = useEngine()?.CATALOGUE;
  const [chosen, setChosen] = useState("");
  if (catalogue === undefined) return undefined;
  const free = catalogue.products.filter(({ name }) => !taken.includes(name));
  const product = free.find(({ name }) => name === chosen) ?? free[0];
  if (product === undefined) return undefined;
  return (
    <div className={styles.rows}>
      <label htmlFor={id}>{say(fill(SCENARIOS.catalogue, catalogue.source))}</label>
      <div className={styles.actions}>
        <Select
          id={id}
          size="small"
          className={styles.select}
          value={product.name}
          onChoose={setChosen}
        >
          {catalogue.groups.map((group) => (
            <optgroup key={group.id} label={say(group.name)}>
              {free
                .filter((one) => one.group === group.id)
                .map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
        <Button size="small" onClick={() => onProduct(product.name)}>
          {say(SCENARIOS.add)}
        </Button>
      </div>
    </div>
  );
}
