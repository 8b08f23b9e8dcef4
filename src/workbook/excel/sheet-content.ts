import { cellAddress } from "../../address";
import type { Extent } from "../area";
import type { PlanSheet } from "../plan";
import { cellInput } from "./cell-input";
import type { CellInput } from "./cell-input";
import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";
import { cellsByPlace, placeKey } from "./places";

/**
 * Rows handed over at a time. A sheet of the product has a few hundred; only an assignment of a large
 * budget has more.
 */
const ROWS_OF_A_PIECE = 500;

/** Values and formulas of a new sheet over its whole area; what the plan leaves out stays empty. */
export function contentPieces(sheet: PlanSheet, date1904: boolean): readonly Piece[] {
  const columns = sheet.cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  const rows: CellInput[][] = [];
  for (const cell of sheet.cells) {
    while (rows.length <= cell.row) rows.push(new Array<CellInput>(columns).fill(null));
    const row = rows[cell.row];
    if (row !== undefined) row[cell.column] = cellInput(cell, date1904);
  }
  return cellPieces(sheet.name, rows);
}

/** The same over an area in which something stood: what the plan leaves out is emptied, but for `kept`. */
export function contentOver(
  sheet: PlanSheet,
  { lastRow, lastColumn }: Extent,
  kept: ReadonlySet<string>,
  date1904: boolean,
): readonly (readonly CellInput[])[] {
  const planned = cellsByPlace(sheet);
  return Array.from({ length: lastRow + 1 }, (_row, row) =>
    Array.from({ length: lastColumn + 1 }, (_column, column): CellInput => {
      const key = placeKey(row, column);
      if (kept.has(key)) return null;
      const cell = planned.get(key);
      return cell === undefined ? "" : (cellInput(cell, date1904) ?? "");
    }),
  );
}

/** Hands over rows of cells that begin at A1. */
export function cellPieces(
  name: string,
  rows: readonly (readonly CellInput[])[],
): readonly Piece[] {
  const columns = rows[0]?.length ?? 0;
  const pieces: Piece[] = [];
  for (let first = 0; columns > 0 && first < rows.length; first += ROWS_OF_A_PIECE) {
    const part = rows.slice(first, first + ROWS_OF_A_PIECE).map((row) => [...row]);
    const last = cellAddress(first + part.length - 1, columns - 1);
    const address = `${cellAddress(first, 0)}:${last}`;
    // The library cuts arrays of more than 1500 cells into several calls of its own.
    const calls = 10 + Math.ceil((part.length * columns) / 1500) * 8;
    pieces.push({
      bytes: bytesOf(calls, part),
      write: ({ workbook }) => {
        const range = workbook.worksheets.getItem(name).getRange(address).untrack();
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
