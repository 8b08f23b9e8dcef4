import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type ReactNode } from "react";
import { cellAddress } from "../../address";
import type { Language } from "../../language";
import type { CellArea, CellLook, SheetView } from "../../workbook/package";
import { linkAt, mergeAt } from "./cell-index";
import { fontOf, GRID_LINE, letterSize, PAPER, textWidth } from "./cell-style";
import { type CellText, cellText } from "./cell-text";
import { alignment, lookClass } from "./look-classes";
import { isEmpty } from "./moves";
import { shorterNumbers } from "./shorter-numbers";
import { GRID } from "./words";

/** A column with its place in pixels from the left edge of the sheet. */
export interface ColumnSlot {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

/** Air between a cell's edges and its text, in pixels, both sides together. */
const AIR = 6;
/** Figures may come closer to the edges, as in Excel, before they are replaced by signs. */
const LEAST_AIR = 2;
/** No letter is wider than this multiple of its size. */
const WIDEST = 1;

const useStyles = makeStyles({
  row: { position: "absolute", left: 0, display: "flex", boxSizing: "border-box" },
  lined: { borderBottom: `1px solid ${GRID_LINE}` },
  head: {
    position: "sticky",
    left: 0,
    zIndex: 4,
    flex: "none",
    boxSizing: "border-box",
    textAlign: "center",
    overflow: "hidden",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  activeHead: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3Selected,
    borderRight: `2px solid ${tokens.colorBrandStroke1}`,
  },
  frozen: {
    position: "sticky",
    zIndex: 2,
    flex: "none",
    height: "100%",
    backgroundColor: PAPER,
    boxShadow: `1px 0 0 ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    position: "absolute",
    top: 0,
    height: "100%",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    overflow: "hidden",
    paddingLeft: "3px",
    paddingRight: "3px",
    cursor: "cell",
  },
  line: {
    position: "absolute",
    top: 0,
    height: "100%",
    boxSizing: "border-box",
    borderRight: `1px solid ${GRID_LINE}`,
  },
  link: { cursor: "pointer" },
  active: {
    zIndex: 2,
    outline: "2px solid #107c41",
    outlineOffset: "-1px",
    "@media (forced-colors: active)": { outlineColor: "Highlight" },
  },
  shown: {
    backgroundImage: "linear-gradient(rgba(16, 124, 65, 0.14), rgba(16, 124, 65, 0.14))",
    "@media (forced-colors: active)": { outline: "1px dashed Highlight", outlineOffset: "-1px" },
  },
  editing: { overflow: "visible" },
  over: { zIndex: 1, overflow: "visible" },
  whole: { overflow: "visible" },
  // Over the lines of the rows it reaches into.
  merged: { zIndex: 1, backgroundColor: PAPER },
  spilled: { backgroundColor: PAPER },
});

type Styles = ReturnType<typeof useStyles>;

export interface GridRowProps {
  readonly view: SheetView;
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly headWidth: number;
  readonly totalWidth: number;
  readonly frozenColumns: readonly ColumnSlot[];
  readonly bodyColumns: readonly ColumnSlot[];
  readonly language: Language;
  /** Column of the active cell, -1 where it is in another row. */
  readonly active: number;
  readonly firstShown: number;
  readonly lastShown: number;
  readonly editor: ReactNode;
}

/** One row of a sheet: its number, its frozen cells, its other cells. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { view, row, top, height, headWidth, totalWidth, frozenColumns, bodyColumns, active } =
    props;
  const styles = useStyles();
  if (height === 0) return undefined;
  const frozenWidth = frozenColumns.reduce((sum, { size }) => sum + size, 0);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      data-row={row}
      className={view.gridLines ? mergeClasses(styles.row, styles.lined) : styles.row}
      style={{ top, height, width: totalWidth }}
    >
      <div
        role="rowheader"
        className={active >= 0 ? mergeClasses(styles.head, styles.activeHead) : styles.head}
        style={{ width: headWidth, height, lineHeight: `${String(height)}px` }}
      >
        {row + 1}
      </div>
      {frozenColumns.length > 0 && (
        <div role="none" className={styles.frozen} style={{ left: headWidth, width: frozenWidth }}>
          {view.gridLines &&
            frozenColumns.map(({ index, start, size }) => (
              <div
                key={`line-${String(index)}`}
                role="none"
                className={styles.line}
                style={{ left: start - headWidth, width: size }}
              />
            ))}
          {frozenColumns.map((slot) => cellElement(props, slot, headWidth, styles))}
        </div>
      )}
      {bodyColumns.map((slot) => cellElement(props, slot, 0, styles))}
    </div>
  );
});

/**
 * A cell with all there is to see of it; nothing for an empty cell without a look. A plain function, because
 * hundreds of cells are drawn anew while the user scrolls.
 * @param from left edge of the part of the row the cell is drawn in
 */
function cellElement(
  { view, row, language, active, firstShown, lastShown, editor }: GridRowProps,
  { index: column, start, size }: ColumnSlot,
  from: number,
  styles: Styles,
): ReactNode {
  const cell = { row, column };
  const area = mergeAt(view, cell);
  if (area !== undefined && (area.firstRow !== row || area.firstColumn !== column)) {
    return undefined;
  }
  const look = view.lookAt(row, column);
  const content = view.grid.rows[row]?.[column] ?? null;
  const isActive = column === active;
  const isShown = firstShown <= column && column <= lastShown;
  if (content === null && !isActive && !isShown && area === undefined && isBare(look)) {
    return undefined;
  }
  const shown = cellText(content, look.numberFormat, language);
  const { width, height } =
    area === undefined ? { width: size, height: undefined } : mergedSize(view, area);
  const shorter = (): readonly string[] => shorterNumbers(content, look.numberFormat, language);
  const fit = fitting(view, cell, look, shown, width, area !== undefined, shorter);
  const editing = isActive && editor !== undefined;
  return (
    <div
      key={column}
      role="gridcell"
      aria-colindex={column + 1}
      data-column={column}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isActive ? true : undefined}
      aria-label={isActive || fit.hidden ? said(row, column, shown.text, language) : undefined}
      title={fit.hidden ? shown.text : undefined}
      className={mergeClasses(
        styles.cell,
        linkAt(view, cell)?.target !== undefined && styles.link,
        shown.whole && styles.whole,
        fit.spill > 0 && styles.over,
        area !== undefined && (look.fill === undefined ? styles.merged : styles.over),
        isShown && styles.shown,
        isActive && styles.active,
        editing && styles.editing,
        lookClass(look, shown.side),
      )}
      style={{
        left: start - from,
        width,
        ...(height === undefined ? {} : { height }),
        ...(shown.colour === undefined ? {} : { color: `#${shown.colour}` }),
      }}
    >
      {editing ? (
        editor
      ) : fit.spill > 0 ? (
        <span
          className={look.fill === undefined && !isShown ? styles.spilled : undefined}
          style={{ width: width - AIR + fit.spill, overflow: "hidden" }}
        >
          {fit.text}
        </span>
      ) : (
        fit.text
      )}
    </div>
  );
}

/** Whether an empty cell of this look shows nothing at all. */
function isBare({ fill, borders }: CellLook): boolean {
  return (
    fill === undefined &&
    borders.top === undefined &&
    borders.bottom === undefined &&
    borders.left === undefined &&
    borders.right === undefined
  );
}

interface Fit {
  readonly text: string;
  /** The figure does not fit and is replaced by signs. */
  readonly hidden: boolean;
  /** Pixels that a text runs over the cells beside it. */
  readonly spill: number;
}

/** What of a text fits into its cell: figures are never cut, texts run over empty cells beside them. */
function fitting(
  view: SheetView,
  cell: { readonly row: number; readonly column: number },
  look: CellLook,
  { text, whole, side }: CellText,
  width: number,
  merged: boolean,
  shorter: () => readonly string[],
): Fit {
  const plain: Fit = { text, hidden: false, spill: 0 };
  if (text === "" || (look.wrap && !whole)) return plain;
  if (text.length * letterSize(look) * WIDEST + AIR <= width) return plain;
  const needed = textWidth(text, fontOf(look)) + (whole ? LEAST_AIR : AIR);
  if (needed <= width) return plain;
  const rounded = shorter().find((one) => textWidth(one, fontOf(look)) + LEAST_AIR <= width);
  if (rounded !== undefined) return { text: rounded, hidden: false, spill: 0 };
  if (whole)
    return { text: "#".repeat(Math.max(1, Math.floor(width / 9))), hidden: true, spill: 0 };
  if (merged || alignment(look, side) !== "left") return plain;
  return { text, hidden: false, spill: spilled(view, cell.row, cell.column, needed - width) };
}

function said(row: number, column: number, text: string, language: Language): string {
  return `${cellAddress(row, column)}: ${text === "" ? GRID.empty[language] : text}`;
}

function mergedSize(
  view: SheetView,
  area: CellArea,
): { readonly width: number; readonly height: number } {
  let [width, height] = [0, 0];
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    width += view.columnWidth(column);
  }
  for (let row = area.firstRow; row <= area.lastRow; row++) height += view.rowHeight(row);
  return { width, height };
}

/** How far a text runs over the empty cells beside it. */
function spilled(view: SheetView, row: number, column: number, needed: number): number {
  let width = 0;
  for (let next = column + 1; width < needed && next < column + 40; next++) {
    const cell = { row, column: next };
    if (!isEmpty(view, cell) || mergeAt(view, cell) !== undefined) break;
    width += view.columnWidth(next);
  }
  return Math.min(width, needed);
}
