import { cellAddress } from "../../address";
import { fill } from "../../language";
import type { PlanChart } from "../plan";
import type { Archive } from "./archive";
import { covers } from "../area";
import type { Extent } from "../area";
import { cannotKeep, cellPlace } from "../in-the-way";
import type { Place } from "../in-the-way";
import { declarationsOf } from "./namespace-declarations";
import type { Declarations } from "./namespace-declarations";
import { readRelationships, relationshipsPartOf } from "./relationships";
import type { Relationship } from "./relationships";
import { readXmlPart } from "./xml-tree";
import type { XmlElement, XmlPart } from "./xml-tree";

/** Names of our charts begin with this; users and other programs name theirs “Diagramm 1”, “Chart 1”. */
const CHART_MARK = "kr-";

/** Pictures, shapes and charts that users put on a sheet of ours. */
export interface AddedDrawing {
  readonly declarations: Declarations;
  /** Anchors as they stood in the file. */
  readonly anchors: readonly string[];
  readonly relationships: readonly Relationship[];
  /** Numbers that their shapes have taken. */
  readonly shapeIds: ReadonlySet<number>;
  readonly places: readonly Place[];
}

export interface DrawingFrame {
  readonly sheet: string;
  readonly former: Extent;
  /** Names of all charts of the plan, and the charts that the new sheet will have. */
  readonly chartNames: ReadonlySet<string>;
  readonly charts: readonly PlanChart[];
}

/**
 * What is not ours in the drawing of a sheet of ours. Our charts are known by their names, or, where a
 * program renamed them, by the cell they begin at.
 * @throws RefusedError for a chart within our area of which nobody can say whose it is
 */
export function readAddedDrawing(
  archive: Archive,
  part: string,
  frame: DrawingFrame,
): AddedDrawing | undefined {
  const content = readXmlPart(archive, part);
  const anchors: string[] = [];
  const shapeIds = new Set<number>();
  const places: Place[] = [];
  for (const anchor of content.root.children) {
    if (isOurs(content, anchor, frame)) continue;
    anchors.push(content.source(anchor));
    for (const shape of descendants(anchor, "cNvPr")) {
      shapeIds.add(Number(content.attribute(shape, "id") ?? "0"));
    }
    const corner = cornerOf(anchor);
    places.push(
      corner === undefined
        ? { words: { de: "ein Bild oder eine Form", en: "a picture or shape" } }
        : describe(frame.sheet, corner),
    );
  }
  if (anchors.length === 0) return undefined;
  const whole = anchors.join("");
  const relationshipsPart = relationshipsPartOf(part);
  const all = archive.has(relationshipsPart)
    ? readRelationships(readXmlPart(archive, relationshipsPart), part)
    : [];
  return {
    declarations: declarationsOf(content, content.root),
    anchors,
    relationships: all.filter(({ id }) => whole.includes(`"${id}"`)),
    shapeIds,
    places,
  };
}

function describe(sheet: string, { row, column }: Corner): Place {
  const { words, cell } = cellPlace(sheet, row, column);
  const named = fill({ de: "Bild oder Diagramm bei {0}", en: "picture or chart at {0}" }, words);
  return { words: named, ...(cell === undefined ? {} : { cell }) };
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

function isOurs(content: XmlPart, anchor: XmlElement, frame: DrawingFrame): boolean {
  // A chart of ours in a group with shapes of the user's stays with them.
  const chart = anchor.children.find(({ local }) => local === "graphicFrame");
  if (chart === undefined || descendants(chart, "chart").length === 0) return false;
  const [shape] = descendants(chart, "cNvPr");
  const name = (shape && content.attribute(shape, "name")) ?? "";
  if (name.startsWith(CHART_MARK) || frame.chartNames.has(name)) return true;
  const corner = cornerOf(anchor);
  if (corner === undefined || !covers(frame.former, corner.row, corner.column)) return false;
  const { row, column } = corner;
  if (frame.charts.some(({ from }) => from.row === row && from.column === column)) return true;
  throw cannotKeep(
    frame.sheet,
    fill(
      {
        de: "das Diagramm „{0}“ bei Zelle {1} im geschriebenen Bereich",
        en: "the chart “{0}” at cell {1} within the written area",
      },
      name,
      cellAddress(row, column),
    ),
  );
}

function cornerOf(anchor: XmlElement): Corner | undefined {
  const from = anchor.children.find(({ local }) => local === "from");
  const number = (wanted: string): number =>
    Number(from?.children.find(({ local }) => local === wanted)?.text ?? NaN);
  const [row, column] = [number("row"), number("col")];
  return Number.isInteger(row) && Number.isInteger(column) ? { row, column } : undefined;
}

function descendants(element: XmlElement, local: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.local === local ? [child] : []),
    ...descendants(child, local),
  ]);
}
