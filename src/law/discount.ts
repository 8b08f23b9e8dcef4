import type * as v from "valibot";
import type { CalendarDate } from "./calendar";
import data from "./data/discount-rates.json";
import {
  citationFields,
  dateField,
  inForceOn,
  legalEntry,
  rateField,
  readLegalTable,
  type LegalTable,
} from "./table";

const discountRate = legalEntry({ validFrom: dateField, nominal: rateField, ...citationFields });

/** Nominal yearly rate for present values, as a fraction; a preset, not binding on towns. */
export type DiscountRate = Readonly<v.InferOutput<typeof discountRate>>;

/** Reads the discount rates. @throws LegalTableError */
export function readDiscountRates(table: unknown): LegalTable<DiscountRate> {
  return readLegalTable("discount-rates", discountRate, table, ({ validFrom }) => validFrom);
}

export const DISCOUNT_RATES = readDiscountRates(data);

/**
 * The rate published last before a date.
 * @throws RefusedError before the first circular of the table.
 */
export function discountRateOn(date: CalendarDate): DiscountRate {
  return inForceOn(DISCOUNT_RATES, date, { de: "Kalkulationszinssatz", en: "Discount rate" });
}
