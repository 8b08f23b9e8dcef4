import type { CellContent, Grid } from "./grid";
import { cellText, isBlank } from "./cells";
import { readNumberText } from "./numbers";
import { directionWord, kindOf, unitOf } from "./vocabulary";
import { headerYear } from "./years";
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
    } else if (typeof first === "string" && isHeaderRow(cells, columns)) passed.add(row);
  }
  return passed;
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
