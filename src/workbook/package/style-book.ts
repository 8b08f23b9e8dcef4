import { RefusedError } from "../../finding";
import type { StyleName } from "../plan";
import { CONDITIONAL_LOOKS, FONT_NAME, STYLES } from "../styles";
import type { StyleLook } from "../styles";
import { builtInFormatId } from "./number-format";
import { appendInside, prefixOf, splice } from "./xml-tree";
import type { Splice, XmlElement, XmlPart } from "./xml-tree";
import { escapeXml } from "./xml-text";

/** Cell formats a workbook may hold (Excel specifications and limits). */
const MOST_CELL_FORMATS = 65490;
const FIRST_CUSTOM_FORMAT = 164;

/** Children of the style sheet in the order that the schema wants. */
const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
] as const;
type CollectionName = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

/** What a collection begins with when the file has none: number 0 is what plain cells refer to. */
const FIRST_ITEMS: Readonly<Record<CollectionName, readonly string[]>> = {
  numFmts: [],
  fonts: [`<font><sz val="11"/><name val="${FONT_NAME}"/></font>`],
  fills: [
    `<fill><patternFill patternType="none"/></fill>`,
    `<fill><patternFill patternType="gray125"/></fill>`,
  ],
  borders: [`<border><left/><right/><top/><bottom/><diagonal/></border>`],
  cellXfs: [`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`],
  dxfs: [],
};

/**
 * Our styles appended to those of a workbook. Nothing existing is changed or renumbered; what is already
 * there in the same words is used again, so that writing twice adds nothing.
 */
export class StyleBook {
  private readonly styles: XmlPart;
  private readonly prefix: string;
  private readonly known = new Map<CollectionName, Map<string, number>>();
  private readonly added = new Map<CollectionName, string[]>();
  private readonly formatIds: Map<string, number>;
  private highestFormat: number;

  constructor(styles: XmlPart) {
    this.styles = styles;
    this.prefix = prefixOf(styles.root);
    this.formatIds = new Map();
    this.highestFormat = FIRST_CUSTOM_FORMAT - 1;
    for (const format of styles.child(styles.root, "numFmts")?.children ?? []) {
      const id = Number(styles.attribute(format, "numFmtId"));
      this.formatIds.set(styles.attribute(format, "formatCode") ?? "", id);
      this.highestFormat = Math.max(this.highestFormat, id);
    }
  }

  /**
   * Number of the cell format of a style; with `asText` what is typed over the cell stays text
   * (`quotePrefix`), for labels that look like a formula or a number.
   */
  cellFormat(style: StyleName, asText: boolean): number {
    return this.cellFormatOf(STYLES[style], asText);
  }

  /** Number of a cell format that has nothing but a number format. */
  plainFormat(numberFormat: string): number {
    const id = this.numberFormat(numberFormat);
    return this.item(
      "cellXfs",
      `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"${this.parent()} applyNumberFormat="1"/>`,
    );
  }

  /** Number of the format that a condition gives. */
  conditional(look: "good" | "bad"): number {
    const { colour, fill } = CONDITIONAL_LOOKS[look];
    return this.item(
      "dxfs",
      `<dxf><font><b/><color rgb="FF${colour}"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`,
    );
  }

  /** The part with everything that was asked for. */
  bytes(): Uint8Array {
    const changes: Splice[] = [];
    const missing = new Map<number, string>();
    for (const name of ORDER) {
      if (!isCollection(name)) continue;
      const items = this.added.get(name);
      if (items === undefined || items.length === 0) continue;
      const element = this.styles.child(this.styles.root, name);
      const content = items.map((item) => this.withPrefix(item)).join("");
      if (element === undefined) {
        const at = this.placeOf(name);
        const whole = this.withPrefix(`<${name} count="${items.length}">`) + content;
        missing.set(at, `${missing.get(at) ?? ""}${whole}</${this.prefix}${name}>`);
      } else {
        changes.push(appendInside(element, content), ...this.newCount(element, items.length));
      }
    }
    for (const [at, text] of missing) changes.push({ start: at, end: at, text });
    return splice(this.styles.bytes, changes);
  }

  private cellFormatOf(look: StyleLook, asText: boolean): number {
    const font = this.item("fonts", fontXml(look));
    const fill = look.fill === undefined ? 0 : this.item("fills", fillXml(look.fill));
    const border = this.item("borders", borderXml(look));
    const format = this.numberFormat(look.numberFormat);
    const quote = asText ? ' quotePrefix="1"' : "";
    const horizontal = look.horizontal === undefined ? "" : ` horizontal="${look.horizontal}"`;
    const vertical = look.vertical === "bottom" ? "" : ` vertical="${look.vertical}"`;
    const wrap = look.wrap ? ' wrapText="1"' : "";
    const indent = look.indent > 0 ? ` indent="${look.indent}"` : "";
    return this.item(
      "cellXfs",
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}"${this.parent()}${quote} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${horizontal}${vertical}${wrap}${indent}/></xf>`,
    );
  }

  /** Every cell format names its parent, the style “Normal”, where the file has one. */
  private parent(): string {
    return this.styles.child(this.styles.root, "cellStyleXfs") === undefined ? "" : ' xfId="0"';
  }

  private numberFormat(code: string): number {
    const existing = builtInFormatId(code) ?? this.formatIds.get(code);
    if (existing !== undefined) return existing;
    const id = ++this.highestFormat;
    this.formatIds.set(code, id);
    this.item("numFmts", `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  /** Place of an item in its collection, appended when it is new. */
  private item(name: CollectionName, xml: string): number {
    const known = this.known.get(name) ?? this.existingItems(name);
    const place = known.get(xml);
    if (place !== undefined) return place;
    const element = this.styles.child(this.styles.root, name);
    const added = this.added.get(name) ?? [];
    const next = (element?.children.length ?? 0) + added.length;
    if (name === "cellXfs" && next >= MOST_CELL_FORMATS) throw tooManyFormats();
    added.push(xml);
    this.added.set(name, added);
    known.set(xml, next);
    return next;
  }

  private existingItems(name: CollectionName): Map<string, number> {
    const known = new Map<string, number>();
    const element = this.styles.child(this.styles.root, name);
    if (element === undefined) this.added.set(name, [...FIRST_ITEMS[name]]);
    element?.children.forEach((child, place) => {
      const source = this.styles.source(child).replaceAll(`<${this.prefix}`, "<");
      const xml = source.replaceAll(`</${this.prefix}`, "</");
      if (!known.has(xml)) known.set(xml, place);
    });
    this.known.set(name, known);
    return known;
  }

  private placeOf(name: CollectionName): number {
    const following = ORDER.slice(ORDER.indexOf(name) + 1);
    const next = this.styles.root.children.find((child) =>
      following.some((other) => other === child.local),
    );
    return next?.start ?? this.styles.root.closeStart;
  }

  private newCount(element: XmlElement, more: number): Splice[] {
    const range = this.styles.attributeRange(element, "count");
    return range === undefined ? [] : [{ ...range, text: String(element.children.length + more) }];
  }

  private withPrefix(xml: string): string {
    return this.prefix === "" ? xml : xml.replace(/<(\/?)/g, `<$1${this.prefix}`);
  }
}

function isCollection(name: (typeof ORDER)[number]): name is CollectionName {
  return name in FIRST_ITEMS;
}

function fontXml(look: StyleLook): string {
  const bold = look.bold ? "<b/>" : "";
  const italic = look.italic ? "<i/>" : "";
  const underline = look.underline ? "<u/>" : "";
  return `<font>${bold}${italic}${underline}<sz val="${look.size}"/><color rgb="FF${look.colour}"/><name val="${FONT_NAME}"/><family val="2"/></font>`;
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml({ borders, borderColour }: StyleLook): string {
  const sides = (["left", "right", "top", "bottom"] as const).map((side) => {
    const line = borders[side];
    return line === undefined
      ? `<${side}/>`
      : `<${side} style="${line}"><color rgb="FF${borderColour}"/></${side}>`;
  });
  return `<border>${sides.join("")}<diagonal/></border>`;
}

function tooManyFormats(): RefusedError {
  return new RefusedError({
    de: "Die Arbeitsmappe hat so viele verschiedene Zellformate, dass Excel keine weiteren annimmt. Bitte die benötigten Blätter in eine neue Arbeitsmappe kopieren und dort weiterarbeiten.",
    en: "The workbook has so many different cell formats that Excel takes no more. Please copy the sheets you need to a new workbook and go on there.",
  });
}
