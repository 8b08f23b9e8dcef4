import packageFile from "../../package.json";
import { typedCsvGrid } from "../budget/csv";
import type { Grid } from "../budget/grid";
import type { ReadingAnswers } from "../budget/line";
import { readBudget } from "../budget/read";
import type { Language } from "../language";
import { dayByClock } from "../run/clock";
import { isTextFile, openText, openUnread } from "../run/open-file";
import type { PackageWorkbook } from "../workbook/package";
import { PaneSession } from "../taskpane/session/session";
import { saveFile } from "../taskpane/save-file";
import { Work } from "./work";

export interface OpeningOptions {
  readonly language: Language;
  /** Opens the sample budget in place of this workbook. */
  readonly openSample: () => Promise<void>;
  /** Lets the user choose a file in place of this workbook. */
  readonly chooseFile: () => void;
}

/**
 * Opens a file's bytes with a session of their own. The bytes stay in this page.
 * @throws RefusedError for files that are damaged, encrypted or in another format
 */
export function openWork(fileName: string, bytes: Uint8Array, options: OpeningOptions): Work {
  const opened = isTextFile(fileName)
    ? openTextFile(fileName, bytes)
    : { workbook: openUnread(bytes, fileName) };
  const session = new PaneSession({
    ...opened,
    language: options.language,
    today: dayByClock,
    version: packageFile.version,
    fileName,
    loadEngine: () => import(/* webpackChunkName: "engine" */ "../taskpane/engine"),
    insertSample: options.openSample,
    openFile: options.chooseFile,
    save: saveFile,
  });
  return new Work(session, opened.workbook, fileName);
}

interface OpenedTextFile {
  readonly workbook: PackageWorkbook;
  readonly takeAnswers: (answers: ReadingAnswers) => Promise<void>;
}

/**
 * A text file whose amounts are numbers as far as they are understood, at once or by what the user says
 * of it later; what is said is always said of the text as it stands in the file.
 */
function openTextFile(fileName: string, bytes: Uint8Array): OpenedTextFile {
  const read = (grid: Grid, answers: ReadingAnswers) => readBudget([grid], answers, { fileName });
  const { workbook, text, typed } = openText(bytes, fileName, (grid) => read(grid, {}));
  let last = { said: said({}), typed };
  return {
    workbook,
    takeAnswers: async (answers) => {
      if (said(answers) !== last.said) {
        last = { said: said(answers), typed: typedCsvGrid(text, read(text, answers)) };
      }
      const [shown] = await workbook.read([text.name]);
      if (shown !== undefined && !sameCells(shown, last.typed)) workbook.replaceGrid(last.typed);
    },
  };
}

/** What the user said, to tell whether it is something else than before. */
function said({ budgetYear, corrections = [], remembered = [] }: ReadingAnswers): string {
  return JSON.stringify([budgetYear, corrections, remembered]);
}

function sameCells(one: Grid, other: Grid): boolean {
  return other.rows.every((cells, row) =>
    cells.every((content, column) => content === (one.rows[row]?.[column] ?? null)),
  );
}
