import { type Text, verbatim } from "../language";
import type { AssignedLine, LineRow } from "./assigned-lines";
import type { Assumptions } from "./assumptions";
import {
  at,
  before,
  call,
  cell,
  constant,
  down,
  isEmpty,
  OPENING_COLUMN,
  plus,
  times,
  when,
} from "./expression";
import { GROUP_COLUMN, PRODUCT_COLUMN } from "./line-columns";
import type { Row } from "./row";
import type { CalculationSheet } from "./sheet";

/** The sum of a group by year, still without its formula: sums stand above the lines. */
export function groupRow(sheet: CalculationSheet, id: string, code: string, label: Text): Row {
  const row = sheet.row({ id, label, unit: "EUR" });
  row.fixed.set(GROUP_COLUMN, { kind: "text", text: verbatim(code) });
  return row;
}

/** The planned value of each line: the linked value, or the one before carried on with its index. */
export function addPlanRows(
  sheet: CalculationSheet,
  assumptions: Assumptions,
  rows: readonly LineRow[],
  costTypes: Readonly<Record<AssignedLine["nature"], Row>>,
  titles: Map<number, Text>,
): readonly Row[] {
  titles.set(GROUP_COLUMN, { de: "Gruppe", en: "Group" });
  titles.set(PRODUCT_COLUMN, { de: "Kostenart", en: "Cost type" });
  sheet.space();
  sheet.heading(
    {
      de: "Planwerte (Jahre ohne Haushaltswert fortgeschrieben)",
      en: "Planned values (years without a budget value carried on)",
    },
    titles,
  );
  const changes = {
    staff: sheet.import(assumptions.shared.staff.change),
    other: sheet.import(assumptions.shared.goods.change),
  };
  return rows.map(({ line, row }) => {
    const plan = sheet.row({ id: `${row.id}.plan`, label: row.label, unit: "EUR" });
    plan.fixed.set(GROUP_COLUMN, { kind: "formula", expression: cell(row, GROUP_COLUMN) });
    plan.fixed.set(PRODUCT_COLUMN, {
      kind: "formula",
      expression: constant(costTypes[line.nature]),
    });
    plan.fixed.set(OPENING_COLUMN, { kind: "zero" });
    const carried =
      line.nature === "depreciation"
        ? before(plan)
        : times(before(plan), plus(1, at(changes[line.nature])));
    plan.years = { kind: "formula", expression: when(isEmpty(at(row)), carried, at(row)) };
    return plan;
  });
}

/** Gives a group its sums over the plan rows from the first to the last. */
export function setSums(
  total: Row,
  depreciation: Row,
  first: Row,
  last: Row,
  depreciationWord: Row,
): void {
  const codes = down(first, last, GROUP_COLUMN);
  total.fixed.set(OPENING_COLUMN, { kind: "zero" });
  total.years = {
    kind: "formula",
    expression: call("SUMIF", codes, cell(total, GROUP_COLUMN), down(first, last, "same")),
  };
  depreciation.fixed.set(OPENING_COLUMN, { kind: "zero" });
  depreciation.years = {
    kind: "formula",
    expression: call(
      "SUMIFS",
      down(first, last, "same"),
      codes,
      cell(depreciation, GROUP_COLUMN),
      down(first, last, PRODUCT_COLUMN),
      constant(depreciationWord),
    ),
  };
}
