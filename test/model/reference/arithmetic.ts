import type { BlockDocument, BlockOf, ModelDocument, Series } from "../../../src/model/document";
import type { RowId } from "../../../src/model/terms";

export type Scenario = ModelDocument["scenarios"][number];
export type ByYear = Map<number, number>;

/** The value of a series in a year: the last given holds on; before the first, the first. */
export function held(series: Series, t: number): number {
  if (typeof series === "number") return series;
  const given = years(series);
  const year = given.filter((y) => y <= t).at(-1) ?? given[0];
  return year === undefined ? 0 : value(series, year);
}

export function years(byYear: Readonly<Record<string, number>>): readonly number[] {
  return Object.keys(byYear)
    .map(Number)
    .sort((a, b) => a - b);
}

export function value(byYear: Readonly<Record<string, number>>, year: number): number {
  return byYear[String(year)] ?? 0;
}

export function monthOf(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Whole cents, half cents up; the dust of binary sums does not count. */
export function cents(amount: number): number {
  return Math.round(Number((100 * amount).toFixed(6)));
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function begins(code: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => code.startsWith(beginning));
}

export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

export function total(row: ByYear): number {
  return sum([...row.values()]);
}

export function get(row: ByYear, year: number): number {
  return row.get(year) ?? 0;
}

export function add(row: ByYear, year: number, amount: number): void {
  row.set(year, get(row, year) + amount);
}

export function emptyRows(first: number, last: number): Record<RowId, ByYear> {
  const row = (): ByYear =>
    new Map(Array.from({ length: last - first + 1 }, (_, i) => [first + i, 0]));
  return {
    baseline: row(),
    "baseline-cash": row(),
    "base-fee": row(),
    levy: row(),
    "general-costs": row(),
    "take-up": row(),
    services: row(),
    "one-off": row(),
    settlement: row(),
    staff: row(),
    "shared-service-centre": row(),
    provider: row(),
    exit: row(),
    "exit-depreciation": row(),
    "net-taxable": row(),
    vat: row(),
    "open-vat": row(),
    "open-claims": row(),
    lapsed: row(),
    "back-tax": row(),
    interest: row(),
    "back-payment": row(),
    "provision-allocation": row(),
    "provision-use": row(),
    "provision-release": row(),
    "provision-shortfall": row(),
    "provision-balance": row(),
    "result-cost": row(),
    "cash-cost": row(),
    "status-quo": row(),
    difference: row(),
    "cumulative-difference": row(),
    budgeted: row(),
    cover: row(),
    "present-value": row(),
  };
}

export function only<K extends BlockDocument["kind"]>(
  scenario: Scenario,
  kind: K,
): BlockOf<K> | undefined {
  return scenario.blocks.find((block): block is BlockOf<K> => block.kind === kind);
}

export function takes(
  where: { readonly product?: string | undefined; readonly account?: string | undefined },
  line: { readonly product?: string; readonly account?: string },
): boolean {
  const fits = (pattern: string | undefined, code: string | undefined): boolean => {
    if (pattern === undefined) return true;
    if (code === undefined) return false;
    return pattern.endsWith("*") ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
  };
  return fits(where.product, line.product) && fits(where.account, line.account);
}
