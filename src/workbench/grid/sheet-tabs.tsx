import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { fill, type Language, verbatim } from "../../language";
import type { SheetEntry } from "../../workbook/port";
import { GRID } from "./words";

const useStyles = makeStyles({
  tabs: {
    flex: "none",
    display: "flex",
    overflowX: "auto",
    scrollbarWidth: "thin",
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  tab: {
    flex: "none",
    minHeight: "28px",
    padding: "2px 12px",
    border: "none",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "pre",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  front: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottomColor: tokens.colorBrandStroke1,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  hidden: { fontStyle: "italic" },
});

export interface SheetTabsProps {
  readonly sheets: readonly SheetEntry[];
  readonly front: string;
  readonly onOpen: (name: string) => void;
  readonly language: Language;
  /** Id of the part of the page that shows the sheet. */
  readonly controls: string;
}

/** The tabs of the sheets; hidden sheets stand among them and are said to be hidden. */
export function SheetTabs({ sheets, front, onOpen, language, controls }: SheetTabsProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current
      ?.querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [front]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = sheets.findIndex(({ name }) => name === front);
    const next = {
      ArrowRight: Math.min(sheets.length - 1, at + 1),
      ArrowLeft: Math.max(0, at - 1),
      Home: 0,
      End: sheets.length - 1,
    }[event.key];
    const sheet = next === undefined ? undefined : sheets[next];
    if (next === undefined || sheet === undefined) return;
    event.preventDefault();
    onOpen(sheet.name);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={GRID.sheets[language]}
      className={styles.tabs}
      onKeyDown={onKeyDown}
    >
      {sheets.map(({ name, hidden }) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === front}
          aria-controls={controls}
          tabIndex={name === front ? 0 : -1}
          className={mergeClasses(
            styles.tab,
            name === front && styles.front,
            hidden && styles.hidden,
          )}
          onClick={() => onOpen(name)}
        >
          {hidden ? fill(GRID.hidden, verbatim(name))[language] : name}
        </button>
      ))}
    </div>
  );
}
