import type { Page } from "playwright-core";
import type { MeasuredChromium } from "./chromium";
import { pageFigure, type PageFigure, type PageTime, ThreadClock } from "./page-time";

/** How the workbench copes with a large budget. */
export interface LargeGrid {
  /** Cells in view, and the budget read by the pane, both from the start of the navigation. */
  readonly opening: readonly PageFigure[];
  readonly scrolling: readonly PageFigure[];
  /** What the page holds in the end, in megabytes. */
  readonly megabytes: number;
}

const SIZE = { width: 1280, height: 800 };
/** A turn of the wheel, and a frame of the screen at 60 a second: what a step may take at most to look smooth. */
const TURN = 120;
const STEPS = 100;
const JUMPS = 20;
const FRAME = 1000 / 60;

/**
 * Opens a large budget in the workbench, walks down it and jumps about in it.
 * @param file address of the file beside the page, `opened/gross.xlsx`
 */
export async function measureLargeGrid(
  chromium: MeasuredChromium,
  file: string,
): Promise<LargeGrid> {
  const page = await chromium.open(SIZE);
  const clock = await ThreadClock.of(page);
  await page.goto(new URL(`?open=${encodeURIComponent(file)}`, chromium.address).href, {
    waitUntil: "commit",
  });
  const opened = async (subject: string, selector: string): Promise<PageFigure> => {
    await page.locator(selector).first().waitFor({ timeout: 120_000 });
    const painted = await page.evaluate(() => performance.now());
    return pageFigure(subject, [{ painted, processor: await clock.read() }]);
  };
  const opening = [
    await opened("cells in view", "[role=gridcell]"),
    await opened("budget read", 'main button:text("Weiter zur Zuordnung")'),
  ];
  const steps: PageTime[] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    steps.push(await scrollTo(page, clock, step * TURN));
  }
  const jumps: PageTime[] = [];
  for (let jump = 1; jump <= JUMPS; jump += 1) {
    // Here and there, never to the neighbourhood of the place before.
    jumps.push(await scrollTo(page, clock, ((jump * 7919) % 100) * JUMP));
  }
  const scrolling = [pageFigure("a turn of the wheel", steps, FRAME), pageFigure("a jump", jumps)];
  const megabytes = (await clock.memory()) / 1024 ** 2;
  await page.close();
  return { opening, scrolling, megabytes };
}

const JUMP = 18_000;

async function scrollTo(page: Page, clock: ThreadClock, top: number): Promise<PageTime> {
  const before = await clock.read();
  const painted = await page.evaluate(scroll, top);
  return { painted, processor: (await clock.read()) - before };
}

/** Runs in the page: scrolls, and waits until the rows there are painted. */
function scroll(top: number): Promise<number> {
  const scroller = document.querySelector("[role=grid]")?.parentElement?.parentElement;
  if (scroller === null || scroller === undefined) throw new Error("no grid");
  return new Promise((resolve) => {
    const begin = performance.now();
    scroller.scrollTop = top;
    requestAnimationFrame(() => {
      // Comes after the frame was painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - begin);
      port2.postMessage(undefined);
    });
  });
}
