import { fill, type Text } from "../language";
import { inLastYear } from "../model/assumptions";
import type { BuiltModel } from "../model/build";
import {
  allYears,
  area,
  below,
  call,
  cell,
  constant,
  CONSTANT_COLUMN,
  down,
  equal,
  type Expression,
  flag,
  minus,
  plus,
  smallest,
  sum,
  times,
  when,
} from "../model/expression";
import { KEY_COLUMN } from "../model/assignment";
import type { Content, Row } from "../model/row";
import type { ScenarioSheet } from "../model/scenario-rows";
import { CalculationSheet } from "../model/sheet";
import type { BudgetRequest } from "./budget-request";
import type { Comparison } from "./comparison";
import { addWrittenInputs } from "./written-inputs";

export const CHECKS = "checks";

/** Column F: the result of a check in words. */
export const WORD_COLUMN = 5;

/** A check that stands on the sheet: its row holds 1 in column E where it passes. */
export interface Check {
  readonly id: string;
  readonly row: Row;
  /** What to do when it does not pass. */
  readonly advice: Text;
}

export interface Checks {
  readonly sheet: CalculationSheet;
  readonly checks: readonly Check[];
  /** 1 in column E where every check passes, in words in column F. */
  readonly master: Row;
  /** Number of input cells changed since the last run, column E. */
  readonly changed: Row;
}

/** The checks of the workbook, live, with one master check that every sheet shows. */
export function addChecks(
  built: BuiltModel,
  comparison: Comparison,
  request: BudgetRequest | undefined,
): Checks {
  const sheet = new CalculationSheet(CHECKS);
  sheet.heading({ de: "Gesamtprüfung", en: "Master check" });
  const master = sheet.row({
    id: "master",
    label: { de: "Alle Prüfungen", en: "All checks" },
    unit: "flag",
    emphasis: "check",
  });
  const changed = sheet.row({
    id: "inputs-changed",
    label: {
      de: "Eingabezellen, die seit dem letzten Lauf geändert wurden",
      en: "Input cells changed since the last run",
    },
    unit: "months",
  });
  const passed = word(sheet, "word.passed", { de: "bestanden", en: "passed" });
  const open = word(sheet, "word.open", { de: "zu prüfen", en: "to be checked" });
  sheet.space();
  sheet.heading(
    { de: "Einzelne Prüfungen", en: "Single checks" },
    new Map([
      [CONSTANT_COLUMN, { de: "1 = bestanden", en: "1 = passed" }],
      [WORD_COLUMN, { de: "Ergebnis", en: "Result" }],
    ]),
  );
  const checks: Check[] = [];
  const add = (id: string, label: Text, advice: Text, expression: Expression): void => {
    const row = sheet.constant({ id, label, unit: "flag", emphasis: "check" }, expression);
    row.fixed.set(WORD_COLUMN, inWords(row, passed, open));
    checks.push({ id, row, advice });
  };
  const equalTo = (left: Expression, right: Expression): Expression =>
    flag(below(call("ABS", minus(left, right)), constant(built.assumptions.tolerance)));
  comparison.scenarios.forEach((own, index) => {
    addScenarioChecks(built, comparison, own, index, add, equalTo);
  });
  addBridgeCheck(comparison, add, equalTo);
  addAssignmentChecks(built, add, equalTo);
  if (request !== undefined) addRequestChecks(built, request, add);
  const [first] = checks;
  const last = checks.at(-1);
  if (first === undefined || last === undefined) throw new Error("no checks");
  master.fixed.set(CONSTANT_COLUMN, {
    kind: "formula",
    expression: call("MIN", down(first.row, last.row, CONSTANT_COLUMN)),
  });
  master.fixed.set(WORD_COLUMN, inWords(master, passed, open));
  sheet.space();
  addWrittenInputs(built, sheet, changed);
  return { sheet, checks, master, changed };
}

function word(sheet: CalculationSheet, id: string, text: Text): Row {
  const row = sheet.row({
    id,
    label: { de: `Wort für „${text.de}“`, en: `Word for "${text.en}"` },
    unit: "text",
  });
  row.fixed.set(CONSTANT_COLUMN, { kind: "text", text });
  return row;
}

function inWords(row: Row, passed: Row, open: Row): Content {
  return {
    kind: "formula",
    unit: "text",
    expression: when(equal(constant(row), 1), constant(passed), constant(open)),
  };
}

type AddCheck = (id: string, label: Text, advice: Text, expression: Expression) => void;
type Equal = (left: Expression, right: Expression) => Expression;

const RECALCULATE: Text = {
  de: "Eine Formel wurde überschrieben oder eine Zeile gelöscht. Bitte die Blätter neu schreiben.",
  en: "A formula was overwritten or a row deleted. Please write the sheets again.",
};

function addScenarioChecks(
  built: BuiltModel,
  comparison: Comparison,
  own: ScenarioSheet,
  index: number,
  add: AddCheck,
  equalTo: Equal,
): void {
  const { id, name } = own.scenario;
  const total = (row: Row): Expression => constant(row);
  const at31 = (row: Row): Expression => cell(row, "last");
  const blocks = comparison.blocks[index];
  const result = comparison.result[index];
  if (blocks === undefined || result === undefined) throw new Error(`no comparison of ${id}`);
  const label = (de: string, en: string): Text => ({ de: `${name}: ${de}`, en: `${name}: ${en}` });
  add(
    `cross-foot.${id}`,
    label(
      "Summe der Kostenarten = Belastung Ergebnisplan",
      "kinds of cost add up to the result plan",
    ),
    RECALCULATE,
    equalTo(total(blocks.total), total(result)),
  );
  const row = own.row;
  add(
    `result-to-cash.${id}`,
    label(
      "Überleitung vom Ergebnisplan zum Finanzplan",
      "result plan reconciles with the cash plan",
    ),
    RECALCULATE,
    equalTo(
      minus(total(row("result-cost")), total(row("cash-cost"))),
      plus(
        minus(total(row("baseline")), total(row("baseline-cash"))),
        minus(total(row("exit-depreciation")), total(row("exit"))),
        own.scenario.blocks.some(
          (block) => block.kind === "provision" && block.method === "provision",
        )
          ? at31(row("provision-balance"))
          : 0,
      ),
    ),
  );
  add(
    `provision.${id}`,
    label(
      "Rückstellung: Zuführung − Inanspruchnahme − Auflösung = Bestand",
      "provision: allocation − use − release = balance",
    ),
    RECALCULATE,
    equalTo(
      minus(
        minus(total(row("provision-allocation")), total(row("provision-use"))),
        total(row("provision-release")),
      ),
      at31(row("provision-balance")),
    ),
  );
  const openTax = built.taxRisk.rows.find((one) => one.id === `${id}.open-tax`);
  if (openTax !== undefined) {
    add(
      `open-vat.${id}`,
      label(
        "nicht berechnete Umsatzsteuer = nachgefordert + verjährt + offen",
        "VAT not invoiced = assessed + lapsed + open",
      ),
      RECALCULATE,
      equalTo(
        total(row("open-vat")),
        plus(total(row("back-tax")), total(row("lapsed")), inLastYear(openTax, built.assumptions)),
      ),
    );
  }
  const lost = own.sheet.rows.filter(({ id: rowId }) => rowId.endsWith(".given"));
  if (lost.length > 0) {
    add(
      `years.${id}`,
      label(
        "kein Betrag steht in einem Jahr ohne Laufzeit",
        "no amount stands in a year without months",
      ),
      {
        de: "Ein Betrag steht in einem Jahr, in dem das Szenario keinen Monat läuft, und fällt deshalb weg. Bitte auf KR Annahmen Laufzeit oder Betrag berichtigen.",
        en: "An amount stands in a year in which the scenario runs for no month and is lost. Please correct term or amount on KR Annahmen.",
      },
      flag(
        equal(
          sum(
            ...lost.map((given) =>
              call(
                "SUMPRODUCT",
                times(allYears(given), equal(allYears(own.sheet.find("term.months")), 0)),
              ),
            ),
          ),
          0,
        ),
      ),
    );
  }
}

/** The steps of the bridge lead to the total of the scenario. */
function addBridgeCheck({ bridge }: Comparison, add: AddCheck, equalTo: Equal): void {
  if (bridge === undefined) return;
  const { reached, end, from, to } = bridge;
  add(
    "bridge",
    fill(
      {
        de: "Brücke von {0} zu {1}: die Schritte ergeben die Summe",
        en: "Bridge from {0} to {1}: the steps lead to the total",
      },
      from,
      to,
    ),
    RECALCULATE,
    equalTo(cell(reached.row, reached.column), constant(end)),
  );
}

function addAssignmentChecks(built: BuiltModel, add: AddCheck, equalTo: Equal): void {
  const { assignment, model } = built;
  if (assignment === undefined) return;
  if (assignment.keyChecks !== undefined) {
    const { first, last } = assignment.keyChecks;
    add(
      "keys",
      {
        de: "Haushaltszeilen: Produkt, Konto und Bezeichnung stehen noch in derselben Zeile",
        en: "Budget lines: product, account and label still stand in the same row",
      },
      {
        de: "Der Haushalt wurde umsortiert oder geändert. Bitte auf KR Zuordnung die Zeilen mit 0 in Spalte G prüfen und neu einlesen.",
        en: "The budget was sorted or changed. Please look at the rows with 0 in column G of KR Zuordnung and read it again.",
      },
      flag(equal(call("MIN", down(first, last, KEY_COLUMN)), 1)),
    );
  }
  const [firstPlan] = assignment.plans;
  const lastPlan = assignment.plans.at(-1);
  if (firstPlan !== undefined && lastPlan !== undefined) {
    add(
      "groups",
      {
        de: "Jede Haushaltszeile gehört zu genau einer Gruppe",
        en: "Every budget line belongs to one group",
      },
      {
        de: "Eine Zeile auf KR Zuordnung trägt eine Gruppe, die es nicht gibt. Bitte Spalte C berichtigen.",
        en: "A line on KR Zuordnung has a group that does not exist. Please correct column C.",
      },
      equalTo(
        sum(...assignment.groups.map(({ total }) => sum(allYears(total)))),
        sum(area(firstPlan, lastPlan)),
      ),
    );
  }
  const roles = new Set(
    assignment.groups.flatMap((group) => model.scenarios.map(({ id }) => group.role(id))),
  );
  const { stays, unaffected } = assignment.roleWords;
  add(
    "roles",
    { de: "Jede Rolle ist eines der vier Wörter", en: "Every role is one of the four words" },
    {
      de: "Auf KR Zuordnung steht eine Rolle, die es nicht gibt. Bitte ein Wort aus der Liste wählen.",
      en: "A role on KR Zuordnung does not exist. Please choose a word from the list.",
    },
    smallest(
      ...[...roles].map((role) =>
        flag(equal(call("COUNTIF", down(stays, unaffected, CONSTANT_COLUMN), constant(role)), 1)),
      ),
    ),
  );
}

/** The positions of the budget request leave nothing out, in no year. */
function addRequestChecks(
  { assumptions }: BuiltModel,
  { controls }: BudgetRequest,
  add: AddCheck,
): void {
  const isZero = (row: Row): Expression => {
    const most = call("MAX", allYears(row));
    const least = call("MIN", allYears(row));
    return flag(below(call("MAX", most, minus(0, least)), constant(assumptions.tolerance)));
  };
  add(
    "request-needed",
    {
      de: "Haushaltsanmeldung: Benötigt aller Positionen = Belastung Ergebnisplan − Eigenaufwand",
      en: "Budget request: needed by all positions = result plan expense − in-house expense",
    },
    RECALCULATE,
    isZero(controls.needed),
  );
  add(
    "request-held",
    {
      de: "Haushaltsanmeldung: Veranschlagt aller Positionen = Veranschlagt im Szenario",
      en: "Budget request: held by all positions = budgeted in the scenario",
    },
    RECALCULATE,
    isZero(controls.held),
  );
}
