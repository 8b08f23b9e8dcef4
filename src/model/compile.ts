import { compare, isTrue, toNumber, toText, type Value } from "./excel-values";
import { type Area, excelFunctions } from "./excel-functions";
import {
  type Call,
  type CellReference,
  type ColumnReference,
  type Expression,
  FIRST_YEAR_COLUMN,
  type Operation,
} from "./expression";
import type { Row } from "./row";

/** Computes the value of an expression for the cell in a column. */
export type Evaluate = (column: number) => Value;

/** An expression as a list of values; a single value is a list of one. */
type Gather = (column: number) => Area;

/** The cells of one row, computed when they are asked for. */
export interface CellRow {
  get(column: number): Value;
}

/** What compiled expressions read from. */
export interface Cells {
  readonly years: readonly number[];
  readonly lastColumn: number;
  cellsOf(row: Row): CellRow;
  rowsBetween(first: Row, last: Row): readonly Row[];
}

/** Turns an expression into a function of the column, so that no year looks at its tree again. */
export function compile(expression: Expression, cells: Cells): Evaluate {
  switch (expression.kind) {
    case "number":
    case "text":
    case "budgetCell": {
      const { value } = expression;
      return () => value;
    }
    case "phrase":
      return compile(expression.expression, cells);
    case "axis": {
      const { column } = expression;
      if (column === "all") throw new Error("a range stands only inside a function");
      const find = columnOf(column, cells);
      return (own) => cells.years[find(own) - FIRST_YEAR_COLUMN] ?? null;
    }
    case "cell":
      return compileCell(expression, cells);
    case "operation": {
      const left = compile(expression.left, cells);
      const right = compile(expression.right, cells);
      return compileOperation(expression.operator, left, right);
    }
    case "call":
      return compileCall(expression, cells);
    case "rowRange":
    case "columnRange":
    case "area":
      throw new Error("a range stands only inside a function");
  }
}

function compileCell({ row, column }: CellReference, cells: Cells): Evaluate {
  // Looked up when first computed: rows may refer to themselves and to rows not yet compiled.
  let found: CellRow | undefined;
  if (column === "same") {
    return (own) => (found ??= cells.cellsOf(row)).get(own);
  }
  const find = columnOf(column, cells);
  return (own) => (found ??= cells.cellsOf(row)).get(find(own));
}

function columnOf(reference: ColumnReference, { lastColumn }: Cells): (own: number) => number {
  switch (reference) {
    case "same":
      return (own) => own;
    case "previous":
      return (own) => own - 1;
    case "first":
      return () => FIRST_YEAR_COLUMN;
    case "last":
      return () => lastColumn;
    default:
      return () => reference;
  }
}

function compileCall(expression: Call, cells: Cells): Evaluate {
  const { name, arguments: parts } = expression;
  if (name === "IF") {
    const [test, then, otherwise] = parts.map((part) => compile(part, cells));
    if (test === undefined || then === undefined || otherwise === undefined) {
      throw new Error("IF needs three arguments");
    }
    return (own) => (isTrue(test(own)) ? then(own) : otherwise(own));
  }
  if ((name === "MAX" || name === "MIN" || name === "SUM") && parts.every(isSingle)) {
    const singles = parts.map((part) => compile(part, cells));
    return name === "SUM" ? compileSum(singles) : compileExtreme(name, singles);
  }
  const gathered = parts.map((part) => gather(part, cells));
  const compute = excelFunctions[name];
  return (own) => compute(gathered.map((part) => part(own)));
}

/** Sums, MAX and MIN of single values are most of all calls; they need no lists. */
function compileSum(parts: readonly Evaluate[]): Evaluate {
  return (own) => {
    let total = 0;
    for (const part of parts) total += toNumber(part(own));
    return total;
  };
}

function compileExtreme(name: "MAX" | "MIN", parts: readonly Evaluate[]): Evaluate {
  const sign = name === "MAX" ? 1 : -1;
  return (own) => {
    let best: number | undefined;
    for (const part of parts) {
      const value = part(own);
      // Empty cells are passed over, as Excel does.
      if (value === null) continue;
      const number = toNumber(value);
      if (best === undefined || sign * number > sign * best) best = number;
    }
    return best ?? 0;
  };
}

/** Whether an expression is one value and holds no range that would have to be spread. */
function isSingle(expression: Expression): boolean {
  switch (expression.kind) {
    case "rowRange":
    case "columnRange":
    case "area":
      return false;
    case "axis":
      return expression.column !== "all";
    case "phrase":
      return isSingle(expression.expression);
    case "operation":
      return isSingle(expression.left) && isSingle(expression.right);
    default:
      return true;
  }
}

/** An argument as a list of values; operations on ranges go value by value. */
function gather(expression: Expression, cells: Cells): Gather {
  if (isSingle(expression)) {
    const single = compile(expression, cells);
    return (own) => ({ values: [single(own)], single: true });
  }
  switch (expression.kind) {
    case "rowRange":
      return gatherRow(expression.row, expression.from, expression.to, cells);
    case "columnRange": {
      const { first, last, column } = expression;
      const rows = rowsOf(first, last, cells);
      const find = columnOf(column, cells);
      return (own) => {
        const position = find(own);
        return { values: rows().map((row) => row.get(position)), single: false };
      };
    }
    case "area": {
      const rows = rowsOf(expression.first, expression.last, cells);
      const columns = cells.years.map((_, index) => FIRST_YEAR_COLUMN + index);
      return () => ({
        values: rows().flatMap((row) => columns.map((column) => row.get(column))),
        single: false,
      });
    }
    case "axis": {
      const whole: Area = { values: cells.years, single: false };
      return () => whole;
    }
    case "phrase":
      return gather(expression.expression, cells);
    case "operation": {
      const left = gather(expression.left, cells);
      const right = gather(expression.right, cells);
      const compute = operators[expression.operator];
      return (own) => spread(left(own), right(own), compute);
    }
    default:
      throw new Error(`no range: ${expression.kind}`);
  }
}

function gatherRow(row: Row, from: ColumnReference, to: ColumnReference, cells: Cells): Gather {
  let found: CellRow | undefined;
  const begin = columnOf(from, cells);
  const end = columnOf(to, cells);
  return (own) => {
    found ??= cells.cellsOf(row);
    const values: Value[] = [];
    const last = end(own);
    for (let column = begin(own); column <= last; column += 1) values.push(found.get(column));
    return { values, single: false };
  };
}

/** The rows of a range, looked up once. */
function rowsOf(first: Row, last: Row, cells: Cells): () => readonly CellRow[] {
  let found: readonly CellRow[] | undefined;
  return () => (found ??= cells.rowsBetween(first, last).map((row) => cells.cellsOf(row)));
}

function spread(left: Area, right: Area, compute: (a: Value, b: Value) => Value): Area {
  if (!left.single && !right.single && left.values.length !== right.values.length) {
    throw new Error("ranges of different length in one operation");
  }
  const values: Value[] = [];
  const length = left.single ? right.values.length : left.values.length;
  for (let i = 0; i < length; i += 1) {
    values.push(
      compute(left.values[left.single ? 0 : i] ?? null, right.values[right.single ? 0 : i] ?? null),
    );
  }
  return { values, single: false };
}

/** The operations by themselves; the commonest ones do without another call for plain numbers. */
function compileOperation(
  operator: Operation["operator"],
  left: Evaluate,
  right: Evaluate,
): Evaluate {
  switch (operator) {
    case "+":
      return (own) => toNumber(left(own)) + toNumber(right(own));
    case "-":
      return (own) => toNumber(left(own)) - toNumber(right(own));
    case "*":
      return (own) => toNumber(left(own)) * toNumber(right(own));
    default: {
      const compute = operators[operator];
      return (own) => compute(left(own), right(own));
    }
  }
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
