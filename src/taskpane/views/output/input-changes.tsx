import { fill, type Text, verbatim } from "../../../language";
import type { InputChange } from "../../../sheets/output-changes";
import { useFigures } from "../../frame/figures";
import { useLanguage, useSpoken } from "../../frame/spoken";
import { writeValue } from "../../frame/values";
import { useOutputStyles } from "./styles";
import { OUTPUT } from "./words";

/** So many are shown at once; the rest stands behind a click. */
const SHOWN = 12;

/** Inputs that will be written otherwise than last time, old and new. */
export function InputChanges({ inputs }: { readonly inputs: readonly InputChange[] }) {
  const styles = useOutputStyles();
  const say = useSpoken();
  const changed = inputs.filter(({ kind }) => kind === "changed");
  const added = inputs.filter(({ kind }) => kind === "added");
  const removed = inputs.filter(({ kind }) => kind === "removed");
  const rest = changed.slice(SHOWN);
  return (
    <section aria-labelledby="output-inputs">
      <h2 id="output-inputs">{say(OUTPUT.inputs)}</h2>
      <p className={styles.hint}>{say(OUTPUT.inputsWhy)}</p>
      <Items inputs={changed.slice(0, SHOWN)} />
      {rest.length > 0 && <More one={OUTPUT.more} many={OUTPUT.more} inputs={rest} />}
      {added.length > 0 && <More one={OUTPUT.addedOne} many={OUTPUT.added} inputs={added} />}
      {removed.length > 0 && (
        <More one={OUTPUT.removedOne} many={OUTPUT.removed} inputs={removed} />
      )}
    </section>
  );
}

interface MoreProps {
  readonly one: Text;
  /** With the number of inputs in it. */
  readonly many: Text;
  readonly inputs: readonly InputChange[];
}

function More({ one, many, inputs }: MoreProps) {
  const styles = useOutputStyles();
  const say = useSpoken();
  return (
    <details className={styles.more}>
      <summary>{say(fill(inputs.length === 1 ? one : many, String(inputs.length)))}</summary>
      <Items inputs={inputs} />
    </details>
  );
}

function Items({ inputs }: { readonly inputs: readonly InputChange[] }) {
  const styles = useOutputStyles();
  const say = useSpoken();
  const language = useLanguage();
  const figures = useFigures();
  if (inputs.length === 0) return undefined;
  return (
    <ul className={styles.list}>
      {inputs.map(({ kind, label, scenario, unit, year, before, after }, index) => {
        const write = (value: typeof before): string => writeValue(value, unit, language, figures);
        const change =
          kind === "changed"
            ? say(fill(OUTPUT.change, verbatim(write(before)), verbatim(write(after))))
            : kind === "added"
              ? write(after)
              : undefined;
        return (
          <li key={index} className={styles.item}>
            {say(label)}
            {year !== undefined && ` ${String(year)}`}
            {scenario !== undefined && ` (${say(scenario)})`}
            {change !== undefined && (
              <>
                : <span className={styles.values}>{change}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
