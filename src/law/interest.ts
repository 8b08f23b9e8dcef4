import { RefusedError } from "../finding";
import { fill, type Text } from "../language";
import { dateInWords, lastDayOf, monthOfIndex, type CalendarDate } from "./calendar";
import { exactly, floorOf, fraction, numberOf, plus, times, type Fraction } from "./fraction";
import {
  interestRoundingOn,
  interestRunStart,
  OPEN_RUN,
  type InterestRounding,
} from "./interest-law";
import {
  fixedPeriods,
  fullMonthsBetween,
  shownPeriod,
  statutoryPeriods,
  type InterestPeriod,
} from "./interest-run";
import { explainInterest } from "./interest-words";

/** A claim of back tax that bears interest under § 233a AO: one tax, one year, one start of the run. */
export type InterestClaim = {
  /** The unpaid tax, EUR; not negative. */
  readonly tax: number;
  /** The day on which the assessment becomes effective; the run ends with it. */
  readonly effective: CalendarDate;
  /** The dated rates of § 238 AO, or a fixed yearly rate as a fraction (0.06 for 6 % a year). */
  readonly rate: "statutory" | number;
} & (
  | {
      /** The calendar year in which the tax arose: it decides when the run starts. */
      readonly taxYear: number;
    }
  | {
      /** The first day of the run. */
      readonly runStart: CalendarDate;
    }
);

/** Interest on one claim with everything that led to it; amounts in EUR. */
export interface BackTaxInterest {
  /** The tax rounded to cents, then down to a multiple of 50 EUR. */
  readonly base: number;
  readonly runStart: CalendarDate;
  /** Last day of the run, the effective day. */
  readonly runEnd: CalendarDate;
  readonly fullMonths: number;
  /** Empty where no month is full. */
  readonly periods: readonly InterestPeriod[];
  readonly unrounded: number;
  /** What is assessed: whole euros, rounded down, 0 below 10 EUR. */
  readonly interest: number;
  readonly explanation: Text;
}

/** Largest tax whose cents are still exact among the 15 digits that Excel keeps. */
const LARGEST_TAX = 1e12;

/**
 * Interest on back tax by §§ 233a, 238, 239 AO: simple interest on the claim rounded down to 50 EUR,
 * for the full months from the start of the run to the end of the effective day; a run over both
 * statutory rates is split by days, every month 30 (AEAO zu § 238 Nr. 3); the sum is rounded down to
 * whole euros and is 0 below 10 EUR. A fixed yearly rate counts a twelfth for every full month.
 * @throws RefusedError for a refund, a rate or a date that the rules do not cover.
 */
export function interestOnBackTax(claim: InterestClaim): BackTaxInterest {
  refuseUncovered(claim);
  const rounding = interestRoundingOn(claim.effective);
  const tax = toCents(claim.tax);
  const base = roundedDown(tax, rounding);
  const runStart = "taxYear" in claim ? interestRunStart(claim.taxYear) : claim.runStart;
  const fullMonths = fullMonthsBetween(runStart, claim.effective);
  const periods =
    claim.rate === "statutory"
      ? statutoryPeriods(base, runStart, fullMonths)
      : fixedPeriods(base, runStart, fullMonths, claim.rate);
  const unrounded = periods.reduce((sum, { amount }) => plus(sum, amount), fraction(0n));
  const wholeEuros = floorOf(unrounded);
  const interest = wholeEuros < BigInt(rounding.minimum) ? 0n : wholeEuros;
  const run = { runStart, runEnd: claim.effective, fullMonths };
  return {
    base: Number(base),
    ...run,
    periods: periods.map(shownPeriod),
    unrounded: numberOf(unrounded),
    interest: Number(interest),
    explanation: explainInterest({
      ...run,
      tax,
      base,
      periods,
      unrounded,
      wholeEuros,
      rounding,
      statutory: claim.rate === "statutory",
      taxYear: "taxYear" in claim ? claim.taxYear : undefined,
    }),
  };
}

/** Excel shows 15 significant digits: what lies beyond is dust of binary sums, not cents. */
function toCents(tax: number): Fraction {
  const cents = plus(times(exactly(tax, 15), fraction(100n)), fraction(1n, 2n));
  return fraction(floorOf(cents), 100n);
}

function roundedDown(tax: Fraction, { baseMultiple }: InterestRounding): bigint {
  const multiple = BigInt(baseMultiple);
  return floorOf(times(tax, fraction(1n, multiple))) * multiple;
}

function refuseUncovered(claim: InterestClaim): void {
  if (!Number.isFinite(claim.tax) || claim.tax > LARGEST_TAX) {
    throw new RefusedError(
      fill(
        {
          de: "Die Steuer „{0}“ ist kein Betrag, der sich auf den Cent rechnen lässt. Bitte einen Betrag in € bis 1 Billion angeben.",
          en: "The tax “{0}” is not an amount that can be calculated to the cent. Please give an amount in EUR up to 1 trillion.",
        },
        claim.tax,
      ),
    );
  }
  if (claim.tax < 0) {
    throw new RefusedError({
      de: "Die Steuer ist negativ: das wäre eine Erstattung. Zinsen auf Erstattungen (§ 233a Abs. 3 AO) werden hier nicht gerechnet. Bitte die Nachzahlung als positiven Betrag angeben.",
      en: "The tax is negative: that would be a refund. Interest on refunds (§ 233a Abs. 3 AO) is not calculated here. Please give the back payment as a positive amount.",
    });
  }
  if (claim.rate !== "statutory" && !(claim.rate >= 0 && claim.rate <= 1)) {
    throw new RefusedError(
      fill(
        {
          de: "Der Jahreszinssatz {0} ist kein Anteil zwischen 0 und 1. Bitte 6 % als 0,06 angeben oder den gesetzlichen Satz wählen.",
          en: "The yearly rate {0} is not a fraction between 0 and 1. Please give 6% as 0.06 or choose the statutory rate.",
        },
        claim.rate,
      ),
    );
  }
  if ("taxYear" in claim) refuseTaxYear(claim.taxYear, claim.effective);
}

function refuseTaxYear(taxYear: number, effective: CalendarDate): void {
  // Refuses years that are no calendar year or lie before § 233a AO.
  const runStart = interestRunStart(taxYear);
  const [{ fromTaxYear }] = OPEN_RUN;
  if (taxYear < fromTaxYear) {
    throw new RefusedError(
      fill(
        {
          de: "Das Steuerjahr {0} wird nicht gerechnet: vor {1} endete der Zinslauf spätestens nach vier Jahren (Art. 97 § 15 Abs. 9 EGAO). Bitte ein Jahr ab {1} angeben.",
          en: "The tax year {0} is not calculated: before {1} the run ended after four years at the latest (Art. 97 § 15 Abs. 9 EGAO). Please give a year from {1} on.",
        },
        taxYear,
        fromTaxYear,
      ),
    );
  }
  const yearEnd = lastDayOf(monthOfIndex(12 * taxYear + 12));
  if (effective < yearEnd) {
    throw new RefusedError(
      fill(
        {
          de: "Der Bescheid soll am {0} wirksam werden, die Steuer für {1} steht aber erst nach Ablauf des Jahres fest, und Zinsen laufen erst ab dem {2}. Bitte das Datum oder das Steuerjahr berichtigen.",
          en: "The assessment is to become effective on {0}, but the tax for {1} is known only when the year is over, and interest runs from {2} on only. Please correct the date or the tax year.",
        },
        dateInWords(effective),
        taxYear,
        dateInWords(runStart),
      ),
    );
  }
}
