import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import type { Language } from "../../src/language";
import { FRAME, VIEW_NAMES } from "../../src/taskpane/frame/words";
import { VIEWS } from "../../src/taskpane/session/state";
import { NOTICES } from "../../src/taskpane/session/words";
import { OUTPUT } from "../../src/taskpane/views/output/words";
import { SCENARIOS } from "../../src/taskpane/views/scenarios/words";
import { startPages } from "./browser";
import { openPaneInExcel, type PageInExcel } from "./excel-host";
import { press } from "./keyboard";

// Excel, library and a dozen looks by axe take their time on a busy machine.
jest.setTimeout(240_000);

const pages = startPages();

const LOCALES: Readonly<Record<Language, string>> = { de: "de-DE", en: "en-GB" };

/** A pane with the standard comparison, in Excel. */
async function paneWithModel(language: Language, width: number): Promise<PageInExcel> {
  const opened = await openPaneInExcel(pages, { language: LOCALES[language] });
  await opened.page.setViewportSize({ width, height: 700 });
  await opened.page.getByRole("heading", { level: 1 }).waitFor();
  await press(opened.page, VIEW_NAMES.scenarios[language]);
  await press(opened.page, SCENARIOS.begin[language]);
  return opened;
}

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

/** What axe has against the page; Fluent's focus sentinels, which nobody sees, excepted. */
async function violations(page: Page): Promise<readonly string[]> {
  const result = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").analyze();
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" ; ")}`,
  );
}

/** By how many pixels the page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each([
  ["de", 320],
  ["en", 600],
] as const)("the pane in Excel, %s, %d pixels wide", (language, width) => {
  it("does the whole job by keyboard alone", async () => {
    const { page, host, errors } = await paneWithModel(language, width);
    await press(page, VIEW_NAMES.results[language]);
    await heading(page, VIEW_NAMES.results[language]);
    await press(page, VIEW_NAMES.output[language]);
    await press(page, OUTPUT.write[language]);
    await page.getByText(NOTICES.written[language]).waitFor();
    const names = host.workbook.sheets.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("KR ")).length).toBeGreaterThan(10);
    await press(page, FRAME.takeBack[language]);
    await page.getByText(NOTICES.takenBack[language]).waitFor();
    expect(host.workbook.sheets.some(({ name }) => name.startsWith("KR "))).toBe(false);
    expect(host.breaches).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each([
    ["light", { colorScheme: "light", forcedColors: "none" }],
    ["dark", { colorScheme: "dark", forcedColors: "none" }],
    ["forced colours", { colorScheme: "light", forcedColors: "active" }],
  ] as const)("passes axe in every view and needs no sideways scrolling: %s", async (_, media) => {
    const { page } = await paneWithModel(language, width);
    await page.emulateMedia(media);
    for (const view of VIEWS) {
      const name = VIEW_NAMES[view][language];
      await page.getByRole("button", { name, exact: true }).click();
      await heading(page, name);
      await page.waitForLoadState("networkidle");
      expect([view, await violations(page)]).toEqual([view, []]);
      expect([view, await overflow(page)]).toEqual([view, 0]);
    }
  });
});
