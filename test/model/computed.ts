import { calendarDate } from "../../src/law/calendar";
import { buildModel, type BuiltModel } from "../../src/model/build";
import type { BudgetSource } from "../../src/model/budget-source";
import { type Evaluation, evaluate } from "../../src/model/evaluate";
import { figuresOf, rowByYear, type ScenarioFigures } from "../../src/model/figures";
import { readModel } from "../../src/model/model";
import type { RowId } from "../../src/model/terms";

export const NO_BUDGET: BudgetSource = { sheets: [], cell: () => null };

/** A computed model, asked row by row. */
export interface Computed {
  readonly built: BuiltModel;
  readonly evaluation: Evaluation;
  /** Figures of a row by model year, rounded to cents. */
  readonly row: (id: RowId, scenario?: string) => number[];
  /** The figure of one year, rounded to cents. */
  readonly value: (id: RowId, year: number, scenario?: string) => number;
  readonly figures: (scenario?: string) => ScenarioFigures;
}

/** Reads, builds and evaluates a model; rows are those of the scenario `k` unless said. */
export function compute(document: unknown, budget: BudgetSource = NO_BUDGET): Computed {
  const built = buildModel(readModel(document), budget, {
    language: "de",
    today: calendarDate("2026-11-22"),
  });
  const evaluation = evaluate(built);
  const sheetOf = (id: string): BuiltModel["scenarios"][number] => {
    const sheet = built.scenarios.find(({ scenario }) => scenario.id === id);
    if (sheet === undefined) throw new Error(`no scenario ${id}`);
    return sheet;
  };
  const byYear = (id: RowId, scenario: string): Readonly<Record<string, number>> =>
    rowByYear(built, evaluation, sheetOf(scenario), id);
  return {
    built,
    evaluation,
    row: (id, scenario = "k") => Object.values(byYear(id, scenario)).map(toCents),
    value: (id, year, scenario = "k") => toCents(byYear(id, scenario)[String(year)] ?? NaN),
    figures: (scenario = "k") => figuresOf(built, evaluation, sheetOf(scenario)),
  };
}

/** Half cents up, whatever binary dust lies on them. */
function toCents(value: number): number {
  const cents = Math.round(Number((100 * value).toFixed(4))) / 100;
  return cents === 0 ? 0 : cents;
}

/** What a test says of its one scenario `k`, beside its blocks. */
export interface Setting {
  readonly first?: number;
  readonly last?: number;
  readonly start?: string;
  readonly end?: string;
  /** Further fields of the model and of the scenario. */
  readonly model?: object;
  readonly scenario?: object;
}

/** A model of one scenario `k` from 2022 on, over three years unless said. */
export function modelOf(blocks: readonly object[], setting: Setting = {}): object {
  const { first = 2022, last = first + 2, start, end, model = {}, scenario = {} } = setting;
  return {
    version: 1,
    name: "Prüfmodell",
    years: { first, last },
    ...model,
    scenarios: [
      {
        id: "k",
        name: "Kooperation",
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
        ...scenario,
        blocks,
      },
    ],
  };
}

/** Computes a model of one scenario with these blocks. */
export function computeBlocks(blocks: readonly object[], setting?: Setting): Computed {
  return compute(modelOf(blocks, setting));
}
