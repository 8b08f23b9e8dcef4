import { readFileSync } from "node:fs";
import path from "node:path";
import packageFile from "../../package.json";
import { readModel } from "../../src/model/model";
import { adaptPreset, presetModel } from "../../src/model/presets";
import { readBudgetSheets } from "../../src/run/budget-sheets";
import { dayByClock } from "../../src/run/clock";
import { budgetSheets, planModel } from "../../src/sheets/plan-model";
import { openPackage } from "../../src/workbook/package";
import { NOTICES } from "../../src/taskpane/session/words";
import { differences } from "../excel/facts";
import { DOCUMENTED } from "../excel/documented";
import { fileFacts } from "../excel/file-facts";
import { hostFacts } from "../excel/host-facts";
import { startPages } from "./browser";
import { openPaneInExcel } from "./excel-host";

const SAMPLE = path.resolve(__dirname, "../../assets/beispielhaushalt.xlsx");
const OFFICE = "https://appsforoffice.microsoft.com/";

const pages = startPages();

describe("the main job through Microsoft's library in Chromium", () => {
  it("gives the workbook that the file side writes", async () => {
    const { page, host, errors, requests } = await openPaneInExcel(pages);
    await page.getByRole("button", { name: "Szenarien", exact: true }).click();
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
    await page.getByRole("button", { name: "Ausgabe", exact: true }).click();
    await page.getByRole("button", { name: "Blätter schreiben" }).click();
    await page.getByText(NOTICES.written.de).waitFor();

    const file = openPackage(new Uint8Array(readFileSync(SAMPLE)));
    const budget = await readBudgetSheets(file, {});
    const { document, findings } = adaptPreset(
      presetModel(undefined, { language: "de", given: {} }),
      budgetSheets(budget.readings),
    );
    const { plan } = planModel(readModel(document), budget, findings, {
      language: "de",
      today: dayByClock(),
      version: packageFile.version,
      typed: [],
    });
    await file.apply(plan);
    const names = plan.sheets.map(({ name }) => name);
    const inFile = fileFacts(file.save(), names);
    expect(inFile.size).toBeGreaterThan(30_000);
    const found = differences(inFile, hostFacts(host.workbook, names));
    expect(found.filter((line) => !DOCUMENTED.some((known) => known.test(line)))).toEqual([]);

    expect(host.breaches).toEqual([]);
    expect(errors).toEqual([]);
    const own = new URL(page.url()).origin;
    const others = requests.filter((url) => !url.startsWith(own) && !url.startsWith(OFFICE));
    expect(others).toEqual([]);
  }, 180_000);
});
