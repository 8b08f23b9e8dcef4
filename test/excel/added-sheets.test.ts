import { readFileSync } from "node:fs";
import type { Grid } from "../../src/budget/grid";
import { sampleSheets } from "../../build/sample-sheets";
import { readBudget } from "../../src/budget/read";
import { addedSheet, type SampleSheet } from "../../src/taskpane/start-sample";
import { ExcelWorkbook } from "../../src/workbook/excel";
import type { Host } from "../host/host";
import { openExcel } from "./open-excel";
import { SAMPLE, sampleGrids } from "./sample";

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

/** Typed values, formulas and number formats of every cell. */
const cellsOf = ({ name, rows, formulaAt, formatAt }: Grid) => ({
  name,
  cells: rows.map((contents, row) =>
    contents.map((content, column) => [
      // What a formula gives, Excel calculates itself.
      formulaAt(row, column) ?? content,
      formatAt(row, column),
    ]),
  ),
});

describe("the sample in Excel", () => {
  it("comes as sheets that are read like those of its file, and are not ours", async () => {
    host = await openExcel([]);
    const workbook = new ExcelWorkbook();
    const before = await workbook.sheets();
    const sheets = JSON.parse(await sampleSheets(readFileSync(SAMPLE))) as SampleSheet[];
    await workbook.addSheets(sheets.map(addedSheet));
    const added = (await workbook.sheets()).slice(before.length);
    expect(added.map(({ name }) => name)).toEqual(fileGrids.map(({ name }) => name));
    expect(added.some(({ ours }) => ours)).toBe(false);
    const names = added.map(({ name }) => name);
    const inExcel = await workbook.read(names);
    expect(read(inExcel)).toEqual(read(fileGrids));
    expect(inExcel.map(cellsOf)).toEqual(fileGrids.map(cellsOf));
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
