import type { Text } from "../language";
import { ACCOUNT_CLASSES } from "./accounts";
import type { CalendarDate } from "./calendar";
import { DISCOUNT_RATES } from "./discount";
import { INTEREST_RATES, INTEREST_ROUNDING, OPEN_RUN, WAITING_TIMES } from "./interest-law";
import { PROVISION_THRESHOLDS } from "./provision";
import type { Citation } from "./table";
import { VAT_OPTIONS } from "./vat-option";
import { VAT_RATES } from "./vat";

/** A legal value as a sheet shows it: the kind decides style and number format. */
export type LegalValue =
  | { readonly kind: "date"; readonly date: CalendarDate }
  /** `rate` is a fraction, `amount` EUR. */
  | { readonly kind: "year" | "months" | "rate" | "amount"; readonly value: number }
  | { readonly kind: "text"; readonly text: string };

/** One row of a legal table with what it rests on. */
export interface LegalRow extends Citation {
  /** Stable, unique over all tables, for example `interest-rate-2019-01-01`. */
  readonly id: string;
  /** As many as the table has columns. */
  readonly values: readonly LegalValue[];
}

/** A legal table, ready to be written row by row; its first column rises, so that LOOKUP works on it. */
export interface LegalSheetTable {
  readonly id: LegalTableId;
  readonly title: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly LegalRow[];
}

export type LegalTableId =
  | "vat-rate"
  | "vat-option"
  | "interest-rate"
  | "interest-waiting"
  | "interest-rounding"
  | "interest-open-run"
  | "discount-rate"
  | "provision-threshold"
  | "account-classes";

const VALID_FROM: Text = { de: "Gültig ab", en: "Valid from" };
const FROM_TAX_YEAR: Text = { de: "Ab Steuerjahr", en: "From tax year" };

/** Every legal table of the product, in the order an assumptions sheet shows them. */
export const LEGAL_TABLES: readonly LegalSheetTable[] = [
  sheetTable(
    "vat-rate",
    { de: "Umsatzsteuersätze", en: "VAT rates" },
    [
      VALID_FROM,
      { de: "Regelsatz", en: "Standard rate" },
      { de: "Ermäßigter Satz", en: "Reduced rate" },
    ],
    VAT_RATES,
    ({ validFrom, standard, reduced }) => [date(validFrom), rate(standard), rate(reduced)],
  ),
  sheetTable(
    "vat-option",
    { de: "Übergangsregelung zu § 2b UStG", en: "Transitional option to § 2b UStG" },
    [
      { de: "Gesetz vom", en: "Act of" },
      { de: "Altes Recht bis", en: "Old law until" },
      { de: "§ 2b UStG ab", en: "§ 2b UStG from" },
    ],
    VAT_OPTIONS,
    ({ validFrom, optionEnds, appliesFrom }) => [
      date(validFrom),
      date(optionEnds),
      date(appliesFrom),
    ],
  ),
  sheetTable(
    "interest-rate",
    { de: "Zinssätze für Nachzahlungen (§ 238 AO)", en: "Interest rates on back tax (§ 238 AO)" },
    [VALID_FROM, { de: "Satz je voller Monat", en: "Rate a full month" }],
    INTEREST_RATES,
    ({ validFrom, monthlyRate }) => [date(validFrom), rate(monthlyRate)],
  ),
  sheetTable(
    "interest-waiting",
    {
      de: "Karenzzeit bis zum Zinslauf (§ 233a AO)",
      en: "Waiting time before the run (§ 233a AO)",
    },
    [FROM_TAX_YEAR, { de: "Monate nach Jahresende", en: "Months after the end of the year" }],
    WAITING_TIMES,
    ({ fromTaxYear, months }) => [
      { kind: "year", value: fromTaxYear },
      { kind: "months", value: months },
    ],
  ),
  sheetTable(
    "interest-rounding",
    { de: "Rundung der Zinsen (§§ 238, 239 AO)", en: "Rounding of interest (§§ 238, 239 AO)" },
    [
      { de: "Festsetzung ab", en: "Assessed from" },
      { de: "Anspruch abgerundet auf volle", en: "Claim rounded down to a multiple of" },
      { de: "Mindestens festgesetzt", en: "Least interest assessed" },
    ],
    INTEREST_ROUNDING,
    ({ validFrom, baseMultiple, minimum }) => [
      date(validFrom),
      { kind: "amount", value: baseMultiple },
      { kind: "amount", value: minimum },
    ],
  ),
  sheetTable(
    "interest-open-run",
    { de: "Zinslauf ohne Höchstdauer", en: "Run without a longest duration" },
    [FROM_TAX_YEAR],
    OPEN_RUN,
    ({ fromTaxYear }) => [{ kind: "year", value: fromTaxYear }],
  ),
  sheetTable(
    "discount-rate",
    { de: "Kalkulationszinssatz", en: "Discount rate" },
    [VALID_FROM, { de: "Nominal im Jahr", en: "Nominal a year" }],
    DISCOUNT_RATES,
    ({ validFrom, nominal }) => [date(validFrom), rate(nominal)],
  ),
  sheetTable(
    "provision-threshold",
    { de: "Schwelle für eine Rückstellung", en: "Threshold for a provision" },
    [VALID_FROM, { de: "Wahrscheinlichkeit über", en: "Probability above" }],
    PROVISION_THRESHOLDS,
    ({ validFrom, probability }) => [date(validFrom), rate(probability)],
  ),
  sheetTable(
    "account-classes",
    { de: "Kontenklassen", en: "Account classes" },
    [
      { de: "Kontenplan", en: "Chart of accounts" },
      { de: "Aufwand", en: "Expense" },
      { de: "Ertrag", en: "Revenue" },
      { de: "Personal", en: "Staff" },
      { de: "Abschreibungen", en: "Depreciation" },
      { de: "Interne Verrechnung, Aufwand", en: "Internal charges, expense" },
      { de: "Interne Verrechnung, Ertrag", en: "Internal charges, revenue" },
    ],
    [ACCOUNT_CLASSES.NI, ACCOUNT_CLASSES.NW, ACCOUNT_CLASSES.cameral],
    (classes) => [
      { kind: "text", text: classes.chart },
      ...[
        classes.expense,
        classes.revenue,
        classes.staff,
        classes.depreciation,
        classes.internalExpense,
        classes.internalRevenue,
      ].map((prefixes): LegalValue => ({ kind: "text", text: prefixes.join(", ") })),
    ],
  ),
];

/** The table of an id. */
export function legalTable(id: LegalTableId): LegalSheetTable {
  const table = LEGAL_TABLES.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`There is no legal table ${id}`);
  return table;
}

function sheetTable<Entry extends Citation>(
  id: LegalTableId,
  title: Text,
  columns: readonly Text[],
  entries: readonly Entry[],
  values: (entry: Entry) => readonly LegalValue[],
): LegalSheetTable {
  const rows = entries.map((entry): LegalRow => {
    const { norm, source, certainty, note } = entry;
    const shown = values(entry);
    return { id: `${id}-${keyOf(shown)}`, values: shown, norm, source, certainty, note };
  });
  return { id, title, columns, rows };
}

function keyOf([first]: readonly LegalValue[]): string {
  if (first === undefined) throw new Error("A legal table needs at least one column");
  if (first.kind === "date") return first.date;
  return first.kind === "text" ? first.text : String(first.value);
}

function date(value: CalendarDate): LegalValue {
  return { kind: "date", date: value };
}

function rate(value: number): LegalValue {
  return { kind: "rate", value };
}
