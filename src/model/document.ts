import * as v from "valibot";
import { isCalendarDate } from "../law/calendar";
import type { Expectation } from "./expectations";

/** The message of a schema is the key of what it expects; {@link EXPECTATIONS} has the words. */
function numberAs(key: Expectation) {
  return v.pipe(v.number(key), v.finite(key));
}

function wholeNumberAs(key: Expectation, least: number, most: number) {
  return v.pipe(v.number(key), v.integer(key), v.minValue(least, key), v.maxValue(most, key));
}

function textAs(key: Expectation, least: number, most: number) {
  return v.pipe(v.string(key), v.minLength(least, key), v.maxLength(most, key));
}

function fractionAs(key: Expectation) {
  return v.pipe(numberAs(key), v.minValue(0, key), v.maxValue(1, key));
}

function rateAs(key: Expectation) {
  return v.pipe(numberAs(key), v.minValue(-0.5, key), v.maxValue(1, key));
}

function monthAs(key: Expectation) {
  return v.pipe(v.string(key), v.regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, key));
}

function dateAs(key: Expectation) {
  return v.pipe(v.string(key), v.isoDate(key), v.check(isCalendarDate, key));
}

/** Amounts in EUR, finite. */
const amount = numberAs("amount");
const nonNegative = v.pipe(numberAs("nonNegative"), v.minValue(0, "nonNegative"));
const positive = v.pipe(numberAs("positive"), v.gtValue(0, "positive"));
/** A rate or share as a fraction: 0.19 is 19 %. */
const fraction = fractionAs("share");
/** A yearly change as a fraction; a fall is negative. */
const rate = rateAs("change");
const year = wholeNumberAs("year", 1990, 2150);
const yearKey = v.pipe(v.string("yearKey"), v.regex(/^(19|20|21)\d\d$/, "yearKey"));
const month = monthAs("month");
const date = dateAs("date");
const flag = v.boolean("flag");
const text = textAs("text", 0, 255);
const label = textAs("label", 1, 255);
const name = textAs("name", 1, 120);
const note = textAs("note", 0, 2000);
const id = v.pipe(
  v.string("id"),
  v.regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, "id"),
  v.maxLength(40, "id"),
);

/** Amounts of given years. */
const givenYears = yearsOf(amount, "givenYears");
/** A number, or numbers from given years on; for amounts, those that are carried on with the index. */
function series<S extends v.GenericSchema<number>>(inner: S) {
  return v.union([inner, yearsOf(inner, "series")], "series");
}
const byYear = series(amount);

function yearsOf<S extends v.GenericSchema<number>>(inner: S, key: Expectation) {
  return v.pipe(v.record(yearKey, inner, key), v.minEntries(1, key));
}

/** `goods`, `staff`, `fees`, a rate, or rates by year. */
const index = v.union(
  [v.picklist(["goods", "staff", "fees"]), rate, yearsOf(rate, "index")],
  "index",
);

/** Codes with `*` for any rest, at the end only. */
const pattern = v.pipe(textAs("code", 1, 60), v.regex(/^[^*]*\*?$/, "code"));
const where = v.strictObject({ product: v.optional(pattern), account: v.optional(pattern) });

const lineRule = v.strictObject({
  where,
  role: v.picklist(["stays", "ends", "budgeted", "unaffected"]),
  /** Last month paid. */
  until: v.optional(month),
  /** Paid again after the cooperation's last month. */
  returns: v.optional(flag),
});

/** What every block may carry. */
const labels = {
  name: v.optional(text),
  product: v.optional(text),
  account: v.optional(text),
  note: v.optional(note),
  source: v.optional(text),
};
const taxable = v.optional(flag);

const baseFee = v.strictObject({
  kind: v.literal("base-fee"),
  ...labels,
  amount: v.optional(amount),
  perInhabitant: v.optional(amount),
  index: v.optional(index),
  taxable,
});
const levy = v.strictObject({
  kind: v.literal("levy"),
  ...labels,
  byYear: v.optional(byYear),
  perInhabitant: v.optional(amount),
  index: v.optional(index),
  taxable,
});
const generalCosts = v.strictObject({
  kind: v.literal("general-costs"),
  ...labels,
  byYear: v.optional(byYear),
  shareOfTakeUp: v.optional(fraction),
  index: v.optional(index),
  taxable,
});
const product = v.strictObject({
  name: label,
  price: amount,
  start: v.optional(month),
  oneOff: v.optional(amount),
  replaces: v.optional(v.array(v.strictObject({ where }), "list")),
  parallelUntil: v.optional(month),
});
const takeUp = v.strictObject({
  kind: v.literal("take-up"),
  ...labels,
  byYear: v.optional(byYear),
  percent: v.optional(series(fraction)),
  pricePerInhabitant: v.optional(amount),
  cap: v.optional(fraction),
  products: v.optional(v.pipe(v.array(product, "filledList"), v.minLength(1, "filledList"))),
  index: v.optional(index),
  taxable,
});
const services = v.strictObject({
  kind: v.literal("services"),
  ...labels,
  units: v.optional(series(amount)),
  unitPrice: amount,
  from: v.optional(month),
  to: v.optional(month),
  once: v.optional(flag),
  index: v.optional(index),
  taxable,
});
const oneOff = v.strictObject({
  kind: v.literal("one-off"),
  ...labels,
  byYear: givenYears,
  taxable,
});
const settlement = v.strictObject({
  kind: v.literal("settlement"),
  ...labels,
  byYear: givenYears,
  taxable,
});
const staff = v.strictObject({
  kind: v.literal("staff"),
  ...labels,
  fte: series(amount),
  costPerFte: amount,
  index: v.optional(index),
  taxable,
});
const staffing = v.strictObject({
  usersPerTeam: v.optional(positive),
  administratorCost: nonNegative,
  technicianCost: nonNegative,
  overhead: v.optional(nonNegative),
  users: positive,
  ownUsers: nonNegative,
});
const sharedServiceCentre = v.strictObject({
  kind: v.literal("shared-service-centre"),
  ...labels,
  pricePerWorkplace: v.optional(amount),
  staffing: v.optional(staffing),
  index: v.optional(index),
  taxable,
});
const provider = v.strictObject({
  kind: v.literal("provider"),
  ...labels,
  personDays: series(nonNegative),
  dayRate: amount,
  index: v.optional(index),
  taxable,
});
const vat = v.strictObject({
  kind: v.literal("vat"),
  ...labels,
  rate: v.union(
    [
      v.picklist(["none", "statutory"]),
      v.strictObject({ effective: fraction }),
      v.strictObject({ inputTaxShare: fraction }),
    ],
    "vatRate",
  ),
  from: v.optional(month),
  invoiced: v.optional(v.union([flag, monthAs("invoiced")], "invoiced")),
  deductible: v.optional(fraction),
});
const backTax = v.strictObject({
  kind: v.literal("back-tax"),
  ...labels,
  assessed: v.optional(v.nullable(dateAs("dateOrNone"))),
  interest: v.optional(v.union([v.literal("statutory"), fractionAs("interest")], "interest")),
  probability: v.optional(fraction),
  limitation: v.optional(v.nullable(wholeNumberAs("limitation", 1, 30))),
});
const provision = v.strictObject({
  kind: v.literal("provision"),
  ...labels,
  method: v.picklist(["provision", "earmarked"]),
});
const asset = v.strictObject({
  name: label,
  acquired: month,
  cost: nonNegative,
  lifeMonths: wholeNumberAs("lifeMonths", 1, 1200),
});
const exit = v.strictObject({
  kind: v.literal("exit"),
  ...labels,
  date,
  dataTransfer: v.optional(amount),
  assets: v.optional(v.array(asset, "list")),
  capitalise: v.optional(flag),
  taxable,
});

export const blockSchema = v.variant("kind", [
  baseFee,
  levy,
  generalCosts,
  takeUp,
  services,
  oneOff,
  settlement,
  staff,
  sharedServiceCentre,
  provider,
  vat,
  backTax,
  provision,
  exit,
]);

const scenario = v.strictObject({
  id,
  name,
  /** A label: VAT is law, not a choice; comparisons rank within one tax case. */
  taxCase: v.optional(text),
  start: v.optional(month),
  end: v.optional(v.nullable(monthAs("monthOrNone"))),
  lines: v.optional(v.array(lineRule, "list")),
  blocks: v.array(blockSchema, "list"),
  note: v.optional(note),
  source: v.optional(text),
});

/** The model file; `interfaces.md`, published as `schema/model.schema.json`. */
export const modelSchema = v.strictObject({
  version: v.literal(1, "version"),
  name,
  land: v.optional(v.picklist(["NW", "NI"])),
  years: v.strictObject({ first: year, last: year }),
  inhabitants: v.optional(series(positive)),
  workplaces: v.optional(series(nonNegative)),
  indices: v.optional(
    v.strictObject({
      goods: v.optional(series(rate)),
      staff: v.optional(series(rate)),
      fees: v.optional(series(rate)),
    }),
  ),
  discountRate: v.optional(rateAs("discountRate")),
  rounding: v.optional(v.picklist([1, 10, 100, 1000])),
  /** Where the figures of the frame come from, as `source` says it of a block. */
  sources: v.optional(
    v.strictObject({
      inhabitants: v.optional(text),
      workplaces: v.optional(text),
      indices: v.optional(text),
      discountRate: v.optional(text),
      rounding: v.optional(text),
    }),
  ),
  lines: v.optional(v.array(lineRule, "list")),
  reference: v.optional(id),
  /** The scenario whose budget request is drawn up. */
  request: v.optional(id),
  scenarios: v.pipe(
    v.array(scenario, "scenarios"),
    v.minLength(1, "scenarios"),
    v.maxLength(20, "scenarios"),
  ),
});

/** A model as it stands in a file and in the workbook. */
export type ModelDocument = v.InferOutput<typeof modelSchema>;
export type ScenarioDocument = ModelDocument["scenarios"][number];
export type BlockDocument = v.InferOutput<typeof blockSchema>;
export type BlockKind = BlockDocument["kind"];
export type BlockOf<K extends BlockKind> = Extract<BlockDocument, { kind: K }>;
export type LineRule = v.InferOutput<typeof lineRule>;
export type LinePattern = v.InferOutput<typeof where>;
export type IndexChoice = v.InferOutput<typeof index>;
/** A number that holds for all years, or numbers from given years on. */
export type Series = number | Readonly<Record<string, number>>;
