import type { CellContent } from "../../budget/grid";

/** Words of error values that differ in a German Excel. */
const ENGLISH_ERRORS: Readonly<Record<string, string>> = {
  "#NV": "#N/A",
  "#WERT!": "#VALUE!",
  "#BEZUG!": "#REF!",
  "#ZAHL!": "#NUM!",
  "#ÜBERLAUF!": "#SPILL!",
};

/** What stands in a cell, from what Excel says about it. */
export function cellContent(
  value: unknown,
  type: unknown,
  format: string,
  date1904: boolean,
): CellContent {
  if (type === "Error") {
    const text = typeof value === "string" ? value : "#ERROR!";
    return { kind: "error", text: ENGLISH_ERRORS[text] ?? text };
  }
  if (typeof value === "number") {
    if (!isDateFormat(format)) return value;
    const iso = isoDate(value + (date1904 ? DAYS_TO_1904 : 0));
    return iso === undefined ? value : { kind: "date", iso };
  }
  if (typeof value === "boolean") return value;
  return typeof value === "string" && value !== "" ? value : null;
}

/**
 * The format shows a day, month or year. Times of day and durations stay numbers: nothing in a budget
 * hangs on them.
 */
export function isDateFormat(format: string): boolean {
  // Durations: hours, minutes or seconds beyond a day.
  if (/\[(?:h+|m+|s+)\]/i.test(format)) return false;
  const [first = ""] = format
    .replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .toLowerCase()
    .split(";");
  if (first.includes("general") || first.includes("@")) return false;
  const letters = first.replace(/am\/pm|a\/p/g, "");
  // `m` beside hours or seconds means minutes.
  return /[dy]/.test(letters) || (letters.includes("m") && !/[hs]/.test(letters));
}

/** Days between the first days of the two date systems of Excel. */
export const DAYS_TO_1904 = 1462;
/** 1 January 1970, and the last day that Excel shows. */
const UNIX_DAY = 25569;
const LAST_DAY = 2958465;

/** Date of a serial number; Excel counts a 29 February 1900 that never was as day 60. */
function isoDate(serial: number): string | undefined {
  const day = Math.floor(serial);
  if (day < 1 || day === 60 || day > LAST_DAY) return undefined;
  const days = (day < 60 ? day + 1 : day) - UNIX_DAY;
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
