import { DAYS_TO_1904 } from "../dates";
import type { PlanCell } from "../plan";
import { DATE_STYLES } from "../styles";

/** What is handed to Excel for a cell; `null` leaves the cell as it is. */
export type CellInput = string | number | boolean | null;

/** A formula, or the value as Excel has to be told it: it reads a text as if it were typed. */
export function cellInput(cell: PlanCell, date1904: boolean): CellInput {
  const { formula, value, style } = cell;
  if (formula !== undefined) return formula;
  if (typeof value === "number") {
    return date1904 && DATE_STYLES.has(style) ? value - DAYS_TO_1904 : value;
  }
  if (typeof value !== "string") return value;
  if (value === "") return null;
  return couldBeTaken(value) ? `'${value}` : value;
}

/** Names of months in German and English, whole or cut short, and units of money. */
const MONTH_OR_MONEY =
  /^(?:jan|jän|feb|mär|mrz|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec|eur$|euro$|dm$|usd$)/i;

/**
 * Excel would take the text for a formula, number, date, time, truth value or error (`01.02.02`, `Mai 24`,
 * `1E5`, `WAHR`, `#NV`). An apostrophe before it keeps it a text.
 */
export function couldBeTaken(text: string): boolean {
  if (/^[=+\-@'#]/.test(text) || /^(?:true|false|wahr|falsch)$/i.test(text.trim())) return true;
  if (/^[\d\s.,:/%€$()+'-]+$/.test(text)) return true;
  if (/^\d[\d.,]*e[+-]?\d+$/i.test(text) || /^\d[\d:]* ?[ap]m?$/i.test(text)) return true;
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length > 0 && /\d/.test(text) && words.every((word) => MONTH_OR_MONEY.test(word));
}
