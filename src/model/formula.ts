import { cellAddress, columnLetters, quoteSheet, sheetCell } from "../address";
import {
  type ColumnReference,
  type Expression,
  FIRST_YEAR_COLUMN,
  type Operator,
} from "./expression";
import type { Row } from "./row";

/** Where rows and sheets stand in the workbook. */
export interface Placement {
  /** Name of a sheet by its key. */
  sheetName(key: string): string;
  /** Row of the sheet, counted from 0. */
  rowIndex(row: Row): number;
  /** Row of the year header on a sheet, counted from 0. */
  readonly axisRow: number;
  /** Column of the last year, counted from 0. */
  readonly lastColumn: number;
}

/** The cell a formula is written into. */
export interface FormulaHome {
  readonly sheet: string;
  readonly column: number;
}

/** Excel's precedence: comparison, joining, sum, product, power. */
const PRECEDENCE: Readonly<Record<Operator, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

/**
 * The formula of an expression for one cell: English notation, plain A1 references, with its `=`.
 * Year columns move with the cell, everything else is absolute, so that one row is one formula.
 */
export function renderFormula(
  expression: Expression,
  home: FormulaHome,
  placement: Placement,
): string {
  return `=${render(expression, home, placement, 0)}`;
}

function render(
  expression: Expression,
  home: FormulaHome,
  placement: Placement,
  outer: number,
): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "text":
      return `"${expression.value.replaceAll('"', '""')}"`;
    case "phrase":
      return render(expression.expression, home, placement, outer);
    case "budgetCell":
      return sheetCell(expression.sheet, expression.row, expression.column);
    case "axis": {
      const row = `$${placement.axisRow + 1}`;
      if (expression.column === "all") {
        return `${columnName("first", home, placement)}${row}:${columnName("last", home, placement)}${row}`;
      }
      return `${columnName(expression.column, home, placement)}${row}`;
    }
    case "cell":
      return (
        sheetPrefix(expression.row, home, placement) +
        address(expression.row, expression.column, home, placement)
      );
    case "rowRange": {
      const { row, from, to } = expression;
      return `${sheetPrefix(row, home, placement)}${address(row, from, home, placement)}:${address(row, to, home, placement)}`;
    }
    case "columnRange": {
      const { first, last, column } = expression;
      const name = columnName(column, home, placement);
      return `${sheetPrefix(first, home, placement)}${name}$${placement.rowIndex(first) + 1}:${name}$${placement.rowIndex(last) + 1}`;
    }
    case "area": {
      const { first, last } = expression;
      const from = `${columnName("first", home, placement)}$${String(placement.rowIndex(first) + 1)}`;
      const to = `${columnName("last", home, placement)}$${String(placement.rowIndex(last) + 1)}`;
      return `${sheetPrefix(first, home, placement)}${from}:${to}`;
    }
    case "call":
      return `${expression.name}(${expression.arguments
        .map((part) => render(part, home, placement, 0))
        .join(",")})`;
    case "operation": {
      const own = PRECEDENCE[expression.operator];
      const left = render(expression.left, home, placement, own);
      // These bind to the left: their right side needs brackets at equal rank.
      const tighter = ["-", "/", "^"].includes(expression.operator) ? 1 : 0;
      const comparison = own === 1 ? 1 : 0;
      const right = render(expression.right, home, placement, own + Math.max(tighter, comparison));
      const text = `${left}${expression.operator}${right}`;
      return own < outer ? `(${text})` : text;
    }
  }
}

function sheetPrefix(row: Row, home: FormulaHome, placement: Placement): string {
  return row.sheet === home.sheet ? "" : `${quoteSheet(placement.sheetName(row.sheet))}!`;
}

function address(
  row: Row,
  column: ColumnReference,
  home: FormulaHome,
  placement: Placement,
): string {
  return `${columnName(column, home, placement)}${placement.rowIndex(row) + 1}`;
}

function columnName(column: ColumnReference, home: FormulaHome, placement: Placement): string {
  switch (column) {
    case "same":
      return columnLetters(home.column);
    case "previous":
      return columnLetters(home.column - 1);
    case "first":
      return `$${columnLetters(FIRST_YEAR_COLUMN)}`;
    case "last":
      return `$${columnLetters(placement.lastColumn)}`;
    default:
      return `$${columnLetters(column)}`;
  }
}

/** Address of a row's cell with its sheet, for links and names. */
export function rowAddress(row: Row, column: number, placement: Placement): string {
  return `${quoteSheet(placement.sheetName(row.sheet))}!${cellAddress(placement.rowIndex(row), column)}`;
}
