/** A long job in steps: each gives how much of it is done, from 0 to 1, and may be the last. */
export type Steps<T> = Generator<number, T>;

/** So many rows are one step. */
const ROWS_A_STEP = 4096;

/** Whether a job over rows takes a step before this one. */
export function isStep(row: number): boolean {
  return row % ROWS_A_STEP === 0;
}

/** The steps of one part of a job as steps of the whole, between two shares of it. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}
