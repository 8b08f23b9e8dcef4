import { columnLetters } from "../address";
import type { Text } from "../language";
import type { ColumnMeaning } from "./columns";

/** A balance column with the revenue and expense columns it balances. */
export interface Balance {
  readonly column: number;
  readonly revenue: number;
  readonly expense: number;
}

/** Old, changes and new of a supplementary budget; more and less may stand in columns of their own. */
export interface SupplementaryColumns {
  readonly old: number;
  readonly changes: readonly number[];
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
 * Columns of a supplementary budget that leave year or kind to the column beside them (`erhöht um`,
 * `nunmehr`): where all others agree, theirs are the same.
 */
export function completeParts(amounts: readonly ColumnMeaning[]): readonly ColumnMeaning[] {
  const parts = amounts.filter(isPart);
  if (!parts.some(({ part }) => part === "new")) return amounts;
  const named = parts.some(({ year, offset }) => year !== undefined || offset !== undefined)
    ? parts
    : amounts.filter(({ part, kind }) => part === "value" && kind === "ansatz");
  const timed = named.filter(({ year, offset }) => year !== undefined || offset !== undefined);
  const kinds = new Set(named.flatMap(({ kind }) => kind ?? []));
  const [model] = timed;
  const [kind] = kinds;
  const agreed = timed.every(
    ({ year, offset }) => year === model?.year && offset === model?.offset,
  );
  return amounts.map((column) => {
    if (!isPart(column)) return column;
    const open = column.year === undefined && column.offset === undefined && !column.damagedYear;
    return {
      ...column,
      ...(open && agreed && model?.year !== undefined ? { year: model.year } : {}),
      ...(open && agreed && model?.offset !== undefined ? { offset: model.offset } : {}),
      ...(column.kind === undefined && kind !== undefined && kinds.size === 1 ? { kind } : {}),
    };
  });
}

function isPart({ part }: ColumnMeaning): boolean {
  return part === "old" || part === "change" || part === "new";
}

/**
 * Old, changes and new of a supplementary budget. An Ansatz without a word beside a change and a new
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
    const changes = same.filter(({ part }) => part === "change");
    const old =
      same.find(({ part }) => part === "old") ??
      same.find(({ part, kind }) => part === "value" && kind === column.kind);
    if (old === undefined) continue;
    found.push({
      old: old.column,
      changes: changes.map((change) => change.column),
      new: column.column,
    });
  }
  return found;
}

/** A change or an old amount without the new one beside it: which one counts is open. */
export function openChange(
  amounts: readonly ColumnMeaning[],
  found: readonly SupplementaryColumns[],
): Text | undefined {
  const paired = new Set(found.flatMap(({ old, changes }) => [old, ...changes]));
  const open = amounts.find(
    ({ part, column }) => (part === "change" || part === "old") && !paired.has(column),
  );
  if (open === undefined) return undefined;
  const letters = columnLetters(open.column);
  return {
    de: `Spalte ${letters} („${open.header}“) nennt einen Nachtrag, aber es fehlt eine Spalte mit dem neuen Ansatz. Bitte sagen, welche Spalte gilt, oder den neuen Ansatz ergänzen.`,
    en: `Column ${letters} (“${open.header}”) names a supplementary budget, but there is no column with the new amount. Please say which column counts, or add the new amount.`,
  };
}
