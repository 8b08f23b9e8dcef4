import { startPages } from "./browser";

const pages = startPages();

describe("the workbench", () => {
  it("opens on the sample and writes the standard comparison into it", async () => {
    const { page, errors, requests } = await pages.open("");
    await page.getByRole("button", { name: "Szenarien" }).click();
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
    await page.getByRole("button", { name: "Ausgabe" }).click();
    await page.getByRole("button", { name: "Blätter schreiben" }).click();
    await page.getByRole("listitem").filter({ hasText: "KR Übersicht" }).waitFor();
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith("http://localhost:"))).toEqual([]);
  });
});
