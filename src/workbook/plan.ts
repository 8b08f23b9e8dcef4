/**
 * The plan of what is written: pure data, realised alike by Office.js and by the `.xlsx` package.
 * Rows and columns count from 0. Formulas are in English notation and begin with `=`.
 */

/** What a cell shows, as written or as calculated. `null` is an empty cell. */
export type PlanValue = number | string | boolean | null;

/** Cell styles by name; `styles.ts` says what each looks like. */
export type StyleName =
  | "title"
  | "subtitle"
  | "heading"
  | "columnHeader"
  | "numberHeader"
  | "yearHeader"
  | "label"
  | "source"
  | "labelTotal"
  | "text"
  | "note"
  | "rowId"
  | "link"
  | "inputAmount"
  | "inputRate"
  | "inputNumber"
  | "inputDate"
  | "inputMonth"
  | "inputYear"
  | "inputText"
  | "linkedAmount"
  | "textAmount"
  | "amount"
  | "amountTotal"
  | "amountSigned"
  | "rate"
  | "rateSigned"
  | "number"
  | "factor"
  | "date"
  | "month"
  | "year"
  | "yearOrNone"
  | "flag"
  | "check"
  | "result"
  | "sentence";

export interface PlanCell {
  readonly row: number;
  readonly column: number;
  readonly style: StyleName;
  /** The input, or the calculated value of the formula (the cached value in a file). */
  readonly value: PlanValue;
  readonly formula?: string;
  /** Inside the workbook only: `'KR Annahmen'!A1`. */
  readonly hyperlink?: { readonly target: string; readonly tip?: string };
}

/** Which values an input accepts, with the words shown when it does not. */
export interface PlanValidation {
  readonly row: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly rule:
    | { readonly type: "decimal"; readonly minimum: number; readonly maximum: number }
    | { readonly type: "whole"; readonly minimum: number; readonly maximum: number }
    /** Words of the user's own, by the number of their characters. */
    | { readonly type: "textLength"; readonly minimum: number; readonly maximum: number }
    /** Serial numbers of Excel dates. */
    | { readonly type: "date"; readonly minimum: number; readonly maximum: number }
    /** Range of cells that hold the allowed texts, `=$B$4:$B$7`. */
    | { readonly type: "list"; readonly source: string };
  readonly allowBlank: boolean;
  readonly promptTitle?: string;
  readonly prompt?: string;
  readonly errorTitle: string;
  readonly error: string;
}

/** Format by condition, for checks and flags; never the only sign of a state. */
export interface PlanConditionalFormat {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Formula for the upper left cell, `=$E7<>1`. */
  readonly formula: string;
  readonly look: "good" | "bad";
}

/** A reference to cells of our own sheets with the values they show. */
export interface PlanRange {
  /** `'KR Vergleich'!$H$12:$Q$12` */
  readonly reference: string;
  readonly values: readonly PlanValue[];
}

export interface PlanSeries {
  readonly name: PlanRange;
  readonly categories: PlanRange;
  readonly values: PlanRange;
  /** Place in the palette; the same cost block has the same colour in every chart. */
  readonly colour: number;
  /** A pattern or dash beside the colour, for grey printing. */
  readonly pattern?: "solid" | "wide" | "narrow" | "dots" | "dash" | "none";
  /** In a line chart: drawn as thin columns instead (turning point). */
  readonly asColumns?: boolean;
}

export interface PlanChart {
  /** Unique in the workbook, a stable id. */
  readonly name: string;
  readonly type: "stackedColumns" | "clusteredColumns" | "lines" | "bars" | "radar";
  /** Cell whose text is the title, and the text. */
  readonly title: PlanRange;
  readonly categoryTitle?: string;
  readonly valueTitle?: string;
  readonly valueFormat: string;
  /** Columns without negative values begin at zero, so that their heights can be compared. */
  readonly fromZero: boolean;
  readonly legend: boolean;
  readonly series: readonly PlanSeries[];
  /** For those who cannot see it: what it shows and where its figures stand. */
  readonly alternativeText: string;
  /** Upper left and lower right cell it covers. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

export interface PlanPrint {
  readonly orientation: "landscape" | "portrait";
  readonly pagesWide: number;
  /** 0: as many as needed. */
  readonly pagesTall: number;
  /** Rows repeated on every page, from 0; both included. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
  readonly repeatColumns?: { readonly first: number; readonly last: number };
  /** Rows that begin a new page, from 0, so that no chart is cut. */
  readonly breaks: readonly number[];
  /** Area printed, from 0; both included. */
  readonly area: { readonly lastRow: number; readonly lastColumn: number };
  readonly footerLeft: string;
  readonly footerCentre: string;
  /** `&P` and `&N` stand for page and pages. */
  readonly footerRight: string;
}

export interface PlanSheet {
  /** Stable id, `scenario:invoiced`; never shown. */
  readonly key: string;
  /** At most 31 characters, unique in the workbook, none of `[]:*?/\`. */
  readonly name: string;
  readonly role: "input" | "calculation" | "result" | "control";
  /** Sorted by row, then column. */
  readonly cells: readonly PlanCell[];
  /** Width in characters by column, from A on. */
  readonly columnWidths: readonly number[];
  /** Row heights in points where they differ from the usual. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Rows above and columns left of this cell stay in view. */
  readonly freeze?: { readonly row: number; readonly column: number };
  readonly validations: readonly PlanValidation[];
  readonly conditionalFormats: readonly PlanConditionalFormat[];
  readonly charts: readonly PlanChart[];
  readonly print: PlanPrint;
  /** Columns whose text looks like a number on purpose (product, account): no green triangles. */
  readonly numbersAsText: readonly {
    readonly firstRow: number;
    readonly lastRow: number;
    readonly column: number;
  }[];
}

/** A name that is visible in the whole workbook; ours only mark our sheets and never stand in a formula. */
export interface PlanName {
  readonly name: string;
  /** `'KR Annahmen'!$A$1` */
  readonly reference: string;
  readonly comment: string;
}

export interface WorkbookPlan {
  readonly sheets: readonly PlanSheet[];
  readonly names: readonly PlanName[];
  /** Text of the one custom XML part, in the namespace {@link STORED_PART_NAMESPACE}. */
  readonly storedPart: string;
}

/** Namespace of the root element of our custom XML part. */
export const STORED_PART_NAMESPACE = "urn:kooperationsrechner:workbook:1";
