import type { PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { CASE_LINKS, CASE_SHEETS, CASE_TABLE, type FormulaCase } from "./formula-cases";
import { cell, sheet, workbook } from "./sample";

/** A plan whose sheet `KR Fälle` holds the cases in column Z, from row 40 on, beside their data. */
export function caseWorkbook(cases: readonly FormulaCase[]): WorkbookPlan {
  const constants = (entries: Readonly<Record<string, PlanCell["value"]>>): PlanCell[] =>
    Object.entries(entries).map(([address, value]) => cell(address, "number", value));
  return workbook(
    sheet("KR Fälle", [
      ...constants(CASE_TABLE),
      ...Object.entries(CASE_LINKS).map(([address, [formula, value]]) =>
        cell(address, "number", value, formula),
      ),
      ...cases.map(([formula, value], index) =>
        cell(`Z${String(40 + index)}`, "number", value, formula),
      ),
    ]),
    ...Object.entries(CASE_SHEETS).map(([name, entries]) => sheet(name, constants(entries))),
  );
}
