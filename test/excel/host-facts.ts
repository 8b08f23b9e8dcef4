import { cellAddress, columnLetters } from "../../src/address";
import { calculated } from "../host/dirty";
import { addressOf } from "../host/ranges";
import { COLUMNS } from "../host/state";
import type { BorderLook, Edge, HostCell, HostChart, HostSheet, HostWorkbook } from "../host/state";
import { Lines, rgb, shownResult } from "./facts";
import type { Facts, Line } from "./facts";

/** What the stand-in holds in the sheets named. */
export function hostFacts(workbook: HostWorkbook, sheets: readonly string[]): Facts {
  calculated(workbook);
  const facts: Facts = new Map();
  facts.set("sheets", workbook.sheets.map(({ name }) => name).join(" | "));
  for (const { name, formula, comment } of workbook.names) {
    facts.set(`name ${name}`, `${formula} ${comment}`);
  }
  facts.set("stored part", [...workbook.customXml.values()].join("\n"));
  for (const sheet of workbook.sheets.filter(({ name }) => sheets.includes(name))) {
    sheetFacts(facts, sheet);
  }
  return facts;
}

function sheetFacts(facts: Facts, sheet: HostSheet): void {
  const { name } = sheet;
  facts.set(`${name}: tab`, rgb(sheet.tabColor));
  facts.set(`${name}: gridlines`, String(sheet.gridlines));
  facts.set(`${name}: visibility`, sheet.visibility);
  for (const { name: own, formula, comment } of sheet.names) {
    facts.set(`${name}: name ${own}`, `${formula} ${comment}`);
  }
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  facts.set(`${name}: frozen`, `${String(rows)} ${String(columns)}`);
  for (const [column, points] of sheet.columnWidths) {
    facts.set(`${name}: width ${columnLetters(column)}`, points.toFixed(2));
  }
  for (const [row, points] of sheet.rowHeights) {
    facts.set(`${name}: height ${String(row + 1)}`, String(points));
  }
  const lines = new Lines();
  for (const [key, cell] of sheet.cells) {
    const row = Math.floor(key / COLUMNS);
    const column = key % COLUMNS;
    cellFacts(facts, `${name}!${cellAddress(row, column)}`, cell);
    for (const [edge, look] of Object.entries(cell.look.borders) as [Edge, BorderLook][]) {
      if (look.style !== "None") lines.add(row, column, edge, lineOf(look));
    }
  }
  lines.addTo(facts, name);
  ruleFacts(facts, sheet);
  printFacts(facts, sheet);
  for (const chart of sheet.charts) chartFacts(facts, name, chart);
}

function lineOf({ style, weight, color }: BorderLook): Line {
  if (style === "Double") return { kind: "double", colour: rgb(color) };
  const kinds: Readonly<Record<string, Line["kind"]>> = {
    Hairline: "hair",
    Thin: "thin",
    Medium: "medium",
  };
  const kind = kinds[weight];
  if (style !== "Continuous" || kind === undefined) throw new Error(`line ${style} ${weight}`);
  return { kind, colour: rgb(color) };
}

function cellFacts(facts: Facts, place: string, cell: HostCell): void {
  const { look, link } = cell;
  if (cell.formula !== undefined) facts.set(`${place} formula`, cell.formula);
  facts.set(`${place} value`, shownResult(cell.value));
  facts.set(`${place} text mark`, String(cell.textMark));
  facts.set(`${place} format`, cell.numberFormat);
  facts.set(
    `${place} font`,
    [
      look.fontName,
      look.fontSize,
      look.bold ? "bold" : "",
      look.italic ? "italic" : "",
      look.underline === "Single" ? "underlined" : "",
      rgb(look.fontColor),
    ].join(" "),
  );
  facts.set(`${place} fill`, rgb(look.fill));
  facts.set(
    `${place} alignment`,
    [look.horizontal, look.vertical, look.wrap ? "wrap" : "", look.indent].join(" ").toLowerCase(),
  );
  if (link !== undefined) {
    facts.set(`${place} link`, `${link.documentReference ?? ""} ${link.screenTip ?? ""}`);
  }
}

function ruleFacts(facts: Facts, { name, validations, conditionalFormats }: HostSheet): void {
  for (const { area, rule, ignoreBlanks, errorAlert, prompt } of validations) {
    const [kind = "", content = {}] = Object.entries(rule as object)[0] ?? [];
    const { formula1, formula2, source } = content as Readonly<Record<string, unknown>>;
    facts.set(
      `${name}!${addressOf(area)} validation`,
      [
        kind === "wholeNumber" ? "whole" : kind,
        ...[formula1, formula2, source].filter((part) => part !== undefined),
        ignoreBlanks ? "or nothing" : "",
        errorAlert.style,
        errorAlert.title,
        errorAlert.message,
        prompt.title ?? "",
        prompt.message ?? "",
      ]
        .join(" ")
        .replaceAll(" =", " "),
    );
  }
  for (const [index, format] of conditionalFormats.entries()) {
    facts.set(
      `${name}: condition ${String(index + 1)}`,
      [
        addressOf(format.area),
        format.formula,
        format.bold === true ? "bold" : "",
        rgb(format.fontColor),
        rgb(format.fill),
      ].join(" "),
    );
  }
}

const POINTS_OF_AN_INCH = 72;

function printFacts(facts: Facts, { name, page, pageBreaks }: HostSheet): void {
  const set = (subject: string, value: unknown) =>
    facts.set(`${name}: print ${subject}`, String(value));
  set("orientation", String(page.get("Orientation")).toLowerCase());
  set("paper", page.get("PaperSize") === "A4" ? 9 : page.get("PaperSize"));
  const zoom = page.get("Zoom") as { horizontalFitToPages?: number; verticalFitToPages?: number };
  set(
    "pages",
    `${String(zoom.horizontalFitToPages ?? 0)} × ${String(zoom.verticalFitToPages ?? 0)}`,
  );
  for (const margin of ["Left", "Right", "Top", "Bottom", "Header", "Footer"]) {
    const points = Number(page.get(`${margin}Margin`));
    set(`${margin.toLowerCase()} margin`, (points / POINTS_OF_AN_INCH).toFixed(3));
  }
  const place = (subject: string) => {
    const [firstRow = 0, firstColumn = 0, lastRow = 0, lastColumn = 0] = String(page.get(subject))
      .split(",")
      .map(Number);
    return { firstRow, firstColumn, lastRow, lastColumn };
  };
  set("area", addressOf(place("PrintArea")));
  if (page.has("TitleRows")) {
    const { firstRow, lastRow } = place("TitleRows");
    set("rows", `${String(firstRow + 1)}:${String(lastRow + 1)}`);
  }
  if (page.has("TitleColumns")) {
    const { firstColumn, lastColumn } = place("TitleColumns");
    set("columns", `${columnLetters(firstColumn)}:${columnLetters(lastColumn)}`);
  }
  const [left, centre, right] = ["Left", "Center", "Right"].map((side) =>
    String(page.get(`Footer/${side}Footer`)),
  );
  set("footer", `&L${left ?? ""}&C${centre ?? ""}&R${right ?? ""}`);
  set("breaks", [...pageBreaks].join(" "));
}

const TYPES: Readonly<Record<string, string>> = {
  ColumnStacked: "col stacked",
  ColumnClustered: "col clustered",
  BarClustered: "bar clustered",
  LineMarkers: "line",
  RadarMarkers: "radar",
};

function chartFacts(facts: Facts, sheet: string, chart: HostChart): void {
  const set = (subject: string, value: unknown) =>
    facts.set(`chart ${chart.name}: ${subject}`, String(value));
  const look = (member: string) => chart.look.get(member);
  const { from, to } = chart;
  set("sheet", sheet);
  set("from", from === undefined ? "–" : cellAddress(from.row, from.column));
  set("to", to === undefined ? "–" : cellAddress(to.row, to.column));
  set("title", chart.titleFormula?.replace(/^=/, ""));
  set("title letters", letters(look, "Title/Format/Font"));
  set("legend", look("Legend/Visible") === true ? look("Legend/Position") : "none");
  const hidden = chart.series.flatMap((_series, index) =>
    look(`Legend/Entries/${String(index)}/Visible`) === false ? [index] : [],
  );
  set("entries left out", hidden.join(" "));
  set("area", `${rgb(look("Format/Fill/SetSolidColor"))} ${rgb(look("Format/Border/Color"))}`);
  set("empty cells", look("DisplayBlanksAs") === "NotPlotted" ? "gap" : look("DisplayBlanksAs"));
  set("visible only", look("PlotVisibleOnly"));
  set("category title", look("Axes/CategoryAxis/Title/Text") ?? "none");
  set("value title", look("Axes/ValueAxis/Title/Text") ?? "none");
  set("value format", look("Axes/ValueAxis/NumberFormat"));
  set("from zero", look("Axes/ValueAxis/Minimum") === 0);
  set("grid", rgb(look("Axes/ValueAxis/MajorGridlines/Format/Line/Color")));
  if (chart.type !== "RadarMarkers") {
    set("labels", String(look("Axes/CategoryAxis/TickLabelPosition")).toLowerCase());
    set("category marks", String(look("Axes/CategoryAxis/MajorTickMark")).toLowerCase());
    set("downwards", look("Axes/CategoryAxis/ReversePlotOrder") === true);
    const crossing = look("Axes/CategoryAxis/Position");
    set("value axis at", crossing === "Maximum" ? "maximum" : "automatic");
    set("axis lines", rgb(look("Axes/CategoryAxis/Format/Line/Color")));
  }
  for (const [index, series] of chart.series.entries()) {
    const about = (subject: string, value: unknown) =>
      set(`series ${String(index)} ${subject}`, value);
    const own = (member: string) => series.look.get(member);
    about("type", TYPES[series.chartType ?? chart.type]);
    about("name", series.name);
    about("values", series.values);
    about("categories", series.categories);
    const isLine = /line|radar/.test(TYPES[series.chartType ?? chart.type] ?? "");
    if (isLine) {
      const none = own("Format/Line/Clear") === true;
      about(
        "line",
        none ? "none" : `${rgb(own("Format/Line/Color"))} ${String(own("Format/Line/Weight"))}`,
      );
      about("dashes", none ? "none" : own("Format/Line/LineStyle"));
      about(
        "marker",
        none
          ? "none"
          : `${String(own("MarkerStyle")).toLowerCase()} ${String(own("MarkerSize"))} ${rgb(own("MarkerBackgroundColor"))} ${rgb(own("MarkerForegroundColor"))}`,
      );
    } else {
      const none = own("Format/Fill/Clear") === true;
      about("fill", none ? "none" : rgb(own("Format/Fill/SetSolidColor")));
      about(
        "edge",
        none ? "none" : `${rgb(own("Format/Line/Color"))} ${String(own("Format/Line/Weight"))}`,
      );
      about("gap", own("GapWidth"));
      about("overlap", own("Overlap"));
    }
  }
}

function letters(look: (member: string) => unknown, prefix: string): string {
  const name = String(look(`${prefix}/Name`));
  const size = String(look(`${prefix}/Size`));
  return `${name} ${size} ${look(`${prefix}/Bold`) === true ? "bold" : ""} ${rgb(look(`${prefix}/Color`))}`;
}
