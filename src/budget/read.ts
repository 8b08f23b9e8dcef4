import { RefusedError } from "../finding";
import type { Grid } from "./grid";
import { correctionOf } from "./corrections";
import type { ReadingAnswers, SheetReading } from "./line";
import { recallCorrection } from "./remembered";
import { setAsideRepeats } from "./repeats";
import { setAsideOverviews } from "./overlaps";
import { readSheet } from "./sheet";
import type { Steps } from "./steps";

/** How far the reading is. */
export interface ReadingProgress {
  readonly sheet: string;
  /** Sheets read; a fraction while one is being read. */
  readonly done: number;
  readonly sheets: number;
}

/** Whoever wants to stop the reading sets `aborted`; an `AbortSignal` is one. */
export interface ReadingSignal {
  readonly aborted: boolean;
}

export interface ReadingOptions {
  /** Name of the file, which may tell the budget year. */
  readonly fileName?: string;
  /** All sheets of the workbook, where not all of them are passed for reading. */
  readonly sheetNames?: readonly string[];
  readonly signal?: ReadingSignal;
  readonly progress?: (progress: ReadingProgress) => void;
}

/**
 * Reads the budget sheets of a workbook: one reading for each sheet, in order. Amounts are in EUR,
 * positive in the direction of their line; sums and repeated sheets are not counted.
 *
 * @throws RefusedError when the signal stops the reading.
 */
export function readBudget(
  grids: readonly Grid[],
  answers: ReadingAnswers = {},
  options: ReadingOptions = {},
): readonly SheetReading[] {
  const steps = readBudgetSteps(grids, answers, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of a few thousand rows, so that a page stays responsive between them. */
export function* readBudgetSteps(
  grids: readonly Grid[],
  answers: ReadingAnswers = {},
  options: ReadingOptions = {},
): Generator<ReadingProgress, readonly SheetReading[]> {
  const wanted =
    answers.sheets === undefined
      ? grids
      : grids.filter(({ name }) => answers.sheets?.includes(name) === true);
  const sheetNames = options.sheetNames ?? grids.map(({ name }) => name);
  const readings: SheetReading[] = [];
  for (const grid of wanted) {
    const steps = readWithRecall(grid, sheetNames, answers, options.fileName);
    for (let reading: SheetReading | undefined; reading === undefined;) {
      stopIfCancelled(options.signal);
      const step = steps.next();
      if (step.done === true) reading = step.value;
      if (reading !== undefined) readings.push(reading);
      const done = readings.length + (step.done === true ? 0 : step.value);
      const progress = { sheet: grid.name, done, sheets: wanted.length };
      options.progress?.(progress);
      yield progress;
    }
  }
  return setAsideOverviews(setAsideRepeats(readings));
}

/** A sheet without a correction of its own is read with what is remembered of it. */
function* readWithRecall(
  grid: Grid,
  sheetNames: readonly string[],
  answers: ReadingAnswers,
  fileName: string | undefined,
): Steps<SheetReading> {
  const own = correctionOf(answers, grid.name);
  if (own !== undefined) return yield* readSheet(grid, answers, own, fileName);
  const { correction, findings } = recallCorrection(grid, sheetNames, answers);
  const reading = yield* readSheet(grid, answers, correction, fileName);
  return { ...reading, findings: [...findings, ...reading.findings] };
}

function stopIfCancelled(signal: ReadingSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new RefusedError({ de: "Das Einlesen wurde abgebrochen.", en: "Reading was cancelled." });
}
