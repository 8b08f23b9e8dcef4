import { compare, criterionOf, isTrue, toNumber, type Value } from "./excel-values";
import type { Evaluation } from "./evaluate";
import {
  type Call,
  type ColumnReference,
  type Expression,
  FIRST_YEAR_COLUMN,
  type BudgetCell,
} from "./expression";
import type { Row } from "./row";

/** A cell that an expression looks at. */
export interface ReferredCell {
  readonly at: PlacedCell | BudgetCell;
  /** False where the formula looks at the cell without taking its value: keys, lines of another group. */
  readonly counts: boolean;
}

/** A cell of our own sheets. */
export interface PlacedCell {
  readonly kind: "own";
  readonly row: Row;
  readonly column: number;
}

/**
 * Every cell that an expression looks at from a column, in the order of the formula, each once. Of an IF
 * only the branch taken counts, of conditional sums and look-ups only what they find.
 */
export function referredCells(
  expression: Expression,
  column: number,
  evaluation: Evaluation,
): readonly ReferredCell[] {
  const found = new Map<string, ReferredCell>();
  for (const cell of new Walk(evaluation, column).cells(expression)) {
    const key = keyOf(cell.at);
    const known = found.get(key);
    if (known === undefined) found.set(key, cell);
    else if (cell.counts && !known.counts) found.set(key, { ...known, counts: true });
  }
  return [...found.values()];
}

function keyOf(at: PlacedCell | BudgetCell): string {
  return at.kind === "own"
    ? `${at.row.sheet}/${at.row.id}/${String(at.column)}`
    : `${at.kind}/${at.sheet}/${String(at.row)}/${String(at.column)}`;
}

class Walk {
  readonly #evaluation: Evaluation;
  readonly #column: number;

  constructor(evaluation: Evaluation, column: number) {
    this.#evaluation = evaluation;
    this.#column = column;
  }

  cells(expression: Expression): readonly ReferredCell[] {
    switch (expression.kind) {
      case "number":
      case "text":
      case "axis":
        return [];
      case "phrase":
        return this.cells(expression.expression);
      case "operation":
        return [...this.cells(expression.left), ...this.cells(expression.right)];
      case "call":
        return this.#call(expression);
      case "budgetCell":
        return [{ at: expression, counts: true }];
      default:
        return this.#range(expression).map((at) => ({ at, counts: true }));
    }
  }

  #call(call: Call): readonly ReferredCell[] {
    const parts = call.arguments;
    switch (call.name) {
      case "IF":
        return this.#branches(parts);
      case "SUMIF":
        return this.#conditional(parts, parts[2], [[parts[0], parts[1]]]);
      case "SUMIFS":
        return this.#conditional(parts, parts[0], pairsOf(parts.slice(1)));
      case "LOOKUP":
        return this.#found(parts, parts[2], (index) => index === this.#lastAtMost(parts));
      case "INDEX":
        return this.#found(
          parts,
          parts[0],
          (index) => index === toNumber(this.#value(parts[1])) - 1,
        );
      default:
        return parts.flatMap((part) => this.cells(part));
    }
  }

  #branches([test, then, otherwise]: readonly Expression[]): readonly ReferredCell[] {
    const [taken, left] = isTrue(this.#value(test)) ? [then, otherwise] : [otherwise, then];
    return [...this.#all(test), ...this.#all(taken), ...passedOver(this.#all(left))];
  }

  #conditional(
    parts: readonly Expression[],
    summed: Expression | undefined,
    conditions: readonly (readonly [Expression | undefined, Expression | undefined])[],
  ): readonly ReferredCell[] {
    const tests = conditions.map(([keys, wanted]) => ({
      keys: this.#cellsOf(keys),
      meets: criterionOf(this.#value(wanted)),
    }));
    const isMet = (index: number): boolean =>
      tests.every(({ keys, meets }) => meets(this.#at(keys[index])));
    return this.#found(parts, summed, isMet);
  }

  /** The cells of one range by what is found in it; the other arguments are only looked at. */
  #found(
    parts: readonly Expression[],
    range: Expression | undefined,
    counts: (index: number) => boolean,
  ): readonly ReferredCell[] {
    const values = this.#cellsOf(range).map((at, index) => ({ at, counts: counts(index) }));
    const others = parts.filter((part) => part !== range).flatMap((part) => this.cells(part));
    return [...values, ...passedOver(others)];
  }

  #lastAtMost([wanted, keys]: readonly Expression[]): number {
    const value = this.#value(wanted);
    const known =
      keys?.kind === "axis"
        ? this.#evaluation.calculation.years
        : this.#cellsOf(keys).map((at) => this.#at(at));
    return known.findLastIndex((key) => key !== null && compare(key, value) <= 0);
  }

  #all(part: Expression | undefined): readonly ReferredCell[] {
    return part === undefined ? [] : this.cells(part);
  }

  #cellsOf(part: Expression | undefined): readonly PlacedCell[] {
    return part === undefined ? [] : this.#range(part);
  }

  #value(part: Expression | undefined): Value {
    return part === undefined ? null : this.#evaluation.compute(part, this.#column);
  }

  #at(cell: PlacedCell | undefined): Value {
    return cell === undefined ? null : this.#evaluation.value(cell.row, cell.column);
  }

  #range(expression: Expression): readonly PlacedCell[] {
    switch (expression.kind) {
      case "cell":
        return [own(expression.row, this.#columnOf(expression.column))];
      case "rowRange": {
        const [from, to] = [this.#columnOf(expression.from), this.#columnOf(expression.to)];
        return columns(from, to).map((column) => own(expression.row, column));
      }
      case "columnRange":
        return this.#rows(expression.first, expression.last).map((row) =>
          own(row, this.#columnOf(expression.column)),
        );
      case "area":
        return this.#rows(expression.first, expression.last).flatMap((row) =>
          columns(FIRST_YEAR_COLUMN, this.#columnOf("last")).map((column) => own(row, column)),
        );
      default:
        return [];
    }
  }

  #rows(first: Row, last: Row): readonly Row[] {
    return this.#evaluation.rowsBetween(first, last);
  }

  #columnOf(column: ColumnReference): number {
    switch (column) {
      case "same":
        return this.#column;
      case "previous":
        return this.#column - 1;
      case "first":
        return FIRST_YEAR_COLUMN;
      case "last":
        return FIRST_YEAR_COLUMN + this.#evaluation.calculation.years.length - 1;
      default:
        return column;
    }
  }
}

function own(row: Row, column: number): PlacedCell {
  return { kind: "own", row, column };
}

function columns(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function passedOver(cells: readonly ReferredCell[]): readonly ReferredCell[] {
  return cells.map((cell) => ({ ...cell, counts: false }));
}

function pairsOf(
  parts: readonly Expression[],
): readonly (readonly [Expression | undefined, Expression | undefined])[] {
  return columns(0, parts.length / 2 - 1).map((pair) => [parts[2 * pair], parts[2 * pair + 1]]);
}
