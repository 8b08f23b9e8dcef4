import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { createContext, useContext } from "react";
import { useSpoken } from "../../frame/spoken";
import type { ShownFigure } from "../../engine";
import { RESULTS } from "./words";

/** Opens how a figure came about. */
export type ExplainFigure = (figure: ShownFigure) => void;

const ExplainContext = createContext<ExplainFigure | undefined>(undefined);

export const ExplainProvider = ExplainContext.Provider;

const useStyles = makeStyles({
  figure: {
    minHeight: "24px",
    minWidth: "24px",
    padding: "2px 0",
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "inherit",
    fontVariantNumeric: "tabular-nums",
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textUnderlineOffset: "3px",
    cursor: "pointer",
    ":hover": { textDecorationStyle: "solid" },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
});

export interface FigureButtonProps {
  readonly figure: ShownFigure;
  /** The figure as it is read. */
  readonly text: string;
  readonly className?: string | undefined;
}

/** A figure; clicked on, it tells how it came about. */
export function FigureButton({ figure, text, className }: FigureButtonProps) {
  const styles = useStyles();
  const say = useSpoken();
  const explain = useContext(ExplainContext);
  if (explain === undefined) return <span className={className}>{text}</span>;
  return (
    <button
      type="button"
      className={mergeClasses(styles.figure, className)}
      title={say(RESULTS.explain)}
      onClick={() => explain(figure)}
    >
      {text}
    </button>
  );
}
