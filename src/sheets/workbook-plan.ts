import { addBudgetRequest, type BudgetRequest, REQUEST } from "../analysis/budget-request";
import { addChecks, type Checks } from "../analysis/checks";
import { addComparison, type Comparison } from "../analysis/comparison";
import { addOverview, OVERVIEW, type Overview, type OverviewFacts } from "../analysis/overview";
import { quoteSheet } from "../address";
import { dateInWords } from "../law/calendar";
import { ASSIGNMENT, ORIGIN_COLUMN } from "../model/assignment";
import { ASSUMPTIONS } from "../model/assumptions";
import type { BuiltModel } from "../model/build";
import type { Calculation } from "../model/calculation";
import { evaluate, type Evaluation } from "../model/evaluate";
import { rowAddress } from "../model/formula";
import type { Row } from "../model/row";
import type { CalculationSheet } from "../model/sheet";
import type { PlanName, PlanSheet, WorkbookPlan } from "../workbook/plan";
import { comparisonCharts, overviewCharts, type ChartContext } from "./charts";
import { conditionalFormats } from "./conditional-formats";
import { placeSheets, type WorkbookPlacement } from "./placement";
import { printSetup } from "./print";
import { type CellContext, type LinkOf, sheetCells } from "./sheet-cells";
import {
  frameOf,
  HEADER_ROWS,
  requestFrame,
  scenarioFrame,
  scenarioSheetNames,
  type SheetFrame,
  YEAR_WIDTH,
} from "./sheet-frame";
import { type StoredFacts, storedPart } from "./stored-part";
import { rowValidations } from "./validations";

/** A model laid out as a workbook: the plan, and everything that was computed for it. */
export interface LaidOutModel {
  readonly built: BuiltModel;
  readonly comparison: Comparison;
  readonly request: BudgetRequest | undefined;
  readonly checks: Checks;
  readonly overview: Overview;
  /** All sheets, in the order of the workbook. */
  readonly calculation: Calculation;
  readonly evaluation: Evaluation;
  readonly placement: WorkbookPlacement;
  readonly plan: WorkbookPlan;
}

export interface LayoutOptions extends OverviewFacts, StoredFacts {}

/** Lays a built model out as sheets: overview, assumptions, lines, scenarios, tax risk, comparison, checks. */
export function layOut(built: BuiltModel, options: LayoutOptions): LaidOutModel {
  const { language, today } = options;
  const comparison = addComparison(built);
  const request = addBudgetRequest(built);
  const checks = addChecks(built, comparison, request);
  const overview = addOverview(built, { comparison, checks, request }, options);
  const [assumptions, ...rest] = built.sheets;
  const sheets = [
    overview.sheet,
    ...(assumptions === undefined ? [] : [assumptions]),
    ...rest,
    ...(request === undefined ? [] : [request.sheet]),
    comparison.sheet,
    checks.sheet,
  ];
  const calculation: Calculation = { years: built.years, sheets };
  const evaluation = evaluate(calculation, language);
  const placement = placeSheets(sheets, frames(built, sheets, request), built.years.length);
  const runDate = dateInWords(today)[language];
  const context: CellContext = {
    evaluation,
    placement,
    language,
    runDate,
    overviewName: placement.sheetName(OVERVIEW),
    master: { row: checks.master, column: 5 },
  };
  const charts: ChartContext = {
    comparison,
    overview,
    evaluation,
    placement,
    language,
    modelYears: built.model.years,
  };
  const planned = sheets.map((sheet) => planSheet(sheet, context, charts, built, comparison));
  return {
    built,
    comparison,
    request,
    checks,
    overview,
    calculation,
    evaluation,
    placement,
    plan: {
      sheets: planned,
      names: planned.map(markName),
      storedPart: storedPart(built.model.document, planned, options),
    },
  };
}

function frames(
  built: BuiltModel,
  sheets: readonly CalculationSheet[],
  request: BudgetRequest | undefined,
): ReadonlyMap<string, SheetFrame> {
  const names = scenarioSheetNames(built.scenarios.map(({ scenario }) => scenario.name));
  const scenarios = new Map(
    built.scenarios.map(({ sheet, scenario }, index) => [
      sheet.key,
      scenarioFrame(scenario.name, names[index] ?? ""),
    ]),
  );
  if (request !== undefined) {
    scenarios.set(REQUEST, requestFrame(request.scenario.scenario.name));
  }
  return new Map(sheets.map(({ key }) => [key, scenarios.get(key) ?? frameOf(key)]));
}

function planSheet(
  sheet: CalculationSheet,
  context: CellContext,
  charts: ChartContext,
  built: BuiltModel,
  comparison: Comparison,
): PlanSheet {
  const { placement, language, runDate } = context;
  const frame = placement.frame(sheet.key);
  const years = built.years.length;
  const cells = sheetCells(sheet, context, linksOf(sheet, built, comparison, placement));
  const widths = frame.hasAxis
    ? [...frame.widths, ...built.years.map(() => YEAR_WIDTH)]
    : frame.widths;
  return {
    key: sheet.key,
    name: frame.name,
    role: frame.role,
    cells,
    columnWidths: widths,
    rowHeights: new Map([[0, 24]]),
    freeze: { row: HEADER_ROWS, column: frame.hasAxis ? 2 : 0 },
    validations: sheet.rows.flatMap((row) => rowValidations(row, placement, language)),
    conditionalFormats: conditionalFormats(sheet, placement),
    charts:
      sheet.key === OVERVIEW
        ? overviewCharts(charts)
        : sheet === comparison.sheet
          ? comparisonCharts(charts)
          : [],
    print: printSetup(frame, {
      language,
      runDate,
      lastRow: placement.height(sheet.key) - 1,
      lastColumn: widths.length - 1,
      years,
      breaks:
        sheet === comparison.sheet
          ? comparison.pageStarts.map((entry) => placement.entryIndex(sheet.key, entry))
          : [],
    }),
    numbersAsText: textCodes(sheet, placement),
  };
}

/** Product and account numbers are text on purpose, also where they look like numbers. */
function textCodes(
  sheet: CalculationSheet,
  placement: WorkbookPlacement,
): PlanSheet["numbersAsText"] {
  if (sheet.key !== ASSIGNMENT) return [];
  const lines = sheet.rows.filter(({ id }) => /^line-\d+$/.test(id));
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const [firstRow, lastRow] = [placement.rowIndex(first), placement.rowIndex(last)];
  return [
    { firstRow, lastRow, column: 3 },
    { firstRow, lastRow, column: 4 },
  ];
}

/** Names mark our sheets, so that they are found again however they are renamed. */
function markName(sheet: PlanSheet): PlanName {
  return {
    name: `KR_${sheet.key.replaceAll(/[^A-Za-z0-9_]/g, "_")}`,
    reference: `${quoteSheet(sheet.name)}!$A$1`,
    comment: "Kooperationsrechner",
  };
}

/** Links between overview, scenarios and sources. */
function linksOf(
  sheet: CalculationSheet,
  built: BuiltModel,
  comparison: Comparison,
  placement: WorkbookPlacement,
): LinkOf {
  const start = (key: string): string => `${quoteSheet(placement.sheetName(key))}!A1`;
  if (sheet.key === OVERVIEW || sheet === comparison.sheet) {
    const scenarioOf = (row: Row): string | undefined =>
      built.scenarios.find(({ scenario }) => namesScenario(row, scenario.id))?.sheet.key;
    return (row, column) => {
      if (column !== 1) return undefined;
      if (row.id.startsWith("assumption.")) {
        const input = built.assumptions.sheet.rows.find(({ id }) => `assumption.${id}` === row.id);
        return input === undefined ? start(ASSUMPTIONS) : rowAddress(input, 1, placement);
      }
      if (row.id.startsWith("request.")) return start(REQUEST);
      const key = scenarioOf(row);
      return key === undefined ? undefined : start(key);
    };
  }
  if (sheet.key === ASSIGNMENT) {
    return (row, column) => {
      const origin = row.fixed.get(ORIGIN_COLUMN);
      return column === ORIGIN_COLUMN && origin?.kind === "text" ? origin.text.de : undefined;
    };
  }
  return () => undefined;
}

/** Rows about one scenario carry its id: alone, before `.tax`, or behind the name of their section. */
function namesScenario({ id }: Row, scenario: string): boolean {
  return (
    id === scenario ||
    id === `${scenario}.tax` ||
    (id.endsWith(`.${scenario}`) && !id.startsWith("blocks."))
  );
}
