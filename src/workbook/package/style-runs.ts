/** Cell formats of one row as pairs: first column of a run of cells, its cell format (−1: no cell). */
export type StyleRuns = readonly number[];

const NO_CELL = -1;
const NO_RUNS: StyleRuns = [];

/**
 * Collects the cell formats of a row, from left to right. Neighbouring cells of one format make one
 * run, and a row that looks like the one before shares its runs: a sheet of two million cells needs a
 * handful of them.
 */
export class StyleRunCollector {
  private runs: number[] = [];
  private nextColumn = 0;
  private previous: StyleRuns = NO_RUNS;

  add(column: number, cellFormat: number): void {
    const { runs } = this;
    if (column > this.nextColumn && runs.length > 0) runs.push(this.nextColumn, NO_CELL);
    if (runs.length === 0 || runs[runs.length - 1] !== cellFormat) runs.push(column, cellFormat);
    this.nextColumn = column + 1;
  }

  /** Ends the row and gives its runs. */
  finish(): StyleRuns {
    const { runs, previous } = this;
    if (runs.length > 0) runs.push(this.nextColumn, NO_CELL);
    const same =
      runs.length === previous.length && runs.every((value, at) => value === previous[at]);
    if (!same) this.previous = runs;
    this.runs = [];
    this.nextColumn = 0;
    return this.previous;
  }
}

/** Cell format at a column, undefined where the row has no cell there. */
export function formatInRuns(runs: StyleRuns, column: number): number | undefined {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle * 2] ?? 0) <= column) low = middle;
    else high = middle - 1;
  }
  const first = runs[low * 2];
  const found = runs[low * 2 + 1];
  if (first === undefined || found === undefined || first > column) return undefined;
  return found === NO_CELL ? undefined : found;
}
