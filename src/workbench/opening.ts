import packageFile from "../../package.json";
import { readBudget } from "../budget/read";
import type { Language } from "../language";
import { dayByClock } from "../run/clock";
import { isTextFile, openText, openUnread } from "../run/open-file";
import { PaneSession } from "../taskpane/session/session";
import { saveFile } from "../taskpane/save-file";
import { Work } from "./work";

export interface OpeningOptions {
  readonly language: Language;
  /** Opens the sample budget in place of this workbook. */
  readonly openSample: () => Promise<void>;
}

/**
 * Opens a file's bytes with a session of their own. The bytes stay in this page.
 * @throws RefusedError for files that are damaged, encrypted or in another format
 */
export function openWork(fileName: string, bytes: Uint8Array, options: OpeningOptions): Work {
  const workbook = isTextFile(fileName)
    ? openText(bytes, fileName, (grid) => readBudget([grid], {}, { fileName })).workbook
    : openUnread(bytes, fileName);
  const session = new PaneSession({
    workbook,
    language: options.language,
    today: dayByClock,
    version: packageFile.version,
    fileName,
    loadEngine: () => import("../taskpane/engine"),
    insertSample: options.openSample,
    save: saveFile,
  });
  return new Work(session, workbook, fileName);
}
