/** So long after the last change the draft is kept, in milliseconds: not at every keystroke. */
const PAUSE = 1500;

/** Keeps the draft a moment after the last change; never twice at once, never while a job runs. */
export class DraftKeeper {
  readonly #keep: () => Promise<void>;
  readonly #isBusy: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(keep: () => Promise<void>, isBusy: () => boolean) {
    this.#keep = keep;
    this.#isBusy = isBusy;
  }

  /** Something changed. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#due(), PAUSE);
  }

  /** Keeps at once what is still to be kept, for instance before the page goes. */
  async flush(): Promise<void> {
    await this.#running;
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#keep();
  }

  async #due(): Promise<void> {
    this.#timer = undefined;
    if (this.#isBusy() || this.#running !== undefined) {
      this.schedule();
      return;
    }
    this.#running = this.#keep().finally(() => (this.#running = undefined));
    await this.#running;
  }
}
