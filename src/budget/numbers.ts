import type { AmountUnit, Notation } from "./line";

/** A text that is an amount: the readings it allows, the unit it names. */
export interface NumberText {
  /** Value in German notation, absent when the text cannot be German. */
  readonly german?: number;
  /** Value in English notation, absent when the text cannot be English. */
  readonly english?: number;
  /** The unit written in the text itself, for example `282,0 T€`. */
  readonly unit?: AmountUnit;
  /** The mark of a footnote behind the number, for example the `1)` of `1.000 1)`. */
  readonly footnote?: string;
}

/** The text means that there is no amount: a dash, `-,--`, `./.`. */
export const NO_AMOUNT = "no-amount";

const UNIT_WORDS: ReadonlyMap<string, AmountUnit> = new Map([
  ["€", "EUR"],
  ["eur", "EUR"],
  ["euro", "EUR"],
  ["t€", "TEUR"],
  ["teur", "TEUR"],
  ["teuro", "TEUR"],
  ["k€", "TEUR"],
  ["keur", "TEUR"],
  ["tsd.€", "TEUR"],
  ["tsd€", "TEUR"],
  ["tsd.eur", "TEUR"],
  ["tsdeur", "TEUR"],
  ["tsd.euro", "TEUR"],
  ["tsd.", "TEUR"],
  ["tsd", "TEUR"],
  ["mio.€", "MEUR"],
  ["mio€", "MEUR"],
  ["mio.eur", "MEUR"],
  ["mioeur", "MEUR"],
  ["mio.euro", "MEUR"],
  ["mioeuro", "MEUR"],
  ["mio.", "MEUR"],
  ["mio", "MEUR"],
  ["meur", "MEUR"],
  ["m€", "MEUR"],
]);

/** The longest text that is looked at as a number; anything longer is prose. */
const LONGEST = 40;

/**
 * Reads an amount that is written as text: German or English separators, sign before or behind,
 * parentheses, currency words, any kind of blank. `null` when the text is something else.
 */
export function readNumberText(text: string): NumberText | typeof NO_AMOUNT | null {
  if (text.length > LONGEST * 3) return null;
  const mark = text.endsWith(")") || text.endsWith("*") ? FOOTNOTE.exec(text) : null;
  const footnote = mark?.[2] ?? mark?.[3];
  if (mark?.[1] === undefined || footnote === undefined) return readPlainText(text);
  const number = readPlainText(mark[1]);
  return number === null || number === NO_AMOUNT ? null : { ...number, footnote };
}

/** A digit stands apart from its number, else `1.0001)` would be two things; stars may touch it. */
const FOOTNOTE = /^(.*\d(?:\s?(?:€|EUR))?)(?:\s+(\d{1,2}\)|\*+\)?)|(\*+\)?))$/s;

function readPlainText(text: string): NumberText | typeof NO_AMOUNT | null {
  // An apostrophe in front is how Excel users say that a number is text.
  const bare = withoutBlanks(text.startsWith("'") ? text.slice(1) : text);
  if (bare.length === 0 || bare.length > LONGEST) return null;
  let from = 0;
  let to = bare.length;
  let negative = false;
  let signs = 0;
  let unit: AmountUnit | undefined;
  if (bare.charAt(from) === "(" && bare.charAt(to - 1) === ")") {
    negative = true;
    signs += 1;
    from += 1;
    to -= 1;
  }
  // Sign and currency may stand in either order on either side: `-5 €`, `€ -5`, `5- EUR`.
  for (let again = true; again;) {
    again = false;
    const first = bare.charAt(from);
    if (from < to && (first === "-" || first === "+")) {
      if (signs > 0) return isDashes(bare) ? NO_AMOUNT : null;
      negative = first === "-";
      signs += 1;
      from += 1;
      again = true;
    } else if (from < to && !isDigit(first) && first !== "." && first !== ",") {
      const end = wordEnd(bare, from, to);
      const found = UNIT_WORDS.get(bare.slice(from, end));
      if (found === undefined || unit !== undefined) return isDashes(bare) ? NO_AMOUNT : null;
      unit = found;
      from = end;
      again = true;
    }
  }
  for (let again = true; again && to > from;) {
    again = false;
    const last = bare.charAt(to - 1);
    if (last === "-" || last === "+") {
      if (bare.charAt(to - 2) === "-") {
        // `5,--` writes whole euros with dashes instead of cents.
        if (bare.charAt(to - 3) !== "," && bare.charAt(to - 3) !== ".") return null;
        to -= 3;
      } else if (bare.charAt(to - 2) === ",") {
        to -= 2;
      } else {
        if (signs > 0) return null;
        negative = last === "-";
        signs += 1;
        to -= 1;
      }
      again = true;
    } else if (!isDigit(last)) {
      const start = wordStart(bare, from, to);
      const found = UNIT_WORDS.get(bare.slice(start, to));
      if (found === undefined || unit !== undefined) return isDashes(bare) ? NO_AMOUNT : null;
      unit = found;
      to = start;
      again = true;
    }
  }
  // `- €` is an accountant's dash; a unit alone is a word.
  if (from >= to) return signs > 0 || isDashes(bare) ? NO_AMOUNT : null;
  const german = plainNumber(bare, from, to, ".", ",");
  const english = plainNumber(bare, from, to, ",", ".");
  if (german === undefined && english === undefined) return null;
  return {
    ...(german === undefined ? {} : { german: negative ? 0 - german : german }),
    ...(english === undefined ? {} : { english: negative ? 0 - english : english }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/**
 * What one text proves about the notation of its column. `1.234` proves nothing by itself: an
 * amount of money has no three decimals, so it counts as a weak sign for thousands.
 */
export function notationOf(number: NumberText): Notation | "weak-german" | "weak-english" | "any" {
  if (number.german === undefined) return "english";
  if (number.english === undefined) return "german";
  if (number.german === number.english) return "any";
  return Math.abs(number.german) > Math.abs(number.english) ? "weak-german" : "weak-english";
}

function withoutBlanks(text: string): string {
  let bare = "";
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13)) continue;
    if (code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x2007) continue;
    if (code === 0x2212 || code === 0x2013 || code === 0x2014 || code === 0x2011) bare += "-";
    else bare += text.charAt(at);
  }
  return bare.toLowerCase();
}

function isDigit(letter: string): boolean {
  return letter >= "0" && letter <= "9" && letter.length === 1;
}

function isDashes(bare: string): boolean {
  return /^(?:[-.,/]*-[-.,/]*|\.\/\.)$/.test(bare);
}

function wordEnd(bare: string, from: number, to: number): number {
  let end = from;
  while (end < to && !isDigit(bare.charAt(end)) && !"-+(".includes(bare.charAt(end))) end += 1;
  return end;
}

function wordStart(bare: string, from: number, to: number): number {
  let start = to;
  while (
    start > from &&
    !isDigit(bare.charAt(start - 1)) &&
    !"-+)".includes(bare.charAt(start - 1))
  )
    start -= 1;
  // The full stop of `5. Tsd.` belongs to nobody; a comma never starts a unit.
  return start;
}

/** Digits with thousands in groups of three and at most one decimal sign; undefined if it is not that. */
function plainNumber(
  bare: string,
  from: number,
  to: number,
  thousands: string,
  decimal: string,
): number | undefined {
  let digits = "";
  let group = -1;
  let seenDecimal = false;
  for (let at = from; at < to; at += 1) {
    const letter = bare.charAt(at);
    if (isDigit(letter)) {
      digits += letter;
      if (group >= 0 && !seenDecimal) group += 1;
    } else if (letter === decimal) {
      if (seenDecimal || at === to - 1 || (group >= 0 && group !== 3)) return undefined;
      seenDecimal = true;
      digits += ".";
    } else if (letter === thousands || letter === "'" || letter === "’") {
      if (seenDecimal || digits.length === 0 || digits === "0") return undefined;
      if (group === -1 ? digits.length > 3 : group !== 3) return undefined;
      group = 0;
    } else {
      return undefined;
    }
  }
  if (digits.length === 0 || digits === "." || (group >= 0 && !seenDecimal && group !== 3))
    return undefined;
  return Number(digits);
}
