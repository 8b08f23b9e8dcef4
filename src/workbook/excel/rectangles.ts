import { cellAddress } from "../../address";

/** A place on a sheet; rows and columns count from 0. */
interface Placed {
  readonly row: number;
  readonly column: number;
}

/** An area of cells; all indices count from 0 and include both ends. */
export interface Rectangle {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/**
 * Covers cells by rectangles within which all cells have the same key: runs of a row, joined with the
 * same runs of the rows below. Cells are sorted by row, then column.
 */
export function rectanglesBy<Key extends string, Cell extends Placed>(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => Key,
): ReadonlyMap<Key, readonly Rectangle[]> {
  const found = new Map<Key, Rectangle[]>();
  const open = new Map<string, { key: Key; rectangle: Rectangle }>();
  for (const { key, row, first, last } of runs(cells, keyOf)) {
    const place = `${key} ${String(first)} ${String(last)}`;
    const above = open.get(place);
    const joined = above !== undefined && above.rectangle.lastRow === row - 1;
    const rectangle = {
      firstRow: joined ? above.rectangle.firstRow : row,
      firstColumn: first,
      lastRow: row,
      lastColumn: last,
    };
    const list = found.get(key) ?? [];
    if (joined) list[list.indexOf(above.rectangle)] = rectangle;
    else list.push(rectangle);
    found.set(key, list);
    open.set(place, { key, rectangle });
  }
  return found;
}

interface Run<Key> {
  readonly key: Key;
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

function runs<Key extends string, Cell extends Placed>(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => Key,
): readonly Run<Key>[] {
  const all: Run<Key>[] = [];
  for (const cell of cells) {
    const key = keyOf(cell);
    const before = all.at(-1);
    if (before?.row === cell.row && before.last === cell.column - 1 && before.key === key) {
      all[all.length - 1] = { ...before, last: cell.column };
    } else {
      all.push({ key, row: cell.row, first: cell.column, last: cell.column });
    }
  }
  return all;
}

/** `B3:F7`, `B3` for a single cell. */
export function rectangleAddress(rectangle: Rectangle): string {
  const first = cellAddress(rectangle.firstRow, rectangle.firstColumn);
  const last = cellAddress(rectangle.lastRow, rectangle.lastColumn);
  return first === last ? first : `${first}:${last}`;
}
