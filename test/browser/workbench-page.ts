import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "playwright-core";

export const SAMPLE = path.resolve(__dirname, "../../assets/beispielhaushalt.xlsx");

/** A cell of the sheet in front, counted from 0. */
export function cellAt(page: Page, row: number, column: number): Locator {
  return page.locator(`[data-row="${String(row)}"] [data-column="${String(column)}"]`);
}

/** Drops a file on the page, as from the desktop. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const carried = new DataTransfer();
      carried.items.add(new File([content], fileName));
      return carried;
    },
    [name, Buffer.from(bytes).toString("base64")] as const,
  );
  await page.dispatchEvent("header", "drop", { dataTransfer: transfer });
}

/** Begins the standard comparison and writes it, by the buttons of the pane. */
export async function writeComparison(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Szenarien", exact: true }).click();
  await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
  await page.getByRole("button", { name: "Ausgabe", exact: true }).click();
  await page.getByRole("button", { name: "Blätter schreiben" }).click();
  // Where the page is narrow, the tabs stand behind the pane.
  await page
    .getByRole("tab", { name: "KR Prüfung", includeHidden: true })
    .waitFor({ state: "attached" });
}

/** Saves by the button and gives the file with its name. */
export async function save(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /Speichern|Save/ }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    bytes: new Uint8Array(readFileSync(await download.path())),
  };
}
