import type { CellContent } from "../../budget/grid";
import { dateOfSerial, isDateFormat } from "../dates";

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
    const iso = dateOfSerial(value, date1904);
    return iso === undefined ? value : { kind: "date", iso };
  }
  if (typeof value === "boolean") return value;
  return typeof value === "string" && value !== "" ? value : null;
}
