import type { ColumnMeaning } from "./columns";
import type { CellContent, Grid } from "./grid";
import { cellText, isBlank } from "./cells";
import { readNumberText } from "./numbers";
import { directionWord, kindOf, unitOf } from "./vocabulary";
import { headerYear, isYear } from "./years";
import { fold } from "./words";

const COLUMN_NUMBER = /^(\d{1,2})[a-z]?(?: ?\d\) ?)*$/;

/**
 * Rows below the header that hold no data though something stands in their amount columns: the
 * header repeated on the next page or over the next table, and the numbers of the columns
 * (`1 | 2 1) | 3`).
 */
export function passedRows(
  grid: Grid,
  columns: readonly number[],
  firstRow: number,
): ReadonlySet<number> {
  const passed = new Set<number>();
  for (let row = firstRow; row < grid.rows.length; row += 1) {
    const cells = grid.rows[row] ?? [];
    let first: CellContent = null;
    for (const column of columns) {
      const content = cells[column];
      if (content === undefined || isBlank(content)) continue;
      first = content;
      break;
    }
    if (first === null || typeof first === "object") continue;
    if (mayNumberColumn(first)) {
      if (isColumnNumbers(cells)) passed.add(row);
      else if (row === firstRow && isNumberedHeader(cells, columns)) passed.add(row);
    } else if (typeof first === "number" ? isYearRow(cells, columns) : isHeaderRow(cells, columns))
      passed.add(row);
  }
  return passed;
}

/** The last row of a form's header: names of columns, and the numbers of the amount columns. */
function isNumberedHeader(cells: readonly CellContent[], columns: readonly number[]): boolean {
  const numbers = columns.map((column) => Number(cells[column] ?? Number.NaN));
  if (numbers.length < 3) return false;
  if (!numbers.every((number, at) => number === (numbers[0] ?? 0) + at)) return false;
  return cells.every(
    (content, column) =>
      columns.includes(column) || isBlank(content) || HEADING.test(fold(cellText(content))),
  );
}

const HEADING = /arten$|bezeichnung$|zweckbestimmung$|^nr\.?$|^position(?:en)?$|^text$/;

/** Years over the amount columns and nothing that a row of amounts would have beside them. */
function isYearRow(cells: readonly CellContent[], columns: readonly number[]): boolean {
  const years = columns.map((column) => cells[column]).filter((content) => !isBlank(content));
  if (years.length < 2 || !years.every((year) => typeof year === "number" && isYear(year)))
    return false;
  return cells.every((content, column) => columns.includes(column) || isBlank(content));
}

function mayNumberColumn(content: CellContent): boolean {
  if (typeof content === "number")
    return Number.isInteger(content) && content >= 1 && content <= 60;
  return typeof content === "string" && content.length < 12 && COLUMN_NUMBER.test(content.trim());
}

/** Nothing but numbers that count up by one: a data row would have a label or other steps. */
function isColumnNumbers(cells: readonly CellContent[]): boolean {
  let previous: number | undefined;
  let count = 0;
  for (const content of cells) {
    if (isBlank(content)) continue;
    const number = Number(COLUMN_NUMBER.exec(cellText(content).trim())?.[1]);
    if (Number.isNaN(number)) return false;
    if (previous !== undefined && number !== previous && number !== previous + 1) return false;
    previous = number;
    count += 1;
  }
  return count >= 2 && previous !== undefined && previous >= count - 1;
}

function isHeaderRow(cells: readonly CellContent[], columns: readonly number[]): boolean {
  let header = 0;
  for (const column of columns) {
    const content = cells[column];
    if (content === undefined || isBlank(content)) continue;
    if (typeof content !== "string" || content.length > 60) return false;
    // `2000` may be an amount; the years of a repeated header are known to the reader of rows.
    if (readNumberText(content) !== null) return false;
    const folded = fold(content);
    const { year, offset, unfilled } = headerYear(folded);
    const named =
      kindOf(folded) !== undefined ||
      directionWord(folded, false) !== undefined ||
      year !== undefined ||
      offset !== undefined ||
      unfilled ||
      /^[+-] ?\d$|^[a-z]+-$/.test(folded) ||
      (unitOf(folded) !== undefined && !/\d/.test(folded));
    if (!named) return false;
    header += 1;
  }
  return header > 0;
}

/** Where a header further down says something else than the one on top: a cell of it, as printed. */
export interface OtherHeader {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * A header further down whose years, kinds or columns are not those of the header on top, so that
 * the rows below it would be read wrongly. Undefined where there is none.
 */
export function otherHeader(
  grid: Grid,
  amounts: readonly ColumnMeaning[],
  firstRow: number,
  passed: ReadonlySet<number>,
  leaveOut: readonly number[],
): OtherHeader | undefined {
  for (let row = firstRow; row < grid.rows.length; row += 1) {
    if (leaveOut.includes(row)) continue;
    const cells = grid.rows[row] ?? [];
    const isHeader = passed.has(row) || mayHeadOtherColumns(cells, amounts);
    if (!isHeader) continue;
    for (const { column, year, kind, folded } of amounts) {
      const content = cells[column];
      if (content === undefined || isBlank(content)) continue;
      const text = cellText(content).trim();
      const here = fold(text);
      const own = headerYear(here).year;
      const ownKind = kindOf(here);
      const otherYear = own !== undefined && year !== undefined && own !== year;
      const otherKind = ownKind !== undefined && kind !== undefined && ownKind !== kind;
      const otherColumn = !passed.has(row) && !folded.includes(here);
      if (otherYear || otherKind || otherColumn) return { row, column, text };
    }
  }
  return undefined;
}

/** `Konto`, `Bezeichnung` over an amount column: the header of another table. */
function mayHeadOtherColumns(
  cells: readonly CellContent[],
  amounts: readonly ColumnMeaning[],
): boolean {
  const strange = amounts.some(({ column }) => {
    const content = cells[column];
    return typeof content === "string" && KEY_HEADING.test(fold(content));
  });
  return strange && cells.every((content) => typeof content !== "number" || isYear(content));
}

const KEY_HEADING =
  /^(?:(?:sach)?konto(?:nummer)?|kto\.?|bezeichnung|produkt|haushaltsstelle|hhst\.?|titel|kapitel|zweckbestimmung|nr\.?|ertrags- und aufwandsarten|einzahlungs- und auszahlungsarten)$/;
