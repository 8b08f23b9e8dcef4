import type { DrawnChart, DrawnSeries } from "../../workbook/package";

/** The values a chart's axis runs over, with its marks. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  readonly marks: readonly number[];
}

/** A scale with round marks that holds all values of a chart, and zero where columns stand on it. */
export function scaleOf(chart: DrawnChart): Scale {
  const sums = stackedSums(chart);
  const single = chart.series
    .filter(({ stacked }) => !stacked)
    .flatMap(({ values }) => values.filter((value) => value !== null));
  const hasBars = chart.series.some(({ kind }) => kind === "columns" || kind === "bars");
  const values = [...sums, ...single, ...(hasBars || chart.fromZero ? [0] : [])];
  const [low, high] = values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  if (low > high) return { least: 0, most: 1, marks: [0, 1] };
  const span = high - low || Math.abs(high) || 1;
  const step = roundStep(span / 5);
  const least = Math.floor(low / step) * step;
  const most = Math.max(Math.ceil(high / step) * step, least + step);
  const count = Math.round((most - least) / step);
  return {
    least,
    most,
    marks: Array.from({ length: count + 1 }, (_, index) => least + index * step),
  };
}

/** Upper and lower ends of the stacks. */
function stackedSums({ series, categories }: DrawnChart): readonly number[] {
  const stacked = series.filter((own) => own.stacked);
  if (stacked.length === 0) return [];
  return categories.flatMap((_, index) => {
    const values = stacked.map(({ values: own }) => own[index] ?? 0);
    const sum = (sign: 1 | -1): number =>
      values.reduce((total, value) => total + (value * sign > 0 ? value : 0), 0);
    return [sum(1), sum(-1)];
  });
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const digit = rough / power;
  return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}

/** A column of a chart: its category, its place among those beside it, its two ends. */
export interface Bar {
  readonly series: DrawnSeries;
  readonly category: number;
  /** Place and number of columns that share the width of the category. */
  readonly slot: number;
  readonly slots: number;
  readonly from: number;
  readonly to: number;
}

/** The columns of a chart: stacked ones on one another, the others side by side. */
export function barsOf({ series, categories }: DrawnChart): readonly Bar[] {
  const bars = series.filter(({ kind }) => kind === "columns" || kind === "bars");
  const beside = bars.filter(({ stacked }) => !stacked);
  const slots = beside.length + (beside.length < bars.length ? 1 : 0);
  return categories.flatMap((_, category) => {
    let [up, down] = [0, 0];
    return bars.flatMap((own): Bar[] => {
      const value = own.values[category] ?? null;
      if (value === null) return [];
      const place = { series: own, category, slots };
      if (!own.stacked) return [{ ...place, slot: beside.indexOf(own), from: 0, to: value }];
      const from = value >= 0 ? up : down;
      if (value >= 0) up += value;
      else down += value;
      return [{ ...place, slot: slots - 1, from, to: from + value }];
    });
  });
}
