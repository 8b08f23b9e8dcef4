import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type ReactNode } from "react";
import { cellAddress } from "../../address";
import type { Language } from "../../language";
import type { SheetView } from "../../workbook/package";
import { linkAt, mergeAt } from "./cell-index";
import { boxStyle, fontOf, GRID_LINE, PAPER, textStyle, textWidth } from "./cell-style";
import { cellText } from "./cell-text";
import { isEmpty } from "./moves";
import { GRID } from "./words";

/** A column with its place in pixels from the left edge of the sheet. */
export interface ColumnSlot {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

/** Air between a cell's edge and its text, in pixels. */
const AIR = 3;

const useStyles = makeStyles({
  row: { position: "absolute", left: 0, display: "flex" },
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
    backgroundColor: PAPER,
    boxShadow: `1px 0 0 ${tokens.colorNeutralStroke1}`,
  },
  cell: { position: "absolute", top: 0, boxSizing: "border-box", cursor: "cell" },
  lines: { boxShadow: `inset -1px -1px 0 ${GRID_LINE}` },
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
  over: { zIndex: 1 },
  text: {
    position: "absolute",
    top: 0,
    left: 0,
    height: "100%",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    overflow: "hidden",
    padding: `0 ${String(AIR)}px`,
  },
});

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
  const { row, top, height, headWidth, totalWidth, frozenColumns, bodyColumns, active } = props;
  const styles = useStyles();
  if (height === 0) return undefined;
  const frozenWidth = frozenColumns.reduce((sum, { size }) => sum + size, 0);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={styles.row}
      style={{ top, height, width: totalWidth }}
    >
      <div
        role="rowheader"
        className={mergeClasses(styles.head, active >= 0 && styles.activeHead)}
        style={{ width: headWidth, height, lineHeight: `${height}px` }}
      >
        {row + 1}
      </div>
      {frozenColumns.length > 0 && (
        <div
          role="none"
          className={styles.frozen}
          style={{ left: headWidth, width: frozenWidth, height }}
        >
          {frozenColumns.map((slot) => (
            <GridCell key={slot.index} {...props} slot={slot} from={headWidth} />
          ))}
        </div>
      )}
      {bodyColumns.map((slot) => (
        <GridCell key={slot.index} {...props} slot={slot} from={0} />
      ))}
    </div>
  );
});

interface GridCellProps extends GridRowProps {
  readonly slot: ColumnSlot;
  /** Left edge of the part the cell is drawn in. */
  readonly from: number;
}

function GridCell({ view, row, height, slot, from, language, ...props }: GridCellProps) {
  const styles = useStyles();
  const column = slot.index;
  const cell = { row, column };
  const area = mergeAt(view, cell);
  if (area !== undefined && (area.firstRow !== row || area.firstColumn !== column)) {
    return undefined;
  }
  const look = view.lookAt(row, column);
  const content = view.grid.rows[row]?.[column] ?? null;
  const shown = cellText(content, look.numberFormat, language);
  const size = area === undefined ? { width: slot.size, height } : mergedSize(view, area);
  const isActive = column === props.active;
  const isLink = linkAt(view, cell)?.target !== undefined;
  const style = textStyle(look, shown);
  const needed = shown.text === "" || look.wrap ? 0 : textWidth(shown.text, fontOf(look)) + 2 * AIR;
  const tooWide = needed > size.width;
  const text =
    tooWide && shown.whole ? "#".repeat(Math.max(1, Math.floor(size.width / 8))) : shown.text;
  const spill =
    tooWide && !shown.whole && area === undefined && (style.textAlign ?? "left") === "left"
      ? spilled(view, row, column, needed - size.width)
      : 0;
  const isShown = props.firstShown <= column && column <= props.lastShown;
  const plain = look.fill === undefined && view.gridLines;
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      data-row={row}
      data-column={column}
      tabIndex={isActive ? 0 : -1}
      {...(isActive
        ? { "aria-selected": true, "aria-label": said(cell, shown.text, language) }
        : {})}
      title={tooWide && shown.whole ? shown.text : undefined}
      className={mergeClasses(
        styles.cell,
        plain && styles.lines,
        isLink && styles.link,
        spill > 0 && styles.over,
        isShown && styles.shown,
        isActive && styles.active,
      )}
      style={{ left: slot.start - from, ...size, ...boxStyle(look) }}
    >
      {isActive && props.editor !== undefined ? (
        props.editor
      ) : text === "" ? undefined : (
        <div
          className={styles.text}
          style={{
            ...style,
            width: spill > 0 ? size.width + spill : "100%",
            ...(spill > 0 && look.fill === undefined && !isShown ? { backgroundColor: PAPER } : {}),
          }}
        >
          <span>{text}</span>
        </div>
      )}
    </div>
  );
}

function said(cell: { row: number; column: number }, text: string, language: Language): string {
  return `${cellAddress(cell.row, cell.column)}: ${text === "" ? GRID.empty[language] : text}`;
}

function mergedSize(
  view: SheetView,
  area: { firstRow: number; firstColumn: number; lastRow: number; lastColumn: number },
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
