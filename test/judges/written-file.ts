import type { CellContent } from "../../src/budget/grid";
import { sheetCell } from "../../src/address";
import { openPackage } from "../../src/workbook/package";
import { sameValue } from "./compare";
import { dateSerial, type EngineSheet, recalculate } from "./ironcalc";

/** Half a cent: engines add in different orders. */
const TOLERANCE = 0.005;

/**
 * The formula cells of a saved file whose stored result is not what another engine computes from the file,
 * each as a line to read.
 */
export async function wrongResults(bytes: Uint8Array): Promise<readonly string[]> {
  const workbook = openPackage(bytes);
  const names = (await workbook.sheets()).map(({ name }) => name);
  const grids = await workbook.read(names);
  const sheets: EngineSheet[] = grids.map((grid) => ({
    name: grid.name,
    cells: grid.rows.flatMap((cells, row) =>
      cells.map((value, column) => {
        const formula = grid.formulaAt(row, column);
        return { row, column, value, ...(formula === undefined ? {} : { formula }) };
      }),
    ),
  }));
  const values = recalculate(sheets);
  return sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, value, formula }) => {
      if (formula === undefined) return [];
      const address = sheetCell(name, row, column);
      const computed = values.get(address) ?? null;
      if (sameValue(stored(value), computed, TOLERANCE)) return [];
      return [
        `${address} ${formula}: stored ${String(stored(value))}, computed ${JSON.stringify(computed)}`,
      ];
    }),
  );
}

function stored(value: CellContent): number | string | boolean | null {
  if (typeof value !== "object" || value === null) return value;
  return value.kind === "date" ? dateSerial(value.iso) : value.text;
}
