import { cellAddress } from "../../address";
import type { PlanSheet } from "../plan";
import { TAB_COLOURS } from "../styles";
import { cellXml } from "./cell-xml";
import type { SheetSurroundings } from "./cell-xml";
import { RELATIONSHIPS } from "./relationships";
import { neededHeights, USUAL_HEIGHT } from "./row-height";
import { afterData } from "./sheet-settings";

export const MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A sheet of the plan as a worksheet part, with a cached value beside every formula. */
export function sheetXml(sheet: PlanSheet, surroundings: SheetSurroundings): string {
  const lastRow = sheet.cells.reduce((last, cell) => Math.max(last, cell.row), 0);
  const lastColumn = sheet.cells.reduce((last, cell) => Math.max(last, cell.column), 0);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS}">` +
    `<sheetPr><tabColor rgb="FF${TAB_COLOURS[sheet.role]}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${cellAddress(lastRow, lastColumn)}"/>` +
    viewXml(sheet) +
    `<sheetFormatPr defaultRowHeight="${USUAL_HEIGHT}"/>` +
    columnsXml(sheet.columnWidths) +
    `<sheetData>${rowsXml(sheet, surroundings)}</sheetData>` +
    afterData(sheet, surroundings) +
    `</worksheet>`
  );
}

function viewXml({ freeze }: PlanSheet): string {
  const open = `<sheetViews><sheetView showGridLines="0" workbookViewId="0"`;
  if (freeze === undefined || (freeze.row === 0 && freeze.column === 0)) {
    return `${open}/></sheetViews>`;
  }
  const columns = freeze.column > 0 ? ` xSplit="${freeze.column}"` : "";
  const rows = freeze.row > 0 ? ` ySplit="${freeze.row}"` : "";
  const pane = freeze.column === 0 ? "bottomLeft" : freeze.row === 0 ? "topRight" : "bottomRight";
  const corner = cellAddress(freeze.row, freeze.column);
  return (
    `${open}><pane${columns}${rows} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return "";
  const columns = widths.map((characters, index) => {
    // Excel stores the width with five pixels of margin at seven pixels a digit (ECMA-376, 18.3.1.13).
    const width = Math.trunc(((characters * 7 + 5) / 7) * 256) / 256;
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${columns.join("")}</cols>`;
}

function rowsXml(sheet: PlanSheet, surroundings: SheetSurroundings): string {
  const byRow = new Map<number, string[]>();
  for (const row of sheet.rowHeights.keys()) byRow.set(row, []);
  for (const cell of sheet.cells) {
    const cells = byRow.get(cell.row) ?? [];
    cells.push(cellXml(cell, surroundings));
    byRow.set(cell.row, cells);
  }
  const heights = neededHeights(sheet);
  return [...byRow]
    .sort(([left], [right]) => left - right)
    .map(([row, cells]) => {
      const height = sheet.rowHeights.get(row);
      const needed = heights.get(row);
      // A height that is not “custom” is what Excel fits anew as soon as someone edits the row.
      const custom =
        height !== undefined
          ? ` ht="${height}" customHeight="1"`
          : needed !== undefined
            ? ` ht="${needed}"`
            : "";
      return `<row r="${row + 1}"${custom}>${cells.join("")}</row>`;
    })
    .join("");
}
