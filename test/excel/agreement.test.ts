import { ExcelWorkbook } from "../../src/workbook/excel";
import { differences } from "./facts";
import { fileFacts } from "./file-facts";
import { hostFacts } from "./host-facts";
import { openExcel } from "./open-excel";
import { planSample, sampleFile, sampleGrids } from "./sample";

/** What a file can say and Office.js cannot; `docs/excel-limits.md` says why. */
const DOCUMENTED = [
  /^chart [^:]+: alternative text: .+ \| –$/,
  /^chart [^:]+: series \d+ name from: .+ \| –$/,
  /^chart [^:]+: series \d+ pattern: \w+ \| –$/,
];

describe("the workbook that Excel holds", () => {
  it("is the one that the file side writes, but for what is documented", async () => {
    const grids = await sampleGrids();
    const { plan } = planSample(grids);
    const sheets = plan.sheets.map(({ name }) => name);

    const host = await openExcel(grids);
    await new ExcelWorkbook().write(plan);
    const inExcel = hostFacts(host.workbook, sheets);
    host.close();
    const file = sampleFile();
    await file.apply(plan);
    const inFile = fileFacts(file.save(), sheets);

    expect(inFile.size).toBeGreaterThan(30_000);
    const found = differences(inFile, inExcel);
    expect(found.filter((line) => !DOCUMENTED.some((known) => known.test(line)))).toEqual([]);
    // The list names nothing that does not occur.
    for (const known of DOCUMENTED) expect(found.some((line) => known.test(line))).toBe(true);
  });
});
