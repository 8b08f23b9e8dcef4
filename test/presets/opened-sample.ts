import { readFileSync } from "node:fs";
import path from "node:path";
import type { Grid } from "../../src/budget/grid";
import type { BudgetSheet, SheetReading } from "../../src/budget/line";
import { readBudget } from "../../src/budget/read";
import { dateSerial } from "../judges/ironcalc";
import type { BudgetSource } from "../../src/model/budget-source";
import { openPackage } from "../../src/workbook/package";

export const samplePath = path.resolve(__dirname, "../../assets/beispielhaushalt.xlsx");

export interface OpenedSample {
  readonly grids: readonly Grid[];
  readonly readings: readonly SheetReading[];
  readonly source: BudgetSource;
}

/** The shipped sample budget, read as a user's file is. */
export async function openSample(): Promise<OpenedSample> {
  const workbook = openPackage(new Uint8Array(readFileSync(samplePath)));
  const grids = await workbook.read((await workbook.sheets()).map(({ name }) => name));
  const readings = readBudget(grids);
  return { grids, readings, source: { sheets: budgetsOf(readings), cell: cellOf(grids) } };
}

export function budgetsOf(readings: readonly SheetReading[]): readonly BudgetSheet[] {
  return readings.filter((reading): reading is BudgetSheet => reading.status === "budget");
}

function cellOf(grids: readonly Grid[]): BudgetSource["cell"] {
  return (sheet, row, column) => {
    const content = grids.find(({ name }) => name === sheet)?.rows[row]?.[column] ?? null;
    if (content === null || typeof content === "number" || typeof content === "string") {
      return content;
    }
    if (typeof content === "boolean") return content ? 1 : 0;
    return content.kind === "date" ? dateSerial(content.iso) : content.text;
  };
}
