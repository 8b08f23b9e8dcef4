import type { XmlElement, XmlPart } from "./xml-tree";

/** Colours 8 to 63 that files name by number (ECMA-376, 18.8.27); 0 to 7 repeat the first eight. */
const INDEXED =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 " +
  "C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF " +
  "800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC " +
  "99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333";
const PALETTE: readonly string[] = INDEXED.split(" ");

/** The theme that Office gives a file without one: light, dark, then as files number them. */
const OFFICE_THEME =
  "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

/** Names of the theme's colours in the order in which cells number them. */
const THEME_ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** The colours of a workbook: its theme, and what its colour elements mean. */
export class SheetColours {
  private readonly theme: readonly string[];

  constructor(theme: XmlPart | undefined) {
    this.theme = theme === undefined ? OFFICE_THEME : themeColours(theme);
  }

  /** `RRGGBB` of a colour element (`rgb`, `theme` with `tint`, `indexed`); undefined for an automatic one. */
  of(content: XmlPart, element: XmlElement | undefined): string | undefined {
    if (element === undefined) return undefined;
    const rgb = content.attribute(element, "rgb");
    const theme = content.attribute(element, "theme");
    const indexed = content.attribute(element, "indexed");
    const plain =
      rgb !== undefined
        ? rgb.slice(-6).toUpperCase()
        : theme !== undefined
          ? this.theme[Number(theme)]
          : indexed !== undefined
            ? PALETTE[Number(indexed) < 8 ? Number(indexed) : Number(indexed) - 8]
            : undefined;
    if (plain === undefined || !/^[0-9A-F]{6}$/i.test(plain)) return undefined;
    return tinted(plain, Number(content.attribute(element, "tint") ?? "0"));
  }

  /** `RRGGBB` of a colour in a drawing (`srgbClr`, `schemeClr`); undefined where there is none. */
  drawn(content: XmlPart, fill: XmlElement | undefined): string | undefined {
    const element = fill?.children[0];
    if (element === undefined) return undefined;
    const value = content.attribute(element, "val") ?? "";
    if (element.local === "srgbClr") return value.toUpperCase();
    const names: Readonly<Record<string, string>> = {
      tx1: "dk1",
      bg1: "lt1",
      tx2: "dk2",
      bg2: "lt2",
    };
    return this.theme[THEME_ORDER.indexOf(names[value] ?? value)];
  }
}

function themeColours(theme: XmlPart): readonly string[] {
  const elements = theme.child(theme.root, "themeElements");
  const scheme = elements && theme.child(elements, "clrScheme");
  if (scheme === undefined) return OFFICE_THEME;
  return THEME_ORDER.map((name, place) => {
    const own = theme.child(scheme, name)?.children[0];
    const value =
      own && (theme.attribute(own, "lastClr") ?? theme.attribute(own, "val"))?.toUpperCase();
    return value ?? OFFICE_THEME[place] ?? "000000";
  });
}

/** Lighter for a tint above 0, darker below (ECMA-376, 18.8.19), channel by channel. */
function tinted(colour: string, tint: number): string {
  if (!Number.isFinite(tint) || tint === 0) return colour;
  const channel = (at: number): string => {
    const value = parseInt(colour.slice(at, at + 2), 16);
    const changed = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(Math.min(255, Math.max(0, changed)))
      .toString(16)
      .padStart(2, "0")
      .toUpperCase();
  };
  return channel(0) + channel(2) + channel(4);
}
