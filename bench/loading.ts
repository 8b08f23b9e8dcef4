import type { Page } from "playwright-core";
import type { Host } from "../test/host/host";
import { putIntoExcel } from "../test/browser/excel-host";
import type { MeasuredChromium } from "./chromium";
import { pageFigure, type PageFigure, type PageTime, ThreadClock } from "./page-time";

/** What counts as interactive: the first control that does this is pressed at once, and something follows. */
export interface Reaction {
  /** The control, and the text it begins with where there are several. */
  readonly press: string;
  readonly text?: string;
  /** Is there as soon as the page has reacted. */
  readonly then: string;
}

interface Watched {
  reacted?: Promise<number>;
}

/**
 * Loads a page several times and measures from the start of the navigation until a control that was
 * pressed the moment it stood there has painted its effect. The first loads, which fill the caches, do not
 * count.
 */
export async function measureLoads(
  chromium: MeasuredChromium,
  subject: string,
  address: string,
  reaction: Reaction,
  {
    loads,
    host,
    bound,
    size,
  }: {
    readonly loads: number;
    /** Excel around the page; without it an ordinary page. */
    readonly host?: Host;
    readonly bound?: number;
    readonly size?: { readonly width: number; readonly height: number };
  },
): Promise<PageFigure> {
  const page = await chromium.open(size);
  if (host !== undefined) {
    await putIntoExcel(page, host, { excelApi: "1.14", locale: "de-DE", isDialog: false });
  }
  await page.addInitScript(watch, reaction);
  const clock = await ThreadClock.of(page);
  const times: PageTime[] = [];
  for (let load = 0; load < WARM_UP + loads; load += 1) {
    const time = await loadOnce(page, clock, new URL(address, chromium.address).href);
    if (load >= WARM_UP) times.push(time);
  }
  await page.close();
  return pageFigure(subject, times, bound);
}

/** Chromium keeps the compiled scripts of a page that was loaded a few times. */
const WARM_UP = 4;

async function loadOnce(page: Page, clock: ThreadClock, address: string): Promise<PageTime> {
  await page.goto(address, { waitUntil: "commit" });
  const painted = await page.evaluate(() => (globalThis as Watched).reacted);
  if (painted === undefined) throw new Error(`${address} is not watched`);
  return { painted, processor: await clock.read() };
}

/** Runs in the page before anything else. */
function watch({ press, text, then }: Reaction): void {
  (globalThis as Watched).reacted = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`nothing followed: ${press} ${text ?? ""}`)), 60_000);
    let pressed = false;
    const look = (): void => {
      if (!pressed) {
        const control = [...document.querySelectorAll<HTMLElement>(press)].find(
          (one) => text === undefined || one.innerText.startsWith(text),
        );
        if (control === undefined) return;
        pressed = true;
        control.click();
      }
      if (document.querySelector(then) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // Comes after the frame was painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
}
