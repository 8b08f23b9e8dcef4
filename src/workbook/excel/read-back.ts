import { sheetCell } from "../../address";
import type { CellContent, Grid } from "../../budget/grid";
import { fill } from "../../language";
import type { Text } from "../../language";
import { DAYS_TO_1904, serialOfDate } from "../dates";
import type { PlanCell, PlanValue, StyleName, WorkbookPlan } from "../plan";
import { DATE_STYLES } from "../styles";
import { readSheets } from "./reading";
import { asExcelShows } from "./references";
import { lookAround } from "./surroundings";
import type { Surroundings } from "./surroundings";

/** A cell in which the workbook shows something else than the plan says. */
export interface ReadBackDifference {
  /** `'KR Vergleich'!H12` */
  readonly cell: string;
  readonly what: "formula" | "value";
  readonly expected: PlanValue;
  readonly found: PlanValue;
}

/** What a comparison of the workbook with its plan gave; plain data, to be kept as JSON. */
export interface ReadBack {
  readonly agrees: boolean;
  readonly cells: number;
  readonly formulas: number;
  /** Sheets of the plan that the workbook does not have. */
  readonly missingSheets: readonly string[];
  readonly differences: readonly ReadBackDifference[];
  /** What the user should know: the result in words first, then settings that explain differences. */
  readonly words: readonly Text[];
}

/**
 * A comparison as a file to keep or pass on: the result in words, what differs, and with which plan.
 * @param about what the file is about: version of the product, day and Excel it was made with
 */
export function readBackJson(
  report: ReadBack,
  about: Readonly<Record<string, string>> = {},
): string {
  const { words, ...rest } = report;
  const said = { de: words.map(({ de }) => de), en: words.map(({ en }) => en) };
  return `${JSON.stringify({ format: 1, ...about, words: said, ...rest }, null, 2)}\n`;
}

/** Amounts may differ by half a cent: Excel adds in another order. */
const CENTS = 0.005;
/** Everything else by the last binary digits. */
const DIGITS = 1e-9;

const AMOUNTS: ReadonlySet<StyleName> = new Set([
  "inputAmount",
  "linkedAmount",
  "textAmount",
  "amount",
  "amountTotal",
  "amountSigned",
  "result",
]);

/** Reads the sheets of a plan and compares each cell: formula by formula, result by result. */
export async function readBack(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
): Promise<ReadBack> {
  const surroundings = await lookAround(context);
  const there = new Set(surroundings.sheets.map(({ name }) => name));
  const sheets = plan.sheets.filter(({ name }) => there.has(name));
  const grids = await readSheets(
    context,
    sheets.map(({ name }) => name),
    {},
  );
  const cells = sheets.flatMap((sheet, index) => {
    const grid = grids[index];
    return grid === undefined ? [] : sheet.cells.map((cell) => ({ sheet: sheet.name, grid, cell }));
  });
  const differences = cells.flatMap(({ sheet, grid, cell }) =>
    compare(sheet, grid, cell, surroundings.date1904),
  );
  const missingSheets = plan.sheets.map(({ name }) => name).filter((name) => !there.has(name));
  const formulas = cells.filter(({ cell }) => cell.formula !== undefined).length;
  const agrees = differences.length === 0 && missingSheets.length === 0;
  const counted = { agrees, cells: cells.length, formulas, missingSheets, differences };
  return { ...counted, words: wordsFor(counted, surroundings) };
}

function compare(
  sheet: string,
  grid: Grid,
  cell: PlanCell,
  date1904: boolean,
): readonly ReadBackDifference[] {
  const place = sheetCell(sheet, cell.row, cell.column);
  const formula = grid.formulaAt(cell.row, cell.column);
  const expected = cell.formula === undefined ? undefined : asExcelShows(cell.formula);
  if (formula !== expected) {
    return [{ cell: place, what: "formula", expected: expected ?? null, found: formula ?? null }];
  }
  const shown = grid.rows[cell.row]?.[cell.column] ?? null;
  const shift = date1904 && DATE_STYLES.has(cell.style) ? DAYS_TO_1904 : 0;
  if (agree(cell, shown, shift)) return [];
  return [{ cell: place, what: "value", expected: cell.value, found: plainValue(shown) }];
}

function agree({ value, style }: PlanCell, shown: CellContent, shift: number): boolean {
  if (typeof value !== "number") return (value ?? "") === (plainValue(shown) ?? "");
  const found = numberIn(shown);
  if (found === undefined) return false;
  const tolerance = AMOUNTS.has(style) ? CENTS : DIGITS * Math.max(1, Math.abs(value));
  const serial = typeof shown === "object" ? found : found + shift;
  return Math.abs(serial - value) <= tolerance;
}

/** The number in a cell; a date as its number in the usual date system. */
function numberIn(content: CellContent): number | undefined {
  if (typeof content === "number") return content;
  if (typeof content !== "object" || content === null || content.kind !== "date") return undefined;
  return serialOfDate(content.iso);
}

function plainValue(content: CellContent): PlanValue {
  if (typeof content !== "object" || content === null) return content;
  return content.kind === "date" ? content.iso : content.text;
}

function wordsFor(
  { agrees, cells, formulas, missingSheets, differences }: Omit<ReadBack, "words">,
  { manualCalculation, precisionAsDisplayed }: Surroundings,
): readonly Text[] {
  const words: Text[] = [];
  if (agrees) {
    words.push(
      fill(
        {
          de: "Geprüft: {0} Zellen, davon {1} Formeln. Die Arbeitsmappe zeigt überall, was gerechnet wurde.",
          en: "Checked: {0} cells, {1} of them formulas. The workbook shows what was computed everywhere.",
        },
        cells,
        formulas,
      ),
    );
  }
  if (missingSheets.length > 0) {
    words.push(
      fill(
        {
          de: "Es fehlen geschriebene Blätter: {0}. Bitte noch einmal schreiben.",
          en: "Written sheets are missing: {0}. Please write again.",
        },
        missingSheets.join(", "),
      ),
    );
  }
  const [first] = differences;
  if (first !== undefined) {
    words.push(
      fill(
        differences.length === 1
          ? {
              de: "1 von {1} Zellen zeigt etwas anderes, als gerechnet wurde: {2}. Wurde seit dem Schreiben nichts geändert, bitte nicht mit diesen Blättern arbeiten und das Prüfergebnis als Datei weitergeben.",
              en: "1 of {1} cells shows something else than was computed: {2}. If nothing was changed since writing, please do not work with these sheets and pass on the result of this check as a file.",
            }
          : {
              de: "{0} von {1} Zellen zeigen etwas anderes, als gerechnet wurde, zuerst {2}. Wurde seit dem Schreiben nichts geändert, bitte nicht mit diesen Blättern arbeiten und das Prüfergebnis als Datei weitergeben.",
              en: "{0} of {1} cells show something else than was computed, first {2}. If nothing was changed since writing, please do not work with these sheets and pass on the result of this check as a file.",
            },
        differences.length,
        cells,
        first.cell,
      ),
    );
  }
  if (manualCalculation) {
    words.push({
      de: "Die Arbeitsmappe rechnet nur auf Anforderung. Bitte F9 drücken oder unter Formeln > Berechnungsoptionen „Automatisch“ wählen, damit die Ergebnisse stimmen.",
      en: "The workbook calculates on request only. Please press F9 or choose “Automatic” under Formulas > Calculation Options, so that the results are right.",
    });
  }
  if (precisionAsDisplayed) {
    words.push({
      de: "Die Arbeitsmappe rechnet mit den gerundeten Zahlen, die sie zeigt. Ergebnisse können dadurch abweichen. Bitte unter Datei > Optionen > Erweitert „Genauigkeit wie angezeigt festlegen“ ausschalten.",
      en: "The workbook calculates with the rounded figures it shows, so results may differ. Please switch off “Set precision as displayed” under File > Options > Advanced.",
    });
  }
  return words;
}
