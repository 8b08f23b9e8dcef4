import { builtInFormat, GENERAL } from "./number-format";
import type { SheetColours } from "./sheet-colours";
import type { XmlElement, XmlPart } from "./xml-tree";

/** A line at the edge of a cell. */
export interface BorderSide {
  readonly line: "hair" | "thin" | "medium" | "thick" | "double" | "dashed" | "dotted";
  /** `RRGGBB`; absent for the colour of the text. */
  readonly colour?: string;
}

/** How a cell looks, as far as it is shown. Colours are `RRGGBB`; absent ones are automatic. */
export interface CellLook {
  readonly numberFormat: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** Points. */
  readonly size: number;
  readonly font?: string;
  readonly colour?: string;
  readonly fill?: string;
  readonly horizontal?: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly borders: {
    readonly top?: BorderSide;
    readonly bottom?: BorderSide;
    readonly left?: BorderSide;
    readonly right?: BorderSide;
  };
}

const USUAL_SIZE = 11;

/** What a cell looks like whose format says nothing. */
export const PLAIN_LOOK: CellLook = {
  numberFormat: GENERAL,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  size: USUAL_SIZE,
  vertical: "bottom",
  wrap: false,
  indent: 0,
  borders: {},
};

/** Looks by the number of the cell format (`s` of a cell). */
export function readCellLooks(styles: XmlPart, colours: SheetColours): readonly CellLook[] {
  const list = (name: string): readonly XmlElement[] =>
    styles.child(styles.root, name)?.children ?? [];
  const codes = new Map(
    list("numFmts").map((format) => [
      Number(styles.attribute(format, "numFmtId")),
      styles.attribute(format, "formatCode") ?? GENERAL,
    ]),
  );
  const fonts = list("fonts").map((font) => fontLook(styles, font, colours));
  const fills = list("fills").map((fill) => fillColour(styles, fill, colours));
  const borders = list("borders").map((border) => borderLook(styles, border, colours));
  const number = (element: XmlElement, name: string): number =>
    Number(styles.attribute(element, name) ?? "0");
  return list("cellXfs")
    .filter(({ local }) => local === "xf")
    .map((format) => {
      const id = number(format, "numFmtId");
      const fill = fills[number(format, "fillId")];
      const alignment = styles.child(format, "alignment");
      const aligned = (name: string): string | undefined =>
        alignment && styles.attribute(alignment, name);
      const horizontal = aligned("horizontal");
      return {
        ...PLAIN_LOOK,
        numberFormat: codes.get(id) ?? builtInFormat(id),
        ...fonts[number(format, "fontId")],
        ...(fill === undefined ? {} : { fill }),
        borders: borders[number(format, "borderId")] ?? {},
        ...(horizontal === undefined || horizontal === "general" ? {} : { horizontal }),
        vertical: aligned("vertical") ?? PLAIN_LOOK.vertical,
        wrap: ["1", "true"].includes(aligned("wrapText") ?? "0"),
        indent: Number(aligned("indent") ?? "0"),
      };
    });
}

type FontLook = Pick<CellLook, "bold" | "italic" | "underline" | "strike" | "size"> &
  Partial<Pick<CellLook, "font" | "colour">>;

function fontLook(styles: XmlPart, font: XmlElement, colours: SheetColours): FontLook {
  const value = (local: string): string | undefined => {
    const element = styles.child(font, local);
    return element && (styles.attribute(element, "val") ?? "1");
  };
  const isOn = (local: string): boolean => !["0", "false", "none"].includes(value(local) ?? "0");
  const name = value("name");
  const colour = colours.of(styles, styles.child(font, "color"));
  return {
    bold: isOn("b"),
    italic: isOn("i"),
    underline: isOn("u"),
    strike: isOn("strike"),
    size: Number(value("sz") ?? USUAL_SIZE),
    ...(name === undefined ? {} : { font: name }),
    ...(colour === undefined ? {} : { colour }),
  };
}

/** Colour of a fill; patterns are shown by their first colour, gradients by the first stop. */
function fillColour(styles: XmlPart, fill: XmlElement, colours: SheetColours): string | undefined {
  const pattern = styles.child(fill, "patternFill");
  if (pattern === undefined) {
    const stop = fill.children[0]?.children[0];
    return stop && colours.of(styles, styles.child(stop, "color"));
  }
  const kind = styles.attribute(pattern, "patternType") ?? "none";
  if (kind === "none") return undefined;
  const foreground = colours.of(styles, styles.child(pattern, "fgColor"));
  const background = colours.of(styles, styles.child(pattern, "bgColor"));
  return kind === "solid" ? foreground : (background ?? foreground);
}

const LINES: Readonly<Record<string, BorderSide["line"]>> = {
  hair: "hair",
  thin: "thin",
  medium: "medium",
  thick: "thick",
  double: "double",
  dashed: "dashed",
  mediumDashed: "dashed",
  dotted: "dotted",
  dashDot: "dashed",
  mediumDashDot: "dashed",
  dashDotDot: "dashed",
  mediumDashDotDot: "dashed",
  slantDashDot: "dashed",
};

function borderLook(
  styles: XmlPart,
  border: XmlElement,
  colours: SheetColours,
): CellLook["borders"] {
  const sides: Partial<Record<"top" | "bottom" | "left" | "right", BorderSide>> = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const element = styles.child(border, side);
    const line = element && LINES[styles.attribute(element, "style") ?? "none"];
    if (element === undefined || line === undefined) continue;
    const colour = colours.of(styles, styles.child(element, "color"));
    sides[side] = { line, ...(colour === undefined ? {} : { colour }) };
  }
  return sides;
}
