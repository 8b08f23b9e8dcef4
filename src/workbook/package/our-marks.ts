import { readArea } from "../area";
import type { Extent } from "../area";
import type { DefinedName, WorkbookDescription } from "./workbook-part";

/** Defined names that mark our sheets begin with this. */
const MARK = "KR_";
const MARK_COMMENT = "Kooperationsrechner";
/** Sheet-scoped name of the cells we have written: Excel moves it when rows or columns come or go. */
export const AREA_NAME = "KR_Bereich";
/** Row ids stand in column A below the header; words and numbers, joined by points or hyphens. */
const ROW_ID = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;
const HEADER_ROWS = 4;
const FEWEST_ROW_IDS = 3;
/** Cell A3 of every sheet of ours. */
const CHECK_LABELS: ReadonlySet<string> = new Set(["Prüfung", "Checks"]);
/** Excel's name for the copy of a sheet, which belongs to the user. */
const COPY = /\(\d+\)$/;

/** What is known of a sheet beside the names that refer to it. */
export interface SheetEvidence {
  readonly name: string;
  readonly isWorksheet: boolean;
  /** Texts of column A by row; asked for only where other marks are lost. */
  readonly firstColumn: () => readonly string[];
}

/** A sheet as our stored part lists it. */
export interface StoredSheet {
  readonly key: string;
  readonly name: string;
}

/** The name that marks the sheet of a key. */
export function markOfKey(key: string): string {
  return `${MARK}${key.replaceAll(/[^A-Za-z0-9_]/g, "_")}`;
}

/**
 * Marks of our sheets by the sheets' names in small letters. A name marks a sheet when it is visible in the
 * whole workbook and refers to its cell A1 alone, and when its comment, the stored part or the row ids of
 * the sheet say that it is ours: LibreOffice drops comments, other programs drop the stored part.
 * Where the name is lost, the stored part and the row ids together find the sheet; where both are lost,
 * its row ids and the way its name begins.
 */
export function markedSheets(
  sheets: readonly SheetEvidence[],
  { names }: WorkbookDescription,
  stored: readonly StoredSheet[],
): ReadonlyMap<string, string> {
  const marked = new Map<string, string>();
  const byName = new Map(
    sheets.filter(({ isWorksheet }) => isWorksheet).map((sheet) => [small(sheet.name), sheet]),
  );
  const storedMarks = new Set(stored.map(({ key }) => small(markOfKey(key))));
  for (const name of names) {
    const sheet = byName.get(small(markedSheet(name) ?? ""));
    if (sheet === undefined || marked.has(small(sheet.name))) continue;
    const isOurs =
      name.comment === MARK_COMMENT || storedMarks.has(small(name.name)) || holdsRowIds(sheet);
    if (isOurs) marked.set(small(sheet.name), name.name);
  }
  for (const { key, name } of stored) {
    const sheet = byName.get(small(name));
    if (sheet === undefined || marked.has(small(name))) continue;
    if (holdsRowIds(sheet)) marked.set(small(name), markOfKey(key));
  }
  if (marked.size > 0) return marked;
  for (const sheet of byName.values()) {
    if (!sheet.name.startsWith("KR ") || COPY.test(sheet.name) || !holdsRowIds(sheet)) continue;
    if (CHECK_LABELS.has(sheet.firstColumn()[2] ?? "")) {
      marked.set(small(sheet.name), markOfKey(sheet.name));
    }
  }
  return marked;
}

/** Sheet to whose cell A1 alone a name of our kind refers. */
function markedSheet({ name, localSheet, reference }: DefinedName): string | undefined {
  if (localSheet !== undefined || !name.startsWith(MARK)) return undefined;
  const [, quoted, bare] =
    /^(?:'((?:[^']|'')+)'|([^'!:,()[\]\s]+))!\$A\$1$/.exec(reference.trim()) ?? [];
  return quoted?.replaceAll("''", "'") ?? bare;
}

/**
 * A name of ours whose sheet is gone: it marks nothing and may not stand beside a new one.
 * `written`: names that the plan writes, in small letters; they tell ours where the comment is lost.
 */
export function isStrayMark(
  { name, localSheet, reference, comment }: DefinedName,
  written: ReadonlySet<string>,
): boolean {
  const isOurs =
    comment === MARK_COMMENT || (comment === undefined && written.has(name.toLowerCase()));
  return localSheet === undefined && reference.includes("#REF!") && isOurs;
}

function holdsRowIds(sheet: SheetEvidence): boolean {
  const texts = sheet
    .firstColumn()
    .slice(HEADER_ROWS)
    .filter((text) => text !== "");
  return texts.length >= FEWEST_ROW_IDS && texts.every((text) => ROW_ID.test(text));
}

function small(name: string): string {
  return name.toLowerCase();
}

/** What is ours on a sheet that stands at a place of the workbook, as its names say. */
export interface WrittenExtent {
  readonly extent: Extent;
  /** Extent when it was written; larger or smaller now when rows or columns came or went. */
  readonly asWritten: Extent;
}

/** Our own name says it; without one (written by another program) the print area does. */
export function writtenExtent(
  { names }: WorkbookDescription,
  place: number,
): WrittenExtent | undefined {
  const find = (wanted: string): DefinedName | undefined =>
    names.find(({ name, localSheet }) => localSheet === place && name === wanted);
  const own = find(AREA_NAME);
  const extent = extentOf(own?.reference) ?? extentOf(find("_xlnm.Print_Area")?.reference);
  if (extent === undefined) return undefined;
  return { extent, asWritten: extentOf(own?.comment) ?? extent };
}

/** `A1:R40` at the end of a comment or reference. */
function extentOf(text: string | undefined): Extent | undefined {
  const area = readArea(/[^!\s]+$/.exec(text ?? "")?.[0] ?? "");
  return area === undefined || area.firstRow > 0 || area.firstColumn > 0 ? undefined : area;
}
