import type { AmountColumn, BudgetLine } from "../../src/budget/line";
import type { BudgetSource } from "../../src/model/budget-source";

/** A budget line of a test: amounts by column, `null` where the cell is blank. */
export interface TestLine {
  readonly product?: string;
  readonly account?: string;
  readonly direction?: "expense" | "revenue" | "none";
  readonly amounts: readonly (number | null)[];
}

/** A year, with the kind of its amounts where it is not the Ansatz. */
export type TestColumn = number | readonly [number, AmountColumn["kind"]];

/** A budget sheet with products, accounts and labels left of the year columns, in EUR. */
export function budgetOf(
  columns: readonly TestColumn[],
  lines: readonly TestLine[],
  factor = 1,
): BudgetSource {
  const years = columns.map((column, index): AmountColumn => {
    const [year, kind] = typeof column === "number" ? [column, "ansatz" as const] : column;
    return { year, kind, column: 3 + index };
  });
  const grid: (string | number | null)[][] = [[]];
  const read = lines.map(({ product, account, direction = "expense", amounts }): BudgetLine => {
    const row = grid.length;
    const label = `Zeile ${row}`;
    grid.push([product ?? null, account ?? null, label, ...amounts]);
    return {
      sheet: "Haushalt",
      row,
      ...(product === undefined ? {} : { product }),
      ...(account === undefined ? {} : { account }),
      ...(direction === "none" ? {} : { direction }),
      label,
      amounts: years.flatMap(({ year, kind, column }, index) => {
        const cell = amounts[index];
        if (cell === undefined || cell === null) return [];
        return [{ year, kind, value: cell * factor, cell: { row, column }, factor }];
      }),
      keys: [{ part: "label", cell: { row, column: 2 }, raw: label }],
    };
  });
  return {
    sheets: [
      {
        status: "budget",
        name: "Haushalt",
        unit: "EUR",
        orientation: "years-across",
        bookkeeping: "doppik",
        columns: years,
        lines: read,
        totals: [],
        findings: [],
      },
    ],
    cell: (_sheet, row, column) => grid[row]?.[column] ?? null,
  };
}
