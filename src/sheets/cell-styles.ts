import type { Content, Row, TextLook, Unit } from "../model/row";
import type { StyleName } from "../workbook/plan";

const INPUT_STYLES: Readonly<Record<Unit, StyleName>> = {
  EUR: "inputAmount",
  signedEUR: "inputAmount",
  share: "inputRate",
  signedShare: "inputRate",
  number: "inputNumber",
  factor: "inputNumber",
  months: "inputNumber",
  month: "inputMonth",
  monthIndex: "inputNumber",
  date: "inputDate",
  year: "inputYear",
  yearOrNone: "inputYear",
  flag: "inputNumber",
  rank: "inputNumber",
  text: "inputText",
};

const CALCULATED_STYLES: Readonly<Record<Unit, StyleName>> = {
  EUR: "amount",
  signedEUR: "amountSigned",
  share: "rate",
  signedShare: "rateSigned",
  number: "number",
  factor: "factor",
  months: "year",
  month: "month",
  monthIndex: "year",
  date: "date",
  year: "year",
  yearOrNone: "yearOrNone",
  flag: "flag",
  rank: "year",
  text: "text",
};

const TEXT_STYLES: Readonly<Record<TextLook, StyleName>> = {
  note: "note",
  sentence: "sentence",
  columnHeader: "columnHeader",
  label: "label",
};

/** The style of a cell by what it holds and what its row is. */
export function contentStyle(row: Row, content: Content): StyleName {
  switch (content.kind) {
    case "input":
      return INPUT_STYLES[content.unit ?? row.unit];
    case "link":
      return "linkedAmount";
    case "textAmount":
      return "textAmount";
    case "text":
      return content.look === undefined ? "text" : TEXT_STYLES[content.look];
    case "formula":
      return calculatedStyle(row, content.unit);
    case "written":
      return CALCULATED_STYLES[content.unit ?? row.unit];
    case "zero":
      return CALCULATED_STYLES[row.unit];
  }
}

/** The style of the year columns of a row with one formula. */
export function calculatedStyle(row: Row, unit: Unit = row.unit): StyleName {
  if (row.emphasis === "check" && (unit === "flag" || unit === "text")) return "check";
  if (unit === "EUR") {
    if (row.emphasis === "total") return "amountTotal";
    if (row.emphasis === "result") return "result";
    if (row.emphasis === "signed") return "amountSigned";
  }
  return CALCULATED_STYLES[unit];
}
