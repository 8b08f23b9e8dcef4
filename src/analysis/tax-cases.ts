import { type Text, verbatim } from "../language";
import type { BuiltModel } from "../model/build";
import {
  call,
  type ColumnReference,
  CONSTANT_COLUMN,
  down,
  type Expression,
} from "../model/expression";
import { STATUS_QUO } from "../model/terms";
import { TAX_CASES } from "../model/presets";
import type { Row } from "../model/row";
import type { ScenarioSheet } from "../model/scenario-rows";

/** Scenarios that are compared with one another, because the law treats them alike. */
export interface TaxCase {
  /** Undefined where the scenarios name none. */
  readonly label: string | undefined;
  /** First and last place among the scenarios of the comparison. */
  readonly first: number;
  readonly last: number;
}

/** The label of a tax case; one of the user's own stays as it is. */
export function taxCaseText(taxCase: string): Text {
  return TAX_CASES[taxCase] ?? verbatim(taxCase);
}

/** The best scenario of a tax case, live. */
export interface BestScenario {
  readonly name: Expression;
  readonly difference: Expression;
  readonly percent: Expression;
  /** Open VAT with interest in the last year: what the figure leaves out. */
  readonly open: Expression;
}

/** Rows by scenario, the scenarios of one tax case side by side. */
export interface RankedRows {
  readonly rank: readonly Row[];
  readonly difference: readonly Row[];
  readonly percent: readonly Row[];
  readonly openClaims: readonly Row[];
}

/** The scenario that burdens the result plan least within a tax case. */
export function bestOf(comparison: RankedRows, { first, last }: TaxCase): BestScenario {
  const among = (rows: readonly Row[], column: ColumnReference) =>
    down(pick(rows, first), pick(rows, last), column);
  const place = call("MATCH", 1, among(comparison.rank, CONSTANT_COLUMN), 0);
  return {
    name: call("INDEX", among(comparison.rank, LABEL_COLUMN), place),
    difference: call("INDEX", among(comparison.difference, CONSTANT_COLUMN), place),
    percent: call("INDEX", among(comparison.percent, CONSTANT_COLUMN), place),
    open: call("INDEX", among(comparison.openClaims, CONSTANT_COLUMN), place),
  };
}

/** Column B. */
const LABEL_COLUMN = 1;

/** The row of a scenario by its place. */
export function pick(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new Error(`no row ${String(index)}`);
  return row;
}

/** A tax case with its scenarios, before they are placed. */
export interface CaseMembers {
  readonly label: string | undefined;
  readonly members: readonly ScenarioSheet[];
}

/** The status quo stands apart: it has no cooperation and so no tax case of its own. */
export function taxCases({ scenarios }: BuiltModel): readonly CaseMembers[] {
  const cases = new Map<string, CaseMembers>();
  for (const own of scenarios) {
    const { id, taxCase } = own.scenario;
    const key = taxCase ?? (id === STATUS_QUO ? STATUS_QUO : "");
    const members = cases.get(key)?.members ?? [];
    cases.set(key, { label: taxCase, members: [...members, own] });
  }
  return [...cases.values()];
}

/** First and last places of the tax cases, one behind the other. */
export function spansOf(cases: readonly CaseMembers[]): readonly TaxCase[] {
  let first = 0;
  return cases.map(({ label, members }) => {
    const span = { label, first, last: first + members.length - 1 };
    first += members.length;
    return span;
  });
}
