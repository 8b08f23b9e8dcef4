import { cellAddress } from "../../address";
import type { PlanSheet } from "../plan";
import { cellInput } from "./cell-input";
import type { CellInput } from "./cell-input";
import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";

/**
 * Rows handed over at a time. A sheet of the product has a few hundred; only an assignment of a large
 * budget has more.
 */
const ROWS_OF_A_PIECE = 500;

/** Values and formulas of a sheet, as arrays over the whole area; what the plan leaves out stays empty. */
export function contentPieces(sheet: PlanSheet, date1904: boolean): readonly Piece[] {
  const columns = sheet.cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  const rows: CellInput[][] = [];
  for (const cell of sheet.cells) {
    while (rows.length <= cell.row) rows.push(new Array<CellInput>(columns).fill(null));
    const row = rows[cell.row];
    if (row !== undefined) row[cell.column] = cellInput(cell, date1904);
  }
  const pieces: Piece[] = [];
  for (let first = 0; first < rows.length; first += ROWS_OF_A_PIECE) {
    const part = rows.slice(first, first + ROWS_OF_A_PIECE);
    const last = cellAddress(first + part.length - 1, columns - 1);
    const address = `${cellAddress(first, 0)}:${last}`;
    // The library cuts arrays of more than 1500 cells into several calls of its own.
    const calls = 10 + Math.ceil((part.length * columns) / 1500) * 8;
    pieces.push({
      bytes: bytesOf(calls, part),
      write: ({ workbook }) => {
        const range = workbook.worksheets.getItem(sheet.name).getRange(address).untrack();
        range.formulas = part;
      },
    });
  }
  return pieces;
}

/** Links inside the workbook. Excel dresses the cells as links, so the styles have to come afterwards. */
export function linkPiece(sheet: PlanSheet): readonly Piece[] {
  const links = sheet.cells.flatMap(({ row, column, hyperlink }) =>
    hyperlink === undefined ? [] : [{ address: cellAddress(row, column), hyperlink }],
  );
  if (links.length === 0) return [];
  return [
    {
      bytes: bytesOf(3 + links.length * 4, links),
      write: ({ workbook }) => {
        const worksheet = workbook.worksheets.getItem(sheet.name);
        for (const { address, hyperlink } of links) {
          // No `textToDisplay`: it would replace the formula of the cell.
          worksheet.getRange(address).untrack().hyperlink = {
            documentReference: hyperlink.target,
            ...(hyperlink.tip === undefined ? {} : { screenTip: hyperlink.tip }),
          };
        }
      },
    },
  ];
}
