import { modelFindings } from "../../analysis/model-findings";
import { addComparison, type Comparison } from "../../analysis/comparison";
import { addPlanTables, type PlanTables } from "../../analysis/plan-tables";
import { resultFindings } from "../../analysis/result-findings";
import type { Finding } from "../../finding";
import type { Language } from "../../language";
import type { CalendarDate } from "../../law/calendar";
import { buildModel, type BuiltModel } from "../../model/build";
import { evaluate, type Evaluation } from "../../model/evaluate";
import { figuresOf, type ScenarioFigures } from "../../model/figures";
import { readModel } from "../../model/model";
import { applyTypedInputs, type TypedInput } from "../../model/typed-inputs";
import { budgetSheets, budgetSource, type ReadBudget } from "../../sheets/plan-model";

/** The results of a model, without its sheets: what is shown while the user types. */
export interface Computation {
  readonly built: BuiltModel;
  readonly comparison: Comparison;
  /** Costs by kind in both views, beside the reference. */
  readonly tables: PlanTables;
  readonly evaluation: Evaluation;
  /** By scenario id, the status quo first. */
  readonly figures: ReadonlyMap<string, ScenarioFigures>;
  readonly findings: readonly Finding[];
}

export interface ComputeOptions {
  readonly language: Language;
  readonly today: CalendarDate;
  readonly typed: readonly TypedInput[];
  /** In which the sheets were written that they were typed into. */
  readonly typedLanguage: Language;
}

/**
 * Computes a model on a budget.
 * @throws FieldsRefusedError for a model that breaks a rule, RefusedError for one the law has no values for
 */
export function compute(
  document: unknown,
  budget: ReadBudget,
  { language, today, typed, typedLanguage }: ComputeOptions,
): Computation {
  const source = budgetSource(budgetSheets(budget.readings), budget.grids);
  const built = buildModel(readModel(document), source, { language, today });
  const { findings: notKept } = applyTypedInputs(built.sheets, built.years, typed, typedLanguage);
  const comparison = addComparison(built);
  const tables = addPlanTables(built, comparison);
  const sheets = [...built.sheets, comparison.sheet, tables.sheet];
  const evaluation = evaluate({ years: built.years, sheets }, language);
  return {
    built,
    comparison,
    tables,
    evaluation,
    figures: new Map(
      built.scenarios.map((own) => [own.scenario.id, figuresOf(built, evaluation, own)] as const),
    ),
    findings: [
      ...built.findings,
      ...notKept,
      ...modelFindings(built, today),
      ...resultFindings(built, evaluation),
    ],
  };
}
