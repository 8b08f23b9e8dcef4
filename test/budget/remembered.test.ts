import type { CellContent, Grid } from "../../src/budget/grid";
import type { RememberedCorrection, SheetCorrection, SheetReading } from "../../src/budget/line";
import { readBudget } from "../../src/budget/read";
import { rememberCorrections } from "../../src/budget/remembered";
import { codes, gridOf, sums, understood } from "./grids";

function budget(year: number, name = "Haushalt", more: readonly CellContent[][] = []): Grid {
  return gridOf(
    [
      ["Konto", "Bezeichnung", `Ansatz ${year}`, "Sonderspalte"],
      ["5291", "Aufwendungen für Software", 10, 12.5],
      ...more,
      ["5292", "Aufwendungen für Wartung", 20, 13.5],
    ],
    { name },
  );
}

const CORRECTION: SheetCorrection = {
  sheet: "Haushalt",
  unit: "TEUR",
  columns: [{ column: 3, means: "amount", year: 2025, kind: "planung" }],
  leaveOut: [2],
};

function read(
  grids: readonly Grid[],
  remembered: readonly RememberedCorrection[],
): readonly SheetReading[] {
  return readBudget(grids, { remembered });
}

function only(grid: Grid, remembered: readonly RememberedCorrection[]): SheetReading {
  const [reading] = read([grid], remembered);
  if (reading === undefined) throw new Error("no reading");
  return reading;
}

function messages(reading: SheetReading, code: string): string[] {
  return reading.findings.filter((one) => one.code === code).map(({ message }) => message.de);
}

describe("remembered corrections", () => {
  const remembered = rememberCorrections([budget(2024)], [CORRECTION]);

  it("apply again to the same sheet, and say so", () => {
    const sheet = understood(only(budget(2024), remembered));
    expect(sums(sheet)).toEqual({
      "2024 ansatz": [0, 10_000, 0],
      "2025 planung": [0, 12_500, 0],
    });
    expect(messages(sheet, "correction-recalled")).toEqual([
      "Ihre Korrekturen sind angewendet: Einheit T€; Spalte D: Betrag, Planung 2025; ohne Zeile 3.",
    ]);
  });

  it("apply to next year's sheet of the same headers, years moved on and rows found again", () => {
    const next = budget(2025, "HH neu", [["5293", "Aufwendungen für Netze", 5, 6]]);
    const sheet = understood(only(next, remembered));
    expect(sums(sheet)).toEqual({
      "2025 ansatz": [0, 15_000, 0],
      "2026 planung": [0, 18_500, 0],
    });
    expect(messages(sheet, "correction-recalled")).toEqual([
      "Ihre Korrekturen zu „Haushalt“ sind wieder angewendet, weil die Kopfzeile gleich ist, Jahre um 1 verschoben: Einheit T€; Spalte D: Betrag, Planung 2026; ohne Zeile 4. Bitte prüfen, ob sie noch passen.",
    ]);
  });

  it("stay with their sheet where others of the same year have the same headers", () => {
    const [first, second] = read([budget(2024), budget(2024, "Produkt 2")], remembered);
    expect(first && codes(first)).toContain("correction-recalled");
    expect(second && codes(second)).not.toContain("correction-recalled");
    const [later] = read([budget(2024, "Produkt 2")], remembered);
    expect(later && codes(later)).toContain("correction-recalled");
    const options = { sheetNames: ["Haushalt", "Produkt 2"] };
    const [asked] = readBudget([budget(2024, "Produkt 2")], { remembered }, options);
    expect(asked && codes(asked)).not.toContain("correction-recalled");
  });

  it("never make another sheet no budget", () => {
    const none = rememberCorrections(
      [budget(2024, "Haushalt 2024")],
      [{ sheet: "Haushalt 2024", notABudget: true }],
    );
    expect(only(budget(2024, "Haushalt 2024"), none).status).toBe("ignored");
    expect(only(budget(2025, "Haushalt 2025"), none).status).toBe("ignored");
    expect(only(budget(2025, "Etat"), none).status).toBe("budget");
  });

  it("do not apply once the header is another, and that is said", () => {
    const grid = gridOf([
      ["Konto", "Bezeichnung", "Ansatz 2024"],
      ["5291", "Aufwendungen", 1],
    ]);
    const sheet = understood(only(grid, remembered));
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 1, 0] });
    expect(codes(sheet)).toContain("correction-not-applied");
    const elsewhere = gridOf(grid.rows, { name: "Anders" });
    expect(codes(only(elsewhere, remembered))).not.toContain("correction-not-applied");
  });

  it("leave out no row that cannot be found again for certain", () => {
    const twice = budget(2024, "Haushalt", [["5294", "Aufwendungen für Wartung", 1, 1]]);
    const moved = gridOf([
      ...twice.rows.slice(0, 1),
      ["5290", "Aufwendungen neu", 1, 1],
      ...twice.rows.slice(1),
    ]);
    const sheet = understood(only(moved, remembered));
    expect(codes(sheet)).toContain("correction-rows");
    expect(sums(sheet)["2024 ansatz"]).toEqual([0, 32_000, 0]);
  });

  it("carry no year over where nothing tells how many years later the sheet is", () => {
    const relative = (name: string, title: string): Grid =>
      gridOf(
        [
          [title],
          ["Konto", "Bezeichnung", "Ansatz Vorjahr", "Ansatz"],
          ["5291", "Aufwendungen", 1, 2],
        ],
        { name },
      );
    const asked = rememberCorrections(
      [relative("HH", "Amt 10")],
      [{ sheet: "HH", budgetYear: 2024 }],
    );
    expect(sums(understood(only(relative("HH", "Amt 10"), asked)))).toEqual({
      "2023 ansatz": [0, 1, 0],
      "2024 ansatz": [0, 2, 0],
    });
    const other = only(relative("HH neu", "Amt 10"), asked);
    expect(other.status).toBe("question");
    expect(codes(other)).toContain("correction-years");
    const titled = rememberCorrections(
      [relative("HH", "Haushalt 2024")],
      [{ sheet: "HH", budgetYear: 2024 }],
    );
    expect(sums(understood(only(relative("HH neu", "Haushalt 2025"), titled)))).toEqual({
      "2024 ansatz": [0, 1, 0],
      "2025 ansatz": [0, 2, 0],
    });
    const [answered] = readBudget([relative("HH", "Amt 10")], {
      remembered: asked,
      budgetYear: 2030,
    });
    expect(answered?.status === "budget" && sums(answered)["2030 ansatz"]).toEqual([0, 2, 0]);
  });

  it("find a header again that only the user sees", () => {
    const grid = (year: number): Grid =>
      gridOf([["x", "y", "z"], ...budget(year).rows], { name: "Haushalt" });
    const told = rememberCorrections([grid(2024)], [{ sheet: "Haushalt", headerRows: [1, 1] }]);
    expect(codes(only(grid(2025), told))).toContain("correction-recalled");
  });

  it("give way to the user's new word, which is stored in their place", () => {
    const own: SheetCorrection = { sheet: "Haushalt", unit: "MEUR" };
    const [reading] = readBudget([budget(2024)], { remembered, corrections: [own] });
    expect(reading?.status === "budget" && reading.unit).toBe("MEUR");
    expect(reading && codes(reading)).not.toContain("correction-recalled");
    const stored = rememberCorrections([budget(2024)], [own], remembered);
    expect(stored.map(({ correction }) => correction)).toEqual([own]);
  });

  it("are kept for other sheets and undone by an empty one", () => {
    const other = rememberCorrections(
      [budget(2024, "Zweites")],
      [{ sheet: "Zweites", unit: "EUR" }],
      remembered,
    );
    expect(other.map(({ correction }) => correction.sheet)).toEqual(["Haushalt", "Zweites"]);
    expect(rememberCorrections([budget(2024)], [{ sheet: "Haushalt" }], remembered)).toEqual([]);
    const held = rememberCorrections([budget(2025, "HH neu")], [{ sheet: "HH neu" }], remembered);
    expect(held).toHaveLength(2);
    expect(codes(only(budget(2025, "HH neu"), held))).not.toContain("correction-recalled");
    expect(rememberCorrections([], [CORRECTION], remembered)).toEqual([]);
  });
});
