import { monthOfSerial, serialOf, yearOfSerial } from "../law/calendar";
import type { FunctionName } from "./expression";
import { compare, criterionOf, round, roundUp, toNumber, toText, type Value } from "./excel-values";

/** An argument: the values of a range in order, or a single value. */
export interface Area {
  readonly values: readonly Value[];
  readonly single: boolean;
}

type ExcelFunction = (parts: readonly Area[]) => Value;

function one(parts: readonly Area[], index: number): Value {
  return parts[index]?.values[0] ?? null;
}

function number(parts: readonly Area[], index: number): number {
  return toNumber(one(parts, index));
}

function area(parts: readonly Area[], index: number): readonly Value[] {
  return parts[index]?.values ?? [];
}

/** Numbers of all arguments; empty cells are passed over, in ranges texts too. */
function numbers(parts: readonly Area[]): number[] {
  return parts.flatMap((part) =>
    part.single
      ? part.values.filter((value) => value !== null).map(toNumber)
      : part.values.filter((value): value is number => typeof value === "number"),
  );
}

function conditionalSum(summed: readonly Value[], tests: readonly (readonly boolean[])[]): number {
  return summed.reduce<number>(
    (total, value, index) =>
      tests.every((test) => test[index] === true) && typeof value === "number"
        ? total + value
        : total,
    0,
  );
}

/** Last position whose value is at most the wanted one; the values ascend. */
function lastAtMost(values: readonly Value[], wanted: Value): number {
  let found = -1;
  values.forEach((value, index) => {
    if (value !== null && compare(value, wanted) <= 0) found = index;
  });
  if (found < 0) throw new Error("nothing at or below the value looked up");
  return found;
}

/** The functions that formulas may use, computed as Excel computes them; IF is lazy and stands apart. */
export const excelFunctions: Readonly<Record<FunctionName, ExcelFunction>> = {
  ABS: (parts) => Math.abs(number(parts, 0)),
  COUNTIF: (parts) => area(parts, 0).filter(criterionOf(one(parts, 1))).length,
  DATE: (parts) => serialOf(number(parts, 0), number(parts, 1), number(parts, 2)),
  EXACT: (parts) => toText(one(parts, 0)) === toText(one(parts, 1)),
  IF: () => {
    throw new Error("IF is computed lazily");
  },
  INDEX: (parts) => area(parts, 0)[number(parts, 1) - 1] ?? null,
  INT: (parts) => Math.floor(number(parts, 0)),
  ISNUMBER: (parts) => typeof one(parts, 0) === "number",
  LOOKUP: (parts) => area(parts, 2)[lastAtMost(area(parts, 1), one(parts, 0))] ?? null,
  MATCH: (parts) => {
    const index = area(parts, 1).findIndex((value) => compare(value, one(parts, 0)) === 0);
    if (index < 0) throw new Error("MATCH found nothing");
    return index + 1;
  },
  MAX: (parts) => Math.max(...orZero(numbers(parts))),
  MIN: (parts) => Math.min(...orZero(numbers(parts))),
  MONTH: (parts) => monthOfSerial(number(parts, 0)),
  RANK: (parts) => {
    const value = number(parts, 0);
    const ascending = number(parts, 2) !== 0;
    const better = numbers(parts.slice(1, 2)).filter((other) =>
      ascending ? other < value : other > value,
    );
    return better.length + 1;
  },
  ROUND: (parts) => round(number(parts, 0), number(parts, 1)),
  ROUNDUP: (parts) => roundUp(number(parts, 0), number(parts, 1)),
  SEARCH: (parts) => {
    const found = toText(one(parts, 1))
      .toLowerCase()
      .indexOf(toText(one(parts, 0)).toLowerCase());
    return found < 0 ? null : found + 1;
  },
  SUM: (parts) => numbers(parts).reduce((total, value) => total + value, 0),
  SUMIF: (parts) =>
    conditionalSum(area(parts, 2), [area(parts, 0).map(criterionOf(one(parts, 1)))]),
  SUMIFS: (parts) => {
    const tests: boolean[][] = [];
    for (let i = 1; i + 1 < parts.length; i += 2) {
      tests.push(area(parts, i).map(criterionOf(one(parts, i + 1))));
    }
    return conditionalSum(area(parts, 0), tests);
  },
  SUMPRODUCT: (parts) => {
    const length = Math.max(...parts.map((part) => part.values.length));
    let total = 0;
    for (let i = 0; i < length; i += 1) {
      // Excel counts what is no number as 0 here, truth values too: they have to be multiplied first.
      total += parts.reduce((product, { values }) => {
        const value = values[i];
        return typeof value === "number" ? product * value : 0;
      }, 1);
    }
    return total;
  },
  VALUE: (parts) => toNumber(one(parts, 0)),
  YEAR: (parts) => yearOfSerial(number(parts, 0)),
};

/** Excel's MAX and MIN of nothing are 0. */
function orZero(values: readonly number[]): readonly number[] {
  return values.length === 0 ? [0] : values;
}
