import { columnIndex } from "../../address";
import { fill, type Language, type Text, verbatim } from "../../language";
import {
  calendarDate,
  dateOfExcelSerial,
  excelSerial,
  firstDayOf,
  calendarMonth,
} from "../../law/calendar";
import {
  readTypedDate,
  readTypedMonth,
  showDate,
  showMonth,
} from "../../taskpane/fields/typed-month";
import { type NumberUnit, readTypedNumber, showNumber } from "../../taskpane/fields/typed-number";
import type { SheetValidation, SheetView, TypedValue } from "../../workbook/package";
import type { Cell } from "../work";
import { holds } from "./cell-index";
import { GRID } from "./words";

/** Days between the first days of the two date systems of Excel. */
const DAYS_TO_1904 = 1462;

/** What an input cell of ours takes. */
export interface CellInput {
  readonly validation: SheetValidation;
  readonly kind: NumberUnit | "date" | "month" | "text" | "list";
  /** The texts a list allows. */
  readonly choices: readonly string[];
}

/** The values of a list, which may stand on another sheet. */
export type ListValues = (
  sheet: string,
  column: number,
  firstRow: number,
  lastRow: number,
) => readonly string[];

/** What the cell takes; undefined for a cell that is no input of ours. */
export function inputAt(
  view: SheetView,
  cell: Cell,
  listValues: ListValues,
): CellInput | undefined {
  if (!view.ours || view.grid.formulaAt(cell.row, cell.column) !== undefined) return undefined;
  const validation = view.validations.find(({ areas }) => areas.some((area) => holds(area, cell)));
  if (validation === undefined) return undefined;
  const code = view.lookAt(cell.row, cell.column).numberFormat;
  const kind =
    validation.type === "list"
      ? "list"
      : validation.type === "textLength"
        ? "text"
        : validation.type === "date"
          ? code.includes("d")
            ? "date"
            : "month"
          : code.includes("%")
            ? "share"
            : code.includes("€")
              ? "EUR"
              : "number";
  const choices = kind === "list" ? listOf(validation, view.grid.name, listValues) : [];
  return { validation, kind, choices };
}

function listOf(
  { formulas: [source = ""] }: SheetValidation,
  here: string,
  listValues: ListValues,
): readonly string[] {
  const literal = /^"(.*)"$/.exec(source);
  if (literal !== null) return (literal[1] ?? "").split(",");
  const range = /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)$/.exec(
    source,
  );
  if (range === null) return [];
  const [, quoted, plain, column = "A", first = "1", last = first] = range;
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? here;
  return listValues(sheet, columnIndex(column), Number(first) - 1, Number(last) - 1);
}

/** The content of an input as it is edited: every digit of it, with its unit. */
export function editedText(
  view: SheetView,
  cell: Cell,
  { kind }: CellInput,
  language: Language,
): string {
  const content = view.grid.rows[cell.row]?.[cell.column] ?? null;
  if (content === null) return "";
  if (typeof content === "object") {
    if (content.kind === "error") return content.text;
    return kind === "month" ? showMonth(content.iso) : showDate(content.iso, language);
  }
  if (typeof content !== "number") return String(content);
  if (kind === "date" || kind === "month") {
    const iso = dateOfExcelSerial(content);
    return kind === "month" ? showMonth(iso) : showDate(iso, language);
  }
  const unit = kind === "share" || kind === "EUR" ? kind : "number";
  return `${showNumber(content, unit, language)}${kind === "share" ? " %" : ""}`;
}

/** A typed text as the cell takes it, or why it does not. */
export type ReadInput =
  | { readonly kind: "value"; readonly value: TypedValue }
  | { readonly kind: "refused"; readonly why: Text };

/** Reads what was typed into an input and holds it against what the cell accepts. */
export function readInput(
  text: string,
  input: CellInput,
  view: SheetView,
  language: Language,
): ReadInput {
  const typed = text.trim();
  if (typed === "") {
    return input.validation.allowBlank
      ? { kind: "value", value: null }
      : { kind: "refused", why: GRID.notEmpty };
  }
  const value = valueOf(typed, input, language, view.date1904);
  if (typeof value === "object") return { kind: "refused", why: value };
  return isAccepted(value, input)
    ? { kind: "value", value }
    : { kind: "refused", why: verbatim(input.validation.error) };
}

function valueOf(
  typed: string,
  { kind, choices, validation }: CellInput,
  language: Language,
  date1904: boolean,
): number | string | Text {
  switch (kind) {
    case "text":
      return typed;
    case "list": {
      const found = choices.find((choice) => choice.toLowerCase() === typed.toLowerCase());
      return found ?? fill(GRID.notInList, verbatim(typed), verbatim(choices.join(", ")));
    }
    case "date":
    case "month": {
      const read = kind === "date" ? readTypedDate(typed) : readTypedMonth(typed);
      if (read.kind !== "value") return fill(GRID.notADate, verbatim(typed));
      const day =
        kind === "date" ? calendarDate(read.value) : firstDayOf(calendarMonth(read.value));
      return excelSerial(day) - (date1904 ? DAYS_TO_1904 : 0);
    }
    default: {
      const read = readTypedNumber(typed, kind, language);
      if (read.kind === "value") return read.value;
      const otherUnit = read.kind === "wrong" && read.why === "other-unit";
      if (otherUnit) return fill(GRID.otherUnit, verbatim(typed));
      return validation.error === ""
        ? fill(GRID.notANumber, verbatim(typed))
        : fill(
            { de: "{0} {1}", en: "{0} {1}" },
            fill(GRID.notANumber, verbatim(typed)),
            verbatim(validation.error),
          );
    }
  }
}

/** Excel's own rule on what the cell accepts, as far as our sheets use it. */
function isAccepted(value: number | string, { validation, kind }: CellInput): boolean {
  if (kind === "list") return true;
  const [minimum = "-Infinity", maximum = "Infinity"] = validation.formulas;
  const measured = typeof value === "string" ? value.length : value;
  if (validation.type === "whole" && !Number.isInteger(measured)) return false;
  return Number(minimum) <= measured && measured <= Number(maximum);
}
