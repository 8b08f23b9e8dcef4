import { NOTICES } from "../../src/taskpane/session/words";
import { startPages } from "./browser";
import { openPaneInExcel } from "./excel-host";
import type { Host } from "../host/host";

const pages = startPages();
const OFFICE = "https://appsforoffice.microsoft.com/";

/** Waits until the page told the host something of a kind. */
async function told(host: Host, kind: string): Promise<Host["news"][number]> {
  for (;;) {
    const found = host.news.find((news) => news.kind === kind);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the library notes of buttons and the functions they call, its names in capital letters. */
interface Associations {
  readonly _association: { readonly mappings: Readonly<Record<string, unknown>> };
}

/** Presses “Write again” and gives the words in the window that opens. */
async function pressed(host: Host, language = "de-DE") {
  host.news.length = 0;
  const commands = await openPaneInExcel(pages, { host, address: "commands.html", language });
  // Excel keeps a press until the page has said which function the button calls; here that is waited for.
  await commands.page.waitForFunction(() => {
    const known = window as unknown as { Office?: { actions?: Partial<Associations> } };
    return known.Office?.actions?._association?.mappings["WRITEAGAIN"] !== undefined;
  });
  await commands.page.waitForTimeout(500);
  const id = host.press("writeAgain");
  const dialog = await told(host, "dialog opened");
  if (dialog.kind !== "dialog opened") throw new Error("no window");
  const { pathname, hash } = new URL(dialog.url);
  const window = await openPaneInExcel(pages, {
    host,
    address: `${pathname.slice(1)}${hash}`,
    isDialog: true,
    language,
  });
  const heading = await window.page.getByRole("heading").textContent();
  const sentences = await window.page.getByRole("paragraph").allTextContents();
  return { commands, window, heading, sentences, id };
}

describe("the button “Write again”, without the pane", () => {
  it("writes what the workbook says, tells so in a window, and is done when that is closed", async () => {
    const { page, host } = await openPaneInExcel(pages);
    await page.getByRole("button", { name: "Szenarien", exact: true }).click();
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
    await page.getByRole("button", { name: "Ausgabe", exact: true }).click();
    await page.getByRole("button", { name: "Blätter schreiben" }).click();
    await page.getByText(NOTICES.written.de).waitFor();
    await page.close();

    const inputs = host.workbook.sheets.find(({ name }) => name === "KR Annahmen");
    const label = [...(inputs?.cells ?? [])].find(
      ([, { value }]) => value === "Zinssatz zur Abzinsung",
    );
    const row = Math.floor((label?.[0] ?? 0) / 16384) + 1;
    host.type("KR Annahmen", `C${String(row)}`, 0.03);
    const result = await pressed(host);
    expect(result.heading).toBe("Die Blätter sind neu geschrieben.");
    expect(result.sentences[0]).toMatch(/^Geprüft: \d+ Zellen, davon \d+ Formeln\./);
    expect(host.news.map(({ kind }) => kind)).not.toContain("command completed");

    await result.window.page.getByRole("button", { name: "Schließen" }).click();
    await told(host, "message to parent");
    host.tell({ kind: "dialog message", message: "close" });
    expect(await told(host, "command completed")).toEqual({
      kind: "command completed",
      id: result.id,
    });
    expect(host.news.map(({ kind }) => kind)).toContain("dialog closed");
    expect(host.breaches).toEqual([]);
    for (const { errors, requests, page: opened } of [result.commands, result.window]) {
      expect(errors).toEqual([]);
      const own = new URL(opened.url()).origin;
      expect(requests.filter((url) => !url.startsWith(own) && !url.startsWith(OFFICE))).toEqual([]);
    }
  }, 180_000);

  it("says why nothing was written, in the language of Excel", async () => {
    const { host, page } = await openPaneInExcel(pages, { language: "en-US" });
    await page.close();
    const result = await pressed(host, "en-US");
    expect(result.heading).toBe("Nothing was written again.");
    expect(result.sentences).toEqual([
      "Nothing has been written into this workbook yet. Please open the pane with “Cost a cooperation”, add scenarios and write there.",
    ]);
    host.tell({ kind: "dialog closed" });
    await told(host, "command completed");
  }, 120_000);
});

describe("the button “Check what came back”", () => {
  it("opens the pane at what was changed, checked and can be mailed", async () => {
    const { page } = await openPaneInExcel(pages, { address: "taskpane.html?view=check" });
    await page.getByRole("heading", { level: 1, name: "Ausgabe" }).waitFor();
  });
});
