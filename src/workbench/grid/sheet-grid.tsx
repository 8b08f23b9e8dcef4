import { makeStyles, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
} from "react";
import { columnLetters } from "../../address";
import { fill, type Language, verbatim } from "../../language";
import type { CellArea, SheetView } from "../../workbook/package";
import type { Cell } from "../work";
import { PAPER } from "./cell-style";
import { ChartLayer } from "./chart-layer";
import { type ColumnSlot, GridRow } from "./grid-row";
import { anchorOf, moved } from "./moves";
import { GRID } from "./words";

export const HEAD_HEIGHT = 22;
/** Rows and columns to walk on beyond what the sheet holds. */
const MORE_ROWS = 20;
const MORE_COLUMNS = 4;
const LEAST_ROWS = 50;
const LEAST_COLUMNS = 14;
/** A frozen part may take so much of the window; a larger one would leave nothing to scroll. */
const MOST_FROZEN = 0.6;

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
  readonly onActivate: (cell: Cell) => void;
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
    onActivate,
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

  useBringIntoView({ scroller, rows, columns, frozen, active, headWidth, asked, squeezed, view });

  const onKeyDown = (event: KeyboardEvent): void => {
    onKey(event);
    if (event.defaultPrevented || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / 20) - 3);
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    const target = moved(active, press, { view, rows: rowCount, columns: columnCount, page });
    if (target === undefined) return;
    event.preventDefault();
    onActivate(target);
  };
  const cellOf = (event: MouseEvent): Cell | undefined => {
    const cell = (event.target as Element).closest<HTMLElement>("[role=gridcell]");
    if (cell === null) return undefined;
    return { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
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
    <div
      ref={scroller}
      role="grid"
      aria-label={fill(GRID.table, verbatim(view.grid.name))[language]}
      aria-rowcount={rowCount + 1}
      aria-colcount={columnCount}
      aria-readonly="true"
      className={styles.scroller}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        const cell = cellOf(event);
        if (cell === undefined || event.button !== 0) return;
        if ((event.target as Element).closest("input,select") !== null) return;
        event.preventDefault();
        (event.target as Element).closest<HTMLElement>("[role=gridcell]")?.focus({
          preventScroll: true,
        });
        onActivate(anchorOf(view, cell));
      }}
      onClick={(event) => {
        const cell = cellOf(event);
        if (cell !== undefined) onClickCell(anchorOf(view, cell));
      }}
      onDoubleClick={(event) => {
        const cell = cellOf(event);
        if (cell !== undefined) onEdit(anchorOf(view, cell));
      }}
    >
      <div
        role="none"
        className={styles.canvas}
        style={{ width: columns.getTotalSize(), height: rows.getTotalSize() }}
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
              role="columnheader"
              aria-label={GRID.cellOf[language]}
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
        <div role="rowgroup">
          {rows.getVirtualItems().map(({ index, start }) => drawn(index, start))}
        </div>
        <ChartLayer view={view} place={place} language={language} />
      </div>
    </div>
  );
}

type Axis = Virtualizer<HTMLDivElement, Element>;

interface FrozenPart {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/** The frozen panes as far as the window has room for them. */
function frozenPart(view: SheetView, rows: Axis, columns: Axis, headWidth: number): FrozenPart {
  const sum = (last: number, size: (index: number) => number): number =>
    count(last).reduce((total, index) => total + size(index), 0);
  const height = sum(view.freeze.row, view.rowHeight);
  const width = sum(view.freeze.column, view.columnWidth);
  const { height: roomHeight = 0, width: roomWidth = 0 } =
    rows.scrollRect ?? columns.scrollRect ?? {};
  const rowsFit = height <= MOST_FROZEN * (roomHeight - HEAD_HEIGHT);
  const columnsFit = width <= MOST_FROZEN * (roomWidth - headWidth);
  return {
    row: rowsFit ? view.freeze.row : 0,
    height: rowsFit ? height : 0,
    column: columnsFit ? view.freeze.column : 0,
    width: columnsFit ? width : 0,
  };
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

interface BringIntoView {
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly frozen: FrozenPart;
  readonly active: Cell;
  readonly headWidth: number;
  readonly asked: number;
  readonly squeezed: boolean;
  readonly view: SheetView;
}

/** Scrolls the active cell into view and gives it the focus, when the grid has it or was asked for it. */
function useBringIntoView(parts: BringIntoView): void {
  const { scroller, rows, columns, frozen, active, headWidth, asked, squeezed, view } = parts;
  const askedBefore = useRef(asked);
  const { row, column } = active;
  const sheet = view.grid.name;
  const bring = useEffectEvent(() => {
    const element = scroller.current;
    if (element === null) return;
    const wasAsked = asked !== askedBefore.current;
    askedBefore.current = asked;
    const [y, x] = [rows.measurementsCache[row], columns.measurementsCache[column]];
    let { scrollTop, scrollLeft } = element;
    if (y !== undefined && row >= frozen.row) {
      const top = scrollTop + HEAD_HEIGHT + frozen.height;
      if (y.start < top) scrollTop -= top - y.start;
      else if (y.end > scrollTop + element.clientHeight) scrollTop = y.end - element.clientHeight;
    }
    if (x !== undefined && column >= frozen.column) {
      const before = headWidth + frozen.width;
      if (x.start < scrollLeft + before) scrollLeft = x.start - before;
      else if (x.end > scrollLeft + element.clientWidth) {
        scrollLeft = Math.min(x.end - element.clientWidth, x.start - before);
      }
    }
    element.scrollTo({ top: scrollTop, left: scrollLeft });
    if (!element.contains(document.activeElement) && !wasAsked) return;
    const cell = element.querySelector<HTMLElement>(
      `[role=gridcell][data-row="${row}"][data-column="${column}"]`,
    );
    if (cell?.contains(document.activeElement) !== true) cell?.focus({ preventScroll: true });
  });
  useEffect(() => bring(), [row, column, asked, squeezed, sheet]);
}
