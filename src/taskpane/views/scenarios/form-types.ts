import type { Text } from "../../../language";
import type { NumberBounds, NumberUnit, SharedIndex } from "../../fields";
import type { LawNotes } from "../../engine";

/** What a field of a form is, whatever its kind. */
export interface FieldHead {
  /** Path within the block. */
  readonly field: string;
  readonly label: Text;
  readonly required?: boolean;
  /** What holds where nothing is given. */
  readonly fallback?: Text | { readonly law: keyof LawNotes };
  readonly note?: Text;
  /** What the law says of it today. */
  readonly law?: keyof LawNotes;
}

/** A field of a block. */
export type FieldForm =
  | (FieldHead & {
      readonly type: "number" | "series";
      readonly unit: NumberUnit;
      readonly things?: Text;
      readonly bounds?: NumberBounds;
    })
  /** Amounts by year; those after the last given year are carried on, or not. */
  | (FieldHead & { readonly type: "by-year"; readonly carriedOn: boolean })
  | (FieldHead & { readonly type: "month" | "date"; readonly nullable?: boolean })
  | (FieldHead & { readonly type: "text"; readonly longest: number; readonly lines?: number })
  | (FieldHead & { readonly type: "flag"; readonly usual: boolean })
  | (FieldHead & {
      readonly type: "choice";
      readonly choices: readonly {
        readonly id: string;
        readonly label: Text;
        readonly value: unknown;
      }[];
    })
  | (FieldHead & { readonly type: "index"; readonly usual: SharedIndex })
  | (FieldHead & {
      readonly type: "list";
      readonly entry: Text;
      readonly add: Text;
      readonly begin: Readonly<Record<string, unknown>>;
      readonly fields: readonly FieldForm[];
      /** Entries can be taken from the catalogue of products by name. */
      readonly catalogue?: boolean;
    })
  /** Codes of budget lines. */
  | (FieldHead & { readonly type: "patterns"; readonly add: Text })
  | WaysForm;

/** Several ways to give the same; just one of them is chosen. */
export interface WaysForm {
  readonly type: "ways";
  readonly field: string;
  readonly label: Text;
  /** What the law says of it today. */
  readonly law?: keyof LawNotes;
  readonly ways: readonly Way[];
}

export interface Way {
  readonly id: string;
  readonly label: Text;
  /** Whether a block gives it this way. */
  readonly is: (block: Readonly<Record<string, unknown>>) => boolean;
  /** What the block begins with when this way is chosen; figures still to be given are `null`. */
  readonly begin: Readonly<Record<string, unknown>>;
  readonly fields: readonly FieldForm[];
}
