import type { PlanTable, PlanView } from "../../analysis/plan-tables";
import { taxCaseText } from "../../analysis/tax-cases";
import { type Text, verbatim } from "../../language";
import { toNumber } from "../../model/excel-values";
import { CONSTANT_COLUMN, FIRST_YEAR_COLUMN } from "../../model/expression";
import type { Row } from "../../model/row";
import { STATUS_QUO } from "../../model/terms";
import { kindColour } from "../../sheets/kind-colours";
import type { Computation } from "./compute";

/** A figure with the cell it stands in, from which it can be explained. */
export interface ShownFigure {
  readonly value: number;
  readonly row: Row;
  readonly column: number;
}

/** The key figures of a scenario in one view. */
export interface ScenarioResult {
  readonly id: string;
  readonly name: string;
  readonly isReference: boolean;
  /** Place within the tax case by total result, and among how many. */
  readonly rank: number;
  readonly among: number;
  /** Sum over the model years in this view. */
  readonly total: ShownFigure;
  /** More or less than the reference: in EUR, and as a fraction of it. */
  readonly difference: ShownFigure;
  readonly percent: ShownFigure;
  readonly presentValue: ShownFigure;
  /** First year from which the scenario stays at or below the reference in the result plan; 0 if none. */
  readonly turningYear: ShownFigure;
  /** VAT not invoiced and not paid at the end, and the interest on it; undefined where none can be. */
  readonly openTax: ShownFigure | undefined;
  readonly openInterest: ShownFigure | undefined;
  /** Both together. */
  readonly openClaims: ShownFigure;
}

/** Scenarios that the law treats alike; they are ranked among themselves. */
export interface CaseResult {
  /** Undefined where the scenarios name no tax case. */
  readonly label: Text | undefined;
  /** The continuation without cooperation stands apart. */
  readonly isStatusQuo: boolean;
  readonly scenarios: readonly ScenarioResult[];
}

/** All scenarios in one view. */
export interface Results {
  readonly view: PlanView;
  readonly years: { readonly first: number; readonly last: number };
  readonly reference: ScenarioResult;
  readonly cases: readonly CaseResult[];
}

/** The key figures of all scenarios, by tax case: VAT is law, not a choice. */
export function resultsOf(computation: Computation, view: PlanView): Results {
  const { built, comparison, tables } = computation;
  const all = tables[view].map((table, index) => scenarioResult(computation, table, index));
  const reference = all.find(({ isReference }) => isReference);
  if (reference === undefined) throw new Error(`no scenario ${built.model.reference}`);
  return {
    view,
    years: built.model.years,
    reference,
    cases: comparison.cases.map(({ label, first, last }) => ({
      label: label === undefined ? undefined : taxCaseText(label),
      isStatusQuo: first === last && all[first]?.id === STATUS_QUO,
      scenarios: all.slice(first, last + 1),
    })),
  };
}

function scenarioResult(
  computation: Computation,
  { scenario: own, total, difference, percent }: PlanTable,
  index: number,
): ScenarioResult {
  const { built, comparison, evaluation } = computation;
  const { id, name } = own.scenario;
  const figure = (row: Row, column = CONSTANT_COLUMN): ShownFigure => ({
    value: toNumber(evaluation.value(row, column)),
    row,
    column,
  });
  const of = (rows: readonly Row[]): ShownFigure => {
    const row = rows[index];
    if (row === undefined) throw new Error(`no comparison of ${id}`);
    return figure(row);
  };
  const lastColumn = FIRST_YEAR_COLUMN + built.years.indexOf(built.model.years.last);
  const claim = (suffix: string): ShownFigure | undefined => {
    const row = built.taxRisk.rows.find((one) => one.id === `${id}.${suffix}`);
    return row === undefined ? undefined : figure(row, lastColumn);
  };
  const span = comparison.cases.find(({ first, last }) => index >= first && index <= last);
  return {
    id,
    name,
    isReference: id === built.model.reference,
    rank: of(comparison.rank).value,
    among: span === undefined ? 1 : span.last - span.first + 1,
    total: figure(total),
    difference: figure(difference),
    percent: figure(percent),
    presentValue: of(comparison.presentValue),
    turningYear: of(comparison.turningYear),
    openTax: claim("open-tax"),
    openInterest: claim("open-interest"),
    openClaims: of(comparison.openClaims),
  };
}

/** Figures of one row by model year, with their sum where it has one. */
export interface YearFigures {
  readonly id: string;
  readonly label: Text;
  readonly years: readonly ShownFigure[];
  readonly total: ShownFigure | undefined;
  /** Place in the palette of the charts, the same as in the workbook. */
  readonly colour: number;
}

/** A scenario by year and kind of cost. */
export interface CostTable {
  readonly years: readonly number[];
  readonly kinds: readonly YearFigures[];
  readonly total: YearFigures;
  readonly cumulative: YearFigures | undefined;
}

/** The costs of a scenario by year and kind, or how much more or less each is than in the reference. */
export function costTable(
  computation: Computation,
  view: PlanView,
  scenario: string,
  compared: boolean,
): CostTable | undefined {
  const table = computation.tables[view].find((one) => one.scenario.scenario.id === scenario);
  if (table === undefined) return undefined;
  const figures = (id: string, row: Row, label: Text): YearFigures =>
    yearFigures(computation, id, row, label, kindColour(id));
  const { total, difference, cumulative } = table.labels;
  return {
    years: modelYears(computation),
    kinds: table.rows.map(({ id, own, difference }) =>
      figures(id, compared ? difference : own, own.label),
    ),
    total: compared
      ? figures("total", table.difference, difference)
      : figures("total", table.total, total),
    cumulative: compared
      ? figures("cumulative", table.cumulativeDifference, cumulative)
      : undefined,
  };
}

/** One row for each scenario of the comparison. */
export function scenarioRows(
  computation: Computation,
  view: PlanView,
  what: "total" | "cumulativeDifference",
): readonly YearFigures[] {
  return computation.tables[view].map((table, place) => {
    const { id, name } = table.scenario.scenario;
    return yearFigures(computation, id, table[what], verbatim(name), place);
  });
}

/** The years of the model; years that only the budget has hold no costs. */
export function modelYears({ built }: Computation): readonly number[] {
  const { first, last } = built.model.years;
  return built.years.filter((year) => year >= first && year <= last);
}

function yearFigures(
  computation: Computation,
  id: string,
  row: Row,
  label: Text,
  colour: number,
): YearFigures {
  const { built, evaluation } = computation;
  const at = (column: number): ShownFigure => ({
    value: toNumber(evaluation.value(row, column)),
    row,
    column,
  });
  return {
    id,
    label,
    colour,
    years: modelYears(computation).map((year) => at(FIRST_YEAR_COLUMN + built.years.indexOf(year))),
    total: row.fixed.has(CONSTANT_COLUMN) ? at(CONSTANT_COLUMN) : undefined,
  };
}
