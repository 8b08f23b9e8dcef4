import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";
import { useControlLook, useFieldControl } from "./control-look";

const useStyles = makeStyles({
  area: {
    width: "100%",
    padding: "6px 10px",
    lineHeight: tokens.lineHeightBase300,
    resize: "vertical",
  },
});

export interface TextAreaProps extends Omit<ComponentProps<"textarea">, "onChange"> {
  readonly onText: (text: string) => void;
}

/** A text of several lines, by the browser's own control; in a `Field` it takes label, hint and error from there. */
export function TextArea({ onText, ...props }: TextAreaProps) {
  const { control: look } = useControlLook();
  const styles = useStyles();
  const control = useFieldControl(props);
  return (
    <textarea
      {...control}
      className={mergeClasses(look, styles.area)}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
