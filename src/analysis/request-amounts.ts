import { fill, type Text } from "../language";
import {
  at,
  atLeast,
  constant,
  down,
  equal,
  type Expression,
  minus,
  over,
  plus,
  sum,
  times,
  when,
  year,
} from "../model/expression";
import { importedOnto } from "../model/imported";
import type { Row } from "../model/row";
import type { ScenarioSheet } from "../model/scenario-rows";
import { type CalculationSheet, setFormula } from "../model/sheet";
import type { VatBases } from "../model/vat";
import { type RequestPosition, TAX_EFFECT, type TaxEffect } from "./request-positions";

/** A position under the code its rows begin with. */
export interface CodedPosition {
  readonly code: string;
  readonly position: RequestPosition;
}

/**
 * What each position needs in a year, by its code: its amounts, and its part of the invoiced VAT. VAT is
 * split by what each amount adds to the base, so that the parts add up to the scenario's VAT; where the
 * VAT block itself names product or account, all of it stands there.
 */
export function addNeeds(
  sheet: CalculationSheet,
  own: ScenarioSheet,
  positions: readonly CodedPosition[],
): ReadonlyMap<string, Expression> {
  sheet.heading({
    de: "Beträge des Szenarios je Position (ohne Umsatzsteuer)",
    en: "Amounts of the scenario by position (without VAT)",
  });
  const effects = positions.map(({ code, position }) => openTaxEffect(sheet, own, code, position));
  const amounts = positions.map(({ position }, index) => {
    const rows = position.charges.map(({ row }) => sheet.import(row));
    const effect = effects[index];
    const vat = position.wholeVat ? [sheet.import(own.row("vat"))] : [];
    return [...rows, ...vat, ...(effect === undefined ? [] : [effect()])];
  });
  const whole = positions.some(({ position }) => position.wholeVat);
  const vat =
    own.vatBases === undefined || whole
      ? new Map<string, Row>()
      : splitVat(sheet, own, own.vatBases, positions);
  return new Map(
    positions.map(({ code }, index) => {
      const part = vat.get(code);
      const rows = sumDown(amounts[index] ?? []);
      return [code, part === undefined ? rows : plus(rows, at(part))] as const;
    }),
  );
}

/** The sum of rows that stand one below the other. */
function sumDown(rows: readonly Row[]): Expression {
  const [first] = rows;
  const last = rows.at(-1);
  return first === undefined || last === undefined ? plus() : sum(down(first, last, "same"));
}

/** Imports what back tax costs now; the row itself follows among the amounts of its position. */
function openTaxEffect(
  sheet: CalculationSheet,
  own: ScenarioSheet,
  code: string,
  { taxEffect }: RequestPosition,
): (() => Row) | undefined {
  if (taxEffect === undefined) return undefined;
  const parts = effectParts(sheet, own, taxEffect);
  return () =>
    sheet.formula(
      {
        id: `${code}.tax-effect`,
        label: TAX_EFFECT,
        unit: "EUR",
      },
      parts,
    );
}

/** As in `result-cost`: allocation, what was provided too little, less what is released; or the payment. */
function effectParts(sheet: CalculationSheet, own: ScenarioSheet, effect: TaxEffect): Expression {
  const taken = (id: Parameters<ScenarioSheet["row"]>[0]): Expression =>
    at(sheet.import(own.row(id)));
  if (effect === "back-payment") return taken("back-payment");
  const allocation = taken("provision-allocation");
  const shortfall = taken("provision-shortfall");
  return minus(plus(allocation, shortfall), taken("provision-release"));
}

/** The part of each position in the VAT of the year, by its share of the base. */
function splitVat(
  sheet: CalculationSheet,
  own: ScenarioSheet,
  { shares, assessmentYear }: VatBases,
  positions: readonly CodedPosition[],
): ReadonlyMap<string, Row> {
  sheet.heading({
    de: "Umsatzsteuer je Position (nach Anteil an der Bemessungsgrundlage)",
    en: "VAT by position (by share of the base)",
  });
  const from = sheet.importConstant(assessmentYear);
  const shareRows = new Map<unknown, Row>();
  const taxed = positions.map(({ code, position }) => ({
    code,
    amounts: position.charges.flatMap(({ amount }) => {
      const share = shares.get(amount);
      if (share === undefined) return [];
      const row = sheet.import(amount.row);
      const known = shareRows.get(share);
      if (known !== undefined) return [{ row, share: known }];
      const made = sheet.formula(
        {
          id: `share-${String(shareRows.size + 1)}`,
          label: {
            de: "Anteil mit berechneter Umsatzsteuer",
            en: "Share with VAT invoiced",
          },
          unit: "share",
        },
        when(
          atLeast(year, constant(from)),
          importedOnto(sheet, share.taxed),
          importedOnto(sheet, share.invoiced),
        ),
      );
      shareRows.set(share, made);
      return [{ row, share: made }];
    }),
  }));
  const bases = taxed.map(({ code, amounts }) => ({
    code,
    rows: amounts.map(({ row, share }, index) =>
      sheet.formula(
        {
          id: `${code}.base-${String(index + 1)}`,
          label: basis(row.label),
          unit: "EUR",
        },
        times(at(row), at(share)),
      ),
    ),
  }));
  const base = sheet.formula(
    {
      id: "base",
      label: { de: "Bemessungsgrundlage aller Positionen", en: "Base of all positions" },
      unit: "EUR",
    },
    sumDown(bases.flatMap(({ rows }) => rows)),
  );
  const vat = sheet.import(own.row("vat"));
  const rate = sheet.formula(
    {
      id: "vat-per-euro",
      label: {
        de: "Umsatzsteuer je Euro Bemessungsgrundlage",
        en: "VAT for each euro of the base",
      },
      unit: "share",
    },
    when(equal(at(vat), 0), 0, over(at(vat), at(base))),
  );
  return new Map(
    bases
      .filter(({ rows }) => rows.length > 0)
      .map(({ code, rows }) => {
        const part = sheet.row({
          id: `${code}.vat`,
          label: { de: `${code}: Umsatzsteuer`, en: `${code}: VAT` },
          unit: "EUR",
        });
        setFormula(part, times(sumDown(rows), at(rate)));
        return [code, part] as const;
      }),
  );
}

function basis(label: Text): Text {
  return fill({ de: "Bemessungsgrundlage: {0}", en: "Base: {0}" }, label);
}
