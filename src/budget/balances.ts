import { columnLetters } from "../address";
import type { ResolvedColumns } from "./choose";
import type { ColumnMeaning } from "./columns";
import type { Direction } from "./line";
import type { AmountValues } from "./values";
import { englishAmount, germanAmount } from "./wording";
import { printed, type Table } from "./table";

const CENT = 0.005;

/**
 * `Ergebnis 2025` beside `Ertrag 2025` and `Aufwand 2025` is no result but their balance, where it is
 * that in every row.
 */
export function balancesByArithmetic(
  columns: readonly ColumnMeaning[],
  amounts: readonly AmountValues[],
): readonly ColumnMeaning[] {
  const valuesOf = (column: ColumnMeaning | undefined): Float64Array | undefined =>
    amounts.find((values) => values.column === column?.column)?.values;
  return columns.map((column) => {
    if (column.kind !== "ergebnis" || column.direction !== undefined || column.part !== "value")
      return column;
    const beside = (direction: Direction): Float64Array | undefined =>
      valuesOf(
        columns.find(
          (other) =>
            other.direction === direction &&
            other.kind === undefined &&
            other.year === column.year &&
            other.offset === column.offset,
        ),
      );
    const [result, revenue, expense] = [valuesOf(column), beside("revenue"), beside("expense")];
    if (result === undefined || revenue === undefined || expense === undefined) return column;
    if (!isBalance(result, revenue, expense)) return column;
    return withoutKind(column);
  });
}

/** Revenue and expense beside it name no kind: neither does their balance. */
function withoutKind({ kind: _, ...column }: ColumnMeaning): ColumnMeaning {
  return { ...column, part: "balance" };
}

function isBalance(result: Float64Array, revenue: Float64Array, expense: Float64Array): boolean {
  let filled = 0;
  for (const sign of [1, -1]) {
    const agrees = result.every((shown, row) => {
      if (Number.isNaN(shown)) return true;
      if (shown !== 0) filled += 1;
      const expected = (revenue[row] || 0) + sign * (expense[row] || 0);
      return Math.abs(expected - shown) < CENT;
    });
    if (agrees) return filled > 0;
  }
  return false;
}

/**
 * Compares each row's balance with its revenue and expense, and each new amount of a supplementary
 * budget with old amount and change; every row that does not agree is reported by cell.
 */
export function reportBalances(
  table: Table,
  columns: Pick<ResolvedColumns, "balances" | "changes">,
): void {
  for (const { column, revenue, expense } of columns.balances) {
    check(table, column, [revenue, expense], "balance-mismatch");
  }
  for (const { old, changes, new: result } of columns.changes) {
    if (changes.length > 0) check(table, result, [old, ...changes], "supplementary-mismatch");
  }
}

/** Each way to add and subtract all columns behind the first. */
function signsOf(count: number): readonly (readonly number[])[] {
  const patterns: number[][] = [];
  for (let pattern = 0; pattern < 1 << (count - 1); pattern += 1) {
    patterns.push(
      Array.from({ length: count }, (_, at) => (at > 0 && (pattern >> (at - 1)) & 1 ? -1 : 1)),
    );
  }
  return patterns;
}

function check(table: Table, result: number, columns: readonly number[], code: string): void {
  // Expense printed negative makes the balance a sum, expense printed positive a difference.
  const ways = signsOf(columns.length).map((signs) => ({ signs, agreeing: 0 }));
  const rows: { row: number; parts: readonly number[]; shown: number }[] = [];
  for (let row = table.firstRow; row < table.grid.rows.length; row += 1) {
    const shown = printed(table.amounts.get(result), row);
    if (shown === undefined) continue;
    const parts = columns.map((column) => printed(table.amounts.get(column), row) ?? 0);
    for (const way of ways)
      if (Math.abs(combined(parts, way.signs) - shown) < CENT) way.agreeing += 1;
    rows.push({ row, parts, shown });
  }
  const best = ways.reduce((a, b) => (b.agreeing > a.agreeing ? b : a));
  const de = columns.map(columnLetters).join(" und ");
  const en = columns.map(columnLetters).join(" and ");
  for (const { row, parts, shown } of rows) {
    const expected = combined(parts, best.signs);
    if (Math.abs(expected - shown) < CENT) continue;
    table.findings.at("warning", code, row, result, {
      de: `In Zeile ${row + 1} steht ${germanAmount(shown)}, aus den Spalten ${de} ergibt sich ${germanAmount(expected)}.`,
      en: `Row ${row + 1} shows ${englishAmount(shown)}, columns ${en} give ${englishAmount(expected)}.`,
    });
  }
}

function combined(parts: readonly number[], signs: readonly number[]): number {
  return parts.reduce((sum, part, at) => sum + part * (signs[at] ?? 1), 0);
}
