import { RefusedError } from "../../src/finding";
import { calendarDate } from "../../src/law/calendar";
import { interestOnBackTax, type InterestClaim } from "../../src/law/interest";
import { fullMonthsBetween } from "../../src/law/interest-run";

const date = calendarDate;

interface GoldenCase {
  readonly id: string;
  readonly what: string;
  readonly claim: InterestClaim;
  readonly base: number;
  readonly months: number;
  readonly unrounded: number;
  readonly interest: number;
}

function run(tax: number, runStart: string, effective: string): InterestClaim {
  return { tax, runStart: date(runStart), effective: date(effective), rate: "statutory" };
}

function vat(tax: number, taxYear: number, effective: string): InterestClaim {
  return { tax, taxYear, effective: date(effective), rate: "statutory" };
}

const GOLDEN_CASES: readonly GoldenCase[] = [
  {
    id: "Z1",
    what: "AEAO zu § 238 Nr. 3: a run over both rates",
    claim: run(10000, "2018-04-01", "2022-08-03"),
    base: 10000,
    months: 52,
    unrounded: 1095,
    interest: 1095,
  },
  {
    id: "Z2",
    what: "FG Köln 9 K 1726/10, 44,900 €",
    claim: run(44900, "2005-04-01", "2010-02-01"),
    base: 44900,
    months: 58,
    unrounded: 13021,
    interest: 13021,
  },
  {
    id: "Z3",
    what: "FG Köln 9 K 1726/10, 370,450 €",
    claim: run(370450, "2003-04-01", "2010-02-01"),
    base: 370450,
    months: 82,
    unrounded: 151884.5,
    interest: 151884,
  },
  {
    id: "Z4",
    what: "FG Köln 9 K 1726/10, 130,900 €",
    claim: run(130900, "2004-04-01", "2010-02-01"),
    base: 130900,
    months: 70,
    unrounded: 45815,
    interest: 45815,
  },
  {
    id: "Z5a",
    what: "BFH I R 92/15: a start on 30 April",
    claim: run(10000, "2007-04-30", "2010-11-29"),
    base: 10000,
    months: 43,
    unrounded: 2150,
    interest: 2150,
  },
  {
    id: "Z5b",
    what: "BFH I R 92/15: a start on 1 May",
    claim: run(10000, "2007-05-01", "2010-11-29"),
    base: 10000,
    months: 42,
    unrounded: 2100,
    interest: 2100,
  },
  {
    id: "Z6",
    what: "the month of the assessment is not full",
    claim: run(10000, "2015-04-01", "2015-10-12"),
    base: 10000,
    months: 6,
    unrounded: 300,
    interest: 300,
  },
  {
    id: "Z7",
    what: "VAT 2023, the last month full on its last day",
    claim: vat(53580, 2023, "2027-11-30"),
    base: 53550,
    months: 29,
    unrounded: 2329.425,
    interest: 2329,
  },
  {
    id: "Z8",
    what: "VAT 2023, a cent below the next 50 € and a day below the next month",
    claim: vat(53599.99, 2023, "2027-11-29"),
    base: 53550,
    months: 28,
    unrounded: 2249.1,
    interest: 2249,
  },
  {
    id: "Z9",
    what: "VAT 2022",
    claim: vat(32680, 2022, "2026-02-14"),
    base: 32650,
    months: 17,
    unrounded: 832.575,
    interest: 832,
  },
  {
    id: "Z10",
    what: "VAT 2024, below 10 € after one month",
    claim: vat(5000, 2024, "2026-07-01"),
    base: 5000,
    months: 1,
    unrounded: 7.5,
    interest: 0,
  },
  {
    id: "Z11",
    what: "VAT 2025, 9.45 € is below 10 €",
    claim: vat(700, 2025, "2028-01-15"),
    base: 700,
    months: 9,
    unrounded: 9.45,
    interest: 0,
  },
  {
    id: "Z12",
    what: "VAT 2023, effective before the run starts",
    claim: vat(53580, 2023, "2025-06-30"),
    base: 53550,
    months: 0,
    unrounded: 0,
    interest: 0,
  },
];

describe("golden cases of interest on back tax", () => {
  it.each(GOLDEN_CASES)("$id: $what", ({ claim, base, months, unrounded, interest }) => {
    const result = interestOnBackTax(claim);
    expect(result.base).toBe(base);
    expect(result.fullMonths).toBe(months);
    expect(result.unrounded).toBe(unrounded);
    expect(result.interest).toBe(interest);
  });

  it("splits Z1 into 270 days at 6 % and 1,290 days at 1.8 %", () => {
    const { periods } = interestOnBackTax(run(10000, "2018-04-01", "2022-08-03"));
    expect(periods).toEqual([
      {
        from: "2018-04-01",
        to: "2018-12-31",
        unit: "days",
        count: 270,
        monthlyRate: 0.005,
        yearlyRate: 0.06,
        amount: 450,
      },
      {
        from: "2019-01-01",
        to: "2022-07-31",
        unit: "days",
        count: 1290,
        monthlyRate: 0.0015,
        yearlyRate: 0.018,
        amount: 645,
      },
    ]);
  });

  it("starts the runs of Z7 and Z9 where the dated table says", () => {
    expect(interestOnBackTax(vat(53580, 2023, "2027-11-30")).runStart).toBe("2025-07-01");
    expect(interestOnBackTax(vat(32680, 2022, "2026-02-14")).runStart).toBe("2024-09-01");
  });
});

describe("full months", () => {
  it.each([
    ["2020-01-01", "2020-01-30", 0],
    ["2020-01-01", "2020-01-31", 1],
    ["2020-01-10", "2020-02-08", 0],
    ["2020-01-10", "2020-02-09", 1],
    ["2021-01-31", "2021-02-27", 0],
    ["2021-01-31", "2021-02-28", 1],
    ["2021-01-31", "2021-03-29", 1],
    ["2021-01-31", "2021-03-30", 2],
    ["2020-01-31", "2020-02-28", 0],
    ["2020-01-31", "2020-02-29", 1],
    ["2021-03-31", "2021-04-29", 0],
    ["2021-03-31", "2021-04-30", 1],
    ["2021-02-28", "2021-03-27", 1],
    ["2020-02-29", "2021-02-27", 11],
    ["2020-02-29", "2021-02-28", 12],
    ["2007-04-30", "2007-05-28", 0],
    ["2007-04-30", "2007-05-29", 1],
    ["2020-12-01", "2020-11-30", 0],
    ["2020-12-15", "2020-12-15", 0],
  ])("from %s to %s: %i", (start, end, months) => {
    expect(fullMonthsBetween(date(start), date(end))).toBe(months);
  });
});

describe("the change of rate", () => {
  it("splits a run that does not start on the 1st by days of 30-day months", () => {
    const { periods, fullMonths, interest } = interestOnBackTax(
      run(36000, "2018-12-15", "2019-03-14"),
    );
    // 16 days at 6 % and 74 days at 1.8 %, the year of 360 days: 96 + 133.20.
    expect(fullMonths).toBe(3);
    expect(periods.map(({ from, to, count, amount }) => [from, to, count, amount])).toEqual([
      ["2018-12-15", "2018-12-31", 16, 96],
      ["2019-01-01", "2019-03-14", 74, 133.2],
    ]);
    expect(interest).toBe(229);
  });

  it("counts a start on 31 December 2018 as one day at the old rate", () => {
    const { periods } = interestOnBackTax(run(36000, "2018-12-31", "2019-01-30"));
    expect(periods.map(({ count }) => count)).toEqual([1, 29]);
  });

  it("keeps one rate where the full months end with 31 December 2018", () => {
    const { periods } = interestOnBackTax(run(36000, "2018-10-01", "2019-01-30"));
    expect(periods).toHaveLength(1);
    expect(periods[0]).toMatchObject({
      to: "2018-12-31",
      unit: "months",
      count: 3,
      monthlyRate: 0.005,
    });
  });

  it("keeps one rate where the run starts with 1 January 2019", () => {
    const { periods } = interestOnBackTax(run(36000, "2019-01-01", "2019-02-28"));
    expect(periods).toHaveLength(1);
    expect(periods[0]).toMatchObject({
      from: "2019-01-01",
      unit: "months",
      count: 2,
      monthlyRate: 0.0015,
    });
  });
});

describe("statutory rounding", () => {
  it.each([
    [49.99, 0],
    [49.994, 0],
    [49.995, 50],
    [49.99499999999999, 50],
    [50, 50],
    [99.99, 50],
    [0.1 + 0.2 + 49.7, 50],
    [53599.9999999999, 53600],
  ])("rounds a tax of %d € to cents, then down to %d €", (tax, base) => {
    expect(interestOnBackTax(vat(tax, 2023, "2027-11-30")).base).toBe(base);
  });

  it("assesses 10 € and not 9 €", () => {
    // 20 months at 0.15 %: 350 € give 10.50 €, 300 € give 9.00 €.
    expect(interestOnBackTax(vat(350, 2023, "2027-02-28")).interest).toBe(10);
    expect(interestOnBackTax(vat(300, 2023, "2027-02-28")).interest).toBe(0);
  });

  it("does not lose a euro to binary fractions", () => {
    // 0.0015 × 20 × 21500 is 645 exactly, and 644.9999… where 0.0015 is a binary number.
    expect(interestOnBackTax(vat(21500, 2023, "2027-02-28"))).toMatchObject({
      unrounded: 645,
      interest: 645,
    });
  });
});

describe("a fixed yearly rate", () => {
  it("counts a twelfth for every full month, over the change of the statutory rate as well", () => {
    const { periods, interest } = interestOnBackTax({
      ...run(10000, "2018-04-01", "2022-08-03"),
      rate: 0.06,
    });
    expect(periods).toHaveLength(1);
    expect(periods[0]).toMatchObject({ unit: "months", count: 52, yearlyRate: 0.06, amount: 2600 });
    expect(interest).toBe(2600);
  });

  it("is exact where a twelfth of the rate is not", () => {
    // 60,000 € at 7 % for 12 months are 4,200 €, although 0.07 / 12 never ends.
    const claim = { ...vat(60000, 2023, "2026-06-30"), rate: 0.07 };
    expect(interestOnBackTax(claim)).toMatchObject({ unrounded: 4200, interest: 4200 });
  });

  it("gives nothing at 0 %", () => {
    expect(interestOnBackTax({ ...vat(60000, 2023, "2026-06-30"), rate: 0 }).interest).toBe(0);
  });
});

describe("the explanation", () => {
  it("names base, run, rate, rounding and norms in German", () => {
    expect(interestOnBackTax(vat(53580, 2023, "2027-11-30")).explanation.de).toBe(
      "Bemessungsgrundlage: 53.580,00 €, abgerundet auf volle 50 €: 53.550 € (§ 238 Abs. 2 AO). " +
        "Zinslauf für 2023 ab 01.07.2025, 18 Monate nach Jahresende (§ 233a Abs. 2 S. 1 AO; Art. 97 § 36 EGAO) bis zum Ablauf des 30.11.2027: 29 volle Monate (§ 238 Abs. 1 S. 2 AO). " +
        "53.550 € × 0,15 % je Monat × 29 volle Monate = 2.329,425 €. " +
        "Summe 2.329,425 €, abgerundet auf volle Euro: 2.329 € (§ 239 Abs. 2 AO).",
    );
  });

  it("names the two parts of a split run in English", () => {
    const { en } = interestOnBackTax(run(10000, "2018-04-01", "2022-08-03")).explanation;
    expect(en).toContain("1 April 2018 to 31 December 2018: €10,000 × 6% × 270/360 days = €450.00");
    expect(en).toContain(
      "1 January 2019 to 31 July 2022: €10,000 × 1.8% × 1290/360 days = €645.00",
    );
  });

  it.each<[string, InterestClaim, string]>([
    ["below the minimum", vat(700, 2025, "2028-01-15"), "unter 10 € werden keine Zinsen"],
    ["before the run", vat(700, 2025, "2027-03-31"), "wird schon am 31.03.2027 wirksam"],
    ["without a full month", vat(700, 2025, "2027-04-29"), "kein voller Monat, also keine Zinsen"],
    ["one month", vat(5000, 2024, "2026-07-01"), "× 1 voller Monat = 7,50 €"],
    [
      "at a fixed rate",
      { ...vat(60000, 2023, "2026-06-30"), rate: 0.06 },
      "Fester Satz von 6 % im Jahr, nicht der gesetzliche",
    ],
    ["an amount without end", { ...vat(50, 2023, "2026-01-31"), rate: 0.07 }, "rund 2,041666 €"],
  ])("says so: %s", (_, claim, words) => {
    expect(interestOnBackTax(claim).explanation.de).toContain(words);
  });
});

describe("what is refused, in words", () => {
  it.each<[string, InterestClaim, RegExp, RegExp]>([
    ["a refund", vat(-1, 2023, "2027-11-30"), /Erstattung/, /refund/],
    ["no number", vat(Number.NaN, 2023, "2027-11-30"), /„NaN“/, /“NaN”/],
    ["too much", vat(1e13, 2023, "2027-11-30"), /1 Billion/, /1 trillion/],
    ["percent for a fraction", { ...vat(1, 2023, "2027-11-30"), rate: 6 }, /0,06/, /0\.06/],
    ["a negative rate", { ...vat(1, 2023, "2027-11-30"), rate: -0.01 }, /0,06/, /0\.06/],
    ["no rate", { ...vat(1, 2023, "2027-11-30"), rate: Number.NaN }, /„?NaN/, /NaN/],
    [
      "an assessment before the tax year is over",
      vat(1, 2023, "2023-12-30"),
      /am 30\.12\.2023 wirksam werden.*ab dem 01\.07\.2025/,
      /on 30 December 2023.*from 1 July 2025/,
    ],
    ["a tax year before § 233a AO", vat(1, 1988, "2010-01-01"), /ab dem Jahr 1989/, /from 1989/],
    ["half a tax year", vat(1, 2023.5, "2027-11-30"), /Steuerjahr 2023\.5/, /tax year 2023\.5/],
    ["a run capped at four years", vat(1, 1993, "2010-01-01"), /vier Jahren/, /four years/],
    [
      "an assessment in Deutsche Mark",
      vat(1, 1995, "2001-12-31"),
      /31\.12\.2001.*beginnt am 01\.01\.2002/,
      /31 December 2001.*begins on 1 January 2002/,
    ],
    [
      "a run before the first rate",
      run(1, "1976-12-31", "2010-01-01"),
      /31\.12\.1976.*beginnt am 01\.01\.1977/,
      /31 December 1976.*begins on 1 January 1977/,
    ],
  ])("%s", (_, claim, german, english) => {
    const refusal = refusalOf(() => interestOnBackTax(claim));
    expect(refusal.text.de).toMatch(german);
    expect(refusal.text.en).toMatch(english);
    expect(refusal.text.de).toMatch(/Bitte /);
    expect(refusal.text.en).toMatch(/Please /);
  });

  it("accepts the last day of the tax year, the first year without a cap and the first day in euros", () => {
    expect(interestOnBackTax(vat(1000, 2023, "2023-12-31")).interest).toBe(0);
    expect(interestOnBackTax(vat(1000, 1994, "2002-01-01")).fullMonths).toBe(69);
  });
});

function refusalOf(action: () => unknown): RefusedError {
  try {
    action();
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
  throw new Error("It was not refused");
}
