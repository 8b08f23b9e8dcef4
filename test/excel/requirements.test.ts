import type { Grid } from "../../src/budget/grid";
import { ExcelWorkbook } from "../../src/workbook/excel";
import { openExcel } from "./open-excel";
import { planSample, sampleGrids } from "./sample";

// Microsoft's library, a workbook and an engine take seconds on a busy machine.
jest.setTimeout(60_000);

let fileGrids: readonly Grid[];

beforeAll(async () => {
  fileGrids = await sampleGrids();
});

describe("an Excel that announces", () => {
  it.each(["1.14", "1.15"])("ExcelApi %s does the whole job", async (excelApi) => {
    const host = await openExcel(fileGrids, { excelApi });
    const workbook = new ExcelWorkbook();
    const grids = await workbook.read(fileGrids.map(({ name }) => name));
    const { plan } = planSample(grids, 1);
    expect(await workbook.apply(plan)).toEqual({ sheets: plan.sheets.length, refused: [] });
    expect((await workbook.readBack(plan)).agrees).toBe(true);
    expect(host.breaches).toEqual([]);
    // Nothing was asked of any other place than the library's own files.
    expect(host.library.refused).toEqual([]);
    host.close();
  });

  it("ExcelApi 1.13 is told what is missing, and nothing is asked of it", async () => {
    const host = await openExcel(fileGrids, { excelApi: "1.13" });
    const workbook = new ExcelWorkbook();
    const { plan } = planSample(fileGrids, 1);
    const jobs = [
      () => workbook.sheets(),
      () => workbook.read(["Haushalt"]),
      () => workbook.storedPart(),
      () => workbook.apply(plan),
      () => workbook.takeBackUnfinished(),
      () => workbook.readBack(plan),
    ];
    for (const job of jobs) {
      await expect(job()).rejects.toMatchObject({
        text: { de: expect.stringContaining("ExcelApi 1.14") as string },
      });
    }
    expect(host.batches).toEqual([]);
    host.close();
  });

  it("English as its language gives the same workbook", async () => {
    const { plan } = planSample(fileGrids, 1);
    const held = async (locale: string) => {
      const host = await openExcel(fileGrids, { locale });
      await new ExcelWorkbook().apply(plan);
      host.close();
      return host.workbook;
    };
    expect(await held("en-US")).toEqual(await held("de-DE"));
  });
});
