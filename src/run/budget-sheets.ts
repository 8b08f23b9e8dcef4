import type { Grid } from "../budget/grid";
import type { ReadingAnswers } from "../budget/line";
import { readBudgetSteps } from "../budget/read";
import type { ReadBudget } from "../sheets/plan-model";
import type { JobOptions, WorkbookPort } from "../workbook/port";

/** What accompanies the reading of a budget. */
export interface BudgetJob extends JobOptions {
  /** Name of the file, which may tell the budget year. */
  readonly fileName?: string;
}

/**
 * Reads the budget sheets of a workbook; our own sheets are passed over. The page breathes between two
 * sheets. Progress counts the cells and then the sheets, each as one half of a thousand.
 * @throws RefusedError when a sheet is missing or damaged; the signal's reason when it stops the job
 */
export async function readBudgetSheets(
  workbook: WorkbookPort,
  answers: ReadingAnswers,
  options: BudgetJob = {},
): Promise<ReadBudget> {
  const { progress, signal } = options;
  const entries = await workbook.sheets();
  const sheetNames = entries.filter(({ ours }) => !ours).map(({ name }) => name);
  const grids = await workbook.read(answers.sheets ?? sheetNames, {
    ...(signal === undefined ? {} : { signal }),
    progress: (done, total) => progress?.(Math.round((HALF * done) / Math.max(1, total)), 2 * HALF),
  });
  return { grids, readings: await readGrids(grids, answers, sheetNames, options) };
}

/** Both halves of the job count the same. */
const HALF = 500;

async function readGrids(
  grids: readonly Grid[],
  answers: ReadingAnswers,
  sheetNames: readonly string[],
  { progress, signal, fileName }: BudgetJob,
): Promise<ReadBudget["readings"]> {
  const named = fileName === undefined ? {} : { fileName };
  const steps = readBudgetSteps(grids, answers, { ...named, sheetNames });
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    progress?.(HALF + Math.round((HALF * step.value.done) / step.value.sheets), 2 * HALF);
    await breathe();
  }
}

/** Lets the page draw, and an abort arrive, between two steps. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
