import type { BlockOf } from "./document";
import {
  above,
  at,
  atLeast,
  constant,
  flag,
  largest,
  minus,
  over,
  plus,
  smallest,
  sum,
  times,
  when,
  year,
} from "./expression";
import type { Expression } from "./expression";
import { asInvoiced } from "./field-forms";
import { FIELD_LABELS } from "./field-labels";
import type { InputSpec } from "./inputs";
import type { BlockAmount, BlockContext, Timing } from "./blocks/block";
import { constantInput, monthInput, SHARE_BOUNDS } from "./blocks/pricing";
import type { Period, VatStart } from "./periods";
import type { Row } from "./row";

/**
 * Inputs of the VAT block. `invoiced` is one month: empty where VAT is not invoiced, January of the
 * first model year where it always is, so that both are the same mechanism.
 */
export function vatInputs(block: BlockOf<"vat">, firstYear: number): readonly InputSpec[] {
  const { source } = block;
  const { rate, invoiced = true } = block;
  const invoicedFrom =
    invoiced === true ? `${firstYear}-01` : invoiced === false ? undefined : invoiced;
  return [
    ...(typeof rate === "object" && "effective" in rate
      ? [
          constantInput(
            "effective",
            { path: ["rate", "effective"] },
            FIELD_LABELS.effectiveRate,
            "share",
            rate.effective,
            source,
            SHARE_BOUNDS,
          ),
        ]
      : []),
    ...(typeof rate === "object" && "inputTaxShare" in rate
      ? [
          constantInput(
            "input-tax-share",
            { path: ["rate", "inputTaxShare"] },
            FIELD_LABELS.inputTaxShare,
            "share",
            rate.inputTaxShare,
            source,
            SHARE_BOUNDS,
          ),
        ]
      : []),
    monthInput("from", { path: ["from"] }, FIELD_LABELS.vatFrom, block.from, source),
    monthInput(
      "invoiced",
      { path: ["invoiced"], form: asInvoiced },
      FIELD_LABELS.invoicedFrom,
      invoicedFrom,
      source,
    ),
    constantInput(
      "deductible",
      { path: ["deductible"] },
      FIELD_LABELS.deductible,
      "share",
      block.deductible ?? 0,
      source,
      SHARE_BOUNDS,
    ),
  ];
}

/** What VAT is computed from. */
export interface VatParts {
  readonly block: BlockOf<"vat">;
  readonly context: BlockContext;
  readonly start: VatStart;
  readonly amounts: readonly BlockAmount[];
  /** First year from which everything is invoiced, because the office has assessed; column E. */
  readonly assessmentYear: Row;
}

/** VAT that is invoiced, and VAT that is not and stays an open claim of its year. */
export interface VatRows {
  readonly invoiced: Expression;
  readonly open: Expression;
  /** What `invoiced` is computed from, amount by amount: it can be split in proportion. */
  readonly bases: VatBases;
}

/** The shares of the taxable amounts on which VAT is due, and on which it is invoiced. */
export interface VatBases {
  readonly shares: ReadonlyMap<BlockAmount, VatShares>;
  /** First year whose invoiced VAT is all that is due; column E. */
  readonly assessmentYear: Row;
}

interface VatShares {
  readonly taxed: Expression;
  readonly invoiced: Expression;
}

/**
 * VAT of a year: the parts of the taxable amounts from the VAT start on × rate × (1 − deductible share),
 * never below 0. Invoiced is what falls on or after the month of invoicing, and all from the assessment on.
 */
export function buildVat({ block, context, start, amounts, assessmentYear }: VatParts): VatRows {
  const { sheet } = context;
  const surcharge = surchargeRow(block, context);
  const deductible = sheet.importConstant(context.input("deductible"));
  const taxable = amounts.filter((amount) => amount.taxable);
  const shares = new Map<BlockAmount, VatShares>();
  const bases = [...groups(taxable)].map(([key, group], index) => {
    const rows = groupRows(context, `${context.id}.base-${index + 1}`, key, group, start);
    for (const amount of group) shares.set(amount, rows.shares);
    return rows;
  });
  const vatOf = (id: string, de: string, en: string, parts: readonly Row[]): Row => {
    const base = sheet.formula(
      {
        id: `${context.id}.${id}-base`,
        label: { de: `Bemessungsgrundlage ${de}`, en: `Base ${en}` },
        unit: "EUR",
      },
      sum(...parts.map(at)),
    );
    return sheet.formula(
      {
        id: `${context.id}.${id}`,
        label: { de: `Umsatzsteuer ${de}`, en: `VAT ${en}` },
        unit: "EUR",
      },
      largest(0, times(at(base), at(surcharge), minus(1, constant(deductible)))),
    );
  };
  const due = vatOf(
    "due",
    "gesamt",
    "in all",
    bases.map(({ taxed }) => taxed),
  );
  const fromMonth = vatOf(
    "from-invoicing",
    "ab Monat der Berechnung",
    "from month of invoicing",
    bases.map(({ invoiced }) => invoiced),
  );
  const invoiced = sheet.formula(
    {
      id: `${context.id}.invoiced`,
      label: { de: "Davon berechnet", en: "Of this invoiced" },
      unit: "EUR",
    },
    when(atLeast(year, constant(assessmentYear)), at(due), smallest(at(due), at(fromMonth))),
  );
  return {
    invoiced: at(invoiced),
    open: minus(at(due), at(invoiced)),
    bases: { shares, assessmentYear },
  };
}

/** `s[t]`: the statutory rate on 31 December, a given one, or `r × (1 − v)`. */
function surchargeRow(block: BlockOf<"vat">, context: BlockContext): Row {
  const { sheet, assumptions } = context;
  const { rate } = block;
  const label = { de: "Umsatzsteuer-Aufschlag", en: "VAT surcharge" };
  const head = { id: `${context.id}.surcharge`, label, unit: "share" } as const;
  if (rate === "statutory") {
    return sheet.formula(head, at(sheet.import(assumptions.law.vatRate)));
  }
  if (rate === "none") return sheet.formula(head, plus());
  if ("effective" in rate) {
    return sheet.formula(head, constant(sheet.importConstant(context.input("effective"))));
  }
  const share = sheet.importConstant(context.input("input-tax-share"));
  return sheet.formula(
    head,
    times(at(sheet.import(assumptions.law.vatRate)), minus(1, constant(share))),
  );
}

/** Amounts of the same timing share their rows. */
function groups(amounts: readonly BlockAmount[]): Map<Period | Row | "year", BlockAmount[]> {
  const grouped = new Map<Period | Row | "year", BlockAmount[]>();
  for (const amount of amounts) {
    const key = timingKey(amount.timing);
    grouped.set(key, [...(grouped.get(key) ?? []), amount]);
  }
  return grouped;
}

function timingKey(timing: Timing): Period | Row | "year" {
  if (timing.kind === "months") return timing.period;
  return timing.kind === "month" ? timing.index : "year";
}

interface BaseRows {
  readonly taxed: Row;
  readonly invoiced: Row;
  readonly shares: VatShares;
}

function groupRows(
  context: BlockContext,
  id: string,
  key: Period | Row | "year",
  group: readonly BlockAmount[],
  start: VatStart,
): BaseRows {
  const { sheet } = context;
  const total = sheet.formula(
    {
      id,
      label: {
        de: `Entgelte: ${group.map(({ row }) => row.label.de).join(", ")}`,
        en: `Charges: ${group.map(({ row }) => row.label.en).join(", ")}`,
      },
      unit: "EUR",
    },
    sum(...group.map(({ row }) => at(row))),
  );
  const part = (suffix: string, de: string, en: string, share: Expression): Row =>
    sheet.formula(
      { id: `${id}.${suffix}`, label: { de, en }, unit: "EUR" },
      times(at(total), share),
    );
  const shares = sharesOf(context, id, key, start);
  return {
    taxed: part("taxed", "davon umsatzsteuerpflichtig", "of this with VAT due", shares.taxed),
    invoiced: part(
      "invoiced",
      "davon ab Monat der Berechnung",
      "of this from month of invoicing",
      shares.invoiced,
    ),
    shares,
  };
}

function sharesOf(
  context: BlockContext,
  id: string,
  key: Period | Row | "year",
  start: VatStart,
): VatShares {
  if (key === "year") return yearShares(context, id, start);
  if ("months" in key) {
    const share = (months: Row): Expression => over(at(months), largest(1, at(key.months)));
    return { taxed: share(key.taxedMonths()), invoiced: share(key.invoicedMonths()) };
  }
  const due = flag(atLeast(constant(key), constant(start.due)));
  return { taxed: due, invoiced: times(due, atLeast(constant(key), constant(start.invoiced))) };
}

/** Single amounts: by the months of the scenario; where none counts, whole if January is late enough. */
function yearShares(context: BlockContext, id: string, start: VatStart): VatShares {
  const { period, sheet } = context;
  const row = (
    suffix: string,
    label: Row["label"],
    months: Row,
    from: readonly Row[],
  ): Expression =>
    at(
      sheet.formula(
        { id: `${id}.${suffix}`, label, unit: "share" },
        when(
          above(at(period.months), 0),
          over(at(months), largest(1, at(period.months))),
          flag(times(...from.map((index) => atLeast(plus(times(12, year), 1), constant(index))))),
        ),
      ),
    );
  return {
    taxed: row(
      "taxed-share",
      { de: "Anteil umsatzsteuerpflichtig", en: "Share with VAT due" },
      period.taxedMonths(),
      [start.due],
    ),
    invoiced: row(
      "invoiced-share",
      { de: "Anteil ab Monat der Berechnung", en: "Share from month of invoicing" },
      period.invoicedMonths(),
      [start.due, start.invoiced],
    ),
  };
}
