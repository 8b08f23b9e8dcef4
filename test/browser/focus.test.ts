import type { Page } from "playwright-core";
import { startPages } from "./browser";
import { openPaneInExcel } from "./excel-host";

// Excel and library take their time on a busy machine.
jest.setTimeout(240_000);

const pages = startPages();

async function open(): Promise<Page> {
  const { page } = await openPaneInExcel(pages, {
    prepare: (opened) => opened.setViewportSize({ width: 320, height: 800 }),
  });
  await page.getByRole("button", { name: "„Haushalt“ ist kein Haushalt" }).waitFor();
  return page;
}

/** Presses a button by the keyboard and waits until the keyboard is at a place of that name. */
async function press(page: Page, button: string | RegExp, then: RegExp): Promise<void> {
  await page.getByRole("button", { name: button }).first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((pattern) => {
    const { activeElement, body } = document;
    if (!(activeElement instanceof HTMLElement) || activeElement === body) return false;
    const name = activeElement.getAttribute("aria-label") ?? activeElement.innerText;
    return new RegExp(pattern).test(`${activeElement.tagName} ${name}`);
  }, then.source);
}

describe("the keyboard in the pane", () => {
  it("goes to the heading of a step that a button leads to", async () => {
    const page = await open();
    await press(page, "Weiter zur Zuordnung", /^H1 Zuordnung/);
    await press(page, "Szenarien", /^BUTTON Szenarien/);
  });

  it("goes to what comes next when its button disappears", async () => {
    const page = await open();
    await press(page, "„Haushalt“ ist kein Haushalt", /^H1 Haushalt/);
    await page.getByText("„Haushalt“ zählt nicht als Haushalt").waitFor();
    await page.locator("summary", { hasText: "2 weitere Blätter, die nicht zählen" }).click();
    await press(page, "„Haushalt“ doch als Haushalt lesen", /^BUTTON „Deckblatt“/);

    await press(page, "Zuordnung", /^BUTTON Zuordnung/);
    await press(page, "Mit dem Standardvergleich beginnen", /^H1 Zuordnung/);
    await page.getByText("Neues Modell begonnen. Szenarien: 7.").waitFor();

    await press(page, "Szenarien", /^BUTTON Szenarien/);
    await press(page, "USt berechnet, 19 % löschen", /^BUTTON USt effektiv 10 %/);
    // The notice with the button goes; the keyboard is back where it was before.
    await press(page, /^Rückgängig$/, /^BUTTON USt effektiv 10 %/);
  });

  it("is left alone where the view places it itself, and where nothing disappears", async () => {
    const page = await open();
    await press(page, "Szenarien", /^BUTTON Szenarien/);
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
    await press(page, /^Rahmen/, /^H1 Rahmen/);
    await press(page, /^Zurück/, /^BUTTON Rahmen/);
    await page.getByRole("heading", { name: "Szenarien" }).click();
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(/^(?:H1|BODY)$/);
  });
});

describe("figures that the preset brought along", () => {
  it("are named before the scenarios, the result and the writing until they are replaced or confirmed", async () => {
    const page = await open();
    await press(page, "Szenarien", /^BUTTON Szenarien/);
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
    await page.getByText("Noch zu ersetzen (5)").waitFor();
    await page.getByRole("button", { name: "Einwohner 44.000", exact: true }).click();
    const field = page.getByRole("textbox", { name: "ab 2022" });
    await field.fill("104.000");
    const source = page.getByRole("textbox", { name: "Quelle: Einwohner" });
    expect(await source.inputValue()).toBe("Eigene Angabe (zuvor: Annahme der Vorlage)");
    await page.getByRole("button", { name: "Ausgabe", exact: true }).click();
    await page.getByText("Angaben, die noch die der Vorlage sind: 4.").waitFor();
    await page.getByRole("button", { name: "Ergebnis", exact: true }).click();
    await page.getByText("4 Angaben sind noch die der Vorlage.").waitFor();
    await press(page, "Angaben der Vorlage ansehen", /^H1 Szenarien/);
    for (const left of [3, 2, 1]) {
      await page
        .getByRole("button", { name: /: gilt auch bei uns$/ })
        .first()
        .click();
      await page.getByText(`Noch zu ersetzen (${String(left)})`).waitFor();
    }
    await page.getByRole("button", { name: /: gilt auch bei uns$/ }).click();
    await page.getByText(/^Noch zu ersetzen/).waitFor({ state: "detached" });
  });
});
