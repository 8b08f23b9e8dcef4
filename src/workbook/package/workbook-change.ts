import { damagedPart } from "./refusal";
import { RELATIONSHIPS } from "./relationships";
import { appendInside, prefixOf, splice } from "./xml-tree";
import type { Splice, XmlElement, XmlPart } from "./xml-tree";
import { escapeExcel, escapeXml } from "./xml-text";
import { readWorkbookPart } from "./workbook-part";
import type { DefinedName } from "./workbook-part";

/** A sheet at its place in the changed workbook. */
export interface PlacedSheet {
  readonly name: string;
  readonly relationshipId: string;
  /** Position the sheet had before, from 0; undefined for one that is new. */
  readonly former: number | undefined;
}

/** What becomes of `workbook.xml`. */
export interface WorkbookChange {
  /** All sheets in their new order. */
  readonly sheets: readonly PlacedSheet[];
  /** New position of a sheet that goes, for views that show it. */
  readonly positionOfGone: number;
  /** Positions of defined names that go, from 0. */
  readonly removedNames: ReadonlySet<number>;
  /** Names that come; their sheets are given by new positions. */
  readonly names: readonly DefinedName[];
}

/**
 * `workbook.xml` with sheets and names changed and a full calculation asked for on opening.
 * Names and views refer to sheets by position; those of the user's sheets follow them.
 */
export function changeWorkbookPart(content: XmlPart, change: WorkbookChange): Uint8Array {
  const { root } = content;
  const prefix = prefixOf(root);
  const sheets = content.child(root, "sheets");
  if (sheets === undefined) {
    throw damagedPart(content.name, "fehlt die Liste der Blätter", "the list of sheets is missing");
  }
  const positions = new Map<number, number>();
  change.sheets.forEach(({ former }, position) => {
    if (former !== undefined) positions.set(former, position);
  });
  const positionOf = (former: number): number => positions.get(former) ?? change.positionOfGone;
  const changes: Splice[] = [
    ...sheetChanges(content, sheets, change.sheets, prefix),
    ...viewChanges(content, positionOf),
  ];
  if (content.child(root, "bookViews") === undefined && change.sheets.some(isNew)) {
    // Our sheets have a view, and a view refers to a view of the workbook.
    const views = `<${prefix}bookViews><${prefix}workbookView/></${prefix}bookViews>`;
    changes.push({ start: sheets.start, end: sheets.start, text: views });
  }
  const names = content.child(root, "definedNames");
  const added = change.names.map((name) => nameXml(prefix, name)).join("");
  // The schema gives names and calculation a fixed place behind the sheets.
  const before = ["externalReferences", "functionGroups", "sheets"]
    .map((local) => content.child(root, local))
    .find((element) => element !== undefined);
  const place = names?.end ?? before?.end ?? sheets.end;
  let inserted = "";
  if (names !== undefined) {
    changes.push(...nameChanges(content, names, added, change.removedNames, positionOf));
  } else if (added !== "") {
    inserted = `<${prefix}definedNames>${added}</${prefix}definedNames>`;
  }
  const calculation = content.child(root, "calcPr");
  if (calculation === undefined) inserted += `<${prefix}calcPr fullCalcOnLoad="1"/>`;
  else changes.push(fullCalculation(content, calculation));
  if (inserted !== "") changes.push({ start: place, end: place, text: inserted });
  return splice(content.bytes, changes);
}

function isNew({ former }: PlacedSheet): boolean {
  return former === undefined;
}

/** The list of sheets in its new order; elements of sheets that stay are kept with their states. */
function sheetChanges(
  content: XmlPart,
  list: XmlElement,
  sheets: readonly PlacedSheet[],
  prefix: string,
): readonly Splice[] {
  const elements = list.children.filter(({ local }) => local === "sheet");
  const relation = relationshipPrefix(content);
  const known = readWorkbookPart(content).sheets;
  let sheetId = known.reduce((highest, sheet) => Math.max(highest, sheet.sheetId), 0);
  const items = sheets.map(({ name, relationshipId, former }) => {
    const element = former === undefined ? undefined : elements[former];
    if (element !== undefined && former !== undefined) {
      return known[former]?.name === name
        ? content.source(element)
        : withAttribute(content, element, "name", escapeExcel(name));
    }
    sheetId++;
    return `<${prefix}sheet${relation.declaration} name="${escapeExcel(name)}" sheetId="${sheetId}" ${relation.prefix}:id="${relationshipId}"/>`;
  });
  const first = elements[0];
  const last = elements.at(-1);
  if (first === undefined || last === undefined) return [appendInside(list, items.join(""))];
  const before = elements.map((element) => content.source(element));
  const isSame = before.every((item, index) => item === items[index]);
  if (isSame) return [appendInside(list, items.slice(before.length).join(""))];
  return [{ start: first.start, end: last.end, text: items.join("") }];
}

/** The source of an element with another value of an attribute. */
function withAttribute(
  content: XmlPart,
  element: XmlElement,
  attribute: string,
  value: string,
): string {
  const range = content.attributeRange(element, attribute);
  const own = content.bytes.subarray(element.start, element.end);
  if (range === undefined) return content.source(element);
  const start = range.start - element.start;
  const end = range.end - element.start;
  return new TextDecoder().decode(splice(own, [{ start, end, text: value }]));
}

/** Which tab is shown and which stands leftmost. */
function viewChanges(content: XmlPart, positionOf: (former: number) => number): readonly Splice[] {
  const views = content.child(content.root, "bookViews")?.children ?? [];
  return views.flatMap((view) =>
    ["activeTab", "firstSheet"].flatMap((attribute) => {
      const former = Number(content.attribute(view, attribute) ?? "0");
      // Tabs that are not scrolled stay so.
      if (attribute === "firstSheet" && former === 0) return [];
      const position = positionOf(former);
      if (position === former) return [];
      const range = content.attributeRange(view, attribute);
      if (range !== undefined) return [{ ...range, text: String(position) }];
      const at = view.start + 1 + view.qualified.length;
      return [{ start: at, end: at, text: ` ${attribute}="${position}"` }];
    }),
  );
}

function nameChanges(
  content: XmlPart,
  list: XmlElement,
  added: string,
  removed: ReadonlySet<number>,
  positionOf: (former: number) => number,
): readonly Splice[] {
  const isEmptied = added === "" && list.children.every((_child, index) => removed.has(index));
  if (isEmptied) return [{ start: list.start, end: list.end, text: "" }];
  const changes = list.children.flatMap((element, index): Splice[] => {
    if (removed.has(index)) return [{ start: element.start, end: element.end, text: "" }];
    const range = content.attributeRange(element, "localSheetId");
    if (range === undefined) return [];
    const former = Number(content.attribute(element, "localSheetId"));
    const position = positionOf(former);
    return position === former ? [] : [{ ...range, text: String(position) }];
  });
  return [...changes, appendInside(list, added)];
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

function nameXml(prefix: string, name: DefinedName): string {
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
