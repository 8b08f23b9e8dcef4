import { cellAddress } from "../../address";
import type { PlanChart, PlanRange, PlanSeries, PlanSheet } from "../plan";
import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";
import { takeApart } from "./references";

/** Adds the charts of a sheet with their data, titles and place; how they look comes in pieces of its own. */
export function chartPieces(sheet: PlanSheet): readonly Piece[] {
  return sheet.charts.map((chart) => ({
    bytes: bytesOf(20 + chart.series.length * 14, [chart.title, chart.series.length]),
    write: ({ workbook }) => addChart(workbook, sheet, chart),
  }));
}

function addChart(workbook: Excel.Workbook, sheet: PlanSheet, plan: PlanChart): void {
  const [first, ...others] = plan.series;
  if (first === undefined) return;
  const worksheet = workbook.worksheets.getItem(sheet.name);
  // From one row of figures Excel makes exactly one series; it becomes the first of ours. What “Auto”
  // makes of a range differs between the hosts (office-js issues 1830, 2929).
  const figures = rangeOf(workbook, first.values);
  const chart = worksheet.charts.add(chartType(plan), figures, seriesBy(first.values));
  chart.name = plan.name;
  chart.setPosition(
    cellAddress(plan.from.row, plan.from.column),
    cellAddress(plan.to.row, plan.to.column),
  );
  fillSeries(workbook, chart.series.getItemAt(0), first);
  for (const series of others) {
    fillSeries(workbook, chart.series.add(shownName(series)), series);
  }
  chart.title.setFormula(`=${plan.title.reference}`);
  chart.legend.visible = plan.legend;
  if (plan.legend) chart.legend.position = Excel.ChartLegendPosition.bottom;
  if (plan.type === "radar") return;
  if (plan.categoryTitle !== undefined) {
    chart.axes.categoryAxis.title.text = plan.categoryTitle;
  }
  if (plan.valueTitle !== undefined) chart.axes.valueAxis.title.text = plan.valueTitle;
}

function fillSeries(workbook: Excel.Workbook, series: Excel.ChartSeries, plan: PlanSeries): void {
  // Whether a reference is taken as a link here is documented nowhere; the text is certain.
  series.name = shownName(plan);
  series.setValues(rangeOf(workbook, plan.values));
  series.setXAxisValues(rangeOf(workbook, plan.categories));
}

/** Longest name of a series. */
const LONGEST_NAME = 255;

/** The user's text is text: with a blank before it, Excel does not take `=x` for a formula. */
function shownName({ name }: PlanSeries): string {
  const text = String(name.values[0] ?? "");
  return `${text.startsWith("=") ? " " : ""}${text}`.slice(0, LONGEST_NAME);
}

/** @throws Error for a reference that is none, a fault of the plan */
function rangeOf(workbook: Excel.Workbook, { reference }: PlanRange): Excel.Range {
  const found = takeApart(reference);
  if (found === undefined) throw new Error(`not a reference: ${reference}`);
  return workbook.worksheets.getItem(found.sheet).getRange(found.address).untrack();
}

function seriesBy({ reference }: PlanRange): Excel.ChartSeriesBy {
  const [first = "", last = first] = (takeApart(reference)?.address ?? "").split(":");
  const row = (cell: string): string => cell.replace(/^[A-Z]+/, "");
  return row(first) === row(last) ? Excel.ChartSeriesBy.rows : Excel.ChartSeriesBy.columns;
}

function chartType({ type }: PlanChart): Excel.ChartType {
  switch (type) {
    case "stackedColumns":
      return Excel.ChartType.columnStacked;
    case "clusteredColumns":
      return Excel.ChartType.columnClustered;
    case "lines":
      return Excel.ChartType.lineMarkers;
    case "bars":
      return Excel.ChartType.barClustered;
    case "radar":
      return Excel.ChartType.radarMarkers;
  }
}
