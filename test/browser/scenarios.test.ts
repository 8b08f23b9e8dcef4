import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { startPages } from "./browser";
import { openPaneInExcel } from "./excel-host";

// Excel, library and a dozen looks by axe take their time on a busy machine.
jest.setTimeout(240_000);

const pages = startPages();

/** The step with the standard comparison begun. */
async function begun(): Promise<Page> {
  const { page, errors } = await openPaneInExcel(pages, {
    prepare: (opened) => opened.setViewportSize({ width: 320, height: 800 }),
  });
  pageErrors.push(errors);
  await page.getByRole("button", { name: "Szenarien", exact: true }).click();
  await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
  await card(page, "USt berechnet, 19 %").waitFor();
  return page;
}

const pageErrors: (readonly string[])[] = [];

afterEach(() => {
  expect(pageErrors.splice(0).flat()).toEqual([]);
});

function card(page: Page, name: string): Locator {
  return page.getByRole("article", { name, exact: true });
}

async function openScenario(page: Page, name: string): Promise<void> {
  await card(page, name).getByRole("button", { name, exact: true }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}

/** Opens a block by the beginning of its line, which ends with its amount. */
async function openBlock(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${name}.*(€|Betrag|amount)`) }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.tagName ?? ""} ${element?.textContent ?? ""}`;
  });
}

describe("the step Szenarien", () => {
  it("shows the scenarios, the status quo first, and follows what is typed", async () => {
    const page = await begun();
    const names = await page.getByRole("article").getByRole("heading").allTextContents();
    expect(names).toHaveLength(7);
    expect(names[0]).toBe("Fortführung ohne Kooperation");
    const first = card(page, "Fortführung ohne Kooperation");
    expect(await first.getByRole("button", { name: /löschen$/ }).count()).toBe(0);

    const total = card(page, "USt berechnet, 19 %").getByText("Belastung Ergebnisplan, Summe");
    await total.waitFor();
    await openScenario(page, "USt berechnet, 19 %");
    await openBlock(page, "Schul-IT");
    const price = page.getByRole("textbox", { name: "Preis je Einheit im Jahr" });
    expect(await price.inputValue()).toBe("94.000");
    await price.fill("100 T€");
    await page.getByText("= 100.000 €").waitFor();
    await price.blur();
    expect(await price.inputValue()).toBe("100.000");
    await page.getByRole("button", { name: /^Zurück/ }).click();
    await page.getByRole("button", { name: "Schul-IT 300.000 € (2022)" }).waitFor();
    // Six scenarios shared the price.
    await page.getByRole("button", { name: /^Zurück/ }).click();
    await card(page, "Inhouse, ohne Prüfung").getByText("300.000 € (2022)").waitFor();
    await page.getByRole("button", { name: /^Rückgängig: Eingabe: Preis/ }).click();
    await card(page, "Inhouse, ohne Prüfung").getByText("282.000 € (2022)").waitFor();
  });

  it("keeps a text that is no number beside its field and goes on with the value before", async () => {
    const page = await begun();
    await openScenario(page, "USt berechnet, 19 %");
    await openBlock(page, "Schul-IT");
    const price = page.getByRole("textbox", { name: "Preis je Einheit im Jahr" });
    await price.fill("viel");
    const error = page.getByRole("alert").filter({ hasText: "ist keine Zahl" });
    expect(await error.textContent()).toContain("Bis dahin gilt weiter 94.000\u00a0€");
    expect(await price.getAttribute("aria-invalid")).toBe("true");
    await price.fill("19 %");
    await page.getByText("Hier steht ein Betrag in Euro.").waitFor();
    await price.fill("94,5 T€");
    expect(await page.getByRole("alert").filter({ hasText: "Betrag in Euro" }).count()).toBe(0);
  });

  it("asks whether a percentage was meant as a fraction, and takes the suggestion", async () => {
    const page = await begun();
    await page.getByRole("button", { name: /^Rahmen/ }).click();
    const rate = page.getByRole("textbox", { name: /^Kalkulationszinssatz/ });
    await rate.fill("0,19");
    await page.getByText("= 0,19 %").waitFor();
    await page.getByRole("button", { name: "Gemeint ist 19 %? Übernehmen" }).click();
    expect(await rate.inputValue()).toBe("19 %");
  });

  it("asks for whole inhabitants, and says that a negative price lowers the costs", async () => {
    const page = await begun();
    await page.getByRole("button", { name: /^Rahmen/ }).click();
    const people = page.getByRole("group", { name: "Einwohner" }).getByRole("textbox");
    await people.fill("1.234,5");
    await page.getByText("Bitte eine ganze Zahl eingeben. Bis dahin gilt weiter 44.000.").waitFor();
    await people.fill("44.000");
    await page.getByRole("button", { name: /^Zurück/ }).click();
    await openScenario(page, "USt berechnet, 19 %");
    await openBlock(page, "Schul-IT");
    const price = page.getByRole("textbox", { name: "Preis je Einheit im Jahr" });
    await price.fill("-100");
    await page.getByText("Ein negativer Betrag senkt die Kosten.").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await price.fill("100");
    expect(await page.getByText("Ein negativer Betrag senkt die Kosten.").count()).toBe(0);
  });

  it("adds a block whose figures are asked for, leads to what is missing, spreads and removes it", async () => {
    const page = await begun();
    await openScenario(page, "Inhouse, ohne Prüfung");
    await page.getByRole("button", { name: "Baustein ergänzen" }).click();
    await page.getByRole("button", { name: "Anschlusskosten", exact: true }).click();
    await page.getByRole("heading", { name: "Anschlusskosten", level: 1 }).waitFor();
    const link = page.getByRole("button", { name: /Anschlusskosten › Betrag im Jahr: bitte/ });
    await link.click();
    const amount = page.getByRole("textbox", { name: "Betrag im Jahr" });
    expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
    await amount.fill("12.000");
    await link.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Auch in 5 anderen Szenarien ergänzen" }).click();
    await page.getByRole("button", { name: "In allen 6 Szenarien löschen" }).click();
    await page.getByText("Baustein „Anschlusskosten“ in 6 Szenarien gelöscht").waitFor();
    await page.getByRole("button", { name: "Rückgängig", exact: true }).click();
    await page.getByRole("button", { name: "Anschlusskosten 12.000 € (2022)" }).waitFor();
    // A second VAT block is not offered.
    await page.getByRole("button", { name: "Baustein ergänzen" }).click();
    await page.getByRole("button", { name: "Umlage", exact: true }).waitFor();
    expect(await page.getByRole("button", { name: "Umsatzsteuer", exact: true }).count()).toBe(0);
  });

  it("takes a row of amounts pasted from Excel", async () => {
    const page = await begun();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await openScenario(page, "USt berechnet, 19 %");
    await openBlock(page, "Softwareabnahme");
    await page.evaluate(() => navigator.clipboard.writeText("180.000\t190.000,50\r\n"));
    const years = page.getByRole("group", { name: "Betrag nach Jahren" });
    await years.getByLabel("2024").click();
    await page.keyboard.press("Control+V");
    expect(await years.getByLabel("2024").inputValue()).toBe("180.000");
    expect(await years.getByLabel("2025").inputValue()).toBe("190.000,50");
    await years.getByText("fortgeschrieben 190.001 €").first().waitFor();
  });

  it("asks for the figures that a preset does not disclose before it is added", async () => {
    const page = await begun();
    await page.getByRole("button", { name: "Aus Vorlage ergänzen" }).click();
    await page.getByRole("searchbox").fill("arbeitsplatz");
    const add = page.getByRole("button", { name: "„Kreis, je Arbeitsplatz“ ergänzen" });
    expect(await add.getAttribute("aria-disabled")).toBe("true");
    await page.getByText("Nicht offengelegt, bitte angeben:").click();
    await page.getByLabel("Zahl der Arbeitsplätze der Stadt").fill("420");
    await add.click();
    await page.getByText("Ergänzt: Kreis, je Arbeitsplatz").waitFor();
    await page.getByRole("button", { name: /^Zurück/ }).click();
    await card(page, "Kreis, je Arbeitsplatz").getByText("630.000 € (2022)").waitFor();
  });

  it("is worked with the keyboard alone, which goes along from level to level", async () => {
    const page = await begun();
    const opener = card(page, "USt effektiv 10 %").getByRole("button", {
      name: "USt effektiv 10 %",
      exact: true,
    });
    await opener.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "USt effektiv 10 %", level: 1 }).waitFor();
    expect(await focused(page)).toBe("H1 USt effektiv 10 %");
    await page.getByRole("button", { name: /^Umsatzsteuer.*€/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Umsatzsteuer", level: 1 }).waitFor();
    expect(await focused(page)).toBe("H1 Umsatzsteuer");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "USt effektiv 10 %", level: 1 }).waitFor();
    expect(await focused(page)).toMatch(/^BUTTON Umsatzsteuer/);
    const up = page.getByRole("button", { name: "Umsatzsteuer nach oben" });
    await up.focus();
    await page.keyboard.press("Space");
    const lines = await page.getByRole("listitem").filter({ hasText: "€ (" }).allTextContents();
    expect(lines.map((line) => line.split(/\d/)[0])).toEqual([
      "Schul-IT",
      "Allgemeine Kooperationskosten",
      "Umsatzsteuer",
      "Softwareabnahme",
    ]);
  });

  it("speaks English", async () => {
    const page = await begun();
    await page.getByRole("button", { name: "Switch to English" }).click();
    await openScenario(page, "USt berechnet, 19 %");
    await openBlock(page, "Schul-IT");
    const price = page.getByRole("textbox", { name: "Price a unit a year" });
    expect(await price.inputValue()).toBe("94,000");
    await price.fill("1,234.5");
    await page.getByText("= 1,234.50 €").waitFor();
  });
});

const LEVELS: readonly { readonly name: string; readonly go: (page: Page) => Promise<void> }[] = [
  { name: "the list", go: () => Promise.resolve() },
  {
    name: "the frame",
    go: async (page) => page.getByRole("button", { name: /^Rahmen/ }).click(),
  },
  {
    name: "the presets",
    go: async (page) => {
      await page.getByRole("button", { name: "Aus Vorlage ergänzen" }).click();
      await page.getByText("Nicht offengelegt, bitte angeben:").first().click();
    },
  },
  { name: "a scenario", go: (page) => openScenario(page, "USt berechnet, 19 %") },
  {
    name: "the kinds of blocks",
    go: async (page) => {
      await openScenario(page, "USt berechnet, 19 %");
      await page.getByRole("button", { name: "Baustein ergänzen" }).click();
    },
  },
  {
    name: "services",
    go: async (page) => {
      await openScenario(page, "USt berechnet, 19 %");
      await openBlock(page, "Schul-IT");
      await page.getByText("Weitere Angaben").click();
      await page.getByRole("textbox", { name: "Preis je Einheit im Jahr" }).fill("viel");
    },
  },
  {
    name: "products",
    go: async (page) => {
      await openScenario(page, "USt berechnet, 19 %");
      await openBlock(page, "Softwareabnahme");
      await page.getByLabel("Art der Angabe").selectOption({ label: "Produkt für Produkt" });
      await page.getByRole("button", { name: "Ergänzen", exact: true }).click();
      await page.getByRole("button", { name: "Haushaltszeilen ergänzen" }).click();
    },
  },
  {
    name: "amounts by year",
    go: async (page) => {
      await openScenario(page, "USt berechnet, 19 %");
      await openBlock(page, "Softwareabnahme");
    },
  },
];

describe.each(LEVELS)("$name", ({ go }) => {
  it("passes axe in every look and needs no sideways scrolling", async () => {
    const page = await begun();
    await go(page);
    await page.getByRole("heading", { level: 1 }).waitFor();
    for (const media of [
      { colorScheme: "light", forcedColors: "none" },
      { colorScheme: "dark", forcedColors: "none" },
      { colorScheme: "light", forcedColors: "active" },
    ] as const) {
      await page.emulateMedia(media);
      const { violations } = await new AxeBuilder({ page })
        .exclude("[data-tabster-dummy]")
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    for (const width of [320, 600]) {
      await page.setViewportSize({ width, height: 800 });
      const wider = await page.evaluate(() => {
        const main = document.querySelector("main");
        return main === null ? -1 : main.scrollWidth - main.clientWidth;
      });
      expect([width, wider]).toEqual([width, 0]);
    }
  });
});
