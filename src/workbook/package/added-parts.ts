import { fill } from "../../language";
import type { Text } from "../../language";
import type { AdditionFrame } from "./additions";
import { placeOf, readArea } from "../area";
import type { Area } from "../area";
import { cannotKeep, cellPlace, displaced } from "../in-the-way";
import type { Place } from "../in-the-way";
import type { OpenedPackage } from "./opened-package";
import type { Relationship } from "./relationships";
import { readXmlPart } from "./xml-tree";

/** Parts that belong to a sheet of ours and were added by users. */
export interface AddedParts {
  readonly relationshipIds: ReadonlySet<string>;
  readonly places: readonly Place[];
}

/** Kinds that an element of the sheet points to, or that are ours to write anew. */
const SEEN_ELSEWHERE: ReadonlySet<string> = new Set([
  "drawing",
  "hyperlink",
  "image",
  "vmlDrawing",
  "printerSettings",
]);

/**
 * Notes stay with their cells, tables and pivot tables beside our area stay where they are.
 * @throws RefusedError for a part that could not be kept
 */
export function readAddedParts(
  opened: OpenedPackage,
  relationships: readonly Relationship[],
  frame: AdditionFrame,
): AddedParts {
  const relationshipIds = new Set<string>();
  const places: Place[] = [];
  for (const { id, type, target, external } of relationships) {
    const kind = type.slice(type.lastIndexOf("/") + 1);
    if (SEEN_ELSEWHERE.has(kind)) continue;
    if (external || !opened.archive.has(target)) throw cannotKeep(frame.sheet, partWords(kind));
    relationshipIds.add(id);
    if (kind === "comments") places.push(...readComments(opened, target, frame));
    else if (kind === "table" || kind === "pivotTable") {
      places.push(readTable(opened, target, kind, frame));
    } else if (kind !== "threadedComment") throw cannotKeep(frame.sheet, partWords(kind));
  }
  return { relationshipIds, places };
}

function readComments(
  { archive }: OpenedPackage,
  part: string,
  frame: AdditionFrame,
): readonly Place[] {
  const content = readXmlPart(archive, part);
  const list = content.child(content.root, "commentList")?.children ?? [];
  const areas = list.flatMap((comment) => readArea(content.attribute(comment, "ref") ?? "") ?? []);
  const moved = areas.filter((area) => !staysWithRow(area, frame));
  const describe = ({ firstRow, firstColumn }: Area): Place => {
    const place = cellPlace(frame.sheet, firstRow, firstColumn);
    const words = fill({ de: "Kommentar bei {0}", en: "comment at {0}" }, place.words);
    return { ...place, words };
  };
  if (moved.length > 0) throw displaced(frame.sheet, moved.map(describe));
  return areas.map(describe);
}

/** Whether the row at an area says the same as before, so that a note within our area still fits. */
export function staysWithRow(
  area: Area,
  { former, next, planned, contentAt }: AdditionFrame,
): boolean {
  const isOurs = placeOf(area, former) !== "beside" || placeOf(area, next) !== "beside";
  if (!isOurs || next.lastRow < 0) return true;
  const { firstRow } = area;
  const before = contentAt(firstRow, 0) ?? contentAt(firstRow, 1);
  const now = planned(firstRow, 0)?.value ?? planned(firstRow, 1)?.value ?? null;
  return before === now;
}

function readTable(
  { archive }: OpenedPackage,
  part: string,
  kind: "table" | "pivotTable",
  { sheet, former, next }: AdditionFrame,
): Place {
  const content = readXmlPart(archive, part);
  const located = kind === "table" ? content.root : content.child(content.root, "location");
  const reference = (located && content.attribute(located, "ref")) ?? "";
  const area = readArea(reference);
  const name = content.attribute(content.root, "name") ?? "";
  const words = fill(
    kind === "table"
      ? { de: "die Tabelle „{0}“ ({1})", en: "the table “{0}” ({1})" }
      : { de: "die Pivot-Tabelle „{0}“ ({1})", en: "the pivot table “{0}” ({1})" },
    name,
    reference,
  );
  if (
    area === undefined ||
    placeOf(area, former) !== "beside" ||
    placeOf(area, next) !== "beside"
  ) {
    throw cannotKeep(sheet, words);
  }
  return { ...cellPlace(sheet, area.firstRow, area.firstColumn), words };
}

function partWords(kind: string): Text {
  return fill(
    {
      de: "ein eingebettetes Element der Art „{0}“",
      en: "an embedded element of the kind “{0}”",
    },
    kind,
  );
}
