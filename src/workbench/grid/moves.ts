import type { SheetView } from "../../workbook/package";
import type { Cell } from "../work";
import { mergeAt } from "./cell-index";

/** What a key press asks of the grid, by the names of `KeyboardEvent.key`. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** The part of a sheet that can be moved in. */
export interface Room {
  readonly view: SheetView;
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page holds. */
  readonly page: number;
}

/** The cell a key leads to, as in Excel; undefined for keys that do not move. */
export function moved(from: Cell, press: KeyPress, room: Room): Cell | undefined {
  const target = destination(from, press, room);
  return target === undefined ? undefined : anchorOf(room.view, target);
}

function destination(from: Cell, { key, ctrl, shift }: KeyPress, room: Room): Cell | undefined {
  const { view, page } = room;
  const [lastRow, lastColumn] = [
    Math.max(0, view.extent.rows - 1),
    Math.max(0, view.extent.columns - 1),
  ];
  const { row, column } = from;
  switch (key) {
    case "ArrowUp":
      return ctrl ? edge(from, -1, 0, room) : step(from, -1, 0, room);
    case "ArrowDown":
      return ctrl ? edge(from, 1, 0, room) : step(from, 1, 0, room);
    case "ArrowLeft":
      return ctrl ? edge(from, 0, -1, room) : step(from, 0, -1, room);
    case "ArrowRight":
      return ctrl ? edge(from, 0, 1, room) : step(from, 0, 1, room);
    case "Enter":
      return step(from, shift ? -1 : 1, 0, room);
    case "PageUp":
      return ctrl ? undefined : visibleFrom({ row: Math.max(0, row - page), column }, 1, 0, room);
    case "PageDown":
      return ctrl
        ? undefined
        : visibleFrom({ row: Math.min(room.rows - 1, row + page), column }, -1, 0, room);
    case "Home":
      return ctrl
        ? visibleFrom({ ...view.freeze }, 1, 0, room)
        : visibleFrom({ row, column: 0 }, 0, 1, room);
    case "End":
      return ctrl
        ? visibleFrom({ row: lastRow, column: lastColumn }, 0, -1, room)
        : visibleFrom({ row, column: lastFilled(view, row) ?? lastColumn }, 0, -1, room);
    default:
      return undefined;
  }
}

/** The next cell in a direction, hidden ones passed over, a merged area left as a whole. */
function step(from: Cell, rows: number, columns: number, room: Room): Cell {
  const area = mergeAt(room.view, from);
  const start =
    area === undefined
      ? from
      : {
          row: rows > 0 ? area.lastRow : area.firstRow === from.row ? from.row : area.firstRow,
          column: columns > 0 ? area.lastColumn : from.column,
        };
  const next = { row: start.row + rows, column: start.column + columns };
  return visibleFrom(next, rows, columns, room, from);
}

/** Where Ctrl and an arrow lead: the end of a run of filled cells, or the next filled one. */
function edge(from: Cell, rows: number, columns: number, room: Room): Cell {
  const filled = (cell: Cell): boolean => !isEmpty(room.view, cell);
  const next = (cell: Cell): Cell => ({ row: cell.row + rows, column: cell.column + columns });
  const inside = ({ row, column }: Cell): boolean =>
    row >= 0 &&
    column >= 0 &&
    row < Math.max(room.view.extent.rows, from.row + 1) &&
    column < Math.max(room.view.extent.columns, from.column + 1);
  let at = from;
  const runs = filled(from) && inside(next(from)) && filled(next(from));
  while (inside(next(at))) {
    const ahead = next(at);
    if (runs && !filled(ahead)) break;
    at = ahead;
    if (!runs && filled(at)) break;
  }
  return visibleFrom(at, -rows, -columns, room, from);
}

/** The first cell from here on in a direction that is neither hidden nor outside; else `otherwise`. */
function visibleFrom(
  from: Cell,
  rows: number,
  columns: number,
  { view, rows: height, columns: width }: Room,
  otherwise: Cell = from,
): Cell {
  let { row, column } = from;
  while (row >= 0 && column >= 0 && row < height && column < width) {
    const hidden =
      (rows !== 0 && view.rowHeight(row) === 0) ||
      (columns !== 0 && view.columnWidth(column) === 0);
    if (!hidden) return { row, column };
    row += rows;
    column += columns;
  }
  return otherwise;
}

/** The last cell of a row that holds something. */
function lastFilled(view: SheetView, row: number): number | undefined {
  const length = view.grid.rows[row]?.length ?? 0;
  return length === 0 ? undefined : length - 1;
}

/** Whether a cell holds nothing. */
export function isEmpty(view: SheetView, { row, column }: Cell): boolean {
  const content = view.grid.rows[row]?.[column] ?? null;
  return content === null || content === "";
}

/** A merged area is one cell: its first. */
export function anchorOf(view: SheetView, cell: Cell): Cell {
  const area = mergeAt(view, cell);
  return area === undefined ? cell : { row: area.firstRow, column: area.firstColumn };
}
