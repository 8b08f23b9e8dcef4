import type { CellContent, Grid, MergedArea } from "../../src/budget/grid";
import type { BudgetSheet, ReadingAnswers, SheetReading, YearTotal } from "../../src/budget/line";
import { readBudget } from "../../src/budget/read";

/** What a made-up sheet may have besides its cells. */
export interface GridParts {
  readonly name?: string;
  readonly merges?: readonly MergedArea[];
  /** Formulas by address, row and column from 0: `"3,2"`. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly format?: (row: number, column: number) => string;
  readonly hiddenRows?: readonly number[];
}

export function gridOf(rows: readonly (readonly CellContent[])[], parts: GridParts = {}): Grid {
  return {
    name: parts.name ?? "Haushalt",
    rows,
    merges: parts.merges ?? [],
    formulaAt: (row, column) => parts.formulas?.[`${row},${column}`],
    formatAt: parts.format ?? (() => "General"),
    hiddenRows: new Set(parts.hiddenRows ?? []),
    hiddenColumns: new Set(),
    hidden: false,
  };
}

/** Reads a single made-up sheet. */
export function readRows(
  rows: readonly (readonly CellContent[])[],
  parts: GridParts = {},
  answers: ReadingAnswers = {},
  fileName?: string,
): SheetReading {
  const options = fileName === undefined ? {} : { fileName };
  const [reading] = readBudget([gridOf(rows, parts)], answers, options);
  if (reading === undefined) throw new Error("no reading");
  return reading;
}

/** The sheet if it was understood; otherwise the test fails with the reader's own words. */
export function understood(reading: SheetReading): BudgetSheet {
  if (reading.status === "budget") return reading;
  throw new Error(`${reading.status}: ${reading.reason.de}`);
}

/** `2024 ansatz`: revenue, expense, undirected. */
export function sums(sheet: BudgetSheet): Record<string, readonly [number, number, number]> {
  return Object.fromEntries(
    sheet.totals.map((total: YearTotal) => [
      `${total.year} ${total.kind}`,
      [total.revenue, total.expense, total.undirected] as const,
    ]),
  );
}

export function codes(reading: SheetReading): string[] {
  return [...new Set(reading.findings.map(({ code }) => code))].sort();
}

export function cellsOf(reading: SheetReading, code: string): (string | undefined)[] {
  return reading.findings.filter((finding) => finding.code === code).map(({ cell }) => cell);
}
