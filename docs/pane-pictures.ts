import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { buildPages, PAGES_FOLDER } from "../build/build-pages";
import { servePages } from "../build/static-server";
import { VIEW_NAMES } from "../src/taskpane/frame/words";
import { NOTICES } from "../src/taskpane/session/words";
import { VIEWS } from "../src/taskpane/session/state";
import { OUTPUT } from "../src/taskpane/views/output/words";
import { SCENARIOS } from "../src/taskpane/views/scenarios/words";
import type { Language } from "../src/language";

const OUT = path.join(__dirname, "bilder");

/** The workbench wide enough for sheet and pane, and the pane alone as Excel shows it. */
const WORKBENCH = { width: 1180, height: 680 };

/** Draws every step of the pane in both languages, and the workbench: `npx tsx docs/pane-pictures.ts`. */
async function draw(): Promise<void> {
  buildPages();
  mkdirSync(OUT, { recursive: true });
  const served = await servePages(PAGES_FOLDER, { port: 0 });
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    for (const language of ["de", "en"] as const) {
      const locale = language === "de" ? "de-DE" : "en-GB";
      const page = await browser.newPage({ locale, viewport: WORKBENCH });
      await page.goto(served.address);
      await drawSteps(page, language);
      await page.close();
    }
  } finally {
    await browser.close();
    await served.close();
  }
}

async function drawSteps(page: Page, language: Language): Promise<void> {
  const step = (view: (typeof VIEWS)[number]) =>
    page.getByRole("button", { name: VIEW_NAMES[view][language], exact: true });
  await step("scenarios").click();
  await page.getByRole("button", { name: SCENARIOS.begin[language] }).click();
  for (const view of VIEWS) {
    await step(view).click();
    await page
      .getByRole("heading", { level: 1, name: VIEW_NAMES[view][language], exact: true })
      .waitFor();
    await page.waitForLoadState("networkidle");
    const pane = page.getByRole("main").last();
    keep(`aufgabenbereich-${view}-${language}.png`, await pane.screenshot());
  }
  await page.getByRole("button", { name: OUTPUT.write[language] }).click();
  await page.getByText(NOTICES.written[language]).waitFor();
  await page.getByText(OUTPUT.comparing[language]).waitFor({ state: "hidden" });
  await page.waitForLoadState("networkidle");
  keep(`arbeitsplatz-${language}.png`, await page.screenshot());
}

function keep(file: string, png: Uint8Array): void {
  writeFileSync(path.join(OUT, file), png);
}

draw().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
