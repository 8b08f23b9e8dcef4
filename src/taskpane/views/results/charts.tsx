import {
  GroupedVerticalBarChart,
  LineChart,
  VerticalStackedBarChart,
} from "@fluentui/react-charts";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { YearFigures } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useSpoken } from "../../frame/spoken";
import { useIsDark } from "../../frame/theme";
import { chartColours, colourAt, dashAt } from "./chart-palette";
import { CHARTS } from "./chart-words";

export type ChartType = "clustered" | "lines" | "stacked";

export interface ChartProps {
  readonly type: ChartType;
  /** Said of the drawing by screen readers. */
  readonly title: string;
  readonly years: readonly number[];
  readonly series: readonly YearFigures[];
  /** CSS pixels. */
  readonly width: number;
}

/** CSS pixels. */
export const CHART_HEIGHT = 260;

/** Room for axis titles and amounts in thousands. */
const MARGINS = { left: 66, right: 12, top: 12, bottom: 48 } as const;

const useStyles = makeStyles({
  // Neighbours in a stack are told apart by a gap, also where colours are the same to the reader.
  stacked: { "& rect": { stroke: tokens.colorNeutralBackground1, strokeWidth: "1px" } },
});

/** A chart of figures by year, drawn by the library; its legend and figures stand below in plain HTML. */
export function Chart({ type, title, years, series, width }: ChartProps) {
  const styles = useStyles();
  const say = useSpoken();
  const { euros, number } = useFigures();
  const colours = chartColours(useIsDark());
  const frame = {
    width,
    height: CHART_HEIGHT,
    margins: MARGINS,
    hideLegend: true,
    roundedTicks: true,
    yAxisTickCount: 4,
    yAxisTickFormat: (value: number) => number(value / 1000),
    xAxisTitle: say(CHARTS.year),
    yAxisTitle: say(CHARTS.thousands),
    // The library describes its drawing in English.
    svgProps: { "aria-label": title },
  };
  const at = ({ years: figures }: YearFigures, index: number): number => figures[index]?.value ?? 0;
  if (type === "lines") {
    return (
      <LineChart
        {...frame}
        data={{
          chartTitle: title,
          lineChartData: series.map((one) => ({
            legend: say(one.label),
            color: colourAt(colours, one.colour),
            lineOptions: { strokeWidth: 2, ...dashOf(one) },
            data: years.map((year, index) => ({
              x: year,
              y: at(one, index),
              yAxisCalloutData: euros(at(one, index)),
            })),
          })),
        }}
        tickValues={yearTicks(years, width)}
        tickFormat="d"
        yMinValue={Math.min(0, ...series.flatMap((one) => years.map((_, index) => at(one, index))))}
      />
    );
  }
  if (type === "clustered") {
    return (
      <GroupedVerticalBarChart
        {...frame}
        chartTitle={title}
        hideLabels
        data={years.map((year, index) => ({
          name: String(year),
          series: series.map((one) => ({
            key: one.id,
            legend: say(one.label),
            data: at(one, index),
            color: colourAt(colours, one.colour),
            xAxisCalloutData: String(year),
            yAxisCalloutData: euros(at(one, index)),
          })),
        }))}
      />
    );
  }
  return (
    <div className={styles.stacked}>
      <VerticalStackedBarChart
        {...frame}
        chartTitle={title}
        hideLabels
        yMinValue={Math.min(0, ...years.map((_, index) => stackEnd(series, index, -1)))}
        yMaxValue={Math.max(0, ...years.map((_, index) => stackEnd(series, index, 1)))}
        data={years.map((year, index) => ({
          xAxisPoint: String(year),
          chartData: series.map((one) => ({
            legend: say(one.label),
            data: at(one, index),
            color: colourAt(colours, one.colour),
            xAxisCalloutData: String(year),
            yAxisCalloutData: euros(at(one, index)),
          })),
        }))}
      />
    </div>
  );
}

/** Where the stack of a year ends above or below zero; below stands what is saved. */
function stackEnd(series: readonly YearFigures[], index: number, sign: 1 | -1): number {
  const side = series.map(({ years }) => sign * Math.max(0, sign * (years[index]?.value ?? 0)));
  return side.reduce((sum, value) => sum + value, 0);
}

function dashOf({ colour }: YearFigures): { readonly strokeDasharray?: string } {
  const dash = dashAt(colour);
  return dash === undefined ? {} : { strokeDasharray: dash };
}

/** CSS pixels that the number of a year takes with some air. */
const YEAR_WIDTH = 44;

/** As many years as fit. */
function yearTicks(years: readonly number[], width: number): number[] {
  const fitting = Math.max(1, Math.floor((width - MARGINS.left - MARGINS.right) / YEAR_WIDTH));
  const step = Math.ceil(years.length / fitting);
  return years.filter((_, index) => index % step === 0);
}
