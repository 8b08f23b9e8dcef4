import { cellAddress } from "../../address";
import type { PlanSheet } from "../plan";
import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";

/** What a sheet looks like on the screen; Excel refuses some of it when another window is in front. */
export function viewPieces(sheet: PlanSheet): readonly Piece[] {
  const lastRow = sheet.cells.reduce((last, { row }) => Math.max(last, row), 0);
  return [
    {
      bytes: bytesOf(6),
      write: ({ workbook }) => {
        const worksheet = workbook.worksheets.getItem(sheet.name);
        worksheet.showGridlines = false;
        freeze(worksheet, sheet);
      },
    },
    {
      bytes: bytesOf(5 + sheet.rowHeights.size * 4),
      write: ({ workbook }) => {
        const worksheet = workbook.worksheets.getItem(sheet.name);
        // Texts of several lines: Excel fits a row when it is typed into, not when a formula changes it.
        worksheet
          .getRange(`1:${String(lastRow + 1)}`)
          .untrack()
          .format.autofitRows();
        for (const [row, height] of sheet.rowHeights) {
          const address = `${String(row + 1)}:${String(row + 1)}`;
          worksheet.getRange(address).untrack().format.rowHeight = height;
        }
      },
    },
  ];
}

function freeze({ freezePanes }: Excel.Worksheet, { freeze: frozen }: PlanSheet): void {
  if (frozen === undefined) return;
  const { row, column } = frozen;
  if (row > 0 && column > 0) freezePanes.freezeAt(`A1:${cellAddress(row - 1, column - 1)}`);
  else if (row > 0) freezePanes.freezeRows(row);
  else if (column > 0) freezePanes.freezeColumns(column);
}
