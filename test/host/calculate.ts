import { recalculate } from "../judges/ironcalc";
import type { EngineSheet } from "../judges/ironcalc";
import { sheetCell } from "../../src/address";
import { COLUMNS } from "./state";
import type { HostValue, HostWorkbook } from "./state";

/** Calculates every formula of the workbook with an engine that knows nothing of ours. */
export function calculate(workbook: HostWorkbook): void {
  const sheets = workbook.sheets.map(({ name, cells }): EngineSheet => ({
    name,
    cells: [...cells].map(([key, { value, formula }]) => {
      const row = Math.floor(key / COLUMNS);
      const column = key % COLUMNS;
      const typed =
        typeof value === "object" && value !== null
          ? { kind: "error" as const, text: value.error }
          : value;
      return { row, column, value: typed, ...(formula === undefined ? {} : { formula }) };
    }),
  }));
  const values = recalculate(sheets);
  for (const { name, cells } of workbook.sheets) {
    for (const [key, cell] of cells) {
      if (cell.formula === undefined) continue;
      const value = values.get(sheetCell(name, Math.floor(key / COLUMNS), key % COLUMNS));
      cell.value = shown(value);
    }
  }
}

function shown(
  value: ReturnType<typeof recalculate> extends ReadonlyMap<string, infer V>
    ? V | undefined
    : never,
): HostValue {
  if (value === undefined) return null;
  if (typeof value === "object" && value !== null) return { error: value.text };
  return value;
}
