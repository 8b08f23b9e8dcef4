import { fill, type Text } from "../../language";
import { calendarMonth, excelSerial, firstDayOf } from "../../law/calendar";
import { ownIndexInput } from "../assumptions";
import type { IndexChoice, Series } from "../document";
import {
  above,
  at,
  before,
  constant,
  differs,
  criterion,
  equal,
  type Expression,
  flag,
  isEmpty,
  largest,
  OPENING_COLUMN,
  over,
  times,
  when,
} from "../expression";
import { FIELD_LABELS } from "../field-labels";
import { carriedOn } from "../indices";
import { asMonth } from "../field-forms";
import type { FieldHome, InputSpec } from "../inputs";
import { inYearOf, liesWithin } from "../periods";
import type { InputBounds, Row, Unit } from "../row";
import type { BlockContext } from "./block";

/** Amounts in EUR that a town's budget can hold; typed slips beyond it are refused by the cell. */
export const AMOUNT_BOUNDS: InputBounds = { minimum: -1_000_000_000, maximum: 1_000_000_000 };
export const SHARE_BOUNDS: InputBounds = { minimum: 0, maximum: 1 };
const RATE_BOUNDS: InputBounds = { minimum: -0.5, maximum: 1 };

/** One input value; `home` is where it stands in the block. */
export function constantInput(
  field: string,
  home: FieldHome,
  label: Text,
  unit: Unit,
  value: number | string | null,
  source: string | undefined,
  bounds: InputBounds = AMOUNT_BOUNDS,
): InputSpec {
  return { field, home, label, unit, shape: { kind: "constant", value }, source, bounds };
}

/** A value that may change from given years on. */
export function seriesInput(
  field: string,
  home: FieldHome,
  label: Text,
  unit: Unit,
  value: Series,
  source: string | undefined,
  bounds: InputBounds = AMOUNT_BOUNDS,
): InputSpec {
  return { field, home, label, unit, shape: { kind: "series", value }, source, bounds };
}

/** `byYear` of a block: amounts by year that are carried on, or one yearly price. */
export function amountInput(
  amounts: number | Readonly<Record<string, number>>,
  source: string | undefined,
): InputSpec {
  const home = { path: ["byYear"] };
  if (typeof amounts === "number") {
    return constantInput("amount", home, FIELD_LABELS.amountAYear, "EUR", amounts, source);
  }
  return {
    field: "by-year",
    home,
    label: FIELD_LABELS.amountByYear,
    unit: "EUR",
    shape: { kind: "byYear", value: amounts },
    source,
    bounds: AMOUNT_BOUNDS,
  };
}

/** A month as the first day of it; empty where none is given. */
export function monthInput(
  field: string,
  { path, form = asMonth }: FieldHome,
  label: Text,
  month: string | undefined,
  source: string | undefined,
): InputSpec {
  return {
    field,
    home: { path, form },
    label,
    unit: "month",
    shape: {
      kind: "constant",
      value: month === undefined ? null : excelSerial(firstDayOf(calendarMonth(month))),
    },
    source,
  };
}

/** The input of an index of the block's own; none where it follows a shared one. */
export function indexInput(
  choice: IndexChoice | undefined,
  source: string | undefined,
): readonly InputSpec[] {
  const shape = ownIndexInput(choice);
  if (shape === undefined) return [];
  return [
    {
      field: "index",
      home: { path: ["index"] },
      label: FIELD_LABELS.priceChange,
      unit: "share",
      shape,
      source,
      bounds: RATE_BOUNDS,
    },
  ];
}

/** An amount due once: `amount × f[t]` in the year of its month, if the month counts. */
export function amountOnce(
  context: BlockContext,
  name: { readonly id: string; readonly label: Text },
  amount: Expression,
  index: Row,
  month: Row,
): Row {
  const { sheet, period, horizon } = context;
  const counts = sheet.constant(
    {
      id: `${name.id}.counts`,
      label: fill(
        { de: "{0}: Monat liegt im Szenario", en: "{0}: month lies in the scenario" },
        name.label,
      ),
      unit: "flag",
    },
    liesWithin(month, period),
  );
  return sheet.formula(
    { id: `${name.id}.amount`, label: name.label, unit: "EUR" },
    times(amount, at(index), inYearOf(month), constant(counts), at(horizon)),
  );
}

/** `price × f[t] × c[t] / 12` */
export function yearlyPrice(price: Expression, index: Row, months: Row): Expression {
  return over(times(price, at(index), at(months)), 12);
}

/** The value of a series input in each year, on the scenario's sheet. */
export function seriesInYear(context: BlockContext, field: string): Row {
  const input = context.input(field);
  return carriedOn(
    context.sheet,
    `${context.id}.${field}`,
    fill({ de: "{0} im Jahr", en: "{0} in the year" }, input.label),
    input,
  );
}

/**
 * Amounts by year: a given year is that year's amount as given; a later one carries the last given on
 * with its index and its months; before the first given year, and where no month counts, 0.
 */
export function amountsByYear(context: BlockContext, index: Row): Row {
  const { id, label, sheet, period } = context;
  const input = context.input("by-year");
  const words = (de: string, en: string): Text =>
    fill({ de: `{0}: ${de}`, en: `{0}: ${en}` }, label);
  const given = sheet.formula(
    { id: `${id}.given`, label: words("Jahr angegeben", "year given"), unit: "flag" },
    flag(differs(at(input), criterion(""))),
  );
  const value = sheet.formula(
    { id: `${id}.value`, label: words("angegebener Betrag", "amount given"), unit: "EUR" },
    when(isEmpty(at(input)), 0, at(input)),
  );
  const level = sheet.row({
    id: `${id}.level`,
    label: words("Jahreswert zu Preisen des ersten Jahres", "yearly value at first-year prices"),
    unit: "EUR",
  });
  level.fixed.set(OPENING_COLUMN, { kind: "zero" });
  level.years = {
    kind: "formula",
    expression: when(
      equal(at(given), 1),
      times(over(at(value), times(at(index), largest(1, at(period.months)))), 12),
      before(level),
    ),
  };
  return sheet.formula(
    { id: `${id}.amount`, label, unit: "EUR" },
    when(
      equal(at(given), 1),
      times(at(value), above(at(period.months), 0)),
      yearlyPrice(at(level), index, period.months),
    ),
  );
}

/** A yearly price in column E of the input, charged by the months of the scenario. */
export function priceByMonths(context: BlockContext, field: string, index: Row): Row {
  const price = context.sheet.importConstant(context.input(field));
  return context.sheet.formula(
    { id: `${context.id}.amount`, label: context.label, unit: "EUR" },
    yearlyPrice(constant(price), index, context.period.months),
  );
}
