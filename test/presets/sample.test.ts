import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sheetCell } from "../../src/address";
import type { BudgetLine } from "../../src/budget/line";
import { recalculate } from "../judges/ironcalc";
import { describeFindings, validateWorkbook } from "../judges/validator";
import { budgetsOf, openSample, samplePath } from "./opened-sample";

const script = path.resolve(__dirname, "../../assets/sample/make.mjs");

describe("the sample budget", () => {
  it("is what its script makes of its figures, byte for byte", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "sample-"));
    try {
      const made = path.join(folder, "made.xlsx");
      execFileSync(process.execPath, [script, made]);
      expect(readFileSync(made).equals(readFileSync(samplePath))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it("has no finding of the Open XML SDK", async () => {
    const findings = await validateWorkbook(new Uint8Array(readFileSync(samplePath)));
    expect(describeFindings(findings)).toBe("");
  }, 60_000);

  it("holds with every sum what a second engine calculates", async () => {
    const { grids } = await openSample();
    const sheets = grids.map((grid) => ({
      name: grid.name,
      cells: grid.rows.flatMap((cells, row) =>
        cells.map((value, column) => {
          const formula = grid.formulaAt(row, column);
          return { row, column, value, ...(formula === undefined ? {} : { formula }) };
        }),
      ),
    }));
    const results = recalculate(sheets);
    const stored = new Map(
      sheets.flatMap(({ name, cells }) =>
        cells
          .filter(({ formula }) => formula !== undefined)
          .map(({ row, column, value }) => [sheetCell(name, row, column), value] as const),
      ),
    );
    expect(stored.size).toBeGreaterThan(90);
    for (const [cell, value] of stored) {
      expect([cell, results.get(cell)]).toEqual([cell, expect.closeTo(Number(value), 6)]);
    }
  });

  it("is read without any warning: a cover sheet and two budgets", async () => {
    const { readings } = await openSample();
    expect(readings.map(({ name, status }) => [name, status])).toEqual([
      ["Deckblatt", "ignored"],
      ["Haushalt", "budget"],
      ["Schul-IT (T€)", "budget"],
    ]);
    expect(
      readings.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== "note"),
    ).toEqual([]);
  });

  it("gives the totals its figures add up to, by year", async () => {
    const [main, school] = budgetsOf((await openSample()).readings);
    expect([main?.unit, main?.budgetYear, school?.unit, school?.budgetYear]).toEqual([
      "EUR",
      2023,
      "TEUR",
      2023,
    ]);
    expect(main?.totals.map(({ year, revenue, expense }) => [year, revenue, expense])).toEqual([
      [2021, 781_570.53, 5_099_770.25],
      [2022, 804_500, 5_312_300],
      [2023, 828_700, 5_644_900],
      [2024, 828_700, 5_707_900],
      [2025, 839_500, 5_798_000],
      [2026, 839_500, 5_876_400],
    ]);
    expect(school?.totals.map(({ year, revenue, expense }) => [year, revenue, expense])).toEqual([
      [2021, 186_400, 413_900],
      [2022, 210_000, 616_000],
      [2023, 190_000, 685_100],
      [2024, 60_000, 693_600],
      [2025, 60_000, 686_600],
      [2026, 60_000, 681_600],
    ]);
  });

  it("holds the figures of DB 2022 and 14 IT posts of PA 2021", async () => {
    const lines = budgetsOf((await openSample()).readings).flatMap((sheet) => sheet.lines);
    const planned = (product: string, account: string): readonly number[] => {
      const line = lines.find((one) => one.product === product && one.account === account);
      return [2022, 2023, 2024].map((year) => amountIn(line, year));
    };
    const product = (number: string, year: number): number =>
      lines
        .filter((line) => line.product === number)
        .reduce((sum, line) => sum + amountIn(line, year), 0);
    expect(planned("03.02.02", "529100")).toEqual([282_000, 335_600, 335_600]);
    expect(planned("01.02.01", "523310")).toEqual([10_000, 40_000, 40_000]);
    expect(planned("01.02.01", "523320")).toEqual([48_000, 172_000, 172_000]);
    expect(planned("01.02.02", "541200")).toEqual([51_200, 95_200, 75_800]);
    expect(planned("01.02.02", "529100")[0]).toBe(64_000);
    expect([product("01.02.02", 2022), product("01.02.02", 2023)]).toEqual([117_400, 138_800]);
    const posts = lines
      .filter((line) => line.product === "01.02.01")
      .map(({ label }) => Number(/\((\d+) Stellen\)/.exec(label)?.[1] ?? 0));
    expect(posts.reduce((sum, count) => sum + count, 0)).toBe(14);
  });

  it("takes an amount that is a text as the number it is", async () => {
    const lines = budgetsOf((await openSample()).readings).flatMap((sheet) => sheet.lines);
    const texts = lines
      .flatMap(({ amounts }) => amounts)
      .filter(({ text }) => text !== undefined)
      .map(({ text, value }) => [text, value]);
    expect(texts).toContainEqual(["1.234,56", 1234.56]);
  });

  it("charges internal IT services out as much as it takes in", async () => {
    const lines = budgetsOf((await openSample()).readings).flatMap((sheet) => sheet.lines);
    for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
      const sum = (account: string): number =>
        lines
          .filter((line) => line.account === account)
          .reduce((total, line) => total + amountIn(line, year), 0);
      expect(sum("481100")).toBeGreaterThan(0);
      expect(sum("581100")).toBe(sum("481100"));
    }
  });
});

function amountIn(line: BudgetLine | undefined, year: number): number {
  return line?.amounts.find((amount) => amount.year === year)?.value ?? 0;
}
