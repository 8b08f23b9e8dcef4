import type { WorkbookSettings } from "../port";
import { damagedPart } from "./refusal";
import type { XmlElement, XmlPart } from "./xml-tree";
import { unescapeExcel } from "./xml-text";

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
  readonly comment?: string;
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
    const comment = content.attribute(element, "comment");
    return {
      name: unescapeExcel(content.attribute(element, "name") ?? ""),
      reference: element.text,
      ...(local === undefined ? {} : { localSheet: Number(local) }),
      ...(comment === undefined ? {} : { comment: unescapeExcel(comment) }),
    };
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
