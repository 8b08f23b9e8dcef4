import type { Series } from "../../model/document";
import type { TypedNumber } from "./typed-number";

/** Amounts by year: `{ "2022": 48000, "2023": 172000 }`. */
export type ByYear = Readonly<Record<string, number>>;

/** Amounts with one year set, or taken out. */
export function withYear(value: ByYear, year: number, amount: number | undefined): ByYear {
  const others = Object.entries(value).filter(([other]) => other !== String(year));
  return Object.fromEntries(amount === undefined ? others : [...others, [String(year), amount]]);
}

/**
 * The amounts of several cells copied from a sheet, empty ones as undefined; undefined where it is one
 * text only, or where one of them is not to be understood.
 */
export function amountsIn(
  text: string,
  read: (text: string) => TypedNumber,
): readonly (number | undefined)[] | undefined {
  const cells = text.replace(/[\r\n]+$/, "").split(/\t|\r?\n/);
  if (cells.length < 2) return undefined;
  const readings = cells.map(read);
  if (readings.some(({ kind }) => kind === "wrong")) return undefined;
  return readings.map((reading) => (reading.kind === "value" ? reading.value : undefined));
}

/** A series that may change in a year: until the user types another value there, the one before holds on. */
export function withChange(value: Series | undefined, year: number, firstYear: number): Series {
  if (value === undefined) return {};
  if (typeof value === "number") return { [String(firstYear)]: value, [String(year)]: value };
  const before = Object.keys(value)
    .map(Number)
    .filter((other) => other < year);
  const holds =
    before.length > 0 ? Math.max(...before) : Math.min(...Object.keys(value).map(Number));
  return withYear(value, year, value[String(holds)]);
}
