import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { openPackage } from "../src/workbook/package";
import { putIntoExcel } from "../test/browser/excel-host";
import { fillWorkbook } from "../test/host/fill-workbook";
import { Host } from "../test/host/host";
import type { MeasuredChromium } from "./chromium";
import { budgetWorkbook, DOCUMENT } from "./lines-model";
import { pageFigure, type PageFigure, type PageTime, ThreadClock } from "./page-time";

/** The bound from the key to the painted result, in milliseconds. */
const BOUND = 50;
const LINES_OF_A_CITY = 5_600;

/** A field to type in, and the figures that follow it. */
interface TypedField {
  readonly name: string;
  /** Where it stands: the frame of the model, or a block of a scenario. */
  readonly at: "frame" | { readonly scenario: string; readonly block: string };
  /** Only this scenario is to have what is typed. */
  readonly onlyHere?: boolean;
  readonly label: string;
  /** Each key makes another value of what stands there. */
  readonly keys: string;
}

const SAMPLE_SCENARIO = "USt effektiv 10 %";
const SAMPLE_FIELDS: readonly TypedField[] = [
  {
    name: "number of one block",
    at: { scenario: SAMPLE_SCENARIO, block: "Schul-IT" },
    onlyHere: true,
    label: "Einheiten",
    keys: "71829",
  },
  {
    name: "price in all six scenarios",
    at: { scenario: SAMPLE_SCENARIO, block: "Schul-IT" },
    label: "Preis je Einheit im Jahr",
    keys: "71829",
  },
  {
    name: "amount of a year",
    at: { scenario: SAMPLE_SCENARIO, block: "Softwareabnahme" },
    label: "2024",
    keys: "71829",
  },
  {
    name: "tax rate",
    at: { scenario: SAMPLE_SCENARIO, block: "Umsatzsteuer" },
    label: "Effektiver Umsatzsteuersatz",
    keys: "12",
  },
  { name: "discount rate", at: "frame", label: "Kalkulationszinssatz", keys: "12" },
];

const LINES_FIELDS: readonly TypedField[] = [
  {
    name: "number of one block",
    at: { scenario: "Szenario b", block: "Schul-IT" },
    onlyHere: true,
    label: "Einheiten",
    keys: "71829",
  },
  {
    name: "price in all five scenarios",
    at: { scenario: "Szenario b", block: "Schul-IT" },
    label: "Preis je Einheit im Jahr",
    keys: "71829",
  },
  {
    name: "amount of a year",
    at: { scenario: "Szenario b", block: "Softwareabnahme" },
    label: "2024",
    keys: "71829",
  },
  { name: "discount rate", at: "frame", label: "Kalkulationszinssatz", keys: "12" },
];

/** Excel with a workbook that is open. */
export async function excelWith(workbook: Uint8Array): Promise<Host> {
  const host = new Host({ excelApi: "1.14", locale: "de-DE" });
  const file = openPackage(workbook);
  fillWorkbook(host.workbook, await file.read((await file.sheets()).map(({ name }) => name)));
  return host;
}

/** The sample budget in Excel. */
export function excelWithSample(): Promise<Host> {
  const sample = path.resolve(__dirname, "../assets/beispielhaushalt.xlsx");
  return excelWith(new Uint8Array(readFileSync(sample)));
}

/** Types in several fields of the pane, on the sample and among 300 assigned lines of a city. */
export async function measureTyping(
  chromium: MeasuredChromium,
  rounds: number,
): Promise<readonly PageFigure[]> {
  const sample = await openPane(chromium, await excelWithSample());
  await sample.getByRole("button", { name: "Szenarien", exact: true }).click();
  await sample.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
  const onSample = await typeInto(sample, SAMPLE_FIELDS, "sample", rounds);
  await sample.close();
  const lines = await openPane(chromium, await excelWith(budgetWorkbook(LINES_OF_A_CITY)));
  await lines.getByRole("button", { name: "Ausgabe", exact: true }).click();
  await lines
    .locator("main input[type=file]")
    .first()
    .setInputFiles({
      name: "modell.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(DOCUMENT)),
    });
  await lines.getByRole("button", { name: "Szenarien", exact: true }).click();
  const onLines = await typeInto(lines, LINES_FIELDS, "300 of 5,600 lines", rounds);
  await lines.close();
  return [...onSample, ...onLines];
}

async function openPane(chromium: MeasuredChromium, host: Host): Promise<Page> {
  const page = await chromium.open();
  await putIntoExcel(page, host, { excelApi: "1.14", locale: "de-DE", isDialog: false });
  await page.goto(new URL("taskpane.html", chromium.address).href);
  await page.getByRole("button", { name: "Weiter zur Zuordnung" }).waitFor();
  return page;
}

async function typeInto(
  page: Page,
  fields: readonly TypedField[],
  where: string,
  rounds: number,
): Promise<readonly PageFigure[]> {
  const clock = await ThreadClock.of(page);
  const figures: PageFigure[] = [];
  for (const field of fields) {
    await page.getByRole("button", { name: "Szenarien", exact: true }).click();
    await goTo(page, field);
    const box = page.getByRole("textbox", { name: field.label }).first();
    const times: PageTime[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      await box.focus();
      await page.keyboard.press("Control+A");
      for (const key of field.keys) {
        const time = await typeOne(page, clock, key, field.at === "frame" ? null : "main dl");
        // The first round is the warm-up.
        if (round > 0) times.push(time);
      }
    }
    figures.push(pageFigure(`${field.name}, ${where}`, times, BOUND));
    await goBack(page, field);
  }
  return figures;
}

/** From the list of scenarios to a field, with the figures that follow it in view. */
async function goTo(page: Page, { at, onlyHere }: TypedField): Promise<void> {
  if (at === "frame") {
    await page.getByRole("button", { name: /^Rahmen/ }).click();
    return;
  }
  const { scenario, block } = at;
  await page
    .getByRole("article", { name: scenario, exact: true })
    .getByRole("button", { name: scenario, exact: true })
    .click();
  await page.getByRole("button", { name: new RegExp(`^${block}.*(€|Betrag)`) }).click();
  await page.getByText("Ergibt im Jahr", { exact: true }).click();
  const here = page.getByRole("switch", { name: "Nur in diesem Szenario ändern" });
  if (onlyHere === true && (await here.count()) > 0) await here.check();
}

async function goBack(page: Page, { at }: TypedField): Promise<void> {
  for (let level = at === "frame" ? 1 : 2; level > 0; level -= 1) {
    await page.getByRole("button", { name: /^Zurück/ }).click();
  }
}

interface Armed {
  followed?: Promise<number>;
}

/** So long a person needs for the next key at least, in milliseconds. */
const PAUSE = 60;

/**
 * One key: from its event until the figures that follow are painted. On the frame of the model no figures
 * are in view; there the page is painted when everything has been computed.
 */
async function typeOne(
  page: Page,
  clock: ThreadClock,
  key: string,
  result: string | null,
): Promise<PageTime> {
  await page.waitForTimeout(PAUSE);
  await page.evaluate(arm, result);
  const before = await clock.read();
  await page.keyboard.press(key);
  const painted = await page.evaluate(() => (globalThis as Armed).followed);
  if (painted === undefined) throw new Error("nothing is watched");
  return { painted, processor: (await clock.read()) - before };
}

/** Runs in the page: waits for a key and for another text of what shows the result. */
function arm(result: string | null): void {
  (globalThis as Armed).followed = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`nothing followed in ${result ?? "the page"}`)), 10_000);
    let pressed = 0;
    const painted = (): void => {
      requestAnimationFrame(() => {
        // Comes after the frame was painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - pressed);
        port2.postMessage(undefined);
      });
    };
    const once = { capture: true, once: true };
    addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), once);
    if (result === null) {
      addEventListener("input", painted, once);
      return;
    }
    const text = (): string => document.querySelector(result)?.textContent ?? "";
    const before = text();
    const observer = new MutationObserver(() => {
      if (text() === before) return;
      observer.disconnect();
      painted();
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
}
