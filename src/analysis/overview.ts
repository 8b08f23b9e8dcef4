import type { Finding } from "../finding";
import { fill, type Text, verbatim } from "../language";
import { type CalendarDate, dateInWords } from "../law/calendar";
import { interestRateOn } from "../law/interest-law";
import { vatOptionKnownOn } from "../law/vat-option";
import type { BuiltModel } from "../model/build";
import { call, cell, constant, type Expression, FIRST_YEAR_COLUMN, sum } from "../model/expression";
import type { Row, Unit } from "../model/row";
import { CalculationSheet, type ColumnTitle } from "../model/sheet";
import type { BudgetRequest } from "./budget-request";
import type { Checks } from "./checks";
import { COLUMN, note, overNumbers } from "./overview-cells";
import { addAssumptionList, addUnknown } from "./overview-notes";
import { addRequestList } from "./overview-request";
import type { Comparison } from "./comparison";
import { type BestScenario, bestOf, taxCaseText } from "./tax-cases";

export const OVERVIEW = "overview";

/** Rows of a chart on the overview. */
export const OVERVIEW_CHART_ROWS = 15;

/** What the treasurer reads first. */
export interface Overview {
  readonly sheet: CalculationSheet;
  /** Key figures, one row a scenario. */
  readonly figures: readonly Row[];
  /** Place among the entries where the two charts stand. */
  readonly chartSpace: number;
}

/** The sheets that the overview brings together. */
export interface OverviewParts {
  readonly comparison: Comparison;
  readonly checks: Checks;
  readonly request: BudgetRequest | undefined;
}

export interface OverviewFacts {
  /** The budget year, as the first of the years shown. */
  readonly budgetYear: number;
  readonly today: CalendarDate;
  /** What is not known, or was assumed: findings and notes. */
  readonly unknown: readonly Text[];
}

/** The page a treasurer reads first; every figure is a live link to the comparison. */
export function addOverview(
  built: BuiltModel,
  { comparison, checks, request }: OverviewParts,
  facts: OverviewFacts,
): Overview {
  const sheet = new CalculationSheet(OVERVIEW);
  const { model } = built;
  const { first, last } = model.years;
  addRun(sheet, built, facts);
  addAnswer(sheet, built, comparison);
  sheet.space();
  const budgetIndex = Math.max(0, built.years.indexOf(facts.budgetYear));
  const planEnd = Math.min(budgetIndex + 3, built.years.length - 1);
  const yearText = (index: number): string => String(built.years[index] ?? "");
  sheet.heading(
    { de: "Belastung des Ergebnisplans je Szenario", en: "Result plan expense by scenario" },
    new Map<number, ColumnTitle>([
      [COLUMN.taxCase, { de: "Steuerfall", en: "Tax case" }],
      [COLUMN.budgetYear, overNumbers(verbatim(yearText(budgetIndex)))],
      [
        COLUMN.planYears,
        overNumbers(
          verbatim(
            planEnd > budgetIndex ? `${yearText(budgetIndex + 1)}–${yearText(planEnd)}` : "–",
          ),
        ),
      ],
      [COLUMN.total, overNumbers(fill({ de: "Summe {0}–{1}", en: "Total {0}–{1}" }, first, last))],
      [COLUMN.difference, overNumbers({ de: "mehr (+) / weniger (−)", en: "more (+) / less (−)" })],
      [COLUMN.percent, overNumbers({ de: "in Prozent", en: "in per cent" })],
      [COLUMN.presentValue, overNumbers({ de: "Barwert", en: "Present value" })],
      [COLUMN.rank, overNumbers({ de: "Rang im Steuerfall", en: "Rank in tax case" })],
      [COLUMN.turning, overNumbers({ de: "Kostengleich ab", en: "Break-even" })],
    ]),
  );
  const figures = comparison.scenarios.map((own, index) => {
    const row = sheet.row({
      id: own.scenario.id,
      label: verbatim(own.scenario.name),
      unit: "EUR",
    });
    const put = (column: number, unit: Unit, expression: Expression): void => {
      row.fixed.set(column, { kind: "formula", unit, expression });
    };
    const of = (rows: readonly Row[]): Row => {
      const found = rows[index];
      if (found === undefined) throw new Error(`no comparison of ${own.scenario.id}`);
      return found;
    };
    row.fixed.set(COLUMN.taxCase, {
      kind: "text",
      text: own.scenario.taxCase === undefined ? verbatim("–") : taxCaseText(own.scenario.taxCase),
    });
    put(COLUMN.budgetYear, "EUR", cell(of(comparison.result), FIRST_YEAR_COLUMN + budgetIndex));
    put(
      COLUMN.planYears,
      "EUR",
      planEnd > budgetIndex
        ? sum({
            kind: "rowRange",
            row: of(comparison.result),
            from: FIRST_YEAR_COLUMN + budgetIndex + 1,
            to: FIRST_YEAR_COLUMN + planEnd,
          })
        : sum(),
    );
    put(COLUMN.total, "EUR", constant(of(comparison.result)));
    row.fixed.set(COLUMN.difference, {
      kind: "formula",
      unit: "signedEUR",
      expression: constant(of(comparison.difference)),
    });
    put(COLUMN.percent, "signedShare", constant(of(comparison.percent)));
    put(COLUMN.presentValue, "EUR", constant(of(comparison.presentValue)));
    put(COLUMN.rank, "rank", constant(of(comparison.rank)));
    put(COLUMN.turning, "yearOrNone", constant(of(comparison.turningYear)));
    return row;
  });
  sheet.space();
  if (request !== undefined) {
    const column = FIRST_YEAR_COLUMN + budgetIndex;
    addRequestList(sheet, request, { label: yearText(budgetIndex), column });
    sheet.space();
  }
  addBudgetAndTax(sheet, built, comparison, budgetIndex);
  sheet.space();
  const chartSpace = sheet.entries.length;
  sheet.space(OVERVIEW_CHART_ROWS);
  addAssumptionList(sheet, built);
  addUnknown(sheet, facts.unknown);
  sheet.heading({ de: "Prüfung", en: "Checks" });
  const check = sheet.row({
    id: "checks",
    label: {
      de: "Alle Prüfungen des Blattes KR Prüfung",
      en: "All checks of the sheet KR Prüfung",
    },
    unit: "text",
    emphasis: "check",
  });
  check.fixed.set(COLUMN.taxCase, {
    kind: "formula",
    unit: "text",
    expression: cell(checks.master, 5),
  });
  const changed = sheet.row({
    id: "changed",
    label: checks.changed.label,
    unit: "months",
  });
  changed.fixed.set(COLUMN.taxCase, {
    kind: "formula",
    unit: "months",
    expression: constant(checks.changed),
  });
  note(sheet, "disclaimer", {
    de: "Diese Berechnung ist keine Steuerberatung.",
    en: "This calculation is not tax advice.",
  });
  return { sheet, figures, chartSpace };
}

/** State of the law and who prepared the page; the day of the run stands in the title. */
function addRun(sheet: CalculationSheet, built: BuiltModel, { today }: OverviewFacts): void {
  const option = vatOptionKnownOn(today);
  const rate = interestRateOn(today);
  note(
    sheet,
    "law",
    fill(
      {
        de: "Rechtsstand: § 2b UStG gilt ab {0} ({1}); Nachzahlungszinsen {2} % je vollem Monat ({3}).",
        en: "State of the law: § 2b UStG applies from {0} ({1}); interest on back tax {2} % a full month ({3}).",
      },
      dateInWords(option.appliesFrom),
      option.norm,
      { de: String(rate.monthlyRate * 100).replace(".", ","), en: String(rate.monthlyRate * 100) },
      rate.norm,
    ),
  );
  const row = sheet.row({
    id: "prepared-by",
    label: built.assumptions.preparedBy.label,
    unit: "text",
  });
  row.fixed.set(COLUMN.taxCase, {
    kind: "formula",
    unit: "text",
    expression: constant(built.assumptions.preparedBy),
  });
}

/** Question and answer: the scenario that burdens the result plan least, in each tax case. */
function addAnswer(sheet: CalculationSheet, built: BuiltModel, comparison: Comparison): void {
  const { model } = built;
  const reference = built.scenarios.find(({ scenario }) => scenario.id === model.reference);
  sheet.heading(
    { de: "Frage und Antwort", en: "Question and answer" },
    new Map<number, ColumnTitle>([
      [COLUMN.taxCase, { de: "geringste Belastung", en: "least burden" }],
      [COLUMN.difference, overNumbers({ de: "mehr (+) / weniger (−)", en: "more (+) / less (−)" })],
      [COLUMN.percent, overNumbers({ de: "in Prozent", en: "in per cent" })],
      [
        COLUMN.presentValue,
        overNumbers({ de: "dazu offene USt mit Zinsen", en: "besides open VAT with interest" }),
      ],
    ]),
  );
  note(
    sheet,
    "question",
    fill(
      {
        de: "Welche Form der IT-Kooperation belastet den Ergebnisplan {0} bis {1} am wenigsten, und wie viel mehr oder weniger als „{2}“?",
        en: 'Which form of IT cooperation burdens the result plan {0} to {1} least, and how much more or less than "{2}"?',
      },
      model.years.first,
      model.years.last,
      reference?.scenario.name ?? "",
    ),
  );
  comparison.cases.forEach((taxCase, index) => {
    const { first, last, label } = taxCase;
    const members = comparison.scenarios.slice(first, last + 1);
    if (members.every(({ scenario }) => scenario.id === model.reference)) return;
    addCaseAnswer(
      sheet,
      `answer-${String(index + 1)}`,
      label === undefined
        ? { de: "Antwort", en: "Answer" }
        : fill({ de: "Antwort, Steuerfall {0}", en: "Answer, tax case {0}" }, taxCaseText(label)),
      bestOf(comparison, taxCase),
    );
  });
}

function addCaseAnswer(sheet: CalculationSheet, id: string, label: Text, best: BestScenario): void {
  const row = sheet.row({ id, label, unit: "EUR", emphasis: "result" });
  row.fixed.set(COLUMN.taxCase, { kind: "formula", unit: "text", expression: best.name });
  row.fixed.set(COLUMN.difference, {
    kind: "formula",
    unit: "signedEUR",
    expression: best.difference,
  });
  row.fixed.set(COLUMN.percent, {
    kind: "formula",
    unit: "signedShare",
    expression: best.percent,
  });
  row.fixed.set(COLUMN.presentValue, { kind: "formula", unit: "EUR", expression: best.open });
}

/** Budget of the budget year, and what the tax office may still ask for. */
function addBudgetAndTax(
  sheet: CalculationSheet,
  built: BuiltModel,
  comparison: Comparison,
  budgetIndex: number,
): void {
  const year = String(built.years[budgetIndex] ?? "");
  sheet.heading(
    {
      de: "Wirkung auf den Haushalt und Umsatzsteuerrisiko",
      en: "Effect on the budget and VAT risk",
    },
    new Map<number, ColumnTitle>([
      [COLUMN.budgetYear, overNumbers(fill({ de: "veranschlagt {0}", en: "budgeted {0}" }, year))],
      [
        COLUMN.planYears,
        overNumbers(fill({ de: "über / unter {0}", en: "over / short {0}" }, year)),
      ],
      [COLUMN.total, overNumbers({ de: "nicht berechnete USt", en: "VAT not invoiced" })],
      [COLUMN.difference, overNumbers({ de: "Nachforderung", en: "Back tax" })],
      [COLUMN.percent, overNumbers({ de: "Zinsen", en: "Interest" })],
      [
        COLUMN.presentValue,
        overNumbers(fill({ de: "offen 31.12.{0}", en: "open 31 Dec {0}" }, built.model.years.last)),
      ],
      [COLUMN.rank, overNumbers({ de: "höchste Rückstellung", en: "Largest provision" })],
    ]),
  );
  comparison.scenarios.forEach((own, index) => {
    const row = sheet.row({
      id: `${own.scenario.id}.tax`,
      label: verbatim(own.scenario.name),
      unit: "EUR",
    });
    const put = (column: number, expression: Expression, unit: Unit = "EUR"): void => {
      row.fixed.set(column, { kind: "formula", unit, expression });
    };
    const balance = comparison.balance[index];
    const claims = comparison.openClaims[index];
    if (balance === undefined || claims === undefined) throw new Error("no comparison");
    put(COLUMN.budgetYear, cell(own.row("budgeted"), FIRST_YEAR_COLUMN + budgetIndex));
    put(COLUMN.planYears, cell(own.row("cover"), FIRST_YEAR_COLUMN + budgetIndex), "signedEUR");
    put(COLUMN.total, constant(own.row("open-vat")));
    put(COLUMN.difference, constant(own.row("back-tax")));
    put(COLUMN.percent, constant(own.row("interest")));
    put(COLUMN.presentValue, constant(claims));
    put(COLUMN.rank, call("MAX", { kind: "rowRange", row: balance, from: "first", to: "last" }));
  });
}

/** The findings a reader of the overview should see: warnings, and what scenarios assume together. */
export function openQuestions(findings: readonly Finding[]): readonly Text[] {
  return findings
    .filter(({ severity, code }) => severity !== "note" || code === "assumed")
    .map(({ message }) => message);
}
