import type { Text } from "../../../language";
import { FIELD_LABELS } from "../../../model/field-labels";
import type { SharedIndex } from "../../fields";
import { FORM } from "./block-words";
import type { FieldForm, FieldHead, Way } from "./form-types";

export const AMOUNT_BOUNDS = { minimum: -1_000_000_000, maximum: 1_000_000_000 };
export const SHARE_BOUNDS = { minimum: 0, maximum: 1 };
export const COUNT_BOUNDS = { minimum: 0, maximum: 10_000_000 };

export function euros(field: string, label: Text, more: Partial<FieldHead> = {}): FieldForm {
  return {
    type: "number",
    unit: "EUR",
    bounds: AMOUNT_BOUNDS,
    field,
    label,
    required: true,
    ...more,
  };
}

export function share(field: string, label: Text, more: Partial<FieldHead> = {}): FieldForm {
  return {
    type: "number",
    unit: "share",
    bounds: SHARE_BOUNDS,
    field,
    label,
    required: true,
    ...more,
  };
}

const isNumber = (value: unknown): boolean => typeof value === "number" || value === null;
export const isGiven = (value: unknown): boolean => value !== undefined;

/** One amount a year, or amounts by year that are carried on. */
export const BY_YEAR: readonly Way[] = [
  {
    id: "yearly",
    label: FORM.yearlyAmount,
    is: ({ byYear }) => isNumber(byYear),
    begin: { byYear: null },
    fields: [euros("byYear", FIELD_LABELS.amountAYear)],
  },
  {
    id: "by-year",
    label: FORM.amountsByYear,
    is: ({ byYear }) => isGiven(byYear),
    begin: { byYear: {} },
    fields: [
      { type: "by-year", carriedOn: true, field: "byYear", label: FIELD_LABELS.amountByYear },
    ],
  },
];

export function ways(...all: readonly Way[]): FieldForm {
  return { type: "ways", field: "way", label: FORM.way, ways: all };
}

export function index(usual: SharedIndex): FieldForm {
  return { type: "index", field: "index", label: FIELD_LABELS.index, usual };
}

export function taxable(
  usual: boolean,
  note: Text = usual ? FORM.taxableNote : FORM.grossNote,
): FieldForm {
  return { type: "flag", field: "taxable", label: FIELD_LABELS.taxable, usual, note };
}
