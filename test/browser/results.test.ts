import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { startPages } from "./browser";

const pages = startPages();

async function openResults(options: BrowserContextOptions = {}) {
  const opened = await pages.open("", { viewport: { width: 320, height: 800 }, ...options });
  const { page } = opened;
  await page.getByRole("button", { name: "Ergebnis" }).click();
  await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
  await page.getByRole("heading", { name: "Antwort" }).waitFor();
  return opened;
}

/** Violations of the rules of WCAG that a program can find; Fluent's focus sentinels are its own. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .exclude("[data-tabster-dummy]")
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** The page does not scroll sideways: what is wide scrolls inside its own region. */
async function isReflowed(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    return (
      document.documentElement.scrollWidth <= innerWidth &&
      main !== null &&
      main.scrollWidth <= main.clientWidth
    );
  });
}

describe("the results", () => {
  it("answer in one sentence, scenario by scenario within its tax case", async () => {
    const { page, errors } = await openResults();
    await page.getByText(/^Die jeweils günstigste Form der Kooperation kostet 2022–2031/).waitFor();
    const inHouse = page.getByRole("group", { name: "Steuerfall: USt nicht berechnet" });
    expect(await inHouse.getByRole("heading", { level: 4 }).allTextContents()).toHaveLength(4);
    await inHouse.getByText("Rang 1 von 4").waitFor();
    await page.getByRole("radio", { name: "Finanzplan" }).check();
    await page.getByRole("heading", { name: "Kennzahlen je Szenario: Finanzplan" }).waitFor();
    expect(errors).toEqual([]);
  });

  it("lead from a figure down to the budget cell and back, by keyboard alone", async () => {
    const { page, errors } = await openResults();
    const table = page.getByRole("region", { name: /nach Jahren und Kostenarten/ });
    const figure = table
      .getByRole("row", { name: /^Verbleibender Eigenaufwand/ })
      .getByRole("button")
      .first();
    await figure.focus();
    await page.keyboard.press("Enter");
    const title = page.getByRole("heading", { name: "Verbleibender Eigenaufwand 2022" });
    await title.waitFor();
    expect(await title.evaluate((node) => node === document.activeElement)).toBe(true);
    for (let depth = 0; depth < 8; depth += 1) {
      if ((await page.getByText("Haushaltszelle;").count()) > 0) break;
      await page
        .getByTitle(/^Weiter: Wie kommt/)
        .first()
        .focus();
      await page.keyboard.press("Enter");
    }
    await page.getByText("Haushaltszelle;").first().waitFor();
    await page.getByTitle("Zelle im Haushalt zeigen").first().waitFor();
    await page
      .getByRole("navigation", { name: "Weg bis hierher" })
      .getByRole("button")
      .first()
      .press("Enter");
    await title.waitFor();
    await page.getByRole("button", { name: "Zurück zum Ergebnis" }).press("Enter");
    await page.getByRole("heading", { name: "Antwort" }).waitFor();
    expect(await figure.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(errors).toEqual([]);
  });

  it.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["forced colours", { forcedColors: "active" }],
  ] as const)("obey WCAG in %s, also where a figure is explained", async (_, options) => {
    const { page } = await openResults(options);
    expect(await violations(page)).toEqual([]);
    await page.getByTitle("Wie kommt diese Zahl zustande?").first().click();
    await page.getByRole("button", { name: "Zurück zum Ergebnis" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([320, 600])("reflow at %d pixels, in both languages", async (width) => {
    const { page } = await openResults({ viewport: { width, height: 800 } });
    expect(await isReflowed(page)).toBe(true);
    await page.getByRole("button", { name: "Switch to English" }).click();
    await page.getByText(/^The cheapest form of cooperation of each tax case costs/).waitFor();
    expect(await isReflowed(page)).toBe(true);
  });
});
