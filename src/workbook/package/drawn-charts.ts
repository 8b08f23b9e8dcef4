import type { OpenedPackage, PackageSheet } from "./opened-package";
import { readRelationships, relationshipsPartOf } from "./relationships";
import type { Relationship } from "./relationships";
import type { SheetColours } from "./sheet-colours";
import { readXmlPart } from "./xml-tree";
import type { XmlElement, XmlPart } from "./xml-tree";

/** A corner of a chart's frame: a cell, and pixels into it. */
export interface ChartCorner {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

export interface DrawnSeries {
  readonly kind: "columns" | "bars" | "lines" | "radar";
  readonly stacked: boolean;
  readonly name: string;
  /** By category; null leaves a gap. */
  readonly values: readonly (number | null)[];
  /** `RRGGBB`; absent where the file leaves it to the program. */
  readonly colour?: string;
  /** Name of the pattern as the file has it, `wdUpDiag`, or of the dash of a line. */
  readonly pattern?: string;
  /** Drawn nowhere: it lifts the one above it to its place. */
  readonly invisible: boolean;
}

/** A chart of a sheet with the figures stored beside it. */
export interface DrawnChart {
  readonly name: string;
  readonly alternativeText: string;
  readonly from: ChartCorner;
  readonly to: ChartCorner;
  readonly title: string;
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly valueFormat: string;
  readonly fromZero: boolean;
  readonly legend: boolean;
  readonly categories: readonly string[];
  /** Empty for a kind of chart that is not drawn here. */
  readonly series: readonly DrawnSeries[];
}

const EMU_A_PIXEL = 9525;

/** The charts of a sheet; of other drawings none, they stay in the file unseen. */
export function drawnCharts(
  opened: OpenedPackage,
  sheet: PackageSheet,
  colours: SheetColours,
): readonly DrawnChart[] {
  const { archive } = opened;
  const drawing = related(opened, sheet.part).find(({ type }) => type.endsWith("/drawing"));
  if (drawing === undefined || drawing.external || !archive.has(drawing.target)) return [];
  const content = readXmlPart(archive, drawing.target);
  const targets = related(opened, drawing.target);
  return content.root.children.flatMap((anchor) => {
    const [from, to] = [content.child(anchor, "from"), content.child(anchor, "to")];
    const frame = content.child(anchor, "graphicFrame");
    const reference = frame && deep(frame, "chart");
    if (from === undefined || to === undefined || reference === undefined) return [];
    const id = content.prefixedAttribute(reference, "id");
    const part = targets.find((target) => target.id === id);
    if (part === undefined || part.external || !archive.has(part.target)) return [];
    const described = frame && deep(frame, "cNvPr");
    const said = (name: string): string => (described && content.attribute(described, name)) ?? "";
    return [
      {
        name: said("name"),
        alternativeText: said("descr"),
        from: corner(content, from),
        to: corner(content, to),
        ...readChart(readXmlPart(archive, part.target), colours),
      },
    ];
  });
}

function related({ archive }: OpenedPackage, part: string): readonly Relationship[] {
  const name = relationshipsPartOf(part);
  return archive.has(name) ? readRelationships(readXmlPart(archive, name), part) : [];
}

function corner(content: XmlPart, element: XmlElement): ChartCorner {
  const number = (local: string): number => Number(content.child(element, local)?.text ?? "0");
  return {
    row: number("row"),
    column: number("col"),
    x: Math.round(number("colOff") / EMU_A_PIXEL),
    y: Math.round(number("rowOff") / EMU_A_PIXEL),
  };
}

/** The first element of this name below another one, however deep. */
function deep(element: XmlElement, local: string): XmlElement | undefined {
  for (const child of element.children) {
    if (child.local === local) return child;
    const found = deep(child, local);
    if (found !== undefined) return found;
  }
  return undefined;
}

const PLOTS: Readonly<Record<string, DrawnSeries["kind"]>> = {
  barChart: "columns",
  lineChart: "lines",
  radarChart: "radar",
};

function readChart(
  content: XmlPart,
  colours: SheetColours,
): Omit<DrawnChart, "name" | "alternativeText" | "from" | "to"> {
  const chart = deep(content.root, "chart") ?? content.root;
  const plotArea = content.child(chart, "plotArea");
  const plots = plotArea?.children.filter(({ local }) => local.endsWith("Chart")) ?? [];
  // A chart of which only a part could be drawn would show something else than the file.
  const known = plots.every(({ local }) => PLOTS[local] !== undefined) ? plots : [];
  const value = plotArea && content.child(plotArea, "valAx");
  const category =
    plotArea && (content.child(plotArea, "catAx") ?? content.child(plotArea, "dateAx"));
  const scaling = value && content.child(value, "scaling");
  const minimum = scaling && content.child(scaling, "min");
  const format = value && content.child(value, "numFmt");
  const firstSeries = known[0] && content.child(known[0], "ser");
  const categories = firstSeries && content.child(firstSeries, "cat");
  return {
    title: titleOf(content, chart),
    categoryTitle: category === undefined ? "" : titleOf(content, category),
    valueTitle: value === undefined ? "" : titleOf(content, value),
    valueFormat: (format && content.attribute(format, "formatCode")) ?? "General",
    fromZero: minimum !== undefined && content.attribute(minimum, "val") === "0",
    legend: content.child(chart, "legend") !== undefined,
    categories: points(content, categories).map((text) => text ?? ""),
    series: known.flatMap((plot) => seriesOf(content, plot, colours)),
  };
}

function titleOf(content: XmlPart, element: XmlElement): string {
  const title = content.child(element, "title");
  const text = title && content.child(title, "tx");
  if (text === undefined) return "";
  const [cached] = points(content, text);
  return cached ?? writtenText(text).trim();
}

/** The words of a rich text, run after run. */
function writtenText(element: XmlElement): string {
  return element.children
    .map((child) => (child.local === "t" ? child.text : writtenText(child)))
    .join("");
}

function seriesOf(
  content: XmlPart,
  plot: XmlElement,
  colours: SheetColours,
): readonly DrawnSeries[] {
  const said = (local: string): string | undefined => {
    const element = content.child(plot, local);
    return element && content.attribute(element, "val");
  };
  const kind = said("barDir") === "bar" ? "bars" : (PLOTS[plot.local] ?? "columns");
  return plot.children
    .filter(({ local }) => local === "ser")
    .map((own) => {
      const [name] = points(content, content.child(own, "tx"));
      const look = content.child(own, "spPr");
      return {
        kind,
        stacked: said("grouping") === "stacked",
        name: name ?? "",
        values: points(content, content.child(own, "val")).map((text) =>
          text === undefined || text === "" ? null : Number(text),
        ),
        ...(look === undefined
          ? { invisible: false }
          : seriesLook(content, look, kind === "lines" || kind === "radar", colours)),
      };
    });
}

function seriesLook(
  content: XmlPart,
  look: XmlElement,
  isLine: boolean,
  colours: SheetColours,
): Pick<DrawnSeries, "colour" | "pattern" | "invisible"> {
  const line = content.child(look, "ln");
  const place = isLine ? (line ?? look) : look;
  const patterned = content.child(place, "pattFill");
  const colour = colours.drawn(
    content,
    (patterned && content.child(patterned, "fgClr")) ?? content.child(place, "solidFill"),
  );
  const dash = isLine && line !== undefined ? content.child(line, "prstDash") : undefined;
  const pattern =
    (patterned && content.attribute(patterned, "prst")) ?? (dash && content.attribute(dash, "val"));
  return {
    invisible: content.child(place, "noFill") !== undefined,
    ...(colour === undefined ? {} : { colour }),
    ...(pattern === undefined || pattern === "solid" ? {} : { pattern }),
  };
}

/** Points of the cache of a reference, or the literal ones, in their places. */
function points(
  content: XmlPart,
  element: XmlElement | undefined,
): readonly (string | undefined)[] {
  const cache =
    element &&
    ["strCache", "numCache", "strLit", "numLit"]
      .map((local) => deep(element, local))
      .find((found) => found !== undefined);
  if (cache === undefined) return [];
  const count = content.child(cache, "ptCount");
  const found: (string | undefined)[] = Array.from({
    length: Math.min(Number((count && content.attribute(count, "val")) ?? "0"), MOST_POINTS),
  });
  for (const point of cache.children) {
    if (point.local !== "pt") continue;
    const place = Number(content.attribute(point, "idx"));
    if (place < found.length) found[place] = content.child(point, "v")?.text;
  }
  return found;
}

/** More points no chart of a budget shows; a damaged count takes no memory. */
const MOST_POINTS = 10_000;
