import { readFile } from "node:fs/promises";
import path from "node:path";
import { readCsv, typedCsvGrid } from "../budget/csv";
import { readBudgetSteps } from "../budget/read";
import type { Grid } from "../budget/grid";
import type { ReadingAnswers, SheetReading } from "../budget/line";
import { RefusedError } from "../finding";
import { createWorkbook, openPackage, type PackageWorkbook } from "../workbook/package";
import { errorCode } from "./error-code";
import type { Console } from "./messages";

/** A budget file as a workbook that can be written to, with what was read from it. */
export interface BudgetFile {
  readonly workbook: PackageWorkbook;
  readonly grids: readonly Grid[];
  readonly readings: readonly SheetReading[];
}

/** The bytes of a file. @throws RefusedError when it is not there or cannot be read */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = errorCode(error);
    const missing = code === "ENOENT";
    throw new RefusedError(
      missing
        ? {
            de: `Die Datei „${file}“ gibt es nicht. Bitte Namen und Ordner prüfen.`,
            en: `There is no file “${file}”. Please check name and folder.`,
          }
        : {
            de: `„${file}“ lässt sich nicht als Datei lesen (${code}). Bitte Namen und Rechte prüfen.`,
            en: `“${file}” cannot be read as a file (${code}). Please check name and permissions.`,
          },
    );
  }
}

/** Whether a file is delimited text by its name. */
export function isTextFile(file: string): boolean {
  return [".csv", ".txt", ".tsv"].includes(path.extname(file).toLowerCase());
}

/** Opens a workbook or text file without reading its sheets. */
export async function openWorkbook(file: string): Promise<PackageWorkbook> {
  const bytes = await readBytes(file);
  if (!isTextFile(file)) return openPackage(bytes);
  const { grid } = readCsv(bytes, path.basename(file));
  return createWorkbook([grid]);
}

/**
 * Opens a budget file and reads its sheets; our own sheets are passed over. A text file becomes a
 * workbook of one sheet, amounts numeric and codes text.
 */
export async function openBudget(
  file: string,
  answers: ReadingAnswers,
  console: Console,
): Promise<BudgetFile> {
  const bytes = await readBytes(file);
  const fileName = path.basename(file);
  if (isTextFile(file)) {
    const { grid } = readCsv(bytes, fileName);
    const readings = read([grid], answers, fileName, console);
    const typed = typedCsvGrid(grid, readings);
    return { workbook: createWorkbook([typed]), grids: [typed], readings };
  }
  const workbook = openPackage(bytes);
  const sheets = await workbook.sheets();
  const names = sheets.filter(({ ours }) => !ours).map(({ name }) => name);
  refuseUnknownSheets(answers.sheets ?? [], names);
  const wanted = answers.sheets ?? names;
  let shown = 0;
  const grids = await workbook.read(wanted, {
    progress: (done, total) => {
      const percent = Math.floor((100 * done) / Math.max(1, total));
      if (total > PROGRESS_BYTES && percent >= shown + 10) {
        shown = percent;
        console.message(`${fileName}: ${String(percent)} %`);
      }
    },
  });
  return { workbook, grids, readings: read(grids, answers, fileName, console) };
}

/** Sheets smaller than this are read before anyone could read a message. */
const PROGRESS_BYTES = 20_000_000;

function read(
  grids: readonly Grid[],
  answers: ReadingAnswers,
  fileName: string,
  console: Console,
): readonly SheetReading[] {
  const steps = readBudgetSteps(grids, answers, { fileName });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value.sheets > 3) {
      const { sheet, done, sheets } = step.value;
      console.message(`${sheet}: ${String(done)}/${String(sheets)}`);
    }
  }
}

function refuseUnknownSheets(wanted: readonly string[], names: readonly string[]): void {
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new RefusedError({
    de: `Das Blatt „${unknown.join("“, „")}“ gibt es nicht. Vorhanden: ${names.join(", ")}.`,
    en: `There is no sheet “${unknown.join("”, “")}”. There are: ${names.join(", ")}.`,
  });
}
