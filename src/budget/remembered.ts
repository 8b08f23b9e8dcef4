import type { Finding } from "../finding";
import type { Text } from "../language";
import type {
  ReadingAnswers,
  RememberedCorrection,
  RememberedRow,
  SheetCorrection,
  SheetReading,
} from "./line";
import type { Grid } from "./grid";
import { cellText } from "./cells";
import { YEARS_BY_BUDGET_YEAR } from "./choose";
import { correctionInWords } from "./correction-words";
import { correctionOf } from "./corrections";
import { findHeader, headerAt } from "./header";
import { readNumberText } from "./numbers";
import { findBudgetYear } from "./timing";
import { fold } from "./words";

/** What applies to a sheet, and what the user should know about it. */
export interface RecalledCorrection {
  readonly correction?: SheetCorrection;
  readonly findings: readonly Finding[];
}

/** What a sheet looks like apart from its years and amounts. */
interface LayoutPrint {
  readonly print: string;
  readonly firstYear?: number;
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/**
 * The headers of a sheet with the years taken out, and the first year that headers, titles or the
 * sheet's name give; without a header the print is empty.
 */
export function layoutPrint(grid: Grid, headerRows?: readonly [number, number]): LayoutPrint {
  const band = headerRows === undefined ? findHeader(grid) : headerAt(grid, ...headerRows);
  const text = (band?.texts ?? []).map(fold).join("|");
  const years = [...text.matchAll(YEAR)].map((match) => Number(match[0]));
  const stated = findBudgetYear(undefined, band?.titles ?? [], grid.name, undefined).year;
  const firstYear = years.length === 0 ? stated : Math.min(...years);
  const print = text.replace(YEAR, "#");
  return firstYear === undefined ? { print } : { print, firstYear };
}

/**
 * What to store after the user's corrections to these sheets: each with the look of its sheet, beside
 * what was remembered of other sheets before.
 */
export function rememberCorrections(
  grids: readonly Grid[],
  corrections: readonly SheetCorrection[],
  remembered: readonly RememberedCorrection[] = [],
): readonly RememberedCorrection[] {
  const kept = remembered.filter(
    ({ correction }) => !corrections.some(({ sheet }) => sheet === correction.sheet),
  );
  const added: RememberedCorrection[] = [];
  const names = grids.map(({ name }) => name);
  for (const correction of corrections) {
    const grid = grids.find(({ name }) => name === correction.sheet);
    if (grid === undefined) continue;
    // An empty correction is worth keeping only where it holds an older one back.
    if (isEmpty(correction) && matching(grid, names, kept) === undefined) continue;
    const named = [...(correction.leaveOut ?? []), ...(correction.takeIn ?? [])];
    const rows = named.map((row): RememberedRow => ({ row, text: rowText(grid, row) }));
    added.push({
      ...layoutPrint(grid, correction.headerRows),
      ...(rows.length === 0 ? {} : { rows }),
      correction,
    });
  }
  return [...kept, ...added];
}

/**
 * What is remembered for one of the sheets: of the sheet itself, or of one with the same headers a
 * year before, its years moved on and its rows found again by their texts. The finding says so;
 * what no longer fits the sheet is not applied, and that is said too.
 */
export function recallCorrection(
  grid: Grid,
  sheetNames: readonly string[],
  answers: ReadingAnswers,
): RecalledCorrection {
  const remembered = answers.remembered ?? [];
  const known = matching(grid, sheetNames, remembered);
  if (known === undefined) {
    const lost = remembered.some(
      ({ correction }) => correction.sheet === grid.name && !isEmpty(correction),
    );
    return { findings: lost ? [finding("warning", "correction-not-applied", CHANGED)] : [] };
  }
  if (isEmpty(known.correction)) return { findings: [] };
  const findings: Finding[] = [];
  const { leaveOut, takeIn, columns, budgetYear, ...same } = known.correction;
  const shift = yearsBetween(known, grid);
  const moved = (year: number | undefined): number | undefined =>
    year === undefined || shift === undefined ? undefined : year + shift;
  const year = answers.budgetYear === undefined ? moved(budgetYear) : undefined;
  if (shift === undefined && namesYears(known.correction))
    findings.push(finding("warning", "correction-years", YEARS_DROPPED));
  const lost: RememberedRow[] = [];
  const rowsOf = (rows: readonly number[] | undefined): readonly number[] | undefined =>
    rows?.flatMap((row) => {
      const text = known.rows?.find((one) => one.row === row)?.text ?? "";
      const found = findRow(grid, { row, text });
      if (found === undefined) lost.push({ row, text });
      return found === undefined ? [] : [found];
    });
  const [leave, take] = [rowsOf(leaveOut), rowsOf(takeIn)];
  if (lost.length > 0) findings.push(finding("warning", "correction-rows", rowsLost(lost)));
  const correction: SheetCorrection = {
    ...same,
    sheet: grid.name,
    ...(year === undefined ? {} : { budgetYear: year }),
    ...(columns === undefined
      ? {}
      : {
          columns: columns.map(({ year: own, ...column }) => {
            const later = moved(own);
            return later === undefined ? column : { ...column, year: later };
          }),
        }),
    ...(leave === undefined ? {} : { leaveOut: leave }),
    ...(take === undefined ? {} : { takeIn: take }),
  };
  const recalled = finding("note", "correction-recalled", recalledText(known, correction, shift));
  return { correction, findings: [recalled, ...findings] };
}

/**
 * The corrections of a reading with the budget year it was told, for the sheets whose years follow from
 * it: so that it is remembered with them.
 */
export function withToldYear(
  corrections: readonly SheetCorrection[],
  grids: readonly Grid[],
  readings: readonly SheetReading[],
  sheetNames: readonly string[],
  answers: ReadingAnswers,
): readonly SheetCorrection[] {
  const { budgetYear } = answers;
  if (budgetYear === undefined) return corrections;
  const told = readings.flatMap(({ name, findings }): SheetCorrection[] => {
    const grid = grids.find((one) => one.name === name);
    if (grid === undefined || !findings.some(({ code }) => code === YEARS_BY_BUDGET_YEAR))
      return [];
    const before =
      correctionOf({ corrections }, name) ?? recallCorrection(grid, sheetNames, answers).correction;
    return before?.budgetYear === undefined ? [{ ...before, sheet: name, budgetYear }] : [];
  });
  return [...corrections.filter(({ sheet }) => !told.some((one) => one.sheet === sheet)), ...told];
}

/** The remembered correction that fits a sheet: its own, else that of a sheet that looks the same. */
function matching(
  grid: Grid,
  sheetNames: readonly string[],
  remembered: readonly RememberedCorrection[],
): RememberedCorrection | undefined {
  const alike = remembered.filter(
    ({ print, correction }) => layoutPrint(grid, correction.headerRows).print === print,
  );
  const own = alike.findLast(({ correction }) => correction.sheet === grid.name);
  if (own !== undefined) return own;
  const namesake = alike.findLast(
    ({ correction }) => withoutYears(correction.sheet) === withoutYears(grid.name),
  );
  if (namesake !== undefined) return namesake;
  // Sheets of one budget often share their headers: what was said of one is not said of the others.
  return alike.findLast((known) => {
    if (known.print === "" || known.correction.notABudget === true) return false;
    const isThere = sheetNames.includes(known.correction.sheet);
    return !isThere || (yearsBetween(known, grid) ?? 0) !== 0;
  });
}

/** How many years later a sheet is; undefined where that is not to be told. */
function yearsBetween(known: RememberedCorrection, grid: Grid): number | undefined {
  const { firstYear } = layoutPrint(grid, known.correction.headerRows);
  if (firstYear !== undefined && known.firstYear !== undefined) return firstYear - known.firstYear;
  const untold = firstYear === undefined && known.firstYear === undefined;
  return untold && known.correction.sheet === grid.name ? 0 : undefined;
}

function withoutYears(name: string): string {
  return fold(name).replace(YEAR, "#");
}

function isEmpty({ sheet: _, ...rest }: SheetCorrection): boolean {
  return Object.keys(rest).length === 0;
}

function namesYears({ budgetYear, columns }: SheetCorrection): boolean {
  return budgetYear !== undefined || columns?.some(({ year }) => year !== undefined) === true;
}

/** The words of a row; its numbers change from year to year. */
function rowText(grid: Grid, row: number): string {
  return (grid.rows[row] ?? [])
    .filter((content) => typeof content === "string" && readNumberText(content) === null)
    .map((content) => fold(cellText(content)))
    .filter((text) => text !== "")
    .join("|");
}

/** The row that says the same: in its old place, else the only one that does. */
function findRow(grid: Grid, { row, text }: RememberedRow): number | undefined {
  if (row < grid.rows.length && rowText(grid, row) === text) return row;
  if (text === "") return undefined;
  let found: number | undefined;
  for (let at = 0; at < grid.rows.length; at += 1) {
    if (rowText(grid, at) !== text) continue;
    if (found !== undefined) return undefined;
    found = at;
  }
  return found;
}

function finding(severity: Finding["severity"], code: string, message: Text): Finding {
  return { severity, code, message };
}

function recalledText(
  { correction: { sheet } }: RememberedCorrection,
  correction: SheetCorrection,
  shift: number | undefined,
): Text {
  const what = correctionInWords(correction);
  if (sheet === correction.sheet && (shift ?? 0) === 0) {
    return {
      de: `Ihre Korrekturen sind angewendet: ${what.de}.`,
      en: `Your corrections are applied: ${what.en}.`,
    };
  }
  const later =
    shift === undefined || shift === 0
      ? { de: "", en: "" }
      : { de: `, Jahre um ${shift} verschoben`, en: `, years moved by ${shift}` };
  return {
    de: `Ihre Korrekturen zu „${sheet}“ sind wieder angewendet, weil die Kopfzeile gleich ist${later.de}: ${what.de}. Bitte prüfen, ob sie noch passen.`,
    en: `Your corrections to “${sheet}” are applied again, because the header is the same${later.en}: ${what.en}. Please check whether they still fit.`,
  };
}

function rowsLost(rows: readonly RememberedRow[]): Text {
  const list = rows.map(({ row, text }) => `${row + 1}${text === "" ? "" : ` (${text})`}`);
  return {
    de: `Ihre Korrektur nennt Zeilen, die nicht eindeutig wiederzufinden sind: ${list.join(", ")}. Sie sind wie jede andere Zeile gelesen; bitte neu angeben.`,
    en: `Your correction names rows that cannot be found again for certain: ${list.join(", ")}. They are read like any other row; please name them again.`,
  };
}

const CHANGED: Text = {
  de: "Für dieses Blatt sind Korrekturen gespeichert, aber seine Kopfzeile ist nicht mehr dieselbe. Sie sind nicht angewendet; bitte neu angeben.",
  en: "Corrections are stored for this sheet, but its header is no longer the same. They are not applied; please give them again.",
};
const YEARS_DROPPED: Text = {
  de: "Die Jahre Ihrer Korrekturen sind nicht übernommen, weil das Blatt nicht sagt, wie viele Jahre später es gilt. Bitte neu angeben.",
  en: "The years of your corrections are not taken over, because the sheet does not say how many years later it is. Please give them again.",
};
