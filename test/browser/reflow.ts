import type { Page } from "playwright-core";

/** Whether the page does not scroll sideways: what is wide scrolls inside its own region. */
export function isReflowed(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    return (
      document.documentElement.scrollWidth <= innerWidth &&
      main !== null &&
      main.scrollWidth <= main.clientWidth
    );
  });
}
