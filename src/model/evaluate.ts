import type { Language } from "../language";
import type { Calculation } from "./calculation";
import { type CellRow, type Cells, compile, type Evaluate } from "./compile";
import { toNumber, type Value } from "./excel-values";
import { CONSTANT_COLUMN, type Expression, FIRST_YEAR_COLUMN } from "./expression";
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
  /** What an expression would give in a column; for parts of formulas. */
  compute(expression: Expression, column: number): Value;
  /** The rows of a range, from the first to the last one of the same sheet. */
  rowsBetween(first: Row, last: Row): readonly Row[];
  /** Changes an input; everything that depends on it is computed anew. */
  set(row: Row, column: number, value: number | string | null): void;
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

/** Stands in a cell while it is being computed, so that a circle is seen. */
const BUSY = Symbol("busy");

class Evaluator implements Evaluation, Cells {
  readonly calculation: Calculation;
  readonly years: readonly number[];
  readonly lastColumn: number;
  readonly #rows = new Map<Row, RowCells>();
  readonly #language: Language;

  constructor(calculation: Calculation, language: Language) {
    this.calculation = calculation;
    this.years = calculation.years;
    this.lastColumn = FIRST_YEAR_COLUMN + calculation.years.length - 1;
    this.#language = language;
  }

  value(row: Row, column: number): Value {
    return this.cellsOf(row).get(column);
  }

  inYear(row: Row, year: number): number {
    const index = this.years.indexOf(year);
    if (index < 0) throw new Error(`no year ${String(year)} on the axis`);
    return toNumber(this.value(row, FIRST_YEAR_COLUMN + index));
  }

  constant(row: Row): number {
    return toNumber(this.value(row, CONSTANT_COLUMN));
  }

  compute(expression: Expression, column: number): Value {
    return compile(expression, this)(column);
  }

  set(row: Row, column: number, value: number | string | null): void {
    this.cellsOf(row).type(column, value);
    for (const cells of this.#rows.values()) cells.forget();
  }

  cellsOf(row: Row): RowCells {
    const known = this.#rows.get(row);
    if (known !== undefined) return known;
    const made = new RowCells(row, this, this.#language);
    this.#rows.set(row, made);
    return made;
  }

  rowsBetween(first: Row, last: Row): readonly Row[] {
    const rows = this.calculation.sheets.find(({ key }) => key === first.sheet)?.rows ?? [];
    const [from, to] = [rows.indexOf(first), rows.indexOf(last)];
    if (from < 0 || to < from) throw new Error(`no rows from ${rowKey(first)} to ${rowKey(last)}`);
    return rows.slice(from, to + 1);
  }
}

/** What stands in the cells of one row; its formulas are compiled once and kept. */
class RowCells implements CellRow {
  readonly #row: Row;
  /** By column: what computes the cell. */
  readonly #formulas: (Evaluate | undefined)[];
  /** By column: typed and computed values. */
  readonly #values: (Value | undefined | typeof BUSY)[];

  constructor(row: Row, cells: Cells, language: Language) {
    const empty = (): undefined[] => new Array<undefined>(cells.lastColumn + 1).fill(undefined);
    this.#row = row;
    this.#formulas = empty();
    this.#values = empty();
    this.#values[ID_COLUMN] = row.id;
    this.#values[LABEL_COLUMN] = row.label[language];
    for (const [column, content] of row.fixed) this.#place(column, content, cells, language);
    if (row.years?.kind === "formula") {
      this.#formulas.fill(compile(row.years.expression, cells), FIRST_YEAR_COLUMN);
      return;
    }
    row.years?.contents.forEach((content, index) => {
      if (content === undefined) return;
      this.#place(FIRST_YEAR_COLUMN + index, content, cells, language);
    });
  }

  get(column: number): Value {
    const known = this.#values[column];
    if (known === BUSY) throw new Error(`circular: ${this.#placeOf(column)}`);
    if (known !== undefined) return known;
    const formula = this.#formulas[column];
    if (formula === undefined) return null;
    this.#values[column] = BUSY;
    try {
      const value = formula(column) ?? 0;
      if (typeof value === "number" && !Number.isFinite(value)) {
        throw new Error(`no number: ${this.#placeOf(column)}`);
      }
      this.#values[column] = value;
      return value;
    } catch (error) {
      this.#values[column] = undefined;
      throw error;
    }
  }

  /** Puts a typed value into a cell, also over a formula. */
  type(column: number, value: Value): void {
    this.#formulas[column] = undefined;
    this.#values[column] = value;
  }

  /** Forgets what was computed; what was typed stays. */
  forget(): void {
    for (let column = 0; column < this.#formulas.length; column += 1) {
      if (this.#formulas[column] !== undefined) this.#values[column] = undefined;
    }
  }

  #place(column: number, content: Content, cells: Cells, language: Language): void {
    if (content.kind === "formula" || content.kind === "link") {
      this.#formulas[column] = compile(content.expression, cells);
    } else {
      this.#values[column] = contentValue(content, language);
    }
  }

  #placeOf(column: number): string {
    return `${rowKey(this.#row)}, column ${String(column)}`;
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
