import type { Grid } from "../../src/budget/grid";
import { RefusedError } from "../../src/finding";
import { createWorkbook, openPackage } from "../../src/workbook/package";
import { PLAIN_PLAN } from "./sample-plan";

const GRID: Grid = {
  name: "Haushalt & Plan, 2024",
  rows: [
    ["Konto", "Betrag", null, "Datum"],
    ["0529100", 1234.5, null, { kind: "date", iso: "2024-02-29" }],
    [],
    ["=böse", -3, true, { kind: "error", text: "#REF!" }],
  ],
  merges: [],
  formulaAt: () => undefined,
  formatAt: (_row, column) => (column === 1 ? "#,##0.00" : "General"),
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  hidden: false,
};

describe("createWorkbook", () => {
  it("holds the grid as it was given", async () => {
    const [read] = await createWorkbook([GRID]).read([GRID.name]);
    expect(read?.rows).toEqual(GRID.rows);
    expect(read?.formatAt(1, 1)).toBe("#,##0.00");
    expect(read?.formatAt(1, 0)).toBe("@");
    expect(read?.formatAt(0, 0)).toBe("General");
  });

  it("has columns as wide as what they hold, but not for texts that run over empty cells", async () => {
    const title = "Haushaltsplan der Stadt mit allen Produkten und allen Konten";
    const label = "Aufwendungen für Sach- und Dienstleistungen der Verwaltung";
    const rows = [
      [title],
      ["Konto", "Bezeichnung", "Ansatz 2024", "Bemerkung"],
      ["0529100", label, -489_525_913.94, title],
    ];
    const saved = createWorkbook([{ ...GRID, rows, formatAt: () => "General" }]).save();
    const view = await openPackage(saved).view(GRID.name);
    const usual = view.columnWidth(10);
    const [account, name, amount, remark] = [0, 1, 2, 3].map((column) => view.columnWidth(column));
    expect(account).toBe(usual);
    expect(remark).toBe(usual);
    expect(amount).toBeGreaterThan(7 * "-489525913,94".length);
    expect(name).toBeGreaterThan(7 * 40);
    expect(name).toBeLessThan(7 * label.length);
  });
});

describe("apply", () => {
  it("puts the sheets of the plan behind those of the user, marked as ours", async () => {
    const workbook = createWorkbook([GRID]);
    await workbook.apply(PLAIN_PLAN);
    const sheets = await openPackage(workbook.save()).sheets();
    expect(sheets).toEqual([
      { name: GRID.name, hidden: false, ours: false },
      { name: "KR Vergleich & Ergebnis", hidden: false, ours: true },
      { name: "KR Annahmen", hidden: false, ours: true },
    ]);
  });

  it("writes every cell so that it is read back: value, formula, format", async () => {
    const workbook = createWorkbook([GRID]);
    await workbook.apply(PLAIN_PLAN);
    const grids = await openPackage(workbook.save()).read(
      PLAIN_PLAN.sheets.map(({ name }) => name),
    );
    for (const [index, sheet] of PLAIN_PLAN.sheets.entries()) {
      for (const { row, column, value, formula, style } of sheet.cells) {
        const content = grids[index]?.rows[row]?.[column] ?? null;
        const isDate = style === "date" || style === "inputDate";
        expect(content).toEqual(isDate ? { kind: "date", iso: "2024-01-01" } : value);
        expect(grids[index]?.formulaAt(row, column)).toBe(formula);
      }
    }
  });

  it("gives the stored part back", async () => {
    const workbook = createWorkbook([GRID]);
    expect(await workbook.storedPart()).toBeUndefined();
    await workbook.apply(PLAIN_PLAN);
    expect(await openPackage(workbook.save()).storedPart()).toBe(PLAIN_PLAN.storedPart);
  });

  it("gives the same bytes for the same input", async () => {
    const files = [createWorkbook([GRID]), createWorkbook([GRID])];
    for (const file of files) await file.apply(PLAIN_PLAN);
    expect(files[0]?.save()).toEqual(files[1]?.save());
  });

  it("refuses a name that a foreign sheet has, and leaves the workbook as it was", async () => {
    const workbook = createWorkbook([{ ...GRID, name: "kr annahmen" }]);
    const before = workbook.save();
    await expect(workbook.apply(PLAIN_PLAN)).rejects.toThrow(RefusedError);
    await expect(workbook.apply(PLAIN_PLAN)).rejects.toMatchObject({
      text: { de: expect.stringContaining("schon ein Blatt „kr annahmen“") as string },
    });
    expect(workbook.save()).toEqual(before);
  });
});
