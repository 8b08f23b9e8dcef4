import type { BudgetSheet, SheetReading } from "../budget/line";
import type { CellContent, Grid } from "../budget/grid";
import type { Finding } from "../finding";
import type { Language } from "../language";
import { calendarDate, excelSerial, isCalendarDate } from "../law/calendar";
import { exampleFindings } from "../analysis/example-findings";
import { openQuestions } from "../analysis/overview";
import { modelFindings } from "../analysis/model-findings";
import { resultFindings } from "../analysis/result-findings";
import { adoptTypedInputs } from "../model/adopt-inputs";
import { buildModel, type BuiltModel } from "../model/build";
import type { BudgetSource } from "../model/budget-source";
import { type Model, readModel } from "../model/model";
import { applyTypedInputs, type TypedInput } from "../model/typed-inputs";
import { type LaidOutModel, layOut, type LayoutOptions } from "./workbook-plan";

/** A budget as read, with the grids it stands in. */
export interface ReadBudget {
  readonly readings: readonly SheetReading[];
  readonly grids: readonly Grid[];
}

export interface PlannedModel extends LaidOutModel {
  /** Everything the user should know, the budget's findings excepted. */
  readonly findings: readonly Finding[];
  /** Typed inputs that the model's document cannot hold; they stand in the sheets and are stored beside it. */
  readonly typed: readonly TypedInput[];
}

export interface PlanOptions extends Omit<LayoutOptions, "budgetYear" | "unknown"> {
  /** Inputs that users typed into the sheets of an earlier run: they go into the model where it can hold them. */
  readonly typed?: readonly TypedInput[];
  /** In which those sheets were written; the language of the new ones unless said. */
  readonly typedLanguage?: Language;
}

/** The main job without a file: computes a model on a budget and lays it out as a workbook. */
export function planModel(
  model: Model,
  budget: ReadBudget,
  adapted: readonly Finding[],
  options: PlanOptions,
): PlannedModel {
  const sheets = budgetSheets(budget.readings);
  const source = budgetSource(sheets, budget.grids);
  const { built, rest } = buildWithInputs(model, source, options);
  const { typedLanguage = options.language } = options;
  const { applied: typed, findings: notKept } = applyTypedInputs(
    built.sheets,
    built.years,
    rest,
    typedLanguage,
    options.language,
  );
  const findings = [
    ...adapted,
    ...exampleFindings(built.model.document),
    ...built.findings,
    ...notKept,
    ...modelFindings(built, options.today),
  ];
  const laidOut = layOut(built, {
    ...options,
    typed,
    budgetYear: budgetYearOf(built.model, sheets),
    unknown: openQuestions(findings),
  });
  return {
    ...laidOut,
    typed,
    findings: [...findings, ...resultFindings(built, laidOut.evaluation)],
  };
}

/** Builds a model with the typed inputs that its document takes in; the rest stays typed. */
export function buildWithInputs(
  model: Model,
  source: BudgetSource,
  options: Pick<PlanOptions, "language" | "today" | "typed" | "typedLanguage">,
): { readonly built: BuiltModel; readonly rest: readonly TypedInput[] } {
  const built = buildModel(model, source, options);
  const { typed = [], language, typedLanguage = language } = options;
  if (typed.length === 0) return { built, rest: [] };
  const { document, rest } = adoptTypedInputs(built, source, typed, typedLanguage);
  if (document === model.document) return { built, rest };
  return { built: buildModel(readModel(document), source, options), rest };
}

/** The sheets that were understood. */
export function budgetSheets(readings: readonly SheetReading[]): readonly BudgetSheet[] {
  return readings.filter((reading): reading is BudgetSheet => reading.status === "budget");
}

/** The year the overview shows first: the budget's own where the model has it, else the model's first. */
function budgetYearOf({ years }: Model, sheets: readonly BudgetSheet[]): number {
  const inModel = sheets
    .map(({ budgetYear }) => budgetYear)
    .filter((year) => year !== undefined)
    .filter((year) => year >= years.first && year <= years.last);
  return inModel[0] ?? years.first;
}

/** The budget as the model sees it: lines, and cells as a formula would find them. */
export function budgetSource(sheets: readonly BudgetSheet[], grids: readonly Grid[]): BudgetSource {
  const byName = new Map(grids.map((grid) => [grid.name, grid] as const));
  return {
    sheets,
    cell: (sheet, row, column) => seenByFormula(byName.get(sheet)?.rows[row]?.[column] ?? null),
  };
}

function seenByFormula(content: CellContent): number | string | null {
  if (content === null || typeof content === "number" || typeof content === "string") {
    return content;
  }
  if (typeof content === "boolean") return content ? 1 : 0;
  if (content.kind === "error") return content.text;
  return isCalendarDate(content.iso) ? excelSerial(calendarDate(content.iso)) : content.iso;
}
