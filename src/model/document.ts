import * as v from "valibot";

/** Amounts in EUR, finite. */
const amount = v.pipe(v.number(), v.finite());
const nonNegative = v.pipe(amount, v.minValue(0));
/** A rate or share as a fraction: 0.19 is 19 %. */
const fraction = v.pipe(amount, v.minValue(0), v.maxValue(1));
/** A yearly change as a fraction; a fall is negative. */
const rate = v.pipe(amount, v.minValue(-0.5), v.maxValue(1));
const year = v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2150));
const yearKey = v.pipe(v.string(), v.regex(/^(19|20|21)\d\d$/u));
const month = v.pipe(v.string(), v.regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/u));
const date = v.pipe(v.string(), v.isoDate());
const text = v.pipe(v.string(), v.maxLength(255));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/u), v.maxLength(40));

/** Amounts of given years. */
const givenYears = v.pipe(v.record(yearKey, amount), v.minEntries(1));
/** Amounts of given years that are carried on with the index, or one yearly price. */
const byYear = v.union([amount, givenYears]);
/** A number, or numbers from given years on. */
const series = <S extends v.GenericSchema<number>>(inner: S) =>
  v.union([inner, v.pipe(v.record(yearKey, inner), v.minEntries(1))]);

/** `goods`, `staff`, `fees`, a rate, or rates by year. */
const index = v.union([v.picklist(["goods", "staff", "fees"]), series(rate)]);

/** Codes with `*` for any rest, at the end only. */
const pattern = v.pipe(v.string(), v.regex(/^[^*]*\*?$/u), v.minLength(1), v.maxLength(60));
const where = v.strictObject({ product: v.optional(pattern), account: v.optional(pattern) });

const lineRule = v.strictObject({
  where,
  role: v.picklist(["stays", "ends", "budgeted"]),
  /** Last month paid. */
  until: v.optional(month),
  /** Paid again after the cooperation's last month. */
  returns: v.optional(v.boolean()),
});

/** What every block may carry. */
const labels = {
  name: v.optional(text),
  product: v.optional(text),
  account: v.optional(text),
  note: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  source: v.optional(text),
};
const taxable = v.optional(v.boolean());

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
  name: v.pipe(text, v.minLength(1)),
  price: amount,
  start: v.optional(month),
  oneOff: v.optional(amount),
  replaces: v.optional(v.array(v.strictObject({ where }))),
  parallelUntil: v.optional(month),
});
const takeUp = v.strictObject({
  kind: v.literal("take-up"),
  ...labels,
  byYear: v.optional(byYear),
  percent: v.optional(series(fraction)),
  pricePerInhabitant: v.optional(amount),
  cap: v.optional(fraction),
  products: v.optional(v.pipe(v.array(product), v.minLength(1))),
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
  once: v.optional(v.boolean()),
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
  usersPerTeam: v.optional(v.pipe(amount, v.gtValue(0))),
  administratorCost: nonNegative,
  technicianCost: nonNegative,
  overhead: v.optional(nonNegative),
  users: v.pipe(amount, v.gtValue(0)),
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
  rate: v.union([
    v.picklist(["none", "statutory"]),
    v.strictObject({ effective: fraction }),
    v.strictObject({ inputTaxShare: fraction }),
  ]),
  from: v.optional(month),
  invoiced: v.optional(v.union([v.boolean(), month])),
  deductible: v.optional(fraction),
});
const backTax = v.strictObject({
  kind: v.literal("back-tax"),
  ...labels,
  assessed: v.optional(v.nullable(date)),
  interest: v.optional(v.union([v.literal("statutory"), fraction])),
  probability: v.optional(fraction),
  limitation: v.optional(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30))),
  ),
});
const provision = v.strictObject({
  kind: v.literal("provision"),
  ...labels,
  method: v.picklist(["provision", "earmarked"]),
});
const asset = v.strictObject({
  name: v.pipe(text, v.minLength(1)),
  acquired: month,
  cost: nonNegative,
  lifeMonths: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200)),
});
const exit = v.strictObject({
  kind: v.literal("exit"),
  ...labels,
  date,
  dataTransfer: v.optional(amount),
  assets: v.optional(v.array(asset)),
  capitalise: v.optional(v.boolean()),
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
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  /** A label: VAT is law, not a choice; comparisons rank within one tax case. */
  taxCase: v.optional(text),
  start: v.optional(month),
  end: v.optional(v.nullable(month)),
  lines: v.optional(v.array(lineRule)),
  blocks: v.array(blockSchema),
  note: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  source: v.optional(text),
});

/** The model file; `interfaces.md`, published as `schema/model.schema.json`. */
export const modelSchema = v.strictObject({
  version: v.literal(1),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  land: v.optional(v.picklist(["NW", "NI"])),
  years: v.strictObject({ first: year, last: year }),
  inhabitants: v.optional(series(v.pipe(amount, v.gtValue(0)))),
  workplaces: v.optional(series(nonNegative)),
  indices: v.optional(
    v.strictObject({
      goods: v.optional(series(rate)),
      staff: v.optional(series(rate)),
      fees: v.optional(series(rate)),
    }),
  ),
  discountRate: v.optional(rate),
  rounding: v.optional(v.picklist([1, 10, 100, 1000])),
  lines: v.optional(v.array(lineRule)),
  reference: v.optional(id),
  scenarios: v.pipe(v.array(scenario), v.minLength(1), v.maxLength(20)),
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
