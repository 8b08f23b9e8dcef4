import { sheetCell } from "../address";
import type { KeyCell } from "../budget/line";
import type { Finding } from "../finding";
import { type Language, type Text, verbatim } from "../language";
import { accountClasses, type AccountNature, directionOf, natureOf } from "../law/accounts";
import { calendarMonth, excelSerial, firstDayOf } from "../law/calendar";
import type { Assumptions } from "./assumptions";
import { type PlacedLine, placedLines, plannedValue, type BudgetSource } from "./budget-source";
import {
  at,
  before,
  call,
  cell,
  constant,
  down,
  type Expression,
  isEmpty,
  OPENING_COLUMN,
  plus,
  times,
  when,
} from "./expression";
import { Inputs } from "./inputs";
import { type LineRole, ROLE_TERMS, rolesOf } from "./line-roles";
import type { Model } from "./model";
import { budgetCell, keyCheck, textCheck } from "./key-check";
import type { Content, Row } from "./row";
import { CalculationSheet } from "./sheet";

export const ASSIGNMENT = "assignment";

/** Columns of the table of lines: they stand left of the years, where other sheets name other things. */
export const GROUP_COLUMN = 2;
export const PRODUCT_COLUMN = 3;
export const ACCOUNT_COLUMN = 4;
export const ORIGIN_COLUMN = 5;
export const KEY_COLUMN = 6;

/** Cost type of a line, which decides its index and whether it moves cash. */
const COST_TYPE_TERMS = {
  staff: { de: "Personal", en: "staff" },
  depreciation: { de: "Abschreibung", en: "depreciation" },
  other: { de: "Sachaufwand", en: "goods and services" },
} as const satisfies Record<string, Text>;

/** Lines that share their role in every scenario. */
export interface LineGroup {
  readonly code: string;
  readonly lines: readonly PlacedLine[];
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
  /** Rows whose column G says whether the budget still holds the same keys. */
  readonly keyChecks: { readonly first: Row; readonly last: Row } | undefined;
}

/** A line that the model takes in, with its role in each scenario. */
export interface AssignedLine extends PlacedLine {
  readonly roles: ReadonlyMap<string, LineRole>;
  readonly nature: Exclude<AccountNature, "internal-charges">;
  readonly sign: 1 | -1;
}

/** The lines that some rule takes in, and what was left out with the reason. */
export function assignLines(
  model: Model,
  source: BudgetSource,
): { readonly lines: readonly AssignedLine[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const lines = placedLines(source).flatMap((placed): AssignedLine[] => {
    const { line, sheet } = placed;
    const roles = rolesOf(model, line);
    if ([...roles.values()].every(({ role }) => role === "unaffected")) return [];
    const classes = accountClasses(model.land, sheet.bookkeeping);
    const nature = line.account === undefined ? "other" : natureOf(line.account, classes);
    const where = sheetCell(line.sheet, line.row, line.keys[0]?.cell.column ?? 0);
    if (nature === "internal-charges") {
      findings.push({
        severity: "note",
        code: "internal-charges",
        cell: where,
        message: {
          de: `„${line.label}“ (Konto ${line.account ?? ""}) ist eine interne Leistungsbeziehung und bleibt außer Ansatz.`,
          en: `"${line.label}" (account ${line.account ?? ""}) is an internal charge and is left out.`,
        },
      });
      return [];
    }
    const direction =
      line.direction ??
      (line.account === undefined ? undefined : directionOf(line.account, classes));
    if (direction === undefined) {
      findings.push({
        severity: "warning",
        code: "direction-unknown",
        cell: where,
        message: {
          de: `„${line.label}“ ist weder als Ertrag noch als Aufwand erkennbar und wurde nicht übernommen. Bitte im Haushalt eine Spalte für Ertrag oder Aufwand oder das Konto ergänzen.`,
          en: `"${line.label}" is neither revenue nor expense as far as can be seen and was left out. Please add a column for the direction or the account to the budget.`,
        },
      });
      return [];
    }
    return [{ ...placed, roles, nature, sign: direction === "expense" ? 1 : -1 }];
  });
  return { lines, findings };
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
  const inputs = requestRoles(model, grouped, language);
  inputs.build(sheet, years);
  const factors = addFactors(sheet, lines);
  sheet.space();
  sheet.heading({ de: "Planwerte je Gruppe", en: "Planned values by group" });
  const sums = grouped.map(({ code }) => ({
    total: groupRow(sheet, `${code}.total`, code, {
      de: "Planwert der Gruppe",
      en: "Planned value of the group",
    }),
    depreciation: groupRow(sheet, `${code}.depreciation`, code, {
      de: "davon Abschreibungen (nicht zahlungswirksam)",
      en: "of this depreciation (no cash)",
    }),
  }));
  const rows = addLineRows(sheet, source, grouped, factors, years);
  const plans = addPlanRows(sheet, assumptions, rows, costTypes);
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

interface GroupedLines {
  readonly code: string;
  readonly lines: readonly AssignedLine[];
}

/** Lines that share their role in every scenario are one group; scenario sheets use sums by group. */
function groupLines(model: Model, lines: readonly AssignedLine[]): readonly GroupedLines[] {
  const groups = new Map<string, AssignedLine[]>();
  for (const line of lines) {
    const key = JSON.stringify(model.scenarios.map(({ id }) => line.roles.get(id)));
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((members, index) => ({ code: `G${index + 1}`, lines: members }));
}

function addRoleWords(
  sheet: CalculationSheet,
  language: Language,
): Readonly<Record<LineRole["role"], Row>> {
  sheet.heading({ de: "Rollen", en: "Roles" });
  const word = (role: LineRole["role"], label: Text): Row => {
    const row = sheet.row({ id: `role.${role}`, label, unit: "text" });
    row.fixed.set(4, { kind: "text", text: verbatim(ROLE_TERMS[role][language]) });
    return row;
  };
  return {
    stays: word("stays", { de: "bleibt beim eigenen Haus", en: "stays in house" }),
    ends: word("ends", {
      de: "entfällt nach dem letzten bezahlten Monat",
      en: "ends after the last month paid",
    }),
    budgeted: word("budgeted", {
      de: "ist bereits für die Kooperation veranschlagt",
      en: "is already budgeted for the cooperation",
    }),
    unaffected: word("unaffected", {
      de: "gehört nicht zum Modell",
      en: "is not part of the model",
    }),
  };
}

function addCostTypes(
  sheet: CalculationSheet,
  language: Language,
): Readonly<Record<AssignedLine["nature"], Row>> {
  sheet.heading({ de: "Kostenarten", en: "Cost types" });
  const word = (nature: AssignedLine["nature"], label: Text): Row => {
    const row = sheet.row({ id: `cost-type.${nature}`, label, unit: "text" });
    row.fixed.set(4, { kind: "text", text: verbatim(COST_TYPE_TERMS[nature][language]) });
    return row;
  };
  return {
    staff: word("staff", {
      de: "steigt mit dem Index Personalaufwand",
      en: "rises with the staff index",
    }),
    other: word("other", {
      de: "steigt mit dem Index Sachaufwand",
      en: "rises with the goods index",
    }),
    depreciation: word("depreciation", {
      de: "ohne Index und ohne Auszahlung",
      en: "without index and without outlay",
    }),
  };
}

function requestRoles(model: Model, groups: readonly GroupedLines[], language: Language): Inputs {
  const inputs = new Inputs();
  for (const { code, lines } of groups) {
    const [sample] = lines;
    if (sample === undefined) continue;
    const label: Text = {
      de: `Gruppe ${code} (${lines.length} Haushaltszeilen)`,
      en: `Group ${code} (${lines.length} budget lines)`,
    };
    for (const { id, name } of model.scenarios) {
      const role = sample.roles.get(id) ?? { role: "unaffected" };
      const scope = { scenario: id, scenarioName: name, scope: code, label };
      inputs.request(scope, {
        field: "role",
        label: { de: "Rolle", en: "Role" },
        unit: "text",
        shape: { kind: "constant", value: ROLE_TERMS[role.role][language] },
        bounds: { minimum: 0, maximum: 0, choices: Object.values(ROLE_TERMS) },
      });
      inputs.request(scope, {
        field: "until",
        label: { de: "letzter bezahlter Monat", en: "last month paid" },
        unit: "month",
        shape: {
          kind: "constant",
          value:
            role.until === undefined ? null : excelSerial(firstDayOf(calendarMonth(role.until))),
        },
      });
      inputs.request(scope, {
        field: "returns",
        label: {
          de: "kehrt nach der Kooperation zurück (1) oder nicht (0)",
          en: "returns after the cooperation (1) or not (0)",
        },
        unit: "flag",
        shape: { kind: "constant", value: role.returns === true ? 1 : 0 },
        bounds: { minimum: 0, maximum: 1 },
      });
    }
  }
  return inputs;
}

/** Factors from the unit and sign of the budget to EUR with expense positive, one row each. */
function addFactors(
  sheet: CalculationSheet,
  lines: readonly AssignedLine[],
): ReadonlyMap<string, Row> {
  sheet.space();
  sheet.heading({ de: "Einheit und Vorzeichen des Haushalts", en: "Unit and sign of the budget" });
  const factors = new Map<string, Row>();
  for (const { line, sign } of lines) {
    for (const { factor } of line.amounts) {
      const key = factorKey(line.sheet, factor * sign);
      if (factors.has(key)) continue;
      const row = sheet.row({
        id: `factor.${factors.size + 1}`,
        label: {
          de: `Faktor für ${line.sheet}: ${sign === 1 ? "Aufwand" : "Ertrag"}`,
          en: `Factor for ${line.sheet}: ${sign === 1 ? "expense" : "revenue"}`,
        },
        unit: "factor",
        source: {
          de: `Kopf und Vorzeichen von ${line.sheet}`,
          en: `header and signs of ${line.sheet}`,
        },
        bounds: { minimum: -1_000_000, maximum: 1_000_000 },
      });
      row.fixed.set(4, { kind: "input", value: factor * sign });
      factors.set(key, row);
    }
  }
  return factors;
}

function factorKey(sheet: string, factor: number): string {
  return `${sheet}\u0000${factor}`;
}

function groupRow(sheet: CalculationSheet, id: string, code: string, label: Text): Row {
  const row = sheet.row({ id, label, unit: "EUR" });
  row.fixed.set(GROUP_COLUMN, { kind: "text", text: verbatim(code) });
  return row;
}

interface LineRow {
  readonly line: AssignedLine;
  readonly row: Row;
}

function addLineRows(
  sheet: CalculationSheet,
  source: BudgetSource,
  groups: readonly GroupedLines[],
  factors: ReadonlyMap<string, Row>,
  years: readonly number[],
): readonly LineRow[] {
  sheet.space();
  sheet.heading(
    {
      de: "Haushaltszeilen (verknüpft, Aufwand positiv)",
      en: "Budget lines (linked, expense positive)",
    },
    new Map([
      [GROUP_COLUMN, { de: "Gruppe", en: "Group" }],
      [PRODUCT_COLUMN, { de: "Produkt", en: "Product" }],
      [ACCOUNT_COLUMN, { de: "Konto", en: "Account" }],
      [ORIGIN_COLUMN, { de: "Fundstelle", en: "Origin" }],
      [KEY_COLUMN, { de: "Schlüssel unverändert", en: "Keys unchanged" }],
    ]),
  );
  const rows = groups
    .flatMap(({ code, lines }) => lines.map((line) => ({ code, line })))
    .map(({ code, line }, index): LineRow => {
      const { line: budget, sign } = line;
      const row = sheet.row({
        id: `line-${index + 1}`,
        label: verbatim(budget.label),
        unit: "EUR",
        bounds: { minimum: 0, maximum: 0, choices: groups.map((group) => verbatim(group.code)) },
      });
      row.fixed.set(GROUP_COLUMN, { kind: "input", value: code });
      if (budget.product !== undefined) {
        row.fixed.set(PRODUCT_COLUMN, { kind: "text", text: verbatim(budget.product) });
      }
      if (budget.account !== undefined) {
        row.fixed.set(ACCOUNT_COLUMN, { kind: "text", text: verbatim(budget.account) });
      }
      row.fixed.set(ORIGIN_COLUMN, {
        kind: "text",
        text: verbatim(sheetCell(budget.sheet, budget.row, budget.amounts[0]?.cell.column ?? 0)),
      });
      row.years = {
        kind: "each",
        contents: years.map((year) => linkContent(source, line, factors, year, sign)),
      };
      return { line, row };
    });
  addKeyChecks(sheet, source, rows, years);
  return rows;
}

/** The link to the budget cell of a year: empty where the budget does not have the year. */
function linkContent(
  source: BudgetSource,
  placed: AssignedLine,
  factors: ReadonlyMap<string, Row>,
  year: number,
  sign: 1 | -1,
): Content | undefined {
  const planned = plannedValue(placed, year);
  if (planned === undefined) return undefined;
  if (planned.kind === "noRow") return { kind: "zero" };
  const { line } = placed;
  if (planned.kind === "amount" && planned.amount.text !== undefined) {
    return { kind: "textAmount", value: planned.amount.value * sign };
  }
  const factor = planned.kind === "amount" ? planned.amount.factor : (line.amounts[0]?.factor ?? 1);
  const factorRow = factors.get(factorKey(line.sheet, factor * sign));
  if (factorRow === undefined) throw new Error(`no factor for ${line.sheet}`);
  const position =
    planned.kind === "amount" ? planned.amount.cell : { row: line.row, column: planned.column };
  return {
    kind: "link",
    expression: times(budgetCell(source, line.sheet, position), constant(factorRow)),
  };
}

/**
 * Beside each line, whether the budget still holds the same keys there: inserted rows move along with
 * the links, sorting the budget does not. Long budgets and text amounts are checked year by year.
 */
function addKeyChecks(
  sheet: CalculationSheet,
  source: BudgetSource,
  rows: readonly LineRow[],
  years: readonly number[],
): void {
  const byYear = rows.filter(
    ({ line }) =>
      line.sheet.orientation === "years-down" ||
      line.line.amounts.some(({ text }) => text !== undefined),
  );
  for (const { line, row } of rows) {
    if (byYear.some((other) => other.row === row)) continue;
    row.fixed.set(KEY_COLUMN, {
      kind: "formula",
      expression: keyCheck(source, line.line.sheet, line.line.keys, row),
    });
  }
  if (byYear.length === 0) return;
  sheet.space();
  sheet.heading({
    de: "Schlüssel und Texte je Jahr (1 = unverändert)",
    en: "Keys and texts by year (1 = unchanged)",
  });
  for (const { line, row } of byYear) {
    const texts = textRow(sheet, line, row, years);
    const check = sheet.row({
      id: `${row.id}.keys`,
      label: row.label,
      unit: "flag",
    });
    check.years = {
      kind: "each",
      contents: years.map((year) => yearCheck(source, line, row, texts, year)),
    };
    row.fixed.set(KEY_COLUMN, {
      kind: "formula",
      expression: call("MIN", {
        kind: "rowRange",
        row: check,
        from: "first",
        to: "last",
      }),
    });
  }
}

function textRow(
  sheet: CalculationSheet,
  line: AssignedLine,
  row: Row,
  years: readonly number[],
): Row | undefined {
  const texts = years.map((year) => {
    const planned = plannedValue(line, year);
    return planned?.kind === "amount" ? planned.amount.text : undefined;
  });
  if (texts.every((text) => text === undefined)) return undefined;
  const texted = sheet.row({
    id: `${row.id}.texts`,
    label: {
      de: `${row.label.de}: Text im Haushalt`,
      en: `${row.label.en}: text in the budget`,
    },
    unit: "text",
  });
  texted.years = {
    kind: "each",
    contents: texts.map((text) =>
      text === undefined ? undefined : { kind: "text", text: verbatim(text) },
    ),
  };
  return texted;
}

function yearCheck(
  source: BudgetSource,
  placed: AssignedLine,
  row: Row,
  texts: Row | undefined,
  year: number,
): Content | undefined {
  const planned = plannedValue(placed, year);
  if (planned?.kind !== "amount") return undefined;
  const { line } = placed;
  const { amount } = planned;
  const keys: readonly KeyCell[] =
    placed.sheet.orientation === "years-down"
      ? line.keys.filter(({ cell: position }) => position.row === amount.cell.row)
      : line.keys;
  const parts: Expression[] = [keyCheck(source, line.sheet, keys, row)];
  if (amount.text !== undefined && texts !== undefined) {
    parts.push(textCheck(budgetCell(source, line.sheet, amount.cell), at(texts)));
  }
  return { kind: "formula", expression: times(...parts) };
}

function addPlanRows(
  sheet: CalculationSheet,
  assumptions: Assumptions,
  rows: readonly LineRow[],
  costTypes: Readonly<Record<AssignedLine["nature"], Row>>,
): readonly Row[] {
  sheet.space();
  sheet.heading(
    {
      de: "Planwerte (Jahre ohne Haushaltswert fortgeschrieben)",
      en: "Planned values (years without a budget value carried on)",
    },
    new Map([
      [GROUP_COLUMN, { de: "Gruppe", en: "Group" }],
      [PRODUCT_COLUMN, { de: "Kostenart", en: "Cost type" }],
    ]),
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

function setSums(
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
