import { calendarDate, excelSerial } from "../law/calendar";
import { constantInput } from "./blocks/pricing";
import type { BlockOf } from "./document";
import { call, constant, isEmpty, lastAxisYear, plus, when } from "./expression";
import { asDateOrNone, asInterest, asNumberOrNone } from "./field-forms";
import { FIELD_LABELS } from "./field-labels";
import type { InputSpec } from "./inputs";
import type { Row } from "./row";
import type { CalculationSheet } from "./sheet";

export const TAX_RISK = "tax-risk";

/** Inputs of the assessment: date, rate where it is not the statutory one, limitation. */
export function backTaxInputs(block: BlockOf<"back-tax">): readonly InputSpec[] {
  const { source, assessed = null, interest = "statutory", limitation = null } = block;
  return [
    constantInput(
      "assessed",
      { path: ["assessed"], form: asDateOrNone },
      FIELD_LABELS.assessed,
      "date",
      assessed === null ? null : excelSerial(calendarDate(assessed)),
      source,
    ),
    constantInput(
      "interest",
      { path: ["interest"], form: asInterest },
      FIELD_LABELS.interestRate,
      "share",
      interest === "statutory" ? null : interest,
      source,
      { minimum: 0, maximum: 1 },
    ),
    constantInput(
      "limitation",
      { path: ["limitation"], form: asNumberOrNone },
      FIELD_LABELS.limitation,
      "number",
      limitation,
      source,
      { minimum: 1, maximum: 30 },
    ),
  ];
}

/** Inputs of an assessment, where the scenario has one. */
export interface AssessmentInputs {
  readonly assessed: Row;
  readonly interest: Row;
  readonly limitation: Row;
}

/** The year of the assessment, on the scenario's own sheet, so that VAT can look at it. */
export function addAssessmentYear(
  sheet: CalculationSheet,
  inputs: AssessmentInputs | undefined,
): Row {
  const head = {
    id: "assessment-year",
    label: {
      de: "Jahr des Steuerbescheids (ohne: Jahr nach der Zeitachse)",
      en: "Year of assessment (without: year after the axis)",
    },
    unit: "year",
  } as const;
  const never = plus(lastAxisYear, 1);
  if (inputs === undefined) return sheet.constant(head, never);
  const assessed = constant(inputs.assessed);
  return sheet.constant(head, when(isEmpty(assessed), never, call("YEAR", assessed)));
}
