import { cellAddress, columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS } from "../../src/address";
import { COLUMNS } from "./state";
import type { Area, HostSheet } from "./state";
import { HostError } from "./wire";

/** Cells of one sheet as a range of the object model means them. */
export interface RangeOf {
  readonly sheet: HostSheet;
  readonly area: Area;
}

/**
 * The area an address means, `A1:B2`, `A:C`, `1:3`, all of the sheet when none is given.
 * A name of a sheet before it is not accepted: the add-in asks a sheet for its own cells.
 */
export function areaOf(address: unknown): Area {
  if (address === null || address === undefined) return area(0, 0, MAX_ROWS - 1, MAX_COLUMNS - 1);
  if (typeof address !== "string") throw new HostError("InvalidArgument", "not an address");
  const text = address.replaceAll("$", "");
  const [first = "", last = first] = text.split(":");
  if (/^[A-Za-z]{1,3}$/.test(first) && text.includes(":")) {
    return area(0, columnIndex(first), MAX_ROWS - 1, columnIndex(last));
  }
  if (/^\d+$/.test(first) && text.includes(":")) {
    return area(Number(first) - 1, 0, Number(last) - 1, MAX_COLUMNS - 1);
  }
  const [upper, lower] = [cellOf(first), cellOf(last)];
  return area(upper.row, upper.column, lower.row, lower.column);
}

function cellOf(text: string): { row: number; column: number } {
  const parts = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(text);
  if (parts === null) throw new HostError("InvalidArgument", `not an address: ${text}`);
  return { row: Number(parts[2]) - 1, column: columnIndex(parts[1] ?? "") };
}

export function area(
  firstRow: number,
  firstColumn: number,
  lastRow: number,
  lastColumn: number,
): Area {
  const fits =
    [firstRow, firstColumn, lastRow, lastColumn].every(Number.isInteger) &&
    firstRow >= 0 &&
    firstColumn >= 0 &&
    lastRow >= firstRow &&
    lastColumn >= firstColumn &&
    lastRow < MAX_ROWS &&
    lastColumn < MAX_COLUMNS;
  if (!fits) throw new HostError("InvalidArgument", "no such cells");
  return { firstRow, firstColumn, lastRow, lastColumn };
}

export function heightOf({ firstRow, lastRow }: Area): number {
  return lastRow - firstRow + 1;
}

export function widthOf({ firstColumn, lastColumn }: Area): number {
  return lastColumn - firstColumn + 1;
}

/** Cells that hold something or, unless only values count, are formatted. */
export function usedArea(sheet: HostSheet, valuesOnly: boolean): Area | undefined {
  let found: { -readonly [edge in keyof Area]: Area[edge] } | undefined;
  for (const [key, cell] of sheet.cells) {
    if (valuesOnly && cell.value === null && cell.formula === undefined) continue;
    const row = Math.floor(key / COLUMNS);
    const column = key % COLUMNS;
    found ??= { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
    found.firstRow = Math.min(found.firstRow, row);
    found.firstColumn = Math.min(found.firstColumn, column);
    found.lastRow = Math.max(found.lastRow, row);
    found.lastColumn = Math.max(found.lastColumn, column);
  }
  return found;
}

/** One value a cell, as `values` and its like give and take them. */
export function mapCells<T>(range: Area, give: (row: number, column: number) => T): T[][] {
  return Array.from({ length: heightOf(range) }, (_row, row) =>
    Array.from({ length: widthOf(range) }, (_column, column) =>
      give(range.firstRow + row, range.firstColumn + column),
    ),
  );
}

/**
 * Hands each cell its item of a two-dimensional array; a single value goes to every cell.
 * @throws HostError when the array has another size than the range (learn.microsoft.com, “Work with
 * values, text, or formulas”: the array must have the dimensions of the range)
 */
export function eachCell(
  range: Area,
  given: unknown,
  take: (row: number, column: number, item: unknown) => void,
): void {
  if (!Array.isArray(given)) {
    mapCells(range, (row, column) => take(row, column, given));
    return;
  }
  const rows = given as readonly unknown[];
  const fits =
    rows.length === heightOf(range) &&
    rows.every((row) => Array.isArray(row) && row.length === widthOf(range));
  if (!fits) {
    throw new HostError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  mapCells(range, (row, column) => {
    const items = rows[row - range.firstRow] as readonly unknown[];
    take(row, column, items[column - range.firstColumn]);
  });
}

/** `A1:B2` as Excel writes an address, `A1` for a single cell. */
export function addressOf(range: Area): string {
  const first = cellAddress(range.firstRow, range.firstColumn);
  const last = cellAddress(range.lastRow, range.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** `$A$1:$B$2` */
export function absoluteAddress(range: Area): string {
  const cell = (row: number, column: number) => `$${columnLetters(column)}$${String(row + 1)}`;
  const first = cell(range.firstRow, range.firstColumn);
  const last = cell(range.lastRow, range.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/**
 * A sheet's name before an address as Excel shows it: in apostrophes only where they are needed (a blank
 * or sign in it, a digit at its beginning, or the look of a cell address).
 */
export function shownSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** A formula as Excel gives it back: sheet names stand in apostrophes only where they are needed. */
export function shownFormula(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')+)'!/g, (whole, name: string | undefined) =>
    name === undefined ? whole : `${shownSheet(name.replaceAll("''", "'"))}!`,
  );
}
