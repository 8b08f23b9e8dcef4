import type { Language } from "../language";
import type { Calculation } from "./calculation";
import { compare, isTrue, toNumber, toText, type Value } from "./excel-values";
import {
  type ColumnReference,
  CONSTANT_COLUMN,
  type Expression,
  FIRST_YEAR_COLUMN,
  type Operation,
} from "./expression";
import { type Area, excelFunctions } from "./excel-functions";
import { type Content, type Row, rowKey } from "./row";

/** The results of a calculation, cell by cell, each computed once when first asked for. */
export interface Evaluation {
  readonly calculation: Calculation;
  /** What stands in a column of a row (counted from 0); `null` where nothing does. */
  value(row: Row, column: number): Value;
  /** The number in a year of the axis. */
  inYear(row: Row, year: number): number;
  /** The number in column E. */
  constant(row: Row): number;
  /** Changes an input; everything that depends on it is computed anew. */
  set(row: Row, column: number, value: number | string | null): void;
}

type Evaluate = (column: number) => Value;

interface RowState {
  readonly row: Row;
  /** By column: what computes the cell. */
  readonly formulas: (Evaluate | undefined)[];
  /** By column: computed or typed values. */
  readonly values: (Value | undefined)[];
  /** By column: being computed just now, so that a circle is seen. */
  readonly busy: boolean[];
}

/**
 * Computes a calculation as Excel would: double precision, empty cells as 0, TRUE as 1.
 * @throws Error when a formula is circular or makes no number; both are faults of the program.
 */
export function evaluate(calculation: Calculation, language: Language = "de"): Evaluation {
  return new Evaluator(calculation, language);
}

/** Columns A and B hold the row's id and label; checks compare them with the budget. */
const ID_COLUMN = 0;
const LABEL_COLUMN = 1;

class Evaluator implements Evaluation {
  readonly calculation: Calculation;
  readonly #states = new Map<Row, RowState>();
  readonly #typed = new Map<Row, Map<number, Value>>();
  readonly #language: Language;
  readonly #lastColumn: number;
  readonly #positions = new Map<Row, number>();

  constructor(calculation: Calculation, language: Language) {
    this.calculation = calculation;
    this.#language = language;
    this.#lastColumn = FIRST_YEAR_COLUMN + calculation.years.length - 1;
    for (const sheet of calculation.sheets) {
      sheet.rows.forEach((row, index) => this.#positions.set(row, index));
    }
  }

  value(row: Row, column: number): Value {
    return this.#get(this.#state(row), column);
  }

  inYear(row: Row, year: number): number {
    const index = this.calculation.years.indexOf(year);
    if (index < 0) throw new Error(`no year ${year} on the axis`);
    return toNumber(this.value(row, FIRST_YEAR_COLUMN + index));
  }

  constant(row: Row): number {
    return toNumber(this.value(row, CONSTANT_COLUMN));
  }

  set(row: Row, column: number, value: number | string | null): void {
    const typed = this.#typed.get(row) ?? new Map<number, Value>();
    typed.set(column, value);
    this.#typed.set(row, typed);
    this.#compiled.clear();
    this.#states.clear();
  }

  readonly #compiled = new Map<Expression, Evaluate>();

  #state(row: Row): RowState {
    const known = this.#states.get(row);
    if (known !== undefined) return known;
    const state: RowState = { row, formulas: [], values: [], busy: [] };
    state.values[ID_COLUMN] = row.id;
    state.values[LABEL_COLUMN] = row.label[this.#language];
    this.#states.set(row, state);
    for (const [column, content] of row.fixed) this.#place(state, column, content);
    if (row.years?.kind === "formula") {
      const formula = this.#compile(row.years.expression);
      for (let column = FIRST_YEAR_COLUMN; column <= this.#lastColumn; column += 1) {
        state.formulas[column] = formula;
      }
    } else {
      row.years?.contents.forEach((content, index) => {
        if (content !== undefined) this.#place(state, FIRST_YEAR_COLUMN + index, content);
      });
    }
    for (const [column, value] of this.#typed.get(row) ?? []) {
      state.formulas[column] = undefined;
      state.values[column] = value;
    }
    return state;
  }

  #place(state: RowState, column: number, content: Content): void {
    if (content.kind === "formula" || content.kind === "link") {
      state.formulas[column] = this.#compile(content.expression);
    } else {
      state.values[column] = contentValue(content, this.#language);
    }
  }

  #get(state: RowState, column: number): Value {
    const known = state.values[column];
    if (known !== undefined) return known;
    const formula = state.formulas[column];
    if (formula === undefined) return null;
    if (state.busy[column] === true) {
      throw new Error(`circular: ${rowKey(state.row)}, column ${column}`);
    }
    state.busy[column] = true;
    const value = formula(column) ?? 0;
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw new Error(`no number: ${rowKey(state.row)}, column ${column}`);
    }
    state.values[column] = value;
    state.busy[column] = false;
    return value;
  }

  #column(reference: ColumnReference, own: number): number {
    if (reference === "same") return own;
    if (reference === "previous") return own - 1;
    if (reference === "first") return FIRST_YEAR_COLUMN;
    if (reference === "last") return this.#lastColumn;
    return reference;
  }

  #compile(expression: Expression): Evaluate {
    const known = this.#compiled.get(expression);
    if (known !== undefined) return known;
    const compiled = this.#compileNew(expression);
    this.#compiled.set(expression, compiled);
    return compiled;
  }

  #compileNew(expression: Expression): Evaluate {
    switch (expression.kind) {
      case "number":
      case "text": {
        const { value } = expression;
        return () => value;
      }
      case "budgetCell": {
        const { value } = expression;
        return () => value;
      }
      case "phrase":
        return this.#compile(expression.expression);
      case "axis": {
        const { column } = expression;
        if (column === "all") throw new Error("a range stands only inside a function");
        return (own) =>
          this.calculation.years[this.#column(column, own) - FIRST_YEAR_COLUMN] ?? null;
      }
      case "cell": {
        const { row, column } = expression;
        let state: RowState | undefined;
        return (own) => {
          state ??= this.#state(row);
          return this.#get(state, this.#column(column, own));
        };
      }
      case "operation":
        return this.#compileOperation(expression);
      case "call": {
        if (expression.name === "IF") {
          const [test, then, otherwise] = expression.arguments.map((part) => this.#compile(part));
          if (test === undefined || then === undefined || otherwise === undefined) {
            throw new Error("IF needs three arguments");
          }
          return (own) => (isTrue(test(own)) ? then(own) : otherwise(own));
        }
        const parts = expression.arguments.map((part) => this.#compileArea(part));
        const compute = excelFunctions[expression.name];
        return (own) => compute(parts.map((part) => part(own)));
      }
      case "rowRange":
      case "columnRange":
      case "area":
        throw new Error("a range stands only inside a function");
    }
  }

  #compileOperation(expression: Operation): Evaluate {
    const left = this.#compile(expression.left);
    const right = this.#compile(expression.right);
    const compute = operators[expression.operator];
    return (own) => compute(left(own), right(own));
  }

  /** An argument as a list of values; single values are lists of one. Operations go value by value. */
  #compileArea(expression: Expression): (column: number) => Area {
    switch (expression.kind) {
      case "rowRange": {
        const { row, from, to } = expression;
        return (own) => {
          const state = this.#state(row);
          const values: Value[] = [];
          const last = this.#column(to, own);
          for (let column = this.#column(from, own); column <= last; column += 1) {
            values.push(this.#get(state, column));
          }
          return { values, single: false };
        };
      }
      case "columnRange": {
        const rows = this.#rowsBetween(expression.first, expression.last);
        const { column } = expression;
        return (own) => {
          const position = this.#column(column, own);
          return {
            values: rows.map((row) => this.#get(this.#state(row), position)),
            single: false,
          };
        };
      }
      case "area": {
        const states = this.#rowsBetween(expression.first, expression.last);
        const columns = this.calculation.years.map((_, index) => FIRST_YEAR_COLUMN + index);
        return () => ({
          values: states.flatMap((row) =>
            columns.map((column) => this.#get(this.#state(row), column)),
          ),
          single: false,
        });
      }
      case "axis": {
        if (expression.column === "all") {
          const area: Area = { values: this.calculation.years, single: false };
          return () => area;
        }
        const single = this.#compile(expression);
        return (own) => ({ values: [single(own)], single: true });
      }
      case "phrase":
        return this.#compileArea(expression.expression);
      case "operation": {
        const left = this.#compileArea(expression.left);
        const right = this.#compileArea(expression.right);
        const compute = operators[expression.operator];
        return (own) => spread(left(own), right(own), compute);
      }
      default: {
        const single = this.#compile(expression);
        return (own) => ({ values: [single(own)], single: true });
      }
    }
  }

  #rowsBetween(first: Row, last: Row): readonly Row[] {
    const sheet = this.calculation.sheets.find(({ key }) => key === first.sheet);
    const [from, to] = [this.#positions.get(first), this.#positions.get(last)];
    if (sheet === undefined || from === undefined || to === undefined) {
      throw new Error(`no rows from ${rowKey(first)} to ${rowKey(last)}`);
    }
    return sheet.rows.slice(from, to + 1);
  }
}

/** The value of a cell that is not a formula. */
export function contentValue(content: Content, language: Language): Value {
  switch (content.kind) {
    case "input":
    case "textAmount":
    case "written":
      return content.value;
    case "zero":
      return 0;
    case "text":
      return content.text[language];
    default:
      throw new Error("a formula has no value of its own");
  }
}

function spread(left: Area, right: Area, compute: (a: Value, b: Value) => Value): Area {
  if (left.single && right.single) {
    return { values: [compute(left.values[0] ?? null, right.values[0] ?? null)], single: true };
  }
  const length = Math.max(left.values.length, right.values.length);
  if (!left.single && !right.single && left.values.length !== right.values.length) {
    throw new Error("ranges of different length in one operation");
  }
  const values: Value[] = [];
  for (let i = 0; i < length; i += 1) {
    values.push(
      compute(left.values[left.single ? 0 : i] ?? null, right.values[right.single ? 0 : i] ?? null),
    );
  }
  return { values, single: false };
}

const operators: Readonly<Record<Operation["operator"], (left: Value, right: Value) => Value>> = {
  "+": (left, right) => toNumber(left) + toNumber(right),
  "-": (left, right) => toNumber(left) - toNumber(right),
  "*": (left, right) => toNumber(left) * toNumber(right),
  "/": (left, right) => toNumber(left) / toNumber(right),
  "^": (left, right) => toNumber(left) ** toNumber(right),
  "&": (left, right) => toText(left) + toText(right),
  "=": (left, right) => compare(left, right) === 0,
  "<>": (left, right) => compare(left, right) !== 0,
  "<": (left, right) => compare(left, right) < 0,
  "<=": (left, right) => compare(left, right) <= 0,
  ">": (left, right) => compare(left, right) > 0,
  ">=": (left, right) => compare(left, right) >= 0,
};
