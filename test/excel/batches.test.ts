import type { Grid } from "../../src/budget/grid";
import { ExcelWorkbook } from "../../src/workbook/excel";
import { fillWorkbook } from "../host/fill-workbook";
import type { Host } from "../host/host";
import { emptyWorkbook } from "../host/state";
import { openExcel } from "./open-excel";
import { planSample, sampleGrids } from "./sample";

// Microsoft's library, a workbook and an engine take seconds on a busy machine.
jest.setTimeout(60_000);

const MOST_BYTES = 5 * 1024 * 1024;

let fileGrids: readonly Grid[];
let host: Host;
const workbook = new ExcelWorkbook();

beforeAll(async () => {
  fileGrids = await sampleGrids();
  host = await openExcel(fileGrids);
});

beforeEach(() => {
  host.workbook = emptyWorkbook();
  host.batches.length = 0;
});

afterEach(() => {
  expect(host.breaches).toEqual([]);
  for (const { requestBytes, responseBytes } of host.batches) {
    expect(requestBytes).toBeLessThan(MOST_BYTES);
    expect(responseBytes).toBeLessThan(MOST_BYTES);
  }
});

afterAll(() => host.close());

/** A made-up sheet of text and numbers. */
function largeGrid(name: string, rows: number, columns: number, text: string): Grid {
  return {
    name,
    rows: Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: columns }, (_column, column) =>
        column % 2 === 0 ? row + column : `${text} ${String(row)}`,
      ),
    ),
    merges: [],
    formulaAt: () => undefined,
    formatAt: () => "#,##0.00",
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    hidden: false,
  };
}

describe("batches of reading", () => {
  it.each([1, 12, 40])("are two for %i small sheets", async (count) => {
    const grids = Array.from({ length: count }, (_item, index) =>
      largeGrid(`Blatt ${String(index)}`, 20, 6, "Konto"),
    );
    fillWorkbook(host.workbook, grids);
    const read = await workbook.read(grids.map(({ name }) => name));
    expect(read.map(({ rows }) => rows)).toEqual(grids.map(({ rows }) => rows));
    expect(host.batches).toHaveLength(2);
  });

  it("are one more for each 5 MB", async () => {
    const grids = [
      largeGrid("Haushalt", 9000, 12, "Aufwendungen für Sach- und Dienstleistungen"),
      largeGrid("Anlagen", 3000, 12, "Erträge"),
    ];
    fillWorkbook(host.workbook, grids);
    const read = await workbook.read(["Haushalt", "Anlagen"]);
    expect(read.map(({ rows }) => rows)).toEqual(grids.map(({ rows }) => rows));
    const bytes = host.batches.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
    expect(bytes).toBeGreaterThan(MOST_BYTES);
    expect(host.batches.length).toBeLessThanOrEqual(1 + Math.ceil(bytes / (MOST_BYTES / 2)));
  });
});

describe("batches of reading long texts", () => {
  it("are halved when the answer would be too large", async () => {
    const grid = largeGrid("Erläuterungen", 800, 4, "x".repeat(3000));
    fillWorkbook(host.workbook, [grid]);
    const [read] = await workbook.read(["Erläuterungen"]);
    expect(read?.rows).toEqual(grid.rows);
    host.batches.length = 0;
  });
});

describe("batches of writing", () => {
  it("are four, however many scenarios there are", async () => {
    const counts: number[] = [];
    for (const scenarios of [0, 1, 6]) {
      host.workbook = emptyWorkbook();
      fillWorkbook(host.workbook, fileGrids);
      host.batches.length = 0;
      await workbook.apply(planSample(fileGrids, scenarios).plan);
      counts.push(host.batches.length);
    }
    expect(counts).toEqual([4, 4, 4]);
  });

  it("stay below the limit when there is more than one batch holds", async () => {
    fillWorkbook(host.workbook, fileGrids);
    const { plan } = planSample(fileGrids, 14);
    await workbook.apply(plan);
    expect(host.batches.length).toBeGreaterThan(4);
    expect(host.errors).toEqual([]);
  });
});
