import { rename, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { RefusedError } from "../finding";
import { errorCode } from "./error-code";

/**
 * Writes a file whole or not at all: beside its place first, then moved there. An existing file stays
 * untouched when anything fails.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, bytes);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (errorCode(error) === "ENOENT") {
      throw new RefusedError({
        de: `Den Ordner von „${file}“ gibt es nicht. Bitte anlegen oder hinter -o einen anderen angeben.`,
        en: `There is no folder for “${file}”. Please make it, or give another one behind -o.`,
      });
    }
    throw new RefusedError({
      de: `„${file}“ kann nicht geschrieben werden (${errorCode(error)}). Ist die Datei noch in Excel geöffnet oder der Ordner schreibgeschützt? Es wurde nichts geändert.`,
      en: `“${file}” cannot be written (${errorCode(error)}). Is the file still open in Excel, or the folder write-protected? Nothing was changed.`,
    });
  }
}
