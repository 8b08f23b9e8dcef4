import { RefusedError } from "../../finding";
import { fill, type Text, verbatim } from "../../language";
import type { JobOptions } from "../../workbook/port";
import type { Notice, PaneState } from "./state";
import type { Store } from "./store";
import { NOTICES } from "./words";

/** What came of a job, in words, with what can be done about it. */
export interface Outcome {
  readonly intent: Notice["intent"];
  readonly text: Text;
  readonly offer?: NonNullable<Notice["offer"]>;
}

/** A long job; it says what came of it, unless that is seen anyway. */
export type LongJob = (options: JobOptions) => Promise<Outcome | undefined>;

/** Runs one long job at a time: its progress is shown, it can be cancelled, its failure is put in words. */
export class JobRunner {
  readonly #store: Store<PaneState>;
  #abort: AbortController | undefined;
  #notices = 0;

  constructor(store: Store<PaneState>) {
    this.#store = store;
  }

  /**
   * Runs a job with progress; while another one runs, nothing happens. What came of it is said when it has
   * ended, so that what is offered then can be done.
   */
  async run(name: Text, job: LongJob): Promise<void> {
    if (this.#abort !== undefined) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#store.set({ job: { name, done: 0, total: 0 }, notice: undefined });
    let outcome: Outcome | undefined;
    try {
      outcome = await job({
        signal: abort.signal,
        progress: (done, total) => this.#store.set({ job: { name, done, total } }),
      });
    } catch (cause) {
      outcome = abort.signal.aborted
        ? { intent: "info", text: fill(NOTICES.cancelled, name) }
        : failure(cause);
    }
    this.#abort = undefined;
    this.#store.set({ job: undefined });
    if (outcome !== undefined) this.announce(outcome);
  }

  /** Runs something short; only its failure is said. */
  async quietly(job: () => Promise<void>): Promise<void> {
    try {
      await job();
    } catch (cause) {
      this.fail(cause);
    }
  }

  cancel(): void {
    this.#abort?.abort();
  }

  announce(outcome: Outcome): void {
    this.#notices += 1;
    this.#store.set({ notice: { ...outcome, number: this.#notices } });
  }

  fail(cause: unknown): void {
    this.announce(failure(cause));
  }
}

/** What the user can cause has its own words; anything else is a fault of the program and is said so. */
function failure(cause: unknown): Outcome {
  if (cause instanceof RefusedError) return { intent: "error", text: cause.text };
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { intent: "error", text: fill(NOTICES.fault, verbatim(detail)) };
}
