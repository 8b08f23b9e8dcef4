import type { Page } from "playwright-core";

/** So many stops a view has at most; a list of lines is one stop of its own. */
const MOST_STOPS = 300;

/** Goes on by the tab key until a control of that name has the focus. @throws Error when none is reached */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(nameOfFocused);
    if (typeof name === "string" ? focused === name : name.test(focused)) return;
    passed.push(focused);
  }
  throw new Error(`no control ${String(name)} among: ${[...new Set(passed)].join(" | ")}`);
}

/** Goes to a control by the tab key and presses it by the enter key. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** What the focused control is called, as far as label, title and text say it. */
function nameOfFocused(): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return "";
  const labels = "labels" in focused ? (focused.labels as NodeListOf<HTMLElement> | null) : null;
  const [label] = labels ?? [];
  return (focused.getAttribute("aria-label") ?? label?.innerText ?? focused.innerText).trim();
}
