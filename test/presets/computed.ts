import { calendarDate } from "../../src/law/calendar";
import type { BudgetSource } from "../../src/model/budget-source";
import { buildModel, type BuiltModel } from "../../src/model/build";
import type { ModelDocument } from "../../src/model/document";
import { evaluate, type Evaluation } from "../../src/model/evaluate";
import { figuresOf, rowByYear, type ScenarioFigures } from "../../src/model/figures";
import { readModel } from "../../src/model/model";
import type { ScenarioSheet } from "../../src/model/scenario-rows";
import type { RowId } from "../../src/model/terms";

const NO_BUDGET: BudgetSource = { sheets: [], cell: () => null };

/** A model with all its figures. */
export interface ComputedModel {
  readonly built: BuiltModel;
  /** A row of a scenario in a year, EUR. */
  readonly row: (scenario: string, id: RowId, year: number) => number;
  readonly figures: (scenario: string) => ScenarioFigures;
  /** A row of the tax risk, found by its id, in a year. */
  readonly taxRisk: (id: string, year: number) => number;
}

export function compute(document: ModelDocument, budget: BudgetSource = NO_BUDGET): ComputedModel {
  const built = buildModel(readModel(document), budget, {
    language: "de",
    today: calendarDate("2026-11-15"),
  });
  const evaluation: Evaluation = evaluate(built);
  const sheetOf = (id: string): ScenarioSheet => {
    const sheet = built.scenarios.find(({ scenario }) => scenario.id === id);
    if (sheet === undefined) throw new Error(`no scenario ${id}`);
    return sheet;
  };
  return {
    built,
    row: (scenario, id, year) =>
      rowByYear(built, evaluation, sheetOf(scenario), id)[String(year)] ?? Number.NaN,
    figures: (scenario) => figuresOf(built, evaluation, sheetOf(scenario)),
    taxRisk: (id, year) => evaluation.inYear(built.taxRisk.find(id), year),
  };
}
