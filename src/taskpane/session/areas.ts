import { placedCell } from "../../address";
import type { SheetArea } from "../../workbook/port";

/** The area of one cell; row and column from 0. */
export function cellArea(sheet: string, row: number, column: number): SheetArea {
  return { sheet, firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
}

/** The area of `'KR Annahmen'!E7`; undefined for a text that is no such address. */
export function addressedArea(address: string): SheetArea | undefined {
  const cell = placedCell(address);
  return cell === undefined ? undefined : cellArea(cell.sheet, cell.row, cell.column);
}
