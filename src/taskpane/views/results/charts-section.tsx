import { makeStyles } from "@fluentui/react-components";
import type { Computation, PlanView, YearFigures } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useEngine } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { ChartFigure } from "./chart-figure";
import { CHARTS } from "./chart-words";
import { FigureTable } from "./figure-table";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  figures: { margin: "0 0 12px", "& summary": { minHeight: "24px", cursor: "pointer" } },
});

interface ChartsSectionProps {
  readonly computation: Computation;
  readonly view: PlanView;
}

/** The scenarios side by side by year, and how their difference to the reference adds up. */
export function ChartsSection({ computation, view }: ChartsSectionProps) {
  const say = useSpoken();
  const { euros, difference } = useFigures();
  const engine = useEngine();
  if (engine === undefined) return undefined;
  const years = engine.modelYears(computation);
  const chart = (
    type: "clustered" | "lines",
    series: readonly YearFigures[],
    write: (amount: number) => string,
  ) => {
    const title = say(CHARTS[type][view]);
    return (
      <>
        <ChartFigure
          type={type}
          title={title}
          alternative={say(CHARTS[type].alternative)}
          years={years}
          series={series}
        />
        <ChartFigures title={title} years={years} series={series} write={write} />
      </>
    );
  };
  return (
    <section aria-labelledby="results-charts">
      <h2 id="results-charts">{say(RESULTS.charts)}</h2>
      {chart("clustered", engine.scenarioRows(computation, view, "total"), euros)}
      {chart("lines", engine.scenarioRows(computation, view, "cumulativeDifference"), difference)}
    </section>
  );
}

interface ChartFiguresProps {
  readonly title: string;
  readonly years: readonly number[];
  readonly series: readonly YearFigures[];
  readonly write: (amount: number) => string;
}

/** The figures of a chart as a table, behind a click. */
function ChartFigures({ title, years, series, write }: ChartFiguresProps) {
  const styles = useStyles();
  const say = useSpoken();
  return (
    <details className={styles.figures}>
      <summary>{say(CHARTS.figures)}</summary>
      <FigureTable
        label={title}
        first={say(RESULTS.scenario)}
        years={years}
        rows={series.map((figures) => ({ figures, write }))}
      />
    </details>
  );
}
