import { newId } from "./state";
import type { HostChart, HostSeries, HostSheet, HostWorkbook } from "./state";
import { absoluteAddress, shownSheet } from "./ranges";
import { areaAddressed } from "./addressed-area";
import { recordedObject } from "./recorded-object";
import { HostError } from "./wire";
import type { HostObject } from "./wire";
import { CELL_HEIGHT, CELL_WIDTH, rangeBehind } from "./range-objects";

/** Longest name of a series (learn.microsoft.com, Excel.ChartSeries `name`). */
const LONGEST_NAME = 255;

export function chartCollection(workbook: HostWorkbook, sheet: HostSheet): HostObject {
  const find = (key: unknown) =>
    sheet.charts.find(({ id, name }) => id === key || name === String(key));
  return {
    type: "ChartCollection",
    read: { Count: () => sheet.charts.length },
    items: () => sheet.charts.map((chart) => chartObject(sheet, chart)),
    item: (key) => {
      const chart = find(key);
      if (chart === undefined) throw new HostError("ItemNotFound", `no chart ${String(key)}`);
      return chartObject(sheet, chart);
    },
    call: { GetCount: () => sheet.charts.length },
    give: {
      GetItem: (key) => {
        const chart = find(key);
        if (chart === undefined) throw new HostError("ItemNotFound", `no chart ${String(key)}`);
        return chartObject(sheet, chart);
      },
      Add: (type, source, seriesBy) =>
        chartObject(sheet, addChart(workbook, sheet, type, source, seriesBy)),
      GetItemOrNullObject: (key) => {
        const chart = find(key);
        return chart === undefined ? null : chartObject(sheet, chart);
      },
    },
  };
}

function addChart(
  workbook: HostWorkbook,
  sheet: HostSheet,
  type: unknown,
  source: unknown,
  seriesBy: unknown,
): HostChart {
  const { sheet: from, area } = rangeBehind(source);
  // What “Auto” makes of a range differs between hosts (office-js issues 1830, 2929).
  if (seriesBy !== "Rows" && seriesBy !== "Columns") {
    throw new HostError("InvalidArgument", "seriesBy is not told");
  }
  const count =
    seriesBy === "Rows" ? area.lastRow - area.firstRow + 1 : area.lastColumn - area.firstColumn + 1;
  const chart: HostChart = {
    id: newId(workbook),
    name: `Diagramm ${String(workbook.ids)}`,
    type: String(type),
    series: Array.from({ length: count }, (_item, index): HostSeries => {
      const row =
        seriesBy === "Rows"
          ? { firstRow: area.firstRow + index, lastRow: area.firstRow + index }
          : {};
      const column =
        seriesBy === "Columns"
          ? { firstColumn: area.firstColumn + index, lastColumn: area.firstColumn + index }
          : {};
      return {
        name: `Datenreihen${String(index + 1)}`,
        values: reference(from, { ...area, ...row, ...column }),
        look: new Map(),
      };
    }),
    look: new Map(),
  };
  sheet.charts.push(chart);
  return chart;
}

function reference(sheet: HostSheet, area: Parameters<typeof absoluteAddress>[0]): string {
  return `${shownSheet(sheet.name)}!${absoluteAddress(area)}`;
}

function chartObject(sheet: HostSheet, chart: HostChart): HostObject {
  const keep = recordedObject("Chart", chart.look, "");
  return {
    ...keep,
    identity: () => ({ Id: chart.id }),
    read: {
      ...keep.read,
      Name: () => chart.name,
      Id: () => chart.id,
      Left: () => (chart.from?.column ?? 0) * CELL_WIDTH,
      Top: () => (chart.from?.row ?? 0) * CELL_HEIGHT,
    },
    write: {
      ...keep.write,
      Name: (value) => void (chart.name = String(value)),
    },
    navigate: {
      ...keep.navigate,
      Series: () => seriesCollection(chart),
      Legend: () => legend(chart),
      Title: () => title(chart),
      Worksheet: () => null,
    },
    call: {
      Delete: () => void sheet.charts.splice(sheet.charts.indexOf(chart), 1),
      SetPosition: (start, end) => {
        const first = areaAddressed(start);
        const last = areaAddressed(end ?? start);
        chart.from = { row: first.firstRow, column: first.firstColumn };
        chart.to = { row: last.lastRow, column: last.lastColumn };
      },
    },
  };
}

/** A title linked to a cell shows its text; a text set afterwards would cut the link. */
function title(chart: HostChart): HostObject {
  const keep = recordedObject("ChartTitle", chart.look, "Title");
  return {
    ...keep,
    call: {
      SetFormula: (formula) => {
        const text = String(formula);
        if (!/^=(?:'(?:[^']|'')+'|[\w.]+)!\$?[A-Z]+\$?\d+$/.test(text)) {
          throw new HostError("InvalidArgument", `no reference to a cell: ${text}`);
        }
        chart.titleFormula = text;
      },
    },
    write: {
      ...keep.write,
      Text: (value) => {
        delete chart.titleFormula;
        chart.look.set("Title/Text", value);
      },
    },
  };
}

/** A legend has an entry for each series (learn.microsoft.com, Excel.ChartLegendEntryCollection). */
function legend(chart: HostChart): HostObject {
  const keep = recordedObject("ChartLegend", chart.look, "Legend");
  return {
    ...keep,
    navigate: {
      ...keep.navigate,
      LegendEntries: () => ({
        type: "ChartLegendEntryCollection",
        items: () => chart.series.map((_series, index) => entry(chart, index)),
        call: { GetCount: () => chart.series.length },
        give: { GetItemAt: (index) => entry(chart, Number(index)) },
      }),
    },
  };
}

function entry(chart: HostChart, index: number): HostObject {
  if (chart.series[index] === undefined) throw new HostError("InvalidArgument", "no such entry");
  return recordedObject("ChartLegendEntry", chart.look, `Legend/Entries/${String(index)}`);
}

function seriesCollection(chart: HostChart): HostObject {
  return {
    type: "ChartSeriesCollection",
    read: { Count: () => chart.series.length },
    items: () => chart.series.map((series) => seriesObject(chart, series)),
    call: { GetCount: () => chart.series.length },
    give: {
      Add: (name) => {
        const series: HostSeries = { name: seriesName(name), look: new Map() };
        chart.series.push(series);
        return seriesObject(chart, series);
      },
      GetItemAt: (index) => {
        const series = chart.series[Number(index)];
        if (series === undefined)
          throw new HostError("InvalidArgument", `no series ${String(index)}`);
        return seriesObject(chart, series);
      },
    },
  };
}

function seriesName(name: unknown): string {
  const text = String(name);
  if (text.length > LONGEST_NAME) throw new HostError("InvalidArgument", "series name too long");
  // Whether a reference here becomes a link is documented nowhere: the stand-in takes none.
  if (text.startsWith("=")) throw new HostError("InvalidArgument", `series name ${text}`);
  return text;
}

function seriesObject(chart: HostChart, series: HostSeries): HostObject {
  const keep = recordedObject("ChartSeries", series.look, "");
  return {
    ...keep,
    read: { ...keep.read, Name: () => series.name },
    write: {
      ...keep.write,
      Name: (value) => void (series.name = seriesName(value)),
      ChartType: (value) => void (series.chartType = String(value)),
    },
    call: {
      Delete: () => void chart.series.splice(chart.series.indexOf(series), 1),
      SetValues: (source) => {
        const { sheet, area } = rangeBehind(source);
        series.values = reference(sheet, area);
      },
      SetXAxisValues: (source) => {
        const { sheet, area } = rangeBehind(source);
        series.categories = reference(sheet, area);
      },
    },
  };
}
