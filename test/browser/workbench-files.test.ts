import AxeBuilder from "@axe-core/playwright";
import { plainGrid } from "../../src/budget/grid";
import { createWorkbook } from "../../src/workbook/package";
import { startPages } from "./browser";
import { cellAt, drop, SAMPLE, writeComparison } from "./workbench-page";

const pages = startPages();

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A budget whose years are named only in relation to the budget year. */
const RELATIVE_YEARS =
  "Produkt;Konto;Bezeichnung;Ansatz Vorjahr;Ansatz Haushaltsjahr\n" +
  "01.02.01;543100;Geschäftsaufwendungen;1.234,50;1.300,00\n" +
  "01.02.01;542900;Lizenzen;98.765,25;99.000,00\n" +
  "01.02.01;529100;Umlage Rechenzentrum;12.000,00;12.500,00\n";

describe("what a file holds and what the pane says of it", () => {
  it("makes numbers of a text file's amounts once it was told the year", async () => {
    const { page, errors } = await pages.open("");
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    await drop(page, "relativ.csv", encode(RELATIVE_YEARS));
    await page.getByRole("tab", { name: "relativ", exact: true }).waitFor();
    const content = page.getByRole("note", { name: "Formel oder Wert" });
    await cellAt(page, 2, 3).click();
    await content.filter({ hasText: /^98\.765,25$/ }).waitFor();
    await page.getByRole("textbox", { name: "Haushaltsjahr" }).fill("2027");
    await page.getByRole("button", { name: "Antworten und neu einlesen" }).click();
    await content.filter({ hasText: /^98765,25$/ }).waitFor();
    await page.getByRole("button", { name: "Weiter zur Zuordnung" }).waitFor();
    // A number stands on the right, and the account stays a text.
    const align = (column: number): Promise<string> =>
      cellAt(page, 2, column).evaluate((cell) => getComputedStyle(cell).textAlign);
    expect(await align(3)).toMatch(/right|end/);
    expect(await align(1)).not.toMatch(/right|end/);
    expect(errors).toEqual([]);
  });

  it("shows a text file's amounts whole, and a text over empty cells only", async () => {
    const { page, errors } = await pages.open("");
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    const text =
      "Bezeichnung des Produkts, zu dem die Zeile gehört, mit Nummer und Namen;Konto;Ansatz 2023;Ansatz 2024\n" +
      "Produkt 1;543100;-489.525.913,94;1.300,00\n" +
      "Produkt 2;542900;98.765,25;1.999.000,00\n";
    await drop(page, "breit.csv", encode(text));
    await page.getByRole("tab", { name: "breit", exact: true }).waitFor();
    // So many places Excel shows of a number without a format.
    await cellAt(page, 1, 2)
      .filter({ hasText: /^-489525913,9$/ })
      .waitFor();
    expect(await page.getByRole("gridcell", { name: /#/ }).count()).toBe(0);
    // The active cell keeps to itself too where its neighbour holds something.
    const first = cellAt(page, 0, 0);
    await first.click();
    expect(await first.getAttribute("aria-label")).toMatch(/^A1: /);
    expect(await first.evaluate((cell) => getComputedStyle(cell).overflowX)).toBe("hidden");
    expect(errors).toEqual([]);
  });

  it("offers a file or the sample where a file holds no budget, and speaks of no Excel", async () => {
    const { page, errors } = await pages.open("");
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    const letter = createWorkbook([plainGrid("Brief", [["Sehr geehrte Damen und Herren"]])]);
    await drop(page, "brief.xlsx", letter.save());
    await page.getByText("ist kein Haushalt zu erkennen").waitFor();
    expect(await page.getByRole("main").innerText()).not.toContain("Excel");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Datei öffnen" }).click(),
    ]);
    await chooser.setFiles(SAMPLE);
    await page.getByRole("heading", { name: "beispielhaushalt.xlsx" }).waitFor();
    await drop(page, "brief.xlsx", letter.save());
    await page.getByRole("button", { name: "Beispielhaushalt öffnen" }).click();
    await page.getByRole("heading", { name: "beispielhaushalt.xlsx" }).waitFor();
    expect(errors).toEqual([]);
  });
});

describe("where the page is narrow", () => {
  it("says beside the sheet that it was written, and takes it back from there", async () => {
    const { page } = await pages.open("", { viewport: { width: 320, height: 700 } });
    await page.getByRole("tab", { name: "Haushalt" }).waitFor();
    await page.getByRole("button", { name: "Aufgabenbereich" }).click();
    await writeComparison(page);
    await page.getByRole("tab", { name: "KR Übersicht", selected: true }).waitFor();
    const said = page
      .getByRole("status")
      .filter({ hasText: "Die Blätter stehen in der Arbeitsmappe." });
    await said.waitFor();
    await said.getByRole("button", { name: "Schreiben zurücknehmen" }).waitFor();
    const { violations } = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await said.getByRole("button", { name: "Schreiben zurücknehmen" }).click();
    await page.getByRole("status").filter({ hasText: "ist zurückgenommen" }).waitFor();
    expect(await page.getByRole("tab", { name: "KR Übersicht" }).count()).toBe(0);
  });
});
