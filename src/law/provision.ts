import type * as v from "valibot";
import type { CalendarDate } from "./calendar";
import data from "./data/provision-thresholds.json";
import {
  citationFields,
  dateField,
  inForceOn,
  legalEntry,
  rateField,
  readLegalTable,
  type LegalTable,
} from "./table";

const provisionThreshold = legalEntry({
  validFrom: dateField,
  probability: rateField,
  ...citationFields,
});

/** The probability that must be exceeded before a liability is provided for (Rückstellung). */
export type ProvisionThreshold = Readonly<v.InferOutput<typeof provisionThreshold>>;

/** Reads the thresholds. @throws LegalTableError */
export function readProvisionThresholds(table: unknown): LegalTable<ProvisionThreshold> {
  return readLegalTable(
    "provision-thresholds",
    provisionThreshold,
    table,
    ({ validFrom }) => validFrom,
  );
}

export const PROVISION_THRESHOLDS = readProvisionThresholds(data);

/**
 * The threshold on a date: a provision needs a probability **above** it (§ 88 GO NRW).
 * @throws RefusedError before 01.01.2019.
 */
export function provisionThresholdOn(date: CalendarDate): ProvisionThreshold {
  return inForceOn(PROVISION_THRESHOLDS, date, {
    de: "Schwelle für eine Rückstellung",
    en: "Threshold for a provision",
  });
}
