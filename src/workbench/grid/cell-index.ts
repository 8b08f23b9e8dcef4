import type { CellArea, SheetLink, SheetView } from "../../workbook/package";
import type { Cell } from "../work";

/** Areas that reach over more rows are few and looked through one by one. */
const TALL = 5000;
const NONE: readonly CellArea[] = [];

/** Merged areas and links of a sheet, found by cell. */
class CellIndex {
  readonly #merges = new Map<number, CellArea[]>();
  readonly #tall: CellArea[] = [];
  readonly #links = new Map<number, SheetLink[]>();

  constructor({ grid, links }: SheetView) {
    for (const area of grid.merges) {
      if (area.lastRow - area.firstRow > TALL) this.#tall.push(area);
      else enter(this.#merges, area, area);
    }
    for (const link of links) {
      if (link.area.lastRow - link.area.firstRow <= TALL) enter(this.#links, link.area, link);
    }
  }

  mergeAt(cell: Cell): CellArea | undefined {
    const near = this.#merges.get(cell.row) ?? NONE;
    if (near.length === 0 && this.#tall.length === 0) return undefined;
    return near.find((area) => holds(area, cell)) ?? this.#tall.find((area) => holds(area, cell));
  }

  linkAt(cell: Cell): SheetLink | undefined {
    return this.#links.get(cell.row)?.find(({ area }) => holds(area, cell));
  }
}

function enter<Entry>(index: Map<number, Entry[]>, area: CellArea, entry: Entry): void {
  for (let row = area.firstRow; row <= area.lastRow; row++) {
    const entries = index.get(row);
    if (entries === undefined) index.set(row, [entry]);
    else entries.push(entry);
  }
}

/** Whether an area holds a cell. */
export function holds(area: CellArea, { row, column }: Cell): boolean {
  return (
    area.firstRow <= row &&
    row <= area.lastRow &&
    area.firstColumn <= column &&
    column <= area.lastColumn
  );
}

const indexes = new WeakMap<SheetView, CellIndex>();

function indexOf(view: SheetView): CellIndex {
  let index = indexes.get(view);
  if (index === undefined) {
    index = new CellIndex(view);
    indexes.set(view, index);
  }
  return index;
}

/** The merged area that a cell belongs to. */
export function mergeAt(view: SheetView, cell: Cell): CellArea | undefined {
  return indexOf(view).mergeAt(cell);
}

/** The link on a cell. */
export function linkAt(view: SheetView, cell: Cell): SheetLink | undefined {
  return indexOf(view).linkAt(cell);
}
