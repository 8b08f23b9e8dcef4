import { type Text, verbatim } from "../language";
import { excelSerial } from "../law/calendar";
import type { Citation } from "../law/table";
import { INTEREST_RATES, interestRoundingOn, WAITING_TIMES } from "../law/interest-law";
import { VAT_RATES } from "../law/vat";
import type { CalendarDate } from "../law/calendar";
import {
  below,
  call,
  cell,
  CONSTANT_COLUMN,
  down,
  type Expression,
  minus,
  plus,
  when,
  year,
} from "./expression";
import type { Row, Unit } from "./row";
import type { CalculationSheet } from "./sheet";

/** Column C: from when on the value holds. */
export const VALID_FROM_COLUMN = 2;

/** The legal parameters as rows: everybody can see and change them. */
export interface LegalRows {
  /** VAT rate on 31 December of each year of the axis. */
  readonly vatRate: Row;
  /** § 238 AO: one row a rate, oldest first; its first day in column C, the monthly rate in E. */
  readonly interestRates: readonly Row[];
  /** Full months between the end of the tax year and the start of the run, by year of the axis. */
  readonly waitingMonths: Row;
  readonly baseMultiple: Row;
  readonly minimumInterest: Row;
}

/**
 * Writes the dated tables of `law` onto the assumptions sheet and looks up what each year needs.
 * @param assessedUntil the day whose rounding rules hold
 */
export function addLegalRows(sheet: CalculationSheet, roundingDay: CalendarDate): LegalRows {
  sheet.space();
  sheet.heading({ de: "Umsatzsteuersatz (§ 12 UStG)", en: "VAT rate (§ 12 UStG)" }, TABLE_COLUMNS);
  const vat = VAT_RATES.map((entry) =>
    dated(sheet, "vat-rate", entry, entry.standard, "share", {
      de: "Regelsteuersatz",
      en: "Standard rate",
    }),
  );
  sheet.space();
  sheet.heading(
    { de: "Nachzahlungszinsen je vollem Monat (§ 238 AO)", en: "Interest a full month (§ 238 AO)" },
    TABLE_COLUMNS,
  );
  const interestRates = INTEREST_RATES.map((entry) =>
    dated(sheet, "interest-rate", entry, entry.monthlyRate, "share", {
      de: "Zinssatz je Monat",
      en: "Rate a month",
    }),
  );
  sheet.space();
  sheet.heading(
    {
      de: "Karenzzeit ab Ende des Steuerjahres (§ 233a AO, Art. 97 § 36 EGAO)",
      en: "Waiting time from the end of the tax year (§ 233a AO, Art. 97 § 36 EGAO)",
    },
    new Map([...TABLE_COLUMNS, [VALID_FROM_COLUMN, { de: "ab Steuerjahr", en: "from tax year" }]]),
  );
  const waiting = WAITING_TIMES.map((entry) => {
    const row = sheet.row({
      id: `waiting-${entry.fromTaxYear}`,
      label: { de: "Karenzzeit", en: "Waiting time" },
      unit: "months",
      source: cited(entry),
      bounds: { minimum: 0, maximum: 60 },
    });
    row.fixed.set(VALID_FROM_COLUMN, { kind: "input", value: entry.fromTaxYear, unit: "year" });
    row.fixed.set(CONSTANT_COLUMN, { kind: "input", value: entry.months });
    return row;
  });
  sheet.space();
  sheet.heading({
    de: "Rundung der Zinsen (§§ 238, 239 AO)",
    en: "Rounding of interest (§§ 238, 239 AO)",
  });
  const rounding = interestRoundingOn(roundingDay);
  const baseMultiple = parameter(sheet, "interest-base-multiple", rounding, rounding.baseMultiple, {
    de: "Bemessungsgrundlage abgerundet auf ein Vielfaches von",
    en: "Base rounded down to a multiple of",
  });
  const minimumInterest = parameter(sheet, "interest-minimum", rounding, rounding.minimum, {
    de: "Festsetzung erst ab",
    en: "Assessed only from",
  });
  sheet.space();
  sheet.heading({ de: "Rechtswerte je Jahr", en: "Legal values by year" });
  const lastDay = minus(call("DATE", plus(year, 1), 1, 1), 1);
  return {
    vatRate: sheet.formula(
      {
        id: "vat-rate",
        label: { de: "Umsatzsteuersatz am 31.12.", en: "VAT rate on 31 December" },
        unit: "share",
        source: verbatim("§ 12, § 13 UStG"),
      },
      // A budget may have years before the table; the model check lets none of them bear VAT.
      when(
        below(lastDay, firstEntry(vat)),
        0,
        call("LOOKUP", lastDay, table(vat, VALID_FROM_COLUMN), table(vat, CONSTANT_COLUMN)),
      ),
    ),
    interestRates,
    waitingMonths: sheet.formula(
      {
        id: "waiting-months",
        label: { de: "Karenzzeit des Steuerjahres", en: "Waiting time of the tax year" },
        unit: "months",
        source: verbatim("§ 233a Abs. 2 AO"),
      },
      call("LOOKUP", year, table(waiting, VALID_FROM_COLUMN), table(waiting, CONSTANT_COLUMN)),
    ),
    baseMultiple,
    minimumInterest,
  };
}

const TABLE_COLUMNS: ReadonlyMap<number, Text> = new Map([
  [VALID_FROM_COLUMN, { de: "gültig ab", en: "valid from" }],
]);

function dated(
  sheet: CalculationSheet,
  id: string,
  entry: Citation & { readonly validFrom: CalendarDate },
  value: number,
  unit: Unit,
  label: Text,
): Row {
  const row = sheet.row({
    id: `${id}-${entry.validFrom}`,
    label,
    unit,
    source: cited(entry),
    bounds: { minimum: 0, maximum: 1 },
  });
  row.fixed.set(VALID_FROM_COLUMN, {
    kind: "input",
    value: excelSerial(entry.validFrom),
    unit: "date",
  });
  row.fixed.set(CONSTANT_COLUMN, { kind: "input", value });
  return row;
}

function parameter(
  sheet: CalculationSheet,
  id: string,
  entry: Citation,
  value: number,
  label: Text,
): Row {
  const row = sheet.row({
    id,
    label,
    unit: "EUR",
    source: cited(entry),
    bounds: { minimum: 1, maximum: 1000 },
  });
  row.fixed.set(CONSTANT_COLUMN, { kind: "input", value });
  return row;
}

function cited({ norm, source }: Citation): Text {
  return verbatim(norm === source ? norm : `${norm}; ${source}`);
}

/** From when on the first entry of a table holds. */
function firstEntry([first]: readonly Row[]): Expression {
  if (first === undefined) throw new Error("an empty legal table");
  return cell(first, VALID_FROM_COLUMN);
}

function table(rows: readonly Row[], column: number): ReturnType<typeof down> {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) throw new Error("an empty legal table");
  return down(first, last, column);
}
