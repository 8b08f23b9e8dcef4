import { columnLetters } from "../address";
import type { CellContent, Grid } from "./grid";
import type { ColumnMeaning } from "./columns";
import type { SheetFindings } from "./collect";
import { cellText } from "./cells";

/** Gives a code of one column its lost zeros back. */
export interface CodeRepair {
  /** How long the digits of a code have to be in this row. */
  readonly lengthAt: (row: number) => number;
}

interface CodeCell {
  readonly row: number;
  readonly content: CellContent;
  readonly text: string;
}

const DATE = /^\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$/;
const DOTTED = /^\d{1,2}\.\d{1,2}\.\d{1,2}$/;
/** So many cells have to agree before they prove anything. */
const PROOF = 3;

/**
 * Looks for product and account numbers that Excel has changed: leading zeros lost in numbers,
 * codes turned into dates, long numbers in exponent notation. Zeros come back only where other
 * cells prove them; all else is reported by cell.
 */
export function findDamage(
  grid: Grid,
  firstRow: number,
  meanings: readonly ColumnMeaning[],
  findings: SheetFindings,
): ReadonlyMap<number, CodeRepair> {
  const repairs = new Map<number, CodeRepair>();
  const codes = meanings.filter(({ role }) => role === "product" || role === "account");
  for (const meaning of codes) {
    const cells = codeCells(grid, firstRow, meaning.column);
    reportDamage(cells, meaning, findings);
    const repair =
      byFormat(grid, cells, meaning.column) ??
      byLength(cells) ??
      byParent(grid, cells, meaning, meanings) ??
      bySibling(grid, cells, meaning, meanings);
    if (repair === undefined) continue;
    const restored = cells.filter(
      ({ row, text }) => /^\d+$/.test(text) && text.length < repair.lengthAt(row),
    );
    const [first] = restored;
    if (first === undefined) continue;
    repairs.set(meaning.column, repair);
    const whole = first.text.padStart(repair.lengthAt(first.row), "0");
    findings.at(
      "note",
      "zeros-restored",
      first.row,
      meaning.column,
      restored.length === 1
        ? {
            de: `In Spalte ${columnLetters(meaning.column)} hat eine Nummer führende Nullen verloren; andere Zellen belegen sie, gelesen ist ${whole} statt ${first.text}.`,
            en: `In column ${columnLetters(meaning.column)} one number has lost leading zeros; other cells prove them, ${whole} is read for ${first.text}.`,
          }
        : {
            de: `In Spalte ${columnLetters(meaning.column)} haben ${restored.length} Nummern führende Nullen verloren; andere Zellen belegen sie, gelesen ist zum Beispiel ${whole} statt ${first.text}.`,
            en: `In column ${columnLetters(meaning.column)} ${restored.length} numbers have lost leading zeros; other cells prove them, for example ${whole} is read for ${first.text}.`,
          },
    );
  }
  return repairs;
}

function codeCells(grid: Grid, firstRow: number, column: number): readonly CodeCell[] {
  const cells: CodeCell[] = [];
  for (let row = firstRow; row < grid.rows.length; row += 1) {
    const content = grid.rows[row]?.[column] ?? null;
    const text = cellText(content).trim();
    if (text !== "") cells.push({ row, content, text });
  }
  return cells;
}

function reportDamage(
  cells: readonly CodeCell[],
  { column }: ColumnMeaning,
  findings: SheetFindings,
): void {
  const dotted = cells.some(({ text }) => DOTTED.test(text));
  for (const { row, content, text } of cells) {
    const date = typeof content === "object" && content !== null && content.kind === "date";
    if (date || (dotted && DATE.test(text))) {
      const [day = "", month = "", year = ""] = text.split(".");
      const likely = `${day.padStart(2, "0")}.${month.padStart(2, "0")}.${year.slice(2)}`;
      findings.at("warning", "code-date", row, column, {
        de: `Statt einer Nummer steht hier das Datum ${text}; Excel hat vermutlich ${likely} umgewandelt. Bitte die Nummer als Text eintragen.`,
        en: `Instead of a number the date ${text} stands here; Excel has probably converted ${likely}. Please enter the number as text.`,
      });
    } else if (/^\d[.,]?\d*e[+]?\d+$/i.test(text)) {
      findings.at("warning", "code-exponent", row, column, {
        de: `Die Nummer ${text} ist in Exponentenschreibweise gekürzt. Bitte vollständig als Text eintragen.`,
        en: `The number ${text} is shortened to exponent notation. Please enter it in full as text.`,
      });
    } else if (typeof content === "number" && !Number.isInteger(content) && dotted) {
      findings.at("warning", "code-decimal", row, column, {
        de: `Die Nummer ${text} ist als Dezimalzahl gespeichert; Nullen am Anfang oder Ende können fehlen. Bitte als Text eintragen.`,
        en: `The number ${text} is stored as a decimal; zeros at either end may be missing. Please enter it as text.`,
      });
    }
  }
}

/** A number format such as `00000` shows the zeros that the value lacks. */
function byFormat(grid: Grid, cells: readonly CodeCell[], column: number): CodeRepair | undefined {
  const numeric = cells.filter(({ content }) => typeof content === "number");
  const [first] = numeric;
  if (first === undefined || !/^0{2,}$/.test(grid.formatAt(first.row, column))) return undefined;
  return {
    lengthAt: (row) => {
      const format = grid.formatAt(row, column);
      return /^0{2,}$/.test(format) ? format.length : 0;
    },
  };
}

/** Texts of one length, some with a zero in front, beside shorter numbers. */
function byLength(cells: readonly CodeCell[]): CodeRepair | undefined {
  const texts = cells.filter(
    ({ content, text }) => typeof content === "string" && /^\d+$/.test(text),
  );
  const numbers = cells.filter(({ content }) => typeof content === "number");
  const length = texts[0]?.text.length ?? 0;
  if (texts.length < PROOF || numbers.length === 0) return undefined;
  if (!texts.every(({ text }) => text.length === length)) return undefined;
  if (!texts.some(({ text }) => text.startsWith("0"))) return undefined;
  if (numbers.some(({ text }) => text.length > length)) return undefined;
  return { lengthAt: () => length };
}

/**
 * A wider level in front: codes begin with it and go on by a fixed number of digits, so a code is
 * shorter exactly where its level is.
 */
function byParent(
  grid: Grid,
  cells: readonly CodeCell[],
  { column }: ColumnMeaning,
  meanings: readonly ColumnMeaning[],
): CodeRepair | undefined {
  for (const parent of meanings) {
    if (parent.role !== "product" || parent.column >= column) continue;
    const lengths = new Map<number, number>();
    let rest: number | undefined;
    let fits = cells.length >= PROOF;
    for (const { row, text } of cells) {
      const outer = cellText(grid.rows[row]?.[parent.column]).trim();
      if (!/^\d+$/.test(outer) || !/^\d+$/.test(text) || !text.startsWith(outer)) fits = false;
      else if (rest !== undefined && text.length - outer.length !== rest) fits = false;
      if (!fits) break;
      rest = text.length - outer.length;
      lengths.set(outer.length, (lengths.get(outer.length) ?? 0) + 1);
    }
    const counts = [...lengths.entries()].sort((a, b) => b[0] - a[0]);
    const [longest, shorter] = counts;
    if (!fits || rest === undefined || rest < 1 || counts.length !== 2) continue;
    if (longest === undefined || shorter === undefined || longest[0] !== shorter[0] + 1) continue;
    if (longest[1] < PROOF || shorter[1] < PROOF) continue;
    const length = longest[0] + rest;
    return { lengthAt: () => length };
  }
  return undefined;
}

/** Another number of the same row that ends in the code with its zero, in every row that has one. */
function bySibling(
  grid: Grid,
  cells: readonly CodeCell[],
  { column }: ColumnMeaning,
  meanings: readonly ColumnMeaning[],
): CodeRepair | undefined {
  for (const sibling of meanings) {
    if (sibling.column === column || sibling.role === "amount") continue;
    if (sibling.role !== "product" && sibling.role !== "key") continue;
    let proven = 0;
    let odd = 0;
    let against = false;
    for (const { row, text } of cells) {
      if (!/^\d+$/.test(text)) {
        against = true;
        break;
      }
      if (text.length % 2 === 1) odd += 1;
      const digits = cellText(grid.rows[row]?.[sibling.column]).replace(/\D/g, "");
      if (digits.length <= text.length) continue;
      if (text.length % 2 === 1 ? digits.endsWith(`0${text}`) : digits.endsWith(text)) proven += 1;
      else if (digits.length > 0) against = true;
      if (against) break;
    }
    if (against || proven < PROOF || odd === 0) continue;
    // Levels of two digits each: a code with an odd number of digits has lost its first zero.
    return {
      lengthAt: (row) => {
        const { length } = cellText(grid.rows[row]?.[column]).trim();
        return length + (length % 2);
      },
    };
  }
  return undefined;
}
