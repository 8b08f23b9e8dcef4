import { makeStyles, tokens, useFieldControlProps_unstable } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  area: {
    boxSizing: "border-box",
    width: "100%",
    padding: "6px 10px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    resize: "vertical",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    "&[aria-invalid=true]": { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  },
});

export interface TextAreaProps extends Omit<ComponentProps<"textarea">, "onChange"> {
  readonly onText: (text: string) => void;
}

/** A text of several lines, by the browser's own control; in a `Field` it takes label, hint and error from there. */
export function TextArea({ onText, ...props }: TextAreaProps) {
  const styles = useStyles();
  const control = useFieldControlProps_unstable(props, {
    supportsLabelFor: true,
    supportsRequired: true,
  });
  return (
    <textarea
      {...control}
      className={styles.area}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
