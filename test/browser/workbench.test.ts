import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { openPackage } from "../../src/workbook/package";
import { describeFindings, newFindings, validateWorkbook } from "../judges/validator";
import { wrongResults } from "../judges/written-file";
import { largeWorkbook } from "../workbook/large-workbook";
import { startPages } from "./browser";
import { cellAt, drop, SAMPLE, save, writeComparison } from "./workbench-page";

const pages = startPages();
const sample = new Uint8Array(readFileSync(SAMPLE));

/** Row and column of the discount rate on KR Annahmen. */
const DISCOUNT = [7, 4] as const;
/** Amounts on the sample's budget sheet: of a line of the IT, and of another one. */
const LINE_THAT_STAYS = [18, 4] as const;
const OTHER_LINE = [6, 4] as const;

async function textOf(page: Page, row: number, column: number): Promise<string> {
  return (await cellAt(page, row, column).textContent()) ?? "";
}

async function untilCell(page: Page, row: number, column: number, text: RegExp): Promise<void> {
  await cellAt(page, row, column).filter({ hasText: text }).waitFor();
}

describe("the workbench", () => {
  it("does the whole job from the dropped file to the saved one, asking nobody but its own server", async () => {
    const { page, errors, requests } = await pages.open("");
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    await drop(page, "Haushalt 2023.xlsx", sample);
    await page.getByRole("heading", { name: "Haushalt 2023.xlsx" }).waitFor();
    await writeComparison(page);
    await page.getByRole("tab", { name: "KR Annahmen" }).click();
    await cellAt(page, ...DISCOUNT).click();
    await page.keyboard.type("1,5");
    await page.keyboard.press("Enter");
    await untilCell(page, ...DISCOUNT, /^1,50 %$/);
    const { name, bytes } = await save(page);
    expect(name).toBe("Haushalt 2023-kooperation.xlsx");
    expect(
      describeFindings(newFindings(await validateWorkbook(sample), await validateWorkbook(bytes))),
    ).toBe("");
    expect(await wrongResults(bytes)).toEqual([]);
    const [assumptions] = await openPackage(bytes).read(["KR Annahmen"]);
    expect(assumptions?.rows[DISCOUNT[0]]?.[DISCOUNT[1]]).toBe(0.015);
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !/^(?:http:\/\/localhost:|blob:|data:)/.test(url))).toEqual([]);
  });

  it("lets everything follow from an input: other sheets, the pane, undo and redo", async () => {
    const { page, errors } = await pages.open("");
    await writeComparison(page);
    await page.getByRole("tab", { name: "KR Vergleich" }).click();
    const total = await textOf(page, 5, 4);
    await page.getByRole("tab", { name: "KR Annahmen" }).click();
    await cellAt(page, ...DISCOUNT).click();
    // The price change of goods, two blocks further down.
    for (let down = 0; down < 6; down++) await page.keyboard.press("ArrowDown");
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await untilCell(page, 13, 4, /^3,00 %$/);
    await page.getByRole("tab", { name: "KR Vergleich" }).click();
    await cellAt(page, 5, 4).waitFor();
    const after = await textOf(page, 5, 4);
    expect(after).toMatch(/ €$/);
    expect(after).not.toBe(total);
    await page.getByRole("button", { name: /^Rückgängig: Eingabe in 'KR Annahmen'!E14/ }).click();
    await untilCell(page, 5, 4, new RegExp(`^${total.replaceAll(".", "\\.")}$`));
    await page.getByRole("button", { name: /^Wiederholen/ }).click();
    await untilCell(page, 5, 4, new RegExp(`^${after.replaceAll(".", "\\.")}$`));
    expect(errors).toEqual([]);
  });

  it("refuses what an input does not take beside the cell, and says why other cells stay", async () => {
    const { page } = await pages.open("");
    await writeComparison(page);
    await page.getByRole("tab", { name: "KR Annahmen" }).click();
    await cellAt(page, ...DISCOUNT).click();
    await page.keyboard.type("hundert");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "„hundert %“ ist keine Zahl" }).waitFor();
    expect(await page.locator("[data-column] input").getAttribute("aria-invalid")).toBe("true");
    await page.keyboard.press("Escape");
    expect(await textOf(page, ...DISCOUNT)).toBe("0,90 %");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("x");
    await page
      .getByRole("alert")
      .filter({ hasText: "Dieser Text wird beim Schreiben erzeugt" })
      .waitFor();
    await page.getByRole("tab", { name: "Haushalt", exact: true }).click();
    await cellAt(page, 6, 4).click();
    await page.keyboard.press("F2");
    await page.getByRole("alert").filter({ hasText: "Ihre eigenen Blätter bleiben" }).waitFor();
  });

  it("is worked by keyboard alone, as Excel is", async () => {
    const { page } = await pages.open("");
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    await page.getByRole("tab", { name: "Deckblatt" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("tab", { name: "Haushalt", selected: true }).waitFor();
    await page.keyboard.press("Shift+Tab");
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    expect(await focused()).toMatch(/^A1: Stadt Musterfeld/);
    const walk: readonly (readonly [string, RegExp])[] = [
      ["ArrowDown", /^A2: /],
      ["Control+End", /^J80: /],
      ["Control+Home", /^E6: /],
      ["Home", /^A6: /],
      ["Control+ArrowDown", /^A12: /],
      ["End", /^J12: /],
      ["PageDown", /^J\d\d: /],
      ["Control+PageDown", /^A1: /],
    ];
    for (const [key, cell] of walk) {
      await page.keyboard.press(key);
      await page.waitForFunction(
        (pattern) =>
          new RegExp(pattern).test(document.activeElement?.getAttribute("aria-label") ?? ""),
        cell.source,
      );
    }
    await page.getByRole("tab", { name: "Schul-IT (T€)", selected: true }).waitFor();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("c9");
    await page.keyboard.press("Enter");
    expect(await focused()).toMatch(/^C9: /);
  });

  it("keeps unsaved work over a reload, offers it, and forgets it when told to", async () => {
    const { page } = await pages.open("");
    await writeComparison(page);
    await page.getByRole("heading", { name: "nicht gespeichert" }).waitFor();
    await page.waitForFunction(async () => {
      const databases = await indexedDB.databases();
      return databases.some(({ name }) => name === "kooperationsrechner");
    });
    // The draft is kept a moment after the last change, the file a moment after that.
    await page.waitForTimeout(4000);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole("button", { name: "Weiterarbeiten an „beispielhaushalt.xlsx“" }).click();
    await page.getByRole("tab", { name: "KR Übersicht" }).waitFor();
    await page.getByRole("heading", { name: "nicht gespeichert" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Verwerfen" }).click();
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    expect(await page.getByRole("tab", { name: "KR Übersicht" }).count()).toBe(0);
    await page.reload();
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
  });

  it("asks before another file takes the place of unsaved work", async () => {
    const { page } = await pages.open("");
    await writeComparison(page);
    await drop(page, "anderer.xlsx", sample);
    await page.getByRole("button", { name: "Abbrechen" }).click();
    expect(await page.getByRole("tab", { name: "KR Übersicht" }).count()).toBe(1);
    await drop(page, "anderer.xlsx", sample);
    await page.getByRole("button", { name: "Verwerfen und öffnen" }).click();
    await page.getByRole("heading", { name: "anderer.xlsx" }).waitFor();
    expect(await page.getByRole("tab", { name: "KR Übersicht" }).count()).toBe(0);
  });

  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  it.each([
    [
      "alt.xls",
      Uint8Array.from([...OLE, ...new Array<number>(600).fill(0)]),
      "das alte Excel-Format",
    ],
    ["kaputt.xlsx", sample.slice(0, 5000), "beschädigt oder unvollständig"],
    ["brief.pdf", new TextEncoder().encode("%PDF-1.7"), "ein PDF und keine Excel-Arbeitsmappe"],
    ["leer.xlsx", new Uint8Array(), "Die Datei ist leer"],
  ])("refuses %s in words and loses nothing", async (name, bytes, words) => {
    const { page } = await pages.open("");
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    await drop(page, name, bytes);
    await page.getByRole("alert").filter({ hasText: words }).waitFor();
    expect(await page.getByRole("tab", { name: "Haushalt" }).count()).toBe(1);
    expect(await page.getByRole("heading", { name: "beispielhaushalt.xlsx" }).count()).toBe(1);
  });

  it("opens a text file as a workbook with amounts as numbers", async () => {
    const { page } = await pages.open("");
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    const text =
      "Produkt;Konto;Bezeichnung;Ansatz 2023;Ansatz 2024\n" +
      "01.02.01;543100;Geschäftsaufwendungen;1.234,50;1.300,00\n" +
      "01.02.01;542900;Lizenzen;98.765,00;99.000,00\n";
    await drop(page, "haushalt.csv", new TextEncoder().encode(text));
    await page.getByRole("tab", { name: "haushalt", exact: true }).waitFor();
    await cellAt(page, 1, 3).click();
    expect(await page.getByRole("note", { name: "Formel oder Wert" }).textContent()).toBe("1234,5");
    await writeComparison(page);
    expect((await save(page)).name).toBe("haushalt-kooperation.xlsx");
  });

  it("shows in the grid what the pane speaks of", async () => {
    const { page } = await pages.open("");
    await writeComparison(page);
    await page.getByRole("button", { name: "KR Vergleich" }).first().click();
    await page.getByRole("tab", { name: "KR Vergleich", selected: true }).waitFor();
    expect(
      await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""),
    ).toMatch(/^A1: /);
  });

  it("leads from an input to its field and from a budget line to its assignment", async () => {
    const { page, errors } = await pages.open("");
    await writeComparison(page);
    await page.getByRole("tab", { name: "KR Annahmen" }).click();
    const toField = page.getByRole("button", { name: "Zum Eingabefeld" });
    await cellAt(page, DISCOUNT[0], 1).click();
    expect(await toField.count()).toBe(0);
    await cellAt(page, ...DISCOUNT).click();
    await toField.click();
    await page.getByRole("heading", { name: "Rahmen", level: 1 }).waitFor();
    const rate = page.getByRole("textbox", { name: /^Kalkulationszinssatz/ });
    expect(await rate.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByRole("tab", { name: "Haushalt", exact: true }).click();
    await cellAt(page, ...LINE_THAT_STAYS).click();
    await page.getByRole("button", { name: "Zuordnung: bleibt" }).click();
    await page.getByRole("heading", { name: "Zuordnung", level: 1 }).waitFor();
    await cellAt(page, ...OTHER_LINE).click();
    await page.getByRole("button", { name: "Zuordnung: nicht betroffen" }).waitFor();
    await cellAt(page, 0, 0).click();
    expect(await page.getByRole("button", { name: /^Zuordnung: / }).count()).toBe(0);
    await page.setViewportSize({ width: 400, height: 800 });
    await page.getByRole("button", { name: "Arbeitsmappe" }).click();
    await page.getByRole("tab", { name: "KR Annahmen" }).click();
    await toField.click();
    await rate.waitFor();
    expect(errors).toEqual([]);
  });

  it("stands behind a switch where the page is narrow, without scrolling sideways", async () => {
    const { page } = await pages.open("", { viewport: { width: 400, height: 800 } });
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    expect(await page.getByRole("separator").count()).toBe(0);
    await page.getByRole("button", { name: "Aufgabenbereich" }).click();
    await page.getByRole("button", { name: "Szenarien", exact: true }).waitFor();
    expect(await page.getByRole("grid").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      400,
    );
    await page.getByRole("button", { name: "Arbeitsmappe" }).click();
    await page.getByRole("grid").waitFor();
  });

  it("makes the pane wider and narrower by keys, within its bounds", async () => {
    const { page } = await pages.open("");
    const splitter = page.getByRole("separator", { name: "Breite des Aufgabenbereichs" });
    await splitter.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await splitter.getAttribute("aria-valuenow")).toBe("440");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    expect(await splitter.getAttribute("aria-valuenow")).toBe("320");
    await page.keyboard.press("End");
    expect(await splitter.getAttribute("aria-valuenow")).toBe("600");
  });

  it("draws of 100,000 rows only those in view", async () => {
    const { page, errors } = await pages.open("");
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    await drop(page, "gross.xlsx", largeWorkbook(100_000, 6));
    await page.getByRole("heading", { name: "gross.xlsx" }).waitFor();
    const grid = page.getByRole("grid");
    expect(Number(await grid.getAttribute("aria-rowcount"))).toBeGreaterThan(100_000);
    await cellAt(page, 3, 2).click();
    await page.keyboard.press("Control+End");
    await page.waitForFunction(() =>
      /^F100000: /.test(document.activeElement?.getAttribute("aria-label") ?? ""),
    );
    expect(await page.locator("[role=row]").count()).toBeLessThan(120);
    expect(errors).toEqual([]);
  });

  it("opens by address what lies in its own folder only", async () => {
    const { page, requests } = await pages.open("?open=https://example.com/opened/fremd.xlsx");
    await page.getByRole("heading", { name: "beispielhaushalt.xlsx" }).waitFor();
    expect(requests.filter((url) => url.includes("example.com/opened"))).toEqual(
      requests.slice(0, 1),
    );
  });

  it("speaks English where the browser does", async () => {
    const { page } = await pages.open("", { locale: "en-GB" });
    await page.getByRole("tab", { name: "Haushalt" }).click();
    await untilCell(page, 6, 4, /^114,902\.66$/);
    await page.getByRole("button", { name: "Save" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  });
});

/** Three looks at a whole page with a sheet of some hundred cells. */
const AXE_TIMEOUT = 180_000;

describe("the workbench is accessible", () => {
  it.each([
    ["light", "none", 1280],
    ["dark", "none", 1280],
    ["light", "active", 1280],
    ["light", "none", 400],
    ["dark", "none", 400],
  ] as const)(
    "%s, forced colours %s, %s pixels wide",
    async (colorScheme, forcedColors, width) => {
      const { page } = await pages.open("", {
        colorScheme,
        forcedColors,
        viewport: { width, height: 900 },
      });
      const narrow = width < 700;
      await page.getByRole("tab", { name: "Haushalt" }).waitFor();
      const check = async (): Promise<void> => {
        const { violations } = await new AxeBuilder({ page })
          .exclude("[data-tabster-dummy]")
          .analyze();
        expect(
          violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
          ),
        ).toEqual([]);
      };
      await check();
      if (narrow) await page.getByRole("button", { name: "Aufgabenbereich" }).click();
      await writeComparison(page);
      if (narrow) await page.getByRole("button", { name: "Arbeitsmappe" }).click();
      await page.getByRole("tab", { name: "KR Vergleich" }).click();
      await page
        .getByRole("img", { name: /Belastung Ergebnisplan/ })
        .first()
        .waitFor();
      await check();
      await page.getByRole("tab", { name: "KR Annahmen" }).click();
      await cellAt(page, ...DISCOUNT).click();
      await page.keyboard.type("x");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").filter({ hasText: "keine Zahl" }).waitFor();
      await check();
    },
    AXE_TIMEOUT,
  );
});
