import type {
  PlanCell,
  PlanSheet,
  PlanValidation,
  PlanValue,
  StyleName,
  WorkbookPlan,
} from "../../src/workbook/plan";
import { parseReference } from "./formula";

/** A cell by its address, for plans written by hand. */
export function cell(
  address: string,
  style: StyleName,
  value: PlanValue,
  formula?: string,
): PlanCell {
  const { row, column } = parseReference(address).first;
  return { row, column, style, value, ...(formula === undefined ? {} : { formula }) };
}

/** A validation that allows any amount in the columns given of one row, from 1. */
export function amounts(row: number, firstColumn: number, lastColumn: number): PlanValidation {
  return {
    row: row - 1,
    firstColumn,
    lastColumn,
    rule: { type: "decimal", minimum: -1e12, maximum: 1e12 },
    allowBlank: true,
    errorTitle: "Betrag",
    error: "Bitte einen Betrag in Euro eingeben.",
  };
}

/** A sheet with nothing but what is given. */
export function sheet(
  name: string,
  cells: readonly PlanCell[],
  rest: Partial<PlanSheet> = {},
): PlanSheet {
  return {
    key: name,
    name,
    role: "calculation",
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    columnWidths: [],
    rowHeights: new Map(),
    validations: [],
    conditionalFormats: [],
    charts: [],
    print: {
      orientation: "landscape",
      pagesWide: 1,
      pagesTall: 0,
      breaks: [],
      area: { lastRow: 0, lastColumn: 0 },
      footerLeft: "",
      footerCentre: "",
      footerRight: "",
    },
    numbersAsText: [],
    ...rest,
  };
}

export function workbook(...sheets: readonly PlanSheet[]): WorkbookPlan {
  return { sheets, names: [], storedPart: "" };
}
