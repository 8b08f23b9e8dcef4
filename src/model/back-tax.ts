import { type Text, verbatim } from "../language";
import { calendarDate, excelSerial } from "../law/calendar";
import type { Assumptions } from "./assumptions";
import type { BlockOf } from "./document";
import {
  above,
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
  OPENING_COLUMN,
  over,
  phrase,
  plus,
  smallest,
  times,
  when,
  year,
  yearsUpTo,
} from "./expression";
import type { InputSpec } from "./inputs";
import { constantInput } from "./blocks/pricing";
import { monthIndexOf } from "./periods";
import type { Row } from "./row";
import type { CalculationSheet } from "./sheet";
import { VALID_FROM_COLUMN } from "./legal-rows";

export const TAX_RISK = "tax-risk";

/** Inputs of the assessment: date, rate where it is not the statutory one, limitation. */
export function backTaxInputs(block: BlockOf<"back-tax">): readonly InputSpec[] {
  const { source, assessed = null, interest = "statutory", limitation = null } = block;
  return [
    constantInput(
      "assessed",
      {
        de: "Steuerbescheid wirksam am (leer: keine Prüfung)",
        en: "Assessment effective on (empty: no audit)",
      },
      "date",
      assessed === null ? null : excelSerial(calendarDate(assessed)),
      source,
    ),
    constantInput(
      "interest",
      {
        de: "Zinssatz im Jahr (leer: gesetzlich nach § 238 AO)",
        en: "Yearly interest rate (empty: statutory, § 238 AO)",
      },
      "share",
      interest === "statutory" ? null : interest,
      source,
      { minimum: 0, maximum: 1 },
    ),
    constantInput(
      "limitation",
      {
        de: "Festsetzungsverjährung nach Jahren (leer: keine)",
        en: "Limitation after years (empty: none)",
      },
      "number",
      limitation,
      source,
      { minimum: 1, maximum: 30 },
    ),
  ];
}

/** Inputs of an assessment, where the scenario has one. */
export interface AssessmentInputs {
  readonly assessed: Row;
  readonly interest: Row;
  readonly limitation: Row;
}

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
  /** First year in which everything is invoiced; a year after the axis where nothing is assessed. */
  readonly assessmentYear: Row;
}

/** The year of the assessment, on the scenario's own sheet, so that VAT can look at it. */
export function addAssessmentYear(
  sheet: CalculationSheet,
  inputs: AssessmentInputs | undefined,
): Row {
  const head = {
    id: "assessment-year",
    label: {
      de: "Jahr des Steuerbescheids (ohne: Jahr nach der Zeitachse)",
      en: "Year of assessment (without: year after the axis)",
    },
    unit: "year",
  } as const;
  const never = plus(lastAxisYear, 1);
  if (inputs === undefined) return sheet.constant(head, never);
  const assessed = constant(inputs.assessed);
  return sheet.constant(head, when(isEmpty(assessed), never, call("YEAR", assessed)));
}

export interface ClaimParts {
  readonly sheet: CalculationSheet;
  readonly assumptions: Assumptions;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly openVat: Row;
  readonly assessmentYear: Row;
  readonly inputs: AssessmentInputs | undefined;
}

/**
 * Claims by tax year and interest under § 233a AO: base, run, months by rate, accrual, assessment and
 * limitation. A column is the tax year of a claim; the rows on balances read the column as the year.
 */
export function addClaims(parts: ClaimParts): ClaimRows {
  const { sheet, assumptions, scenario, inputs } = parts;
  const { law } = assumptions;
  const id = (suffix: string): string => `${scenario.id}.${suffix}`;
  const head = (suffix: string, de: string, en: string, unit: Row["unit"], source?: string) => ({
    id: id(suffix),
    label: { de, en },
    unit,
    scenario: verbatim(scenario.name),
    ...(source === undefined ? {} : { source: verbatim(source) }),
  });
  const add = (
    suffix: string,
    de: string,
    en: string,
    unit: Row["unit"],
    expression: Expression,
    source?: string,
  ): Row => sheet.formula(head(suffix, de, en, unit, source), expression);
  const single = (
    suffix: string,
    de: string,
    en: string,
    unit: Row["unit"],
    expression: Expression,
    source?: string,
  ): Row => sheet.constant(head(suffix, de, en, unit, source), expression);

  sheet.space();
  sheet.heading(verbatim(scenario.name));
  const horizon = sheet.import(assumptions.horizon);
  const waiting = sheet.import(law.waitingMonths);
  const multiple = sheet.importConstant(law.baseMultiple);
  const minimum = sheet.importConstant(law.minimumInterest);
  const assessmentYear = single(
    "assessment-year",
    "Jahr des Steuerbescheids",
    "Year of assessment",
    "year",
    constant(parts.assessmentYear),
  );
  const never = times(12, plus(lastAxisYear, 1));
  const end = single(
    "run-end",
    "Ende des Zinslaufs (Monatsindex des Folgetags)",
    "End of the run (month index of the day after)",
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
  const claim = add(
    "claim",
    "Nicht berechnete Umsatzsteuer des Steuerjahres",
    "VAT of the tax year not invoiced",
    "EUR",
    at(parts.openVat),
  );
  const cents = add(
    "cents",
    "auf Cent gerundet",
    "rounded to cents",
    "EUR",
    over(call("ROUND", call("ROUND", times(100, at(claim)), 6), 0), 100),
  );
  const base = add(
    "base",
    "Bemessungsgrundlage, abgerundet",
    "Base, rounded down",
    "EUR",
    times(call("INT", over(at(cents), constant(multiple))), constant(multiple)),
    "§ 238 Abs. 2 AO",
  );
  const start = add(
    "run-start",
    "Beginn des Zinslaufs (Monatsindex)",
    "Start of the run (month index)",
    "monthIndex",
    plus(times(12, plus(year, 1)), 1, at(waiting)),
    "§ 233a Abs. 2 S. 1 AO, Art. 97 § 36 EGAO",
  );
  const lapse = add(
    "lapse-year",
    "Verjährt zum 31.12. des Jahres (ohne: nach der Zeitachse)",
    "Lapses on 31 December of (without: after the axis)",
    "year",
    inputs === undefined
      ? plus(lastAxisYear, 1)
      : when(
          isEmpty(constant(inputs.limitation)),
          largest(constant(assessmentYear), plus(lastAxisYear, 1)),
          plus(year, constant(inputs.limitation)),
        ),
    "§§ 169 bis 171 AO",
  );

  const rates = law.interestRates.map((rate, index) =>
    rateRows(index, rate, law.interestRates[index + 1]),
  );
  function rateRows(index: number, rate: Row, next: Row | undefined) {
    const n = index + 1;
    const from = single(
      `rate-${n}-from`,
      `Zinssatz ${n}: gültig ab (Monatsindex)`,
      `Rate ${n}: valid from (month index)`,
      "monthIndex",
      monthIndexOf({ kind: "cell", row: rate, column: VALID_FROM_COLUMN }),
    );
    const until =
      next === undefined
        ? undefined
        : single(
            `rate-${n}-until`,
            `Zinssatz ${n}: bis vor (Monatsindex)`,
            `Rate ${n}: until before (month index)`,
            "monthIndex",
            monthIndexOf({ kind: "cell", row: next, column: VALID_FROM_COLUMN }),
          );
    const statutory = sheet.importConstant(rate);
    const monthly = single(
      `rate-${n}`,
      `Zinssatz ${n} je Monat`,
      `Rate ${n} a month`,
      "share",
      inputs === undefined
        ? constant(statutory)
        : when(
            isEmpty(constant(inputs.interest)),
            constant(statutory),
            over(constant(inputs.interest), 12),
          ),
      "§ 238 Abs. 1, 1a AO",
    );
    const begin = add(
      `rate-${n}-begin`,
      `Zinssatz ${n}: Beginn im Zinslauf`,
      `Rate ${n}: begin in the run`,
      "monthIndex",
      largest(at(start), constant(from)),
    );
    /** End of a stretch within this rate. */
    const within = (stretch: Expression): Expression =>
      until === undefined ? stretch : smallest(stretch, constant(until));
    const months = add(
      `rate-${n}-months`,
      `Zinssatz ${n}: volle Monate bis zum Bescheid`,
      `Rate ${n}: full months up to the assessment`,
      "months",
      largest(0, minus(within(constant(end)), at(begin))),
      "§ 238 Abs. 1 S. 2 AO",
    );
    const lapseMonths = add(
      `rate-${n}-lapse-months`,
      `Zinssatz ${n}: volle Monate bis zur Verjährung`,
      `Rate ${n}: full months up to the lapse`,
      "months",
      largest(0, minus(within(plus(times(12, plus(at(lapse), 1)), 1)), at(begin))),
    );
    const yearEnd = add(
      `rate-${n}-year-end`,
      `Zinssatz ${n}: Jahresende`,
      `Rate ${n}: end of the year`,
      "monthIndex",
      within(plus(times(12, plus(year, 1)), 1)),
    );
    const yearBegin = add(
      `rate-${n}-year-begin`,
      `Zinssatz ${n}: Jahresbeginn`,
      `Rate ${n}: begin of the year`,
      "monthIndex",
      within(plus(times(12, year), 1)),
    );
    const accrued = (suffix: string, label: Text, stretch: Row): Row =>
      add(
        `rate-${n}-${suffix}`,
        label.de,
        label.en,
        "EUR",
        call(
          "SUMPRODUCT",
          times(
            yearsUpTo(base),
            atLeast(yearsUpTo(lapse), year),
            minus(at(stretch), yearsUpTo(begin)),
            above(at(stretch), yearsUpTo(begin)),
          ),
        ),
      );
    const toEnd = accrued(
      "to-end",
      {
        de: `Zinssatz ${n}: Grundlage × Monate bis Jahresende`,
        en: `Rate ${n}: base × months to end of year`,
      },
      yearEnd,
    );
    const toBegin = accrued(
      "to-begin",
      {
        de: `Zinssatz ${n}: Grundlage × Monate bis Jahresbeginn`,
        en: `Rate ${n}: base × months to begin of year`,
      },
      yearBegin,
    );
    return { monthly, months, lapseMonths, toEnd, toBegin };
  }

  const unrounded = add(
    "interest-unrounded",
    "Zinsen vor Rundung",
    "Interest before rounding",
    "EUR",
    times(
      at(base),
      plus(...rates.map(({ months, monthly }) => times(at(months), constant(monthly)))),
    ),
  );
  const floored = add(
    "interest-floored",
    "Zinsen, auf volle Euro abgerundet",
    "Interest, rounded down to whole euros",
    "EUR",
    call("INT", over(call("ROUND", call("ROUND", times(1000, at(unrounded)), 6), 0), 1000)),
    "§ 239 Abs. 2 AO",
  );
  const due = add(
    "due",
    "Mit dem Bescheid fällig (1) oder nicht (0)",
    "Due with the assessment (1) or not (0)",
    "flag",
    times(
      below(year, constant(assessmentYear)),
      atMost(constant(assessmentYear), constant(sheet.importConstant(assumptions.lastYear))),
      atLeast(at(lapse), constant(assessmentYear)),
    ),
  );
  const assessed = add(
    "interest-assessed",
    "Festgesetzte Zinsen des Steuerjahres",
    "Interest assessed for the tax year",
    "EUR",
    times(at(floored), atLeast(at(floored), constant(minimum)), at(due)),
    "§ 239 Abs. 2 S. 2 AO",
  );
  const inAssessmentYear = flag(equal(year, constant(assessmentYear)));
  const backTax = add(
    "back-tax",
    "Nachforderung im Jahr des Bescheids",
    "Back tax in the year of assessment",
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
  );
  const interest = add(
    "interest",
    "Nachzahlungszinsen im Jahr des Bescheids",
    "Interest on back tax in the year of assessment",
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
  );
  const beforeAssessment = times(below(year, constant(assessmentYear)), at(horizon));
  const lapsed = add(
    "lapsed",
    "Im Jahr verjährte Umsatzsteuer",
    "VAT that lapses in the year",
    "EUR",
    times(
      call("SUMPRODUCT", times(yearsUpTo(claim), equal(yearsUpTo(lapse), year))),
      beforeAssessment,
    ),
  );
  const accrual = add(
    "accrual",
    "Im Jahr aufgelaufene Zinsen auf offene Umsatzsteuer",
    "Interest accrued in the year on open VAT",
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
  const toLapse = add(
    "interest-to-lapse",
    "Bis zur Verjährung aufgelaufene Zinsen des Steuerjahres",
    "Interest accrued up to the lapse, by tax year",
    "EUR",
    times(
      at(base),
      plus(...rates.map(({ lapseMonths, monthly }) => times(at(lapseMonths), constant(monthly)))),
    ),
  );
  const lapsedInterest = add(
    "lapsed-interest",
    "Zinsen auf im Jahr verjährte Umsatzsteuer",
    "Interest on VAT that lapses in the year",
    "EUR",
    times(
      call("SUMPRODUCT", times(yearsUpTo(toLapse), equal(yearsUpTo(lapse), year))),
      beforeAssessment,
    ),
  );
  const openTax = rolling(
    "open-tax",
    "Offene Umsatzsteuer 31.12.",
    "Open VAT at 31 December",
    (own) => times(minus(plus(before(own), at(claim)), at(lapsed)), beforeAssessment),
  );
  const openInterest = rolling(
    "open-interest",
    "Aufgelaufene Zinsen 31.12.",
    "Accrued interest at 31 December",
    (own) => times(minus(plus(before(own), at(accrual)), at(lapsedInterest)), beforeAssessment),
  );
  function rolling(suffix: string, de: string, en: string, formula: (own: Row) => Expression): Row {
    const row = sheet.row(head(suffix, de, en, "EUR"));
    row.fixed.set(OPENING_COLUMN, { kind: "zero" });
    row.years = { kind: "formula", expression: formula(row) };
    return row;
  }
  return {
    backTax,
    interest,
    lapsed,
    accrual,
    openTax,
    openInterest,
    lapsedInterest,
    assessmentYear,
  };
}
