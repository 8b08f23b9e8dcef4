import { cellAddress, quoteSheet } from "../address";
import type { CellContent, Grid } from "../budget/grid";
import type { Finding } from "../finding";
import { CONSTANT_COLUMN, FIRST_YEAR_COLUMN } from "../model/expression";
import type { TypedInput } from "../model/typed-inputs";
import { WORD_COLUMN } from "./checks";

/** A check as it stands in a workbook. */
export interface FoundCheck {
  readonly id: string;
  readonly label: string;
  readonly ok: boolean;
}

/** An input that differs from what was last written. */
export interface ChangedInput {
  /** Key of the sheet and id of the row. */
  readonly sheet: string;
  readonly row: string;
  /** The year of the column, or the column itself where it is no year. */
  readonly place: TypedInput["place"];
  readonly cell: string;
  readonly label: string;
  readonly written: CellContent;
  readonly now: CellContent;
}

/** What a workbook that came back says of itself. */
export interface ReturnedWorkbook {
  readonly checks: readonly FoundCheck[];
  readonly changed: readonly ChangedInput[];
  readonly findings: readonly Finding[];
}

/** Our sheets as they stand in a workbook, by their keys. */
export type OwnGrids = ReadonlyMap<string, Grid>;

/** Some programs save formulas without results; then nothing can be said of the checks. */
const NOT_CALCULATED: Finding = {
  severity: "warning",
  code: "not-calculated",
  message: {
    de: "Die Arbeitsmappe enthält keine Ergebnisse der Prüfungen: Das Blatt KR Prüfung fehlt, oder die Mappe wurde ohne Berechnung gespeichert. Bitte in Excel öffnen und speichern.",
    en: "The workbook holds no results of the checks: the sheet KR Prüfung is missing, or the workbook was saved without calculation. Please open and save it in Excel.",
  },
};

const LABEL_COLUMN = 1;
const WRITTEN = "written.";

/**
 * Looks through a workbook that was written before: results of the checks, inputs that were changed,
 * cells with errors. Inputs are compared cell by cell, so that this also finds what was changed by a
 * program that does not calculate.
 */
export function reviewReturned(own: OwnGrids): ReturnedWorkbook {
  const sheet = own.get("checks");
  const checks = sheet === undefined ? [] : foundChecks(sheet);
  return {
    checks,
    changed: sheet === undefined ? [] : changedInputs(sheet, own),
    findings: [
      ...(checks.length === 0 ? [NOT_CALCULATED] : []),
      ...[...own.values()].flatMap(errorCells),
    ],
  };
}

function foundChecks(grid: Grid): readonly FoundCheck[] {
  return grid.rows.flatMap((row): FoundCheck[] => {
    const [id, label] = [row[0], row[LABEL_COLUMN]];
    if (typeof id !== "string" || typeof row[WORD_COLUMN] !== "string") return [];
    const result = row[CONSTANT_COLUMN];
    if (typeof result !== "number" || id.startsWith(WRITTEN)) return [];
    return [{ id, label: shown(label ?? null), ok: result === 1 }];
  });
}

/** Rows `written.<sheet>.<row id>` on the sheet of checks hold the inputs as last written. */
function changedInputs(checks: Grid, own: OwnGrids): readonly ChangedInput[] {
  return checks.rows.flatMap((row): readonly ChangedInput[] => {
    const id = row[0];
    if (typeof id !== "string" || !id.startsWith(WRITTEN)) return [];
    const [key = "", ...rest] = id.slice(WRITTEN.length).split(".");
    const grid = own.get(key);
    const now = grid?.rows.findIndex((candidate) => candidate[0] === rest.join(".")) ?? -1;
    if (grid === undefined || now < 0) return [];
    return differences({ key, grid }, now, row);
  });
}

/** Column C: the first day of a legal value, the group of a budget line. */
const CHOICE_COLUMN = 2;

/** The row of the years, counted from 0. */
const AXIS_ROW = 3;

function differences(
  { key, grid }: { readonly key: string; readonly grid: Grid },
  index: number,
  written: readonly CellContent[],
): readonly ChangedInput[] {
  const row = grid.rows[index] ?? [];
  const length = Math.max(row.length, written.length);
  const years = Array.from(
    { length: Math.max(0, length - FIRST_YEAR_COLUMN) },
    (_, year) => FIRST_YEAR_COLUMN + year,
  );
  // Of a budget line only its group is for typing: the rest is linked or taken from the budget.
  const isLine = /^line-\d+$/.test(shown(row[0] ?? null));
  const columns = isLine ? [CHOICE_COLUMN] : [CHOICE_COLUMN, CONSTANT_COLUMN, ...years];
  return columns.flatMap((column): ChangedInput[] => {
    const [before, now] = [written[column] ?? null, row[column] ?? null];
    if (sameContent(before, now)) return [];
    const year = grid.rows[AXIS_ROW]?.[column];
    return [
      {
        sheet: key,
        row: shown(row[0] ?? null),
        place: typeof year === "number" ? { year } : { column },
        cell: `${quoteSheet(grid.name)}!${cellAddress(index, column)}`,
        label: shown(row[LABEL_COLUMN] ?? null),
        written: before,
        now,
      },
    ];
  });
}

function sameContent(a: CellContent, b: CellContent): boolean {
  if (typeof a === "object" || typeof b === "object") return shown(a) === shown(b);
  return a === b;
}

function errorCells(grid: Grid): readonly Finding[] {
  return grid.rows.flatMap((row, rowIndex) =>
    row.flatMap((content, column): Finding[] => {
      if (content === null || typeof content !== "object" || content.kind !== "error") return [];
      return [
        {
          severity: "error",
          code: "error-value",
          cell: `${quoteSheet(grid.name)}!${cellAddress(rowIndex, column)}`,
          message: {
            de: `Die Zelle zeigt den Fehler ${content.text}. Bitte die Eingaben dieser Zeile prüfen oder die Blätter neu schreiben.`,
            en: `The cell shows the error ${content.text}. Please check the inputs of this row or write the sheets again.`,
          },
        },
      ];
    }),
  );
}

/** A cell's content as people read it. */
export function shown(content: CellContent): string {
  if (content === null) return "";
  if (typeof content !== "object") return String(content);
  return content.kind === "date" ? content.iso : content.text;
}
