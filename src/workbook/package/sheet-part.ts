import { cellAddress } from "../../address";
import type { PlanSheet } from "../plan";
import { TAB_COLOURS } from "../styles";
import type { AddedCell, AddedCells } from "./added-cells";
import { NOTHING_ADDED } from "./additions";
import type { Additions } from "./additions";
import { cellXml } from "./cell-xml";
import type { SheetSurroundings } from "./cell-xml";
import { missingDeclarations } from "./namespace-declarations";
import type { Declarations } from "./namespace-declarations";
import { RELATIONSHIPS } from "./relationships";
import { neededHeights, USUAL_HEIGHT } from "./row-height";
import { afterData } from "./sheet-settings";
import { escapeXml } from "./xml-text";

export const MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A sheet of the plan as a worksheet part, with a cached value beside every formula. */
export function sheetXml(
  sheet: PlanSheet,
  surroundings: SheetSurroundings,
  additions: Additions = NOTHING_ADDED,
): string {
  const declared = missingDeclarations(additions.declarations, OWN_DECLARATIONS, sheet.name);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS}"${isEmpty(additions) ? "" : declared}>` +
    `<sheetPr${codeName(additions)}><tabColor rgb="FF${TAB_COLOURS[sheet.role]}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="${dimension(sheet, additions.cells)}"/>` +
    viewXml(sheet, additions.tabSelected) +
    `<sheetFormatPr defaultRowHeight="${USUAL_HEIGHT}"/>` +
    columnsXml(sheet.columnWidths, additions.columns) +
    `<sheetData>${rowsXml(sheet, surroundings, additions.cells)}</sheetData>` +
    afterData(sheet, surroundings, additions.settings) +
    `</worksheet>`
  );
}

const OWN_DECLARATIONS: Declarations = new Map([
  ["xmlns", MAIN_NAMESPACE],
  ["xmlns:r", RELATIONSHIPS],
]);

/** Nothing was carried over as it stood, so no prefix of the old sheet is needed. */
function isEmpty({ cells, settings }: Additions): boolean {
  const { merges, conditionalFormats, validations, hyperlinks, behind } = settings;
  const pieces = [merges, conditionalFormats, validations, hyperlinks, behind];
  return cells.rows.size === 0 && pieces.every(({ length }) => length === 0);
}

/** The macros of a workbook know each sheet by the name of its module. */
function codeName({ codeName: name }: Additions): string {
  return name === undefined ? "" : ` codeName="${escapeXml(name)}"`;
}

function dimension(sheet: PlanSheet, { rows }: AddedCells): string {
  let lastRow = 0;
  let lastColumn = 0;
  const include = (row: number, column: number): void => {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  };
  for (const { row, column } of sheet.cells) include(row, column);
  for (const [row, { cells }] of rows) for (const { column } of cells) include(row, column);
  return `A1:${cellAddress(lastRow, lastColumn)}`;
}

function viewXml({ freeze }: PlanSheet, selected: boolean): string {
  const tab = selected ? ` tabSelected="1"` : "";
  const open = `<sheetViews><sheetView showGridLines="0"${tab} workbookViewId="0"`;
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

function columnsXml(widths: readonly number[], added: string): string {
  if (widths.length === 0 && added === "") return "";
  const columns = widths.map((characters, index) => {
    // Excel stores the width with five pixels of margin at seven pixels a digit (ECMA-376, 18.3.1.13).
    const width = Math.trunc(((characters * 7 + 5) / 7) * 256) / 256;
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${columns.join("")}${added}</cols>`;
}

function rowsXml(sheet: PlanSheet, surroundings: SheetSurroundings, added: AddedCells): string {
  const byRow = new Map<number, AddedCell[]>();
  for (const row of sheet.rowHeights.keys()) byRow.set(row, []);
  for (const cell of sheet.cells) {
    const cells = byRow.get(cell.row) ?? [];
    cells.push({ column: cell.column, xml: cellXml(cell, surroundings) });
    byRow.set(cell.row, cells);
  }
  for (const [row, { cells }] of added.rows) {
    const together = [...(byRow.get(row) ?? []), ...cells];
    byRow.set(
      row,
      together.sort((left, right) => left.column - right.column),
    );
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
            : (added.rows.get(row)?.attributes ?? "");
      return `<row r="${row + 1}"${custom}>${cells.map(({ xml }) => xml).join("")}</row>`;
    })
    .join("");
}
