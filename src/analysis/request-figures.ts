import type { Evaluation } from "../model/evaluate";
import { FIRST_YEAR_COLUMN } from "../model/expression";
import type { Row } from "../model/row";
import { toText } from "../model/excel-values";
import type { BudgetRequest } from "./budget-request";

/** Figures by model year, in EUR. */
type ByYear<T> = Readonly<Record<string, T>>;

/** A position of the budget request with its figures; without code where the blocks carry none. */
export interface PositionFigures {
  /** Id of the scenario it is drawn up for. */
  readonly scenario: string;
  readonly product: string | null;
  readonly account: string | null;
  readonly held: ByYear<number>;
  readonly needed: ByYear<number>;
  /** Held less needed: a shortfall is negative. */
  readonly difference: ByYear<number>;
  readonly rounded: ByYear<number>;
  /** In words whether the budget is enough. */
  readonly word: ByYear<string>;
}

/** The figures of the budget request, position by position; none without one. */
export function requestFigures(
  request: BudgetRequest | undefined,
  evaluation: Evaluation,
  years: { readonly first: number; readonly last: number },
): readonly PositionFigures[] {
  if (request === undefined) return [];
  const axis = evaluation.calculation.years;
  const byYear = <T>(value: (column: number, year: number) => T): ByYear<T> =>
    Object.fromEntries(
      axis
        .map((year, index) => [year, FIRST_YEAR_COLUMN + index] as const)
        .filter(([year]) => year >= years.first && year <= years.last)
        .map(([year, column]) => [String(year), value(column, year)]),
    );
  const amounts = (row: Row): ByYear<number> =>
    byYear((_column, year) => evaluation.inYear(row, year));
  return request.positions.map(({ position, held, needed, difference, rounded, word }) => ({
    scenario: request.scenario.scenario.id,
    product: position.product ?? null,
    account: position.account ?? null,
    held: amounts(held),
    needed: amounts(needed),
    difference: amounts(difference),
    rounded: amounts(rounded),
    word: byYear((column) => toText(evaluation.value(word, column))),
  }));
}
