import { openPaneInExcel } from "./excel-host";
import { type LoadedScripts, total, watchScripts } from "./loaded-scripts";
import { startPages } from "./browser";

/** Bytes, packed: what a slow line carries before anything is seen. */
const FIRST_VIEW = 150_000;
/** Bytes, packed: every step, what computes and what talks to Excel; all but the charts. */
const WHOLE_PANE = 350_000;

const STEPS = ["Haushalt", "Zuordnung", "Szenarien", "Ergebnis", "Ausgabe"];

const pages = startPages();

describe("the scripts of the pane", () => {
  it(`are at most ${String(FIRST_VIEW / 1000)} KB for the first view, engine and Excel behind it`, async () => {
    let scripts: LoadedScripts | undefined;
    const { page } = await openPaneInExcel(pages, {
      prepare: async (opened) => {
        scripts = watchScripts(opened, pages.origin());
        // What the first view needs stands there before these arrive.
        await opened.route(/\/(?:engine|computation|src_workbook_excel)/, () => undefined);
      },
    });
    await page.getByRole("heading", { level: 1, name: "Haushalt" }).waitFor();
    const sizes = (await scripts?.sizes()) ?? new Map<string, number>();
    expect([...sizes.keys()].some((name) => name.startsWith("taskpane"))).toBe(true);
    expect(total(sizes.values())).toBeLessThanOrEqual(FIRST_VIEW);
  });

  it(`are at most ${String(WHOLE_PANE / 1000)} KB in all, charts excepted`, async () => {
    let scripts: LoadedScripts | undefined;
    const { page } = await openPaneInExcel(pages, {
      prepare: (opened) => {
        scripts = watchScripts(opened, pages.origin());
        return Promise.resolve();
      },
    });
    await page.getByRole("button", { name: "Szenarien", exact: true }).click();
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
    for (const name of STEPS) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("heading", { level: 1, name }).waitFor();
    }
    await page.waitForLoadState("networkidle");
    const sizes = [...((await scripts?.sizes()) ?? [])];
    for (const part of ["computation", "workbook_excel", "steps"]) {
      expect([part, sizes.some(([name]) => name.includes(part))]).toEqual([part, true]);
    }
    const counted = sizes.filter(([name]) => !name.includes("chart")).map(([, size]) => size);
    expect(total(counted)).toBeLessThanOrEqual(WHOLE_PANE);
  });
});
