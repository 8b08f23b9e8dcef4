import { elements } from "../project/xml";
import type { XmlElement } from "../project/xml";
import { rgb } from "./facts";
import type { Line } from "./facts";

/** Formats that files name by number only (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<string, string>> = {
  "0": "General",
  "1": "0",
  "2": "0.00",
  "3": "#,##0",
  "4": "#,##0.00",
  "9": "0%",
  "10": "0.00%",
};

type EdgeName = "top" | "bottom" | "left" | "right";

export interface CellLookFacts {
  readonly textMark: boolean;
  readonly format: string;
  readonly font: string;
  readonly fill: string;
  readonly alignment: string;
  readonly lines: readonly (readonly [EdgeName, Line])[];
}

/** How cells look, by the number of their format. */
export interface CellLooks {
  readonly of: (format: number) => CellLookFacts;
  readonly conditional: (format: number) => string;
}

function only(within: XmlElement | undefined, name: string): XmlElement | undefined {
  return within?.children.find((child) => child.name === name);
}

export function cellLooks(styles: XmlElement): CellLooks {
  const list = (name: string) => only(styles, name)?.children ?? [];
  const codes = new Map(
    elements(styles, "numFmt").map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode,
    ]),
  );
  const fonts = list("fonts").map(fontFacts);
  const fills = list("fills").map(fillFacts);
  const borders = list("borders").map(borderFacts);
  const looks = list("cellXfs").map((xf): CellLookFacts => {
    const { numFmtId = "0", fontId, fillId, borderId, quotePrefix } = xf.attributes;
    const alignment = only(xf, "alignment")?.attributes ?? {};
    return {
      textMark: quotePrefix === "1",
      format: codes.get(numFmtId) ?? BUILT_IN[numFmtId] ?? numFmtId,
      font: fonts[Number(fontId)] ?? "",
      fill: fills[Number(fillId)] ?? "none",
      alignment: [
        alignment.horizontal ?? "general",
        alignment.vertical ?? "bottom",
        alignment.wrapText === "1" ? "wrap" : "",
        alignment.indent ?? "0",
      ].join(" "),
      lines: borders[Number(borderId)] ?? [],
    };
  });
  return {
    of: (format) => {
      const look = looks[format];
      if (look === undefined) throw new Error(`no cell format ${String(format)}`);
      return look;
    },
    conditional: (format) => {
      const dxf = list("dxfs")[format];
      const font = only(dxf, "font");
      const fill = elements(only(dxf, "fill") ?? EMPTY, "bgColor")[0];
      return [
        only(font, "b") === undefined ? "" : "bold",
        rgb(only(font, "color")?.attributes.rgb),
        rgb(fill?.attributes.rgb),
      ].join(" ");
    },
  };
}

const EMPTY: XmlElement = { name: "", attributes: {}, children: [], text: "" };

function fontFacts(font: XmlElement): string {
  const value = (name: string) => only(font, name)?.attributes.val ?? "";
  const has = (name: string) => only(font, name) !== undefined;
  return [
    value("name"),
    value("sz"),
    has("b") ? "bold" : "",
    has("i") ? "italic" : "",
    has("u") ? "underlined" : "",
    // Without a colour, letters are black.
    rgb(only(font, "color")?.attributes.rgb ?? "000000"),
  ].join(" ");
}

function fillFacts(fill: XmlElement): string {
  const pattern = only(fill, "patternFill");
  if (pattern?.attributes.patternType !== "solid") return "none";
  return rgb(only(pattern, "fgColor")?.attributes.rgb);
}

function borderFacts(border: XmlElement): readonly (readonly [EdgeName, Line])[] {
  return (["top", "bottom", "left", "right"] as const).flatMap((edge) => {
    const line = only(border, edge);
    const style = line?.attributes.style;
    if (style === undefined) return [];
    const colour = rgb(only(line, "color")?.attributes.rgb);
    return [[edge, { kind: style as Line["kind"], colour }] as const];
  });
}
