import { useId } from "react";
import type { Language } from "../../language";
import { CHART_COLOURS, seriesColour } from "../../workbook/styles";
import type { DrawnChart, DrawnSeries } from "../../workbook/package";
import { barsOf, type Scale, scaleOf } from "./chart-scale";
import { cellText } from "./cell-text";
import { PAPER, textWidth } from "./cell-style";
import { GRID } from "./words";

const FONT = "12px Calibri, Carlito, sans-serif";
const LETTER = 12;
const TEXT = `#${CHART_COLOURS.text}`;
const AXIS = `#${CHART_COLOURS.axis}`;
const LINE = `#${CHART_COLOURS.grid}`;

export interface SheetChartProps {
  readonly chart: DrawnChart;
  readonly width: number;
  readonly height: number;
  readonly language: Language;
}

/** A chart as the workbook holds it, drawn from the figures stored beside it. */
export function SheetChart({ chart, width, height, language }: SheetChartProps) {
  const id = useId();
  const shown = chart.series.filter(({ invisible }) => !invisible);
  const described = [chart.title, chart.alternativeText].filter((text) => text !== "").join(". ");
  const label = described === "" ? chart.name : described;
  const isRadar = chart.series.some(({ kind }) => kind === "radar");
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      style={{
        font: FONT,
        backgroundColor: PAPER,
        outline: `1px solid ${LINE}`,
        outlineOffset: -1,
      }}
    >
      <Patterns id={id} series={chart.series} />
      <text x={width / 2} y={22} textAnchor="middle" fontSize={17} fontWeight="bold" fill={TEXT}>
        {chart.title}
      </text>
      {chart.series.length === 0 || isRadar ? (
        <text x={width / 2} y={height / 2} textAnchor="middle" fill={TEXT}>
          {GRID.chartNotDrawn[language]}
        </text>
      ) : (
        <Plot chart={chart} id={id} width={width} height={height} language={language} />
      )}
      {chart.legend && (
        <Legend series={shown} all={chart.series} id={id} width={width} height={height} />
      )}
    </svg>
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function Plot({ chart, id, width, height, language }: SheetChartProps & { readonly id: string }) {
  const scale = scaleOf(chart);
  const said = (value: number): string => cellText(value, chart.valueFormat, language).text;
  const lying = chart.series.some(({ kind }) => kind === "bars");
  const ends = lying ? chart.categories : scale.marks.map(said);
  const labels = Math.min(width / 3, Math.max(...ends.map((text) => textWidth(text, FONT))));
  const legend = chart.legend ? legendRows(chart.series, width) * LEGEND_ROW + 8 : 8;
  const titles = { left: 18, bottom: 18 };
  const box: Box = {
    left: titles.left + labels + 8,
    top: 34,
    width: width - titles.left - labels - 24,
    height: height - 34 - legend - titles.bottom - 22,
  };
  if (box.width < 20 || box.height < 20) return undefined;
  const along = lying ? box.width : box.height;
  const at = (value: number): number =>
    ((value - scale.least) / (scale.most - scale.least)) * along;
  const [bottomTitle, leftTitle] = lying
    ? [chart.valueTitle, chart.categoryTitle]
    : [chart.categoryTitle, chart.valueTitle];
  return (
    <g>
      <Axes box={box} scale={scale} at={at} said={said} lying={lying} />
      <Categories box={box} categories={chart.categories} lying={lying} />
      <text
        x={box.left + box.width / 2}
        y={box.top + box.height + 36}
        textAnchor="middle"
        fill={TEXT}
      >
        {bottomTitle}
      </text>
      <text
        transform={`translate(14 ${box.top + box.height / 2}) rotate(-90)`}
        textAnchor="middle"
        fill={TEXT}
      >
        {leftTitle}
      </text>
      <Bars chart={chart} id={id} box={box} at={at} lying={lying} />
      <Lines chart={chart} box={box} at={at} />
    </g>
  );
}

interface AxesProps {
  readonly box: Box;
  readonly scale: Scale;
  readonly at: (value: number) => number;
  readonly said: (value: number) => string;
  readonly lying: boolean;
}

function Axes({ box, scale, at, said, lying }: AxesProps) {
  return scale.marks.map((mark) => {
    const place = at(mark);
    const colour = mark === 0 ? AXIS : LINE;
    const [x, y] = [box.left + place, box.top + box.height - place];
    return lying ? (
      <g key={mark}>
        <line x1={x} x2={x} y1={box.top} y2={box.top + box.height} stroke={colour} />
        <text x={x} y={box.top + box.height + 16} textAnchor="middle" fill={TEXT}>
          {said(mark)}
        </text>
      </g>
    ) : (
      <g key={mark}>
        <line x1={box.left} x2={box.left + box.width} y1={y} y2={y} stroke={colour} />
        <text x={box.left - 6} y={y + 4} textAnchor="end" fill={TEXT}>
          {said(mark)}
        </text>
      </g>
    );
  });
}

interface CategoriesProps {
  readonly box: Box;
  readonly categories: readonly string[];
  readonly lying: boolean;
}

function Categories({ box, categories, lying }: CategoriesProps) {
  const step = (lying ? box.height : box.width) / Math.max(1, categories.length);
  const widest = Math.max(1, ...categories.map((text) => textWidth(text, FONT)));
  // Labels that would run into each other are left out, as Excel does.
  const every = lying ? Math.ceil(LETTER / step) : Math.ceil((widest + 6) / step);
  return categories.map((category, index) =>
    index % every !== 0 ? undefined : lying ? (
      <text
        key={category}
        x={box.left - 6}
        y={box.top + step * (index + 0.5) + 4}
        textAnchor="end"
        fill={TEXT}
      >
        {category}
      </text>
    ) : (
      <text
        key={category}
        x={box.left + step * (index + 0.5)}
        y={box.top + box.height + 16}
        textAnchor="middle"
        fill={TEXT}
      >
        {category}
      </text>
    ),
  );
}

interface BarsProps {
  readonly chart: DrawnChart;
  readonly id: string;
  readonly box: Box;
  readonly at: (value: number) => number;
  readonly lying: boolean;
}

function Bars({ chart, id, box, at, lying }: BarsProps) {
  const step = (lying ? box.height : box.width) / Math.max(1, chart.categories.length);
  const used = step * 0.65;
  return barsOf(chart).map(({ series, category, slot, slots, from, to }) => {
    if (series.invisible) return undefined;
    const place = chart.series.indexOf(series);
    const thick = used / slots;
    const across = step * category + (step - used) / 2 + thick * slot;
    const [low, high] = [at(Math.min(from, to)), at(Math.max(from, to))];
    const colour = colourOf(series, place);
    const look = {
      fill: series.pattern === undefined ? colour : `url(#${id}-${String(place)})`,
      stroke: colour,
    };
    return lying ? (
      <rect
        key={`${category}-${place}`}
        x={box.left + low}
        y={box.top + across}
        width={high - low}
        height={thick}
        {...look}
      />
    ) : (
      <rect
        key={`${category}-${place}`}
        x={box.left + across}
        y={box.top + box.height - high}
        width={thick}
        height={high - low}
        {...look}
      />
    );
  });
}

function Lines({ chart, box, at }: Pick<BarsProps, "chart" | "box" | "at">) {
  const step = box.width / Math.max(1, chart.categories.length);
  return chart.series.map((series, place) => {
    if (series.kind !== "lines" || series.invisible) return undefined;
    const points = series.values.flatMap((value, index) =>
      value === null
        ? []
        : [[box.left + step * (index + 0.5), box.top + box.height - at(value)] as const],
    );
    const colour = colourOf(series, place);
    const path = points.map(([x, y]) => `${String(x)},${String(y)}`).join(" ");
    return (
      <g key={place} fill={colour} stroke={colour}>
        <polyline points={path} fill="none" strokeWidth={3} strokeDasharray={dashOf(series)} />
        {points.map(([x, y]) => (
          <path key={x} d={marker(place, x, y)} />
        ))}
      </g>
    );
  });
}

const LEGEND_ROW = 18;
const LEGEND_MARK = 26;

function legendRows(series: readonly DrawnSeries[], width: number): number {
  return legendPlaces(series, width).at(-1)?.row ?? 0;
}

function legendPlaces(series: readonly DrawnSeries[], width: number) {
  let [row, x] = [1, 8];
  return series
    .filter(({ invisible }) => !invisible)
    .map((own) => {
      const size = LEGEND_MARK + textWidth(own.name, FONT) + 14;
      if (x > 8 && x + size > width - 8) {
        row += 1;
        x = 8;
      }
      const place = { own, row, x };
      x += size;
      return place;
    });
}

interface LegendProps {
  readonly series: readonly DrawnSeries[];
  readonly all: readonly DrawnSeries[];
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

function Legend({ series, all, id, width, height }: LegendProps) {
  const rows = legendRows(series, width);
  return legendPlaces(series, width).map(({ own, row, x }) => {
    const place = all.indexOf(own);
    const y = height - (rows - row + 0.5) * LEGEND_ROW;
    const colour = colourOf(own, place);
    return (
      <g key={place}>
        {own.kind === "lines" ? (
          <g stroke={colour} fill={colour}>
            <line x1={x} x2={x + 20} y1={y} y2={y} strokeWidth={3} strokeDasharray={dashOf(own)} />
            <path d={marker(place, x + 10, y)} />
          </g>
        ) : (
          <rect
            x={x + 4}
            y={y - 6}
            width={12}
            height={12}
            fill={own.pattern === undefined ? colour : `url(#${id}-${String(place)})`}
            stroke={colour}
          />
        )}
        <text x={x + LEGEND_MARK} y={y + 4} fill={TEXT}>
          {own.name}
        </text>
      </g>
    );
  });
}

/** Patterns beside the colours, as the file names them. */
function Patterns({
  id,
  series,
}: {
  readonly id: string;
  readonly series: readonly DrawnSeries[];
}) {
  return (
    <defs>
      {series.map((own, place) =>
        own.pattern === undefined || own.kind === "lines" ? undefined : (
          <pattern
            key={place}
            id={`${id}-${String(place)}`}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform={own.pattern === "wdUpDiag" ? "rotate(45)" : undefined}
          >
            <rect width={6} height={6} fill={PAPER} />
            {own.pattern.startsWith("pct") ? (
              <circle cx={3} cy={3} r={1.5} fill={colourOf(own, place)} />
            ) : (
              <path
                d={own.pattern === "narHorz" ? "M0 1H6M0 4H6" : "M1.5 0V6"}
                stroke={colourOf(own, place)}
                strokeWidth={own.pattern === "narHorz" ? 1.2 : 2.5}
              />
            )}
          </pattern>
        ),
      )}
    </defs>
  );
}

function colourOf({ colour }: DrawnSeries, place: number): string {
  return `#${colour ?? seriesColour(place)}`;
}

const DASHES: Readonly<Record<string, string>> = {
  dash: "9 6",
  sysDash: "6 3",
  sysDot: "3 3",
  dot: "3 4",
  lgDash: "14 6",
};

function dashOf({ pattern }: DrawnSeries): string | undefined {
  return pattern === undefined ? undefined : DASHES[pattern];
}

/** Marks of neighbouring lines differ in shape, as in the file. */
function marker(place: number, x: number, y: number): string {
  const r = 4;
  const start = `M${String(x)} ${String(y)}`;
  switch (place % 4) {
    case 0:
      return `${start}m-${r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 -${2 * r} 0`;
    case 1:
      return `${start}m-${r} -${r}h${2 * r}v${2 * r}h-${2 * r}z`;
    case 2:
      return `${start}m0 -${r}l${r} ${2 * r}h-${2 * r}z`;
    default:
      return `${start}m0 -${r + 1}l${r + 1} ${r + 1}l-${r + 1} ${r + 1}l-${r + 1} -${r + 1}z`;
  }
}
