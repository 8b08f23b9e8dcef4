import { type CellContent, type Grid, plainGrid } from "../../src/budget/grid";
import { readBudget } from "../../src/budget/read";
import { ExcelWorkbook, readBackJson } from "../../src/workbook/excel";
import { changed } from "../host/dirty";
import type { Host } from "../host/host";
import { cellAt } from "../host/state";
import { openExcel } from "./open-excel";
import { planSample, sampleGrids } from "./sample";

// Microsoft's library, a workbook and an engine take seconds on a busy machine.
jest.setTimeout(60_000);

let fileGrids: readonly Grid[];
let host: Host;

beforeAll(async () => {
  fileGrids = await sampleGrids();
});

afterEach(() => {
  // What the stand-in or the library does not know must never pass for done.
  expect(host.breaches).toEqual([]);
  host.close();
});

describe("the main job in Excel", () => {
  it("reads the sheets as they stand in the file", async () => {
    host = await openExcel(fileGrids);
    const workbook = new ExcelWorkbook();
    const names = (await workbook.sheets()).map(({ name }) => name);
    expect(names).toEqual(fileGrids.map(({ name }) => name));
    const grids = await workbook.read(names);
    for (const [index, grid] of grids.entries()) {
      const file = fileGrids[index];
      expect(grid.rows.map(rounded)).toEqual(file?.rows.map(rounded));
      expect(grid.merges).toEqual(file?.merges);
      expect(grid.hidden).toBe(file?.hidden);
      expect([...grid.hiddenRows]).toEqual([...(file?.hiddenRows ?? [])]);
      expect([...grid.hiddenColumns]).toEqual([...(file?.hiddenColumns ?? [])]);
      for (const [row, cells] of grid.rows.entries()) {
        for (const column of cells.keys()) {
          expect(grid.formatAt(row, column)).toBe(file?.formatAt(row, column));
        }
      }
    }
    const statuses = (read: readonly Grid[]) => readBudget(read, {}).map(({ status }) => status);
    expect(statuses(grids)).toEqual(statuses(fileGrids));
  });

  it("writes the sheets, and every cell shows what was computed", async () => {
    host = await openExcel(fileGrids);
    const workbook = new ExcelWorkbook();
    const { plan } = planSample(fileGrids);
    const steps: [number, number][] = [];
    const report = await workbook.apply(plan, {
      progress: (done, total) => steps.push([done, total]),
    });
    expect(report).toEqual({ sheets: plan.sheets.length, refused: [] });
    expect(host.errors).toEqual([]);
    expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1]);
    const result = await workbook.readBack(plan);
    expect(result.differences).toEqual([]);
    expect(result.agrees).toBe(true);
    expect(result.formulas).toBeGreaterThan(3000);
    expect((await workbook.sheets()).filter(({ ours }) => ours).map(({ name }) => name)).toEqual(
      plan.sheets.map(({ name }) => name),
    );
    expect(await workbook.storedPart()).toBe(plan.storedPart);
    // The journal of the run is gone.
    expect(host.workbook.customXml.size).toBe(1);
  });

  it("leaves a sheet of the user's alone that has the name of ours", async () => {
    host = await openExcel([...fileGrids, plainGrid("kr prüfung", [])]);
    const before = structuredClone(host.workbook);
    await expect(new ExcelWorkbook().apply(planSample(fileGrids).plan)).rejects.toMatchObject({
      text: { de: expect.stringContaining("„kr prüfung“") as string },
    });
    expect(host.workbook).toEqual(before);
  });

  it("stops when asked to, and nothing is left behind", async () => {
    host = await openExcel(fileGrids);
    const before = structuredClone(host.workbook.sheets);
    const stop = new AbortController();
    const writing = new ExcelWorkbook().apply(planSample(fileGrids).plan, {
      signal: stop.signal,
      progress: () => stop.abort(),
    });
    await expect(writing).rejects.toMatchObject({ name: "AbortError" });
    expect(host.workbook.sheets).toEqual(before);
    expect(host.workbook.names).toEqual([]);
    expect(host.workbook.customXml.size).toBe(0);
  });

  it("shifts dates in a workbook that counts from 1904", async () => {
    host = await openExcel(fileGrids);
    host.workbook.date1904 = true;
    const workbook = new ExcelWorkbook();
    expect((await workbook.settings()).date1904).toBe(true);
    const { plan } = planSample(fileGrids);
    await workbook.apply(plan);
    const sheet = plan.sheets.find(({ cells }) => cells.some(isDateInput));
    const cell = sheet?.cells.find(isDateInput);
    const written = host.workbook.sheets.find(({ name }) => name === sheet?.name);
    const key = (cell?.row ?? 0) * 16384 + (cell?.column ?? 0);
    expect(written?.cells.get(key)?.value).toBe(Number(cell?.value) - 1462);
  });

  it("says what settings of the workbook change the results", async () => {
    host = await openExcel(fileGrids);
    host.workbook.calculationMode = "Manual";
    host.workbook.precisionAsDisplayed = true;
    const workbook = new ExcelWorkbook();
    const { plan } = planSample(fileGrids);
    await workbook.apply(plan);
    const { words } = await workbook.readBack(plan);
    expect(words.map(({ de }) => de)).toEqual([
      expect.stringMatching(/^Geprüft: \d+ Zellen/) as string,
      expect.stringContaining("F9") as string,
      expect.stringContaining("Genauigkeit wie angezeigt") as string,
    ]);
  });

  it("finds results that have moved, and a sheet that is gone", async () => {
    host = await openExcel(fileGrids);
    const workbook = new ExcelWorkbook();
    const { plan } = planSample(fileGrids);
    await workbook.apply(plan);
    const input = plan.sheets
      .find(({ name }) => name === "KR Annahmen")
      ?.cells.find(({ style, value }) => style === "inputAmount" && Number(value) > 0);
    const sheets = host.workbook.sheets;
    const assumptions = sheets.find(({ name }) => name === "KR Annahmen");
    const cell = assumptions?.cells.get((input?.row ?? 0) * 16384 + (input?.column ?? 0));
    if (cell === undefined) throw new Error("no input was written");
    cell.value = Number(cell.value) + 1000;
    host.workbook.sheets = sheets.filter(({ name }) => name !== "KR Prüfung");
    changed(host.workbook);
    const { agrees, differences, missingSheets, words } = await workbook.readBack(plan);
    expect(agrees).toBe(false);
    expect(missingSheets).toEqual(["KR Prüfung"]);
    const values = differences.filter(({ what }) => what === "value");
    expect(values).toContainEqual({
      cell: expect.stringContaining("'KR Annahmen'!") as string,
      what: "value",
      expected: input?.value,
      found: cell.value,
    });
    // Whatever hangs on the input moves with it.
    expect(values.some(({ cell: place }) => place.startsWith("'KR Vergleich'!"))).toBe(true);
    expect(words[0]?.de).toContain("Es fehlen geschriebene Blätter: KR Prüfung");
  });

  it("finds a formula that somebody replaced", async () => {
    host = await openExcel(fileGrids);
    const workbook = new ExcelWorkbook();
    const { plan } = planSample(fileGrids);
    await workbook.apply(plan);
    const sheet = plan.sheets.find(({ name }) => name === "KR Vergleich");
    const total = sheet?.cells.find(({ formula, value }) => formula !== undefined && value !== 0);
    const written = host.workbook.sheets.find(({ name }) => name === "KR Vergleich");
    const changedCell = written?.cells.get((total?.row ?? 0) * 16384 + (total?.column ?? 0));
    if (changedCell === undefined) throw new Error("nothing was written");
    delete changedCell.formula;
    const { agrees, differences, words } = await workbook.readBack(plan);
    expect(agrees).toBe(false);
    expect(differences[0]).toMatchObject({
      what: "formula",
      expected: total?.formula,
      found: null,
    });
    expect(words[0]?.de).toContain(differences[0]?.cell);
    const report = { agrees, differences, words, cells: 1, formulas: 1, missingSheets: [] };
    const file: unknown = JSON.parse(readBackJson(report, { version: "0.1.0" }));
    expect(file).toMatchObject({
      format: 1,
      version: "0.1.0",
      agrees: false,
      differences,
      words: { de: words.map(({ de }) => de) },
    });
  });
});

/** The engine of the stand-in gives fourteen decimals of its sums. */
function rounded(row: readonly CellContent[]): readonly CellContent[] {
  return row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(6)) : cell));
}

describe("reading in Excel", () => {
  it("tells hidden parts, errors, truth values, dates and texts that look like formulas", async () => {
    host = await openExcel([plainGrid("", [])]);
    const [sheet] = host.workbook.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    sheet.name = "Plan";
    sheet.visibility = "Hidden";
    sheet.hiddenRows.add(3);
    sheet.hiddenColumns.add(2);
    sheet.merges.push({ firstRow: 2, firstColumn: 1, lastRow: 2, lastColumn: 3 });
    cellAt(sheet, 2, 1).value = "=Summe";
    cellAt(sheet, 2, 2).value = { error: "#N/A" };
    Object.assign(cellAt(sheet, 3, 1), { value: 45000, numberFormat: "dd\\.mm\\.yyyy" });
    cellAt(sheet, 3, 2).value = true;
    cellAt(sheet, 5, 3).formula = "=B4+1";
    changed(host.workbook);
    const [grid] = await new ExcelWorkbook().read(["Plan"]);
    expect(grid).toMatchObject({
      name: "Plan",
      hidden: true,
      rows: [
        [],
        [],
        [null, "=Summe", { kind: "error", text: "#N/A" }],
        [null, { kind: "date", iso: "2023-03-15" }, true],
        [],
        [null, null, null, 45001],
      ],
      merges: [{ firstRow: 2, firstColumn: 1, lastRow: 2, lastColumn: 3 }],
      hiddenRows: new Set([3]),
      hiddenColumns: new Set([2]),
    });
    expect(grid?.formulaAt(5, 3)).toBe("=B4+1");
    expect(grid?.formulaAt(2, 1)).toBeUndefined();
    expect(grid?.formatAt(3, 1)).toBe("dd\\.mm\\.yyyy");
  });

  it("gives an empty sheet without rows, and refuses one that is not there", async () => {
    host = await openExcel([plainGrid("Leer", [])]);
    const workbook = new ExcelWorkbook();
    expect((await workbook.read(["Leer"])).map(({ rows }) => rows)).toEqual([[]]);
    await expect(workbook.read(["Weg"])).rejects.toMatchObject({
      text: { de: expect.stringContaining("kein Tabellenblatt „Weg“") as string },
    });
  });
});

function isDateInput({ style, value }: { style: string; value: unknown }): boolean {
  return style === "inputDate" && typeof value === "number";
}
