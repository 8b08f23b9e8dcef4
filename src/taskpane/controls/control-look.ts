import { makeStyles, tokens, useFieldControlProps_unstable } from "@fluentui/react-components";

/** The look that the browser's own controls share with Fluent's beside them. */
export const useControlLook = makeStyles({
  control: {
    boxSizing: "border-box",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    "&[aria-invalid=true]": { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  },
});

/** What a control takes from the `Field` it stands in: label, hint, error. */
export function useFieldControl<Props extends object>(props: Props): Props {
  return useFieldControlProps_unstable(props, { supportsLabelFor: true, supportsRequired: true });
}
