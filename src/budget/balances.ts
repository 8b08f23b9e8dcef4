import { columnLetters } from "../address";
import type { ResolvedColumns } from "./choose";
import { englishAmount, germanAmount } from "./wording";
import { printed, type Table } from "./table";

const CENT = 0.005;

/**
 * Compares each row's balance with its revenue and expense, and each new amount of a supplementary
 * budget with old amount and change; every row that does not agree is reported by cell.
 */
export function reportBalances(
  table: Table,
  columns: Pick<ResolvedColumns, "balances" | "changes">,
): void {
  for (const { column, revenue, expense } of columns.balances) {
    check(table, column, revenue, expense, "balance-mismatch");
  }
  for (const change of columns.changes) {
    if (change.change !== undefined)
      check(table, change.new, change.old, change.change, "supplementary-mismatch");
  }
}

function check(table: Table, result: number, first: number, second: number, code: string): void {
  const rows: { row: number; sum: number; difference: number; shown: number }[] = [];
  let sums = 0;
  let differences = 0;
  for (let row = table.firstRow; row < table.grid.rows.length; row += 1) {
    const shown = printed(table.amounts.get(result), row);
    if (shown === undefined) continue;
    const a = printed(table.amounts.get(first), row) ?? 0;
    const b = printed(table.amounts.get(second), row) ?? 0;
    if (Math.abs(a + b - shown) < CENT) sums += 1;
    if (Math.abs(a - b - shown) < CENT) differences += 1;
    rows.push({ row, sum: a + b, difference: a - b, shown });
  }
  // Expense printed negative makes the balance a sum, expense printed positive a difference.
  const bySum = sums >= differences;
  for (const { row, sum, difference, shown } of rows) {
    const expected = bySum ? sum : difference;
    if (Math.abs(expected - shown) < CENT) continue;
    table.findings.at("warning", code, row, result, {
      de: `In Zeile ${row + 1} steht ${germanAmount(shown)}, aus den Spalten ${columnLetters(first)} und ${columnLetters(second)} ergibt sich ${germanAmount(expected)}.`,
      en: `Row ${row + 1} shows ${englishAmount(shown)}, columns ${columnLetters(first)} and ${columnLetters(second)} give ${englishAmount(expected)}.`,
    });
  }
}
