import type { PlanChart, PlanSeries, PlanSheet } from "../plan";
import { CHART_COLOURS, FONT_NAME, seriesColour } from "../styles";
import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";

/** How charts look. Some hosts refuse one or another of these calls (office-js issues 1538, 1688, 1729). */
export function chartLookPieces(sheet: PlanSheet): readonly Piece[] {
  return sheet.charts.flatMap((plan) => [
    piece(sheet, plan, 30, (chart) => {
      dressTitles(chart, plan);
      dressAxes(chart, plan);
    }),
    piece(sheet, plan, 4, (chart) => {
      // Other than a file says it: rows or columns that a user hides stay out of the chart.
      chart.plotVisibleOnly = true;
      chart.displayBlanksAs = Excel.ChartDisplayBlanksAs.notPlotted;
    }),
    piece(sheet, plan, plan.series.length * 16, (chart) => {
      for (const [place, series] of plan.series.entries()) {
        dressSeries(chart.series.getItemAt(place), series, plan, place);
      }
    }),
    ...hiddenEntries(sheet, plan),
  ]);
}

function piece(
  sheet: PlanSheet,
  plan: PlanChart,
  calls: number,
  dress: (chart: Excel.Chart) => void,
): Piece {
  return {
    bytes: bytesOf(calls + 3),
    write: ({ workbook }) =>
      dress(workbook.worksheets.getItem(sheet.name).charts.getItem(plan.name)),
  };
}

const TITLE_SIZE = 13;
const LETTER_SIZE = 10;
const HAIRLINE = 0.75;

function dressTitles(chart: Excel.Chart, plan: PlanChart): void {
  write(chart.title.format.font, TITLE_SIZE, true);
  if (plan.legend) write(chart.legend.format.font, LETTER_SIZE, false);
  chart.format.fill.setSolidColor("#FFFFFF");
  chart.format.border.color = `#${CHART_COLOURS.grid}`;
}

function write(font: Excel.ChartFont, size: number, bold: boolean): void {
  font.name = FONT_NAME;
  font.size = size;
  font.bold = bold;
  font.color = `#${CHART_COLOURS.text}`;
}

function dressAxes(chart: Excel.Chart, plan: PlanChart): void {
  const { categoryAxis, valueAxis } = chart.axes;
  valueAxis.linkNumberFormat = false;
  valueAxis.numberFormat = plan.valueFormat;
  if (plan.fromZero) valueAxis.minimum = 0;
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = `#${CHART_COLOURS.grid}`;
  if (plan.type === "radar") return;
  // “Low”: labels stay at the edge when values are negative.
  categoryAxis.tickLabelPosition = Excel.ChartAxisTickLabelPosition.low;
  categoryAxis.majorTickMark = Excel.ChartAxisTickMark.none;
  categoryAxis.format.line.color = `#${CHART_COLOURS.axis}`;
  valueAxis.format.line.color = `#${CHART_COLOURS.axis}`;
  for (const axis of [categoryAxis, valueAxis]) write(axis.format.font, LETTER_SIZE, false);
  // The first bar of a tornado stands on top; its value axis then has to be sent to the bottom: an axis
  // says where the other one crosses it.
  if (plan.type === "bars") {
    categoryAxis.reversePlotOrder = true;
    categoryAxis.position = Excel.ChartAxisPosition.maximum;
  }
}

/** Gap between groups and overlap within them, in per cent of a column's width. */
const COLUMNS = {
  stackedColumns: { gap: 60, overlap: 100 },
  clusteredColumns: { gap: 80, overlap: 0 },
  bars: { gap: 40, overlap: 100 },
} as const;
const THIN_COLUMNS = { gap: 500, overlap: 100 } as const;
const LINE_WEIGHT = 2.25;
const MARKER_SIZE = 7;

function dressSeries(
  series: Excel.ChartSeries,
  plan: PlanSeries,
  { type }: PlanChart,
  place: number,
): void {
  const asColumns = plan.asColumns === true;
  if (asColumns) series.chartType = Excel.ChartType.columnClustered;
  if (asColumns || (type !== "lines" && type !== "radar")) {
    const width = asColumns
      ? THIN_COLUMNS
      : COLUMNS[type === "lines" || type === "radar" ? "bars" : type];
    dressColumns(series, plan, width);
  } else dressLine(series, plan, place);
}

function dressColumns(
  series: Excel.ChartSeries,
  { colour, pattern }: PlanSeries,
  { gap, overlap }: { readonly gap: number; readonly overlap: number },
): void {
  series.gapWidth = gap;
  series.overlap = overlap;
  if (pattern === "none") {
    // The invisible part of a bridge lifts the visible one to its place.
    series.format.fill.clear();
    series.format.line.clear();
    return;
  }
  series.format.fill.setSolidColor(`#${seriesColour(colour)}`);
  series.format.line.color = `#${seriesColour(colour)}`;
  series.format.line.weight = HAIRLINE;
}

function dressLine(
  series: Excel.ChartSeries,
  { colour, pattern = "solid" }: PlanSeries,
  place: number,
): void {
  if (pattern === "none") {
    series.format.line.clear();
    series.markerStyle = Excel.ChartMarkerStyle.none;
    return;
  }
  const rgb = `#${seriesColour(colour)}`;
  const { continuous, dash, dot, dashDot, roundDot } = Excel.ChartLineStyle;
  series.smooth = false;
  series.format.line.color = rgb;
  series.format.line.weight = LINE_WEIGHT;
  series.format.line.lineStyle = {
    solid: continuous,
    dash,
    dots: dot,
    wide: dashDot,
    narrow: roundDot,
  }[pattern];
  series.markerStyle = markerOf(place);
  series.markerSize = MARKER_SIZE;
  series.markerBackgroundColor = rgb;
  series.markerForegroundColor = rgb;
}

function markerOf(place: number): Excel.ChartMarkerStyle {
  const { circle, square, triangle, diamond, x, plus } = Excel.ChartMarkerStyle;
  return [circle, square, triangle, diamond, x, plus][place % 6] ?? circle;
}

/** An invisible series has nothing to explain. */
function hiddenEntries(sheet: PlanSheet, plan: PlanChart): readonly Piece[] {
  const hidden = [...plan.series.entries()].filter(([, { pattern }]) => pattern === "none");
  if (!plan.legend || hidden.length === 0) return [];
  return [
    piece(sheet, plan, hidden.length * 4, (chart) => {
      for (const [place] of hidden) chart.legend.legendEntries.getItemAt(place).visible = false;
    }),
  ];
}
