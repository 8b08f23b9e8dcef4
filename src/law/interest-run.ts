import {
  addDays,
  commercialDayNumber,
  dateOf,
  dateParts,
  daysInMonth,
  firstDayOf,
  lastDayOf,
  monthIndex,
  monthOfIndex,
  type CalendarDate,
} from "./calendar";
import { exactly, fraction, numberOf, times, type Fraction } from "./fraction";
import { interestRateOn, statutoryInterestRates } from "./interest-law";

/** A part of the run with one rate. */
export interface InterestPeriod {
  readonly from: CalendarDate;
  /** Last day, included. */
  readonly to: CalendarDate;
  /** Full months; days of a 30-day month where the run goes over more than one rate (§ 238 Abs. 1b AO). */
  readonly unit: "months" | "days";
  readonly count: number;
  /** As fractions. */
  readonly monthlyRate: number;
  readonly yearlyRate: number;
  /** EUR, not rounded. */
  readonly amount: number;
}

/** A period with its exact figures, for the sum and the explanation. */
export interface ExactPeriod extends Omit<InterestPeriod, "amount" | "monthlyRate" | "yearlyRate"> {
  readonly monthlyRate: Fraction;
  readonly amount: Fraction;
}

/**
 * Full months from the first day of a run to the end of its last day (§ 238 Abs. 1 S. 2 AO, §§ 187,
 * 188 BGB): a month begun on the 1st is full at the end of its last day, one begun on the 10th at the
 * end of the 9th; where that day is missing, at the end of the month's last day.
 */
export function fullMonthsBetween(start: CalendarDate, lastDay: CalendarDate): number {
  const touched = monthIndex(lastDay) - monthIndex(start);
  const months = dateParts(start).day === 1 ? touched + 1 : touched;
  return Math.max(0, lastDay >= endOfFullMonths(start, months) ? months : months - 1);
}

/** Last day of the given number of full months from the start on. */
function endOfFullMonths(start: CalendarDate, months: number): CalendarDate {
  const { day } = dateParts(start);
  const index = monthIndex(start) + months;
  if (day === 1) return lastDayOf(monthOfIndex(index - 1));
  const { year, month } = dateParts(firstDayOf(monthOfIndex(index)));
  return dateOf(year, month, Math.min(day - 1, daysInMonth(year, month)));
}

/** The parts of the run by rate; one part counts months, several count days of a 30-day month. */
export function statutoryPeriods(
  base: bigint,
  runStart: CalendarDate,
  fullMonths: number,
): readonly ExactPeriod[] {
  // Refuses a run that begins before the first rate, which no later rate may stand in for.
  interestRateOn(runStart);
  if (fullMonths === 0) return [];
  const firstDay = commercialDayNumber(runStart);
  const endDay = firstDay + 30 * fullMonths;
  const rates = statutoryInterestRates();
  const parts = rates.flatMap((rate, index) => {
    const next = rates[index + 1];
    const from = Math.max(firstDay, commercialDayNumber(rate.validFrom));
    const to = next === undefined ? endDay : Math.min(endDay, commercialDayNumber(next.validFrom));
    return to > from ? [{ rate, next, days: to - from }] : [];
  });
  const lastDay = endOfFullMonths(runStart, fullMonths);
  return parts.map(({ rate, next, days }, index) => {
    const monthlyRate = exactly(rate.monthlyRate);
    const isLast = index === parts.length - 1;
    const split = parts.length > 1;
    return {
      from: index === 0 ? runStart : rate.validFrom,
      to: isLast || next === undefined ? lastDay : addDays(next.validFrom, -1),
      unit: split ? "days" : "months",
      count: split ? days : fullMonths,
      monthlyRate,
      amount: times(times(fraction(base), monthlyRate), fraction(BigInt(days), 30n)),
    };
  });
}

/** The whole run at a twelfth of a fixed yearly rate for every full month. */
export function fixedPeriods(
  base: bigint,
  runStart: CalendarDate,
  fullMonths: number,
  yearlyRate: number,
): readonly ExactPeriod[] {
  if (fullMonths === 0) return [];
  const monthlyRate = times(exactly(yearlyRate), fraction(1n, 12n));
  return [
    {
      from: runStart,
      to: endOfFullMonths(runStart, fullMonths),
      unit: "months",
      count: fullMonths,
      monthlyRate,
      amount: times(times(fraction(base), monthlyRate), fraction(BigInt(fullMonths))),
    },
  ];
}

/** A period as numbers, for those who only show it. */
export function shownPeriod({ monthlyRate, amount, ...period }: ExactPeriod): InterestPeriod {
  return {
    ...period,
    monthlyRate: numberOf(monthlyRate),
    yearlyRate: numberOf(times(monthlyRate, fraction(12n))),
    amount: numberOf(amount),
  };
}
