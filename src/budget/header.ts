import type { Grid } from "./grid";
import { cellText, isBlank } from "./cells";
import { readNumberText } from "./numbers";
import { headerYear, isYear, yearsIn } from "./years";
import {
  directionWord,
  isBalanceHeader,
  isDerivedHeader,
  isThousandEuros,
  kindOf,
  unitOf,
} from "./vocabulary";
import { fold } from "./words";

/** The header rows of a table and what stands above them. */
export interface HeaderBand {
  readonly first: number;
  readonly last: number;
  /** By column: the header texts of all rows, joined, as printed. */
  readonly texts: readonly string[];
  /** The same folded by `fold`. */
  readonly folded: readonly string[];
  /** Texts of the rows above, each once. */
  readonly titles: readonly string[];
}

/** So many rows from the top are searched for a header. */
const SEARCHED_ROWS = 200;
/** So many columns are looked at in a header; a stray cell in the last column of Excel is beyond. */
const SEARCHED_COLUMNS = 400;

const KEY_WORDS =
  /produkt|konto|konten|^kto|kostenart|kostentraeger|kostenstelle|kapitel|titel|einzelplan|haushaltsstelle|bezeichnung|zweckbest|beschreibung|gruppe|gliederung|profitcenter|teilplan|teilhaushalt|position|nummer|jahr|datum|betrag|richtung|text|zeile|amt|dezernat|fachbereich|label|identifier|amount|date|direction|kind|funktion|wert|bereich|arten?$|^art|nr\.?$|^id$|^e[/_]a$|berichtsjahr|year|account|programme|abschnitt|aufwand|ertrag|ausgabe|einnahme|auszahlung|einzahlung|erloese|eingabe/;

interface CellSense {
  /** Header-like: year, kind, unit, relative year, key word. */
  readonly header: boolean;
  /** May stand in a further header row: year, kind, unit, relative year, direction, column number. */
  readonly further: boolean;
  readonly columnNumber: boolean;
  readonly amount: boolean;
}

const NO_SENSE: CellSense = { header: false, further: false, columnNumber: false, amount: false };
const COLUMN_NUMBER = /^\d{1,2}[a-z]?(?: ?\d\) ?)*$/;

/**
 * Finds the header rows: the row that speaks most in header words and holds no amounts, with the
 * rows that complete it above and below. Undefined when no row says at least two such things.
 */
export function findHeader(grid: Grid): HeaderBand | undefined {
  const senses = new Map<number, readonly CellSense[]>();
  const limit = Math.min(grid.rows.length, SEARCHED_ROWS);
  let anchor = -1;
  let best = 1;
  for (let row = 0; row < limit; row += 1) {
    const sense = rowSense(grid, row);
    senses.set(row, sense);
    if (sense.some((cell) => cell.amount)) continue;
    const score = sense.filter((cell) => cell.header).length;
    if (score > best) {
      best = score;
      anchor = row;
    }
  }
  if (anchor < 0) return undefined;
  const sense = (row: number): readonly CellSense[] => senses.get(row) ?? rowSense(grid, row);
  let first = anchor;
  while (first > 0 && completesAbove(grid, first - 1, sense(first - 1))) first -= 1;
  let last = anchor;
  if (!hasYearColumn(grid, anchor)) {
    while (last + 1 < grid.rows.length && completesBelow(grid, last + 1, sense(last + 1)))
      last += 1;
  }
  return describeBand(grid, first, last, sense);
}

/** The header rows the user names, described the same way. */
export function headerAt(grid: Grid, first: number, last: number): HeaderBand {
  return describeBand(grid, first, last, (row) => rowSense(grid, row));
}

function rowSense(grid: Grid, row: number): readonly CellSense[] {
  return (grid.rows[row] ?? []).slice(0, SEARCHED_COLUMNS).map((content) => {
    if (isBlank(content)) return NO_SENSE;
    if (typeof content === "number") {
      if (isYear(content))
        return { header: true, further: true, columnNumber: false, amount: false };
      const columnNumber = Number.isInteger(content) && content >= 1 && content <= 60;
      return { header: false, further: columnNumber, columnNumber, amount: !columnNumber };
    }
    const text = cellText(content);
    if (text.length > 120) return NO_SENSE;
    const folded = fold(text);
    if (COLUMN_NUMBER.test(folded) && !/^0/.test(folded))
      return { header: false, further: true, columnNumber: true, amount: false };
    const year = headerYear(folded);
    const timed =
      year.year !== undefined ||
      year.offset !== undefined ||
      year.unfilled ||
      year.several ||
      /^[+-] ?\d$/.test(folded);
    if (!timed && typeof content === "string" && !isThousandEuros(folded)) {
      const number = readNumberText(content);
      if (number !== null)
        return {
          header: false,
          further: false,
          columnNumber: false,
          amount: typeof number === "object",
        };
    }
    const named =
      timed ||
      kindOf(folded) !== undefined ||
      unitOf(folded) !== undefined ||
      directionWord(folded, false) !== undefined ||
      isBalanceHeader(folded) ||
      isDerivedHeader(folded);
    return {
      header: named || KEY_WORDS.test(folded),
      further: named && folded.length < 60,
      columnNumber: false,
      amount: false,
    };
  });
}

function completesAbove(grid: Grid, row: number, sense: readonly CellSense[]): boolean {
  if (sense.some((cell) => cell.amount) || !sense.some((cell) => cell.header)) return false;
  const filled = filledColumns(grid, row);
  if (filled.length >= 2) return true;
  const only = filled[0] ?? 0;
  // A single cell is the sheet's title, unless it spans some of the amount columns.
  return (
    only > 0 &&
    grid.merges.some(
      (area) => area.firstRow === row && area.firstColumn === only && area.lastColumn > only,
    )
  );
}

function completesBelow(grid: Grid, row: number, sense: readonly CellSense[]): boolean {
  if (sense.some((cell) => cell.amount)) return false;
  const filled = filledColumns(grid, row);
  const further = sense.filter((cell) => cell.further).length;
  if (further === 0 || further < filled.length * 0.6) return false;
  const numbers = sense.filter((cell) => cell.columnNumber).length;
  if (numbers === further) return numbers >= 2 && isColumnNumberRow(sense, filled);
  // A single word in front is a heading (`Erträge`), above an amount column it is its unit or year.
  return filled.length >= 2 || ((filled[0] ?? 0) > 0 && numbers === 0);
}

function isColumnNumberRow(sense: readonly CellSense[], filled: readonly number[]): boolean {
  return filled.every((column) => sense[column]?.columnNumber === true);
}

function hasYearColumn(grid: Grid, row: number): boolean {
  const folded = (grid.rows[row] ?? []).map((content) => fold(cellText(content)));
  const timed = folded.filter((text) => {
    const { year, offset } = headerYear(text);
    return year !== undefined || offset !== undefined;
  });
  // `Haushaltsjahr` beside `Vorjahr` is a relative year, alone it heads a column of years.
  return (
    timed.length <= 1 &&
    folded.some((text) =>
      /^(?:hh|haushalts|berichts|geschaefts|rechnungs)?jahr$|^datum$|^date$|^year$|^periode$/.test(
        text,
      ),
    )
  );
}

function filledColumns(grid: Grid, row: number): number[] {
  const filled: number[] = [];
  (grid.rows[row] ?? []).forEach((content, column) => {
    if (column < SEARCHED_COLUMNS && !isBlank(content)) filled.push(column);
  });
  return filled;
}

function describeBand(
  grid: Grid,
  first: number,
  last: number,
  sense: (row: number) => readonly CellSense[],
): HeaderBand {
  const parts: string[][] = [];
  const width = Math.max(
    ...Array.from({ length: last - first + 1 }, (_, at) => grid.rows[first + at]?.length ?? 0),
  );
  for (let row = first; row <= last; row += 1) {
    const filled = filledColumns(grid, row);
    if (filled.length >= 2 && isColumnNumberRow(sense(row), filled)) continue;
    const spread = spreadRow(grid, row, row < last, Math.min(width, SEARCHED_COLUMNS));
    spread.forEach((text, column) => {
      if (text.length > 0) (parts[column] ??= []).push(text);
    });
  }
  const texts: string[] = [];
  for (let column = 0; column < parts.length; column += 1) {
    texts.push([...new Set(ownYears(parts[column] ?? []))].join(" "));
  }
  const titles = new Set<string>();
  for (let row = 0; row < first; row += 1) {
    for (const content of grid.rows[row] ?? []) {
      const text = cellText(content).trim();
      if (text.length > 0 && text.length < 300) titles.add(text);
    }
  }
  return { first, last, texts, folded: texts.map(fold), titles: [...titles] };
}

/** Under a group of several years (`Haushaltsansatz 2025 / 2026`) a column's own year counts. */
function ownYears(texts: readonly string[]): readonly string[] {
  const own = texts.map((text) => yearsIn(fold(text))).findLast((years) => years.length === 1)?.[0];
  if (own === undefined) return texts;
  return texts.map((text) => {
    const years = yearsIn(fold(text));
    return years.length > 1 && years.includes(own)
      ? text.replace(/(?<!\d)(?:19|20)?\d\d(?:\s*[/-]\s*\d{2,4})?(?!\d)/g, "").trim()
      : text;
  });
}

/**
 * The texts of a header row with group headers carried over their columns: by merged areas where
 * the row has any, else over empty cells to the right that have a header of their own below.
 */
function spreadRow(grid: Grid, row: number, above: boolean, width: number): string[] {
  const cells = grid.rows[row] ?? [];
  const texts = Array.from({ length: width }, (_, column) => cellText(cells[column]).trim());
  if (!above) return texts;
  const merges = grid.merges.filter((area) => area.firstRow <= row && area.lastRow >= row);
  const wide = merges.filter((area) => area.lastColumn > area.firstColumn);
  if (wide.length > 0) {
    for (const area of wide) {
      const text = cellText(grid.rows[area.firstRow]?.[area.firstColumn]).trim();
      const end = Math.min(area.lastColumn, width - 1);
      for (let column = area.firstColumn; column <= end; column += 1) texts[column] = text;
    }
    return texts;
  }
  const below = grid.rows[row + 1] ?? [];
  for (let column = 1; column < width; column += 1) {
    const left = texts[column - 1] ?? "";
    if (texts[column] !== "" || isBlank(below[column]) || left === "") continue;
    const folded = fold(left);
    const year = headerYear(folded);
    if (kindOf(folded) !== undefined || year.year !== undefined || year.offset !== undefined)
      texts[column] = left;
  }
  return texts;
}
