import type { MergedArea } from "../../src/budget/grid";

/** What a cell of the stand-in holds; an error value is told apart from a text that looks like one. */
export type HostValue = number | string | boolean | null | { readonly error: string };

export type Edge = "top" | "bottom" | "left" | "right";

export interface BorderLook {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

/** How a cell looks, in the words of the object model. */
export interface CellLook {
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly fontColor: string;
  readonly fill: string | null;
  readonly borders: Readonly<Partial<Record<Edge, BorderLook>>>;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
}

/** A cell nobody has formatted, as a new workbook of Excel 2007 to 2021 shows it. */
export const PLAIN_LOOK: CellLook = {
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: "None",
  fontColor: "#000000",
  fill: null,
  borders: {},
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  indent: 0,
};

export interface HostLink {
  readonly documentReference?: string;
  readonly address?: string;
  readonly screenTip?: string;
}

export interface HostCell {
  value: HostValue;
  formula?: string;
  /** The cell shows an apostrophe in the formula bar: what stands in it is text whatever it looks like. */
  textMark: boolean;
  numberFormat: string;
  look: CellLook;
  link?: HostLink;
}

export interface Area {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface HostValidation {
  readonly area: Area;
  readonly rule: unknown;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: Readonly<Record<string, unknown>>;
  readonly prompt: Readonly<Record<string, unknown>>;
}

export interface HostConditionalFormat {
  readonly id: string;
  readonly area: Area;
  readonly type: string;
  formula: string;
  fontColor?: string;
  bold?: boolean;
  fill?: string;
}

export interface HostSeries {
  name: string;
  values?: string;
  categories?: string;
  chartType?: string;
  /** Colours, lines and markers by the path of the member, `Format/Fill`. */
  readonly look: Map<string, unknown>;
}

/** Something users put on a sheet that only has to be known of. */
export interface HostTable {
  readonly id: string;
  readonly name: string;
  readonly area: Area;
}

export interface HostComment {
  readonly id: string;
  readonly row: number;
  readonly column: number;
}

export interface HostChart {
  readonly id: string;
  name: string;
  readonly type: string;
  from?: { readonly row: number; readonly column: number };
  to?: { readonly row: number; readonly column: number };
  titleFormula?: string;
  series: HostSeries[];
  /** Everything else that was set, by the path of the member, `Axes/ValueAxis/NumberFormat`. */
  readonly look: Map<string, unknown>;
}

export interface HostSheet {
  readonly id: string;
  name: string;
  visibility: string;
  tabColor: string;
  gridlines: boolean;
  isProtected: boolean;
  readonly cells: Map<number, HostCell>;
  merges: MergedArea[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** In points. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  freeze?: { readonly rows: number; readonly columns: number };
  validations: HostValidation[];
  conditionalFormats: HostConditionalFormat[];
  charts: HostChart[];
  tables: HostTable[];
  comments: HostComment[];
  isFiltered: boolean;
  /** Pictures and shapes. */
  shapes: number;
  /** Page layout by the path of the member. */
  readonly page: Map<string, unknown>;
  readonly pageBreaks: Set<number>;
  /** Names that are known on this sheet only; they go with it. */
  readonly names: HostName[];
}

export interface HostName {
  readonly name: string;
  /** `='KR Annahmen'!$A$1`, or `=#REF!` once its sheet is gone. */
  formula: string;
  comment: string;
}

/** A workbook as the stand-in keeps it. */
export interface HostWorkbook {
  sheets: HostSheet[];
  names: HostName[];
  readonly customXml: Map<string, string>;
  readonly settings: Map<string, unknown>;
  structureProtected: boolean;
  date1904: boolean;
  precisionAsDisplayed: boolean;
  calculationMode: string;
  /** What was selected last, by the id of its sheet. */
  selection?: { readonly sheet: string; readonly area: Area };
  /** Counts everything that ever got an id. */
  ids: number;
}

/** Columns of a sheet; a cell is kept by `row × COLUMNS + column`. */
export const COLUMNS = 16384;

export function emptyWorkbook(): HostWorkbook {
  return {
    sheets: [],
    names: [],
    customXml: new Map(),
    settings: new Map(),
    structureProtected: false,
    date1904: false,
    precisionAsDisplayed: false,
    calculationMode: "Automatic",
    ids: 0,
  };
}

/** Ids have the shape that captures of Excel show. */
export function newId(workbook: HostWorkbook): string {
  workbook.ids++;
  return `{${String(workbook.ids).padStart(8, "0")}-0001-0000-0000-000000000000}`;
}

export function addSheet(workbook: HostWorkbook, name: string): HostSheet {
  const sheet: HostSheet = {
    id: newId(workbook),
    name,
    visibility: "Visible",
    tabColor: "",
    gridlines: true,
    isProtected: false,
    cells: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    validations: [],
    conditionalFormats: [],
    charts: [],
    tables: [],
    comments: [],
    isFiltered: false,
    shapes: 0,
    page: new Map(),
    pageBreaks: new Set(),
    names: [],
  };
  workbook.sheets.push(sheet);
  return sheet;
}

export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

/** The cell at a place, made when nothing stood there. */
export function cellAt(sheet: HostSheet, row: number, column: number): HostCell {
  const key = cellKey(row, column);
  const found = sheet.cells.get(key);
  if (found !== undefined) return found;
  const cell: HostCell = {
    value: null,
    textMark: false,
    numberFormat: "General",
    look: PLAIN_LOOK,
  };
  sheet.cells.set(key, cell);
  return cell;
}
