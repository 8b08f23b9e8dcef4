import { type FigureTrace, type Operand, traceFigure } from "../../src/analysis/figure-trace";
import type { BuiltModel } from "../../src/model/build";
import { type CellRow, compile } from "../../src/model/compile";
import { type Evaluation, evaluate } from "../../src/model/evaluate";
import { CONSTANT_COLUMN, type Expression, FIRST_YEAR_COLUMN } from "../../src/model/expression";
import { PRESETS } from "../../src/model/presets";
import type { Row } from "../../src/model/row";
import { type OpenedBudget, openBudgetFile, planPresets, SAMPLE } from "../end-to-end/planned";
import { budgetOf } from "../model/budget-sheet";
import { compute, computeBlocks, modelOf } from "../model/computed";

jest.setTimeout(60_000);

let sample: OpenedBudget;
beforeAll(async () => {
  sample = await openBudgetFile(SAMPLE);
});

function expressionAt(row: Row, column: number): Expression | undefined {
  const year = column - FIRST_YEAR_COLUMN;
  const inYear = row.years?.kind === "formula" ? row.years : row.years?.contents[year];
  const content = row.fixed.get(column) ?? (year < 0 ? undefined : inYear);
  return content?.kind === "formula" || content?.kind === "link" ? content.expression : undefined;
}

/** The formula computed again with nothing but the operands that were named. */
function fromOperands(
  expression: Expression,
  column: number,
  operands: readonly Operand[],
  { calculation: { years, sheets } }: Evaluation,
): unknown {
  const known = new Map(
    operands.map(({ cell, value }) => [
      `${cell?.row.sheet ?? ""}/${cell?.row.id ?? ""}/${String(cell?.column)}`,
      value,
    ]),
  );
  const cellsOf = (row: Row): CellRow => ({
    get(at) {
      const value = known.get(`${row.sheet}/${row.id}/${String(at)}`);
      if (value === undefined) throw new Error(`${row.id}, column ${String(at)} is no operand`);
      return value;
    },
  });
  const rowsBetween = (first: Row, last: Row): readonly Row[] => {
    const rows = sheets.find(({ key }) => key === first.sheet)?.rows ?? [];
    return rows.slice(rows.indexOf(first), rows.indexOf(last) + 1);
  };
  const lastColumn = FIRST_YEAR_COLUMN + years.length - 1;
  return compile(expression, { years, lastColumn, cellsOf, rowsBetween })(column);
}

interface Walked {
  /** Kinds of what has no operands. */
  readonly leaves: ReadonlyMap<string, number>;
  readonly budget: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Follows the operands down to the end and computes every figure on the way from its operands. */
function walk(
  evaluation: Evaluation,
  row: Row,
  column: number,
  seen: Set<string> = new Set(),
): Walked {
  const leaves = new Map<string, number>();
  const budget = new Set<string>();
  const sources = new Set<string>();
  const open = [{ row, column }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = `${next.row.sheet}/${next.row.id}/${String(next.column)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const trace = traceFigure(evaluation, next.row, next.column, "de");
    const expression = expressionAt(next.row, next.column);
    if (expression === undefined) {
      leaves.set(trace.kind, (leaves.get(trace.kind) ?? 0) + 1);
      if (trace.kind === "input") sources.add(trace.source);
    } else {
      const again = fromOperands(expression, next.column, trace.operands, evaluation);
      if (again !== trace.value && !(again === null && trace.value === 0)) {
        throw new Error(`${key}: ${String(trace.value)}, by its operands ${String(again)}`);
      }
    }
    for (const { leadsTo, budget: inBudget, label } of trace.operands) {
      expect(label).not.toBe("");
      if (leadsTo !== undefined) open.push(leadsTo);
      if (inBudget !== undefined) budget.add(inBudget.address);
    }
  }
  return { leaves, budget, sources };
}

describe("from the result of every preset", () => {
  const ids = PRESETS.map(({ id }) => id);
  // A model holds at most twenty scenarios.
  it.each([
    ["the first half", ids.slice(0, 16)],
    ["the second half", ids.slice(16)],
  ])("the operands lead down to inputs and budget cells, %s", (_, ids) => {
    const { built, evaluation } = planPresets(sample, ids);
    expect(built.scenarios.length).toBeGreaterThan(10);
    const seen = new Set<string>();
    const walked = built.scenarios.map((own) =>
      walk(evaluation, own.row("result-cost"), FIRST_YEAR_COLUMN + 5, seen),
    );
    const kinds = walked.flatMap(({ leaves }) => [...leaves.keys()]);
    expect(kinds.filter((kind) => !LEAVES.includes(kind))).toEqual([]);
    expect(walked.flatMap(({ sources }) => [...sources])).not.toContain("");
    expect(kinds).toContain("input");
    expect(walked.flatMap(({ budget }) => [...budget]).length).toBeGreaterThan(20);
    expect(seen.size).toBeGreaterThan(3000);
  });

  it("so do the figures of the comparison and of the overview", () => {
    const { built, evaluation, comparison, overview } = planPresets(sample);
    const [first] = built.scenarios;
    if (first === undefined) throw new Error("no scenario");
    const seen = new Set<string>();
    const rows = [...comparison.sheet.rows, ...overview.sheet.rows];
    for (const row of rows) {
      for (const column of [CONSTANT_COLUMN, FIRST_YEAR_COLUMN]) {
        if (expressionAt(row, column) !== undefined) walk(evaluation, row, column, seen);
      }
    }
    expect(rows.length).toBeGreaterThan(50);
  });
});

/** What may stand at the end of a walk: the words of roles are texts, beginnings are zeros. */
const LEAVES = ["input", "fixed", "text", "textAmount", "budget"];

describe("a figure", () => {
  const named = ({ operands }: FigureTrace): unknown[] =>
    operands.map(({ label, year, value, kind, counts }) => [label, year, value, kind, counts]);

  it("says its words, its operands and their sources, behind rows that only take over", () => {
    const { built, evaluation } = computeBlocks([
      { kind: "base-fee", amount: 12_000, index: 0.1, source: "Vertrag vom 01.12.2021" },
    ]);
    const row = sheetOf(built).find("base-fee.amount");
    const trace = traceFigure(evaluation, row, FIRST_YEAR_COLUMN + 1, "de");
    expect(trace).toMatchObject({
      kind: "formula",
      year: 2023,
      unit: "EUR",
      label: "Anschlusskosten",
    });
    expect(trace.value).toBeCloseTo(13_200, 6);
    expect(trace.explanation).toContain("×");
    expect(trace.operands.map(({ kind, value, source }) => [kind, value, source])).toEqual([
      ["input", 12_000, "Vertrag vom 01.12.2021"],
      ["formula", expect.closeTo(1.1, 9), ""],
      ["formula", 12, ""],
    ]);
    expect(trace.operands[0]?.leadsTo?.row.id).toBe("base-fee.amount");
    expect(trace.operands[0]?.leadsTo?.row.sheet).toBe("assumptions");
  });

  it("counts of a condition only the branch taken", () => {
    const { built, evaluation } = computeBlocks([{ kind: "take-up", byYear: { "2022": 100 } }]);
    const row = sheetOf(built).find("take-up.amount");
    const given = traceFigure(evaluation, row, FIRST_YEAR_COLUMN, "de");
    const carried = traceFigure(evaluation, row, FIRST_YEAR_COLUMN + 1, "de");
    const level = (trace: FigureTrace): boolean | undefined =>
      trace.operands.find(({ label }) => label.includes("Jahreswert"))?.counts;
    expect([level(given), level(carried)]).toEqual([false, true]);
  });

  it("leads to the budget cell, also where that holds a text", () => {
    const budget = budgetOf(
      [2022, 2023],
      [{ product: "01", account: "5291", amounts: [100, 200] }],
    );
    const textual = {
      ...budget,
      cell: (sheet: string, row: number, column: number) =>
        row === 1 && column === 4 ? "200,00 " : budget.cell(sheet, row, column),
    };
    const lines = [{ where: { product: "01" }, role: "stays" }];
    const { built, evaluation } = compute(modelOf([], { model: { lines } }), textual);
    const row = built.assignment?.sheet.find("line-1");
    if (row === undefined) throw new Error("no line");
    const link = traceFigure(evaluation, row, FIRST_YEAR_COLUMN, "de");
    expect(link.kind).toBe("link");
    expect(named(link)).toEqual([
      ["Zeile 1", undefined, 100, "budget", true],
      ["Faktor für Haushalt: Aufwand", undefined, 1, "input", true],
    ]);
    expect(link.operands[0]?.budget?.address).toBe("'Haushalt'!D2");
    expect(link.source).toBe("'Haushalt'!D2");
    const text = traceFigure(evaluation, row, FIRST_YEAR_COLUMN + 1, "de");
    expect(text).toMatchObject({ kind: "textAmount", value: 200 });
    expect(text.explanation).toContain("„200,00 “");
    expect(text.operands[0]?.source).toBe("'Haushalt'!E2");
    expect(text.source).toBe("'Haushalt'!E2");
  });

  it("names the budget cell of its own year, and none for a year without one", () => {
    const budget = budgetOf(
      [2022, 2023],
      [{ product: "01", account: "5291", amounts: [100, 200] }],
    );
    const lines = [{ where: { product: "01" }, role: "stays" }];
    const { built, evaluation } = compute(modelOf([], { model: { lines } }), budget);
    const row = built.assignment?.sheet.find("line-1");
    if (row === undefined) throw new Error("no line");
    const sources = [0, 1, 2].map(
      (year) => traceFigure(evaluation, row, FIRST_YEAR_COLUMN + year, "de").source,
    );
    expect(sources).toEqual(["'Haushalt'!D2", "'Haushalt'!E2", ""]);
  });

  it("counts of a group only its own lines", () => {
    const budget = budgetOf(
      [2022],
      [
        { product: "01", account: "5291", amounts: [100] },
        { product: "02", account: "5291", amounts: [200] },
      ],
    );
    const lines = [
      { where: { product: "01" }, role: "stays" },
      { where: { product: "02" }, role: "budgeted" },
    ];
    const { built, evaluation } = compute(modelOf([], { model: { lines } }), budget);
    const row = built.assignment?.sheet.find("G2.total");
    if (row === undefined) throw new Error("no group");
    const trace = traceFigure(evaluation, row, FIRST_YEAR_COLUMN, "de");
    expect(trace.value).toBe(200);
    const counting = trace.operands.filter(({ counts }) => counts);
    expect(counting.map(({ label, value }) => [label, value])).toEqual([["Zeile 2", 200]]);
  });

  it("is an input with its source, or a text, without operands", () => {
    const { built } = computeBlocks([{ kind: "base-fee", amount: 5 }]);
    const evaluation = evaluate(built);
    const input = built.assumptions.sheet.find("base-fee.amount");
    expect(traceFigure(evaluation, input, CONSTANT_COLUMN, "en")).toMatchObject({
      kind: "input",
      explanation: "input",
      source: "entered by the user",
      operands: [],
    });
    expect(traceFigure(evaluation, input, 1, "de")).toMatchObject({ kind: "text", operands: [] });
  });
});

function sheetOf({ scenarios }: BuiltModel): BuiltModel["scenarios"][number]["sheet"] {
  const own = scenarios.find(({ scenario }) => scenario.id === "k");
  if (own === undefined) throw new Error("no scenario");
  return own.sheet;
}
