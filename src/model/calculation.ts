import type { CalculationSheet } from "./sheet";
import type { Row } from "./row";

/** All rows of a workbook: what is computed, written and explained. */
export interface Calculation {
  /** Years of the shared axis: the union of budget and model years, without gaps. */
  readonly years: readonly number[];
  readonly sheets: readonly CalculationSheet[];
}

/** The sheet of a key; asking for one that is not there is a fault of the program. */
export function sheetOf(calculation: Calculation, key: string): CalculationSheet {
  const sheet = calculation.sheets.find((candidate) => candidate.key === key);
  if (sheet === undefined) throw new Error(`no sheet ${key}`);
  return sheet;
}

/** Every row of every sheet. */
export function* allRows(calculation: Calculation): Generator<Row> {
  for (const sheet of calculation.sheets) yield* sheet.rows;
}
