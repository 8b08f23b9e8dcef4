import type { Text } from "../../language";
import type { Assumptions } from "../assumptions";
import type { BlockKind, BlockOf, IndexChoice } from "../document";
import type { InputSpec } from "../inputs";
import type { Period, Periods } from "../periods";
import type { Row } from "../row";
import type { CalculationSheet } from "../sheet";
import type { RowId } from "../terms";

/** When an amount falls due, which decides how much of it bears VAT. */
export type Timing =
  /** Spread over the charged months of a period. */
  | { readonly kind: "months"; readonly period: Period }
  /** A single amount of a year: by the months of the scenario, whole where none counts. */
  | { readonly kind: "year" }
  /** Whole or not at all, by its month (a month index in column E). */
  | { readonly kind: "month"; readonly index: Row };

/** A yearly amount of a block. */
export interface BlockAmount {
  readonly row: Row;
  readonly taxable: boolean;
  readonly timing: Timing;
}

/** What a block is given to build its working rows with. */
export interface BlockContext {
  /** Stable id of the block, the beginning of its row ids. */
  readonly id: string;
  readonly label: Text;
  readonly sheet: CalculationSheet;
  readonly assumptions: Assumptions;
  readonly periods: Periods;
  /** The scenario's own months. */
  readonly period: Period;
  /** Month index of the first month: the start, or January of the first model year. */
  readonly firstMonth: Row;
  /** 1 in the years of the model, imported. */
  readonly horizon: Row;
  /** The input row of one of this block's fields, on the assumptions sheet. */
  input(field: string): Row;
  /** Factor `f[t]` of the block's index, imported. */
  index(choice: IndexChoice): Row;
  /** One of the rows that stand on every scenario sheet. */
  row(id: RowId): Row;
}

/** How one kind of cost block is asked for and computed. */
export interface BlockRule<K extends BlockKind> {
  readonly kind: K;
  /** The inputs of a block, in the order of the assumptions sheet. */
  inputs(block: BlockOf<K>): readonly InputSpec[];
  /** Adds the working rows; the amounts go into the row of the block's kind. */
  build(block: BlockOf<K>, context: BlockContext): readonly BlockAmount[];
}
