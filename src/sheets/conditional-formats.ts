import { CHECKS } from "../analysis/checks";
import { KEY_COLUMN, ASSIGNMENT } from "../model/assignment";
import { CONSTANT_COLUMN } from "../model/expression";
import { columnLetters } from "../address";
import type { Row } from "../model/row";
import type { CalculationSheet } from "../model/sheet";
import type { PlanConditionalFormat } from "../workbook/plan";
import type { WorkbookPlacement } from "./placement";

/** Checks that do not pass stand out; the words beside them say the same. */
export function conditionalFormats(
  sheet: CalculationSheet,
  placement: WorkbookPlacement,
): readonly PlanConditionalFormat[] {
  if (sheet.key === CHECKS) {
    const checks = sheet.rows.filter(
      ({ emphasis, fixed }) => emphasis === "check" && fixed.has(CONSTANT_COLUMN),
    );
    return around(checks, placement, CONSTANT_COLUMN, CONSTANT_COLUMN, CONSTANT_COLUMN + 1);
  }
  if (sheet.key === ASSIGNMENT) {
    const lines = sheet.rows.filter(({ id }) => /^line-\d+$/.test(id));
    return around(lines, placement, KEY_COLUMN, KEY_COLUMN, KEY_COLUMN);
  }
  return [];
}

/** One pair of formats for every stretch of neighbouring rows. */
function around(
  rows: readonly Row[],
  placement: WorkbookPlacement,
  tested: number,
  firstColumn: number,
  lastColumn: number,
): readonly PlanConditionalFormat[] {
  const formats: PlanConditionalFormat[] = [];
  let start: number | undefined;
  rows.forEach((row, index) => {
    const own = placement.rowIndex(row);
    start ??= own;
    const next = rows[index + 1];
    if (next !== undefined && placement.rowIndex(next) === own + 1) return;
    const cell = `$${columnLetters(tested)}${String(start + 1)}`;
    const area = { firstRow: start, lastRow: own, firstColumn, lastColumn };
    formats.push(
      { ...area, formula: `=${cell}<>1`, look: "bad" },
      { ...area, formula: `=${cell}=1`, look: "good" },
    );
    start = undefined;
  });
  return formats;
}
