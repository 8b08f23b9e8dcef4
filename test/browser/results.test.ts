import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { startPages } from "./browser";
import { openPaneInExcel } from "./excel-host";
import { isReflowed } from "./reflow";

const pages = startPages();

/** The pane as wide as Excel opens it, with the standard comparison. */
async function openResults(width = 320, theme: "light" | "dark" = "light") {
  const opened = await openPaneInExcel(pages, { theme });
  const { page } = opened;
  await page.setViewportSize({ width, height: 800 });
  await page.getByRole("button", { name: "Ergebnis", exact: true }).click();
  await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
  await page.getByRole("heading", { name: "Antwort" }).waitFor();
  return opened;
}

/** Scrolls through the page, so that every chart is drawn. */
async function drawCharts(page: Page): Promise<void> {
  for (const name of [
    "Belastung Ergebnisplan je Jahr",
    "Mehr- / Minderaufwand kumuliert",
    "Ergebnisplan nach Kostenarten: USt berechnet, 19 %",
  ]) {
    const figure = page.getByRole("figure", { name });
    await figure.scrollIntoViewIfNeeded();
    await figure.getByText("Tausend Euro").waitFor();
  }
}

/** Violations of the rules of WCAG that a program can find; Fluent's focus sentinels are its own. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .exclude("[data-tabster-dummy]")
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
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

  it("lead to the field of an input, and stay as they were while the model breaks a rule", async () => {
    const { page, errors } = await openResults();
    const table = page.getByRole("region", { name: /nach Jahren und Kostenarten/ });
    await table
      .getByRole("row", { name: /^Dienstleistungen/ })
      .getByRole("button")
      .nth(1)
      .click();
    const toField = page.getByRole("button", { name: "Zur Eingabe" });
    for (let depth = 0; depth < 8 && (await toField.count()) === 0; depth += 1) {
      const input = page.getByRole("listitem").filter({ hasText: "Eingabe;" }).getByRole("button");
      const next = (await input.count()) > 0 ? input : page.getByTitle(/^Weiter: Wie kommt/);
      await next.first().click();
    }
    await toField.click();
    await page.locator("input:focus").waitFor();
    expect(await page.locator("input:focus").inputValue()).toBe("94.000");
    // A service that ends before it begins.
    await page.getByRole("textbox", { name: "ab Monat" }).fill("12/2030");
    await page.getByRole("textbox", { name: "bis Monat" }).fill("01/2025");
    await page.getByRole("textbox", { name: "bis Monat" }).press("Tab");
    await page.getByRole("button", { name: "Ergebnis", exact: true }).click();
    await page.getByRole("alert").getByText("Stand vor der letzten Änderung").waitFor();
    await page.getByText(/^Die jeweils günstigste Form der Kooperation kostet/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Ausgabe", exact: true }).click();
    const write = page.getByRole("button", { name: "Blätter schreiben" });
    expect(await write.getAttribute("aria-disabled")).toBe("true");
    await page.getByRole("button", { name: "Ergebnis", exact: true }).click();
    await page
      .getByRole("region", { name: /./ })
      .getByRole("button", { name: /Schul-IT/ })
      .first()
      .click();
    await page.locator("input:focus").waitFor();
    expect(errors).toEqual([]);
  });

  it("draw their charts when they come into view, with title, axes, legend and figures", async () => {
    const { page, errors, requests } = await openResults();
    const before = requests.length;
    await drawCharts(page);
    expect(requests.length).toBeGreaterThan(before);
    const chart = page.getByRole("figure", { name: "Belastung Ergebnisplan je Jahr" });
    expect(await chart.getByRole("list", { name: "Legende" }).getByRole("listitem").count()).toBe(
      7,
    );
    // Seven scenarios in ten years.
    expect(await chart.locator("svg rect[fill^='#']").count()).toBeGreaterThanOrEqual(70);
    await page.getByText("Zahlen als Tabelle").first().click();
    const figures = page.getByRole("region", { name: "Belastung Ergebnisplan je Jahr" });
    expect(await figures.getByRole("row").count()).toBe(8);
    // The library is content with our policy: no style or script was blocked.
    expect(errors).toEqual([]);
  });

  it.each([
    ["light", "#0B3C6F"],
    ["dark", "#B9D3F5"],
  ] as const)("colour their charts for %s ground", async (theme, colour) => {
    const { page } = await openResults(320, theme);
    await drawCharts(page);
    const chart = page.getByRole("figure", { name: "Belastung Ergebnisplan je Jahr" });
    expect(await chart.locator("li svg rect").first().getAttribute("fill")).toBe(colour);
    expect(await chart.locator(`svg rect[fill='${colour}']`).count()).toBeGreaterThanOrEqual(10);
  });

  it.each([
    ["light", "light", {}],
    ["dark", "dark", {}],
    ["forced colours", "light", { forcedColors: "active" }],
  ] as const)("obey WCAG in %s, also where a figure is explained", async (_, theme, media) => {
    const { page } = await openResults(320, theme);
    await page.emulateMedia(media);
    await drawCharts(page);
    expect(await violations(page)).toEqual([]);
    await page.getByTitle("Wie kommt diese Zahl zustande?").first().click();
    await page.getByRole("button", { name: "Zurück zum Ergebnis" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([320, 600])("reflow at %d pixels, in both languages", async (width) => {
    const { page } = await openResults(width);
    await drawCharts(page);
    expect(await isReflowed(page)).toBe(true);
    await page.getByRole("button", { name: "Switch to English" }).click();
    await page.getByText(/^The cheapest form of cooperation of each tax case costs/).waitFor();
    expect(await isReflowed(page)).toBe(true);
  });
});
