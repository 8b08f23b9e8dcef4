import type { CellContent, Grid } from "../../src/budget/grid";
import { dateSerial } from "../judges/ironcalc";
import { changed } from "./dirty";
import { addSheet, cellAt } from "./state";
import type { HostValue, HostWorkbook } from "./state";

/** Puts sheets into the stand-in as if the workbook had been opened with them. */
export function fillWorkbook(workbook: HostWorkbook, grids: readonly Grid[]): void {
  for (const grid of grids) {
    const sheet = addSheet(workbook, grid.name);
    if (grid.hidden) sheet.visibility = "Hidden";
    for (const [row, contents] of grid.rows.entries()) {
      for (const [column, content] of contents.entries()) {
        const formula = grid.formulaAt(row, column);
        if (content === null && formula === undefined) continue;
        const cell = cellAt(sheet, row, column);
        cell.value = hostValue(content);
        cell.numberFormat = grid.formatAt(row, column);
        if (formula !== undefined) cell.formula = formula;
      }
    }
    sheet.merges.push(...grid.merges);
    for (const row of grid.hiddenRows) sheet.hiddenRows.add(row);
    for (const column of grid.hiddenColumns) sheet.hiddenColumns.add(column);
  }
  changed(workbook);
}

function hostValue(content: CellContent): HostValue {
  if (typeof content !== "object" || content === null) return content;
  return content.kind === "date" ? dateSerial(content.iso) : { error: content.text };
}
