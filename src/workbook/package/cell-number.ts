const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
/** Powers of ten that a double holds exactly. */
const EXACT_POWERS: readonly number[] = Array.from({ length: 23 }, (_value, power) =>
  Number(`1e${power}`),
);
const MOST_EXACT_DIGITS = 15;

/**
 * The number that stands in plain decimal notation between two offsets, `NaN` when none does.
 * Up to 15 digits are read as an exact integer divided by an exact power of ten, which rounds once and
 * thus as `Number` does; anything longer goes through `Number` itself.
 */
export function parseCellNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  let digits = 0;
  let value = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === POINT && decimals < 0) {
      decimals = 0;
      continue;
    }
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9 || ++digits > MOST_EXACT_DIGITS) return parseLong(bytes, start, end);
    value = value * 10 + digit;
    if (decimals >= 0) decimals++;
  }
  if (digits === 0) return NaN;
  if (decimals > 0) value /= EXACT_POWERS[decimals] as number;
  return negative ? -value : value;
}

function parseLong(bytes: Uint8Array, start: number, end: number): number {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number);
  const trimmed = text.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : NaN;
}
