import { format, formatColor, isDateFormat } from "numfmt";
import type { CellContent } from "../../budget/grid";
import type { Language } from "../../language";
import { excelSerial, isCalendarDate } from "../../law/calendar";

/** What a cell shows. */
export interface CellText {
  readonly text: string;
  /** Where content stands whose cell says nothing: numbers right, texts left, the rest in the middle. */
  readonly side: "left" | "right" | "center";
  /** A number or date: never cut off, which would show another figure. */
  readonly whole: boolean;
  /** `RRGGBB` where the number format gives a colour, `[Red]`. */
  readonly colour?: string;
}

const EMPTY: CellText = { text: "", side: "left", whole: false };

/** Dates that Excel shows by the region of its user. */
const REGIONAL: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "m/d/yyyy": { de: "dd.mm.yyyy", en: "dd/mm/yyyy" },
  "m/d/yyyy h:mm": { de: "dd.mm.yyyy hh:mm", en: "dd/mm/yyyy hh:mm" },
};

const TRUTH: Readonly<Record<Language, readonly [string, string]>> = {
  de: ["FALSCH", "WAHR"],
  en: ["FALSE", "TRUE"],
};

/** Content as its number format shows it, in the language the user reads. */
export function cellText(content: CellContent, code: string, language: Language): CellText {
  if (content === null) return EMPTY;
  if (typeof content === "boolean") {
    return { text: TRUTH[language][content ? 1 : 0], side: "center", whole: false };
  }
  if (typeof content === "string") {
    const text = code.includes("@") && code !== "@" ? written(code, content, language) : content;
    return { text, side: "left", whole: false };
  }
  if (typeof content === "number") return numberText(content, code, language);
  if (content.kind === "error") return { text: content.text, side: "center", whole: false };
  if (!isCalendarDate(content.iso)) return { text: content.iso, side: "right", whole: true };
  return numberText(excelSerial(content.iso), code, language);
}

function numberText(value: number, code: string, language: Language): CellText {
  const regional = REGIONAL[code]?.[language] ?? code;
  const text = written(regional, value, language).trim();
  if (!code.includes("[")) return { text, side: "right", whole: true };
  const colour = formatColor(code, value);
  const hex = typeof colour === "string" ? NAMED_COLOURS[colour.toLowerCase()] : undefined;
  return { text, side: "right", whole: true, ...(hex === undefined ? {} : { colour: hex }) };
}

const NAMED_COLOURS: Readonly<Record<string, string>> = {
  red: "C00000",
  blue: "0000FF",
  green: "00802B",
};

/** A format that the library does not know shows the plain value rather than nothing. */
function written(code: string, value: number | string, language: Language): string {
  try {
    return format(code, value, { locale: language, throws: true });
  } catch {
    return format("General", value, { locale: language });
  }
}

/** Whether numbers of this format are days. */
export function showsDate(code: string): boolean {
  return isDateFormat(code);
}
