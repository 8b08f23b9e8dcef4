import type { PlanChart } from "../plan";
import { CHART_COLOURS } from "../styles";
import { columnSeries, lineSeries, radarSeries } from "./chart-series";
import type { PlacedSeries } from "./chart-series";
import { axisTitle, letters, linkedTitle, solidFill } from "./chart-text";
import { RELATIONSHIPS } from "./relationships";
import { escapeXml } from "./xml-text";

/** The axes of a chart know each other by number. */
const CATEGORY_AXIS = 500001;
const VALUE_AXIS = 500002;
const AXES = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
const HAIRLINE = 9525;

/** A chart of the plan as a chart part: native, editable, with the figures it shows. */
export function chartXml(chart: PlanChart): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${RELATIONSHIPS}">` +
    `<c:date1904 val="0"/><c:roundedCorners val="0"/>` +
    `<c:chart>${linkedTitle(chart.title)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plots(chart)}${axes(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>` +
    `${legend(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${solidFill("FFFFFF")}<a:ln w="${HAIRLINE}">${solidFill(CHART_COLOURS.grid)}</a:ln></c:spPr>` +
    `${letters(10, false)}<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings>` +
    `</c:chartSpace>`
  );
}

function plots(chart: PlanChart): string {
  const placed = chart.series.map((series, place) => ({ series, place }));
  switch (chart.type) {
    case "stackedColumns":
      return columns(chart, placed, {
        direction: "col",
        grouping: "stacked",
        gap: 60,
        overlap: 100,
      });
    case "clusteredColumns":
      return columns(chart, placed, {
        direction: "col",
        grouping: "clustered",
        gap: 80,
        overlap: 0,
      });
    case "bars":
      // Both ends of a tornado bar start at the same line, so they lie over each other.
      return columns(chart, placed, {
        direction: "bar",
        grouping: "clustered",
        gap: 40,
        overlap: 100,
      });
    case "lines":
      return lines(chart, placed);
    case "radar":
      return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${placed.map((series) => radarSeries(series, chart)).join("")}${AXES}</c:radarChart>`;
  }
}

interface ColumnPlot {
  readonly direction: "col" | "bar";
  readonly grouping: "stacked" | "clustered";
  /** Gap between groups in per cent of a column's width. */
  readonly gap: number;
  readonly overlap: number;
}

function columns(chart: PlanChart, series: readonly PlacedSeries[], plot: ColumnPlot): string {
  return (
    `<c:barChart><c:barDir val="${plot.direction}"/><c:grouping val="${plot.grouping}"/><c:varyColors val="0"/>` +
    series.map((placed) => columnSeries(placed, chart)).join("") +
    `<c:gapWidth val="${plot.gap}"/><c:overlap val="${plot.overlap}"/>${AXES}</c:barChart>`
  );
}

/** Lines, and thin columns behind them for the turning point, on the same axes. */
function lines(chart: PlanChart, placed: readonly PlacedSeries[]): string {
  const thin = placed.filter(({ series }) => series.asColumns === true);
  const drawn = placed.filter(({ series }) => series.asColumns !== true);
  const behind =
    thin.length === 0
      ? ""
      : columns(chart, thin, { direction: "col", grouping: "clustered", gap: 500, overlap: 100 });
  return (
    `${behind}<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>` +
    `${drawn.map((series) => lineSeries(series, chart)).join("")}<c:marker val="1"/>${AXES}</c:lineChart>`
  );
}

function axes(chart: PlanChart): string {
  const isBar = chart.type === "bars";
  const isRadar = chart.type === "radar";
  const line = `<c:spPr><a:ln w="${HAIRLINE}">${solidFill(CHART_COLOURS.axis)}</a:ln></c:spPr>`;
  const grid = `<c:majorGridlines><c:spPr><a:ln w="${HAIRLINE}">${solidFill(CHART_COLOURS.grid)}</a:ln></c:spPr></c:majorGridlines>`;
  const categoryTitle =
    chart.categoryTitle === undefined || isRadar ? "" : axisTitle(chart.categoryTitle, isBar);
  const valueTitle =
    chart.valueTitle === undefined || isRadar ? "" : axisTitle(chart.valueTitle, !isBar);
  // The first bar of a tornado stands on top; its value axis then has to be sent to the bottom.
  const order = isBar ? "maxMin" : "minMax";
  const categoryPosition = isBar ? "l" : "b";
  const valuePosition = isBar ? "b" : "l";
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${categoryPosition}"/>${isRadar ? grid : ""}${categoryTitle}<c:numFmt formatCode="General" sourceLinked="0"/>` +
    // “low”: labels stay at the edge when values are negative.
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}` +
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${chart.fromZero ? `<c:min val="0"/>` : ""}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${valuePosition}"/>${grid}${valueTitle}<c:numFmt formatCode="${escapeXml(chart.valueFormat)}" sourceLinked="0"/>` +
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line}` +
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${isBar ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function legend(chart: PlanChart): string {
  if (!chart.legend) return "";
  // An invisible series has nothing to explain.
  const hidden = chart.series.map(({ pattern }, place) =>
    pattern === "none"
      ? `<c:legendEntry><c:idx val="${place}"/><c:delete val="1"/></c:legendEntry>`
      : "",
  );
  return `<c:legend><c:legendPos val="b"/>${hidden.join("")}<c:overlay val="0"/></c:legend>`;
}
