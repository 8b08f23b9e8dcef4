import type { Language } from "../../language";
import { isCalendarDate, MONTH_NAMES } from "../../law/calendar";

/** Other spellings by the first three letters of a month. */
const OTHER_STEMS: Readonly<Record<string, number>> = { maerz: 3, mrz: 3, jänner: 1 };

/** What a typed text means in a field for a month or a day. */
export type TypedTime =
  | { readonly kind: "empty" }
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  | { readonly kind: "value"; readonly value: string }
  /** Not understood; `instead` is what may have been meant, typed so that it is understood. */
  | { readonly kind: "wrong"; readonly instead?: string };

/** Reads a month: `01/2023`, `1.2023`, `Januar 2023`, `2023-01`, or a day of it. */
export function readTypedMonth(text: string): TypedTime {
  const typed = text.trim();
  if (typed === "") return { kind: "empty" };
  const year = /^((?:19|20|21)\d\d)$/.exec(typed);
  if (year !== null) return { kind: "wrong", instead: `01/${year[1] ?? ""}` };
  const short = /^(\d{1,2})\s*[./-]\s*(\d\d)$/.exec(typed);
  if (short !== null) return { kind: "wrong", instead: `${two(short[1])}/20${short[2] ?? ""}` };
  const [, number, itsYear] = /^(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(typed) ?? [];
  if (number !== undefined) return month(itsYear, Number(number));
  const [, firstYear, behind] = /^(\d{4})\s*[./-]\s*(\d{1,2})$/.exec(typed) ?? [];
  if (firstYear !== undefined) return month(firstYear, Number(behind));
  const [, word, yearOfWord] = /^(\p{L}+)\.?,?\s*(\d{4})$/u.exec(typed) ?? [];
  if (word !== undefined) return month(yearOfWord, monthNamed(word));
  const day = readTypedDate(typed);
  return day.kind === "value" ? { kind: "value", value: day.value.slice(0, 7) } : { kind: "wrong" };
}

/** Reads a day: `30.11.2027`, `30/11/2027`, `30. November 2027`, `November 30, 2027`, `2027-11-30`. */
export function readTypedDate(text: string): TypedTime {
  const typed = text.trim();
  if (typed === "") return { kind: "empty" };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso !== null) return date(iso[1], Number(iso[2]), iso[3]);
  const plain = /^(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})$/.exec(typed);
  // A month above twelve can only be a day: written in the American order.
  if (plain !== null && Number(plain[2]) > 12) return date(plain[3], Number(plain[1]), plain[2]);
  if (plain !== null) return date(plain[3], Number(plain[2]), plain[1]);
  const short = /^(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d\d)$/.exec(typed);
  if (short !== null) {
    const [, day, number, year = ""] = short;
    return { kind: "wrong", instead: `${two(day)}.${two(number)}.20${year}` };
  }
  const named = /^(\d{1,2})\.?\s*(\p{L}+)\.?,?\s*(\d{4})$/u.exec(typed);
  if (named !== null) return date(named[3], monthNamed(named[2] ?? ""), named[1]);
  const american = /^(\p{L}+)\.?\s*(\d{1,2}),?\s*(\d{4})$/u.exec(typed);
  if (american !== null) return date(american[3], monthNamed(american[1] ?? ""), american[2]);
  return { kind: "wrong" };
}

/** `01/2023`, as it stands in its field. */
export function showMonth(value: string): string {
  return `${value.slice(5, 7)}/${value.slice(0, 4)}`;
}

/** `Januar 2023`: what a month is called. */
export function monthInWords(value: string, language: Language): string {
  return `${MONTH_NAMES[language][Number(value.slice(5, 7)) - 1] ?? ""} ${value.slice(0, 4)}`;
}

/** `30.11.2027` in German, `30/11/2027` in English, as it stands in its field. */
export function showDate(value: string, language: Language): string {
  const parts = [value.slice(8, 10), value.slice(5, 7), value.slice(0, 4)];
  return parts.join(language === "de" ? "." : "/");
}

/** `30. November 2027`: a day in words. */
export function dayInWords(value: string, language: Language): string {
  const day = Number(value.slice(8, 10));
  return `${day}${language === "de" ? "." : ""} ${monthInWords(value, language)}`;
}

function month(year: string | undefined, number: number | undefined): TypedTime {
  const fits = /^(?:19|20|21)\d\d$/.test(year ?? "");
  if (!fits || number === undefined || number < 1 || number > 12) return { kind: "wrong" };
  return { kind: "value", value: `${year ?? ""}-${two(String(number))}` };
}

function date(
  year: string | undefined,
  number: number | undefined,
  day: string | undefined,
): TypedTime {
  const value = `${year ?? ""}-${two(String(number))}-${two(day)}`;
  return isCalendarDate(value) ? { kind: "value", value } : { kind: "wrong" };
}

/** The number of a month by its name in either language, or the beginning of it. */
function monthNamed(word: string): number | undefined {
  const folded = word.toLowerCase();
  const other = OTHER_STEMS[folded];
  if (other !== undefined) return other;
  if (folded.length < 3) return undefined;
  const names = [...MONTH_NAMES.de, ...MONTH_NAMES.en].map((name) => name.toLowerCase());
  const found = names.findIndex((name) => name.startsWith(folded));
  return found < 0 ? undefined : (found % 12) + 1;
}

function two(digits: string | undefined): string {
  return (digits ?? "").padStart(2, "0");
}
