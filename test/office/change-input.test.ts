import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cellAddress, sheetCell } from "../../src/address";
import type { Grid } from "../../src/budget/grid";
import { calendarDate, excelSerial } from "../../src/law/calendar";
import { CONSTANT_COLUMN, FIRST_YEAR_COLUMN } from "../../src/model/expression";
import type { Row } from "../../src/model/row";
import type { RowId } from "../../src/model/terms";
import type { PlannedModel } from "../../src/sheets/plan-model";
import type { PlanCell, PlanRange, WorkbookPlan } from "../../src/workbook/plan";
import { comparePlan, describeDifferences } from "../judges/compare";
import { parseReference } from "../judges/formula";
import type { EngineValue } from "../judges/ironcalc";
import { recalculateFiles } from "../judges/libreoffice";
import { changeCell } from "../judges/openpyxl";
import { openBudgetFile, type OpenedBudget, planPresets, SAMPLE } from "../end-to-end/planned";

type Values = ReadonlyMap<string, EngineValue>;

/** An input that a person changes with another program, and what must move with it. */
interface Change {
  readonly name: string;
  /** A scenario, and a row whose total changes. */
  readonly moves: readonly [string, RowId];
  readonly row: (planned: PlannedModel) => Row;
  readonly column: number;
  readonly value: number | string;
  readonly movesCharts: boolean;
}

const onAssumptions =
  (id: string) =>
  ({ built }: PlannedModel): Row =>
    built.assumptions.sheet.find(id);

const onAssignment =
  (id: string) =>
  ({ built }: PlannedModel): Row => {
    if (built.assignment === undefined) throw new Error("no budget lines");
    return built.assignment.sheet.find(id);
  };

const serial = (date: string): number => excelSerial(calendarDate(date));

/** The axis of the sample begins with the budget's first year, 2021. */
const inYear = (year: number): number => FIRST_YEAR_COLUMN + year - 2021;

const constant = CONSTANT_COLUMN;

const CHANGES: readonly Change[] = [
  {
    name: "unit price of school IT",
    moves: ["invoiced-19", "services"],
    row: onAssumptions("services_schul-it.unit-price"),
    column: constant,
    value: 101_234.56,
    movesCharts: true,
  },
  {
    name: "month from which VAT is due",
    moves: ["invoiced-19", "vat"],
    row: onAssumptions("vat.from"),
    column: constant,
    value: serial("2024-08-01"),
    movesCharts: true,
  },
  {
    name: "date of the assessment",
    moves: ["in-house-audit-statutory", "interest"],
    row: onAssumptions("back-tax.assessed"),
    column: constant,
    value: serial("2029-03-15"),
    movesCharts: true,
  },
  {
    name: "discount rate",
    moves: ["invoiced-19", "present-value"],
    row: onAssumptions("discount-rate"),
    column: constant,
    value: 0.0317,
    movesCharts: false,
  },
  {
    name: "take-up of one year",
    moves: ["invoiced-19", "take-up"],
    row: onAssumptions("take-up.by-year"),
    column: inYear(2025),
    value: 199_999.99,
    movesCharts: true,
  },
  {
    name: "role of a group of budget lines",
    moves: ["invoiced-19", "baseline"],
    row: onAssignment("G1.role"),
    column: constant,
    value: "nicht betroffen",
    movesCharts: true,
  },
  {
    name: "index of the data centre's fees",
    moves: ["invoiced-19", "general-costs"],
    row: onAssumptions("index.fees.input"),
    column: inYear(2026),
    value: 0.041,
    movesCharts: true,
  },
  {
    name: "rate of VAT",
    moves: ["in-house", "open-vat"],
    row: onAssumptions("vat-rate-2021-01-01"),
    column: constant,
    value: 0.21,
    movesCharts: true,
  },
  {
    name: "end of the cooperation",
    moves: ["invoiced-19", "services"],
    row: onAssumptions("scenario.end"),
    column: constant,
    value: serial("2029-05-01"),
    movesCharts: true,
  },
  {
    name: "last year of the model",
    moves: ["invoiced-19", "result-cost"],
    row: onAssumptions("last-year"),
    column: constant,
    value: 2028,
    movesCharts: true,
  },
];

let folder = "";
let sample: OpenedBudget;
let original = "";
let results: ReadonlyMap<string, Values>;

const fileOf = (name: string): string => path.join(folder, `${name}.xlsx`);

const BUDGET_CHANGE = "amount in the user's own sheet";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "change-input-"));
  sample = await openBudgetFile(SAMPLE);
  const planned = planPresets(sample);
  await sample.workbook.apply(planned.plan);
  original = fileOf("original");
  writeFileSync(original, sample.workbook.save());
  for (const { name, row, column, value } of CHANGES) {
    const { sheet, index } = placeOf(planned, row(planned));
    changeCell(original, fileOf(name), sheet, cellAddress(index, column), value);
  }
  const { sheet, address } = linkedCell(planned);
  changeCell(original, fileOf(BUDGET_CHANGE), sheet, address, NEW_AMOUNT);
  results = recalculateFiles([
    original,
    ...[...CHANGES.map(({ name }) => name), BUDGET_CHANGE].map(fileOf),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

function placeOf({ placement }: PlannedModel, row: Row): { sheet: string; index: number } {
  return { sheet: placement.sheetName(row.sheet), index: placement.rowIndex(row) };
}

/** The plan with the values of its formulas as the evaluator sees them after a change. */
function planNow({ plan, evaluation, placement }: PlannedModel): WorkbookPlan {
  const values = new Map<string, PlanCell["value"]>();
  for (const sheet of evaluation.calculation.sheets) {
    for (const row of sheet.rows) {
      const index = placement.rowIndex(row);
      for (let column = 2; column <= placement.lastColumn; column += 1) {
        const value = evaluation.value(row, column);
        values.set(sheetCell(placement.sheetName(sheet.key), index, column), value);
      }
    }
  }
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        if (cell.formula === undefined) return cell;
        const known = values.get(sheetCell(sheet.name, cell.row, cell.column));
        return { ...cell, value: known ?? cell.value };
      }),
    })),
  };
}

/** Every cell that a chart shows. */
function chartCells({ sheets }: WorkbookPlan): ReadonlySet<string> {
  const cells = (range: PlanRange): readonly string[] => {
    const { sheet, first, last } = parseReference(range.reference);
    if (sheet === undefined) throw new Error(`a chart without a sheet: ${range.reference}`);
    const found: string[] = [];
    for (let row = first.row; row <= last.row; row += 1) {
      for (let column = first.column; column <= last.column; column += 1) {
        found.push(sheetCell(sheet, row, column));
      }
    }
    return found;
  };
  return new Set(
    sheets.flatMap(({ charts }) =>
      charts.flatMap(({ series }) => series.flatMap(({ values }) => cells(values))),
    ),
  );
}

/** Formula cells of a plan that show something else in the engine than in the other one. */
function moved(plan: WorkbookPlan, before: Values, after: Values): ReadonlySet<string> {
  const cells = plan.sheets.flatMap(({ name, cells: all }) =>
    all.flatMap(({ row, column, formula }) =>
      formula === undefined ? [] : [sheetCell(name, row, column)],
    ),
  );
  const shown = (values: Values, cell: string): string => JSON.stringify(values.get(cell) ?? null);
  return new Set(cells.filter((cell) => shown(before, cell) !== shown(after, cell)));
}

/** Where the total of a row of a scenario stands. */
function totalOf(planned: PlannedModel, scenario: string, id: RowId): string {
  const own = planned.built.scenarios.find((one) => one.scenario.id === scenario);
  if (own === undefined) throw new Error(`no scenario ${scenario}`);
  const { sheet, index } = placeOf(planned, own.row(id));
  return sheetCell(sheet, index, constant);
}

function valuesOf(file: string): Values {
  const values = results.get(file);
  if (values === undefined) throw new Error(`not calculated: ${file}`);
  return values;
}

/** What the sheet of checks shows: the master check and the number of changed inputs. */
function control(planned: PlannedModel, values: Values): readonly (EngineValue | undefined)[] {
  const { checks } = planned;
  return [checks.master, checks.changed].map((row) => {
    const { sheet, index } = placeOf(planned, row);
    return values.get(sheetCell(sheet, index, constant));
  });
}

describe("a change of one input with openpyxl, calculated by LibreOffice", () => {
  it("starts from a workbook with passed checks and no changed input", () => {
    const planned = planPresets(sample);
    const values = valuesOf(original);
    expect(control(planned, values)).toEqual([1, 0]);
    expect(describeDifferences(comparePlan(planned.plan, values))).toBe("");
  });

  it.each(CHANGES.map((change) => [change.name, change] as const))(
    "moves every sheet as our evaluator does: %s",
    (name, change) => {
      const planned = planPresets(sample);
      const values = valuesOf(fileOf(name));
      planned.evaluation.set(change.row(planned), change.column, change.value);
      const now = planNow(planned);
      expect(describeDifferences(comparePlan(now, values))).toBe("");
      expect(control(planned, values)).toEqual([1, 1]);
      const seen = moved(planned.plan, valuesOf(original), values);
      const charts = chartCells(planned.plan);
      expect([...charts].filter((cell) => !values.has(cell))).toEqual([]);
      expect([...seen].some((cell) => charts.has(cell))).toBe(change.movesCharts);
      for (const part of ["KR Übersicht", "KR Vergleich"]) {
        expect([part, [...seen].some((cell) => cell.startsWith(`'${part}'!`))]).toEqual([
          part,
          true,
        ]);
      }
      expect(seen).toContain(totalOf(planned, ...change.moves));
    },
  );

  it("moves every sheet with a linked budget cell", () => {
    const before = planPresets(sample);
    const { sheet, row, column } = linkedCell(before);
    const grids = sample.grids.map((grid) =>
      grid.name === sheet ? withCell(grid, row, column, NEW_AMOUNT) : grid,
    );
    const readings = sample.readings.map((reading) =>
      reading.status === "budget" && reading.name === sheet
        ? {
            ...reading,
            lines: reading.lines.map((line) => ({
              ...line,
              amounts: line.amounts.map((amount) =>
                amount.cell.row === row && amount.cell.column === column
                  ? { ...amount, value: NEW_AMOUNT * amount.factor }
                  : amount,
              ),
            })),
          }
        : reading,
    );
    const planned = planPresets({ grids, readings });
    const values = valuesOf(fileOf(BUDGET_CHANGE));
    expect(describeDifferences(comparePlan(planned.plan, values))).toBe("");
    expect(control(planned, values)).toEqual([1, 0]);
    const seen = moved(planned.plan, valuesOf(original), values);
    const charts = chartCells(planned.plan);
    expect([...seen].some((cell) => charts.has(cell))).toBe(true);
  });
});

const NEW_AMOUNT = 654_321;

/** The first linked cell of the sample that holds a figure in the first year of the model. */
function linkedCell({ plan }: PlannedModel): {
  readonly sheet: string;
  readonly address: string;
  readonly row: number;
  readonly column: number;
} {
  const own = plan.sheets.find(({ key }) => key === "assignment");
  for (const { style, formula, value, column } of own?.cells ?? []) {
    if (style !== "linkedAmount" || formula === undefined) continue;
    if (column !== inYear(2022) || value === 0) continue;
    const reference = /^=(?:IF\()?('(?:[^']|'')+'!\$?[A-Z]+\$?\d+)/.exec(formula)?.[1];
    if (reference === undefined) throw new Error(`no link: ${formula}`);
    const { sheet, first } = parseReference(reference);
    if (sheet === undefined) throw new Error(`no sheet: ${formula}`);
    return { sheet, address: cellAddress(first.row, first.column), ...first };
  }
  throw new Error("nothing is linked");
}

function withCell(grid: Grid, row: number, column: number, value: number): Grid {
  return {
    ...grid,
    rows: grid.rows.map((cells, index) =>
      index === row ? cells.map((old, place) => (place === column ? value : old)) : cells,
    ),
  };
}
