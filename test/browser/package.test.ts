import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PAGES_FOLDER } from "../../build/build-pages";
import { writePackage } from "../../build/written-package";
import { startPages } from "./browser";
import { openPaneInExcel } from "./excel-host";

const folder = mkdtempSync(path.join(tmpdir(), "koop-package-"));
const pages = startPages(path.join(folder, "package", "webserver"));

beforeAll(() => {
  writePackage({
    pages: PAGES_FOLDER,
    address: "https://intranet.stadt.example/",
    ownLibrary: true,
    out: path.join(folder, "package"),
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the package for a closed network", () => {
  it("runs in Excel and asks nobody but its own server", async () => {
    const { page, host, errors, requests } = await openPaneInExcel(pages);
    await page.getByRole("button", { name: "Szenarien", exact: true }).click();
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).waitFor();
    expect(host.batches.length).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    const own = new URL(page.url()).origin;
    expect(requests.some((url) => url === `${own}/office/office.js`)).toBe(true);
    expect(requests.filter((url) => !url.startsWith(own))).toEqual([]);
  });
});
