import { openPaneInExcel } from "./excel-host";
import { type LoadedScripts, total, watchScripts } from "./loaded-scripts";
import { startPages } from "./browser";

/** Bytes, packed: what a slow line carries before anything is seen. */
const FIRST_VIEW = 150_000;
const pages = startPages();

describe("the scripts of the pane", () => {
  it(`are at most ${String(FIRST_VIEW / 1000)} KB for the first view, engine and Excel behind it`, async () => {
    let scripts: LoadedScripts | undefined;
    const { page } = await openPaneInExcel(pages, {
      prepare: async (opened) => {
        scripts = watchScripts(opened, pages.origin());
        // What the first view needs stands there before these arrive.
        await opened.route(/src_(?:taskpane_engine|budget|workbook_excel)_/, () => undefined);
      },
    });
    await page.getByRole("heading", { level: 1, name: "Haushalt" }).waitFor();
    const sizes = (await scripts?.sizes()) ?? new Map<string, number>();
    expect([...sizes.keys()].some((name) => name.startsWith("taskpane"))).toBe(true);
    expect(total(sizes.values())).toBeLessThanOrEqual(FIRST_VIEW);
  });
});
