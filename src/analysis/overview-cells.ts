import type { Text } from "../language";
import type { CalculationSheet, ColumnTitle } from "../model/sheet";

/** Columns of the overview, by what they hold in its first table. */
export const COLUMN = {
  taxCase: 2,
  budgetYear: 3,
  planYears: 4,
  total: 5,
  difference: 6,
  percent: 7,
  presentValue: 8,
  rank: 9,
  turning: 10,
} as const;

/** The title of a column of figures. */
export function overNumbers(text: Text): ColumnTitle {
  return { ...text, overNumbers: true };
}

/** A line of text across the page. */
export function note(sheet: CalculationSheet, id: string, text: Text): void {
  const row = sheet.row({ id, label: text, unit: "text", emphasis: "note" });
  row.fixed.set(1, { kind: "text", text, look: "note" });
}
