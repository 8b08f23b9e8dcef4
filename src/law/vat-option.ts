import * as v from "valibot";
import { addDays, type CalendarDate } from "./calendar";
import data from "./data/vat-options.json";
import {
  citationFields,
  dateField,
  inForceOn,
  legalEntry,
  readLegalTable,
  type LegalTable,
} from "./table";

const vatOption = v.pipe(
  legalEntry({
    validFrom: dateField,
    optionEnds: dateField,
    appliesFrom: dateField,
    ...citationFields,
  }),
  v.forward(
    v.check(
      ({ optionEnds, appliesFrom }) => addDays(optionEnds, 1) === appliesFrom,
      "expects the day after optionEnds",
    ),
    ["appliesFrom"],
  ),
);

/**
 * Until when public bodies may stay with the old law instead of § 2b UStG, as an act has put it.
 * `validFrom` is the day of the act: from then on this end was known.
 */
export type VatOption = Readonly<v.InferOutput<typeof vatOption>>;

/**
 * Reads the table of the § 2b option.
 * @throws LegalTableError
 */
export function readVatOptions(table: unknown): LegalTable<VatOption> {
  return readLegalTable("vat-options", vatOption, table, ({ validFrom }) => validFrom);
}

/** Every end the option has had, oldest first: the presets for "VAT from". */
export const VAT_OPTIONS = readVatOptions(data);

/**
 * The end of the option as the law stood on a date; the 2021 report still saw 2023 coming.
 * @throws RefusedError before 02.11.2015.
 */
export function vatOptionKnownOn(date: CalendarDate): VatOption {
  return inForceOn(VAT_OPTIONS, date, {
    de: "Übergangsregelung zu § 2b UStG",
    en: "Transitional option to § 2b UStG",
  });
}
