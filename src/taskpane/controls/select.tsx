import {
  makeStyles,
  mergeClasses,
  tokens,
  useFieldControlProps_unstable,
} from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  select: {
    boxSizing: "border-box",
    minWidth: 0,
    maxWidth: "100%",
    height: "32px",
    padding: "0 6px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    textOverflow: "ellipsis",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    "&[aria-invalid=true]": { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  },
  small: { height: "24px", fontSize: tokens.fontSizeBase200 },
});

export interface SelectProps extends Omit<ComponentProps<"select">, "onChange" | "size"> {
  readonly size?: "small";
  readonly onChoose: (value: string) => void;
}

/** One of a few, by the browser's own control; in a `Field` it takes label, hint and error from there. */
export function Select({ size, className, onChoose, ...props }: SelectProps) {
  const styles = useStyles();
  const control = useFieldControlProps_unstable(props, {
    supportsLabelFor: true,
    supportsRequired: true,
  });
  return (
    <select
      {...control}
      className={mergeClasses(styles.select, size === "small" && styles.small, className)}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}
