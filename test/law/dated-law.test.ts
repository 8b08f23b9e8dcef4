import { RefusedError } from "../../src/finding";
import { accountClasses, directionOf, natureOf } from "../../src/law/accounts";
import { calendarDate, dateOf } from "../../src/law/calendar";
import { discountRateOn } from "../../src/law/discount";
import {
  interestRateOn,
  interestRoundingOn,
  interestRunStart,
  OPEN_RUN,
  statutoryInterestRates,
  waitingMonths,
} from "../../src/law/interest-law";
import { provisionThresholdOn } from "../../src/law/provision";
import { VAT_OPTIONS, vatOptionKnownOn } from "../../src/law/vat-option";
import { vatRateOn } from "../../src/law/vat";

const date = calendarDate;

describe("VAT rates on the days the law changed", () => {
  it.each([
    ["2007-01-01", 0.19, 0.07],
    ["2020-06-30", 0.19, 0.07],
    ["2020-07-01", 0.16, 0.05],
    ["2020-12-31", 0.16, 0.05],
    ["2021-01-01", 0.19, 0.07],
    ["2031-12-31", 0.19, 0.07],
  ])("%s: %d and %d", (day, standard, reduced) => {
    expect(vatRateOn(date(day))).toMatchObject({ standard, reduced });
  });

  it("knows no rate before 2007", () => {
    expectRefusal(
      () => vatRateOn(date("2006-12-31")),
      "Umsatzsteuersatz: für den 31.12.2006 ist kein Wert hinterlegt. Die Tabelle beginnt am 01.01.2007. Bitte ein Datum ab dann angeben.",
      "VAT rate: no value is known for 31 December 2006. The table begins on 1 January 2007. Please give a date from then on.",
    );
  });
});

describe("the end of the option to § 2b UStG as it was known", () => {
  it.each([
    ["2015-11-02", "2020-12-31", "2021-01-01"],
    ["2020-06-18", "2020-12-31", "2021-01-01"],
    ["2020-06-19", "2022-12-31", "2023-01-01"],
    ["2021-06-08", "2022-12-31", "2023-01-01"],
    ["2022-12-15", "2022-12-31", "2023-01-01"],
    ["2022-12-16", "2024-12-31", "2025-01-01"],
    ["2024-12-01", "2024-12-31", "2025-01-01"],
    ["2024-12-02", "2026-12-31", "2027-01-01"],
  ])("on %s: old law until %s, § 2b from %s", (day, optionEnds, appliesFrom) => {
    expect(vatOptionKnownOn(date(day))).toMatchObject({ optionEnds, appliesFrom });
  });

  it("is unknown before the first act", () => {
    expect(() => vatOptionKnownOn(date("2015-11-01"))).toThrow("begins on 2 November 2015");
    expect(VAT_OPTIONS).toHaveLength(4);
  });
});

describe("interest rates on the days the law changed", () => {
  it.each([
    ["1977-01-01", 0.005],
    ["2018-12-31", 0.005],
    ["2019-01-01", 0.0015],
    ["2040-01-01", 0.0015],
  ])("%s: %d a month", (day, monthlyRate) => {
    expect(interestRateOn(date(day)).monthlyRate).toBe(monthlyRate);
  });

  it("knows no rate before 1977", () => {
    expect(() => interestRateOn(date("1976-12-31"))).toThrow("begins on 1 January 1977");
    expect(statutoryInterestRates()).toHaveLength(2);
  });

  it("rounds in euros from 2002 on", () => {
    expect(interestRoundingOn(date("2002-01-01"))).toMatchObject({ baseMultiple: 50, minimum: 10 });
    expect(() => interestRoundingOn(date("2001-12-31"))).toThrow("begins on 1 January 2002");
  });

  it("knows from which tax year on a run has no longest duration", () => {
    expect(OPEN_RUN[0].fromTaxYear).toBe(1994);
  });
});

describe("waiting time and start of the run by tax year", () => {
  it.each([
    [1989, 15, "1991-04-01"],
    [2017, 15, "2019-04-01"],
    [2018, 15, "2020-04-01"],
    [2019, 21, "2021-10-01"],
    [2020, 21, "2022-10-01"],
    [2021, 21, "2023-10-01"],
    [2022, 20, "2024-09-01"],
    [2023, 18, "2025-07-01"],
    [2024, 17, "2026-06-01"],
    [2025, 15, "2027-04-01"],
    [2026, 15, "2028-04-01"],
    [2040, 15, "2042-04-01"],
  ])("%i: %i months, from %s", (taxYear, months, start) => {
    expect(waitingMonths(taxYear)).toBe(months);
    expect(interestRunStart(taxYear)).toBe(start);
  });

  it("starts on 1 April of the year after next where nothing was prolonged", () => {
    for (const taxYear of [...range(1989, 2018), ...range(2025, 2050)]) {
      expect(interestRunStart(taxYear)).toBe(dateOf(taxYear + 2, 4, 1));
    }
  });

  it("is unknown before § 233a AO", () => {
    expectRefusal(
      () => waitingMonths(1988),
      "Für das Steuerjahr 1988 ist keine Karenzzeit hinterlegt: § 233a AO gilt für Steuern ab dem Jahr 1989. Bitte ein Kalenderjahr ab 1989 angeben.",
      "No waiting time is known for the tax year 1988: § 233a AO applies to taxes from 1989 on. Please give a calendar year from 1989 on.",
    );
    expect(() => interestRunStart(Number.NaN)).toThrow("tax year NaN");
  });
});

describe("discount rate and threshold for a provision", () => {
  it("holds from its circular on", () => {
    expect(discountRateOn(date("2023-07-07")).nominal).toBe(0.009);
    expect(() => discountRateOn(date("2023-07-06"))).toThrow("Discount rate: no value is known");
  });

  it("holds from the KomHVO on", () => {
    expect(provisionThresholdOn(date("2019-01-01")).probability).toBe(0.5);
    expect(() => provisionThresholdOn(date("2018-12-31"))).toThrow("Threshold for a provision");
  });
});

describe("account classes", () => {
  it.each([
    ["NW", "doppik", "529100", "expense", "other"],
    ["NW", "doppik", "501100", "expense", "staff"],
    ["NW", "doppik", "512100", "expense", "staff"],
    ["NW", "doppik", "571100", "expense", "depreciation"],
    ["NW", "doppik", "581100", "expense", "internal-charges"],
    ["NW", "doppik", "481100", "revenue", "internal-charges"],
    ["NW", "doppik", "448700", "revenue", "other"],
    ["NW", "doppik", "783100", undefined, "other"],
    ["NI", "doppik", "401200", "expense", "staff"],
    ["NI", "doppik", "414000", "expense", "staff"],
    ["NI", "doppik", "429100", "expense", "other"],
    ["NI", "doppik", "471100", "expense", "depreciation"],
    ["NI", "doppik", "481100", "expense", "internal-charges"],
    ["NI", "doppik", "381100", "revenue", "internal-charges"],
    ["NI", "doppik", "348700", "revenue", "other"],
    ["NI", "doppik", "529100", undefined, "other"],
    ["NW", "cameral", "4140", "expense", "staff"],
    ["NI", "cameral", "6500", "expense", "other"],
    ["NW", "cameral", "6790", "expense", "internal-charges"],
    ["NW", "cameral", "6800", "expense", "depreciation"],
    ["NW", "cameral", "1690", "revenue", "internal-charges"],
    ["NW", "cameral", "9350", "expense", "other"],
    ["NW", "cameral", "3610", "revenue", "other"],
  ] as const)("%s %s: %s is %s, %s", (land, bookkeeping, account, direction, nature) => {
    const classes = accountClasses(land, bookkeeping);
    expect(directionOf(account, classes)).toBe(direction);
    expect(natureOf(account, classes)).toBe(nature);
  });

  it("takes Doppik where nothing else is said", () => {
    expect(accountClasses("NW").chart).toBe("NW");
  });
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function expectRefusal(action: () => unknown, german: string, english: string): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    expect(error.text).toEqual({ de: german, en: english });
    return;
  }
  throw new Error("It was not refused");
}
