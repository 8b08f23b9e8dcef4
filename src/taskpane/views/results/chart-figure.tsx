import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import type { YearFigures } from "../../engine";
import { useSpoken } from "../../frame/spoken";
import { useIsDark } from "../../frame/theme";
import { chartColours, colourAt, dashAt } from "./chart-palette";
import { CHARTS } from "./chart-words";
import type { ChartType } from "./charts";

/** The library comes when the first chart scrolls into view. */
const Chart = lazy(async () => ({ default: (await import("./charts")).Chart }));

/** CSS pixels; as high as the chart, so that nothing jumps when it comes. */
const HEIGHT = "260px";

const useStyles = makeStyles({
  figure: { margin: "8px 0 12px", minWidth: 0 },
  title: { margin: "0 0 4px" },
  room: {
    minHeight: HEIGHT,
    overflow: "hidden",
    // The library capitalises and shrinks what stands on its axes.
    "& text": { fill: tokens.colorNeutralForeground1, textTransform: "none" },
  },
  alternative: {
    margin: "2px 0",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: "2px 12px",
    margin: "4px 0",
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: "flex", alignItems: "center", gap: "4px", minWidth: 0 },
  mark: { flex: "none", forcedColorAdjust: "none" },
});

export interface ChartFigureProps {
  readonly type: ChartType;
  readonly title: string;
  /** What the chart shows, for those who cannot see it, and where its figures stand. */
  readonly alternative: string;
  readonly years: readonly number[];
  readonly series: readonly YearFigures[];
}

/** A chart with its title, legend and alternative text; it is drawn when it comes into view. */
export function ChartFigure({ type, title, alternative, years, series }: ChartFigureProps) {
  const styles = useStyles();
  const say = useSpoken();
  const titleId = useId();
  const room = useRef<HTMLDivElement>(null);
  const width = useShownWidth(room);
  const loading = <p>{say(CHARTS.loading)}</p>;
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {title}
      </h3>
      <div ref={room} className={styles.room}>
        {width > 0 && (
          <Suspense fallback={loading}>
            <Chart type={type} title={title} years={years} series={series} width={width} />
          </Suspense>
        )}
      </div>
      <Legend type={type} series={series} />
      <figcaption className={styles.alternative}>{alternative}</figcaption>
    </figure>
  );
}

interface LegendProps {
  readonly type: ChartType;
  readonly series: readonly YearFigures[];
}

function Legend({ type, series }: LegendProps) {
  const styles = useStyles();
  const say = useSpoken();
  const colours = chartColours(useIsDark());
  return (
    <ul className={styles.legend} aria-label={say(CHARTS.legend)}>
      {series.map(({ id, label, colour }) => (
        <li key={id} className={styles.entry}>
          <svg className={styles.mark} width="22" height="12" aria-hidden>
            {type === "lines" ? (
              <line
                x1="0"
                x2="22"
                y1="6"
                y2="6"
                stroke={colourAt(colours, colour)}
                strokeWidth="3"
                strokeDasharray={dashAt(colour)}
              />
            ) : (
              <rect x="4" width="12" height="12" fill={colourAt(colours, colour)} />
            )}
          </svg>
          {say(label)}
        </li>
      ))}
    </ul>
  );
}

/** The width of an element once it came near the part of the page that is seen; 0 before. */
function useShownWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    let seen = false;
    const measure = (): void => {
      if (seen && current.clientWidth > 0) setWidth(current.clientWidth);
    };
    const size = new ResizeObserver(measure);
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen = true;
        sight.disconnect();
        measure();
      },
      { rootMargin: "200px" },
    );
    size.observe(current);
    sight.observe(current);
    return () => {
      size.disconnect();
      sight.disconnect();
    };
  }, [element]);
  return width;
}
