import type { Finding } from "../finding";
import type { Language } from "../language";
import type { CalendarDate } from "../law/calendar";
import { addAssumptions, type Assumptions } from "./assumptions";
import { assignLines, type AssignedLine } from "./assigned-lines";
import { addAssignment, type Assignment } from "./assignment";
import { TAX_RISK } from "./back-tax";
import { type BudgetSource, coveredYears, plannedValue } from "./budget-source";
import type { Calculation } from "./calculation";
import { Inputs } from "./inputs";
import type { Model } from "./model";
import { requestInputs } from "./scenario-blocks";
import { openScenarioSheet, type ScenarioSheet } from "./scenario-rows";
import { fillScenarioSheet } from "./scenario-sheet";
import { CalculationSheet } from "./sheet";

/** A model with its budget, as rows of expressions. */
export interface BuiltModel extends Calculation {
  readonly model: Model;
  readonly assumptions: Assumptions;
  readonly assignment: Assignment | undefined;
  readonly taxRisk: CalculationSheet;
  readonly scenarios: readonly ScenarioSheet[];
  readonly lines: readonly AssignedLine[];
  readonly findings: readonly Finding[];
}

export interface BuildOptions {
  readonly language: Language;
  /** The day whose rounding rules for interest hold: the day of the run. */
  readonly today: CalendarDate;
}

/** Lays out every row of a model: assumptions, budget lines, scenarios and tax risk. */
export function buildModel(
  model: Model,
  budget: BudgetSource,
  { language, today }: BuildOptions,
): BuiltModel {
  const { lines, findings } = assignLines(model, budget);
  const years = axisYears(model, budget, lines);
  const inputs = new Inputs();
  requestInputs(model, inputs);
  const assumptions = addAssumptions(model, years, inputs, { today, language });
  const assignment = addAssignment(model, budget, lines, assumptions, years, language);
  const taxRisk = new CalculationSheet(TAX_RISK);
  const scenarios = model.scenarios.map(openScenarioSheet);
  for (const own of scenarios) {
    fillScenarioSheet({
      own,
      all: scenarios,
      reference: model.reference,
      assumptions,
      assignment,
      taxRisk,
    });
  }
  return {
    model,
    years,
    assumptions,
    assignment,
    taxRisk,
    scenarios,
    lines,
    findings,
    sheets: [
      assumptions.sheet,
      ...(assignment === undefined ? [] : [assignment.sheet]),
      ...scenarios.map(({ sheet }) => sheet),
      ...(taxRisk.rows.length === 0 ? [] : [taxRisk]),
    ],
  };
}

/** Years of the shared axis: those of the model and of the budget lines taken in, without gaps. */
function axisYears(
  model: Model,
  budget: BudgetSource,
  lines: readonly AssignedLine[],
): readonly number[] {
  let { first, last } = model.years;
  const covered = new Map(budget.sheets.map((sheet) => [sheet, coveredYears(sheet)] as const));
  for (const line of lines) {
    for (const year of covered.get(line.sheet) ?? []) {
      const isWithin = year >= first && year <= last;
      if (isWithin || plannedValue(budget, line, year) === undefined) continue;
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
  }
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
