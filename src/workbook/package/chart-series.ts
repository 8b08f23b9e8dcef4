import type { PlanChart, PlanSeries } from "../plan";
import { seriesColour } from "../styles";
import { categoryReference, numberReference, solidFill, textReference } from "./chart-text";

/** A series with its place in the chart, which decides order and marker. */
export interface PlacedSeries {
  readonly place: number;
  readonly series: PlanSeries;
}

/** A twelve-thousand-seven-hundredth of a point: the unit of line widths. */
const POINT = 12700;
/** Pattern beside the colour, so that neighbours differ when printed in grey. */
const PATTERNS = { wide: "wdUpDiag", narrow: "narHorz", dots: "pct30", dash: "dashVert" } as const;
const MARKERS = ["circle", "square", "triangle", "diamond", "x", "plus"] as const;

/** A series drawn as columns or bars. */
export function columnSeries(placed: PlacedSeries, chart: PlanChart): string {
  return seriesXml(placed, chart, columnLook(placed.series), `<c:invertIfNegative val="0"/>`, "");
}

/** A series drawn as a line with markers. */
export function lineSeries(placed: PlacedSeries, chart: PlanChart): string {
  const { series, place } = placed;
  const look = `<c:spPr>${lineLook(series)}</c:spPr>`;
  return seriesXml(placed, chart, look, markerXml(series, place), `<c:smooth val="0"/>`);
}

/** A series of a radar chart. */
export function radarSeries(placed: PlacedSeries, chart: PlanChart): string {
  const { series, place } = placed;
  const look = `<c:spPr>${lineLook(series)}</c:spPr>`;
  return seriesXml(placed, chart, look, markerXml(series, place), "");
}

function seriesXml(
  { place, series }: PlacedSeries,
  chart: PlanChart,
  look: string,
  beforeData: string,
  afterData: string,
): string {
  return (
    `<c:ser><c:idx val="${place}"/><c:order val="${place}"/><c:tx>${textReference(series.name)}</c:tx>${look}${beforeData}` +
    `<c:cat>${categoryReference(series.categories)}</c:cat>` +
    `<c:val>${numberReference(series.values, chart.valueFormat)}</c:val>${afterData}</c:ser>`
  );
}

function columnLook({ colour, pattern = "solid" }: PlanSeries): string {
  // The invisible part of a bridge lifts the visible one to its place.
  if (pattern === "none") return `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`;
  const rgb = seriesColour(colour);
  const fill =
    pattern === "solid"
      ? solidFill(rgb)
      : `<a:pattFill prst="${PATTERNS[pattern]}"><a:fgClr><a:srgbClr val="${rgb}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`;
  return `<c:spPr>${fill}<a:ln w="${POINT * 0.75}">${solidFill(rgb)}</a:ln></c:spPr>`;
}

function lineLook({ colour, pattern = "solid" }: PlanSeries): string {
  const dash = { solid: "solid", dash: "dash", dots: "sysDot", wide: "lgDash", narrow: "sysDash" };
  if (pattern === "none") return `<a:ln><a:noFill/></a:ln>`;
  return `<a:ln w="${POINT * 2.25}" cap="rnd">${solidFill(seriesColour(colour))}<a:prstDash val="${dash[pattern]}"/><a:round/></a:ln>`;
}

function markerXml({ colour, pattern }: PlanSeries, place: number): string {
  if (pattern === "none") return `<c:marker><c:symbol val="none"/></c:marker>`;
  const rgb = seriesColour(colour);
  const symbol = MARKERS[place % MARKERS.length] ?? "circle";
  return `<c:marker><c:symbol val="${symbol}"/><c:size val="7"/><c:spPr>${solidFill(rgb)}<a:ln w="${POINT * 0.75}">${solidFill(rgb)}</a:ln></c:spPr></c:marker>`;
}
