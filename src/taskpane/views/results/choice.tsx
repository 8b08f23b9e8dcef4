import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Text } from "../../../language";
import { useSpoken } from "../../frame/spoken";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexWrap: "wrap",
    gap: "0 16px",
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0 },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  option: { display: "flex", alignItems: "center", gap: "6px", minHeight: "28px" },
  radio: {
    width: "16px",
    height: "16px",
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
  },
});

export interface ChoiceProps<Value extends string> {
  readonly legend: Text;
  /** The legend is for screen readers only. */
  readonly legendHidden?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: Text }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, legendHidden = false, options, value, onChange } = props;
  const styles = useStyles();
  const say = useSpoken();
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={legendHidden ? styles.hidden : styles.legend}>{say(legend)}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {say(option.label)}
        </label>
      ))}
    </fieldset>
  );
}
