import { columnLetters } from "../address";
import type { Text } from "../language";
import type { ColumnMeaning } from "./columns";

/** A balance column with the revenue and expense columns it balances. */
export interface Balance {
  readonly column: number;
  readonly revenue: number;
  readonly expense: number;
}

/** Old, change and new of a supplementary budget. */
export interface SupplementaryColumns {
  readonly old: number;
  readonly change?: number;
  readonly new: number;
}

/** Balance columns with the revenue and expense columns of their year and kind. */
export function pairBalances(
  amounts: readonly ColumnMeaning[],
  years: ReadonlyMap<number, number>,
): readonly Balance[] {
  const balances: Balance[] = [];
  for (const balance of amounts) {
    if (balance.part !== "balance") continue;
    const year = years.get(balance.column);
    const find = (direction: "revenue" | "expense"): ColumnMeaning | undefined =>
      amounts
        .filter((column) => column.direction === direction && column.kind === balance.kind)
        .filter(({ column }) =>
          year === undefined ? column < balance.column : years.get(column) === year,
        )
        .at(year === undefined ? -1 : 0);
    const revenue = find("revenue");
    const expense = find("expense");
    // A balance without a year belongs to the pair directly before it.
    if (revenue === undefined || expense === undefined) continue;
    if (year === undefined && balance.column - Math.min(revenue.column, expense.column) > 2)
      continue;
    balances.push({ column: balance.column, revenue: revenue.column, expense: expense.column });
  }
  return balances;
}

/**
 * Old, change and new of a supplementary budget. An Ansatz without a word beside a change and a new
 * amount of the same year is the old one.
 */
export function pairChanges(
  amounts: readonly ColumnMeaning[],
  years: ReadonlyMap<number, number>,
): readonly SupplementaryColumns[] {
  const found: SupplementaryColumns[] = [];
  for (const column of amounts) {
    if (column.part !== "new") continue;
    const year = years.get(column.column);
    const same = amounts.filter(
      (other) =>
        other !== column &&
        (years.get(other.column) ?? year) === year &&
        other.direction === column.direction,
    );
    const change = same.find(({ part }) => part === "change");
    const old =
      same.find(({ part }) => part === "old") ??
      same.find(({ part, kind }) => part === "value" && kind === column.kind);
    if (old !== undefined) {
      found.push({
        old: old.column,
        new: column.column,
        ...(change === undefined ? {} : { change: change.column }),
      });
    }
  }
  return found;
}

/** A change without the new amount beside it: whether it is already in the Ansatz is open. */
export function openChange(
  amounts: readonly ColumnMeaning[],
  changes: readonly SupplementaryColumns[],
): Text | undefined {
  const open = amounts.find(
    ({ part, column }) => part === "change" && !changes.some(({ change }) => change === column),
  );
  if (open === undefined) return undefined;
  const letters = columnLetters(open.column);
  return {
    de: `Spalte ${letters} („${open.header}“) nennt einen Nachtrag, aber es fehlt eine Spalte mit dem neuen Ansatz. Bitte sagen, welche Spalte gilt, oder den neuen Ansatz ergänzen.`,
    en: `Column ${letters} (“${open.header}”) names a supplementary budget, but there is no column with the new amount. Please say which column counts, or add the new amount.`,
  };
}
