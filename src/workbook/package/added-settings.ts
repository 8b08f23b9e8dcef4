import { fill } from "../../language";
import type { Text } from "../../language";
import { staysWithRow } from "./added-parts";
import type { AdditionFrame } from "./additions";
import { placeOf, readArea } from "../area";
import type { Area } from "../area";
import { cannotKeep, cellPlace, displaced, occupied } from "../in-the-way";
import type { Place } from "../in-the-way";
import type { Relationship } from "./relationships";
import type { SheetElements } from "./sheet-elements";
import { splice } from "./xml-tree";
import type { XmlElement, XmlPart } from "./xml-tree";

/** Elements that users added to a sheet of ours, as they stood in the file. */
export interface AddedSettings {
  readonly merges: readonly string[];
  readonly conditionalFormats: readonly string[];
  readonly validations: readonly string[];
  readonly hyperlinks: readonly string[];
  /** Elements behind the drawing, in the order of the schema. */
  readonly behind: readonly string[];
  /** Relationships that these elements need. */
  readonly relationshipIds: ReadonlySet<string>;
  readonly places: readonly Place[];
}

/** How we set up every sheet: written anew. */
const OURS: ReadonlySet<string> = new Set([
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetCalcPr",
  "phoneticPr",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "ignoredErrors",
  "drawing",
]);

/** What nobody can carry over without knowing what it was meant for. */
const IN_THE_WAY: Readonly<Record<string, Text>> = {
  sheetProtection: { de: "der Blattschutz", en: "the protection of the sheet" },
  protectedRanges: { de: "freigegebene Bereiche", en: "ranges open for editing" },
  scenarios: { de: "Szenarien des Szenario-Managers", en: "scenarios of the scenario manager" },
  autoFilter: { de: "ein Filter", en: "a filter" },
  sortState: { de: "eine Sortierung", en: "a sort order" },
  dataConsolidate: { de: "eine Konsolidierung", en: "a consolidation" },
  customSheetViews: { de: "benutzerdefinierte Ansichten", en: "custom views" },
  cellWatches: { de: "überwachte Zellen", en: "watched cells" },
  legacyDrawingHF: { de: "ein Bild in Kopf- oder Fußzeile", en: "a picture in header or footer" },
  oleObjects: { de: "eingebettete Objekte", en: "embedded objects" },
  controls: { de: "Steuerelemente", en: "controls" },
  AlternateContent: { de: "Steuerelemente oder Objekte", en: "controls or objects" },
};

/** @throws RefusedError for a setting that could not be kept */
export function readAddedSettings(
  elements: SheetElements,
  relationships: readonly Relationship[],
  frame: AdditionFrame,
): AddedSettings {
  const found: Record<"merges" | "conditionalFormats" | "validations" | "behind", string[]> = {
    merges: [],
    conditionalFormats: [],
    validations: [],
    behind: [],
  };
  const places: Place[] = [];
  const hyperlinks: string[] = [];
  const relationshipIds = new Set<string>();
  const keepBehind = (content: XmlPart): void => {
    found.behind.push(content.source(content.root));
    for (const element of [content.root, ...content.root.children]) {
      const id = content.prefixedAttribute(element, "id");
      if (id !== undefined) relationshipIds.add(id);
    }
  };
  for (const { local, content } of elements.all) {
    const { root } = content;
    if (OURS.has(local)) continue;
    switch (local) {
      case "mergeCells":
        found.merges.push(...root.children.flatMap((child) => keptMerge(content, child, frame)));
        break;
      case "conditionalFormatting":
        if (areasOf(content, root).some((area) => placeOf(area, frame.former) !== "inside")) {
          found.conditionalFormats.push(content.source(root));
        }
        break;
      case "dataValidations":
        found.validations.push(
          ...root.children.flatMap((child) => keptValidation(content, child, frame)),
        );
        break;
      case "hyperlinks":
        for (const child of root.children) {
          const id = content.prefixedAttribute(child, "id");
          const outside = relationships.find((relationship) => relationship.id === id);
          const kept = keptHyperlink(content, child, outside, frame);
          if (kept === undefined) continue;
          hyperlinks.push(content.source(child));
          places.push(kept);
          if (id !== undefined) relationshipIds.add(id);
        }
        break;
      case "legacyDrawing":
      case "picture":
      case "tableParts":
        keepBehind(content);
        break;
      case "extLst":
        if (keepsExtensions(content, frame)) found.behind.push(content.source(root));
        break;
      default:
        throw cannotKeep(
          frame.sheet,
          IN_THE_WAY[local] ?? fill({ de: "die Angabe „{0}“", en: "the setting “{0}”" }, local),
        );
    }
  }
  return { ...found, hyperlinks, relationshipIds, places };
}

/** Cells that an element is about, `sqref` or `ref`. */
function areasOf(content: XmlPart, element: XmlElement): readonly Area[] {
  const reference = content.attribute(element, "sqref") ?? content.attribute(element, "ref") ?? "";
  return areasIn(reference);
}

function areasIn(references: string): readonly Area[] {
  return references.split(/\s+/).flatMap((reference) => readArea(reference) ?? []);
}

function refuseOverlap(areas: readonly Area[], { sheet, next }: AdditionFrame): void {
  const [over] = areas.filter((area) => placeOf(area, next) !== "beside");
  if (over === undefined) return;
  throw occupied(sheet, [cellPlace(sheet, over.firstRow, over.firstColumn)]);
}

function keptMerge(content: XmlPart, element: XmlElement, frame: AdditionFrame): string[] {
  const areas = areasOf(content, element);
  if (areas.every((area) => placeOf(area, frame.former) === "inside")) return [];
  refuseOverlap(areas, frame);
  return [content.source(element)];
}

/** Of a rule for cells of both, ours are written anew; the rest stays with the rule. */
function keptValidation(content: XmlPart, element: XmlElement, frame: AdditionFrame): string[] {
  const reference = content.attribute(element, "sqref") ?? "";
  const kept = reference
    .split(/\s+/)
    .filter((part) => areasIn(part).some((area) => placeOf(area, frame.former) !== "inside"));
  if (kept.length === 0) return [];
  refuseOverlap(areasIn(kept.join(" ")), frame);
  const range = content.attributeRange(element, "sqref");
  if (range === undefined || kept.join(" ") === reference) return [content.source(element)];
  const { start, end } = element;
  const own = { start: range.start - start, end: range.end - start, text: kept.join(" ") };
  return [new TextDecoder().decode(splice(content.bytes.subarray(start, end), [own]))];
}

/** Links that users set: all beside our area, and those to the outside within it. */
function keptHyperlink(
  content: XmlPart,
  element: XmlElement,
  outside: Relationship | undefined,
  frame: AdditionFrame,
): Place | undefined {
  const [area] = areasOf(content, element);
  if (area === undefined) return undefined;
  const cell = cellPlace(frame.sheet, area.firstRow, area.firstColumn);
  const words = fill({ de: "Verknüpfung bei {0}", en: "link at {0}" }, cell.words);
  const place: Place = { ...cell, words };
  if (placeOf(area, frame.former) === "beside") {
    refuseOverlap([area], frame);
    return place;
  }
  // Links of ours lead to places of this workbook.
  if (outside === undefined || outside.target.startsWith("#")) return undefined;
  if (frame.planned(area.firstRow, area.firstColumn)?.hyperlink !== undefined) return undefined;
  if (!staysWithRow(area, frame)) throw displaced(frame.sheet, [place]);
  return place;
}

/** Newer rules and sparklines say in their own elements which cells they are about. */
function keepsExtensions(content: XmlPart, frame: AdditionFrame): boolean {
  const places = content.root.children.map((extension) => {
    const references = descendants(extension, "sqref").map(({ text }) => text);
    const areas = areasIn(references.join(" "));
    if (areas.length === 0) return "unknown";
    const found = new Set(areas.map((area) => placeOf(area, frame.former)));
    return found.size === 1 && !found.has("across") ? [...found][0] : "mixed";
  });
  if (places.every((place) => place === "inside")) return false;
  if (places.every((place) => place === "beside")) return true;
  throw cannotKeep(frame.sheet, {
    de: "neuere Formatierungsregeln oder Sparklines, die über den geschriebenen Bereich reichen",
    en: "newer formatting rules or sparklines that reach over the written area",
  });
}

function descendants(element: XmlElement, local: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.local === local ? [child] : []),
    ...descendants(child, local),
  ]);
}
