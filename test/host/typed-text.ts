import type { HostValue } from "./state";
import { HostError } from "./wire";

/**
 * What Excel makes of a text that is written to `values` or `formulas`: the same as if it had been typed
 * (learn.microsoft.com, Excel.Range `values`: “if the returned value starts with a plus, minus or equal
 * sign, Excel interprets this value as a formula”; office-js issue 1724: the text "123.456" became the
 * number 123456 in a German Excel).
 */
export interface Typed {
  readonly value: HostValue;
  readonly formula?: string;
  readonly textMark: boolean;
  /** Format that a cell without one takes on from what was typed. */
  readonly numberFormat?: string;
}

/** Longest text and longest formula of a cell (support.microsoft.com, “Excel specifications and limits”). */
const LONGEST_TEXT = 32767;
const LONGEST_FORMULA = 8192;

const MONTH =
  "(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)(?:[a-zäöü]*)\\.?";

/** Texts that a German Excel takes for a date or a time. */
const DATES = [
  /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?$/,
  /^\d{4}-\d{1,2}(?:-\d{1,2})?$/,
  /^\d{1,2}\/\d{4}$/,
  /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?$/i,
  new RegExp(`^(?:\\d{1,2}[. -]*)?${MONTH}[ -]*\\d{2,4}$`, "i"),
  new RegExp(`^\\d{1,2}[. -]*${MONTH}$`, "i"),
];

const NUMBER =
  /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?(?:e[+-]?\d+)?(?: ?%| ?€)?$|^-?€ ?\d[\d.,]*$|^\([\d.,]+\)$/i;
const ERRORS = /^#(?:NV|N\/A|WERT!|VALUE!|BEZUG!|REF!|NAME\?|ZAHL!|NUM!|NULL!|DIV\/0!)$/i;

/** Reads what was written as a German Excel reads what is typed. @throws HostError for a broken formula */
export function typedText(text: string): Typed {
  if (text === "") return { value: null, textMark: false };
  if (text.startsWith("'")) return plain(text.slice(1), true);
  if (text.startsWith("=") && text.length > 1) return formula(text);
  if (/^[+-]/.test(text) && /[A-Za-z(]/.test(text)) return formula(`=${text}`);
  if (text.startsWith("@")) throw new HostError("InvalidArgument", `not a formula: ${text}`);
  if (/^(?:true|wahr)$/i.test(text)) return { value: true, textMark: false };
  if (/^(?:false|falsch)$/i.test(text)) return { value: false, textMark: false };
  if (ERRORS.test(text)) return { value: { error: text.toUpperCase() }, textMark: false };
  if (DATES.some((date) => date.test(text))) {
    // Which day does not matter here: the text is lost.
    return { value: 45000, textMark: false, numberFormat: "dd/mm/yyyy" };
  }
  if (/\d/.test(text) && NUMBER.test(text)) {
    const digits = text.replace(/[.€% ()]/g, "").replace(",", ".");
    return { value: Number(digits), textMark: false };
  }
  return plain(text, false);
}

function plain(text: string, textMark: boolean): Typed {
  if (text.length > LONGEST_TEXT) {
    throw new HostError("InvalidArgument", `${String(text.length)} characters in a cell`);
  }
  return { value: text, textMark };
}

function formula(text: string): Typed {
  if (text.length > LONGEST_FORMULA) {
    throw new HostError("InvalidArgument", `formula of ${String(text.length)} characters`);
  }
  const outside = text.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'/g, "''");
  // `formulas` takes English notation whatever the language of Excel (learn.microsoft.com, Excel.Range
  // `formulas`; office-js issue 6614): a semicolon or an unbalanced bracket is no formula.
  const open = outside.split("(").length;
  if (outside.includes(";") || open !== outside.split(")").length) {
    throw new HostError("InvalidArgument", `not a formula in English notation: ${text}`);
  }
  return { value: null, formula: text, textMark: false };
}
