import path from "node:path";
import { unzipSync, strFromU8 } from "fflate";
import { columnIndex, columnLetters } from "../../src/address";
import { elements, parseXml } from "../project/xml";
import type { XmlElement } from "../project/xml";
import { chartFacts } from "./file-charts";
import { Lines, rgb, shownResult } from "./facts";
import type { Facts } from "./facts";
import { cellLooks } from "./file-styles";
import type { CellLooks } from "./file-styles";

/** The parts of a file, read with other means than the product reads them. */
export class Parts {
  private readonly contents: Readonly<Record<string, Uint8Array>>;

  constructor(file: Uint8Array) {
    this.contents = unzipSync(file);
  }

  names(): readonly string[] {
    return Object.keys(this.contents);
  }

  text(name: string): string {
    const content = this.contents[name];
    if (content === undefined) throw new Error(`no part ${name}`);
    return strFromU8(content);
  }

  xml(name: string): XmlElement {
    return parseXml(this.text(name));
  }

  /** Targets of the relationships of a part, by their ids. */
  relationships(name: string): ReadonlyMap<string, string> {
    const folder = path.posix.dirname(name);
    const rels = `${folder}/_rels/${path.posix.basename(name)}.rels`;
    if (this.contents[rels] === undefined) return new Map();
    return new Map(
      elements(this.xml(rels), "Relationship").map(({ attributes }) => {
        const target = attributes.Target ?? "";
        const whole = target.startsWith("/") ? target.slice(1) : path.posix.join(folder, target);
        return [attributes.Id ?? "", whole];
      }),
    );
  }
}

/** What a file holds in the sheets named. */
export function fileFacts(file: Uint8Array, sheets: readonly string[]): Facts {
  const parts = new Parts(file);
  const facts: Facts = new Map();
  const workbook = parts.xml("xl/workbook.xml");
  const targets = parts.relationships("xl/workbook.xml");
  const looks = cellLooks(parts.xml("xl/styles.xml"));
  const entries = elements(workbook, "sheet");
  facts.set("sheets", entries.map(({ attributes }) => attributes.name).join(" | "));
  for (const [index, { attributes }] of entries.entries()) {
    const name = attributes.name ?? "";
    if (!sheets.includes(name)) continue;
    sheetFacts(facts, name, parts, targets.get(attributes.id ?? "") ?? "", looks);
    facts.set(`${name}: visibility`, attributes.state ?? "Visible");
    printNames(facts, name, index, workbook);
  }
  for (const { attributes, text } of elements(workbook, "definedName")) {
    const name = attributes.name ?? "";
    if (attributes.localSheetId !== undefined) continue;
    facts.set(`name ${name}`, `=${text} ${attributes.comment ?? ""}`);
  }
  const stored = parts.names().filter((name) => /^customXml\/item\d+\.xml$/.test(name));
  facts.set("stored part", stored.map((name) => parts.text(name)).join("\n"));
  return facts;
}

function sheetFacts(
  facts: Facts,
  name: string,
  parts: Parts,
  part: string,
  looks: CellLooks,
): void {
  const sheet = parts.xml(part);
  facts.set(`${name}: tab`, rgb(elements(sheet, "tabColor")[0]?.attributes.rgb));
  const view = elements(sheet, "sheetView")[0]?.attributes ?? {};
  facts.set(`${name}: gridlines`, String(view.showGridLines !== "0"));
  const pane = elements(sheet, "pane")[0]?.attributes ?? {};
  facts.set(`${name}: frozen`, `${pane.ySplit ?? "0"} ${pane.xSplit ?? "0"}`);
  for (const { attributes } of elements(sheet, "col")) {
    // Width in digits of seven pixels, at three quarters of a point each (ECMA-376, 18.3.1.13).
    const pixels = Math.round(Number(attributes.width) * 7);
    for (let at = Number(attributes.min); at <= Number(attributes.max); at++) {
      facts.set(`${name}: width ${columnLetters(at - 1)}`, (pixels * 0.75).toFixed(2));
    }
  }
  const lines = new Lines();
  for (const row of elements(sheet, "row")) {
    const { r, ht, customHeight } = row.attributes;
    if (customHeight === "1") facts.set(`${name}: height ${r ?? ""}`, ht ?? "");
    for (const cell of elements(row, "c")) cellFacts(facts, name, cell, looks, lines);
  }
  lines.addTo(facts, name);
  for (const { attributes } of elements(sheet, "hyperlink")) {
    const words = `${attributes.location ?? ""} ${attributes.tooltip ?? ""}`;
    facts.set(`${name}!${attributes.ref ?? ""} link`, words);
  }
  ruleFacts(facts, name, sheet, looks);
  printFacts(facts, name, sheet);
  chartFacts(facts, name, parts, part, sheet);
}

function cellFacts(
  facts: Facts,
  sheet: string,
  cell: XmlElement,
  looks: CellLooks,
  lines: Lines,
): void {
  const address = cell.attributes.r ?? "";
  const place = `${sheet}!${address}`;
  const formula = elements(cell, "f")[0];
  if (formula !== undefined) facts.set(`${place} formula`, `=${formula.text}`);
  facts.set(`${place} value`, shownResult(valueOf(cell)));
  const look = looks.of(Number(cell.attributes.s ?? "0"));
  facts.set(`${place} text mark`, String(look.textMark));
  facts.set(`${place} format`, look.format);
  facts.set(`${place} font`, look.font);
  facts.set(`${place} fill`, look.fill);
  facts.set(`${place} alignment`, look.alignment);
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  for (const [edge, line] of look.lines) {
    lines.add(Number(digits) - 1, columnIndex(letters), edge, line);
  }
}

function valueOf(cell: XmlElement): unknown {
  const text = elements(cell, "v")[0]?.text ?? elements(cell, "t")[0]?.text;
  if (text === undefined || text === "") return null;
  switch (cell.attributes.t) {
    case "b":
      return text === "1";
    case "str":
    case "inlineStr":
      // Characters that XML has not, and texts that look like one (ECMA-376, 22.9.2.19).
      return text.replace(/_x([0-9A-F]{4})_/g, (_code, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      );
    default:
      return Number(text);
  }
}

function ruleFacts(facts: Facts, name: string, sheet: XmlElement, looks: CellLooks): void {
  for (const validation of elements(sheet, "dataValidation")) {
    const { attributes } = validation;
    const formulas = ["formula1", "formula2"].flatMap((each) =>
      elements(validation, each).map(({ text }) => text),
    );
    facts.set(
      `${name}!${attributes.sqref ?? ""} validation`,
      [
        attributes.type,
        ...formulas,
        attributes.allowBlank === "1" ? "or nothing" : "",
        attributes.errorStyle === "stop" ? "Stop" : attributes.errorStyle,
        attributes.errorTitle,
        attributes.error,
        attributes.promptTitle ?? "",
        attributes.prompt ?? "",
      ].join(" "),
    );
  }
  for (const formatting of elements(sheet, "conditionalFormatting")) {
    for (const rule of elements(formatting, "cfRule")) {
      const formula = elements(rule, "formula")[0]?.text ?? "";
      facts.set(
        `${name}: condition ${rule.attributes.priority ?? ""}`,
        [
          formatting.attributes.sqref,
          `=${formula}`,
          looks.conditional(Number(rule.attributes.dxfId)),
        ].join(" "),
      );
    }
  }
}

function printFacts(facts: Facts, name: string, sheet: XmlElement): void {
  const set = (subject: string, value: string | undefined) =>
    facts.set(`${name}: print ${subject}`, value ?? "");
  const setup = elements(sheet, "pageSetup")[0]?.attributes ?? {};
  set("orientation", setup.orientation);
  set("paper", setup.paperSize);
  set("pages", `${setup.fitToWidth ?? ""} × ${setup.fitToHeight ?? ""}`);
  const margins = elements(sheet, "pageMargins")[0]?.attributes ?? {};
  for (const margin of ["left", "right", "top", "bottom", "header", "footer"]) {
    set(`${margin} margin`, Number(margins[margin]).toFixed(3));
  }
  set("footer", elements(sheet, "oddFooter")[0]?.text);
  set(
    "breaks",
    elements(sheet, "brk")
      .map(({ attributes }) => attributes.id)
      .join(" "),
  );
}

/** Print area and repeated rows and columns are names of the sheet. */
function printNames(facts: Facts, name: string, index: number, workbook: XmlElement): void {
  for (const { attributes, text } of elements(workbook, "definedName")) {
    if (attributes.localSheetId !== String(index)) continue;
    const own = attributes.name ?? "";
    if (!own.startsWith("_xlnm.")) {
      facts.set(`${name}: name ${own}`, `=${text} ${attributes.comment ?? ""}`);
      continue;
    }
    for (const reference of text.split(/,(?=')/)) {
      const address = reference.slice(reference.lastIndexOf("!") + 1).replaceAll("$", "");
      const subject =
        own === "_xlnm.Print_Area" ? "area" : /^\d/.test(address) ? "rows" : "columns";
      facts.set(`${name}: print ${subject}`, address);
    }
  }
}
