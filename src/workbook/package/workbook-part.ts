import { damagedPart } from "./refusal";
import { RELATIONSHIPS } from "./relationships";
import { appendInside, prefixOf, splice } from "./xml-tree";
import type { Splice, XmlElement, XmlPart } from "./xml-tree";
import { escapeExcel, escapeXml, unescapeExcel } from "./xml-text";

/** An entry of `<sheets>`: a worksheet, a chart sheet or an old macro sheet. */
export interface SheetElement {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  readonly hidden: boolean;
}

/** A defined name; `localSheet` is the position of its sheet, from 0. */
export interface DefinedName {
  readonly name: string;
  readonly localSheet?: number;
  readonly reference: string;
}

/** Settings of a workbook that change what our formulas give; the user should know of them. */
export interface WorkbookSettings {
  /** Dates count from 1904 (old Mac workbooks); our dates are written accordingly. */
  readonly date1904: boolean;
  /** Excel recalculates only on F9. */
  readonly manualCalculation: boolean;
  /** Excel calculates with the rounded figures it shows. */
  readonly precisionAsDisplayed: boolean;
}

/** What `workbook.xml` says, as far as the product needs it. */
export interface WorkbookDescription extends WorkbookSettings {
  readonly sheets: readonly SheetElement[];
  readonly names: readonly DefinedName[];
  /** No sheets may be added: protected structure. */
  readonly structureLocked: boolean;
}

/** @throws RefusedError when a sheet has no name or no reference to its part */
export function readWorkbookPart(content: XmlPart): WorkbookDescription {
  const { root } = content;
  const sheets = (content.child(root, "sheets")?.children ?? [])
    .filter((element) => element.local === "sheet")
    .map((element) => readSheet(content, element));
  const names = (content.child(root, "definedNames")?.children ?? []).map((element) => {
    const local = content.attribute(element, "localSheetId");
    const name = unescapeExcel(content.attribute(element, "name") ?? "");
    return local === undefined
      ? { name, reference: element.text }
      : { name, reference: element.text, localSheet: Number(local) };
  });
  const calcPr = content.child(root, "calcPr");
  const calculation = (attribute: string): string | undefined =>
    calcPr && content.attribute(calcPr, attribute);
  return {
    sheets,
    names,
    date1904: isTrue(content, content.child(root, "workbookPr"), "date1904"),
    manualCalculation: calculation("calcMode") === "manual",
    precisionAsDisplayed: ["0", "false"].includes(calculation("fullPrecision") ?? "1"),
    structureLocked: isTrue(content, content.child(root, "workbookProtection"), "lockStructure"),
  };
}

function readSheet(content: XmlPart, element: XmlElement): SheetElement {
  const name = content.attribute(element, "name");
  const relationshipId = content.prefixedAttribute(element, "id");
  if (name === undefined || relationshipId === undefined) {
    throw damagedPart(content.name, "ist ein Blatt unvollständig", "a sheet is incomplete");
  }
  const state = content.attribute(element, "state") ?? "visible";
  return {
    name: unescapeExcel(name),
    sheetId: Number(content.attribute(element, "sheetId") ?? "0"),
    relationshipId,
    hidden: state !== "visible",
  };
}

function isTrue(content: XmlPart, element: XmlElement | undefined, attribute: string): boolean {
  const value = element && content.attribute(element, attribute);
  return value === "1" || value === "true";
}

/** What is to be added to `workbook.xml`. */
export interface WorkbookAdditions {
  readonly sheets: readonly { readonly name: string; readonly relationshipId: string }[];
  readonly names: readonly (DefinedName & { readonly comment?: string })[];
}

/**
 * `workbook.xml` with sheets and names added and a full calculation asked for on opening.
 * Sheets go to the end, so that the position of every other sheet, to which names and views refer, stays.
 */
export function changeWorkbookPart(content: XmlPart, additions: WorkbookAdditions): Uint8Array {
  const { root } = content;
  const prefix = prefixOf(root);
  const sheets = content.child(root, "sheets");
  if (sheets === undefined) {
    throw damagedPart(content.name, "fehlt die Liste der Blätter", "the list of sheets is missing");
  }
  const changes: Splice[] = [appendInside(sheets, sheetsXml(content, prefix, additions))];
  if (content.child(root, "bookViews") === undefined) {
    // Our sheets have a view, and a view refers to a view of the workbook.
    const views = `<${prefix}bookViews><${prefix}workbookView/></${prefix}bookViews>`;
    changes.push({ start: sheets.start, end: sheets.start, text: views });
  }
  const names = content.child(root, "definedNames");
  const added = additions.names.map((name) => nameXml(prefix, name)).join("");
  // The schema gives names and calculation a fixed place behind the sheets.
  const before = ["externalReferences", "functionGroups", "sheets"]
    .map((local) => content.child(root, local))
    .find((element) => element !== undefined);
  const place = names?.end ?? before?.end ?? sheets.end;
  let inserted = "";
  if (names !== undefined) changes.push(appendInside(names, added));
  else if (added !== "") inserted = `<${prefix}definedNames>${added}</${prefix}definedNames>`;

  const calculation = content.child(root, "calcPr");
  if (calculation === undefined) inserted += `<${prefix}calcPr fullCalcOnLoad="1"/>`;
  else changes.push(fullCalculation(content, calculation));
  if (inserted !== "") changes.push({ start: place, end: place, text: inserted });
  return splice(content.bytes, changes);
}

function sheetsXml(content: XmlPart, prefix: string, additions: WorkbookAdditions): string {
  const relation = relationshipPrefix(content);
  const taken = readWorkbookPart(content).sheets.map((sheet) => sheet.sheetId);
  const highest = taken.reduce((left, right) => Math.max(left, right), 0);
  return additions.sheets
    .map(
      ({ name, relationshipId }, index) =>
        `<${prefix}sheet${relation.declaration} name="${escapeExcel(name)}" sheetId="${highest + index + 1}" ${relation.prefix}:id="${relationshipId}"/>`,
    )
    .join("");
}

/** The prefix that the root declares for relationships; files by openpyxl declare it on each sheet instead. */
function relationshipPrefix(content: XmlPart): { prefix: string; declaration: string } {
  const tag = new TextDecoder().decode(
    content.bytes.subarray(content.root.start, content.root.openEnd),
  );
  const declared = /\sxmlns:([^\s=]+)\s*=\s*["']([^"']*)["']/g;
  for (const [, prefix, namespace] of tag.matchAll(declared)) {
    if (namespace === RELATIONSHIPS && prefix !== undefined) return { prefix, declaration: "" };
  }
  return { prefix: "r", declaration: ` xmlns:r="${RELATIONSHIPS}"` };
}

function nameXml(prefix: string, name: WorkbookAdditions["names"][number]): string {
  const local = name.localSheet === undefined ? "" : ` localSheetId="${name.localSheet}"`;
  const comment = name.comment === undefined ? "" : ` comment="${escapeExcel(name.comment)}"`;
  return `<${prefix}definedName name="${escapeXml(name.name)}"${comment}${local}>${escapeXml(name.reference)}</${prefix}definedName>`;
}

function fullCalculation(content: XmlPart, calculation: XmlElement): Splice {
  const value = content.attributeRange(calculation, "fullCalcOnLoad");
  if (value !== undefined) return { ...value, text: "1" };
  const at = calculation.start + 1 + calculation.qualified.length;
  return { start: at, end: at, text: ' fullCalcOnLoad="1"' };
}
