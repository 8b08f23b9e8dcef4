import { stat } from "node:fs/promises";
import path from "node:path";
import { RefusedError } from "../finding";

/**
 * Refuses an output file that is the input under whatever name, or whose ending says another format
 * than what is written: Excel opens neither macros in `.xlsx` nor a workbook in `.xls` or `.csv`.
 */
export async function refuseOutput(file: string, out: string): Promise<void> {
  if (await isSameFile(file, out)) {
    throw new RefusedError({
      de: "Ein- und Ausgabedatei sind dieselbe. Bitte mit -o einen anderen Namen angeben, damit der Haushalt unverändert bleibt.",
      en: "Input and output are the same file. Please give another name with -o, so that the budget stays as it is.",
    });
  }
  const needed = ending(file) === ".xlsm" ? ".xlsm" : ".xlsx";
  if (ending(out) === needed) return;
  throw new RefusedError({
    de: `Die Ausgabedatei „${out}“ muss auf ${needed} enden, sonst öffnet Excel sie nicht. Bitte den Namen hinter -o ändern.`,
    en: `The output file “${out}” must end with ${needed}, or Excel will not open it. Please change the name behind -o.`,
  });
}

function ending(file: string): string {
  return path.extname(file).toLowerCase();
}

/** Names may differ in case, by links or by folders and still mean one file. */
async function isSameFile(file: string, out: string): Promise<boolean> {
  if (path.resolve(file) === path.resolve(out)) return true;
  const [first, second] = await Promise.all([file, out].map(identity));
  return first !== undefined && first === second;
}

/** What a file is on its disk; undefined where there is none. */
async function identity(file: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(file, { bigint: true });
    return `${String(dev)}/${String(ino)}`;
  } catch {
    return undefined;
  }
}
