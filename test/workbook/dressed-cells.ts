import { edited, partNames, partOf } from "./edited-workbook";

const STYLES_PART = "xl/styles.xml";
const FORMATS = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s;
const FILLS = /<fills[^>]*>(.*?)<\/fills>/s;
const FORMAT = /<xf [^>]*\/>|<xf [^>]*[^/]>.*?<\/xf>/gs;

function formatsOf(styles: string): readonly string[] {
  return FORMATS.exec(styles)?.[1]?.match(FORMAT) ?? [];
}

function fillsOf(styles: string): readonly string[] {
  return FILLS.exec(styles)?.[1]?.match(/<fill>.*?<\/fill>/gs) ?? [];
}

function withFormats(styles: string, formats: readonly string[]): string {
  const list = `<cellXfs count="${formats.length}">${formats.join("")}</cellXfs>`;
  return styles.replace(FORMATS, () => list);
}

/** How a user dresses a cell; vertical alignment as files name it, the fill as `RRGGBB`. */
export interface Dress {
  readonly fill?: string;
  readonly vertical?: string;
}

/** The file with a cell format more, and its number. */
export function withDress(
  bytes: Uint8Array,
  { fill, vertical }: Dress,
): { bytes: Uint8Array; format: number } {
  const before = partOf(bytes, STYLES_PART);
  const formats = formatsOf(before);
  const ground = fill === undefined ? 0 : fillsOf(before).length;
  const alignment = vertical === undefined ? "" : `<alignment vertical="${vertical}"/>`;
  const format = `<xf numFmtId="4" fontId="0" fillId="${ground}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1">${alignment}</xf>`;
  const pattern = `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill ?? ""}"/><bgColor indexed="64"/></patternFill></fill>`;
  const dress = (styles: string): string => {
    const filled = fill === undefined ? styles : styles.replace("</fills>", `${pattern}</fills>`);
    return withFormats(filled, [...formats, format]);
  };
  return { bytes: edited(bytes, { [STYLES_PART]: dress }), format: formats.length };
}

/**
 * The file as LibreOffice saves it: cell formats and fills in another order and in other words, with every
 * cell that refers to them following.
 */
export function renumbered(bytes: Uint8Array): Uint8Array {
  const formats = formatsOf(partOf(bytes, STYLES_PART));
  const turned = (place: number, count: number, fixed: number): number =>
    place < fixed ? place : count - 1 - (place - fixed);
  const reversed = <T>(items: readonly T[], fixed: number): readonly T[] => [
    ...items.slice(0, fixed),
    ...items.slice(fixed).reverse(),
  ];
  const restyle = (styles: string): string => {
    const fills = fillsOf(styles);
    const worded = formats.map((format) =>
      format
        .replace(/fillId="(\d+)"/, (_all, id) => `fillId="${turned(Number(id), fills.length, 2)}"`)
        .replace(/<alignment(?![^>]*vertical=)/, '<alignment vertical="bottom"'),
    );
    const refilled = reversed(fills, 2).join("");
    return withFormats(
      styles.replace(FILLS, () => `<fills count="${fills.length}">${refilled}</fills>`),
      reversed(worded, 1),
    );
  };
  const recount = (text: string): string =>
    text.replace(
      /(<c r="[A-Z]+\d+" s=")(\d+)"/g,
      (_all, opening: string, format) => `${opening}${turned(Number(format), formats.length, 1)}"`,
    );
  const sheets = partNames(bytes).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
  const touched = sheets.filter((name) => recount(partOf(bytes, name)) !== partOf(bytes, name));
  return edited(bytes, {
    [STYLES_PART]: restyle,
    ...Object.fromEntries(touched.map((name) => [name, recount])),
  });
}
