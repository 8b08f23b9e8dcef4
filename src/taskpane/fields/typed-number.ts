import { NO_AMOUNT, readNumberText } from "../../budget/numbers";
import type { AmountUnit } from "../../budget/line";
import type { Language } from "../../language";

/** What a number field holds: euros, a fraction shown in percent, or a plain number. */
export type NumberUnit = "EUR" | "share" | "number";

/** Smallest and largest value a field takes; in its own unit, a share as a fraction. */
export interface NumberBounds {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Only whole numbers. */
  readonly whole?: boolean;
}

/** What a typed text means in a number field. */
export type TypedNumber =
  | { readonly kind: "empty" }
  /** EUR; a share as a fraction. `hint`: another value may have been meant, which can be typed so. */
  | { readonly kind: "value"; readonly value: number; readonly hint?: string }
  | { readonly kind: "wrong"; readonly why: NumberMistake };

export type NumberMistake =
  | "not-a-number"
  /** Percent where an amount belongs, or euros where a share belongs. */
  | "other-unit"
  | "too-small"
  | "too-large"
  | "not-whole";

const EXPONENTS: Readonly<Record<AmountUnit, number>> = { EUR: 0, TEUR: 3, MEUR: 6 };

/** Up to here a number in a percent field may have been meant as a fraction of one. */
const LARGEST_FRACTION = 0.5;

const PERCENT = /^(.*?)\s*(?:%|v\.\s?h\.|vh|prozent|percent|per cent|pct\.?)\s*$/i;

/**
 * Reads a number as it is typed: separators of the pane's language first, those of the other where only
 * they fit; `282 T€`, `T€ 282` and `0,282 Mio. €` as euros. In a share field the number is always in
 * percent, with or without the sign: `19`, `19 %` are 0.19, and `0,19` is 0.0019.
 */
export function readTypedNumber(
  text: string,
  unit: NumberUnit,
  language: Language,
  bounds: NumberBounds = {},
): TypedNumber {
  const typed = text.trim();
  if (typed === "") return { kind: "empty" };
  const percent = PERCENT.exec(typed);
  if (percent !== null && unit !== "share") return { kind: "wrong", why: "other-unit" };
  const read = readNumberText(percent?.[1] ?? typed);
  if (read === null || read === NO_AMOUNT) return { kind: "wrong", why: "not-a-number" };
  if (read.unit !== undefined && unit !== "EUR") return { kind: "wrong", why: "other-unit" };
  const isGerman =
    (language === "de" ? read.german : read.english) === undefined
      ? language === "en"
      : language === "de";
  const number = isGerman ? read.german : read.english;
  if (number === undefined) return { kind: "wrong", why: "not-a-number" };
  const value =
    unit === "share"
      ? shareOf(percent?.[1] ?? typed, isGerman ? "," : ".", number)
      : shifted(String(number), EXPONENTS[read.unit ?? "EUR"]);
  const mistake = outOf(value, bounds);
  if (mistake !== undefined) return { kind: "wrong", why: mistake };
  const doubtful =
    unit === "share" && percent === null && number !== 0 && Math.abs(number) <= LARGEST_FRACTION;
  return doubtful && outOf(number, bounds) === undefined
    ? { kind: "value", value, hint: showNumber(number, "share", language) }
    : { kind: "value", value };
}

/**
 * A value as it stands in its field, every digit of it, without the unit: what is shown reads back as the
 * same number.
 */
export function showNumber(value: number, unit: NumberUnit, language: Language): string {
  const digits = decimals(
    unit === "share" ? shiftedDigits(String(value), 2) : plainDigits(String(value)),
  );
  const [thousands, decimal] = language === "de" ? [".", ","] : [",", "."];
  const sign = digits.negative ? "-" : "";
  const whole = digits.whole.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  const cents = unit === "EUR" && digits.part.length === 1 ? `${digits.part}0` : digits.part;
  return cents === "" ? `${sign}${whole}` : `${sign}${whole}${decimal}${cents}`;
}

function outOf(
  value: number,
  { minimum = -Infinity, maximum = Infinity, whole = false }: NumberBounds,
): NumberMistake | undefined {
  if (value < minimum) return "too-small";
  if (value > maximum) return "too-large";
  return whole && !Number.isInteger(value) ? "not-whole" : undefined;
}

/** The fraction of a percentage, from its digits as typed: seventeen of them do not survive a division. */
function shareOf(typed: string, decimal: string, number: number): number {
  const digits = typed.replace(/[^\d.,]/g, "").replaceAll(decimal === "," ? "." : ",", "");
  const share = shifted(digits.replace(decimal, "."), -2);
  return number < 0 ? -share : share;
}

/** Times a power of ten, by moving the decimal sign: 57 % are 0.57, and 1,005 T€ are 1005 €. */
function shifted(digits: string, exponent: number): number {
  return Number(shiftedDigits(digits, exponent));
}

function shiftedDigits(given: string, exponent: number): string {
  const digits = plainDigits(given);
  const negative = digits.startsWith("-");
  const [whole = "", part = ""] = digits.replace("-", "").split(".");
  const all = exponent < 0 ? whole.padStart(1 - exponent, "0") : whole;
  const cut = exponent < 0 ? all.length + exponent : all.length;
  const behind = exponent < 0 ? all.slice(cut) + part : part.padEnd(exponent, "0");
  const moved = exponent < 0 ? 0 : exponent;
  const front = (all.slice(0, cut) + behind.slice(0, moved)).replace(/^0+(?=\d)/, "");
  const rest = behind.slice(moved).replace(/0+$/, "");
  return `${negative ? "-" : ""}${front}${rest === "" ? "" : `.${rest}`}`;
}

/** Digits without an exponent; JavaScript writes tiny and huge numbers as `1e-7`. */
function plainDigits(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = "", first = "", rest = "", power = "0"] = match;
  const digits = first + rest;
  const exponent = Number(power);
  return exponent < 0
    ? `${sign}0.${"0".repeat(-exponent - 1)}${digits}`
    : `${sign}${digits.padEnd(exponent + 1, "0")}`;
}

function decimals(digits: string): {
  readonly negative: boolean;
  readonly whole: string;
  readonly part: string;
} {
  const [whole = "0", part = ""] = digits.replace("-", "").split(".");
  return { negative: digits.startsWith("-"), whole, part };
}
