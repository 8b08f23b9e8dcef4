import { BUDGET, edited, partOf, writtenInto } from "./edited-workbook";
import type { Edits } from "./edited-workbook";
import { scenarioPlan } from "./scenario-plan";

/** Parts of the inputs and of the first scenario in a written workbook. */
export const INPUT_PART = "xl/worksheets/sheet2.xml";
export const SCENARIO_PART = "xl/worksheets/sheet3.xml";

/** Puts cells into a row of a sheet, behind those that stand there, or a row behind all others. */
export function withCells(row: number, cells: string, attributes = ""): (text: string) => string {
  return (text) => {
    const opening = new RegExp(`<row r="${row}"[^>]*>`).exec(text)?.[0];
    return opening === undefined
      ? text.replace("</sheetData>", `<row r="${row}"${attributes}>${cells}</row></sheetData>`)
      : text.replace(new RegExp(`(${opening}.*?)(</row>)`), `$1${cells}$2`);
  };
}

/** Puts elements behind the cells of a sheet. */
export function behindData(xml: string): (text: string) => string {
  return (text) => text.replace("</sheetData>", `</sheetData>${xml}`);
}

/** One edit after the other. */
export function both(...edits: readonly ((text: string) => string)[]): (text: string) => string {
  return (text) => edits.reduce((changed, edit) => edit(changed), text);
}

/** The small budget written into, edited by a user and written again. */
export async function again(
  edits: Edits,
  plan = scenarioPlan({ amount: 2000 }),
): Promise<{ bytes: Uint8Array; part: (name: string) => string }> {
  const written = await writtenInto(BUDGET, scenarioPlan());
  const bytes = await writtenInto(edited(written, edits), plan);
  return { bytes, part: (name) => partOf(bytes, name) };
}

/** The source of a row of a sheet. */
export function row(sheet: string, number: number): string {
  return (
    new RegExp(`<row r="${number}"[^>]*>.*?</row>|<row r="${number}"[^>]*/>`).exec(sheet)?.[0] ?? ""
  );
}
