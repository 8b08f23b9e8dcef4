/** Last column and row of an Excel sheet (Excel 2007 and later). */
export const MAX_COLUMNS = 16384;
export const MAX_ROWS = 1048576;

/** Letters of a column, counted from 0: 0 is `A`, 25 `Z`, 26 `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column counted from 0 of its letters; the inverse of {@link columnLetters}. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `B7` for row 6 and column 1, both counted from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/**
 * A sheet name as a formula needs it: always in apostrophes, inner ones doubled.
 * Excel accepts the apostrophes everywhere, so no rule decides when they are needed.
 */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `'Haushalt'!F12` for row 11 and column 5, both counted from 0. */
export function sheetCell(sheet: string, row: number, column: number): string {
  return `${quoteSheet(sheet)}!${cellAddress(row, column)}`;
}

/** A cell with its sheet; row and column from 0. */
export interface PlacedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The inverse of {@link sheetCell}; undefined for a text that is no such address. */
export function placedCell(address: string): PlacedCell | undefined {
  const [, quoted, letters = "", digits = ""] = /^'(.*)'!([A-Z]{1,3})(\d+)$/s.exec(address) ?? [];
  if (quoted === undefined) return undefined;
  return {
    sheet: quoted.replaceAll("''", "'"),
    row: Number(digits) - 1,
    column: columnIndex(letters),
  };
}
