import * as fc from "fast-check";
import type { Series } from "../../../src/model/document";

/** Draws single values; every draw shrinks on its own. */
export interface Draw {
  whole(min: number, max: number): number;
  one<T>(...choices: readonly [T, ...T[]]): T;
  /** True once in so many times. */
  rarely(times: number): boolean;
  /** EUR with cents: round sums, odd ones, small ones, nothing, sometimes less than nothing. */
  money(limit?: number): number;
  /** A fraction with at most four decimals. */
  fraction(min: number, max: number): number;
}

/** Draws from what fast-check generates, so that it can shrink and repeat every value. */
export function drawFrom(gen: fc.GeneratorValue): Draw {
  return {
    whole: (min, max) => gen(fc.integer, { min, max }),
    one: <T>(...choices: readonly [T, ...T[]]): T => {
      const place = gen(fc.integer, { min: 0, max: choices.length - 1 });
      return choices.find((_, index) => index === place) as T;
    },
    rarely: (times) => gen(fc.integer, { min: 1, max: times }) === times,
    money: (limit = 400_000) => gen(amountUpTo, limit),
    fraction: (min, max) =>
      gen(fc.integer, { min: Math.round(min * 10_000), max: Math.round(max * 10_000) }) / 10_000,
  };
}

function amountUpTo(limit: number): fc.Arbitrary<number> {
  const cents = (least: number, most: number): fc.Arbitrary<number> =>
    fc.integer({ min: least, max: most }).map((count) => count / 100);
  const thousands = fc
    .integer({ min: 1, max: Math.ceil(limit / 1000) })
    .map((count) => 1000 * count);
  return fc.oneof(
    { weight: 5, arbitrary: thousands },
    { weight: 5, arbitrary: cents(1, 100 * limit) },
    { weight: 1, arbitrary: cents(1, 9999) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: cents(-30 * limit, -1) },
  );
}

export interface Frame {
  readonly first: number;
  readonly last: number;
}

/** The months a scenario runs, counted through as 12 × year + month. */
export interface Term {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

export function text(month: number): string {
  const year = Math.floor((month - 1) / 12);
  return `${year}-${String(month - 12 * year).padStart(2, "0")}`;
}

export function optionalText(key: string, month: number | undefined): object {
  return optional(key, month === undefined ? undefined : text(month));
}

export function monthIndexOf(date: string): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
}

/** A month from some years before the model to some years after it. */
export function anyMonth(draw: Draw, { first, last }: Frame, before = 1, after = 1): number {
  return draw.whole(12 * (first - before) + 1, 12 * (last + after) + 12);
}

export function anyDate(draw: Draw, from: number, to: number): string {
  const month = draw.whole(from, to);
  const year = Math.floor((month - 1) / 12);
  const length = new Date(Date.UTC(year, month - 12 * year, 0)).getUTCDate();
  const day = draw.one(1, length, length, length - 1, draw.whole(1, length));
  return `${text(month)}-${String(day).padStart(2, "0")}`;
}

/** One value, or values from given years on, which may lie outside the model. */
export function series(draw: Draw, { first, last }: Frame, value: () => number): Series {
  if (draw.rarely(3)) return value();
  const given: Record<string, number> = {};
  const count = draw.whole(1, 4);
  for (let i = 0; i < count; i += 1) given[String(draw.whole(first - 3, last + 2))] = value();
  return given;
}

export function rates(draw: Draw, frame: Frame): Series {
  return series(draw, frame, () => draw.fraction(-0.06, 0.09));
}
