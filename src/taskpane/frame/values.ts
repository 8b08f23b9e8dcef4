import { fill, type Language, type Text } from "../../language";
import { dateInWords, dateOfExcelSerial } from "../../law/calendar";
import type { Unit } from "../../model/row";
import type { PlanValue } from "../../workbook/plan";
import type { FigureWriter } from "./figures";

const EMPTY: Text = { de: "leer", en: "empty" };
const YES: Text = { de: "ja", en: "yes" };
const NO: Text = { de: "nein", en: "no" };
const MONTH: Text = { de: "{0}/{1}", en: "{0}/{1}" };

/** The content of a cell as people read it, by the unit of its row. */
export function writeValue(
  value: PlanValue,
  unit: Unit,
  language: Language,
  figures: FigureWriter,
): string {
  if (value === null || value === "") return EMPTY[language];
  if (typeof value === "boolean") return (value ? YES : NO)[language];
  if (typeof value === "string") return value;
  switch (unit) {
    case "EUR":
      return Number.isInteger(value) ? figures.euros(value) : figures.cents(value);
    case "signedEUR":
      return figures.difference(value);
    case "share":
      return figures.percent(value);
    case "signedShare":
      return figures.percentDifference(value);
    case "month":
      return writeMonth(value, language);
    case "date":
      return dateInWords(dateOfExcelSerial(value))[language];
    case "year":
      return String(value);
    case "yearOrNone":
      return value === 0 ? "–" : String(value);
    case "flag":
      return (value === 0 ? NO : YES)[language];
    case "number":
    case "factor":
    case "months":
    case "monthIndex":
    case "rank":
    case "text":
      return figures.number(value);
  }
}

function writeMonth(serial: number, language: Language): string {
  const [year = "", month = ""] = dateOfExcelSerial(serial).split("-");
  return fill(MONTH, month, year)[language];
}
