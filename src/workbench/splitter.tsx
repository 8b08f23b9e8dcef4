import { makeStyles, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, PointerEvent } from "react";
import type { Language } from "../language";
import { WORDS } from "./words";

/** Widths of the pane in pixels: it is made for 320, more than 600 helps nobody. */
const LEAST = 320;
const MOST = 600;
const STEP = 20;
export const USUAL_PANE_WIDTH = 420;

const useStyles = makeStyles({
  bar: {
    flex: "none",
    width: "8px",
    border: "none",
    padding: 0,
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground4,
    ":hover": { backgroundColor: tokens.colorNeutralBackground4Hover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
    "@media (forced-colors: active)": { backgroundColor: "ButtonBorder" },
  },
});

export interface SplitterProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
  readonly language: Language;
}

/** The border between grid and pane, moved by mouse, finger or arrow keys. */
export function Splitter({ width, onWidth, language }: SplitterProps) {
  const styles = useStyles();
  const set = (wanted: number): void =>
    onWidth(Math.round(Math.min(MOST, Math.max(LEAST, wanted))));
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: LEAST, End: MOST }[
      event.key
    ];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    set(document.documentElement.clientWidth - event.clientX);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={WORDS.splitter[language]}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={width}
      className={styles.bar}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
