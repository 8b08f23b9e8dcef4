import { readAccountClasses } from "../../src/law/accounts";
import accountsData from "../../src/law/data/account-classes.json";
import { readDiscountRates } from "../../src/law/discount";
import {
  INTEREST_RATES,
  readInterestRates,
  readInterestRounding,
  readOpenRuns,
  readWaitingTimes,
} from "../../src/law/interest-law";
import { readProvisionThresholds } from "../../src/law/provision";
import { LegalTableError } from "../../src/law/table";
import { readVatOptions } from "../../src/law/vat-option";
import { readVatRates, VAT_RATES } from "../../src/law/vat";

const citation = {
  norm: "§ 1 Beispielgesetz",
  source: "Beispielgesetz vom 01.01.2000",
  certainty: "sure",
  note: { de: "Beispiel", en: "Example" },
};
const vat = { validFrom: "2007-01-01", standard: 0.19, reduced: 0.07, ...citation };
const option = {
  validFrom: "2024-12-02",
  optionEnds: "2026-12-31",
  appliesFrom: "2027-01-01",
  ...citation,
};
const [nw, ni, cameral] = accountsData;

interface BrokenTable {
  readonly what: string;
  readonly read: (table: unknown) => unknown;
  readonly table: unknown;
  readonly words: string;
}

const BROKEN_TABLES: readonly BrokenTable[] = [
  {
    what: "no list",
    read: readVatRates,
    table: { rates: [] },
    words: "vat-rates expects a list, not Object",
  },
  { what: "no entry", read: readVatRates, table: [], words: "it has no entry" },
  {
    what: "an entry that is none",
    read: readVatRates,
    table: [19],
    words: "vat-rates[0] expects an entry with fields, not 19",
  },
  {
    what: "percent instead of a fraction",
    read: readVatRates,
    table: [{ ...vat, standard: 19 }],
    words:
      "vat-rates[0].standard expects a rate as a fraction above 0 and at most 1 (19 % is 0.19), not 19",
  },
  {
    what: "a rate as text",
    read: readVatRates,
    table: [{ ...vat, reduced: "7 %" }],
    words: 'vat-rates[0].reduced expects a rate as a number, not "7 %"',
  },
  {
    what: "a day that is none",
    read: readVatRates,
    table: [{ ...vat, validFrom: "2007-02-29" }],
    words: 'vat-rates[0].validFrom expects a real day as YYYY-MM-DD, not "2007-02-29"',
  },
  {
    what: "a year for a day",
    read: readVatRates,
    table: [{ ...vat, validFrom: 2007 }],
    words: "vat-rates[0].validFrom expects a date as text, not 2007",
  },
  {
    what: "entries out of order",
    read: readVatRates,
    table: [vat, { ...vat, validFrom: "2006-01-01" }],
    words: "vat-rates[1] begins 2006-01-01, not after 2007-01-01 before it",
  },
  {
    what: "the same day twice",
    read: readVatRates,
    table: [vat, vat],
    words: "vat-rates[1] begins 2007-01-01, not after 2007-01-01 before it",
  },
  {
    what: "a missing norm",
    read: readVatRates,
    table: [{ ...vat, norm: undefined }],
    words: "vat-rates[0].norm expects words, not undefined",
  },
  {
    what: "an empty source",
    read: readVatRates,
    table: [{ ...vat, source: " " }],
    words: "vat-rates[0].source expects words, not an empty text",
  },
  {
    what: "a note without English",
    read: readVatRates,
    table: [{ ...vat, note: { de: "Beispiel" } }],
    words: "vat-rates[0].note.en is missing",
  },
  {
    what: "a certainty of its own",
    read: readVatRates,
    table: [{ ...vat, certainty: "maybe" }],
    words: 'vat-rates[0].certainty expects "sure" or "check", not "maybe"',
  },
  {
    what: "a misspelt field",
    read: readVatRates,
    table: [{ ...vat, reducd: 0.07 }],
    words: "vat-rates[0].reducd is a field the schema does not know",
  },
  {
    what: "a gap between option and law",
    read: readVatOptions,
    table: [{ ...option, appliesFrom: "2027-01-02" }],
    words: "vat-options[0].appliesFrom expects the day after optionEnds",
  },
  {
    what: "a rate of nothing",
    read: readInterestRates,
    table: [{ validFrom: "2019-01-01", monthlyRate: 0, ...citation }],
    words: "interest-rates[0].monthlyRate expects a rate as a fraction above 0",
  },
  {
    what: "half a month of waiting",
    read: readWaitingTimes,
    table: [{ fromTaxYear: 2019, months: 20.5, ...citation }],
    words: "interest-waiting[0].months expects a whole number from 1 on, not 20.5",
  },
  {
    what: "tax years out of order",
    read: readWaitingTimes,
    table: [
      { fromTaxYear: 2020, months: 21, ...citation },
      { fromTaxYear: 2019, months: 21, ...citation },
    ],
    words: "interest-waiting[1] begins 2019, not after 2020 before it",
  },
  {
    what: "a multiple of 0",
    read: readInterestRounding,
    table: [{ validFrom: "2002-01-01", baseMultiple: 0, minimum: 10, ...citation }],
    words: "interest-rounding[0].baseMultiple expects a whole number from 1 on, not 0",
  },
  {
    what: "a tax year as text",
    read: readOpenRuns,
    table: [{ fromTaxYear: "1994", ...citation }],
    words: 'interest-open-run[0].fromTaxYear expects a whole number, not "1994"',
  },
  {
    what: "a discount rate in percent",
    read: readDiscountRates,
    table: [{ validFrom: "2023-07-07", nominal: 90, ...citation }],
    words: "discount-rates[0].nominal expects a rate as a fraction",
  },
  {
    what: "a probability above 1",
    read: readProvisionThresholds,
    table: [{ validFrom: "2019-01-01", probability: 50, ...citation }],
    words: "provision-thresholds[0].probability expects a rate as a fraction",
  },
  {
    what: "letters in an account",
    read: readAccountClasses,
    table: [{ ...nw, staff: ["5O"] }, ni, cameral],
    words: 'account-classes[0].staff.0 expects digits only, not "5O"',
  },
  {
    what: "a class that is both",
    read: readAccountClasses,
    table: [{ ...nw, revenue: ["4", "5"] }, ni, cameral],
    words: "account-classes[0] has a class that is expense and revenue at once",
  },
  {
    what: "staff outside expense",
    read: readAccountClasses,
    table: [{ ...nw, staff: ["40"] }, ni, cameral],
    words: "account-classes[0] has staff, depreciation or internal charges outside",
  },
  {
    what: "internal charges outside revenue",
    read: readAccountClasses,
    table: [{ ...nw, internalRevenue: ["38"] }, ni, cameral],
    words: "account-classes[0] has internal charges outside its revenue classes",
  },
  {
    what: "a Land that is not modelled",
    read: readAccountClasses,
    table: [{ ...nw, chart: "BY" }, ni, cameral],
    words: 'account-classes[0].chart expects "NW", "NI" or "cameral", not "BY"',
  },
  {
    what: "a missing chart",
    read: readAccountClasses,
    table: [nw, cameral],
    words: "the chart NI stands in it nowhere",
  },
  {
    what: "a chart twice",
    read: readAccountClasses,
    table: [nw, nw, ni, cameral],
    words: "the chart NW stands in it more than once",
  },
];

describe("broken legal tables", () => {
  it.each(BROKEN_TABLES)("$what", ({ read, table, words }) => {
    const fault = faultOf(() => read(table));
    expect(fault.message).toContain(words);
    expect(fault.message).toMatch(/^The legal table ".+" cannot be used: /);
    expect(fault.message).toMatch(/Correct src\/law\/data\/.+\.json against the law it cites\.$/);
  });

  it("names every fault, not only the first", () => {
    const fault = faultOf(() => readVatRates([{ ...vat, standard: 19, reduced: 7 }]));
    expect(fault.message).toContain("[0].standard");
    expect(fault.message).toContain("[0].reduced");
  });

  it("accepts the entries that the broken ones were made from", () => {
    expect(readVatRates([vat])).toHaveLength(1);
    expect(readVatOptions([option])).toHaveLength(1);
    expect(readAccountClasses([nw, ni, cameral]).NW.expense).toEqual(["5"]);
  });
});

describe("legal tables once read", () => {
  it("cannot be changed", () => {
    expect(Object.isFrozen(VAT_RATES)).toBe(true);
    expect(Object.isFrozen(VAT_RATES[0])).toBe(true);
    expect(Object.isFrozen(VAT_RATES[0].note)).toBe(true);
    expect(Reflect.set(INTEREST_RATES[0], "monthlyRate", 1)).toBe(false);
    expect(INTEREST_RATES[0].monthlyRate).toBe(0.005);
  });
});

function faultOf(action: () => unknown): LegalTableError {
  try {
    action();
  } catch (error) {
    if (error instanceof LegalTableError) return error;
    throw error;
  }
  throw new Error("It was accepted");
}
