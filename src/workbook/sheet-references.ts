/** A piece of a formula that names a sheet, or several from one to another: `'A:B'!`. */
const SHEET = /'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+(?::[\p{L}\p{N}_.]+)?)!/gu;

/** Whether a formula refers to a sheet of one of these names, given in small letters. */
export function refersTo(formula: string, names: ReadonlySet<string>): boolean {
  for (const [, quoted, bare] of formula.matchAll(SHEET)) {
    const sheets = (quoted?.replaceAll("''", "'") ?? bare ?? "").toLowerCase();
    if (names.has(sheets) || sheets.split(":").some((sheet) => names.has(sheet))) return true;
  }
  return false;
}
