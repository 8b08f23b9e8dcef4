import type { Language, Text } from "../language";
import type { AssignedLine } from "./assigned-lines";
import type { Assumptions } from "./assumptions";
import type { BudgetSource } from "./budget-source";
import { addCostTypes, addRoleWords, groupLines, requestRoles } from "./line-groups";
import { addPlanRows, groupRow, setSums } from "./line-plans";
import type { LineRole } from "./line-roles";
import { addFactors, addLineRows } from "./line-table";
import type { Model } from "./model";
import type { Row } from "./row";
import { CalculationSheet } from "./sheet";

import { GROUP_COLUMN } from "./line-columns";
import { CONSTANT_COLUMN } from "./expression";

export {
  ACCOUNT_COLUMN,
  GROUP_COLUMN,
  KEY_COLUMN,
  ORIGIN_COLUMN,
  PRODUCT_COLUMN,
} from "./line-columns";

export const ASSIGNMENT = "assignment";

/** Lines that share their role in every scenario. */
export interface LineGroup {
  readonly code: string;
  readonly lines: readonly AssignedLine[];
  /** Sum of the planned values by year, expense positive. */
  readonly total: Row;
  /** The part of it that moves no cash. */
  readonly depreciation: Row;
  /** Inputs of the group's role in a scenario. */
  role(scenario: string): Row;
  until(scenario: string): Row;
  returns(scenario: string): Row;
}

/** The budget lines taken in, and how they are grouped. */
export interface Assignment {
  readonly sheet: CalculationSheet;
  readonly groups: readonly LineGroup[];
  /** Cells that hold the words of the roles. */
  readonly roleWords: Readonly<Record<LineRole["role"], Row>>;
  /** Planned values, one row a line, in the order of the lines. */
  readonly plans: readonly Row[];
  /** Titles above the planned values: whoever adds a column there names it. */
  readonly planTitles: Map<number, Text>;
  /** Rows whose column G says whether the budget still holds the same keys. */
  readonly keyChecks: { readonly first: Row; readonly last: Row } | undefined;
}

/** The sheet of budget lines with live links, grouped by their roles; none without lines. */
export function addAssignment(
  model: Model,
  source: BudgetSource,
  lines: readonly AssignedLine[],
  assumptions: Assumptions,
  years: readonly number[],
  language: Language,
): Assignment | undefined {
  if (lines.length === 0) return undefined;
  const sheet = new CalculationSheet(ASSIGNMENT);
  const roleWords = addRoleWords(sheet, language);
  const costTypes = addCostTypes(sheet, language);
  const grouped = groupLines(model, lines);
  const inputs = requestRoles(model, grouped, language, {
    first: roleWords.stays,
    last: roleWords.unaffected,
    column: CONSTANT_COLUMN,
  });
  inputs.build(sheet, years);
  const factors = addFactors(sheet, lines);
  sheet.space();
  sheet.heading({ de: "Planwerte je Gruppe", en: "Planned values by group" });
  const totals = grouped.map(({ code }) =>
    groupRow(sheet, `${code}.total`, code, {
      de: `Gruppe ${code}: Planwert`,
      en: `Group ${code}: planned value`,
    }),
  );
  const sums = grouped.map(({ code }, index) => ({
    total: elementAt(totals, index),
    depreciation: groupRow(sheet, `${code}.depreciation`, code, {
      de: `Gruppe ${code}: davon Abschreibungen (nicht zahlungswirksam)`,
      en: `Group ${code}: of this depreciation (no cash)`,
    }),
  }));
  const codes = {
    first: elementAt(totals, 0),
    last: elementAt(totals, totals.length - 1),
    column: GROUP_COLUMN,
  };
  const rows = addLineRows(sheet, source, grouped, factors, years, codes);
  const planTitles = new Map<number, Text>();
  const plans = addPlanRows(sheet, assumptions, rows, costTypes, planTitles);
  const first = plans[0];
  const last = plans.at(-1);
  if (first !== undefined && last !== undefined) {
    for (const { total, depreciation } of sums) {
      setSums(total, depreciation, first, last, costTypes.depreciation);
    }
  }
  const checked = rows.map(({ row }) => row);
  const [firstCheck] = checked;
  const lastCheck = checked.at(-1);
  return {
    sheet,
    roleWords,
    plans,
    planTitles,
    keyChecks:
      firstCheck === undefined || lastCheck === undefined
        ? undefined
        : { first: firstCheck, last: lastCheck },
    groups: grouped.map(({ code, lines: members }, index) => {
      const sum = sums[index];
      if (sum === undefined) throw new Error(`no sums for ${code}`);
      return {
        code,
        lines: members,
        ...sum,
        role: (scenario) => inputs.row(scenario, code, "role"),
        until: (scenario) => inputs.row(scenario, code, "until"),
        returns: (scenario) => inputs.row(scenario, code, "returns"),
      };
    }),
  };
}

function elementAt<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new Error(`nothing at ${String(index)}`);
  return element;
}
