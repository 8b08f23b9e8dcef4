import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { SaxesParser } from "saxes";
import type { Grid } from "../src/budget/grid";
import type { SheetReading } from "../src/budget/line";
import { readBudget } from "../src/budget/read";
import { dateOf } from "../src/law/calendar";
import type { Calculation } from "../src/model/calculation";
import { evaluate } from "../src/model/evaluate";
import { CONSTANT_COLUMN, FIRST_YEAR_COLUMN } from "../src/model/expression";
import type { BudgetSource } from "../src/model/budget-source";
import { figuresOf, rowByYear } from "../src/model/figures";
import { readModel } from "../src/model/model";
import { DEFAULT_PRESETS, presetModel } from "../src/model/presets";
import { ROW_IDS } from "../src/model/terms";
import { planModel, type PlannedModel } from "../src/sheets/plan-model";
import { openPackage } from "../src/workbook/package";
import { Archive } from "../src/workbook/package/archive";
import { recalculatePlan } from "../test/judges/ironcalc";
import { budget, linesModel, linesModelAmong } from "./lines-model";

/** The presets without budget lines: the sheets that are added to any workbook. */
function presetPlan(): PlannedModel {
  const document = { ...presetModel(DEFAULT_PRESETS), lines: [] };
  const scenarios = document.scenarios.map((scenario) => ({ ...scenario, lines: [] }));
  const readings: readonly SheetReading[] = [];
  return planModel(readModel({ ...document, scenarios }), { grids: [], readings }, [], {
    language: "de",
    today: dateOf(2026, 11, 22),
    version: "bench",
  });
}

/** Adds the sheets of the plan to a workbook with exceljs: values and formulas, no charts. */
async function writeWithExceljs(file: string, out: string): Promise<void> {
  const { plan } = presetPlan();
  restart();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  for (const sheet of plan.sheets) {
    const added = workbook.addWorksheet(sheet.name);
    for (const { row, column, value, formula } of sheet.cells) {
      const cell = added.getCell(row + 1, column + 1);
      cell.value =
        formula === undefined
          ? value
          : { formula: formula.slice(1), ...(value === null ? {} : { result: value }) };
    }
  }
  await workbook.xlsx.writeFile(out);
}

async function writeWithPackage(file: string, out: string): Promise<void> {
  const { plan } = presetPlan();
  restart();
  const workbook = openPackage(new Uint8Array(readFileSync(file)));
  await workbook.apply(plan);
  writeFileSync(out, workbook.save());
}

/** Takes in the cells of the budget sheet: its XML is parsed, nothing is understood yet. */
async function readCells(file: string): Promise<readonly Grid[]> {
  restart();
  return openPackage(new Uint8Array(readFileSync(file))).read(["Haushalt"]);
}

async function readWholeBudget(file: string): Promise<void> {
  const [reading] = readBudget(await readCells(file));
  if (reading?.status !== "budget") throw new Error("the budget was not understood");
}

/** The part of the budget sheet as it comes out of the file. */
function unpack(file: string): Uint8Array {
  restart();
  return Archive.open(new Uint8Array(readFileSync(file))).read("xl/worksheets/sheet1.xml");
}

/**
 * The sheet out of the file and through the parser that exceljs brings along, with nothing done to what
 * it finds.
 */
function parseWithSaxes(file: string): void {
  const xml = new TextDecoder().decode(unpack(file));
  let cells = 0;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (name === "c") cells += 1;
  });
  parser.write(xml).close();
  if (cells === 0) throw new Error("no cells");
}

async function run(job: string, args: readonly string[]): Promise<void> {
  const [file = "", out = ""] = args;
  switch (job) {
    case "copy":
      copyFileSync(file, out);
      return;
    case "add-sheets":
      return writeWithPackage(file, out);
    case "add-sheets-exceljs":
      return writeWithExceljs(file, out);
    case "unpack":
      unpack(file);
      return;
    case "parse-saxes":
      parseWithSaxes(file);
      return;
    case "read-cells":
      await readCells(file);
      return;
    case "read-budget":
      return readWholeBudget(file);
    case "evaluate": {
      const { calculation } = presetPlan();
      restart();
      for (let round = 0; round < ROUNDS; round += 1) evaluateAll(calculation);
      return;
    }
    case "evaluate-lines": {
      const built = linesModel();
      for (let round = 0; round < WARM_UP; round += 1) evaluateAll(built);
      restart();
      for (let round = 0; round < ROUNDS; round += 1) evaluateAll(built);
      return;
    }
    case "compute-anew": {
      const lines = budget(LINES_OF_A_CITY);
      for (let round = 0; round < WARM_UP; round += 1) computeAnew(lines);
      restart();
      for (let round = 0; round < ROUNDS; round += 1) computeAnew(lines);
      return;
    }
    case "evaluate-ironcalc": {
      const { plan } = presetPlan();
      restart();
      for (let round = 0; round < ROUNDS; round += 1) recalculatePlan(plan, []);
      return;
    }
    default:
      throw new Error(`no job ${job}`);
  }
}

/** Computes every cell of every row once. */
function evaluateAll(calculation: Calculation): void {
  const evaluation = evaluate(calculation);
  const last = FIRST_YEAR_COLUMN + calculation.years.length;
  for (const sheet of calculation.sheets) {
    for (const row of sheet.rows) {
      for (let column = CONSTANT_COLUMN; column < last; column += 1) evaluation.value(row, column);
    }
  }
}

/** What the pane does on every change: reads the document, builds the model and asks for its figures. */
function computeAnew(lines: BudgetSource): void {
  const built = linesModelAmong(lines);
  const evaluation = evaluate(built);
  for (const own of built.scenarios) {
    figuresOf(built, evaluation, own);
    for (const id of ROW_IDS) rowByYear(built, evaluation, own, id);
  }
}

const LINES_OF_A_CITY = 5_600;

/** Rounds before the clock starts, as a pane has them behind it while somebody types. */
const WARM_UP = 20;

/** Rounds of an evaluation in one process, so that the start of the process does not count. */
const ROUNDS = 10;

let begin = process.hrtime.bigint();
let used = process.cpuUsage();

function restart(): void {
  begin = process.hrtime.bigint();
  used = process.cpuUsage();
}

const [job = "", ...args] = process.argv.slice(2);
run(job, args).then(
  () => {
    const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
    const { user, system } = process.cpuUsage(used);
    const processorSeconds = (user + system) / 1e6;
    const megabytes = process.resourceUsage().maxRSS / 1024;
    process.stdout.write(`${JSON.stringify({ seconds, processorSeconds, megabytes })}\n`);
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
