import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  button: {
    minHeight: "24px",
    padding: "2px 0",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: "inherit",
    textAlign: "start",
    textDecorationLine: "underline",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForegroundLinkHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** A button that reads like a link: it leads somewhere and changes nothing. */
export function TextButton({ className, ...props }: ComponentProps<"button">) {
  const styles = useStyles();
  return <button {...props} type="button" className={mergeClasses(styles.button, className)} />;
}
