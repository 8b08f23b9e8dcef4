import type { WorkbookPlan } from "../../src/workbook/plan";
import { ExcelWorkbook } from "../../src/workbook/excel";
import { SAMPLE_PLAN } from "../workbook/sample-plan";
import { DOCUMENTED } from "./documented";
import { differences } from "./facts";
import type { Facts } from "./facts";
import { fileFacts } from "./file-facts";
import { hostFacts } from "./host-facts";
import { openExcel } from "./open-excel";
import { planSample, sampleFile, sampleGrids } from "./sample";

// Microsoft's library, a workbook and an engine take seconds on a busy machine.
jest.setTimeout(60_000);

/** Writes a plan into the sample budget on both sides. */
async function writtenTwice(plan: WorkbookPlan): Promise<{ inFile: Facts; inExcel: Facts }> {
  const sheets = plan.sheets.map(({ name }) => name);
  const host = await openExcel(await sampleGrids());
  const report = await new ExcelWorkbook().apply(plan);
  const inExcel = hostFacts(host.workbook, sheets);
  host.close();
  expect(host.breaches).toEqual([]);
  expect(report.refused).toEqual([]);
  const file = sampleFile();
  await file.apply(plan);
  return { inFile: fileFacts(file.save(), sheets), inExcel };
}

/** A series whose name begins with “=” has a blank before it in Excel. */
const MARKED_NAME = /^chart [^:]+: series \d+ name: (=.*) \| {2}\1$/;

const isDocumented = (line: string) => DOCUMENTED.some((known) => known.test(line));

describe("the workbook that Excel holds is the one that the file side writes", () => {
  it("with the sheets of the sample budget, but for what is documented", async () => {
    const { plan } = planSample(await sampleGrids());
    const { inFile, inExcel } = await writtenTwice(plan);
    expect(inFile.size).toBeGreaterThan(30_000);
    const found = differences(inFile, inExcel);
    expect(found.filter((line) => !isDocumented(line))).toEqual([]);
    // The list names nothing that does not occur.
    for (const known of DOCUMENTED) expect(found.some((line) => known.test(line))).toBe(true);
  });

  it("with every kind of chart, rule and print set-up that a plan can hold", async () => {
    const { inFile, inExcel } = await writtenTwice(SAMPLE_PLAN);
    const found = differences(inFile, inExcel);
    expect(found.some((line) => MARKED_NAME.test(line))).toBe(true);
    expect(found.filter((line) => !isDocumented(line) && !MARKED_NAME.test(line))).toEqual([]);
  });
});
