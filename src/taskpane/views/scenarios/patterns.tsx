import { Button } from "@fluentui/react-components";
import { FIELD_LABELS } from "../../../model/field-labels";
import { DismissRegular } from "@fluentui/react-icons";
import { fill } from "../../../language";
import { TextField } from "../../fields";
import { useSpoken } from "../../frame/spoken";
import type { FieldForm } from "./form-types";
import { asRecord, asText } from "./read-values";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

interface PatternsProps {
  readonly path: string;
  readonly form: Extract<FieldForm, { readonly type: "patterns" }>;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

/** Longest code the model takes. */
const LONGEST = 60;

/**
 * Codes of budget lines. An entry without product and account would be all lines of the budget: until
 * one of them is given, the entry is a draft that the model check refuses.
 */
export function Patterns({ path, form, value, onValue }: PatternsProps) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const put = (index: number, part: "product" | "account", code: string | undefined): void => {
    const before = asRecord(asRecord(entries[index])["where"]);
    const product = part === "product" ? code : asText(before["product"]);
    const account = part === "account" ? code : asText(before["account"]);
    const where =
      product === undefined && account === undefined
        ? { product: null }
        : {
            ...(product === undefined ? {} : { product }),
            ...(account === undefined ? {} : { account }),
          };
    onValue(entries.map((entry, at) => (at === index ? { where } : entry)));
  };
  const remove = (index: number): void => {
    const others = entries.filter((_, at) => at !== index);
    onValue(others.length === 0 ? undefined : others);
  };
  return (
    <div className={styles.rows} role="group" aria-label={say(form.label)} data-field={path}>
      <span className={styles.legend}>{say(form.label)}</span>
      {form.note !== undefined && <p className={styles.faint}>{say(form.note)}</p>}
      {entries.map((entry, index) => {
        const where = asRecord(asRecord(entry)["where"]);
        return (
          <div key={index} className={styles.entry}>
            <TextField
              path={`${path}[${index}].where.product`}
              label={FIELD_LABELS.product}
              longest={LONGEST}
              required={where["product"] === null}
              value={asText(where["product"])}
              onValue={(code) => put(index, "product", code)}
            />
            <TextField
              path={`${path}[${index}].where.account`}
              label={FIELD_LABELS.account}
              longest={LONGEST}
              value={asText(where["account"])}
              onValue={(code) => put(index, "account", code)}
            />
            <Button size="small" icon={<DismissRegular />} onClick={() => remove(index)}>
              {say(fill(SCENARIOS.remove, form.label))}
            </Button>
          </div>
        );
      })}
      <div className={styles.actions}>
        <Button size="small" onClick={() => onValue([...entries, { where: { product: null } }])}>
          {say(form.add)}
        </Button>
      </div>
    </div>
  );
}
