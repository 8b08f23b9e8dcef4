import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type { SheetView } from "../../workbook/package";
import type { Cell } from "../work";

/** Rows or columns of a sheet with their places in the window. */
export type Axis = Virtualizer<HTMLDivElement, Element>;

/** Height of the letters over the columns. */
export const HEAD_HEIGHT = 22;
/** A frozen part may take so much of the window; a larger one would leave nothing to scroll. */
const MOST_FROZEN = 0.6;

/** Frozen rows and columns and the room they take. */
export interface FrozenPart {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/** The frozen panes as far as the window has room for them. */
export function frozenPart(
  view: SheetView,
  rows: Axis,
  columns: Axis,
  headWidth: number,
): FrozenPart {
  const sum = (last: number, size: (index: number) => number): number =>
    Array.from({ length: last }, (_, index) => size(index)).reduce((total, own) => total + own, 0);
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

interface BringIntoView {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly frozen: FrozenPart;
  readonly active: Cell;
  readonly headWidth: number;
  readonly asked: number;
  readonly squeezed: boolean;
  readonly view: SheetView;
}

/** Scrolls the active cell into view; where it was asked for, it takes the focus. */
export function useBringIntoView(parts: BringIntoView): void {
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
    if (!wasAsked) return;
    const cell = element.querySelector<HTMLElement>("[role=gridcell][tabindex='0']");
    if (cell?.contains(document.activeElement) !== true) cell?.focus({ preventScroll: true });
  });
  useEffect(() => bring(), [row, column, asked, squeezed, sheet]);
}
