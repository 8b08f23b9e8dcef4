import { calendarDate } from "../../src/law/calendar";
import { buildModel } from "../../src/model/build";
import type { BudgetSource } from "../../src/model/budget-source";
import { readModel } from "../../src/model/model";
import type { Row } from "../../src/model/row";
import { type LaidOutModel, layOut } from "../../src/sheets/workbook-plan";
import { NO_BUDGET } from "../model/computed";

/** A model with all its sheets, on a budget or none. */
export function laidOut(document: unknown, budget: BudgetSource = NO_BUDGET): LaidOutModel {
  const today = calendarDate("2026-11-22");
  const model = readModel(document);
  const built = buildModel(model, budget, { language: "de", today });
  return layOut(built, {
    language: "de",
    today,
    version: "0.0.0",
    budgetYear: model.years.first,
    unknown: [],
  });
}

/** Figures of a row by model year, rounded to cents. */
export function byYear({ built, evaluation }: LaidOutModel, row: Row): number[] {
  const { first, last } = built.model.years;
  return Array.from(
    { length: last - first + 1 },
    (_, index) => Math.round(100 * evaluation.inYear(row, first + index)) / 100 + 0,
  );
}

/** Checks of the workbook that do not pass. */
export function redChecks({ checks, evaluation }: LaidOutModel): readonly string[] {
  return checks.checks.flatMap(({ id, row }) => (evaluation.constant(row) === 1 ? [] : [id]));
}
