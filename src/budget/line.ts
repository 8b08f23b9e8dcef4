import type { Finding } from "../finding";
import type { Text } from "../language";

/** What an amount of a year is: result, budget, amended budget, plan, commitment authorisation. */
export type AmountKind = "ergebnis" | "ansatz" | "fortgeschrieben" | "planung" | "verpflichtung";

/** Expense (Aufwand, Auszahlung, Ausgabe) or revenue (Ertrag, Einzahlung, Einnahme). */
export type Direction = "expense" | "revenue";

/** How a text writes its numbers: `1.234,56` or `1,234.56`. */
export type Notation = "german" | "english";

/** The unit the sheet prints its amounts in. */
export type AmountUnit = "EUR" | "TEUR" | "MEUR";

/** A cell of a budget sheet; row and column from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** One amount of a budget line with the cell it comes from. */
export interface Amount {
  readonly year: number;
  readonly kind: AmountKind;
  /** EUR; positive in the line's direction, as printed where the line has none. */
  readonly value: number;
  readonly cell: CellPosition;
  /**
   * `value = number in the cell × factor`: unit and sign. The live link to the cell multiplies by it.
   */
  readonly factor: number;
  /** The text as it stands in the cell, when the amount is a text and no number. */
  readonly text?: string;
}

/** A cell by which a line is recognised again: product, account, label, or the year in long budgets. */
export interface KeyCell {
  readonly part: "product" | "account" | "label" | "year";
  readonly cell: CellPosition;
  /** What stands in the cell, as text. */
  readonly raw: string;
}

/** A detail line of a budget sheet: no total, no subtotal, nothing twice. */
export interface BudgetLine {
  readonly sheet: string;
  /** First row of the line, from 0. */
  readonly row: number;
  /** Product number as text with its leading zeros, if the sheet gives one. */
  readonly product?: string;
  readonly productLabel?: string;
  readonly account?: string;
  readonly label: string;
  /** Absent where the sheet does not say which it is. */
  readonly direction?: Direction;
  readonly amounts: readonly Amount[];
  /** In long budgets (one row an amount) the keys of every row. */
  readonly keys: readonly KeyCell[];
}

/** A year column, or a year and kind found in the rows of a long budget. */
export interface AmountColumn {
  readonly year: number;
  readonly kind: AmountKind;
  /** Column of the amount, from 0. */
  readonly column: number;
  /** Set where the column holds one direction only. */
  readonly direction?: Direction;
}

/** Sums of the detail lines of a year and kind, EUR, revenue and expense positive. */
export interface YearTotal {
  readonly year: number;
  readonly kind: AmountKind;
  readonly revenue: number;
  readonly expense: number;
  /** Sum of the lines of unknown direction, as printed. */
  readonly undirected: number;
  readonly lines: number;
}

/** Which bookkeeping a budget follows; account numbers mean different things in each. */
export type Bookkeeping = "doppik" | "cameral";

/** A sheet that was understood. */
export interface BudgetSheet {
  readonly status: "budget";
  readonly name: string;
  readonly unit: AmountUnit;
  readonly orientation: "years-across" | "years-down";
  readonly bookkeeping: Bookkeeping;
  /** The budget year, when the sheet tells it (the first Ansatz year that has no result). */
  readonly budgetYear?: number;
  readonly columns: readonly AmountColumn[];
  readonly lines: readonly BudgetLine[];
  readonly totals: readonly YearTotal[];
  readonly findings: readonly Finding[];
  /** Where the table stands and how its amounts are written. */
  readonly layout?: SheetLayout;
  /** How each column was understood, for the user to look through and correct. */
  readonly proposal?: readonly ColumnProposal[];
}

/** A column of amounts, also of balances and sums, and how its texts are read. */
export interface AmountArea {
  readonly column: number;
  readonly notation: Notation;
}

/** Where the table of a budget sheet stands; rows and columns from 0. */
export interface SheetLayout {
  readonly headerRows: readonly [number, number];
  readonly firstRow: number;
  readonly amounts: readonly AmountArea[];
  /** Rows below the header that hold something in amount columns and do not count. */
  readonly uncounted: readonly UncountedRow[];
}

/** A row that does not count, and why. */
export interface UncountedRow {
  readonly row: number;
  readonly why:
    "total" | "of-which" | "figure" | "header" | "left-out" | "without-year" | "without-kind";
}

/** What a column of the sheet was taken for, why, and how sure that is. */
export interface ColumnProposal {
  /** Column from 0. */
  readonly column: number;
  readonly header: string;
  readonly means: ColumnMeans;
  readonly year?: number;
  readonly kind?: AmountKind;
  readonly direction?: Direction;
  readonly reason: Text;
  readonly confidence: "sure" | "likely" | "doubtful";
}

/** A sheet that needs an answer, is no budget, or cannot be read; `reason` says why and what to do. */
export interface UnreadSheet {
  readonly status: "question" | "ignored" | "refused";
  readonly name: string;
  readonly reason: Text;
  readonly findings: readonly Finding[];
  /** How each column was understood, where a header was found. */
  readonly proposal?: readonly ColumnProposal[];
}

export type SheetReading = BudgetSheet | UnreadSheet;

/** What a user can say that a column holds. */
export type ColumnMeans =
  | "amount"
  | "balance"
  | "year"
  | "kind"
  | "direction"
  | "product"
  | "product-label"
  | "account"
  | "account-label"
  | "label"
  | "line-number"
  | "key"
  | "ignore";

/** The user's word on one column; year, kind and direction only with `amount`. */
export interface ColumnCorrection {
  readonly column: number;
  readonly means: ColumnMeans;
  readonly year?: number;
  readonly kind?: AmountKind;
  readonly direction?: Direction;
}

/** The user's corrections to one sheet; rows and columns from 0. */
export interface SheetCorrection {
  readonly sheet: string;
  readonly notABudget?: boolean;
  /** First and last header row. */
  readonly headerRows?: readonly [number, number];
  readonly budgetYear?: number;
  readonly unit?: AmountUnit;
  /** How amounts that stand as text are written: `1.234,56` or `1,234.56`. */
  readonly notation?: Notation;
  /** The sign the sheet prints a direction with. */
  readonly signs?: Readonly<Partial<Record<Direction, "positive" | "negative">>>;
  readonly columns?: readonly ColumnCorrection[];
  /** Rows that do not count. */
  readonly leaveOut?: readonly number[];
  /** Rows that look like sums and do count. */
  readonly takeIn?: readonly number[];
}

/** A correction with what is needed to recognise the same layout later. */
export interface RememberedCorrection {
  /** Headers without their years; empty for a sheet without a header. */
  readonly print: string;
  /** First year in headers, titles or sheet name when the correction was made. */
  readonly firstYear?: number;
  /** The texts of the rows that the correction names, to find them again. */
  readonly rows?: readonly RememberedRow[];
  readonly correction: SheetCorrection;
}

/** A row with the texts that stood in it; row from 0. */
export interface RememberedRow {
  readonly row: number;
  readonly text: string;
}

/** What the user has already answered or corrected. */
export interface ReadingAnswers {
  /** The budget year, for headers such as `Ansatz Vorjahr`. */
  readonly budgetYear?: number;
  /** Only these sheets are read. */
  readonly sheets?: readonly string[];
  /** One a sheet; an empty one undoes what is remembered of the sheet. */
  readonly corrections?: readonly SheetCorrection[];
  /** Corrections of earlier runs: they apply to sheets that look the same and have none of their own. */
  readonly remembered?: readonly RememberedCorrection[];
}
