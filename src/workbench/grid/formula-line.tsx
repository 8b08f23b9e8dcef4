import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { cellAddress, columnIndex, MAX_COLUMNS, MAX_ROWS } from "../../address";
import { fill, type Language, type Text, verbatim } from "../../language";
import type { Cell } from "../work";
import { GRID } from "./words";

const useStyles = makeStyles({
  line: {
    position: "relative",
    flex: "none",
    display: "grid",
    gridTemplateColumns: "84px 1fr",
    gap: "2px 8px",
    padding: "4px 8px",
    alignItems: "center",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
  },
  name: {
    font: "inherit",
    minHeight: "24px",
    boxSizing: "border-box",
    width: "100%",
    padding: "0 4px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  content: {
    minHeight: "24px",
    lineHeight: "24px",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  second: { gridColumn: "1 / -1", display: "flex", gap: "8px", minWidth: 0, height: "24px" },
  about: {
    flex: "1 1 0",
    minWidth: 0,
    lineHeight: "24px",
    color: tokens.colorNeutralForeground2,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

export interface FormulaLineProps {
  readonly active: Cell;
  /** Formula or value as it stands in the cell. */
  readonly content: string;
  /** What the cell is. */
  readonly about: string;
  /** Leads from the cell to the pane. */
  readonly link: ReactNode;
  readonly language: Language;
  readonly onJump: (cell: Cell) => void;
  readonly onRefuse: (why: Text) => void;
}

/** The line above the cells: address, formula or value, and what the cell is. */
export function FormulaLine(props: FormulaLineProps) {
  const { active, content, about, link, language, onJump, onRefuse } = props;
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const address = cellAddress(active.row, active.column);
  const jump = (): void => {
    const found = /^\s*\$?([A-Za-z]{1,3})\$?(\d{1,7})\s*$/.exec(typed ?? "");
    const [, letters = "", digits = ""] = found ?? [];
    const cell = { row: Number(digits) - 1, column: columnIndex(letters) };
    const inside =
      found !== null && cell.row >= 0 && cell.row < MAX_ROWS && cell.column < MAX_COLUMNS;
    if (inside) onJump(cell);
    else onRefuse(fill(GRID.noSuchCell, verbatim(typed ?? "")));
    setTyped(undefined);
  };
  return (
    <div className={styles.line}>
      <input
        className={styles.name}
        aria-label={GRID.nameBox[language]}
        value={typed ?? address}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(undefined)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && typed !== undefined) jump();
          if (event.key === "Escape") setTyped(undefined);
        }}
      />
      <div
        className={styles.content}
        aria-label={GRID.content[language]}
        role="note"
        title={content}
      >
        {content}
      </div>
      <div className={styles.second}>
        <div className={styles.about} title={about}>
          {about}
        </div>
        {link}
      </div>
    </div>
  );
}
