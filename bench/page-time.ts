import type { CDPSession, Page } from "playwright-core";

/** Times of one subject in the browser, in milliseconds. */
export interface PageFigure {
  readonly subject: string;
  /** Until it is painted: the middle and the worst. */
  readonly median: number;
  readonly worst: number;
  /**
   * Time of the processor in the page's main thread, which others who use the machine do not lengthen: the
   * middle and the worst.
   */
  readonly processor: number;
  readonly worstProcessor: number;
  readonly count: number;
  /** What it must not exceed, where that is settled. */
  readonly bound?: number;
}

/** One measured time. */
export interface PageTime {
  readonly painted: number;
  readonly processor: number;
}

export function pageFigure(
  subject: string,
  times: readonly PageTime[],
  bound?: number,
): PageFigure {
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const painted = times.map((time) => time.painted);
  const processor = times.map((time) => time.processor);
  return {
    subject,
    median: median(painted),
    worst: Math.max(...painted),
    processor: median(processor),
    worstProcessor: Math.max(...processor),
    count: times.length,
    ...(bound === undefined ? {} : { bound }),
  };
}

/** The processor's clock of a page's main thread. */
export class ThreadClock {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<ThreadClock> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    return new ThreadClock(session);
  }

  /** Milliseconds that the thread has worked since the navigation to what is shown. */
  async read(): Promise<number> {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? 0);
  }

  /** Bytes that the scripts of the page hold, after what nobody needs any more is given back. */
  async memory(): Promise<number> {
    await this.#session.send("HeapProfiler.collectGarbage");
    const usage = await this.#session.send("Runtime.getHeapUsage");
    return usage.usedSize + usage.backingStorageSize;
  }
}
