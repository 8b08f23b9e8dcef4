import type { Assumptions } from "./assumptions";
import type { AssessmentInputs } from "./back-tax";
import { addRates, type RateRows } from "./claim-interest";
import { ClaimSection } from "./claim-section";
import {
  allYears,
  at,
  atLeast,
  atMost,
  before,
  below,
  call,
  constant,
  type Expression,
  equal,
  flag,
  isEmpty,
  largest,
  lastAxisYear,
  minus,
  over,
  phrase,
  plus,
  times,
  toCents,
  when,
  year,
  yearsUpTo,
} from "./expression";
import { monthIndexOf } from "./periods";
import type { Row } from "./row";
import type { CalculationSheet } from "./sheet";

/** What the scenario takes from its claims. */
export interface ClaimRows {
  readonly backTax: Row;
  readonly interest: Row;
  readonly lapsed: Row;
  /** Interest accrued in the year on the open claims, unrounded. */
  readonly accrual: Row;
  readonly openTax: Row;
  readonly openInterest: Row;
  /** Interest that had been accrued on the claims lapsing in the year. */
  readonly lapsedInterest: Row;
}

export interface ClaimParts {
  readonly sheet: CalculationSheet;
  readonly assumptions: Assumptions;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly openVat: Row;
  readonly assessmentYear: Row;
  readonly inputs: AssessmentInputs | undefined;
}

/** The claims of one scenario while they are laid out. */
interface Claims {
  readonly section: ClaimSection;
  readonly assumptions: Assumptions;
  readonly horizon: Row;
  readonly inputs: AssessmentInputs | undefined;
  /** Column E: the year of the assessment. */
  readonly assessmentYear: Row;
  readonly claim: Row;
  readonly base: Row;
  readonly lapse: Row;
}

/**
 * Claims by tax year and interest under § 233a AO: base, run, months by rate, assessment, accrual and
 * limitation. A column is the tax year of a claim; the rows on balances read the column as the year.
 */
export function addClaims(parts: ClaimParts): ClaimRows {
  const { sheet, assumptions, inputs } = parts;
  const section = new ClaimSection(sheet, parts.scenario);
  const horizon = sheet.import(assumptions.horizon);
  const waiting = sheet.import(assumptions.law.waitingMonths);
  const multiple = sheet.importConstant(assumptions.law.baseMultiple);
  const minimum = sheet.importConstant(assumptions.law.minimumInterest);
  const assessmentYear = section.single(
    "assessment-year",
    { de: "Jahr des Steuerbescheids", en: "Year of assessment" },
    "year",
    constant(parts.assessmentYear),
  );
  const end = addRunEnd(section, inputs);
  const claim = section.yearly(
    "claim",
    {
      de: "Nicht berechnete Umsatzsteuer des Steuerjahres",
      en: "VAT of the tax year not invoiced",
    },
    "EUR",
    at(parts.openVat),
  );
  const base = addBase(section, claim, multiple);
  const start = section.yearly(
    "run-start",
    { de: "Beginn des Zinslaufs (Monatsindex)", en: "Start of the run (month index)" },
    "monthIndex",
    plus(times(12, plus(year, 1)), 1, at(waiting)),
    "§ 233a Abs. 2 S. 1 AO, Art. 97 § 36 EGAO",
  );
  const lapse = addLapseYear(section, inputs, assessmentYear);
  const rates = addRates({
    section,
    rates: assumptions.law.interestRates,
    contractRate: inputs?.interest,
    base,
    start,
    end,
    lapse,
  });
  const claims: Claims = {
    section,
    assumptions,
    horizon,
    inputs,
    assessmentYear,
    claim,
    base,
    lapse,
  };
  return { ...addAssessment(claims, rates, minimum), ...addBalances(claims, rates) };
}

function addRunEnd(section: ClaimSection, inputs: AssessmentInputs | undefined): Row {
  const never = times(12, plus(lastAxisYear, 1));
  return section.single(
    "run-end",
    {
      de: "Ende des Zinslaufs (Monatsindex des Folgetags)",
      en: "End of the run (month index of the day after)",
    },
    "monthIndex",
    inputs === undefined
      ? never
      : when(
          isEmpty(constant(inputs.assessed)),
          never,
          monthIndexOf(plus(constant(inputs.assessed), 1)),
        ),
    "§ 233a Abs. 2 S. 3 AO",
  );
}

/** The claim rounded to cents, then down to a multiple of 50 euros. */
function addBase(section: ClaimSection, claim: Row, multiple: Row): Row {
  const cents = section.yearly(
    "cents",
    { de: "auf Cent gerundet", en: "rounded to cents" },
    "EUR",
    toCents(at(claim)),
  );
  return section.yearly(
    "base",
    { de: "Bemessungsgrundlage, abgerundet", en: "Base, rounded down" },
    "EUR",
    times(call("INT", over(at(cents), constant(multiple))), constant(multiple)),
    "§ 238 Abs. 2 AO",
  );
}

function addLapseYear(
  section: ClaimSection,
  inputs: AssessmentInputs | undefined,
  assessmentYear: Row,
): Row {
  const never = plus(lastAxisYear, 1);
  return section.yearly(
    "lapse-year",
    {
      de: "Verjährt zum 31.12. des Jahres (ohne: nach der Zeitachse)",
      en: "Lapses on 31 December of (without: after the axis)",
    },
    "year",
    inputs === undefined
      ? never
      : when(
          isEmpty(constant(inputs.limitation)),
          largest(constant(assessmentYear), never),
          plus(year, constant(inputs.limitation)),
        ),
    "§§ 169 bis 171 AO",
  );
}

/** What falls due with the assessment: the claims of the years before that have not lapsed. */
function addAssessment(
  { section, assumptions, horizon, assessmentYear, claim, base, lapse }: Claims,
  rates: readonly RateRows[],
  minimum: Row,
): Pick<ClaimRows, "backTax" | "interest"> {
  const unrounded = section.yearly(
    "interest-unrounded",
    { de: "Zinsen vor Rundung", en: "Interest before rounding" },
    "EUR",
    times(
      at(base),
      plus(...rates.map(({ months, monthly }) => times(at(months), constant(monthly)))),
    ),
  );
  const floored = section.yearly(
    "interest-floored",
    { de: "Zinsen, auf volle Euro abgerundet", en: "Interest, rounded down to whole euros" },
    "EUR",
    // Binary dust must not cost a euro; a millionth is far below what any rate leaves behind.
    call("INT", over(call("ROUND", times(1000, at(unrounded)), 3), 1000)),
    "§ 239 Abs. 2 AO",
  );
  const due = section.yearly(
    "due",
    {
      de: "Mit dem Bescheid fällig (1) oder nicht (0)",
      en: "Due with the assessment (1) or not (0)",
    },
    "flag",
    times(
      below(year, constant(assessmentYear)),
      atMost(
        constant(assessmentYear),
        constant(section.sheet.importConstant(assumptions.lastYear)),
      ),
      atLeast(at(lapse), constant(assessmentYear)),
    ),
  );
  const assessed = section.yearly(
    "interest-assessed",
    { de: "Festgesetzte Zinsen des Steuerjahres", en: "Interest assessed for the tax year" },
    "EUR",
    times(at(floored), atLeast(at(floored), constant(minimum)), at(due)),
    "§ 239 Abs. 2 S. 2 AO",
  );
  const inAssessmentYear = flag(equal(year, constant(assessmentYear)));
  return {
    backTax: section.yearly(
      "back-tax",
      { de: "Nachforderung im Jahr des Bescheids", en: "Back tax in the year of assessment" },
      "EUR",
      times(
        phrase(
          {
            de: "Summe der fälligen Umsatzsteuer aller Steuerjahre",
            en: "sum of the VAT due of all tax years",
          },
          call("SUMPRODUCT", times(allYears(claim), allYears(due))),
        ),
        inAssessmentYear,
        at(horizon),
      ),
    ),
    interest: section.yearly(
      "interest",
      {
        de: "Nachzahlungszinsen im Jahr des Bescheids",
        en: "Interest on back tax in the year of assessment",
      },
      "EUR",
      times(
        phrase(
          {
            de: "Summe der festgesetzten Zinsen aller Steuerjahre",
            en: "sum of the interest assessed of all tax years",
          },
          call("SUM", allYears(assessed)),
        ),
        inAssessmentYear,
        at(horizon),
      ),
    ),
  };
}

/** What is open at the end of each year before the assessment, with interest, and what lapses. */
function addBalances(
  { section, horizon, assessmentYear, claim, base, lapse }: Claims,
  rates: readonly RateRows[],
): Omit<ClaimRows, "backTax" | "interest"> {
  const beforeAssessment = times(below(year, constant(assessmentYear)), at(horizon));
  const lapsing = (row: Row): Expression =>
    times(
      call("SUMPRODUCT", times(yearsUpTo(row), equal(yearsUpTo(lapse), year))),
      beforeAssessment,
    );
  const lapsed = section.yearly(
    "lapsed",
    { de: "Im Jahr verjährte Umsatzsteuer", en: "VAT that lapses in the year" },
    "EUR",
    lapsing(claim),
  );
  const accrual = section.yearly(
    "accrual",
    {
      de: "Im Jahr aufgelaufene Zinsen auf offene Umsatzsteuer",
      en: "Interest accrued in the year on open VAT",
    },
    "EUR",
    times(
      plus(
        ...rates.map(({ toEnd, toBegin, monthly }) =>
          times(minus(at(toEnd), at(toBegin)), constant(monthly)),
        ),
      ),
      beforeAssessment,
    ),
  );
  const toLapse = section.yearly(
    "interest-to-lapse",
    {
      de: "Bis zur Verjährung aufgelaufene Zinsen des Steuerjahres",
      en: "Interest accrued up to the lapse, by tax year",
    },
    "EUR",
    times(
      at(base),
      plus(...rates.map(({ lapseMonths, monthly }) => times(at(lapseMonths), constant(monthly)))),
    ),
  );
  const lapsedInterest = section.yearly(
    "lapsed-interest",
    {
      de: "Zinsen auf im Jahr verjährte Umsatzsteuer",
      en: "Interest on VAT that lapses in the year",
    },
    "EUR",
    lapsing(toLapse),
  );
  const openTax = section.balance(
    "open-tax",
    { de: "Offene Umsatzsteuer 31.12.", en: "Open VAT at 31 December" },
    (own) => times(minus(plus(before(own), at(claim)), at(lapsed)), beforeAssessment),
  );
  const openInterest = section.balance(
    "open-interest",
    { de: "Aufgelaufene Zinsen 31.12.", en: "Accrued interest at 31 December" },
    (own) => times(minus(plus(before(own), at(accrual)), at(lapsedInterest)), beforeAssessment),
  );
  return { lapsed, accrual, openTax, openInterest, lapsedInterest };
}
