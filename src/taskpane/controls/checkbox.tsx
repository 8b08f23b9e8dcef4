import { makeStyles, tokens, useFieldControlProps_unstable } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  label: {
    display: "flex",
    alignItems: "flex-start",
    gap: "8px",
    minHeight: "24px",
    padding: "2px 0",
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    cursor: "pointer",
  },
  box: {
    flex: "none",
    width: "16px",
    height: "16px",
    margin: "2px 4px",
    accentColor: tokens.colorCompoundBrandBackground,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "onChange"> {
  readonly label: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

/** Yes or no, by the browser's own control with its label beside it. */
export function Checkbox({ label, onCheck, ...props }: CheckboxProps) {
  const styles = useStyles();
  const control = useFieldControlProps_unstable(props, { supportsRequired: true });
  return (
    <label className={styles.label}>
      <input
        {...control}
        type="checkbox"
        className={styles.box}
        onChange={(event) => onCheck(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
