import { RefusedError } from "../finding";
import type { Grid } from "./grid";
import { correctionOf } from "./corrections";
import type { ReadingAnswers, SheetReading } from "./line";
import { recallCorrection } from "./remembered";
import { setAsideRepeats } from "./repeats";
import { setAsideOverviews } from "./overlaps";
import { readSheet } from "./sheet";

/** How far the reading is, after each sheet. */
export interface ReadingProgress {
  readonly sheet: string;
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

/** The same in steps, one a sheet, so that a page stays responsive between them. */
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
  const checkpoint = (): void => stopIfCancelled(options.signal);
  for (const grid of wanted) {
    checkpoint();
    readings.push(readWithRecall(grid, sheetNames, answers, options.fileName, checkpoint));
    const progress = { sheet: grid.name, done: readings.length, sheets: wanted.length };
    options.progress?.(progress);
    yield progress;
  }
  return setAsideOverviews(setAsideRepeats(readings));
}

/** A sheet without a correction of its own is read with what is remembered of it. */
function readWithRecall(
  grid: Grid,
  sheetNames: readonly string[],
  answers: ReadingAnswers,
  fileName: string | undefined,
  checkpoint: () => void,
): SheetReading {
  const own = correctionOf(answers, grid.name);
  if (own !== undefined) return readSheet(grid, answers, own, fileName, checkpoint);
  const { correction, findings } = recallCorrection(grid, sheetNames, answers);
  const reading = readSheet(grid, answers, correction, fileName, checkpoint);
  return { ...reading, findings: [...findings, ...reading.findings] };
}

function stopIfCancelled(signal: ReadingSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new RefusedError({ de: "Das Einlesen wurde abgebrochen.", en: "Reading was cancelled." });
}
