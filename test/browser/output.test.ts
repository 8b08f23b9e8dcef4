import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { startPages } from "./browser";
import { openPaneInExcel } from "./excel-host";

const pages = startPages();

/** The step Ausgabe in the pane as wide as Excel opens it, with two scenarios. */
async function openOutput(width = 320, theme: "light" | "dark" = "light") {
  const opened = await openPaneInExcel(pages, { theme });
  const { page } = opened;
  await page.setViewportSize({ width, height: 800 });
  await page.getByRole("button", { name: "Ausgabe", exact: true }).click();
  await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
  await page.getByText(/^In der Arbeitsmappe steht noch nichts von uns/).waitFor();
  return opened;
}

async function write(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Blätter schreiben" }).press("Enter");
  await page.getByText("Die Blätter in der Arbeitsmappe entsprechen dem Modell.").waitFor();
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .exclude("[data-tabster-dummy]")
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("the step of writing", () => {
  it("says what will be written, writes it, leads to the sheets and takes it back, by keyboard", async () => {
    const { page, host, errors } = await openOutput();
    const sheets = page.getByRole("region", { name: "Was geschrieben wird" });
    expect(await sheets.getByText("neu", { exact: true }).count()).toBe(14);
    await write(page);
    expect(await sheets.getByText("unverändert").count()).toBe(14);
    await sheets.getByRole("button", { name: "KR Vergleich" }).press("Enter");
    const selected = (): string | undefined =>
      host.workbook.sheets.find(({ id }) => id === host.workbook.selection?.sheet)?.name;
    for (let tries = 0; tries < 50 && selected() !== "KR Vergleich"; tries += 1) {
      await page.waitForTimeout(100);
    }
    expect(selected()).toBe("KR Vergleich");
    await page.getByRole("button", { name: "Schreiben zurücknehmen" }).last().press("Enter");
    await page.getByText(/^In der Arbeitsmappe steht noch nichts von uns/).waitFor();
    expect(host.breaches).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("checks the workbook before it is mailed", async () => {
    const { page } = await openOutput();
    await write(page);
    await page.getByRole("button", { name: "Arbeitsmappe prüfen" }).press("Enter");
    await page.getByText("Die Arbeitsmappe kann versandt werden.").waitFor();
    await page.getByText(/^Alle \d+ Prüfungen bestanden\.$/).waitFor();
  });

  it("compares the workbook with what was planned, and hands the comparison out", async () => {
    const { page } = await openOutput();
    await write(page);
    await page.getByRole("button", { name: "Mit dem Plan vergleichen" }).press("Enter");
    const save = page.getByRole("button", { name: "Abgleich als Datei speichern" });
    await save.waitFor();
    const download = page.waitForEvent("download");
    await save.press("Enter");
    const file = await download;
    expect(file.suggestedFilename()).toBe("abgleich.json");
    const comparison: unknown = JSON.parse(readFileSync(await file.path(), "utf8"));
    expect(comparison).toMatchObject({ agrees: true, missingSheets: [], differences: [] });
  });

  it("hands the model out as a file, takes it in again, and says what is wrong with another", async () => {
    const { page, errors } = await openOutput();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Modell speichern" }).press("Enter");
    const file = await download;
    expect(file.suggestedFilename()).toBe("IT-Kooperation.json");
    const text = readFileSync(await file.path(), "utf8");
    const put = (content: string): Promise<void> =>
      page.locator("input[type=file]").setInputFiles({
        name: "modell.json",
        mimeType: "application/json",
        buffer: Buffer.from(content),
      });
    await put(text.replace('"first": 2022', '"first": "2022"'));
    const problem = page.getByRole("alert").filter({ hasText: "modell.json" });
    await problem.getByText("„modell.json“ kann nicht geladen werden").waitFor();
    await problem.getByText(/^years\.first: /).waitFor();
    await put(text);
    await page.getByText("Modell aus „modell.json“ geladen").waitFor();
    expect(await problem.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it.each([
    ["light", "light", {}],
    ["dark", "dark", {}],
    ["forced colours", "light", { forcedColors: "active" }],
  ] as const)("obeys WCAG in %s, before and after writing", async (_, theme, media) => {
    const { page } = await openOutput(320, theme);
    await page.emulateMedia(media);
    expect(await violations(page)).toEqual([]);
    await write(page);
    await page.getByRole("button", { name: "Arbeitsmappe prüfen" }).click();
    await page.getByText("Die Arbeitsmappe kann versandt werden.").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([320, 600])("reflows at %d pixels, in both languages", async (width) => {
    const { page } = await openOutput(width);
    const isReflowed = (): Promise<boolean> =>
      page.evaluate(() => {
        const main = document.querySelector("main");
        return main !== null && main.scrollWidth <= main.clientWidth;
      });
    await write(page);
    expect(await isReflowed()).toBe(true);
    await page.getByRole("button", { name: "Switch to English" }).click();
    await page.getByRole("heading", { name: "Check before mailing" }).waitFor();
    expect(await isReflowed()).toBe(true);
  });
});
