import { type Text, verbatim } from "../language";
import { inLastYear } from "../model/assumptions";
import type { BuiltModel } from "../model/build";
import {
  allYears,
  at,
  before,
  call,
  constant,
  CONSTANT_COLUMN,
  down,
  equal,
  largest,
  minus,
  OPENING_COLUMN,
  over,
  plus,
  sum,
  times,
  toCents,
  when,
  year,
} from "../model/expression";
import type { Row, RowHead, Unit } from "../model/row";
import type { ScenarioSheet } from "../model/scenario-rows";
import { CalculationSheet } from "../model/sheet";
import type { RowId } from "../model/terms";
import { type BlockTable, blockTable, usedRows } from "./block-tables";
import { pick, spansOf, type TaxCase, taxCases, taxCaseText } from "./tax-cases";
import { addBridge, type Bridge } from "./bridge";

export const COMPARISON = "comparison";

/** Tables by kind of cost, each with its chart, that fit on a printed page. */
const TABLES_ON_A_PAGE = 2;

/** Rows a chart covers on a sheet. */
export const CHART_ROWS = 20;

/** Rows of the comparison, by scenario in the order of the model. */
export interface Comparison {
  readonly sheet: CalculationSheet;
  /** Scenarios of one tax case stand together; all rows below are in this order. */
  readonly scenarios: readonly ScenarioSheet[];
  readonly cases: readonly TaxCase[];
  readonly result: readonly Row[];
  readonly cash: readonly Row[];
  readonly cumulative: readonly Row[];
  readonly difference: readonly Row[];
  /** Difference in per cent of the reference; column E. */
  readonly percent: readonly Row[];
  readonly cumulativeDifference: readonly Row[];
  readonly presentValue: readonly Row[];
  /** Rank within the tax case, by total result; column E. */
  readonly rank: readonly Row[];
  readonly turningYear: readonly Row[];
  /** Column E: what is open at the end of the last model year. */
  readonly openClaims: readonly Row[];
  readonly balance: readonly Row[];
  readonly cover: readonly Row[];
  /** Height of the thin column that marks a turning year in the chart of cumulative cost. */
  readonly turningMark: Row;
  readonly blocks: readonly BlockTable[];
  /** From the reference to the scenario of the budget request; none between a scenario and itself. */
  readonly bridge: Bridge | undefined;
  /** Entries that begin a new page when printed. */
  readonly pageStarts: readonly number[];
  /** Rows left free for charts, by name of the chart. */
  readonly chartSpaces: ReadonlyMap<string, number>;
}

/** The comparison of all scenarios: by year, in total, by kind of cost, with rank and break-even year. */
export function addComparison(built: BuiltModel): Comparison {
  const sheet = new CalculationSheet(COMPARISON);
  const cases = taxCases(built);
  const scenarios = cases.flatMap(({ members }) => members);
  const spaces = new Map<string, number>();
  const section = (
    title: Text,
    prefix: string,
    id: RowId,
    total: boolean,
    emphasis?: RowHead["emphasis"],
  ): readonly Row[] => {
    sheet.heading(title);
    const rows = scenarios.map((own) => {
      const row = sheet.formula(head(own, prefix, "EUR", emphasis), at(own.row(id)));
      if (total) {
        row.fixed.set(CONSTANT_COLUMN, { kind: "formula", expression: sum(allYears(row)) });
      }
      return row;
    });
    return rows;
  };
  const pageStarts: number[] = [];
  const newPage = (): void => {
    pageStarts.push(sheet.entries.length);
  };
  const chartSpace = (name: string): void => {
    spaces.set(name, sheet.entries.length);
    sheet.space(CHART_ROWS);
  };

  const result = section(
    { de: "Belastung Ergebnisplan je Jahr", en: "Result plan expense by year" },
    "result",
    "result-cost",
    true,
  );
  chartSpace("result");
  const cash = section(
    { de: "Belastung Finanzplan je Jahr", en: "Cash plan outlay by year" },
    "cash",
    "cash-cost",
    true,
  );
  sheet.space();
  const difference = section(
    {
      de: "Mehr- (+) / Minderaufwand (−) gegenüber der Referenz",
      en: "More (+) / less (−) than the reference",
    },
    "difference",
    "difference",
    true,
    "signed",
  );
  sheet.space();
  const reference = pick(
    result,
    scenarios.findIndex(({ scenario }) => scenario.id === built.model.reference),
  );
  sheet.heading({
    de: "Abweichung von der Referenz in Prozent",
    en: "Difference from the reference in per cent",
  });
  const percent = scenarios.map((own, index) =>
    sheet.constant(
      head(own, "percent", "share"),
      when(
        equal(constant(reference), 0),
        0,
        over(constant(pick(difference, index)), constant(reference)),
      ),
    ),
  );
  sheet.space();
  const cumulativeDifference = section(
    { de: "Mehr- / Minderaufwand kumuliert", en: "Cumulative difference" },
    "cumulative-difference",
    "cumulative-difference",
    false,
    "signed",
  );
  sheet.space();
  newPage();
  sheet.heading({ de: "Belastung Ergebnisplan kumuliert", en: "Result plan expense, cumulative" });
  const cumulative = scenarios.map((own, index) => {
    const row = sheet.row(head(own, "cumulative", "EUR"));
    row.fixed.set(OPENING_COLUMN, { kind: "zero" });
    row.years = { kind: "formula", expression: plus(before(row), at(pick(result, index))) };
    return row;
  });
  const turningYear = turningYears(sheet, scenarios);
  sheet.space();
  sheet.heading({
    de: "Belastung kumuliert im Jahr der Kostengleichheit",
    en: "Cumulative expense in the break-even year",
  });
  // One row a scenario: a single formula over all of them would become too long to read.
  const marks = scenarios.map((own, index) =>
    sheet.formula(
      head(own, "mark", "EUR"),
      times(at(pick(cumulative, index)), equal(year, constant(pick(turningYear, index)))),
    ),
  );
  const turningMark = sheet.formula(
    {
      id: "turning-mark",
      label: { de: "Jahr der Kostengleichheit (Markierung)", en: "Break-even year (mark)" },
      unit: "EUR",
    },
    largest(0, down(pick(marks, 0), pick(marks, marks.length - 1), "same")),
  );
  chartSpace("cumulative");
  sheet.heading({
    de: "Barwert der Auszahlungen (erstes Jahr nicht abgezinst)",
    en: "Present value of the outlays (first year undiscounted)",
  });
  const presentValue = scenarios.map((own) => {
    const row = sheet.formula(head(own, "present-value", "EUR"), at(own.row("present-value")));
    row.fixed.set(CONSTANT_COLUMN, { kind: "formula", expression: sum(allYears(row)) });
    return row;
  });
  sheet.space();
  const spans = spansOf(cases);
  const rank = ranks(sheet, scenarios, spans, result);
  sheet.space();
  const openClaims = section(
    {
      de: "Steuerrisiko: offene Umsatzsteuer mit Zinsen 31.12.",
      en: "Tax risk: open VAT with interest at 31 December",
    },
    "open-claims",
    "open-claims",
    false,
  );
  // The budget may have years beyond the model, in which nothing is open.
  for (const open of openClaims) {
    open.fixed.set(CONSTANT_COLUMN, {
      kind: "formula",
      expression: inLastYear(open, built.assumptions),
    });
  }
  sheet.space();
  const balance = section(
    { de: "Rückstellung 31.12.", en: "Provision at 31 December" },
    "balance",
    "provision-balance",
    false,
  );
  sheet.space();
  section(
    {
      de: "Deckung: im Haushalt für die Kooperation veranschlagt",
      en: "Cover: held by the budget for the cooperation",
    },
    "held",
    "budgeted",
    true,
  );
  sheet.heading({
    de: "Deckung: für die Kooperation benötigt (Ergebnisplan ohne Eigenaufwand)",
    en: "Cover: needed for the cooperation (result plan without in-house expense)",
  });
  for (const own of scenarios) {
    const row = sheet.formula(
      head(own, "needed", "EUR"),
      minus(at(own.row("result-cost")), at(own.row("baseline"))),
    );
    row.fixed.set(CONSTANT_COLUMN, { kind: "formula", expression: sum(allYears(row)) });
  }
  const cover = section(
    {
      de: "Deckung: Über- (+) / Unterdeckung (−), veranschlagt weniger benötigt",
      en: "Cover: over (+) / short (−), held less needed",
    },
    "cover",
    "cover",
    true,
    "signed",
  );
  sheet.space();
  const used = usedRows(built);
  const blocks = scenarios.map((own, index) => {
    if (index % TABLES_ON_A_PAGE === 0) newPage();
    sheet.heading({
      de: `Ergebnisplan nach Kostenarten: ${own.scenario.name}`,
      en: `Result plan by kind of cost: ${own.scenario.name}`,
    });
    const table = blockTable(sheet, own, used);
    if (table.rows.length > 0) chartSpace(`blocks.${own.scenario.id}`);
    return table;
  });
  const bridge = bridgeOf(built, sheet, blocks, newPage);
  if (bridge !== undefined) chartSpace("bridge");
  return {
    sheet,
    scenarios,
    cases: spans,
    result,
    cash,
    cumulative,
    difference,
    percent,
    cumulativeDifference,
    presentValue,
    rank,
    turningYear,
    openClaims,
    balance,
    cover,
    turningMark,
    blocks,
    bridge,
    pageStarts,
    chartSpaces: spaces,
  };
}

function bridgeOf(
  { model }: BuiltModel,
  sheet: CalculationSheet,
  blocks: readonly BlockTable[],
  newPage: () => void,
): Bridge | undefined {
  const of = (id: string | undefined): BlockTable | undefined =>
    blocks.find(({ scenario }) => scenario.scenario.id === id);
  const [from, to] = [of(model.reference), of(model.request)];
  if (from === undefined || to === undefined || from === to) return undefined;
  newPage();
  return addBridge(sheet, from, to);
}

function head(
  own: ScenarioSheet,
  prefix: string,
  unit: Unit,
  emphasis?: RowHead["emphasis"],
): RowHead {
  return {
    id: `${prefix}.${own.scenario.id}`,
    label: verbatim(own.scenario.name),
    unit,
    ...(own.scenario.taxCase === undefined ? {} : { scenario: taxCaseText(own.scenario.taxCase) }),
    ...(emphasis === undefined ? {} : { emphasis }),
  };
}

function turningYears(
  sheet: CalculationSheet,
  scenarios: readonly ScenarioSheet[],
): readonly Row[] {
  sheet.space();
  sheet.heading({ de: "Jahr der Kostengleichheit (0: keines)", en: "Break-even year (0: none)" });
  return scenarios.map((own) =>
    sheet.constant(head(own, "turning-year", "year"), constant(own.sheet.find("turning-year"))),
  );
}

/** VAT is law, not a choice: scenarios are ranked within one tax case. */
function ranks(
  sheet: CalculationSheet,
  scenarios: readonly ScenarioSheet[],
  cases: readonly TaxCase[],
  result: readonly Row[],
): readonly Row[] {
  sheet.heading({
    de: "Rang nach Belastung Ergebnisplan innerhalb des Steuerfalls",
    en: "Rank by result plan expense within the tax case",
  });
  const cents = scenarios.map((own, index) =>
    sheet.constant(
      { ...head(own, "cents", "EUR"), label: centsLabel(own) },
      toCents(constant(pick(result, index))),
    ),
  );
  return cases.flatMap(({ first, last }) =>
    scenarios
      .slice(first, last + 1)
      .map((own, position) =>
        sheet.constant(
          head(own, "rank", "rank"),
          call(
            "RANK",
            constant(pick(cents, first + position)),
            down(pick(cents, first), pick(cents, last), CONSTANT_COLUMN),
            1,
          ),
        ),
      ),
  );
}

function centsLabel({ scenario }: ScenarioSheet): Text {
  return {
    de: `${scenario.name}: Summe, auf Cent gerundet`,
    en: `${scenario.name}: total, rounded to cents`,
  };
}
