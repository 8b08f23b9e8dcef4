import { fill, type Text } from "../language";
import type { BuiltModel } from "../model/build";
import { COST_KINDS } from "../model/blocks/rules";
import {
  allYears,
  at,
  before,
  constant,
  CONSTANT_COLUMN,
  equal,
  type Expression,
  minus,
  over,
  plus,
  sum,
  when,
} from "../model/expression";
import type { Row, RowHead } from "../model/row";
import type { ScenarioSheet } from "../model/scenario-rows";
import { CalculationSheet, setFormula } from "../model/sheet";
import { ROW_TERMS, type RowId } from "../model/terms";
import type { BlockTable } from "./block-tables";
import type { Comparison } from "./comparison";
import { pick } from "./tax-cases";

/** Key of the sheet these rows stand on; it is shown in the pane and never written. */
export const PLAN_TABLES = "plan-tables";

/** The two ways to look at costs: as expense of the result plan, as outlay of the cash plan. */
export type PlanView = "result" | "cash";

/** A kind of cost of a scenario, and how much more or less it is than in the reference. */
export interface PlanTableRow {
  /** Row id, or `tax-effect`. */
  readonly id: string;
  readonly own: Row;
  readonly difference: Row;
}

/** The costs of a scenario in one view. All rows hold years, and their sum in column E. */
export interface PlanTable {
  readonly scenario: ScenarioSheet;
  readonly view: PlanView;
  readonly rows: readonly PlanTableRow[];
  readonly total: Row;
  readonly difference: Row;
  /** Difference in per cent of the reference, column E. */
  readonly percent: Row;
  readonly cumulativeDifference: Row;
  /** What the rows are called; on the comparison they bear the name of the scenario. */
  readonly labels: { readonly total: Text; readonly difference: Text; readonly cumulative: Text };
}

export interface PlanTables {
  readonly sheet: CalculationSheet;
  /** In the order of the comparison. */
  readonly result: readonly PlanTable[];
  readonly cash: readonly PlanTable[];
}

/**
 * The scenarios by kind of cost in both views, each beside the reference. What the comparison has is taken
 * from it; what it has not becomes a row here, so that it is computed and explained like any other.
 */
export function addPlanTables(built: BuiltModel, comparison: Comparison): PlanTables {
  const sheet = new CalculationSheet(PLAN_TABLES);
  const { scenarios, blocks, cash } = comparison;
  const place = scenarios.findIndex(({ scenario }) => scenario.id === built.model.reference);
  const cashRows = scenarios.map((own) => cashKinds(built, own));
  const result = scenarios.map((own, index): PlanTable => {
    const [mine, reference] = [tableAt(blocks, index), tableAt(blocks, place)];
    return {
      scenario: own,
      view: "result",
      rows: differences(sheet, own, "result", mine.rows.map(ownRow), reference.rows.map(ownRow)),
      total: pick(comparison.result, index),
      difference: pick(comparison.difference, index),
      percent: pick(comparison.percent, index),
      cumulativeDifference: pick(comparison.cumulativeDifference, index),
      labels: RESULT_LABELS,
    };
  });
  const reference = pick(cash, place);
  const cashTables = scenarios.map((own, index): PlanTable => {
    const total = pick(cash, index);
    const difference = differenceRow(sheet, own, "cash.total", CASH_DIFFERENCE, total, reference);
    const percent = sheet.constant(
      { ...head(own, "cash.percent", CASH_PERCENT), unit: "share" },
      when(equal(constant(reference), 0), 0, over(constant(difference), constant(reference))),
    );
    const cumulative = sheet.row(head(own, "cash.cumulative", CASH_CUMULATIVE));
    setFormula(cumulative, plus(before(cumulative), at(difference)));
    return {
      scenario: own,
      view: "cash",
      rows: differences(sheet, own, "cash", cashRows[index] ?? [], cashRows[place] ?? []),
      total,
      difference,
      percent,
      cumulativeDifference: cumulative,
      labels: CASH_LABELS,
    };
  });
  return { sheet, result, cash: cashTables };
}

const CASH_DIFFERENCE: Text = {
  de: "Mehr- (+) / Minderauszahlung (−)",
  en: "More (+) / less (−) outlay",
};
const CASH_PERCENT: Text = {
  de: "Abweichung der Auszahlungen von der Referenz",
  en: "Difference of the outlays from the reference",
};
const CASH_CUMULATIVE: Text = {
  de: "Mehr- / Minderauszahlung kumuliert",
  en: "Cumulative difference of outlays",
};
const RESULT_LABELS: PlanTable["labels"] = {
  total: ROW_TERMS["result-cost"],
  difference: ROW_TERMS.difference,
  cumulative: ROW_TERMS["cumulative-difference"],
};
const CASH_LABELS: PlanTable["labels"] = {
  total: ROW_TERMS["cash-cost"],
  difference: CASH_DIFFERENCE,
  cumulative: CASH_CUMULATIVE,
};
const MORE_OR_LESS: Text = { de: "{0}: mehr (+) / weniger (−)", en: "{0}: more (+) / less (−)" };

interface KindRow {
  readonly id: string;
  readonly row: Row;
}

const ownRow = ({ id, row }: BlockTable["rows"][number]): KindRow => ({ id, row });

function tableAt(tables: readonly BlockTable[], index: number): BlockTable {
  const table = tables[index];
  if (table === undefined) throw new Error(`no table ${String(index)}`);
  return table;
}

/** What the cash view adds up, as far as some scenario has it; the same rows in every table. */
function cashKinds(built: BuiltModel, own: ScenarioSheet): readonly KindRow[] {
  const kinds = new Set<string>(
    built.scenarios.flatMap(({ scenario }) => scenario.blocks.map(({ kind }) => kind)),
  );
  const ids: readonly RowId[] = [
    ...(built.assignment === undefined ? [] : (["baseline-cash"] as const)),
    ...COST_KINDS.filter((kind) => kinds.has(kind)),
    ...(kinds.has("exit") ? (["exit"] as const) : []),
    ...(kinds.has("vat") ? (["vat"] as const) : []),
    ...(kinds.has("back-tax") ? (["back-payment"] as const) : []),
  ];
  return ids.map((id) => ({ id, row: own.row(id) }));
}

/** The kinds of cost of a scenario, and those that only the reference has. */
function differences(
  sheet: CalculationSheet,
  own: ScenarioSheet,
  view: PlanView,
  mine: readonly KindRow[],
  reference: readonly KindRow[],
): readonly PlanTableRow[] {
  const missing = reference
    .filter(({ id }) => mine.every((one) => one.id !== id))
    .map(({ id, row }): KindRow => ({ id, row: nothing(sheet, own, `${view}.none.${id}`, row) }));
  return [...mine, ...missing].map(({ id, row }) => ({
    id,
    own: row,
    difference: differenceRow(
      sheet,
      own,
      `${view}.${id}`,
      fill(MORE_OR_LESS, row.label),
      row,
      reference.find((other) => other.id === id)?.row,
    ),
  }));
}

/** A kind of cost that the scenario does not have. */
function nothing(sheet: CalculationSheet, own: ScenarioSheet, id: string, like: Row): Row {
  const row = sheet.formula({ ...head(own, id, like.label), label: like.label }, plus());
  row.fixed.set(CONSTANT_COLUMN, { kind: "formula", expression: sum(allYears(row)) });
  return row;
}

function differenceRow(
  sheet: CalculationSheet,
  own: ScenarioSheet,
  prefix: string,
  label: Text,
  mine: Row,
  reference: Row | undefined,
): Row {
  const row = sheet.row(head(own, prefix, label));
  const less: Expression = reference === undefined ? at(mine) : minus(at(mine), at(reference));
  setFormula(row, less);
  row.fixed.set(CONSTANT_COLUMN, { kind: "formula", expression: sum(allYears(row)) });
  return row;
}

function head(own: ScenarioSheet, prefix: string, label: Text): RowHead {
  return {
    id: `${prefix}.${own.scenario.id}`,
    label: fill({ de: "{0}: {1}", en: "{0}: {1}" }, own.scenario.name, label),
    unit: "EUR",
    emphasis: "signed",
  };
}
