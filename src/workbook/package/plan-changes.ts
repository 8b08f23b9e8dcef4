import { cellAddress, columnLetters, quoteSheet } from "../../address";
import { RefusedError } from "../../finding";
import type { PlanSheet, WorkbookPlan } from "../plan";
import type { PartChanges } from "./archive";
import { extentOfPlan } from "../area";
import { absoluteArea } from "./cell-xml";
import { CONTENT_TYPE, CONTENT_TYPES_PART, changeContentTypes } from "./content-types";
import { addStoredPart, findStoredPart, storedBytes } from "./custom-part";
import { drawCharts } from "./drawing-part";
import { additionsOf, findFormer } from "./former-sheets";
import type { Former } from "./former-sheets";
import { emptyStyles } from "./new-workbook-parts";
import { NewParts } from "./new-parts";
import type { OpenedPackage } from "./opened-package";
import { AREA_NAME } from "./our-marks";
import { changeRelationships, freeIds, RELATIONSHIPS, relationshipsPartOf } from "./relationships";
import { sheetXml } from "./sheet-part";
import { StyleBook } from "./style-book";
import { changeWorkbookPart } from "./workbook-change";
import type { PlacedSheet } from "./workbook-change";
import { WorkbookLinks } from "./workbook-links";
import type { DefinedName } from "./workbook-part";
import { refuseLockedWorkbook, refuseSignedWorkbook, refuseTakenNames } from "./write-permission";
import { readXmlPart, XmlPart } from "./xml-tree";

/**
 * The parts that change when a plan is realised: workbook, its relationships, content types and styles
 * are patched, our own parts are added or take the place of those of an earlier run, the order of
 * calculation is dropped. What users added beside our cells stays. Nothing else is touched.
 * @throws RefusedError when the workbook cannot take the plan
 */
export function changesOfPlan(opened: OpenedPackage, plan: WorkbookPlan): PartChanges {
  refuseLockedWorkbook(opened);
  const former = findFormer(opened, plan, true);
  refuseTakenNames(opened, plan, former.removedNames);
  const parts = new NewParts(opened, former.removed);
  const links = new WorkbookLinks(opened);
  const { name: stylesName, book: styles } = openStyles(opened, parts, links);
  const sheets = plan.sheets.map((sheet) => {
    const part = addSheet(parts, sheet, styles, opened.description.date1904, former);
    const old = former.sheets.get(sheet);
    const relationshipId = links.relate("worksheet", part, old?.sheet.relationshipId);
    return { name: sheet.name, relationshipId, former: old?.place };
  });
  const { stored } = former;
  const storedId = stored?.owner === opened.workbookName ? stored.relationshipId : undefined;
  links.relate("customXml", addStoredPart(parts, plan.storedPart), storedId);
  parts.contents.set(stylesName, styles.bytes());
  const order = orderOf(opened, sheets);
  const names = namesOf(plan, order);
  return partChanges(opened, { parts, links, former, order, names });
}

/**
 * The parts that change when everything of ours is taken out; styles stay, since nobody renumbers them.
 * @throws RefusedError when nothing would be left, or something of the user's refers to our sheets
 */
export function changesOfRemoval(opened: OpenedPackage): PartChanges {
  refuseLockedWorkbook(opened);
  const former = findFormer(opened, { sheets: [], names: [] }, false);
  const order = orderOf(opened, []);
  if (!order.some(({ former: place }) => opened.sheets[place ?? -1]?.hidden === false)) {
    throw new RefusedError({
      de: "Außer den Blättern des Kooperationsrechners ist kein sichtbares Blatt in der Arbeitsmappe; ohne sie bliebe nichts übrig. Bitte zuerst ein Blatt einblenden oder einfügen und die Datei speichern.",
      en: "Beside the sheets of Kooperationsrechner the workbook has no visible sheet; without them nothing would be left. Please show or insert a sheet first and save the file.",
    });
  }
  const parts = new NewParts(opened, former.removed);
  return partChanges(opened, { parts, links: new WorkbookLinks(opened), former, order, names: [] });
}

/**
 * The parts that change when a text takes the place of our custom XML part: that part alone, or, where
 * there is none, the new part and what leads to it.
 * @throws RefusedError when the workbook is signed
 */
export function changesOfStoredPart(opened: OpenedPackage, text: string): PartChanges {
  refuseSignedWorkbook(opened);
  const stored = findStoredPart(opened);
  if (stored !== undefined) return new Map([[stored.part, storedBytes(text)]]);
  const parts = new NewParts(opened, new Set());
  const links = new WorkbookLinks(opened);
  links.relate("customXml", addStoredPart(parts, text));
  return new Map([
    ...parts.contents,
    [relationshipsPartOf(opened.workbookName), links.bytes(new Set())],
    [
      CONTENT_TYPES_PART,
      changeContentTypes(opened.contentTypes, withRelationships(parts), new Set()),
    ],
  ]);
}

interface Change {
  readonly parts: NewParts;
  readonly links: WorkbookLinks;
  readonly former: Former;
  readonly order: readonly PlacedSheet[];
  readonly names: readonly DefinedName[];
}

function partChanges(opened: OpenedPackage, change: Change): PartChanges {
  const { parts, links, former, order, names } = change;
  const chain = calculationChain(opened);
  const removed = [...chain.parts, ...former.removed];
  const { stored, removedNames } = former;
  const changes = new Map<string, Uint8Array | null>([
    ...removed.map((part): [string, null] => [part, null]),
  ]);
  // A part that is written again keeps its place in the file.
  const nameOf = new Map(removed.map((part) => [part.toLowerCase(), part]));
  for (const [part, content] of parts.contents) {
    const before = nameOf.get(part.toLowerCase());
    if (before !== undefined) changes.delete(before);
    changes.set(part, content);
  }
  const goneIds = new Set([
    ...chain.ids,
    ...former.gone.map(({ sheet }) => sheet.relationshipId),
    ...[...former.sheets.values()].map(({ sheet }) => sheet.relationshipId),
    ...(stored?.owner === opened.workbookName ? [stored.relationshipId] : []),
  ]);
  const gone = new Set([...changes].flatMap(([part, content]) => (content === null ? part : [])));
  changes.set(
    opened.workbookName,
    changeWorkbookPart(opened.workbook, {
      sheets: order,
      positionOfGone: positionOfGone(opened, order),
      removedNames,
      names,
    }),
  );
  changes.set(relationshipsPartOf(opened.workbookName), links.bytes(goneIds));
  if (stored?.owner === "") {
    const ids = new Set([stored.relationshipId]);
    const content = changeRelationships(opened.packageRelationshipsPart, [], ids);
    changes.set(relationshipsPartOf(""), content);
  }
  changes.set(
    CONTENT_TYPES_PART,
    changeContentTypes(opened.contentTypes, withRelationships(parts), gone),
  );
  return changes;
}

/** Our sheets stand together where the first of them stood, or behind all others. */
function orderOf({ sheets }: OpenedPackage, ours: readonly PlacedSheet[]): readonly PlacedSheet[] {
  const first = sheets.findIndex(({ mark }) => mark !== undefined);
  const theirs = sheets.flatMap(({ name, relationshipId, mark }, former) =>
    mark === undefined ? [{ name, relationshipId, former }] : [],
  );
  const before = first === -1 ? theirs.length : first;
  return [...theirs.slice(0, before), ...ours, ...theirs.slice(before)];
}

/** Views of a sheet that goes show the sheet at its place, or the first visible one. */
function positionOfGone({ sheets }: OpenedPackage, order: readonly PlacedSheet[]): number {
  const first = sheets.findIndex(({ mark }) => mark !== undefined);
  const isVisible = (placed: PlacedSheet | undefined): boolean =>
    placed !== undefined && sheets[placed.former ?? -1]?.hidden !== true;
  if (first !== -1 && isVisible(order[first])) return first;
  return Math.max(order.findIndex(isVisible), 0);
}

/** The styles of the workbook, or new ones where it has none. */
function openStyles(
  opened: OpenedPackage,
  parts: NewParts,
  links: WorkbookLinks,
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
  links.relate("styles", name);
  return { name, book: new StyleBook(new XmlPart(content, name)) };
}

function addSheet(
  parts: NewParts,
  sheet: PlanSheet,
  styles: StyleBook,
  date1904: boolean,
  former: Former,
): string {
  const additions = additionsOf(former, sheet);
  const drawing = drawCharts(parts, sheet, additions.drawing);
  const drawingId = freeIds(additions.relationships)();
  const surroundings =
    drawing === undefined ? { styles, date1904 } : { styles, date1904, drawingId };
  const part = parts.add(
    "xl/worksheets/sheet#.xml",
    CONTENT_TYPE.sheet,
    sheetXml(sheet, surroundings, additions),
  );
  const relationships =
    drawing === undefined
      ? []
      : [{ id: drawingId, type: `${RELATIONSHIPS}/drawing`, target: drawing }];
  if (relationships.length + additions.relationships.length > 0) {
    parts.relate(part, relationships, additions.relationships);
  }
  return part;
}

/** The marks of our sheets, and what Excel keeps as names: print areas and repeated rows and columns. */
function namesOf(plan: WorkbookPlan, order: readonly PlacedSheet[]): readonly DefinedName[] {
  const places = new Map(order.map(({ name }, place) => [name, place]));
  const placeOf = (sheet: PlanSheet): number => places.get(sheet.name) ?? 0;
  return [
    ...plan.names.map(({ name, reference, comment }) => ({ name, reference, comment })),
    ...plan.sheets.flatMap((sheet) => printNames(sheet, placeOf(sheet))),
    ...plan.sheets.map((sheet) => areaName(sheet, placeOf(sheet))),
  ];
}

/** What we have written, for the next run; the comment stays when Excel moves the reference. */
function areaName(sheet: PlanSheet, localSheet: number): DefinedName {
  const { lastRow, lastColumn } = extentOfPlan(sheet);
  return {
    name: AREA_NAME,
    localSheet,
    reference: `${quoteSheet(sheet.name)}!${absoluteArea(lastRow, lastColumn)}`,
    comment: `Kooperationsrechner: A1:${cellAddress(lastRow, lastColumn)}`,
  };
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
