/** What a cell can hold while the model is computed. `null` is an empty cell. */
export type Value = number | string | boolean | null;

/** The number Excel makes of a value in arithmetic: an empty cell is 0, TRUE is 1. */
export function toNumber(value: Value): number {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number)) {
    throw new Error(`a number was expected, not the text "${value}"`);
  }
  return number;
}

export function toText(value: Value): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

export function isTrue(value: Value): boolean {
  return toNumber(value) !== 0;
}

/** Numbers stand before texts, texts before truth values; texts compare without case, as in Excel. */
export function compare(left: Value, right: Value): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [fillEmpty(left, right), fillEmpty(right, left)];
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA !== rankB) return rankA - rankB;
  if (typeof a === "string" && typeof b === "string") {
    if (a === b) return 0;
    const [x, y] = [a.toUpperCase(), b.toUpperCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return toNumber(a) - toNumber(b);
}

/** An empty cell compares as the zero value of what it is compared with. */
function fillEmpty(value: Value, other: Value): Value {
  if (value !== null) return value;
  if (typeof other === "string") return "";
  if (typeof other === "boolean") return false;
  return 0;
}

function rank(value: Value): number {
  if (typeof value === "string") return 1;
  return typeof value === "boolean" ? 2 : 0;
}

/**
 * Rounds half away from zero on the decimal digits a number shows, as Excel's ROUND does:
 * 1.005 to two digits is 1.01 although its binary value lies below.
 */
export function round(value: number, digits: number): number {
  return shift(Math.round(shift(Math.abs(value), digits)), -digits) * Math.sign(value);
}

/** Rounds away from zero, as Excel's ROUNDUP; binary dust below the fifteenth digit is no reason to. */
export function roundUp(value: number, digits: number): number {
  const shifted = shift(Number(Math.abs(value).toPrecision(15)), digits);
  return shift(Math.ceil(shifted), -digits) * Math.sign(value);
}

/** Moves the decimal point without binary error. */
function shift(value: number, digits: number): number {
  if (digits === 0 || value === 0 || !Number.isFinite(value)) return value;
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

/** A COUNTIF or SUMIF criterion: a value, or an operator with a value. */
export function meets(value: Value, wanted: Value): boolean {
  return criterionOf(wanted)(value);
}

/** A criterion read once, for many cells. */
export function criterionOf(wanted: Value): (value: Value) => boolean {
  const match = typeof wanted === "string" ? /^(<=|>=|<>|<|>|=)(.*)$/.exec(wanted) : null;
  if (match === null) return equalTo(wanted);
  const [, operator = "=", rest = ""] = match;
  const bound = operandOf(rest);
  return (value) => {
    if (typeof bound === "number" && typeof value !== "number") return operator === "<>";
    const order = compare(value, bound);
    if (operator === "<") return order < 0;
    if (operator === "<=") return order <= 0;
    if (operator === ">") return order > 0;
    if (operator === ">=") return order >= 0;
    return operator === "<>" ? order !== 0 : order === 0;
  };
}

function operandOf(text: string): number | string {
  return text.trim() !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
}

/** Whether a value equals the wanted one; each of the few different texts is compared once. */
function equalTo(wanted: Value): (value: Value) => boolean {
  const known = new Map<Value, boolean>([[null, false]]);
  return (value) => {
    const seen = known.get(value);
    if (seen !== undefined) return seen;
    const alike = compare(value, wanted) === 0;
    known.set(value, alike);
    return alike;
  };
}
