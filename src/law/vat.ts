import type * as v from "valibot";
import type { CalendarDate } from "./calendar";
import data from "./data/vat-rates.json";
import {
  citationFields,
  dateField,
  inForceOn,
  legalEntry,
  rateField,
  readLegalTable,
  type LegalTable,
} from "./table";

const vatRate = legalEntry({
  validFrom: dateField,
  standard: rateField,
  reduced: rateField,
  ...citationFields,
});

/** Standard and reduced rate of value added tax, as fractions (§ 12 UStG). */
export type VatRate = Readonly<v.InferOutput<typeof vatRate>>;

/**
 * Reads the VAT table.
 * @throws LegalTableError
 */
export function readVatRates(table: unknown): LegalTable<VatRate> {
  return readLegalTable("vat-rates", vatRate, table, ({ validFrom }) => validFrom);
}

export const VAT_RATES = readVatRates(data);

/**
 * The VAT rates for a supply made on a date; for services of a whole year the year's last day decides.
 * @throws RefusedError before 01.01.2007.
 */
export function vatRateOn(date: CalendarDate): VatRate {
  return inForceOn(VAT_RATES, date, { de: "Umsatzsteuersatz", en: "VAT rate" });
}
