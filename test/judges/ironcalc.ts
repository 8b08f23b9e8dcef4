import { readFileSync } from "node:fs";
import { initSync, Model } from "@ironcalc/wasm";
import { parseReference } from "./formula";
import type { CellContent, CellError } from "../../src/budget/grid";
import { sheetCell } from "../../src/address";
import type { WorkbookPlan } from "../../src/workbook/plan";

initSync({ module: readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });

/** What an engine calculated; an error is told apart from a text that looks like one. */
export type EngineValue = number | string | boolean | null | CellError;

/** The cells of a sheet that formulas of the plan refer to but the plan does not write. */
export interface ForeignSheet {
  readonly name: string;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly value: CellContent;
  }[];
}

/** One sheet to calculate: a cell with a formula is calculated, any other keeps its value. */
export interface EngineSheet {
  readonly name: string;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly value: CellContent;
    readonly formula?: string;
  }[];
}

/** Kinds of a value as the engine numbers them. */
const NUMBER = 1;
const TRUTH = 4;
const ERROR = 16;

/** More decimals than any figure of ours needs; `General` would cut at nine. */
const FULL_PRECISION = "0.00000000000000";

/** Days since 30.12.1899, as Excel counts dates from March 1900 on. */
export function dateSerial(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/**
 * A value as it is typed into the engine. The apostrophe keeps every text a text: `01.02.02` would
 * become a date and `=x` a formula.
 */
function typed(value: CellContent): string {
  if (value === null) return "";
  if (typeof value === "string") return value === "" ? "" : `'${value}`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return value.kind === "date" ? String(dateSerial(value.iso)) : value.text;
}

function readCell(model: Model, sheet: number, row: number, column: number): EngineValue {
  const text = model.getFormattedCellValue(sheet, row + 1, column + 1);
  switch (model.getCellType(sheet, row + 1, column + 1)) {
    case NUMBER:
      return Number(text);
    case TRUTH:
      return text === "TRUE";
    case ERROR:
      return { kind: "error", text };
    default:
      return text;
  }
}

/**
 * Calculates sheets with IronCalc and gives the value of every formula cell by its address
 * `'Sheet'!A1`. Numbers come with 14 decimals.
 */
export function recalculate(sheets: readonly EngineSheet[]): ReadonlyMap<string, EngineValue> {
  const model = new Model("workbook", "en", "UTC", "en");
  try {
    model.pauseEvaluation();
    // All sheets stand before the first formula: a reference to a missing sheet stays an error.
    for (const [index, sheet] of sheets.entries()) {
      if (index > 0) model.newSheet();
      // A fresh sheet is named `Sheet1` and so on, which a sheet of the plan may want too.
      model.renameSheet(index, `~${String(index)}`);
      if (sheet.name.startsWith("~")) throw new Error(`sheet name not usable here: ${sheet.name}`);
    }
    for (const [index, sheet] of sheets.entries()) model.renameSheet(index, sheet.name);
    for (const [index, sheet] of sheets.entries()) {
      for (const { row, column, value, formula } of sheet.cells) {
        const input = formula ?? typed(value);
        if (input !== "") model.setUserInput(index, row + 1, column + 1, input);
      }
    }
    model.evaluate();
    const values = new Map<string, EngineValue>();
    for (const [index, sheet] of sheets.entries()) {
      const formulas = sheet.cells.filter((cell) => cell.formula !== undefined);
      const width = formulas.reduce((last, cell) => Math.max(last, cell.column + 1), 0);
      const height = formulas.reduce((last, cell) => Math.max(last, cell.row + 1), 0);
      if (width === 0) continue;
      const area = { sheet: index, row: 1, column: 1, width, height };
      model.updateRangeStyle(area, "num_fmt", FULL_PRECISION);
      for (const { row, column } of formulas) {
        values.set(sheetCell(sheet.name, row, column), readCell(model, index, row, column));
      }
    }
    return values;
  } finally {
    model.free();
  }
}

/** The value of an input that replaces the plan's, by address `'KR Annahmen'!H9`. */
export type Changes = ReadonlyMap<string, CellContent>;

function withChanges(sheets: readonly EngineSheet[], changes: Changes): readonly EngineSheet[] {
  const open = new Map(changes);
  const changed = sheets.map((sheet) => ({
    name: sheet.name,
    cells: sheet.cells.map((cell) => {
      const address = sheetCell(sheet.name, cell.row, cell.column);
      const value = open.get(address);
      if (value === undefined) return cell;
      if (cell.formula !== undefined) throw new Error(`${address} is a formula, not an input`);
      open.delete(address);
      return { row: cell.row, column: cell.column, value };
    }),
  }));
  // What is left stands on cells that were empty so far.
  for (const [address, value] of open) {
    const { sheet: name, first } = parseReference(address);
    const target = changed.find((sheet) => sheet.name === name);
    if (target === undefined) throw new Error(`no sheet for ${address}`);
    target.cells.push({ row: first.row, column: first.column, value });
  }
  return changed;
}

/**
 * Calculates a plan with IronCalc, independent of our evaluator: inputs and foreign budget cells go
 * in as values, the plan's own results do not. Gives every formula cell by `'Sheet'!A1`.
 * `changes` replaces inputs or foreign cells before calculating.
 */
export function recalculatePlan(
  plan: WorkbookPlan,
  foreign: readonly ForeignSheet[],
  changes: Changes = new Map(),
): ReadonlyMap<string, EngineValue> {
  return recalculate(withChanges([...plan.sheets, ...foreign], changes));
}
