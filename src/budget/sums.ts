import type { BudgetLine, YearTotal } from "./line";

/** Sums of detail lines by year and kind, in EUR, to a hundredth of a cent. */
export function yearTotals(lines: readonly BudgetLine[]): readonly YearTotal[] {
  const sums = new Map<string, { -readonly [part in keyof YearTotal]: YearTotal[part] }>();
  for (const line of lines) {
    const counted = new Set<string>();
    for (const { year, kind, value } of line.amounts) {
      const key = `${year} ${kind}`;
      let sum = sums.get(key);
      if (sum === undefined) {
        sum = { year, kind, revenue: 0, expense: 0, undirected: 0, lines: 0 };
        sums.set(key, sum);
      }
      if (line.direction === undefined) sum.undirected += value;
      else sum[line.direction] += value;
      if (!counted.has(key)) {
        counted.add(key);
        sum.lines += 1;
      }
    }
  }
  return [...sums.values()]
    .map((sum) => ({
      ...sum,
      revenue: rounded(sum.revenue),
      expense: rounded(sum.expense),
      undirected: rounded(sum.undirected),
    }))
    .sort((a, b) => a.year - b.year || KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
}

const KIND_ORDER = ["ergebnis", "ansatz", "fortgeschrieben", "planung", "verpflichtung"];

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
