import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { openPackage } from "../../src/workbook/package";
import { describeFindings, newFindings, validateWorkbook } from "../judges/validator";
import { wrongResults } from "../judges/written-file";
import { startPages } from "./browser";
import { cellAt, drop, save } from "./workbench-page";

// Thousands of lines, written and recalculated by another engine.
jest.setTimeout(240_000);

const shared = path.resolve(__dirname, "../../../shared/budgets");
const onShared = existsSync(shared) ? describe : (): undefined => undefined;
const pages = startPages();

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(path.join(shared, file)));

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click();

/** The workbench with a budget that was dropped on it. */
async function dropped(file: string): Promise<{ page: Page; errors: readonly string[] }> {
  const opened = await pages.open("");
  await opened.page.getByRole("tab", { name: "Haushalt" }).waitFor();
  await drop(opened.page, file, bytesOf(file));
  await opened.page.getByRole("heading", { name: file }).waitFor();
  return opened;
}

/** Accepts what the step Zuordnung suggests, which begins the standard comparison too. */
async function assignSuggested(page: Page): Promise<void> {
  await press(page, "Weiter zur Zuordnung");
  await page.getByRole("tab", { name: /^Vorschläge \([1-9]/ }).click();
  await press(page, /^(?:Alle .*übernehmen|Übernehmen)/);
  await page
    .getByText(/(?:haben|hat) jetzt die Rolle/)
    .first()
    .waitFor();
}

/** From scenarios to the saved file; changes a price on the way and sees the result follow. */
async function writeAndSave(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
  await press(page, "Szenarien");
  const scenario = page.getByRole("article", { name: "USt berechnet, 19 %", exact: true });
  const before = await scenario.innerText();
  await scenario.getByRole("button", { name: "USt berechnet, 19 %", exact: true }).click();
  await press(page, /^Schul-IT.*€/);
  await page.getByRole("textbox", { name: "Preis je Einheit im Jahr" }).fill("101,5 T€");
  await press(page, /^Zurück/);
  await press(page, /^Zurück/);
  expect(await scenario.innerText()).not.toBe(before);
  await press(page, "Ergebnis");
  await page.getByRole("heading", { name: "Ergebnis", level: 1 }).waitFor();
  await page.getByRole("table").first().waitFor();
  await press(page, "Ausgabe");
  await press(page, "Blätter schreiben");
  await page.getByText("Die Blätter stehen in der Arbeitsmappe.").waitFor();
  return save(page);
}

onShared("the whole job in the workbench on budgets nobody here wrote", () => {
  it("a state's budget in a workbook of fifteen sheets", async () => {
    const file = "brandenburg_2017_18_multisheet.xlsx";
    const { page, errors } = await dropped(file);
    await page.getByText("14 weitere Blätter, die nicht zählen").waitFor();
    await assignSuggested(page);
    const { name, bytes } = await writeAndSave(page);
    expect(name).toBe("brandenburg_2017_18_multisheet-kooperation.xlsx");
    const before = await validateWorkbook(bytesOf(file));
    expect(describeFindings(newFindings(before, await validateWorkbook(bytes)))).toBe("");
    expect(await wrongResults(bytes)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("a municipality's accounts as text", async () => {
    const { page, errors } = await dropped("merzenich_2015_konten.csv");
    await assignSuggested(page);
    const { name, bytes } = await writeAndSave(page);
    expect(name).toBe("merzenich_2015_konten-kooperation.xlsx");
    expect(describeFindings(await validateWorkbook(bytes))).toBe("");
    expect(await wrongResults(bytes)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("a cash plan that names two of its years only when it is asked", async () => {
    const file = "wuppertal_2012_gesamtfinanzplan.csv";
    const { page, errors } = await dropped(file);
    const content = page.getByRole("note", { name: "Formel oder Wert" });
    await cellAt(page, 2, 1).click();
    expect(await content.textContent()).toBe("-489.525.913,94");
    await page.getByRole("textbox", { name: "Haushaltsjahr" }).fill("2012");
    await press(page, "Antworten und neu einlesen");
    await page.getByRole("button", { name: "Weiter zur Zuordnung" }).waitFor();
    // What is understood is a number in the workbook too.
    await content.filter({ hasText: /^-489525913,94$/ }).waitFor();
    await press(page, "Weiter zur Zuordnung");
    await press(page, "Mit dem Standardvergleich beginnen");
    const { bytes } = await writeAndSave(page);
    expect(describeFindings(await validateWorkbook(bytes))).toBe("");
    expect(await wrongResults(bytes)).toEqual([]);
    const [plan] = await openPackage(bytes).read(["wuppertal_2012_gesamtfinanzplan"]);
    expect(plan?.rows[2]?.[1]).toBe(-489525913.94);
    expect(errors).toEqual([]);
  });

  it("forms without a figure are refused, with what to do instead", async () => {
    const { page, errors } = await dropped("bw_vwv_muster_leer.xlsx");
    await page.getByText("nicht lesbar", { exact: true }).first().waitFor();
    await page.getByText("In dieser Arbeitsmappe ist kein Haushalt zu erkennen.").waitFor();
    expect(await page.getByRole("button", { name: "Weiter zur Zuordnung" }).count()).toBe(0);
    await page.getByText("Sie verlässt diesen Rechner nicht.").waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Datei öffnen" }).click(),
    ]);
    await chooser.setFiles(path.join(shared, "merzenich_2015_konten.csv"));
    await page.getByRole("button", { name: "Weiter zur Zuordnung" }).waitFor();
    expect(errors).toEqual([]);
  });
});
