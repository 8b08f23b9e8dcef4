import type { Text } from "../language";
import {
  atLeast,
  atMost,
  at,
  call,
  constant,
  type Expression,
  flag,
  isEmpty,
  largest,
  minus,
  over,
  plus,
  smallest,
  times,
  when,
  year,
  equal,
} from "./expression";
import type { Row } from "./row";
import type { CalculationSheet } from "./sheet";

/** Months counted through: 12 × year + month, January = 1. */
export function monthIndexOf(date: Expression): Expression {
  return plus(times(12, call("YEAR", date)), call("MONTH", date));
}

/** Months of the formula's year between two month indices, both included; at least 0. */
export function monthsBetween(
  starts: readonly Expression[],
  ends: readonly Expression[],
): Expression {
  const inYear = (index: Expression): Expression => minus(index, times(12, year));
  return largest(
    0,
    plus(minus(smallest(12, ...ends.map(inYear)), largest(1, ...starts.map(inYear))), 1),
  );
}

/** A stretch of time in which something is charged. */
export interface Period {
  /** Charged months of each year, 0 to 12. */
  readonly months: Row;
  /** Month indices of its first and last months; the latest and the earliest decide. */
  readonly starts: readonly Row[];
  readonly ends: readonly Row[];
  /** Charged months for which VAT is due. */
  taxedMonths(): Row;
  /** Charged months for which VAT is due and invoiced. */
  invoicedMonths(): Row;
}

/** From which months VAT is due, and from which on it is invoiced, as month indices. */
export interface VatStart {
  readonly due: Row;
  readonly invoiced: Row;
}

/** Builds the periods of one scenario; each working row is made when it is first needed. */
export class Periods {
  readonly #sheet: CalculationSheet;
  readonly #horizon: Row;
  readonly #vat: VatStart | undefined;

  constructor(sheet: CalculationSheet, horizon: Row, vat: VatStart | undefined) {
    this.#sheet = sheet;
    this.#horizon = horizon;
    this.#vat = vat;
  }

  /** The period between month indices; `id` begins the ids of its rows. */
  between(
    id: string,
    label: Text,
    starts: readonly Row[],
    ends: readonly Row[],
    known?: Row,
  ): Period {
    const row = (suffix: string, words: Text, from: readonly Row[]): Row =>
      this.#sheet.formula(
        {
          id: `${id}.${suffix}`,
          label: { de: `${label.de}: ${words.de}`, en: `${label.en}: ${words.en}` },
          unit: "months",
        },
        times(
          monthsBetween([...starts, ...from].map(constant), ends.map(constant)),
          at(this.#horizon),
        ),
      );
    const vat = (): VatStart => {
      if (this.#vat === undefined) throw new Error(`${id}: no VAT in this scenario`);
      return this.#vat;
    };
    let taxed: Row | undefined;
    let invoiced: Row | undefined;
    return {
      months: known ?? row("months", { de: "Monate im Jahr", en: "months in the year" }, []),
      starts,
      ends,
      taxedMonths: () =>
        (taxed ??= row(
          "taxed",
          { de: "davon umsatzsteuerpflichtige Monate", en: "of these months with VAT due" },
          [vat().due],
        )),
      invoicedMonths: () =>
        (invoiced ??= row(
          "invoiced",
          {
            de: "davon Monate mit berechneter Umsatzsteuer",
            en: "of these months with VAT invoiced",
          },
          [vat().due, vat().invoiced],
        )),
    };
  }

  /** A part of a period, from and to the months of optional inputs. */
  within(
    id: string,
    label: Text,
    outer: Period,
    from: Row | undefined,
    to: Row | undefined,
  ): Period {
    if (from === undefined && to === undefined) return outer;
    const [start] = outer.starts;
    const [end] = outer.ends;
    if (start === undefined || end === undefined) throw new Error(`${id}: a period without ends`);
    const index = (input: Row, ifEmpty: Row, words: Text, suffix: string): Row =>
      optionalMonth(
        this.#sheet,
        `${id}.${suffix}`,
        { de: `${label.de}: ${words.de}`, en: `${label.en}: ${words.en}` },
        input,
        constant(ifEmpty),
      );
    const starts =
      from === undefined
        ? outer.starts
        : [
            ...outer.starts,
            index(from, start, { de: "Beginn (Monatsindex)", en: "start (month index)" }, "start"),
          ];
    const ends =
      to === undefined
        ? outer.ends
        : [
            ...outer.ends,
            index(to, end, { de: "Ende (Monatsindex)", en: "end (month index)" }, "end"),
          ];
    return this.between(id, label, starts, ends);
  }
}

/** Month index of an optional month: an empty input counts as another index. */
export function optionalMonth(
  sheet: CalculationSheet,
  id: string,
  label: Text,
  input: Row,
  ifEmpty: Expression,
): Row {
  return sheet.constant(
    { id, label, unit: "monthIndex" },
    when(isEmpty(constant(input)), ifEmpty, monthIndexOf(constant(input))),
  );
}

/** 1 if a month lies within a period. */
export function liesWithin(month: Row, { starts, ends }: Period): Expression {
  return times(
    ...starts.map((start) => atLeast(constant(month), constant(start))),
    ...ends.map((end) => atMost(constant(month), constant(end))),
  );
}

/** 1 in the year a month index lies in. */
export function inYearOf(index: Row): Expression {
  return flag(equal(call("INT", over(minus(constant(index), 1), 12)), year));
}
