import type { CellContent, Grid } from "./grid";
import type { AmountUnit, Notation } from "./line";
import type { SheetFindings } from "./collect";
import { cellText, isBlank } from "./cells";
import { unitOf } from "./vocabulary";
import { fold } from "./words";
import { NO_AMOUNT, notationOf, readNumberText } from "./numbers";

/** The amounts of one column, by row counted from the first data row; NaN where there is none. */
export interface AmountValues {
  readonly column: number;
  readonly firstRow: number;
  readonly values: Float64Array;
  /** How texts of the column are read. */
  readonly notation: Notation;
  /** Units written in the cells themselves, by sheet row. */
  readonly units: ReadonlyMap<number, AmountUnit>;
  /** The separators do not tell thousands from decimals. */
  readonly ambiguous: boolean;
  /** All texts have one comma and three digits behind: thousands of euros, or decimals of another unit. */
  readonly commaThousands: boolean;
  readonly numbers: number;
}

/** No budget holds a thousand billion euros; such a number is a damaged cell. */
const LARGEST = 1e15;

interface Votes {
  german: number;
  english: number;
  weakGerman: number;
  weakEnglish: number;
}

/** What has been read of a column so far. */
interface RawColumn {
  readonly column: number;
  readonly german: Float64Array;
  /** The same array as long as both notations read the same. */
  english: Float64Array;
  readonly votes: Votes;
  readonly units: Map<number, AmountUnit>;
}

/**
 * Reads the amount columns of a table. Texts are read in the notation the user names, else in the one
 * their column proves, else in the one the other columns prove; what is no number is reported by cell.
 */
export function readAmounts(
  grid: Grid,
  columns: readonly number[],
  firstRow: number,
  passed: ReadonlySet<number>,
  told: Notation | undefined,
  findings: SheetFindings,
  unitColumn?: number,
): readonly AmountValues[] {
  const raw = readRaw(grid, columns, firstRow, passed, findings);
  if (unitColumn !== undefined) {
    for (const column of raw) addRowUnits(grid, column, firstRow, unitColumn);
    findings.at("note", "unit-by-row", Math.max(0, firstRow - 1), unitColumn, {
      de: "Diese Spalte nennt die Einheit je Zeile; jeder Betrag ist mit der Einheit seiner Zeile gelesen.",
      en: "This column names the unit by row; each amount is read with the unit of its row.",
    });
  }
  const german = raw.reduce((sum, { votes }) => sum + votes.german, 0);
  const english = raw.reduce((sum, { votes }) => sum + votes.english, 0);
  return raw.map((column) => decide(column, grid, firstRow, told, german, english, findings));
}

/** Row by row, as a large sheet lies in memory. */
function readRaw(
  grid: Grid,
  columns: readonly number[],
  firstRow: number,
  passed: ReadonlySet<number>,
  findings: SheetFindings,
): readonly RawColumn[] {
  const { rows } = grid;
  const count = Math.max(0, rows.length - firstRow);
  const raw = columns.map((column): RawColumn => {
    const german = new Float64Array(count).fill(Number.NaN);
    const votes: Votes = { german: 0, english: 0, weakGerman: 0, weakEnglish: 0 };
    return { column, german, english: german, votes, units: new Map() };
  });
  for (let row = firstRow; row < rows.length; row += 1) {
    const cells = rows[row];
    if (cells === undefined || passed.has(row)) continue;
    for (const column of raw) {
      const content = cells[column.column];
      if (content === undefined || content === null) continue;
      if (typeof content === "number" && Math.abs(content) < LARGEST) {
        column.german[row - firstRow] = content;
        if (column.english !== column.german) column.english[row - firstRow] = content;
      } else if (!isBlank(content)) readText(grid, column, row, firstRow, content, findings);
    }
  }
  return raw;
}

/** An amount that stands as text; what is none is reported. */
function readText(
  grid: Grid,
  column: RawColumn,
  row: number,
  firstRow: number,
  content: CellContent,
  findings: SheetFindings,
): void {
  const { german, votes, units } = column;
  const number = typeof content === "string" ? readNumberText(content) : null;
  if (number === NO_AMOUNT) return;
  if (number === null || Math.abs(number.german ?? number.english ?? 0) >= LARGEST) {
    reportUnreadable(grid, row, column.column, findings);
    return;
  }
  if (column.english === german) column.english = german.slice();
  german[row - firstRow] = number.german ?? Number.NaN;
  column.english[row - firstRow] = number.english ?? Number.NaN;
  if (number.unit !== undefined) units.set(row, number.unit);
  if (number.footnote !== undefined) reportFootnote(row, column.column, number.footnote, findings);
  const notation = notationOf(number);
  if (notation === "german") votes.german += 1;
  else if (notation === "english") votes.english += 1;
  else if (notation === "weak-german") votes.weakGerman += 1;
  else if (notation === "weak-english") votes.weakEnglish += 1;
}

/** Units that stand in a column of their own hold for the amounts of their row. */
function addRowUnits(grid: Grid, column: RawColumn, firstRow: number, unitColumn: number): void {
  column.german.forEach((value, at) => {
    const row = firstRow + at;
    const unit = unitOf(fold(cellText(grid.rows[row]?.[unitColumn])));
    const filled = !Number.isNaN(value) || !Number.isNaN(column.english[at] ?? Number.NaN);
    if (filled && unit !== undefined && !column.units.has(row)) column.units.set(row, unit);
  });
}

function decide(
  raw: RawColumn,
  grid: Grid,
  firstRow: number,
  told: Notation | undefined,
  sheetGerman: number,
  sheetEnglish: number,
  findings: SheetFindings,
): AmountValues {
  const { votes } = raw;
  let notation: Notation;
  let ambiguous = false;
  if (told !== undefined) notation = told;
  else if (votes.german !== votes.english)
    notation = votes.german > votes.english ? "german" : "english";
  else if (votes.german > 0) {
    notation = "german";
    ambiguous = true;
  } else if (sheetGerman !== sheetEnglish && (sheetGerman === 0 || sheetEnglish === 0)) {
    notation = sheetGerman > 0 ? "german" : "english";
  } else if (votes.weakGerman > 0 && votes.weakEnglish > 0) {
    notation = "german";
    ambiguous = true;
  } else notation = votes.weakEnglish > 0 ? "english" : "german";
  const chosen = notation === "german" ? raw.german : raw.english;
  const other = notation === "german" ? raw.english : raw.german;
  let numbers = 0;
  for (let at = 0; at < chosen.length; at += 1) {
    const value = chosen[at] ?? Number.NaN;
    if (!Number.isNaN(value)) {
      numbers += 1;
      continue;
    }
    const alone = other[at] ?? Number.NaN;
    if (Number.isNaN(alone)) continue;
    chosen[at] = alone;
    numbers += 1;
    const text = cellText(grid.rows[firstRow + at]?.[raw.column]);
    findings.at("warning", "notation-mixed", firstRow + at, raw.column, {
      de: `„${text}“ ist anders geschrieben als die übrigen Beträge der Spalte. Gelesen wurde ${alone}. Bitte prüfen.`,
      en: `“${text}” is written differently from the other amounts of the column. It was read as ${alone}. Please check.`,
    });
  }
  return {
    column: raw.column,
    firstRow,
    values: chosen,
    notation,
    units: raw.units,
    ambiguous,
    commaThousands:
      told === undefined && notation === "english" && votes.english === 0 && sheetEnglish === 0,
    numbers,
  };
}

function reportFootnote(row: number, column: number, mark: string, findings: SheetFindings): void {
  findings.at("note", "amount-footnote", row, column, {
    de: `Hinter dem Betrag steht das Fußnotenzeichen „${mark}“; gelesen ist der Betrag davor.`,
    en: `The footnote mark “${mark}” stands behind the amount; the amount in front of it was read.`,
  });
}

function reportUnreadable(grid: Grid, row: number, column: number, findings: SheetFindings): void {
  const content = grid.rows[row]?.[column];
  const text = cellText(content).trim();
  if (typeof content === "object" && content !== null && content.kind === "error") {
    findings.at("error", "cell-error", row, column, {
      de: `In der Zelle steht der Fehlerwert ${text}. Der Betrag fehlt in der Summe. Bitte die Formel berichtigen.`,
      en: `The cell holds the error value ${text}. The amount is missing from the total. Please correct the formula.`,
    });
    return;
  }
  // An amount may be meant: as long as nobody has looked, the total may be too small.
  findings.at("error", "amount-unreadable", row, column, {
    de: `„${text.slice(0, 60)}“ ist kein Betrag und wurde nicht gelesen. Ein Betrag, der hier gemeint ist, fehlt in der Summe: bitte als Zahl eintragen. Ist keiner gemeint, bitte die Zelle leeren oder die Zeile weglassen.`,
    en: `“${text.slice(0, 60)}” is no amount and was not read. An amount that is meant here is missing from the total: please enter it as a number. If none is meant, please empty the cell or leave out the row.`,
  });
}
