import { makeStyles, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from "react";
import { columnLetters } from "../../address";
import { fill, type Language, verbatim } from "../../language";
import type { CellArea, SheetView } from "../../workbook/package";
import type { Cell } from "../work";
import { GRID_LINE, PAPER } from "./cell-style";
import { ChartLayer } from "./chart-layer";
import { type ColumnSlot, GridRow } from "./grid-row";
import { type Axis, frozenPart, HEAD_HEIGHT, useBringIntoView } from "./grid-window";
import { anchorOf, moved } from "./moves";
import { GRID } from "./words";

/** Rows and columns to walk on beyond what the sheet holds. */
const MORE_ROWS = 20;
const MORE_COLUMNS = 4;
const LEAST_ROWS = 50;
const LEAST_COLUMNS = 14;
const useStyles = makeStyles({
  scroller: {
    flex: "1 1 auto",
    minHeight: 0,
    overflow: "auto",
    position: "relative",
    backgroundColor: PAPER,
    overscrollBehavior: "contain",
  },
  canvas: { position: "relative" },
  grid: { position: "absolute", inset: 0 },
  frozenRows: { position: "sticky", top: 0, zIndex: 5, backgroundColor: PAPER },
  frozenEdge: { boxShadow: `0 1px 0 ${tokens.colorNeutralStroke1}` },
  heads: { position: "relative", display: "flex", backgroundColor: tokens.colorNeutralBackground3 },
  corner: {
    position: "sticky",
    left: 0,
    zIndex: 4,
    flex: "none",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    boxSizing: "border-box",
  },
  frozenHeads: {
    position: "sticky",
    zIndex: 3,
    flex: "none",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  head: {
    position: "absolute",
    top: 0,
    boxSizing: "border-box",
    textAlign: "center",
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${String(HEAD_HEIGHT - 1)}px`,
    color: tokens.colorNeutralForeground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  line: {
    position: "absolute",
    top: 0,
    height: "100%",
    boxSizing: "border-box",
    borderRight: `1px solid ${GRID_LINE}`,
    pointerEvents: "none",
  },
  activeHead: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3Selected,
    borderBottom: `2px solid ${tokens.colorBrandStroke1}`,
  },
});

export interface SheetGridProps {
  readonly view: SheetView;
  readonly active: Cell;
  /** Cells that are spoken of, marked beside the active one. */
  readonly shown: CellArea | undefined;
  /** Grows when a place is asked for; the grid then takes the focus there. */
  readonly asked: number;
  /** A message takes some of the room; the active cell stays in view. */
  readonly squeezed: boolean;
  readonly language: Language;
  readonly editor: React.ReactNode;
  /** A cell becomes the active one and takes the focus. */
  readonly onPick: (cell: Cell) => void;
  /** Keys that do more than move. */
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onEdit: (cell: Cell) => void;
  readonly onClickCell: (cell: Cell) => void;
}

/** The cells of a sheet as a grid of which only the visible part is drawn. */
export function SheetGrid(props: SheetGridProps) {
  const {
    view,
    active,
    shown,
    asked,
    squeezed,
    language,
    editor,
    onPick,
    onKey,
    onEdit,
    onClickCell,
  } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const rowCount = Math.max(LEAST_ROWS, view.extent.rows + MORE_ROWS, active.row + 2);
  const columnCount = Math.max(
    LEAST_COLUMNS,
    view.extent.columns + MORE_COLUMNS,
    active.column + 2,
  );
  const headWidth = 22 + String(rowCount).length * 8;
  const freeze = useRef(view.freeze);
  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: view.rowHeight,
    overscan: 10,
    paddingStart: HEAD_HEIGHT,
    rangeExtractor: (range) => {
      const { row } = freeze.current;
      const wanted = new Set(defaultRangeExtractor(range));
      wanted.add(active.row);
      for (const area of view.grid.merges) {
        if (area.firstRow < range.startIndex && area.lastRow >= range.startIndex) {
          wanted.add(area.firstRow);
        }
      }
      return [...wanted].filter((index) => index >= row).sort((a, b) => a - b);
    },
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: columnCount,
    getScrollElement: () => scroller.current,
    estimateSize: view.columnWidth,
    overscan: 3,
    paddingStart: headWidth,
    rangeExtractor: (range) => {
      const { column } = freeze.current;
      const wanted = new Set(defaultRangeExtractor(range));
      wanted.add(active.column);
      for (const area of view.grid.merges) {
        if (area.firstColumn < range.startIndex && area.lastColumn >= range.startIndex) {
          wanted.add(area.firstColumn);
        }
      }
      return [...wanted].filter((index) => index >= column).sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    rows.measure();
    columns.measure();
  }, [view, rows, columns]);
  const frozen = frozenPart(view, rows, columns, headWidth);
  freeze.current = frozen;

  const frozenColumns = useSlots(columns, count(frozen.column), view);
  const bodyColumns = useSlots(
    columns,
    columns.getVirtualItems().map(({ index }) => index),
    view,
  );
  const place = useCallback(
    (cell: Cell) => ({
      top: rows.measurementsCache[cell.row]?.start ?? 0,
      left: columns.measurementsCache[cell.column]?.start ?? 0,
    }),
    [rows, columns],
  );

  useBringIntoView({
    scroller,
    rows,
    columns,
    frozen,
    active,
    headWidth,
    asked,
    squeezed,
    view,
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    onKey(event);
    if (event.defaultPrevented || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / 20) - 3);
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    const target = moved(active, press, { view, rows: rowCount, columns: columnCount, page });
    if (target === undefined) return;
    event.preventDefault();
    onPick(target);
  };
  /** The cell under the pointer; empty ones are not drawn, so its row and the columns' places tell. */
  const cellOf = (event: MouseEvent): Cell | undefined => {
    const element = (event.target as Element).closest<HTMLElement>("[data-row]");
    if (element === null) return undefined;
    const row = Number(element.dataset["row"]);
    const drawn = (event.target as Element).closest<HTMLElement>("[data-column]");
    if (drawn !== null) return anchorOf(view, { row, column: Number(drawn.dataset["column"]) });
    const window = scroller.current?.getBoundingClientRect().left ?? 0;
    const x = event.clientX - window;
    const slot =
      x < headWidth + frozen.width
        ? frozenColumns.find(({ start, size }) => start <= x && x < start + size)
        : bodyColumns.find(({ start, size }) => {
            const at = x + (scroller.current?.scrollLeft ?? 0);
            return start <= at && at < start + size;
          });
    return slot === undefined ? undefined : anchorOf(view, { row, column: slot.index });
  };

  const rowProps = {
    view,
    language,
    headWidth,
    frozenColumns,
    bodyColumns,
    totalWidth: columns.getTotalSize(),
  };
  const drawn = (row: number, top: number) => {
    const isActive = row === active.row;
    const inShown = shown !== undefined && shown.firstRow <= row && row <= shown.lastRow;
    return (
      <GridRow
        key={row}
        {...rowProps}
        row={row}
        top={top}
        height={view.rowHeight(row)}
        active={isActive ? active.column : -1}
        firstShown={inShown ? shown.firstColumn : -1}
        lastShown={inShown ? shown.lastColumn : -1}
        editor={isActive ? editor : undefined}
      />
    );
  };
  const head = ({ index, start, size }: ColumnSlot, from: number) => (
    <div
      key={index}
      role="columnheader"
      aria-colindex={index + 1}
      className={index === active.column ? `${styles.head} ${styles.activeHead}` : styles.head}
      style={{ left: start - from, width: size, height: HEAD_HEIGHT }}
    >
      {columnLetters(index)}
    </div>
  );
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        className={styles.canvas}
        style={{ width: columns.getTotalSize(), height: rows.getTotalSize() }}
      >
        <div
          className={styles.grid}
          role="grid"
          aria-label={fill(GRID.table, verbatim(view.grid.name))[language]}
          aria-rowcount={rowCount + 1}
          aria-colcount={columnCount}
          aria-readonly="true"
          onKeyDown={onKeyDown}
          onMouseDown={(event) => {
            const cell = cellOf(event);
            if (cell === undefined || event.button !== 0) return;
            if ((event.target as Element).closest("input") !== null) return;
            event.preventDefault();
            onPick(cell);
          }}
          onClick={(event) => {
            const cell = cellOf(event);
            if (cell !== undefined) onClickCell(cell);
          }}
          onDoubleClick={(event) => {
            const cell = cellOf(event);
            if (cell !== undefined) onEdit(cell);
          }}
        >
          <div
            role="rowgroup"
            className={
              frozen.row > 0 ? `${styles.frozenRows} ${styles.frozenEdge}` : styles.frozenRows
            }
            style={{ height: HEAD_HEIGHT + frozen.height }}
          >
            <div
              role="row"
              aria-rowindex={1}
              className={styles.heads}
              style={{ height: HEAD_HEIGHT, width: columns.getTotalSize() }}
            >
              <div
                role="none"
                className={styles.corner}
                style={{ width: headWidth, height: HEAD_HEIGHT }}
              />
              <div
                role="none"
                className={styles.frozenHeads}
                style={{ left: headWidth, width: frozen.width, height: HEAD_HEIGHT }}
              >
                {frozenColumns.map((slot) => head(slot, headWidth))}
              </div>
              {bodyColumns.map((slot) => head(slot, 0))}
            </div>
            {count(frozen.row).map((row) => drawn(row, rows.measurementsCache[row]?.start ?? 0))}
          </div>
          {view.gridLines &&
            bodyColumns.map(({ index, start, size }) => (
              <div
                key={index}
                role="none"
                className={styles.line}
                style={{ left: start, width: size }}
              />
            ))}
          <div role="rowgroup">
            {rows.getVirtualItems().map(({ index, start }) => drawn(index, start))}
          </div>
        </div>
        <ChartLayer view={view} place={place} language={language} />
      </div>
    </div>
  );
}

function count(to: number): readonly number[] {
  return Array.from({ length: to }, (_, index) => index);
}

/** Columns with their places; the same list as long as they stay, so that rows are not drawn anew. */
function useSlots(axis: Axis, indexes: readonly number[], view: SheetView): readonly ColumnSlot[] {
  const key = indexes.join(" ");
  return useMemo(
    () =>
      (key === "" ? [] : key.split(" ").map(Number)).flatMap((index) => {
        const size = view.columnWidth(index);
        const start = axis.measurementsCache[index]?.start ?? 0;
        return size === 0 ? [] : [{ index, start, size }];
      }),
    [axis, key, view],
  );
}
