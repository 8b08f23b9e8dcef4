import type { PlanSheet, StyleName } from "./plan";

/**
 * What every cell style looks like: pure data for Office.js and for files alike.
 * Colours are `RRGGBB`. Every text colour has a contrast of at least 4.5:1 on its fill, and what a colour
 * says is said by a border, bold type or words as well.
 */

export type BorderLine = "hair" | "thin" | "medium" | "double";

export interface StyleLook {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly colour: string;
  /** Absent: no fill. */
  readonly fill?: string;
  readonly borders: {
    readonly top?: BorderLine;
    readonly bottom?: BorderLine;
    readonly left?: BorderLine;
    readonly right?: BorderLine;
  };
  readonly borderColour: string;
  /** English notation; the euro sign is a literal text, so that no regional setting replaces it. */
  readonly numberFormat: string;
  /** Absent: as Excel aligns by content. */
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical: "top" | "center" | "bottom";
  readonly wrap: boolean;
  readonly indent: number;
}

/** Font of all our cells and charts; every Office has it and LibreOffice replaces it by one of equal width. */
export const FONT_NAME = "Calibri";

const DARK_BLUE = "1F3864";
const INPUT_FILL = "FFF7D6";
const INPUT_BLUE = "0033A0";
const HEADER_FILL = "DCE6F2";
const GREY_LINE = "7F7F7F";

const EUROS = '#,##0\\ "€"';
const EUROS_AND_CENTS = '#,##0.00\\ "€"';
const PERCENT = "0.00\\ %";
const ONE_DIGIT_PERCENT = "0.0\\ %";
const DATE = "dd\\.mm\\.yyyy";
const MONTH = "mm\\/yyyy";
const GENERAL = "General";

const PLAIN: StyleLook = {
  size: 10,
  bold: false,
  italic: false,
  underline: false,
  colour: "000000",
  borders: {},
  borderColour: GREY_LINE,
  numberFormat: GENERAL,
  vertical: "center",
  wrap: false,
  indent: 0,
};

const BOX = { top: "thin", bottom: "thin", left: "thin", right: "thin" } as const;
const INPUT: StyleLook = { ...PLAIN, colour: INPUT_BLUE, fill: INPUT_FILL, borders: BOX };
const TOTAL_LINES = { top: "thin", bottom: "double" } as const;

/** Looks by style name. */
export const STYLES: Readonly<Record<StyleName, StyleLook>> = {
  title: { ...PLAIN, size: 16, bold: true, colour: DARK_BLUE },
  subtitle: { ...PLAIN, size: 11, colour: "404040" },
  heading: { ...PLAIN, size: 12, bold: true, colour: DARK_BLUE, borders: { bottom: "medium" } },
  columnHeader: {
    ...PLAIN,
    bold: true,
    fill: HEADER_FILL,
    borders: { bottom: "thin" },
    vertical: "bottom",
    wrap: true,
  },
  numberHeader: {
    ...PLAIN,
    bold: true,
    fill: HEADER_FILL,
    borders: { bottom: "thin" },
    horizontal: "right",
    vertical: "bottom",
    wrap: true,
  },
  yearHeader: {
    ...PLAIN,
    bold: true,
    fill: HEADER_FILL,
    borders: { bottom: "thin" },
    numberFormat: "0",
    horizontal: "right",
    vertical: "bottom",
  },
  label: { ...PLAIN, wrap: true },
  source: { ...PLAIN, wrap: true, indent: 1 },
  labelTotal: { ...PLAIN, bold: true, wrap: true, borders: TOTAL_LINES },
  text: PLAIN,
  note: { ...PLAIN, italic: true, colour: "595959" },
  rowId: { ...PLAIN, size: 8, colour: "6B6B6B" },
  link: { ...PLAIN, underline: true, colour: "0B57A4" },
  inputAmount: { ...INPUT, numberFormat: EUROS_AND_CENTS, horizontal: "right" },
  inputRate: { ...INPUT, numberFormat: PERCENT, horizontal: "right" },
  inputNumber: { ...INPUT, horizontal: "right" },
  inputDate: { ...INPUT, numberFormat: DATE, horizontal: "right" },
  inputMonth: { ...INPUT, numberFormat: MONTH, horizontal: "right" },
  inputYear: { ...INPUT, numberFormat: "0", horizontal: "right" },
  inputText: { ...INPUT, wrap: true, horizontal: "left" },
  linkedAmount: {
    ...PLAIN,
    colour: "1B5E20",
    numberFormat: EUROS_AND_CENTS,
    borders: { bottom: "hair" },
  },
  textAmount: {
    ...PLAIN,
    italic: true,
    colour: "6A3D00",
    numberFormat: EUROS_AND_CENTS,
    borders: { left: "medium", bottom: "hair" },
  },
  amount: { ...PLAIN, numberFormat: EUROS },
  amountTotal: { ...PLAIN, bold: true, numberFormat: EUROS, borders: TOTAL_LINES },
  amountSigned: { ...PLAIN, numberFormat: `+${EUROS};-${EUROS};0\\ "€"` },
  rate: { ...PLAIN, numberFormat: PERCENT },
  rateSigned: {
    ...PLAIN,
    numberFormat: `+${ONE_DIGIT_PERCENT};-${ONE_DIGIT_PERCENT};${ONE_DIGIT_PERCENT}`,
  },
  number: { ...PLAIN, numberFormat: "#,##0.00" },
  factor: { ...PLAIN, numberFormat: "0.0000" },
  date: { ...PLAIN, numberFormat: DATE, horizontal: "right" },
  month: { ...PLAIN, numberFormat: MONTH, horizontal: "right" },
  year: { ...PLAIN, numberFormat: "0", horizontal: "right" },
  yearOrNone: { ...PLAIN, numberFormat: "0;;–", horizontal: "right" },
  flag: { ...PLAIN, numberFormat: "0", horizontal: "right", colour: "595959" },
  check: { ...PLAIN, bold: true, horizontal: "center", borders: BOX },
  result: { ...PLAIN, size: 11, bold: true, numberFormat: EUROS, borders: { bottom: "thin" } },
  sentence: { ...PLAIN, size: 11, wrap: true },
};

/** Whose a filled cell is, told by its look; `doubtful` is a cell of ours that was coloured, or a user's. */
export type LookOwner = "ours" | "doubtful" | "user";

const WHITE = "FFFFFF";
const OUR_GROUNDS: ReadonlySet<string> = new Set(
  Object.values(STYLES).map(({ vertical, fill }) => `${vertical} ${fill ?? WHITE}`),
);

/**
 * Tells cells of ours from those that users dressed by what every program keeps when it numbers formats
 * anew: ours stand in the middle of their row or, at the bottom, on the ground of a column header.
 * @param vertical vertical alignment as files name it
 * @param fill `RRGGBB`; undefined for none
 */
export function lookOwner(vertical: string, fill: string | undefined): LookOwner {
  if (OUR_GROUNDS.has(`${vertical} ${fill ?? WHITE}`)) return "ours";
  return vertical === PLAIN.vertical ? "doubtful" : "user";
}

/** Styles whose numbers are dates: in a workbook that counts from 1904 they are written 1462 days less. */
export const DATE_STYLES: ReadonlySet<StyleName> = new Set([
  "inputDate",
  "inputMonth",
  "date",
  "month",
]);

/** How a cell looks whose condition holds; the cell's own words say the same. */
export const CONDITIONAL_LOOKS = {
  good: { colour: "1B5E20", fill: "E2F0D9" },
  bad: { colour: "9C0006", fill: "FFD9D9" },
} as const;

/** Colour of the sheet tab by what the sheet is for. */
export const TAB_COLOURS: Readonly<Record<PlanSheet["role"], string>> = {
  input: "F2C200",
  calculation: "7F7F7F",
  result: "1F5FA8",
  control: "2E7D32",
};

/**
 * Series colours in fixed order. Neighbours differ in hue for all common kinds of colour blindness and in
 * lightness for grey printing; each stands 3:1 against white.
 */
export const PALETTE: readonly string[] = [
  "0B3C6F",
  "D55E00",
  "009073",
  "7A3E9D",
  "2E86C9",
  "8C5A00",
  "C2185B",
  "4D4D4D",
  "5B8A00",
  "A03A2A",
];

/** Colour of a place in the palette, which starts again behind its end. */
export function seriesColour(place: number): string {
  return PALETTE[((place % PALETTE.length) + PALETTE.length) % PALETTE.length] ?? "4D4D4D";
}

/** Colours of lines and letters in charts. */
export const CHART_COLOURS = { text: "262626", axis: "7F7F7F", grid: "D9D9D9" } as const;
