import type { Text } from "../language";
import type { Row } from "./row";

/**
 * A figure is defined once, as an expression; the evaluator makes the number of it, the renderer the
 * Excel formula, the explainer the words. Only what all three can do exists here.
 */
export type Expression =
  | NumberLiteral
  | TextLiteral
  | CellReference
  | RowRange
  | ColumnRange
  | AreaReference
  | AxisReference
  | BudgetCell
  | Operation
  | Call
  | Phrase;

/** Only 0, 1, 12, 100, 1000 and rounding digits: every other number is an input with a source. */
export interface NumberLiteral {
  readonly kind: "number";
  readonly value: number;
}

/** A criterion such as `>0`, or the empty text. */
export interface TextLiteral {
  readonly kind: "text";
  readonly value: string;
}

/**
 * Column of a reference, seen from the cell that holds the formula: a fixed column (counted from 0),
 * the same column, the one before, or the first or last year of the axis.
 */
export type ColumnReference = number | "same" | "previous" | "first" | "last";

export interface CellReference {
  readonly kind: "cell";
  readonly row: Row;
  readonly column: ColumnReference;
}

/** Cells side by side in one row. */
export interface RowRange {
  readonly kind: "rowRange";
  readonly row: Row;
  readonly from: ColumnReference;
  readonly to: ColumnReference;
}

/** Cells below one another, from the first row to the last one of the same sheet. */
export interface ColumnRange {
  readonly kind: "columnRange";
  readonly first: Row;
  readonly last: Row;
  readonly column: ColumnReference;
}

/** All years of all rows from one to another of the same sheet. */
export interface AreaReference {
  readonly kind: "area";
  readonly first: Row;
  readonly last: Row;
}

/** The year in the header of the formula's own sheet. */
export interface AxisReference {
  readonly kind: "axis";
  readonly column: "same" | "first" | "last" | "all";
}

/** A cell of the user's budget sheet, with what stood in it when it was read. */
export interface BudgetCell {
  readonly kind: "budgetCell";
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string | null;
}

export type Operator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

export interface Operation {
  readonly kind: "operation";
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

/** Functions that Excel 2016, LibreOffice and the second engine know and compute alike. */
export type FunctionName =
  | "ABS"
  | "COUNTIF"
  | "DATE"
  | "EXACT"
  | "IF"
  | "INDEX"
  | "INT"
  | "ISNUMBER"
  | "LOOKUP"
  | "MATCH"
  | "MAX"
  | "MIN"
  | "MONTH"
  | "RANK"
  | "ROUND"
  | "ROUNDUP"
  | "SEARCH"
  | "SUM"
  | "SUMIF"
  | "SUMIFS"
  | "SUMPRODUCT"
  | "VALUE"
  | "YEAR";

export interface Call {
  readonly kind: "call";
  readonly name: FunctionName;
  readonly arguments: readonly Expression[];
}

/** An expression that people call by a name of its own; the formula stays the expression's. */
export interface Phrase {
  readonly kind: "phrase";
  readonly words: Text;
  readonly expression: Expression;
}

/** An expression, or a plain number as a literal. */
export type Operand = Expression | number;

function expression(operand: Operand): Expression {
  return typeof operand === "number" ? { kind: "number", value: operand } : operand;
}

/** The row's cell in the column of the formula. */
export const at = (row: Row): CellReference => ({ kind: "cell", row, column: "same" });

/** The row's cell one column to the left: the year before, or the opening value. */
export const before = (row: Row): CellReference => ({ kind: "cell", row, column: "previous" });

/** Column E of a row. */
export const CONSTANT_COLUMN = 4;

/** Column G of a row. */
export const OPENING_COLUMN = 6;

/** Column H: the first year of the axis. */
export const FIRST_YEAR_COLUMN = 7;

/** The row's constant in column E. */
export const constant = (row: Row): CellReference => cell(row, CONSTANT_COLUMN);

/** The row's cell in a fixed column or in the first or last year. */
export const cell = (row: Row, column: ColumnReference): CellReference => ({
  kind: "cell",
  row,
  column,
});

/** All years of a row. */
export const allYears = (row: Row): RowRange => ({
  kind: "rowRange",
  row,
  from: "first",
  to: "last",
});

/** The years of a row from the first one to the formula's own. */
export const yearsUpTo = (row: Row): RowRange => ({
  kind: "rowRange",
  row,
  from: "first",
  to: "same",
});

/** The years of a row from the formula's own to the last one. */
export const yearsFrom = (row: Row): RowRange => ({
  kind: "rowRange",
  row,
  from: "same",
  to: "last",
});

/** Cells of one column, from a row to another one of the same sheet. */
export const down = (first: Row, last: Row, column: ColumnReference): ColumnRange => ({
  kind: "columnRange",
  first,
  last,
  column,
});

/** All years of the rows from one to another. */
export const area = (first: Row, last: Row): AreaReference => ({ kind: "area", first, last });

/** The year of the formula's column. */
export const year: AxisReference = { kind: "axis", column: "same" };
export const firstAxisYear: AxisReference = { kind: "axis", column: "first" };
export const lastAxisYear: AxisReference = { kind: "axis", column: "last" };
export const allAxisYears: AxisReference = { kind: "axis", column: "all" };

/** A text inside a formula: only criteria and the empty text. */
export const criterion = (value: string): TextLiteral => ({ kind: "text", value });

function operation(operator: Operator, left: Operand, right: Operand): Operation {
  return { kind: "operation", operator, left: expression(left), right: expression(right) };
}

function chain(operator: Operator, operands: readonly Operand[], empty: number): Expression {
  const [first, ...rest] = operands.map(expression);
  if (first === undefined) return expression(empty);
  return rest.reduce<Expression>((left, right) => operation(operator, left, right), first);
}

/** Sum of its operands; 0 without any. */
export const plus = (...operands: readonly Operand[]): Expression => chain("+", operands, 0);
/** Product of its operands; 1 without any. */
export const times = (...operands: readonly Operand[]): Expression => chain("*", operands, 1);
export const minus = (left: Operand, right: Operand): Expression => operation("-", left, right);
export const over = (left: Operand, right: Operand): Expression => operation("/", left, right);
export const power = (left: Operand, right: Operand): Expression => operation("^", left, right);
export const join = (...operands: readonly Operand[]): Expression => chain("&", operands, 0);
export const equal = (left: Operand, right: Operand): Expression => operation("=", left, right);
export const differs = (left: Operand, right: Operand): Expression => operation("<>", left, right);
export const below = (left: Operand, right: Operand): Expression => operation("<", left, right);
export const atMost = (left: Operand, right: Operand): Expression => operation("<=", left, right);
export const above = (left: Operand, right: Operand): Expression => operation(">", left, right);
export const atLeast = (left: Operand, right: Operand): Expression => operation(">=", left, right);

export function call(name: FunctionName, ...operands: readonly Operand[]): Call {
  return { kind: "call", name, arguments: operands.map(expression) };
}

export const sum = (...operands: readonly Operand[]): Expression =>
  operands.length === 0 ? expression(0) : call("SUM", ...operands);
export const largest = (...operands: readonly Operand[]): Call => call("MAX", ...operands);
export const smallest = (...operands: readonly Operand[]): Call => call("MIN", ...operands);
export const when = (condition: Operand, then: Operand, otherwise: Operand): Call =>
  call("IF", condition, then, otherwise);

/**
 * Whether a cell is empty. Only for inputs and link cells: a formula that refers to an empty cell gives
 * 0 in some engines and an empty text in others.
 */
export const isEmpty = (reference: CellReference | BudgetCell): Expression =>
  equal(reference, criterion(""));

/**
 * Rounded to cents, half a cent away from zero. The inner rounding takes binary dust away: on
 * hundredths a half is exact, so that every engine rounds it alike.
 */
export const toCents = (amount: Operand): Expression =>
  over(call("ROUND", call("ROUND", times(100, amount), 6), 0), 100);

/** 1 where the condition holds, else 0. */
export const flag = (condition: Expression): Expression => times(condition, 1);

/** Gives an expression a name of its own in explanations. */
export const phrase = (words: Text, inner: Expression): Phrase => ({
  kind: "phrase",
  words,
  expression: inner,
});
