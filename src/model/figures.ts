import type { Evaluation } from "./evaluate";
import { CONSTANT_COLUMN } from "./expression";
import type { BuiltModel } from "./build";
import { toNumber } from "./excel-values";
import type { ScenarioSheet } from "./scenario-rows";
import type { RowId } from "./terms";

/** The figures of a scenario beside its rows, in EUR. */
export interface ScenarioFigures {
  /** Sum of the discounted cash view, the first year undiscounted. */
  readonly presentValue: number;
  readonly totalResult: number;
  readonly totalCash: number;
  /** First year from which the scenario stays at or below the reference in total; null if none. */
  readonly turningYear: number | null;
  /** Open VAT and interest accrued on it, at the end of the last model year. */
  readonly openTax: number;
  readonly openInterest: number;
}

/** Values of a row by model year. */
export function rowByYear(
  built: BuiltModel,
  evaluation: Evaluation,
  scenario: ScenarioSheet,
  id: RowId,
): Readonly<Record<string, number>> {
  const { first, last } = built.model.years;
  const values: Record<string, number> = {};
  for (let year = first; year <= last; year += 1) {
    values[String(year)] = evaluation.inYear(scenario.row(id), year);
  }
  return values;
}

/** The figures of a scenario. */
export function figuresOf(
  built: BuiltModel,
  evaluation: Evaluation,
  scenario: ScenarioSheet,
): ScenarioFigures {
  const total = (id: RowId): number =>
    toNumber(evaluation.value(scenario.row(id), CONSTANT_COLUMN));
  const turning = evaluation.constant(scenario.sheet.find("turning-year"));
  const { last } = built.model.years;
  const claim = (suffix: string): number => {
    const row = built.taxRisk.rows.find(({ id }) => id === `${scenario.scenario.id}.${suffix}`);
    return row === undefined ? 0 : evaluation.inYear(row, last);
  };
  return {
    presentValue: total("present-value"),
    totalResult: total("result-cost"),
    totalCash: total("cash-cost"),
    turningYear: turning === 0 ? null : turning,
    openTax: claim("open-tax"),
    openInterest: claim("open-interest"),
  };
}
