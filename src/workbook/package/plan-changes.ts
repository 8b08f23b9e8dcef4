import { columnLetters, quoteSheet } from "../../address";
import type { PlanSheet, WorkbookPlan } from "../plan";
import type { PartChanges } from "./archive";
import { absoluteArea } from "./cell-xml";
import { CONTENT_TYPE, CONTENT_TYPES_PART, changeContentTypes } from "./content-types";
import { addStoredPart } from "./custom-part";
import { drawCharts } from "./drawing-part";
import { emptyStyles } from "./new-workbook-parts";
import { NewParts, toAbsolute } from "./new-parts";
import { readXmlPart } from "./opened-package";
import type { OpenedPackage } from "./opened-package";
import { changeRelationships, freeIds, RELATIONSHIPS, relationshipsPartOf } from "./relationships";
import type { NewRelationship } from "./relationships";
import { sheetXml } from "./sheet-part";
import { StyleBook } from "./style-book";
import { changeWorkbookPart } from "./workbook-part";
import type { DefinedName, WorkbookAdditions } from "./workbook-part";
import { refuseForbiddenPlan } from "./write-permission";
import { XmlPart } from "./xml-tree";

/**
 * The parts that change when a plan is realised: workbook, its relationships, content types and styles
 * are patched, our own parts are added, the order of calculation is dropped. Nothing else is touched.
 * @throws RefusedError when the workbook cannot take the plan
 */
export function changesOfPlan(opened: OpenedPackage, plan: WorkbookPlan): PartChanges {
  refuseForbiddenPlan(opened, plan);
  const parts = new NewParts(opened);
  const nextId = freeIds(opened.relationships);
  const added: NewRelationship[] = [];
  const relate = (kind: string, target: string): string => {
    const id = nextId();
    added.push({ id, type: `${RELATIONSHIPS}/${kind}`, target });
    return id;
  };

  const { name: stylesName, book: styles } = openStyles(opened, parts, relate);
  const sheets = plan.sheets.map((sheet) => {
    const part = addSheet(parts, sheet, styles, opened.description.date1904);
    return { name: sheet.name, relationshipId: relate("worksheet", part) };
  });
  relate("customXml", addStoredPart(parts, plan.storedPart));
  parts.contents.set(stylesName, styles.bytes());

  const dropped = calculationChain(opened);
  const additions: WorkbookAdditions = { sheets, names: namesOf(opened, plan) };
  return new Map<string, Uint8Array | null>([
    ...dropped.parts.map((part): [string, null] => [part, null]),
    ...parts.contents,
    [opened.workbookName, changeWorkbookPart(opened.workbook, additions)],
    [
      relationshipsPartOf(opened.workbookName),
      changeRelationships(opened.relationshipsPart, added.map(toAbsolute), dropped.ids),
    ],
    [
      CONTENT_TYPES_PART,
      changeContentTypes(opened.contentTypes, withRelationships(parts), new Set(dropped.parts)),
    ],
  ]);
}

/** The styles of the workbook, or new ones where it has none. */
function openStyles(
  opened: OpenedPackage,
  parts: NewParts,
  relate: (kind: string, target: string) => string,
): { name: string; book: StyleBook } {
  const existing = opened.relationships.find(
    ({ type, external }) => !external && type === `${RELATIONSHIPS}/styles`,
  );
  if (existing !== undefined) {
    return {
      name: existing.target,
      book: new StyleBook(readXmlPart(opened.archive, existing.target)),
    };
  }
  const content = emptyStyles();
  const name = parts.add("xl/styles#.xml", CONTENT_TYPE.styles, content);
  relate("styles", name);
  return { name, book: new StyleBook(new XmlPart(content, name)) };
}

function addSheet(parts: NewParts, sheet: PlanSheet, styles: StyleBook, date1904: boolean): string {
  const drawing = drawCharts(parts, sheet);
  const drawingId = "rId1";
  const surroundings =
    drawing === undefined ? { styles, date1904 } : { styles, date1904, drawingId };
  const part = parts.add(
    "xl/worksheets/sheet#.xml",
    CONTENT_TYPE.sheet,
    sheetXml(sheet, surroundings),
  );
  if (drawing !== undefined) {
    parts.relate(part, [{ id: drawingId, type: `${RELATIONSHIPS}/drawing`, target: drawing }]);
  }
  return part;
}

/** The marks of our sheets, and what Excel keeps as names: print areas and repeated rows and columns. */
function namesOf(
  opened: OpenedPackage,
  plan: WorkbookPlan,
): readonly (DefinedName & { readonly comment?: string })[] {
  const first = opened.description.sheets.length;
  return [
    ...plan.names.map(({ name, reference, comment }) => ({ name, reference, comment })),
    ...plan.sheets.flatMap((sheet, index) => printNames(sheet, first + index)),
  ];
}

function printNames(sheet: PlanSheet, localSheet: number): readonly DefinedName[] {
  const quoted = quoteSheet(sheet.name);
  const { area, repeatRows, repeatColumns } = sheet.print;
  const reference = `${quoted}!${absoluteArea(area.lastRow, area.lastColumn)}`;
  const names: DefinedName[] = [{ name: "_xlnm.Print_Area", localSheet, reference }];
  const titles: string[] = [];
  if (repeatColumns !== undefined) {
    const { first, last } = repeatColumns;
    titles.push(`${quoted}!$${columnLetters(first)}:$${columnLetters(last)}`);
  }
  if (repeatRows !== undefined) {
    titles.push(`${quoted}!$${repeatRows.first + 1}:$${repeatRows.last + 1}`);
  }
  if (titles.length > 0) {
    names.push({ name: "_xlnm.Print_Titles", localSheet, reference: titles.join(",") });
  }
  return names;
}

/** The part with the order of calculation, which Excel makes anew; it would not know our formulas. */
function calculationChain(opened: OpenedPackage): { parts: string[]; ids: ReadonlySet<string> } {
  const chains = opened.relationships.filter(({ type }) => type === `${RELATIONSHIPS}/calcChain`);
  return {
    parts: chains.map(({ target }) => target).filter((part) => opened.archive.has(part)),
    ids: new Set(chains.map(({ id }) => id)),
  };
}

/** Relationship parts among the new ones have their type by extension, as in every package. */
function withRelationships(parts: NewParts): ReadonlyMap<string, string> {
  const types = new Map(parts.types);
  for (const name of parts.contents.keys()) {
    if (name.endsWith(".rels")) types.set(name, CONTENT_TYPE.relationships);
  }
  return types;
}
