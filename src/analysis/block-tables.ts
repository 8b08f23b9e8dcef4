import type { BuiltModel } from "../model/build";
import { COST_KINDS } from "../model/blocks/rules";
import {
  allYears,
  at,
  CONSTANT_COLUMN,
  down,
  type Expression,
  minus,
  plus,
  sum,
} from "../model/expression";
import type { Row } from "../model/row";
import type { ScenarioSheet } from "../model/scenario-rows";
import { type CalculationSheet, setFormula } from "../model/sheet";
import { ROW_TERMS, type RowId } from "../model/terms";

/** Result-plan expense of a scenario by kind of cost; the rows add up to its result. */
export interface BlockTable {
  readonly scenario: ScenarioSheet;
  readonly rows: readonly { readonly id: string; readonly row: Row }[];
  readonly total: Row;
}

/** Kinds of cost that some scenario has: the same rows in every table, so that colours mean the same. */
export function usedRows(built: BuiltModel): readonly RowId[] {
  const kinds = new Set<string>(
    built.scenarios.flatMap(({ scenario }) => scenario.blocks.map(({ kind }) => kind)),
  );
  return [
    ...(built.assignment === undefined ? [] : (["baseline"] as const)),
    ...COST_KINDS.filter((kind) => kinds.has(kind)),
    ...(kinds.has("exit") ? (["exit-depreciation"] as const) : []),
    ...(kinds.has("vat") ? (["vat"] as const) : []),
  ];
}

/** The table of one scenario: a row a kind of cost, and their sum. */
export function blockTable(
  sheet: CalculationSheet,
  own: ScenarioSheet,
  used: readonly RowId[],
): BlockTable {
  const { id } = own.scenario;
  const rows: { id: string; row: Row }[] = used.map((rowId) => ({
    id: rowId,
    row: sheet.formula(
      { id: `blocks.${id}.${rowId}`, label: ROW_TERMS[rowId], unit: "EUR" },
      at(own.row(rowId)),
    ),
  }));
  const hasTax = own.scenario.blocks.some(
    ({ kind }) => kind === "back-tax" || kind === "provision",
  );
  if (hasTax) {
    const parts: Expression = minus(
      at(own.row("result-cost")),
      plus(
        at(own.row("baseline")),
        sum(down(own.row("base-fee"), own.row("provider"), "same")),
        at(own.row("exit-depreciation")),
        at(own.row("vat")),
      ),
    );
    rows.push({
      id: "tax-effect",
      row: sheet.formula(
        {
          id: `blocks.${id}.tax-effect`,
          label: {
            de: "Nachzahlung und Rückstellung (Ergebnis)",
            en: "Back payment and provision (result)",
          },
          unit: "EUR",
        },
        parts,
      ),
    });
  }
  const total = sheet.row({
    id: `blocks.${id}.total`,
    label: { de: "Summe", en: "Total" },
    unit: "EUR",
    emphasis: "total",
  });
  const [first] = rows;
  const last = rows.at(-1);
  setFormula(
    total,
    first === undefined || last === undefined ? plus() : sum(down(first.row, last.row, "same")),
  );
  for (const row of [...rows.map((one) => one.row), total]) {
    row.fixed.set(CONSTANT_COLUMN, { kind: "formula", expression: sum(allYears(row)) });
  }
  return { scenario: own, rows, total };
}
