import { RefusedError } from "../../finding";
import { fill, type Text, verbatim } from "../../language";
import type { JobOptions } from "../../workbook/port";
import type { Notice, PaneState } from "./state";
import type { Store } from "./store";
import { NOTICES } from "./words";

/** Runs one long job at a time: its progress is shown, it can be cancelled, its failure is put in words. */
export class JobRunner {
  readonly #store: Store<PaneState>;
  #abort: AbortController | undefined;
  #notices = 0;

  constructor(store: Store<PaneState>) {
    this.#store = store;
  }

  /** Runs a job with progress; while another one runs, nothing happens. */
  async run(name: Text, job: (options: JobOptions) => Promise<void>): Promise<void> {
    if (this.#abort !== undefined) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#store.set({ job: { name, done: 0, total: 0 }, notice: undefined });
    try {
      await job({
        signal: abort.signal,
        progress: (done, total) => this.#store.set({ job: { name, done, total } }),
      });
    } catch (cause) {
      if (abort.signal.aborted) this.announce("info", NOTICES.cancelled, name);
      else this.fail(cause);
    } finally {
      this.#abort = undefined;
      this.#store.set({ job: undefined });
    }
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

  announce(
    intent: Notice["intent"],
    text: Text,
    part?: Text,
    offer?: NonNullable<Notice["offer"]>,
  ): void {
    this.#notices += 1;
    this.#store.set({
      notice: {
        intent,
        text: part === undefined ? text : fill(text, part),
        number: this.#notices,
        ...(offer === undefined ? {} : { offer }),
      },
    });
  }

  /** What the user can cause has its own words; anything else is a fault of the program and is said so. */
  fail(cause: unknown): void {
    if (cause instanceof RefusedError) {
      this.announce("error", cause.text);
      return;
    }
    const detail = cause instanceof Error ? cause.message : String(cause);
    this.announce("error", NOTICES.fault, verbatim(detail));
  }
}
