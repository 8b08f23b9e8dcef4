import type { Grid } from "../../src/budget/grid";
import { readBudget } from "../../src/budget/read";
import { ExcelWorkbook } from "../../src/workbook/excel";
import type { Host } from "../host/host";
import { openExcel } from "./open-excel";
import { sampleGrids } from "./sample";

jest.setTimeout(60_000);

let fileGrids: readonly Grid[];
let host: Host;

beforeAll(async () => {
  fileGrids = await sampleGrids();
});

afterEach(() => {
  expect(host.breaches).toEqual([]);
  host.close();
});

/** What somebody reading the budget would see of it. */
const read = (grids: readonly Grid[]) =>
  readBudget(grids).map((reading) => ({
    name: reading.name,
    status: reading.status,
    totals: reading.status === "budget" ? reading.totals : undefined,
  }));

describe("the sample in Excel", () => {
  it("comes as sheets that are read like those of its file, and are not ours", async () => {
    host = await openExcel([]);
    const workbook = new ExcelWorkbook();
    const before = await workbook.sheets();
    await workbook.addSheets(fileGrids);
    const added = (await workbook.sheets()).slice(before.length);
    expect(added.map(({ name }) => name)).toEqual(fileGrids.map(({ name }) => name));
    expect(added.some(({ ours }) => ours)).toBe(false);
    const names = added.map(({ name }) => name);
    expect(read(await workbook.read(names))).toEqual(read(fileGrids));
    expect(host.errors).toEqual([]);
  });

  it("never takes the place of a sheet that is there", async () => {
    host = await openExcel(fileGrids);
    const workbook = new ExcelWorkbook();
    const adding = workbook.addSheets(fileGrids);
    await expect(adding).rejects.toMatchObject({
      name: "RefusedError",
      text: { de: expect.stringContaining("Es wird nicht überschrieben") as string },
    });
    expect(await workbook.sheets()).toHaveLength(fileGrids.length);
  });
});
