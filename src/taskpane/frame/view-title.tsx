import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    ":focus": { outline: "none" },
  },
});

/** The heading of a view. */
export function ViewTitle({ className, ...props }: ComponentProps<"h1">) {
  const styles = useStyles();
  return <h1 {...props} className={mergeClasses(styles.title, className)} />;
}
