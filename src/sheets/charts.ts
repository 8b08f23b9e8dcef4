import { cellAddress, columnLetters, quoteSheet } from "../address";
import { type Bridge, BRIDGE_COLUMNS, NAME_COLUMN } from "../analysis/bridge";
import { CHART_ROWS, type Comparison } from "../analysis/comparison";
import { OVERVIEW, OVERVIEW_CHART_ROWS, type Overview } from "../analysis/overview";
import type { Language, Text } from "../language";
import type { Evaluation } from "../model/evaluate";
import { FIRST_YEAR_COLUMN } from "../model/expression";
import type { Row } from "../model/row";
import type { PlanChart, PlanRange, PlanSeries } from "../workbook/plan";
import { kindColour } from "./kind-colours";
import type { WorkbookPlacement } from "./placement";
import { AXIS_ROW } from "./sheet-frame";

const EUROS = '#,##0\\ "€"';
const VALUE_TITLE: Text = { de: "Euro", en: "euros" };
const YEAR_TITLE: Text = { de: "Jahr", en: "year" };
const STEP_TITLE: Text = { de: "Schritt", en: "step" };

const PATTERNS = ["solid", "wide", "narrow", "dots"] as const;

export interface ChartContext {
  readonly comparison: Comparison;
  readonly overview: Overview;
  readonly evaluation: Evaluation;
  readonly placement: WorkbookPlacement;
  readonly language: Language;
  readonly modelYears: { readonly first: number; readonly last: number };
}

/** Charts of the comparison: clustered columns, cumulative lines, stacked columns for each scenario. */
export function comparisonCharts(context: ChartContext): readonly PlanChart[] {
  const { comparison } = context;
  const { sheet, chartSpaces } = comparison;
  const place = (name: string) =>
    spaceOf(context, sheet.key, chartSpaces.get(name) ?? 0, 0, 12, CHART_ROWS);
  return [
    {
      ...frame(
        context,
        "kr-result",
        "clusteredColumns",
        place("result"),
        titleAbove(context, comparison.result),
      ),
      series: comparison.result.map((row, index) => series(context, row, index)),
      fromZero: notNegative(context, comparison.result),
      alternativeText: alternative(context, {
        de: "Gruppierte Säulen: Belastung des Ergebnisplans je Szenario und Jahr. Die Zahlen stehen in der Tabelle darüber.",
        en: "Clustered columns: result plan expense by scenario and year. The figures stand in the table above.",
      }),
    },
    {
      ...frame(
        context,
        "kr-cumulative",
        "lines",
        place("cumulative"),
        titleAbove(context, comparison.cumulative),
      ),
      fromZero: notNegative(context, comparison.cumulative),
      series: [
        ...comparison.cumulative.map((row, index) => series(context, row, index)),
        {
          ...series(context, comparison.turningMark, comparison.cumulative.length),
          asColumns: true,
        },
      ],
      alternativeText: alternative(context, {
        de: "Linien: kumulierte Belastung des Ergebnisplans je Szenario; eine schmale Säule steht im Jahr der Kostengleichheit. Die Zahlen stehen in der Tabelle darüber.",
        en: "Lines: cumulative result plan expense by scenario; a thin column stands in the break-even year. The figures stand in the table above.",
      }),
    },
    ...comparison.blocks
      .filter(({ rows }) => rows.length > 0)
      .map((table) => ({
        ...frame(
          context,
          `kr-blocks-${table.scenario.scenario.id}`,
          "stackedColumns",
          place(`blocks.${table.scenario.scenario.id}`),
          titleAbove(
            context,
            table.rows.map(({ row }) => row),
          ),
        ),
        fromZero: notNegative(
          context,
          table.rows.map(({ row }) => row),
        ),
        series: table.rows.map(({ id, row }) => series(context, row, kindColour(id))),
        alternativeText: alternative(context, {
          de: `Gestapelte Säulen: Belastung des Ergebnisplans nach Kostenarten und Jahren im Szenario ${table.scenario.scenario.name}. Die Zahlen stehen in der Tabelle darüber.`,
          en: `Stacked columns: result plan expense by kind of cost and year in the scenario ${table.scenario.scenario.name}. The figures stand in the table above.`,
        }),
      })),
    ...(comparison.bridge === undefined
      ? []
      : [bridgeChart(context, comparison.bridge, place("bridge"))]),
  ];
}

/** Columns that lead from one total to another; the base below them has no fill. */
function bridgeChart(context: ChartContext, bridge: Bridge, place: Corners): PlanChart {
  const { placement, evaluation, comparison } = context;
  const [first] = bridge.bars;
  if (first === undefined) throw new Error("a bridge without steps");
  const sheet = quoteSheet(placement.sheetName(comparison.sheet.key));
  const range = (rows: readonly Row[], column: number): PlanRange => {
    const indices = rows.map((row) => placement.rowIndex(row));
    const [top, bottom] = [Math.min(...indices), Math.max(...indices)];
    return {
      reference: `${sheet}!${absolute(top, column)}:${absolute(bottom, column)}`,
      values: rows.map((row) => evaluation.value(row, column)),
    };
  };
  const bars = (column: number, colour: number, pattern?: "none"): PlanSeries => ({
    name: {
      reference: `${sheet}!${absolute(placement.rowIndex(first) - 1, column)}`,
      values: [headingAbove(context, first).columns?.get(column)?.[context.language] ?? ""],
    },
    categories: range(bridge.steps, NAME_COLUMN),
    values: range(bridge.bars, column),
    colour,
    ...(pattern === undefined ? {} : { pattern }),
  });
  const { base, above, below } = BRIDGE_COLUMNS;
  const series = [bars(base, 0, "none"), bars(above, 0), bars(below, 1)];
  return {
    ...frame(context, "kr-bridge", "stackedColumns", place, titleAbove(context, bridge.steps)),
    categoryTitle: STEP_TITLE[context.language],
    series,
    fromZero: series.every(({ values }) =>
      values.values.every((value) => typeof value !== "number" || value >= 0),
    ),
    alternativeText: alternative(context, {
      de: `Brücke: von der Summe ${bridge.from} über die Kostenarten zur Summe ${bridge.to}. Die Zahlen stehen in der Tabelle darüber.`,
      en: `Bridge: from the total of ${bridge.from} by kinds of cost to the total of ${bridge.to}. The figures stand in the table above.`,
    }),
  };
}

/** The two charts of the overview: expense by year, cumulative difference. */
export function overviewCharts(context: ChartContext): readonly PlanChart[] {
  const { comparison, overview } = context;
  const left = spaceOf(context, OVERVIEW, overview.chartSpace, 0, 3, OVERVIEW_CHART_ROWS);
  const right = spaceOf(context, OVERVIEW, overview.chartSpace, 4, 10, OVERVIEW_CHART_ROWS);
  return [
    {
      ...frame(
        context,
        "kr-overview-result",
        "clusteredColumns",
        left,
        titleAbove(context, comparison.result),
      ),
      series: comparison.result.map((row, index) => series(context, row, index)),
      fromZero: notNegative(context, comparison.result),
      alternativeText: alternative(context, {
        de: "Gruppierte Säulen: Belastung des Ergebnisplans je Szenario und Jahr. Die Zahlen stehen auf KR Vergleich.",
        en: "Clustered columns: result plan expense by scenario and year. The figures stand on KR Vergleich.",
      }),
    },
    {
      ...frame(
        context,
        "kr-overview-difference",
        "lines",
        right,
        titleAbove(context, comparison.cumulativeDifference),
      ),
      fromZero: false,
      series: comparison.cumulativeDifference.map((row, index) => series(context, row, index)),
      alternativeText: alternative(context, {
        de: "Linien: kumulierter Mehr- oder Minderaufwand je Szenario gegenüber der Referenz. Die Zahlen stehen auf KR Vergleich.",
        en: "Lines: cumulative difference from the reference by scenario. The figures stand on KR Vergleich.",
      }),
    },
  ];
}

type Corners = Pick<PlanChart, "from" | "to">;

function spaceOf(
  { placement }: ChartContext,
  sheet: string,
  entry: number,
  firstColumn: number,
  lastColumn: number,
  rows: number,
): Corners {
  const top = placement.entryIndex(sheet, entry);
  return {
    from: { row: top, column: firstColumn },
    to: { row: top + rows - 1, column: lastColumn },
  };
}

function frame(
  { language }: ChartContext,
  name: string,
  type: PlanChart["type"],
  corners: Corners,
  title: PlanRange,
): Omit<PlanChart, "series" | "alternativeText" | "fromZero"> {
  return {
    name,
    type,
    title,
    categoryTitle: YEAR_TITLE[language],
    valueTitle: VALUE_TITLE[language],
    valueFormat: EUROS,
    legend: true,
    ...corners,
  };
}

function headingAbove({ placement, comparison }: ChartContext, first: Row) {
  const { sheet } = comparison;
  const row = placement.rowIndex(first) - 1;
  const heading = sheet.entries.find(
    (entry, index) => entry.kind === "heading" && placement.entryIndex(sheet.key, index) === row,
  );
  if (heading?.kind !== "heading") throw new Error(`no heading above ${first.id}`);
  return heading;
}

/** The heading above a group of rows is the title of their chart. */
function titleAbove(context: ChartContext, rows: readonly Row[]): PlanRange {
  const { placement, comparison, language } = context;
  const [first] = rows;
  if (first === undefined) throw new Error("a chart without series");
  const row = placement.rowIndex(first) - 1;
  const { sheet } = comparison;
  const heading = headingAbove(context, first);
  return {
    reference: `${quoteSheet(placement.sheetName(sheet.key))}!${absolute(row, 1)}`,
    values: [heading.text[language]],
  };
}

function series(context: ChartContext, row: Row, place: number): PlanSeries {
  const { evaluation, placement, language } = context;
  const { first, last } = modelColumns(context);
  const columns = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const sheet = quoteSheet(placement.sheetName(row.sheet));
  const index = placement.rowIndex(row);
  const range = (at: number): string => `${sheet}!${absolute(at, first)}:${absolute(at, last)}`;
  return {
    name: { reference: `${sheet}!${absolute(index, 1)}`, values: [row.label[language]] },
    categories: {
      reference: range(AXIS_ROW),
      values: columns.map(
        (column) => evaluation.calculation.years[column - FIRST_YEAR_COLUMN] ?? null,
      ),
    },
    values: {
      reference: range(index),
      values: columns.map((column) => evaluation.value(row, column)),
    },
    colour: Math.max(0, place),
    pattern: PATTERNS[Math.floor(place / 4) % PATTERNS.length] ?? "solid",
  };
}

function notNegative(context: ChartContext, rows: readonly Row[]): boolean {
  const { first, last } = modelColumns(context);
  return rows.every((row) => {
    for (let column = first; column <= last; column += 1) {
      const value = context.evaluation.value(row, column);
      if (typeof value === "number" && value < 0) return false;
    }
    return true;
  });
}

/** Charts show the model years; years that only the budget has hold no costs. */
function modelColumns({ evaluation, modelYears }: ChartContext): {
  readonly first: number;
  readonly last: number;
} {
  const { years } = evaluation.calculation;
  return {
    first: FIRST_YEAR_COLUMN + years.indexOf(modelYears.first),
    last: FIRST_YEAR_COLUMN + years.indexOf(modelYears.last),
  };
}

function absolute(row: number, column: number): string {
  return `$${columnLetters(column)}$${cellAddress(row, column).replace(/^[A-Z]+/, "")}`;
}

function alternative({ language }: ChartContext, text: Text): string {
  return text[language];
}
