import type { Text } from "../language";
import type { DocumentPlace } from "./document-place";
import type { BudgetCell, Expression } from "./expression";

/** What a row's figures are: decides unit text, number format and validation. */
export type Unit =
  | "EUR"
  | "signedEUR"
  | "signedShare"
  | "yearOrNone"
  | "share"
  | "number"
  | "factor"
  | "months"
  | "month"
  | "monthIndex"
  | "date"
  | "year"
  | "flag"
  | "rank"
  | "text";

/** What stands in a cell. */
export type Content =
  /** Typed by the user, or to be typed; `null` is an empty input. Dates are Excel serial numbers. */
  | { readonly kind: "input"; readonly value: number | string | null; readonly unit?: Unit }
  | { readonly kind: "formula"; readonly expression: Expression; readonly unit?: Unit }
  /** A live link to a budget cell. */
  | { readonly kind: "link"; readonly expression: Expression }
  /** An amount that stands as a text in the budget: a value, with a live check beside it. */
  | { readonly kind: "textAmount"; readonly value: number; readonly read: BudgetCell }
  | { readonly kind: "text"; readonly text: Text; readonly look?: TextLook }
  /** An input as it was last written; for comparison, not for typing. */
  | { readonly kind: "written"; readonly value: number | string | null; readonly unit?: Unit }
  /** The opening value of a row that begins with nothing: never empty, not for typing. */
  | { readonly kind: "zero" };

/** How a text stands out; plain where nothing is said. */
export type TextLook = "note" | "sentence" | "columnHeader" | "label";

/** Content of the year columns: one formula for all, or cell by cell. */
export type YearContent =
  | { readonly kind: "formula"; readonly expression: Expression }
  | { readonly kind: "each"; readonly contents: readonly (Content | undefined)[] };

/** What is known of a row before its formulas are. */
export interface RowHead {
  /** Stands in column A; unique on its sheet. */
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly scenario?: Text;
  /** Document, norm or `entered by the user`. */
  readonly source?: Text;
  /** Smallest and largest input, and what the input means; for validation. */
  readonly bounds?: InputBounds;
  /** What of the model document its inputs hold. */
  readonly place?: DocumentPlace;
  /** A total or result that stands out. */
  readonly emphasis?: "total" | "signed" | "check" | "result" | "note";
}

export interface InputBounds {
  readonly minimum: number;
  readonly maximum: number;
  /** Cells below one another that hold the allowed texts. */
  readonly list?: { readonly first: Row; readonly last: Row; readonly column: number };
}

/** One row of a sheet. Built first, given its formulas afterwards, because rows refer to one another. */
export interface Row extends RowHead {
  /** Key of the sheet it stands on. */
  readonly sheet: string;
  /** Contents of fixed columns (E, G …), by column from 0. */
  readonly fixed: Map<number, Content>;
  years: YearContent | undefined;
}

/** The key of a row in the whole calculation. */
export function rowKey(row: Row): string {
  return `${row.sheet}/${row.id}`;
}
