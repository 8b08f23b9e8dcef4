import fc from "fast-check";
import {
  addDays,
  calendarDate,
  firstDayOf,
  lastDayOf,
  monthIndex,
  monthOf,
  monthOfIndex,
  type CalendarDate,
} from "../../src/law/calendar";
import { interestOnBackTax } from "../../src/law/interest";
import { interestRunStart } from "../../src/law/interest-law";
import { fullMonthsBetween } from "../../src/law/interest-run";

const EPOCH = calendarDate("2002-01-01");
const dates = fc.integer({ min: 0, max: 365 * 40 }).map((days) => addDays(EPOCH, days));
const cents = fc.integer({ min: 0, max: 1_000_000_000 });
const rates = fc.oneof(
  fc.constant<"statutory">("statutory"),
  fc.integer({ min: 0, max: 1200 }).map((basisPoints) => basisPoints / 10000),
);
const firsts = dates.map((date) => firstDayOf(monthOf(date)));

function claim(centsOfTax: number, runStart: CalendarDate, effective: CalendarDate) {
  return { tax: centsOfTax / 100, runStart, effective };
}

describe("interest on back tax, whatever the figures", () => {
  it("never falls when the assessment comes later", () => {
    fc.assert(
      fc.property(cents, dates, dates, fc.nat(800), rates, (tax, start, effective, later, rate) => {
        const sooner = interestOnBackTax({ ...claim(tax, start, effective), rate });
        const after = interestOnBackTax({ ...claim(tax, start, addDays(effective, later)), rate });
        expect(after.fullMonths).toBeGreaterThanOrEqual(sooner.fullMonths);
        expect(after.interest).toBeGreaterThanOrEqual(sooner.interest);
      }),
    );
  });

  it("never falls when the tax is higher", () => {
    fc.assert(
      fc.property(cents, cents, dates, dates, rates, (tax, more, start, effective, rate) => {
        const less = interestOnBackTax({ ...claim(tax, start, effective), rate });
        const higher = interestOnBackTax({ ...claim(tax + more, start, effective), rate });
        expect(higher.interest).toBeGreaterThanOrEqual(less.interest);
      }),
    );
  });

  it("is whole euros, at most the unrounded sum, and less than a euro below it unless under 10 €", () => {
    fc.assert(
      fc.property(cents, dates, dates, rates, (tax, start, effective, rate) => {
        const { base, interest, unrounded } = interestOnBackTax({
          ...claim(tax, start, effective),
          rate,
        });
        expect(base % 50).toBe(0);
        expect(base * 100).toBeLessThanOrEqual(tax);
        expect(tax - base * 100).toBeLessThan(5000);
        expect(Number.isInteger(interest)).toBe(true);
        expect(interest).toBeLessThanOrEqual(unrounded);
        if (unrounded < 10) expect(interest).toBe(0);
        else expect(unrounded - interest).toBeLessThan(1);
      }),
    );
  });

  it("is nothing before the run starts", () => {
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 2005, max: 2040 }),
        fc.integer({ min: 1, max: 450 }),
        rates,
        (tax, taxYear, before, rate) => {
          const effective = addDays(interestRunStart(taxYear), -before);
          const result = interestOnBackTax({ tax: tax / 100, taxYear, effective, rate });
          expect(result).toMatchObject({ fullMonths: 0, periods: [], unrounded: 0, interest: 0 });
        },
      ),
    );
  });

  it("splits by days as by months when the run starts on the 1st", () => {
    const change = monthIndex(calendarDate("2019-01-01"));
    fc.assert(
      fc.property(cents, firsts, dates, (tax, start, effective) => {
        const result = interestOnBackTax({ ...claim(tax, start, effective), rate: "statutory" });
        const first = monthIndex(start);
        const end = first + result.fullMonths;
        const old = Math.max(0, Math.min(end, change) - first);
        const young = Math.max(0, end - Math.max(first, change));
        expect(old + young).toBe(result.fullMonths);
        // Ten-thousandths of a euro are whole numbers: 0.5 % and 0.15 % of a multiple of 50.
        const tenThousandths = result.base * (old * 50 + young * 15);
        expect(result.unrounded).toBe(tenThousandths / 10000);
        const floor = Math.floor(tenThousandths / 10000);
        expect(result.interest).toBe(floor < 10 ? 0 : floor);
      }),
    );
  });

  it("counts the months of the workbook's formula when the run starts on the 1st", () => {
    fc.assert(
      fc.property(firsts, dates, (start, effective) => {
        const formula = Math.max(0, monthIndex(addDays(effective, 1)) - monthIndex(start));
        expect(fullMonthsBetween(start, effective)).toBe(formula);
      }),
    );
  });

  it("joins its periods without a gap, and their days are 30 a full month", () => {
    fc.assert(
      fc.property(cents, dates, dates, (tax, start, effective) => {
        const { periods, fullMonths } = interestOnBackTax({
          ...claim(tax, start, effective),
          rate: "statutory",
        });
        if (periods.length === 2) {
          expect(periods.reduce((sum, { count }) => sum + count, 0)).toBe(30 * fullMonths);
          expect(periods[1]?.from).toBe(addDays(periods[0]?.to ?? start, 1));
        }
        if (periods.length > 0) {
          expect(periods[0]?.from).toBe(start);
          const last = periods[periods.length - 1]?.to ?? start;
          expect(last <= effective).toBe(true);
          expect(fullMonthsBetween(start, last)).toBe(fullMonths);
        }
      }),
    );
  });

  it("fills a month at its last day when it starts on the 1st, whatever the month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 12 * 1950, max: 12 * 2100 }), (index) => {
        const month = monthOfIndex(index);
        expect(fullMonthsBetween(firstDayOf(month), lastDayOf(month))).toBe(1);
        expect(fullMonthsBetween(firstDayOf(month), addDays(lastDayOf(month), -1))).toBe(0);
      }),
    );
  });
});
