import { packFiles } from "./zip-maker";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What a made-up workbook holds; everything else is as small as it can be. */
export interface MadeWorkbook {
  /** What stands inside `worksheet`. */
  readonly sheet?: string;
  /** What stands inside `sst`. */
  readonly texts?: string;
  /** What stands inside `styleSheet`; none: no such part. */
  readonly styles?: string;
  /** Elements before and behind `sheets`. */
  readonly before?: string;
  readonly behind?: string;
  readonly state?: string;
  /** Prefix of all elements with its colon, and targets from the root, as .NET writes them. */
  readonly prefix?: string;
  /** Parts to add or replace, `undefined` to leave out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

/** Parts of a workbook with one sheet `Tabelle1`. */
export function madeParts(made: MadeWorkbook = {}): Record<string, string | Uint8Array> {
  const prefix = made.prefix ?? "";
  const namespace = prefix === "" ? `xmlns="${MAIN}"` : `xmlns:${prefix.slice(0, -1)}="${MAIN}"`;
  const root = prefix === "" ? "" : "/xl/";
  const element = (name: string, content: string, attributes = ""): string =>
    `<${prefix}${name} ${namespace}${attributes}>${content}</${prefix}${name}>`;
  const relationship = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const override = (part: string, kind: string): string =>
    `<Override PartName="/${part}" ContentType="${TYPE}.${kind}+xml"/>`;
  const sheets = `<${prefix}sheets><${prefix}sheet name="Tabelle1" sheetId="3"${made.state === undefined ? "" : ` state="${made.state}"`} r:id="rId1"/></${prefix}sheets>`;
  const parts: Record<string, string | Uint8Array | undefined> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", "sheet.main")}${override("xl/worksheets/sheet1.xml", "worksheet")}${made.texts === undefined ? "" : override("xl/sharedStrings.xml", "sharedStrings")}${made.styles === undefined ? "" : override("xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relationship(1, "officeDocument", prefix === "" ? "xl/workbook.xml" : "/xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": element(
      "workbook",
      `${made.before ?? ""}${sheets}${made.behind ?? ""}`,
      ` xmlns:r="${OFFICE}"`,
    ),
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relationship(1, "worksheet", `${root}worksheets/sheet1.xml`)}${made.texts === undefined ? "" : relationship(2, "sharedStrings", `${root}sharedStrings.xml`)}${made.styles === undefined ? "" : relationship(3, "styles", `${root}styles.xml`)}</Relationships>`,
    "xl/worksheets/sheet1.xml": element(
      "worksheet",
      made.sheet ?? `<${prefix}sheetData/>`,
      ` xmlns:r="${OFFICE}"`,
    ),
    "xl/sharedStrings.xml": made.texts === undefined ? undefined : element("sst", made.texts),
    "xl/styles.xml": made.styles === undefined ? undefined : element("styleSheet", made.styles),
    ...made.parts,
  };
  const present: Record<string, string | Uint8Array> = {};
  for (const [name, content] of Object.entries(parts))
    if (content !== undefined) present[name] = content;
  return present;
}

/** The same as a file. */
export function madeWorkbook(made: MadeWorkbook = {}): Uint8Array {
  return packFiles(madeParts(made));
}
