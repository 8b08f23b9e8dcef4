import { execFileSync } from "node:child_process";
import path from "node:path";
import * as v from "valibot";
import { sheetCell } from "../../src/address";
import type { PlanCell } from "../../src/workbook/plan";
import type { EngineValue } from "./ironcalc";

/** Debian's Python has openpyxl; another one is named by `PYTHON`. */
const PYTHON = process.env["PYTHON"] ?? "/usr/bin/python3";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const valueSchema = v.union([
  v.number(),
  v.string(),
  v.boolean(),
  v.null(),
  v.object({ kind: v.literal("error"), text: v.string() }),
]);
const sheetSchema = v.object({
  name: v.string(),
  hidden: v.boolean(),
  cells: v.array(
    v.object({ row: count, column: count, formula: v.nullable(v.string()), value: valueSchema }),
  ),
  freeze: v.nullable(v.object({ row: count, column: count })),
  validated: v.array(
    v.object({ firstRow: count, firstColumn: count, lastRow: count, lastColumn: count }),
  ),
  hiddenRows: v.array(count),
  hiddenColumns: v.array(count),
});
const workbooksSchema = v.array(
  v.object({ sheets: v.array(sheetSchema), names: v.array(v.string()), externalLinks: count }),
);

/** A workbook as openpyxl reads it; rows and columns count from 0, dates are serial numbers. */
export type ReadWorkbook = v.InferOutput<typeof workbooksSchema>[number];
export type ReadSheet = ReadWorkbook["sheets"][number];

function python(script: string, given: readonly string[], input = ""): string {
  return execFileSync(PYTHON, [path.join(__dirname, script), ...given], {
    input,
    encoding: "utf8",
    maxBuffer: 1024 * 1024 * 1024,
  });
}

/** Reads `.xlsx` files: formulas, the values stored beside them, what is hidden, frozen, validated. */
export function readWorkbooks(files: readonly string[]): readonly ReadWorkbook[] {
  if (files.length === 0) return [];
  return v.parse(workbooksSchema, JSON.parse(python("read_workbook.py", files)));
}

/** The stored value of every filled cell by `'Sheet'!A1`. */
export function storedValues(workbook: ReadWorkbook): ReadonlyMap<string, EngineValue> {
  return new Map(
    workbook.sheets.flatMap(({ name, cells }) =>
      cells.map(({ row, column, value }) => [sheetCell(name, row, column), value] as const),
    ),
  );
}

/**
 * Writes a copy of a workbook in which one cell has another value. openpyxl drops every stored
 * result, so only a program that calculates shows figures in the copy.
 */
export function changeCell(
  file: string,
  out: string,
  sheet: string,
  address: string,
  value: number | string | boolean | null,
): void {
  python("change_cell.py", [file, out, sheet, address, JSON.stringify(value)]);
}

/**
 * Writes cells into a workbook without a style and without stored results: a file that shares
 * nothing with our own writer.
 */
export function writeWithOpenpyxl(
  sheets: readonly {
    readonly name: string;
    readonly cells: readonly Pick<PlanCell, "row" | "column" | "value" | "formula">[];
  }[],
  out: string,
): void {
  const plain = sheets.map(({ name, cells }) => ({ name, cells }));
  python("write_cells.py", [out], JSON.stringify(plain));
}
