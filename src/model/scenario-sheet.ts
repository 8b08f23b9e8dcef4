import { type Text, verbatim } from "../language";
import type { Assumptions } from "./assumptions";
import { addAssessmentYear, type AssessmentInputs } from "./back-tax";
import { addBaseline } from "./baseline";
import type { BlockContext } from "./blocks/block";
import { buildExit, type ExitRows } from "./blocks/exit";
import { COST_KINDS, isCostBlock, ruleOf } from "./blocks/rules";
import { addClaims, type ClaimRows } from "./claims";
import {
  above,
  at,
  constant,
  type Expression,
  lastAxisYear,
  plus,
  sum,
  times,
  when,
} from "./expression";
import { isKind, onlyBlock, type Scenario } from "./model";
import { optionalMonth, Periods, monthIndexOf, type VatStart } from "./periods";
import { provisionRows } from "./provision";
import { setResults } from "./results";
import type { Row } from "./row";
import { type IdentifiedBlock, identifyBlocks } from "./identified-blocks";
import { SCENARIO_SCOPE } from "./scenario-blocks";
import { STATUS_QUO } from "./terms";
import type { Charge, ScenarioParts, ScenarioSheet } from "./scenario-rows";
import { type CalculationSheet, setFormula } from "./sheet";
import type { RowId } from "./terms";
import { textLines } from "../text-lines";
import { buildVat, type VatRows } from "./vat";

/** Fills a scenario's sheet: term, blocks, baseline, VAT, claims, provision, results. */
export function fillScenarioSheet(parts: ScenarioParts): void {
  const { own, assumptions, assignment } = parts;
  const { scenario, sheet } = own;
  const horizon = sheet.import(assumptions.horizon);
  const term = addTerm(scenario, sheet, assumptions, horizon);
  own.lastMonth = term.lastMonth;
  const blocks = identifyBlocks(scenario);
  const vatBlock = blocks.find(({ block }) => block.kind === "vat");
  const backTaxBlock = blocks.find(({ block }) => block.kind === "back-tax");
  const input = (block: IdentifiedBlock, field: string): Row =>
    assumptions.inputs.row(scenario.id, block.id, field);
  const assessment: AssessmentInputs | undefined =
    backTaxBlock === undefined
      ? undefined
      : {
          assessed: input(backTaxBlock, "assessed"),
          interest: input(backTaxBlock, "interest"),
          limitation: input(backTaxBlock, "limitation"),
        };
  const vatStart = vatBlock === undefined ? undefined : addVatStart(sheet, vatBlock, input, term);
  const periods = new Periods(sheet, horizon, vatStart);
  const period = periods.between(
    "term",
    { de: "Kooperation", en: "Cooperation" },
    [term.firstMonthOrNone],
    [term.lastMonth],
    term.months,
  );
  const context = (block: IdentifiedBlock): BlockContext => ({
    id: block.id,
    label: block.label,
    sheet,
    assumptions,
    periods,
    period,
    firstMonth: term.firstMonth,
    horizon,
    input: (field) => input(block, field),
    index: (choice) =>
      sheet.import(
        typeof choice === "string"
          ? assumptions.shared[choice].factor
          : assumptions.ownIndex(input(block, "index")).factor,
      ),
    row: own.row,
  });
  const charges = addCostBlocks(own, blocks, context);
  const exit = addExit(blocks, context, term.lastMonth);
  const exitCharges = exitCharge(own, blocks, exit, term.lastMonth);
  own.charges = [...charges, ...exitCharges];
  setFormula(own.row("exit"), exit === undefined ? plus() : at(exit.cash));
  setFormula(own.row("exit-depreciation"), exit === undefined ? plus() : at(exit.result));
  addBaseline({ own, assignment, horizon, lastMonth: term.lastMonth });
  const taxable = own.charges.map(({ amount }) => amount).filter((amount) => amount.taxable);
  setFormula(own.row("net-taxable"), sum(...taxable.map(({ row }) => at(row))));
  const assessmentYear = addAssessmentYear(sheet, assessment);
  const vat: VatRows | undefined =
    vatBlock === undefined || vatStart === undefined || !isKind(vatBlock.block, "vat")
      ? undefined
      : buildVat({
          block: vatBlock.block,
          context: context(vatBlock),
          start: vatStart,
          amounts: taxable,
          assessmentYear,
        });
  own.vatBases = vat?.bases;
  setFormula(own.row("vat"), vat?.invoiced ?? plus());
  setFormula(own.row("open-vat"), vat?.open ?? plus());
  const claims =
    vat === undefined || !bearsVat(scenario)
      ? undefined
      : addClaims({
          sheet: parts.taxRisk,
          assumptions,
          scenario,
          openVat: own.row("open-vat"),
          assessmentYear,
          inputs: assessment,
        });
  setClaims(own, claims);
  const provision = onlyBlock(scenario, "provision");
  const effect = provisionRows(own, claims, assessmentYear, horizon, provision?.method);
  setResults({ ...parts, effect });
  addNotes(own);
}

/** Characters of a note that fit beside one another on a landscape page. */
const NOTE_LENGTH = 190;

/** What the scenario and its blocks assume, in their own words. */
function addNotes({ scenario, sheet }: ScenarioSheet): void {
  const notes = [scenario.note, ...scenario.blocks.map(({ note }) => note)].filter(
    (note) => note !== undefined,
  );
  if (notes.length === 0) return;
  sheet.space();
  sheet.heading({ de: "Anmerkungen", en: "Notes" });
  const lines = [...new Set(notes)].flatMap((note) =>
    note.split("\n").flatMap((line) => textLines(line, NOTE_LENGTH)),
  );
  lines.forEach((line, index) => {
    const text = verbatim(line);
    const row = sheet.row({ id: `note-${String(index + 1)}`, label: text, unit: "text" });
    row.fixed.set(LABEL_COLUMN, { kind: "text", text, look: "note" });
  });
}

/** Column B. */
const LABEL_COLUMN = 1;

/** Whether VAT can be due: the month of invoicing is an input, so that any of it may become a claim. */
function bearsVat(scenario: Scenario): boolean {
  return (onlyBlock(scenario, "vat")?.rate ?? "none") !== "none";
}

interface Term {
  readonly months: Row;
  /** Month index of the start; 0 where there is none, so that no month is cut off. */
  readonly firstMonthOrNone: Row;
  /** Month index of the start; January of the first model year where there is none. */
  readonly firstMonth: Row;
  readonly lastMonth: Row;
}

/** The months that count for a scenario: from its start to its end or exit, both included. */
function addTerm(
  scenario: Scenario,
  sheet: CalculationSheet,
  assumptions: Assumptions,
  horizon: Row,
): Term {
  const firstYear = sheet.importConstant(assumptions.firstYear);
  const firstJanuary = plus(times(12, constant(firstYear)), 1);
  const openEnd = times(12, plus(lastAxisYear, 1));
  const words = {
    first: { de: "Beginn (Monatsindex, 0: keiner)", en: "Start (month index, 0: none)" },
    default: { de: "Erster Monat (Monatsindex)", en: "First month (month index)" },
    last: { de: "Letzter Monat (Monatsindex)", en: "Last month (month index)" },
    months: { de: "Monate im Jahr", en: "Months in the year" },
  } as const satisfies Record<string, Text>;
  if (scenario.id === STATUS_QUO) {
    const none = sheet.constant(
      { id: "term.start", label: words.first, unit: "monthIndex" },
      plus(),
    );
    return {
      firstMonthOrNone: none,
      firstMonth: sheet.constant(
        { id: "term.first", label: words.default, unit: "monthIndex" },
        firstJanuary,
      ),
      lastMonth: sheet.constant({ id: "term.end", label: words.last, unit: "monthIndex" }, openEnd),
      months: sheet.formula(
        { id: "term.months", label: words.months, unit: "months" },
        times(12, at(horizon)),
      ),
    };
  }
  const start = assumptions.inputs.row(scenario.id, SCENARIO_SCOPE, "start");
  const firstMonthOrNone = optionalMonth(sheet, "term.start", words.first, start, plus());
  const firstMonth = sheet.constant(
    { id: "term.first", label: words.default, unit: "monthIndex" },
    when(above(constant(firstMonthOrNone), 0), constant(firstMonthOrNone), firstJanuary),
  );
  const exit = identifyBlocks(scenario).find(({ block }) => block.kind === "exit");
  const lastMonth =
    exit === undefined
      ? optionalMonth(
          sheet,
          "term.end",
          words.last,
          assumptions.inputs.row(scenario.id, SCENARIO_SCOPE, "end"),
          openEnd,
        )
      : sheet.constant(
          { id: "term.end", label: words.last, unit: "monthIndex" },
          monthIndexOf(
            constant(sheet.importConstant(assumptions.inputs.row(scenario.id, exit.id, "date"))),
          ),
        );
  const months = new Periods(sheet, horizon, undefined).between(
    "term",
    { de: "Kooperation", en: "Cooperation" },
    [firstMonthOrNone],
    [lastMonth],
  ).months;
  return { firstMonthOrNone, firstMonth, lastMonth, months };
}

/** Months from which VAT is due and from which it is invoiced; never where the input is empty. */
function addVatStart(
  sheet: CalculationSheet,
  vat: IdentifiedBlock,
  input: (block: IdentifiedBlock, field: string) => Row,
  term: Term,
): VatStart {
  return {
    due: optionalMonth(
      sheet,
      "vat.start",
      { de: "Umsatzsteuerpflicht ab (Monatsindex)", en: "VAT due from (month index)" },
      input(vat, "from"),
      constant(term.firstMonth),
    ),
    invoiced: optionalMonth(
      sheet,
      "vat.invoiced-from",
      { de: "Umsatzsteuer berechnet ab (Monatsindex)", en: "VAT invoiced from (month index)" },
      input(vat, "invoiced"),
      plus(times(12, plus(lastAxisYear, 1)), 1),
    ),
  };
}

/** Builds the blocks kind by kind, take-up before the costs that are a share of it. */
function addCostBlocks(
  own: ScenarioSheet,
  blocks: readonly IdentifiedBlock[],
  context: (block: IdentifiedBlock) => BlockContext,
): readonly Charge[] {
  const charges = blocks.flatMap((identified) => {
    const { block } = identified;
    if (!isCostBlock(block)) return [];
    const amounts = ruleOf(block.kind).build(block, context(identified));
    return amounts.map((amount): Charge => ({ block: identified, row: amount.row, amount }));
  });
  for (const kind of COST_KINDS) {
    const rows = charges.filter(({ block }) => block.block.kind === kind);
    setFormula(own.row(kind), sum(...rows.map(({ row }) => at(row))));
  }
  return charges;
}

function addExit(
  blocks: readonly IdentifiedBlock[],
  context: (block: IdentifiedBlock) => BlockContext,
  month: Row,
): ExitRows | undefined {
  const exit = blocks.find(({ block }) => block.kind === "exit");
  if (exit === undefined || !isKind(exit.block, "exit")) return undefined;
  return buildExit(exit.block, context(exit), month);
}

/** An exit is taxed whole or not at all, by its month; untaxed unless said. */
function exitCharge(
  own: ScenarioSheet,
  blocks: readonly IdentifiedBlock[],
  exit: ExitRows | undefined,
  month: Row,
): readonly Charge[] {
  const block = blocks.find((one) => one.block.kind === "exit");
  if (exit === undefined || block === undefined || !isKind(block.block, "exit")) return [];
  const taxable = block.block.taxable ?? false;
  const amount = { row: exit.cash, taxable, timing: { kind: "month", index: month } } as const;
  return [{ block, row: own.row("exit-depreciation"), amount }];
}

function setClaims(own: ScenarioSheet, claims: ClaimRows | undefined): void {
  const set = (id: RowId, row: Row | undefined): void => {
    setFormula(own.row(id), row === undefined ? plus() : at(row));
  };
  set("lapsed", claims?.lapsed);
  set("back-tax", claims?.backTax);
  set("interest", claims?.interest);
  const open: Expression =
    claims === undefined
      ? plus()
      : plus(at(own.sheet.import(claims.openTax)), at(own.sheet.import(claims.openInterest)));
  setFormula(own.row("open-claims"), open);
  setFormula(own.row("back-payment"), plus(at(own.row("back-tax")), at(own.row("interest"))));
}
