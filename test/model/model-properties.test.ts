import * as fc from "fast-check";
import { buildModel } from "../../src/model/build";
import { evaluate } from "../../src/model/evaluate";
import { FIRST_YEAR_COLUMN } from "../../src/model/expression";
import { figuresOf, rowByYear } from "../../src/model/figures";
import { KEY_COLUMN } from "../../src/model/line-columns";
import { readModel } from "../../src/model/model";
import { ROW_IDS } from "../../src/model/terms";
import { calendarDate } from "../../src/law/calendar";
import { arbitraryModel, type GeneratedModel } from "./generated-models";
import { calculate } from "./reference";

jest.setTimeout(120_000);

const OPTIONS = { language: "de", today: calendarDate("2026-11-22") } as const;
const CENT = 0.005;

/** Every figure that the program and the rules see differently. */
function deviations({ document, budget }: GeneratedModel): string[] {
  const built = buildModel(readModel(document), budget, OPTIONS);
  const evaluation = evaluate(built);
  const reference = calculate(document, budget);
  const found: string[] = [];
  for (const sheet of built.scenarios) {
    const expected = reference.get(sheet.scenario.id);
    if (expected === undefined) throw new Error(`no reference for ${sheet.scenario.id}`);
    for (const id of ROW_IDS) {
      for (const [year, value] of Object.entries(rowByYear(built, evaluation, sheet, id))) {
        const wanted = expected.rows[id].get(Number(year)) ?? NaN;
        if (!(Math.abs(value - wanted) < CENT)) {
          found.push(`${sheet.scenario.id} ${id} ${year}: ${value}, by the rules ${wanted}`);
        }
      }
    }
    const figures = figuresOf(built, evaluation, sheet);
    for (const [name, wanted] of Object.entries(expected.figures)) {
      const value = figures[name as keyof typeof figures];
      const alike =
        value === wanted ||
        (value !== null &&
          wanted !== null &&
          name !== "turningYear" &&
          Math.abs(value - wanted) < CENT);
      if (!alike) found.push(`${sheet.scenario.id} ${name}: ${value}, by the rules ${wanted}`);
    }
  }
  return found;
}

/** The cells in which a formula makes no value. */
function broken({ document, budget }: GeneratedModel): string[] {
  const built = buildModel(readModel(document), budget, OPTIONS);
  const evaluation = evaluate(built);
  const found: string[] = [];
  for (const sheet of built.sheets) {
    for (const row of sheet.rows) {
      for (let column = 2; column < FIRST_YEAR_COLUMN + built.years.length; column += 1) {
        try {
          evaluation.value(row, column);
        } catch (error) {
          found.push(`${sheet.key}/${row.id}, column ${column}: ${String(error)}`);
        }
      }
    }
  }
  return found;
}

/** Lines whose budget row is said to hold other keys than were read. */
function changedKeys({ document, budget }: GeneratedModel): string[] {
  const built = buildModel(readModel(document), budget, OPTIONS);
  const evaluation = evaluate(built);
  const lines = built.assignment?.sheet.rows.filter(({ id }) => /^line-\d+$/.test(id)) ?? [];
  return lines.filter((row) => evaluation.value(row, KEY_COLUMN) !== 1).map(({ id }) => id);
}

describe("the model against the rules, computed a second time", () => {
  it("agrees to the cent in every row, year and figure", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        expect(deviations(model).slice(0, 8)).toEqual([]);
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });

  it("makes a value in every cell of every sheet", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        expect(broken(model).slice(0, 8)).toEqual([]);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it("finds the keys of all lines unchanged in the budget it was read from", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        expect(changedKeys(model)).toEqual([]);
      }),
      { seed: 8, numRuns: 100 },
    );
  });
});
