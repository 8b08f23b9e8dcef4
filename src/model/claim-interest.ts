import type { Text } from "../language";
import type { ClaimSection } from "./claim-section";
import {
  above,
  at,
  atLeast,
  call,
  constant,
  type Expression,
  isEmpty,
  largest,
  minus,
  over,
  plus,
  smallest,
  times,
  when,
  year,
  yearsUpTo,
} from "./expression";
import { VALID_FROM_COLUMN } from "./legal-rows";
import { monthIndexOf } from "./periods";
import type { CalculationSheet } from "./sheet";
import type { Row } from "./row";

/** What every rate of § 238 AO is applied to. */
export interface InterestParts {
  readonly section: ClaimSection;
  /** The legal rates, oldest first. */
  readonly rates: readonly Row[];
  /** Input of a yearly rate that takes the place of the legal ones where it is not empty. */
  readonly contractRate: Row | undefined;
  /** Base of each claim, rounded down. */
  readonly base: Row;
  /** Start of each claim's run, as a month index. */
  readonly start: Row;
  /** Month index of the day after the assessment. */
  readonly end: Row;
  /** Year at whose end each claim lapses. */
  readonly lapse: Row;
}

/** One rate within the run of every claim. */
export interface RateRows {
  readonly monthly: Row;
  /** Full months up to the assessment. */
  readonly months: Row;
  /** Full months up to the lapse of the claim. */
  readonly lapseMonths: Row;
  /** Base × full months, summed over the open claims, up to the end and the begin of the year. */
  readonly toEnd: Row;
  readonly toBegin: Row;
}

/**
 * Full months of every claim's run, rate by rate: all legal runs begin on the first of a month, so that
 * splitting them by rates is a matter of whole months.
 */
export function addRates(parts: InterestParts): readonly RateRows[] {
  return parts.rates.map((rate, index) => addRate(parts, index + 1, rate, parts.rates[index + 1]));
}

function addRate(parts: InterestParts, n: number, rate: Row, next: Row | undefined): RateRows {
  const { section, start, lapse, end } = parts;
  const named = ({ de, en }: Text): Text => ({
    de: `Zinssatz ${n}: ${de}`,
    en: `Rate ${n}: ${en}`,
  });
  const from = section.single(
    `rate-${n}-from`,
    named({ de: "gültig ab (Monatsindex)", en: "valid from (month index)" }),
    "monthIndex",
    monthIndexOf(constant(validFrom(section.sheet, rate))),
  );
  const until =
    next === undefined
      ? undefined
      : section.single(
          `rate-${n}-until`,
          named({ de: "bis vor (Monatsindex)", en: "until before (month index)" }),
          "monthIndex",
          monthIndexOf(constant(validFrom(section.sheet, next))),
        );
  const monthly = addMonthlyRate(parts, n, rate);
  const begin = section.yearly(
    `rate-${n}-begin`,
    named({ de: "Beginn im Zinslauf", en: "begin in the run" }),
    "monthIndex",
    largest(at(start), constant(from)),
  );
  /** End of a stretch within this rate. */
  const within = (stretch: Expression): Expression =>
    until === undefined ? stretch : smallest(stretch, constant(until));
  const months = section.yearly(
    `rate-${n}-months`,
    named({ de: "volle Monate bis zum Bescheid", en: "full months up to the assessment" }),
    "months",
    largest(0, minus(within(constant(end)), at(begin))),
    "§ 238 Abs. 1 S. 2 AO",
  );
  const lapseMonths = section.yearly(
    `rate-${n}-lapse-months`,
    named({ de: "volle Monate bis zur Verjährung", en: "full months up to the lapse" }),
    "months",
    largest(0, minus(within(plus(times(12, plus(at(lapse), 1)), 1)), at(begin))),
  );
  const yearEnd = section.yearly(
    `rate-${n}-year-end`,
    named({ de: "Jahresende", en: "end of the year" }),
    "monthIndex",
    within(plus(times(12, plus(year, 1)), 1)),
  );
  const yearBegin = section.yearly(
    `rate-${n}-year-begin`,
    named({ de: "Jahresbeginn", en: "begin of the year" }),
    "monthIndex",
    within(plus(times(12, year), 1)),
  );
  const toEnd = section.yearly(
    `rate-${n}-to-end`,
    named({ de: "Grundlage × Monate bis Jahresende", en: "base × months to end of year" }),
    "EUR",
    baseMonths(parts, begin, yearEnd),
  );
  const toBegin = section.yearly(
    `rate-${n}-to-begin`,
    named({ de: "Grundlage × Monate bis Jahresbeginn", en: "base × months to begin of year" }),
    "EUR",
    baseMonths(parts, begin, yearBegin),
  );
  return { monthly, months, lapseMonths, toEnd, toBegin };
}

function addMonthlyRate({ section, contractRate }: InterestParts, n: number, rate: Row): Row {
  const statutory = constant(section.sheet.importConstant(rate));
  return section.single(
    `rate-${n}`,
    { de: `Zinssatz ${n} je Monat`, en: `Rate ${n} a month` },
    "share",
    contractRate === undefined
      ? statutory
      : when(isEmpty(constant(contractRate)), statutory, over(constant(contractRate), 12)),
    "§ 238 Abs. 1, 1a AO",
  );
}

/** Base × full months up to a month index, over the claims that have not lapsed before this year. */
function baseMonths({ base, lapse }: InterestParts, begin: Row, stretch: Row): Expression {
  return call(
    "SUMPRODUCT",
    times(
      yearsUpTo(base),
      atLeast(yearsUpTo(lapse), year),
      minus(at(stretch), yearsUpTo(begin)),
      above(at(stretch), yearsUpTo(begin)),
    ),
  );
}

/** First day of a statutory rate, taken over from the legal table. */
function validFrom(sheet: CalculationSheet, rate: Row): Row {
  return sheet.importCell(rate, VALID_FROM_COLUMN, {
    label: { de: "Zinssatz nach § 238 AO gültig ab", en: "Rate under § 238 AO valid from" },
    unit: "date",
  });
}
