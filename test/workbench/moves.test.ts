import { type CellContent, type MergedArea, plainGrid } from "../../src/budget/grid";
import { moved, type KeyPress } from "../../src/workbench/grid/moves";
import { createWorkbook, type SheetView } from "../../src/workbook/package";

interface Shape {
  readonly merges?: readonly MergedArea[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** A sheet of a row `a b _ c` above two rows with gaps. */
async function sheet({ merges = [], hiddenRows = [], hiddenColumns = [] }: Shape = {}) {
  const rows: readonly (readonly CellContent[])[] = [
    ["a", "b", null, "c"],
    ["d", null, null, "e"],
    [],
    ["f", "g", "h", "i"],
  ];
  const workbook = createWorkbook([plainGrid("Blatt", rows)]);
  const view = await workbook.view("Blatt");
  const shaped: SheetView = {
    ...view,
    grid: { ...view.grid, merges },
    rowHeight: (row) => (hiddenRows.includes(row) ? 0 : 20),
    columnWidth: (column) => (hiddenColumns.includes(column) ? 0 : 64),
    freeze: { row: 1, column: 1 },
  };
  return (row: number, column: number, key: string, more: Partial<KeyPress> = {}) => {
    const press = { key, ctrl: false, shift: false, ...more };
    const to = moved({ row, column }, press, { view: shaped, rows: 60, columns: 20, page: 10 });
    return to === undefined ? undefined : [to.row, to.column];
  };
}

describe("keys in the grid lead where they lead in Excel", () => {
  it("steps, and stays at the edges", async () => {
    const to = await sheet();
    expect(to(0, 0, "ArrowDown")).toEqual([1, 0]);
    expect(to(0, 0, "ArrowUp")).toEqual([0, 0]);
    expect(to(0, 19, "ArrowRight")).toEqual([0, 19]);
    expect(to(3, 3, "Enter", { shift: true })).toEqual([2, 3]);
    expect(to(3, 3, "a")).toBeUndefined();
  });

  it("runs with Ctrl to the end of filled cells, then to the next filled one", async () => {
    const to = await sheet();
    const ctrl = { ctrl: true };
    expect(to(0, 0, "ArrowRight", ctrl)).toEqual([0, 1]);
    expect(to(0, 1, "ArrowRight", ctrl)).toEqual([0, 3]);
    expect(to(0, 0, "ArrowDown", ctrl)).toEqual([1, 0]);
    expect(to(1, 0, "ArrowDown", ctrl)).toEqual([3, 0]);
    expect(to(3, 3, "ArrowLeft", ctrl)).toEqual([3, 0]);
    expect(to(3, 0, "ArrowDown", ctrl)).toEqual([3, 0]);
  });

  it("pages, and goes to the ends of row and sheet", async () => {
    const to = await sheet();
    expect(to(3, 1, "PageDown")).toEqual([13, 1]);
    expect(to(3, 1, "PageUp")).toEqual([0, 1]);
    expect(to(3, 2, "Home")).toEqual([3, 0]);
    expect(to(1, 0, "End")).toEqual([1, 3]);
    expect(to(3, 3, "Home", { ctrl: true })).toEqual([1, 1]);
    expect(to(0, 0, "End", { ctrl: true })).toEqual([3, 3]);
    expect(to(0, 0, "PageDown", { ctrl: true })).toBeUndefined();
  });

  it("passes over hidden rows and columns, and takes a merged area as one cell", async () => {
    const hidden = await sheet({ hiddenRows: [1, 2], hiddenColumns: [1] });
    expect(hidden(0, 0, "ArrowDown")).toEqual([3, 0]);
    expect(hidden(0, 0, "ArrowRight")).toEqual([0, 2]);
    const merged = await sheet({
      merges: [{ firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 2 }],
    });
    expect(merged(0, 2, "ArrowDown")).toEqual([1, 1]);
    expect(merged(1, 1, "ArrowDown")).toEqual([3, 1]);
    expect(merged(1, 1, "ArrowRight")).toEqual([1, 3]);
  });
});
