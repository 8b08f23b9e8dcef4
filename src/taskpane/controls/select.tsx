import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";
import { useControlLook, useFieldControl } from "./control-look";

const useStyles = makeStyles({
  select: {
    minWidth: 0,
    maxWidth: "100%",
    height: "32px",
    padding: "0 6px",
    textOverflow: "ellipsis",
  },
  small: { height: "24px", fontSize: tokens.fontSizeBase200 },
});

export interface SelectProps extends Omit<ComponentProps<"select">, "onChange" | "size"> {
  readonly size?: "small";
  readonly onChoose: (value: string) => void;
}

/** One of a few, by the browser's own control; in a `Field` it takes label, hint and error from there. */
export function Select({ size, className, onChoose, ...props }: SelectProps) {
  const { control: look } = useControlLook();
  const styles = useStyles();
  const control = useFieldControl(props);
  return (
    <select
      {...control}
      className={mergeClasses(look, styles.select, size === "small" && styles.small, className)}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}
