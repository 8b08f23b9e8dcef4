import type * as v from "valibot";
import { RefusedError } from "../finding";
import { fill } from "../language";
import { firstDayOf, monthOfIndex, type CalendarDate } from "./calendar";
import ratesData from "./data/interest-rates.json";
import roundingData from "./data/interest-rounding.json";
import openRunData from "./data/interest-open-run.json";
import waitingData from "./data/interest-waiting.json";
import {
  citationFields,
  countField,
  dateField,
  inForceOn,
  legalEntry,
  rateField,
  readLegalTable,
  type LegalTable,
} from "./table";

const interestRate = legalEntry({
  validFrom: dateField,
  monthlyRate: rateField,
  ...citationFields,
});
const waitingTime = legalEntry({
  fromTaxYear: countField,
  months: countField,
  ...citationFields,
});
const interestRounding = legalEntry({
  validFrom: dateField,
  baseMultiple: countField,
  minimum: countField,
  ...citationFields,
});
const openRun = legalEntry({ fromTaxYear: countField, ...citationFields });

/** Interest on back taxes a full month, as a fraction (§ 238 Abs. 1, 1a AO). */
export type InterestRate = Readonly<v.InferOutput<typeof interestRate>>;

/** Full months between the end of a tax year and the start of the run, from a tax year on. */
export type WaitingTime = Readonly<v.InferOutput<typeof waitingTime>>;

/**
 * The multiple the base is rounded down to and the least interest that is assessed, both EUR;
 * `validFrom` is a day of assessment, not of the tax.
 */
export type InterestRounding = Readonly<v.InferOutput<typeof interestRounding>>;

/** The tax year from which a run ends with the assessment only and no longer after four years. */
export type OpenRun = Readonly<v.InferOutput<typeof openRun>>;

/** Reads the interest rates. @throws LegalTableError */
export function readInterestRates(table: unknown): LegalTable<InterestRate> {
  return readLegalTable("interest-rates", interestRate, table, ({ validFrom }) => validFrom);
}

/** Reads the waiting times. @throws LegalTableError */
export function readWaitingTimes(table: unknown): LegalTable<WaitingTime> {
  return readLegalTable("interest-waiting", waitingTime, table, ({ fromTaxYear }) => fromTaxYear);
}

/** Reads the rules of rounding. @throws LegalTableError */
export function readInterestRounding(table: unknown): LegalTable<InterestRounding> {
  return readLegalTable("interest-rounding", interestRounding, table, ({ validFrom }) => validFrom);
}

/** Reads from when on a run has no longest duration. @throws LegalTableError */
export function readOpenRuns(table: unknown): LegalTable<OpenRun> {
  return readLegalTable("interest-open-run", openRun, table, ({ fromTaxYear }) => fromTaxYear);
}

export const INTEREST_RATES = readInterestRates(ratesData);
export const WAITING_TIMES = readWaitingTimes(waitingData);
export const INTEREST_ROUNDING = readInterestRounding(roundingData);
export const OPEN_RUN = readOpenRuns(openRunData);

/** Every statutory rate, oldest first. */
export function statutoryInterestRates(): LegalTable<InterestRate> {
  return INTEREST_RATES;
}

/**
 * The statutory rate on a day of the run.
 * @throws RefusedError before 01.01.1977.
 */
export function interestRateOn(date: CalendarDate): InterestRate {
  return inForceOn(INTEREST_RATES, date, {
    de: "Zinssatz nach § 238 AO",
    en: "Interest rate under § 238 AO",
  });
}

/**
 * Rounding base and minimum for interest assessed on a date.
 * @throws RefusedError before 01.01.2002, when both were in Deutsche Mark.
 */
export function interestRoundingOn(date: CalendarDate): InterestRounding {
  return inForceOn(INTEREST_ROUNDING, date, {
    de: "Rundung der Zinsen nach §§ 238, 239 AO",
    en: "Rounding of interest under §§ 238, 239 AO",
  });
}

/**
 * The waiting time of a tax year with its norm.
 * @throws RefusedError before 1989: § 233a AO applies to taxes that arose after 31.12.1988.
 */
export function waitingTimeOf(taxYear: number): WaitingTime {
  const entry = Number.isInteger(taxYear)
    ? WAITING_TIMES.findLast(({ fromTaxYear }) => fromTaxYear <= taxYear)
    : undefined;
  if (entry !== undefined) return entry;
  throw new RefusedError(
    fill(
      {
        de: "Für das Steuerjahr {0} ist keine Karenzzeit hinterlegt: § 233a AO gilt für Steuern ab dem Jahr {1}. Bitte ein Kalenderjahr ab {1} angeben.",
        en: "No waiting time is known for the tax year {0}: § 233a AO applies to taxes from {1} on. Please give a calendar year from {1} on.",
      },
      taxYear,
      WAITING_TIMES[0].fromTaxYear,
    ),
  );
}

/** Full months between the end of the tax year and the start of the run. @throws RefusedError before 1989 */
export function waitingMonths(taxYear: number): number {
  return waitingTimeOf(taxYear).months;
}

/**
 * The first day of the run for the tax of a calendar year (§ 233a Abs. 2 S. 1 AO, Art. 97 § 36 EGAO).
 * @throws RefusedError before 1989
 */
export function interestRunStart(taxYear: number): CalendarDate {
  return firstDayOf(monthOfIndex(12 * (taxYear + 1) + 1 + waitingMonths(taxYear)));
}
