import { RefusedError } from "../finding";
import { type CalendarDate, dateOfExcelSerial, monthOf } from "../law/calendar";

/** What stands in an input cell; months and dates are Excel serial numbers. */
export type CellValue = number | string | null;

/** A single value of the model document. */
export type FieldValue = number | string | boolean | null;

/** The field is left out of the document. */
export const LEFT_OUT = Symbol("left out");

/**
 * What a typed value is in the document, the way back of what the row shows; undefined where it is
 * nothing that the field could hold.
 */
export type FieldForm = (typed: CellValue) => FieldValue | typeof LEFT_OUT | undefined;

/** An emptied cell counts as 0, as it does in formulas. */
export const asNumber: FieldForm = (typed) => (typed === null ? 0 : numberOnly(typed));

/** A number, or `null` where the cell is empty. */
export const asNumberOrNone: FieldForm = (typed) => (typed === null ? null : numberOnly(typed));

/** `YYYY-MM`, whatever day of the month was typed; left out where the cell is empty. */
export const asMonth: FieldForm = (typed) => (typed === null ? LEFT_OUT : monthTyped(typed));

/** `YYYY-MM-DD`; a field that must not be empty. */
export const asDate: FieldForm = (typed) => dayTyped(typed);

/** `YYYY-MM-DD`, or `null` where the cell is empty. */
export const asDateOrNone: FieldForm = (typed) => (typed === null ? null : dayTyped(typed));

/** 1 and 0; an emptied cell counts as 0. */
export const asFlag: FieldForm = (typed) =>
  typed === 1 ? true : typed === 0 || typed === null ? false : undefined;

/** A yearly rate; the statutory one where the cell is empty. */
export const asInterest: FieldForm = (typed) => (typed === null ? "statutory" : numberOnly(typed));

/** The month from which VAT is invoiced; never where the cell is empty. */
export const asInvoiced: FieldForm = (typed) => (typed === null ? false : monthTyped(typed));

function numberOnly(typed: CellValue): number | undefined {
  return typeof typed === "number" ? typed : undefined;
}

/** The month of a typed day. */
export function monthTyped(typed: CellValue): string | undefined {
  const day = dayTyped(typed);
  return day === undefined ? undefined : monthOf(day);
}

function dayTyped(typed: CellValue): CalendarDate | undefined {
  if (typeof typed !== "number") return undefined;
  try {
    return dateOfExcelSerial(typed);
  } catch (error) {
    if (error instanceof RefusedError) return undefined;
    throw error;
  }
}
