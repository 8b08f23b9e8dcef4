import { openPackage } from "../../src/workbook/package";
import { Archive } from "../../src/workbook/package/archive";
import { readDirectory } from "../../src/workbook/package/archive-directory";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { madeWorkbook } from "./made-workbook";

/** A made-up budget with a formula, a name of its own and a style. */
export const BUDGET = madeWorkbook({
  sheet:
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row></sheetData>',
  styles:
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
  before: '<bookViews><workbookView activeTab="0"/></bookViews>',
  behind:
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Tabelle1!$A$1:$B$9</definedName><definedName name="Satz">Tabelle1!$A$1</definedName></definedNames><calcPr calcId="191029"/>',
});

/** The file with a plan written into it. */
export async function writtenInto(bytes: Uint8Array, plan: WorkbookPlan): Promise<Uint8Array> {
  const workbook = openPackage(bytes);
  await workbook.apply(plan);
  return workbook.save();
}

/** Changes of parts as texts; a part that is not there yet begins empty. */
export type Edits = Readonly<Record<string, (text: string) => string>>;

/** The file with some parts changed, as a user of Excel would have changed them. */
export function edited(bytes: Uint8Array, edits: Edits): Uint8Array {
  const archive = Archive.open(bytes);
  const changes = Object.entries(edits).map(([part, edit]): [string, Uint8Array] => {
    const before = archive.has(part) ? new TextDecoder().decode(archive.read(part)) : "";
    const after = edit(before);
    if (after === before) throw new Error(`nothing changes in ${part}`);
    return [part, new TextEncoder().encode(after)];
  });
  return archive.with(new Map(changes)).save();
}

/** Text of a part; empty where there is none. */
export function partOf(bytes: Uint8Array, part: string): string {
  const archive = Archive.open(bytes);
  return archive.has(part) ? new TextDecoder().decode(archive.read(part)) : "";
}

export function partNames(bytes: Uint8Array): readonly string[] {
  return Archive.open(bytes).names();
}

/** Names of the parts whose stored bytes, compressed as they are, differ or are missing. */
export function differingParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const entries = new Map(readDirectory(after).entries.map((entry) => [entry.name, entry.raw]));
  return readDirectory(before)
    .entries.filter(({ name, raw }) => {
      const other = entries.get(name);
      return other === undefined || Buffer.compare(raw, other) !== 0;
    })
    .map(({ name }) => name);
}

/** The part of a sheet by its name. */
export function sheetPart(bytes: Uint8Array, name: string): string {
  const workbook = partOf(bytes, "xl/workbook.xml");
  const escaped = name.replaceAll("&", "&amp;");
  const id = new RegExp(`<sheet [^>]*name="${escaped}"[^>]*r:id="([^"]+)"`).exec(workbook)?.[1];
  const relationships = partOf(bytes, "xl/_rels/workbook.xml.rels");
  const target = new RegExp(`Id="${id ?? ""}"[^>]*Target="/?([^"]+)"`).exec(relationships)?.[1];
  if (target === undefined) throw new Error(`no sheet ${name}`);
  return target.startsWith("xl/") ? target : `xl/${target}`;
}

export async function sheetNames(bytes: Uint8Array): Promise<readonly string[]> {
  return (await openPackage(bytes).sheets()).map(({ name }) => name);
}

/** Defined names as `name@position of its sheet = reference`. */
export function definedNames(bytes: Uint8Array): readonly string[] {
  const names = partOf(bytes, "xl/workbook.xml").matchAll(
    /<definedName ([^>]*)>([^<]*)<\/definedName>/g,
  );
  return [...names].map(([, attributes = "", reference = ""]) => {
    const local = /localSheetId="(\d+)"/.exec(attributes)?.[1];
    const name = /name="([^"]*)"/.exec(attributes)?.[1] ?? "";
    return `${name}${local === undefined ? "" : `@${local}`} = ${reference}`;
  });
}
