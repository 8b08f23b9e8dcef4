import type { AmountKind, BudgetLine, YearTotal } from "./line";

/** Kinds in the order in which a budget prints them. */
const KIND_ORDER: readonly AmountKind[] = [
  "ergebnis",
  "ansatz",
  "fortgeschrieben",
  "planung",
  "verpflichtung",
];

interface RunningTotal {
  readonly year: number;
  readonly kind: AmountKind;
  revenue: number;
  expense: number;
  undirected: number;
  lines: number;
  /** The line counted last, so that a line with two amounts of a slot counts once. */
  last: number;
}

/** Sums of detail lines by year and kind, in EUR, to a hundredth of a cent. */
export function yearTotals(lines: readonly BudgetLine[]): readonly YearTotal[] {
  const sums = new Map<number, RunningTotal>();
  lines.forEach((line, index) => {
    for (const { year, kind, value } of line.amounts) {
      const key = year * KIND_ORDER.length + KIND_ORDER.indexOf(kind);
      let sum = sums.get(key);
      if (sum === undefined) {
        sum = { year, kind, revenue: 0, expense: 0, undirected: 0, lines: 0, last: -1 };
        sums.set(key, sum);
      }
      sum[line.direction ?? "undirected"] += value;
      if (sum.last !== index) sum.lines += 1;
      sum.last = index;
    }
  });
  return [...sums.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, { year, kind, revenue, expense, undirected, lines: count }]) => ({
      year,
      kind,
      revenue: rounded(revenue),
      expense: rounded(expense),
      undirected: rounded(undirected),
      lines: count,
    }));
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}

/**
 * The year the sheet states, else the first Ansatz year that has no result; the year directly after
 * the last result is the running one, whose Ansatz is printed for comparison (§ 1 KomHVO NRW).
 */
export function budgetYearOf(
  totals: readonly YearTotal[],
  stated: number | undefined,
): number | undefined {
  if (totals.some(({ year, kind }) => year === stated && kind !== "ergebnis")) return stated;
  const results = new Set(totals.filter(({ kind }) => kind === "ergebnis").map(({ year }) => year));
  const latest = Math.max(...results);
  return (
    totals.find(
      ({ kind, year }) =>
        kind === "ansatz" && !results.has(year) && (results.size === 0 || year > latest + 1),
    )?.year ?? totals.find(({ kind, year }) => kind === "ansatz" && !results.has(year))?.year
  );
}
