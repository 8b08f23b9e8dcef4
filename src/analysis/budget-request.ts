import { fill, type Text, verbatim } from "../language";
import type { BuiltModel } from "../model/build";
import {
  above,
  allYears,
  at,
  below,
  call,
  cell,
  constant,
  CONSTANT_COLUMN,
  differs,
  down,
  type Expression,
  minus,
  over,
  plus,
  sum,
  times,
  toCents,
  when,
} from "../model/expression";
import { GROUP_COLUMN, HELD_COLUMN, POSITION_COLUMN } from "../model/line-columns";
import type { Row } from "../model/row";
import type { ScenarioSheet } from "../model/scenario-rows";
import { CalculationSheet, setFormula } from "../model/sheet";
import { addNeeds } from "./request-amounts";
import { type RequestPosition, requestPositions } from "./request-positions";
import {
  addNote,
  addWords,
  COLUMN_TITLES,
  type Controls,
  KEY_COLUMN,
  LABEL_COLUMN,
  openControls,
  openOthers,
  openRows,
  positionKey,
  positionTitle,
  type RequestRows,
  REQUEST_TERMS,
} from "./request-rows";

export const REQUEST = "request";

/** Column A. */
const ID_COLUMN = 0;

/** A position of the budget request with its rows. */
export interface RequestedPosition extends RequestRows {
  readonly code: string;
  readonly position: RequestPosition;
}

/** The budget request (Haushaltsanmeldung) of one scenario. */
export interface BudgetRequest {
  readonly sheet: CalculationSheet;
  readonly scenario: ScenarioSheet;
  readonly positions: readonly RequestedPosition[];
  readonly total: RequestRows;
  /** What is missing in each year between the positions and the scenario's own rows: 0. */
  readonly controls: { readonly needed: Row; readonly held: Row };
}

/**
 * The budget request of the chosen scenario by product and account: held, needed, difference, rounded
 * up, and in words whether it is enough. Undefined where nothing carries a product or an account.
 */
export function addBudgetRequest(built: BuiltModel): BudgetRequest | undefined {
  const own = built.scenarios.find(({ scenario }) => scenario.id === built.model.request);
  if (own === undefined) return undefined;
  const { positions, others } = requestPositions(built, own);
  if (positions.length === 0) return undefined;
  const sheet = new CalculationSheet(REQUEST);
  addNote(sheet);
  sheet.heading({ de: "Summe aller Positionen", en: "Total of all positions" }, COLUMN_TITLES);
  const total = openRows(sheet, "total", undefined);
  const opened = positions.map((position, index) => {
    const code = `P${String(index + 1)}`;
    sheet.heading(positionTitle(position));
    return { code, position, ...openRows(sheet, code, position) };
  });
  const otherLines = others.length === 0 ? undefined : openOthers(sheet, others.length);
  const controls = openControls(sheet);
  const words = addWords(sheet);
  sheet.space();
  sheet.heading({ de: "Nebenrechnungen", en: "Workings" });
  const horizon = sheet.import(built.assumptions.horizon);
  const rounding = sheet.importConstant(built.assumptions.rounding);
  const heldBy = addHeld(built, own, sheet, horizon);
  const needs = addNeeds(sheet, own, opened);
  sheet.heading({ de: "Auf Cent gerundet", en: "Rounded to cents" });
  for (const { code, position, ...rows } of opened) {
    markPlans(position.plans, code, heldBy);
    setFormula(rows.held, position.plans.length === 0 ? plus() : heldBy.sumOf(rows.held));
    setFormula(rows.needed, needs.get(code) ?? plus());
    setFormula(rows.difference, minus(at(rows.held), at(rows.needed)));
    const cents = addCents(sheet, code, positionKey(position), rows);
    setFormula(rows.rounded, roundedUp(cents.needed, rounding));
    finish(rows, cents, words);
  }
  if (otherLines !== undefined) {
    markPlans(others, otherLines.id, heldBy);
    setFormula(otherLines, heldBy.sumOf(otherLines));
    otherLines.fixed.set(CONSTANT_COLUMN, yearTotal(otherLines));
  }
  const lastRow = otherLines ?? opened.at(-1)?.word ?? total.word;
  const firstRow = opened[0]?.held ?? lastRow;
  for (const row of [total.held, total.needed, total.rounded]) {
    setFormula(row, sumOfLabel(row, firstRow, lastRow));
  }
  setFormula(total.difference, minus(at(total.held), at(total.needed)));
  finish(total, addCents(sheet, "total", REQUEST_TERMS.all, total), words);
  sheet.heading({
    de: "Zeilen des Szenarios zum Vergleich",
    en: "Rows of the scenario to compare",
  });
  setControls(sheet, own, total, controls);
  return { sheet, scenario: own, positions: opened, total, controls };
}

function setControls(
  sheet: CalculationSheet,
  own: ScenarioSheet,
  total: RequestRows,
  controls: Controls,
): void {
  const result = sheet.import(own.row("result-cost"));
  const baseline = sheet.import(own.row("baseline"));
  const budgeted = sheet.import(own.row("budgeted"));
  setFormula(controls.needed, minus(at(total.needed), minus(at(result), at(baseline))));
  setFormula(controls.held, minus(at(total.held), at(budgeted)));
}

/** Word and totals of a position. */
function finish(
  rows: RequestRows,
  cents: Cents,
  words: { readonly first: Row; readonly last: Row },
): void {
  const { held, needed, difference, rounded, word } = rows;
  const isNeeded = differs(at(cents.needed), 0);
  const isShort = below(at(cents.difference), 0);
  word.years = {
    kind: "formula",
    expression: call(
      "INDEX",
      down(words.first, words.last, CONSTANT_COLUMN),
      plus(1, times(isNeeded, plus(1, isShort))),
    ),
  };
  for (const row of [held, needed, difference, rounded]) {
    row.fixed.set(CONSTANT_COLUMN, yearTotal(row));
  }
}

function yearTotal(row: Row): { readonly kind: "formula"; readonly expression: Expression } {
  return { kind: "formula", expression: sum(allYears(row)) };
}

/** The rows of the same name from the first to the last position. */
function sumOfLabel(row: Row, first: Row, last: Row): Expression {
  return call(
    "SUMIF",
    down(first, last, LABEL_COLUMN),
    cell(row, LABEL_COLUMN),
    down(first, last, "same"),
  );
}

interface Cents {
  readonly needed: Row;
  readonly difference: Row;
}

/** Whole cents, so that binary dust neither lifts a request to the next hundred nor makes it short. */
function addCents(
  sheet: CalculationSheet,
  code: string,
  key: Text,
  { needed, difference }: RequestRows,
): Cents {
  const row = (id: string, label: Text, exact: Row): Row =>
    sheet.formula({ id: `${code}.${id}`, label, unit: "EUR" }, toCents(at(exact)));
  return {
    needed: row("cents", fill({ de: "{0}: Bedarf", en: "{0}: need" }, key), needed),
    difference: row(
      "difference-cents",
      fill({ de: "{0}: Über- / Unterdeckung", en: "{0}: over / short" }, key),
      difference,
    ),
  };
}

/** Up to the next multiple of the rounding; a credit is never rounded to more than it is. */
function roundedUp(cents: Row, rounding: Row): Expression {
  const multiples = over(at(cents), constant(rounding));
  return times(
    when(
      above(at(cents), 0),
      call("ROUNDUP", multiples, 0),
      minus(0, call("INT", over(call("ABS", at(cents)), constant(rounding)))),
    ),
    constant(rounding),
  );
}

interface HeldBy {
  /** Sum of the planned values marked with the row's id that are budgeted. */
  readonly sumOf: (row: Row) => Expression;
  /** Whether the group of a plan row is budgeted in the scenario. */
  readonly flagOf: (plan: Row) => Expression;
}

/** Which groups of lines the scenario holds as budgeted, and what their lines hold by position. */
function addHeld(
  built: BuiltModel,
  own: ScenarioSheet,
  sheet: CalculationSheet,
  horizon: Row,
): HeldBy {
  const { assignment } = built;
  const flags = (assignment?.groups ?? []).map(({ code }) => {
    const row = sheet.constant(
      {
        id: `${code}.budgeted`,
        label: { de: `Gruppe ${code}: veranschlagt (1)`, en: `Group ${code}: budgeted (1)` },
        unit: "flag",
        scenario: verbatim(code),
      },
      constant(own.sheet.find(`${code}.budgeted`)),
    );
    row.fixed.set(KEY_COLUMN, { kind: "text", text: verbatim(code) });
    return row;
  });
  const [first] = flags;
  const last = flags.at(-1);
  const plans = assignment?.plans ?? [];
  const [firstPlan] = plans;
  const lastPlan = plans.at(-1);
  if (assignment === undefined || !first || !last || !firstPlan || !lastPlan) {
    return { sumOf: () => plus(), flagOf: () => plus() };
  }
  assignment.planTitles.set(POSITION_COLUMN, { de: "Position Anmeldung", en: "Request position" });
  assignment.planTitles.set(HELD_COLUMN, { de: "veranschlagt (1)", en: "budgeted (1)" });
  return {
    sumOf: (row) =>
      times(
        call(
          "SUMIFS",
          down(firstPlan, lastPlan, "same"),
          down(firstPlan, lastPlan, POSITION_COLUMN),
          cell(row, ID_COLUMN),
          down(firstPlan, lastPlan, HELD_COLUMN),
          1,
        ),
        at(horizon),
      ),
    flagOf: (plan) =>
      call(
        "SUMIF",
        down(first, last, KEY_COLUMN),
        cell(plan, GROUP_COLUMN),
        down(first, last, CONSTANT_COLUMN),
      ),
  };
}

/** Beside each planned value: the position it belongs to, and whether it is budgeted now. */
function markPlans(plans: readonly Row[], code: string, { flagOf }: HeldBy): void {
  for (const plan of plans) {
    plan.fixed.set(POSITION_COLUMN, { kind: "text", text: verbatim(code) });
    plan.fixed.set(HELD_COLUMN, { kind: "formula", unit: "flag", expression: flagOf(plan) });
  }
}
