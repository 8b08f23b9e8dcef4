import { cellAddress } from "../../src/address";
import { elements } from "../project/xml";
import type { XmlElement } from "../project/xml";
import { rgb } from "./facts";
import type { Facts } from "./facts";
import type { Parts } from "./file-facts";

/** Parts of a dash in the words of Office.js. */
const DASHES: Readonly<Record<string, string>> = {
  solid: "Continuous",
  dash: "Dash",
  sysDot: "Dot",
  lgDash: "DashDot",
  sysDash: "RoundDot",
};

const POINT = 12700;

function at(within: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (element, name) => element?.children.find((child) => child.name === name),
    within,
  );
}

const value = (within: XmlElement | undefined, ...names: readonly string[]) =>
  at(within, ...names)?.attributes.val;

/** What a file says of the charts of a sheet. */
export function chartFacts(
  facts: Facts,
  sheet: string,
  parts: Parts,
  sheetPart: string,
  content: XmlElement,
): void {
  const drawing = elements(content, "drawing")[0]?.attributes.id;
  if (drawing === undefined) return;
  const drawingPart = parts.relationships(sheetPart).get(drawing) ?? "";
  const charts = parts.relationships(drawingPart);
  for (const anchor of elements(parts.xml(drawingPart), "twoCellAnchor")) {
    const frame = elements(anchor, "cNvPr")[0]?.attributes ?? {};
    const id = elements(anchor, "chart")[0]?.attributes.id ?? "";
    const set = (subject: string, fact: unknown) =>
      facts.set(`chart ${frame.name ?? ""}: ${subject}`, String(fact));
    set("sheet", sheet);
    set("from", corner(at(anchor, "from"), 0));
    set("to", corner(at(anchor, "to"), 1));
    set("alternative text", frame.descr);
    describe(set, parts.xml(charts.get(id) ?? ""));
  }
}

/** The cell of a corner; the lower right one names the cell behind the last. */
function corner(place: XmlElement | undefined, behind: number): string {
  const row = Number(at(place, "row")?.text) - behind;
  return cellAddress(row, Number(at(place, "col")?.text) - behind);
}

type Set = (subject: string, fact: unknown) => void;

function describe(set: Set, space: XmlElement): void {
  const chart = at(space, "chart");
  const area = at(chart, "plotArea");
  const plots = (area?.children ?? []).filter(({ name }) => name.endsWith("Chart"));
  const isRadar = plots.some(({ name }) => name === "radarChart");
  set("title", at(chart, "title", "tx", "strRef", "f")?.text);
  set("title letters", letters(at(chart, "title", "txPr")));
  const legend = at(chart, "legend");
  set("legend", legend === undefined ? "none" : value(legend, "legendPos") === "b" ? "Bottom" : "");
  set(
    "entries left out",
    elements(legend ?? space, "legendEntry")
      .map((entry) => value(entry, "idx"))
      .join(" "),
  );
  const outside = space.children.find(({ name }) => name === "spPr");
  set("area", `${fill(outside)} ${fill(at(outside, "ln"))}`);
  set("empty cells", value(chart, "dispBlanksAs"));
  set("visible only", value(chart, "plotVisOnly") === "1");
  const category = at(area, "catAx");
  const values = at(area, "valAx");
  set("category title", titleText(category));
  set("value title", titleText(values));
  set("value format", at(values, "numFmt")?.attributes.formatCode);
  set("from zero", value(values, "scaling", "min") === "0");
  set("grid", fill(at(values, "majorGridlines", "spPr", "ln")));
  if (!isRadar) {
    set("labels", value(category, "tickLblPos"));
    set("category marks", value(category, "majorTickMark"));
    set("downwards", value(category, "scaling", "orientation") === "maxMin");
    set("value axis at", value(values, "crosses") === "max" ? "maximum" : "automatic");
    set("axis lines", fill(at(category, "spPr", "ln")));
  }
  for (const plot of plots) {
    for (const series of plot.children.filter(({ name }) => name === "ser")) {
      describeSeries(set, plot, series);
    }
  }
}

function describeSeries(set: Set, plot: XmlElement, series: XmlElement): void {
  const about = (subject: string, fact: unknown) =>
    set(`series ${value(series, "order") ?? ""} ${subject}`, fact);
  const isBar = plot.name === "barChart";
  const direction = value(plot, "barDir") ?? "";
  const grouping = value(plot, "grouping") ?? "";
  about("type", isBar ? `${direction} ${grouping}` : plot.name.replace("Chart", ""));
  about("name", at(series, "tx", "strRef", "strCache", "pt", "v")?.text ?? "");
  about("name from", at(series, "tx", "strRef", "f")?.text);
  about("values", at(series, "val", "numRef", "f")?.text);
  const categories = at(series, "cat", "numRef", "f") ?? at(series, "cat", "strRef", "f");
  about("categories", categories?.text);
  const look = at(series, "spPr");
  const line = at(look, "ln");
  const width = String(Number(line?.attributes.w) / POINT);
  if (!isBar) {
    const none = at(line, "noFill") !== undefined;
    about("line", none ? "none" : `${fill(line)} ${width}`);
    about("dashes", none ? "none" : DASHES[value(line, "prstDash") ?? ""]);
    const marker = at(series, "marker");
    const letters = at(marker, "spPr");
    about(
      "marker",
      none
        ? "none"
        : `${value(marker, "symbol") ?? ""} ${value(marker, "size") ?? ""} ${fill(letters)} ${fill(at(letters, "ln"))}`,
    );
    return;
  }
  const none = at(look, "noFill") !== undefined;
  const pattern = at(look, "pattFill");
  about("fill", none ? "none" : pattern === undefined ? fill(look) : color(at(pattern, "fgClr")));
  if (pattern !== undefined) about("pattern", pattern.attributes.prst);
  about("edge", none ? "none" : `${fill(line)} ${width}`);
  about("gap", value(plot, "gapWidth"));
  about("overlap", value(plot, "overlap"));
}

function fill(look: XmlElement | undefined): string {
  return color(at(look, "solidFill"));
}

function color(within: XmlElement | undefined): string {
  return rgb(value(within, "srgbClr"));
}

function titleText(axis: XmlElement | undefined): string {
  const title = at(axis, "title");
  return title === undefined
    ? "none"
    : elements(title, "t")
        .map(({ text }) => text)
        .join("");
}

function letters(properties: XmlElement | undefined): string {
  const run = elements(
    properties ?? { name: "", attributes: {}, children: [], text: "" },
    "defRPr",
  )[0];
  const size = Number(run?.attributes.sz) / 100;
  const name = at(run, "latin")?.attributes.typeface ?? "";
  return `${name} ${String(size)} ${run?.attributes.b === "1" ? "bold" : ""} ${fill(run)}`;
}
