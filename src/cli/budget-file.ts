import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseCorrections } from "../budget/correction-document";
import { readBudgetSteps, type ReadingOptions } from "../budget/read";
import { rememberCorrections, withToldYear } from "../budget/remembered";
import type { Grid } from "../budget/grid";
import type {
  ReadingAnswers,
  RememberedCorrection,
  SheetCorrection,
  SheetReading,
} from "../budget/line";
import { type Finding, RefusedError } from "../finding";
import { readStoredPart } from "../sheets/stored-part";
import { isTextFile, openText, openUnread } from "../run/open-file";
import { openPackage, type PackageWorkbook } from "../workbook/package";
import { errorCode } from "./error-code";
import type { Console } from "./messages";

/** A budget file as a workbook that can be written to, with what was read from it. */
export interface BudgetFile {
  readonly workbook: PackageWorkbook;
  readonly grids: readonly Grid[];
  readonly readings: readonly SheetReading[];
  /** The corrections to store with the workbook: those of earlier runs and those given now. */
  readonly corrections: readonly RememberedCorrection[];
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

/** The text of a file of ours, in UTF-8. @throws RefusedError when it is not there or cannot be read */
export async function readText(file: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(file));
}

/** The corrections of a file. @throws RefusedError with the path of every wrong field */
export async function readCorrections(
  file: string | undefined,
): Promise<readonly SheetCorrection[] | undefined> {
  return file === undefined ? undefined : parseCorrections(await readText(file), file);
}

/** Opens a workbook or text file without reading its sheets. */
export async function openWorkbook(file: string): Promise<PackageWorkbook> {
  return openUnread(await readBytes(file), path.basename(file));
}

/**
 * Opens a budget file and reads its sheets with the corrections it holds; our own sheets are passed
 * over. A text file becomes a workbook of one sheet, amounts numeric and codes text.
 */
export async function openBudget(
  file: string,
  answers: ReadingAnswers,
  console: Console,
): Promise<BudgetFile> {
  const bytes = await readBytes(file);
  const fileName = path.basename(file);
  const { corrections = [] } = answers;
  if (isTextFile(file)) {
    const opened = openText(bytes, fileName, (grid) => {
      refuseForeignCorrections(corrections, [grid.name]);
      return read([grid], answers, { fileName }, console);
    });
    return {
      workbook: opened.workbook,
      grids: [opened.typed],
      readings: opened.readings,
      corrections: rememberCorrections(
        [opened.text],
        withToldYear(corrections, [opened.text], opened.readings, [opened.text.name], answers),
      ),
    };
  }
  const workbook = openPackage(bytes);
  const sheets = await workbook.sheets();
  const names = sheets.filter(({ ours }) => !ours).map(({ name }) => name);
  refuseUnknownSheets(answers.sheets ?? [], names);
  refuseForeignCorrections(corrections, answers.sheets ?? names);
  const grids = await readGrids(workbook, answers.sheets ?? names, fileName, console);
  const stored = readStoredPart(await workbook.storedPart());
  const remembered = stored === undefined ? [] : stored.corrections;
  const recalling = { ...answers, remembered: remembered ?? [] };
  const readings = read(grids, recalling, { fileName, sheetNames: names }, console);
  return {
    workbook,
    grids,
    readings: remembered === undefined ? withFinding(readings, UNREADABLE) : readings,
    corrections: rememberCorrections(
      grids,
      withToldYear(corrections, grids, readings, names, recalling),
      remembered,
    ),
  };
}

/** Sheets smaller than this are read before anyone could read a message. */
const PROGRESS_BYTES = 20_000_000;

async function readGrids(
  workbook: PackageWorkbook,
  names: readonly string[],
  fileName: string,
  console: Console,
): Promise<readonly Grid[]> {
  let shown = 0;
  return workbook.read(names, {
    progress: (done, total) => {
      const percent = Math.floor((100 * done) / Math.max(1, total));
      if (total > PROGRESS_BYTES && percent >= shown + 10) {
        shown = percent;
        console.message(`${fileName}: ${String(percent)} %`);
      }
    },
  });
}

/** A finding about the whole file stands with its first sheet. */
function withFinding(readings: readonly SheetReading[], finding: Finding): readonly SheetReading[] {
  return readings.map((reading, at) =>
    at === 0 ? { ...reading, findings: [finding, ...reading.findings] } : reading,
  );
}

const UNREADABLE: Finding = {
  severity: "warning",
  code: "corrections-unreadable",
  message: {
    de: "Die Korrekturen, die in der Arbeitsmappe gespeichert sind, lassen sich nicht lesen und sind nicht angewendet. Bitte neu angeben.",
    en: "The corrections stored in the workbook cannot be read and are not applied. Please give them again.",
  },
};

function read(
  grids: readonly Grid[],
  answers: ReadingAnswers,
  options: ReadingOptions,
  console: Console,
): readonly SheetReading[] {
  const steps = readBudgetSteps(grids, answers, options);
  let told = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const { sheet, done, sheets } = step.value;
    if (sheets > 3 && Number.isInteger(done) && done > 0 && done > told) {
      told = done;
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

function refuseForeignCorrections(
  corrections: readonly SheetCorrection[],
  names: readonly string[],
): void {
  const unknown = corrections.map(({ sheet }) => sheet).filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new RefusedError({
    de: `Die Korrekturdatei nennt Blätter, die nicht gelesen werden: „${unknown.join("“, „")}“. Gelesen werden: ${names.join(", ")}.`,
    en: `The corrections file names sheets that are not read: “${unknown.join("”, “")}”. Read are: ${names.join(", ")}.`,
  });
}
