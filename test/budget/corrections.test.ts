import type { CellContent } from "../../src/budget/grid";
import type { SheetCorrection, SheetReading } from "../../src/budget/line";
import { cellsOf, codes, readRows, sums, understood } from "./grids";

const rows = [
  ["Konto", "Bezeichnung", "Ansatz 2024", "Sonderspalte"],
  ["5291", "Aufwendungen für Software", 10, 12.5],
  ["5292", "Aufwendungen für Wartung", 20, 13.5],
];

function corrected(
  correction: Omit<SheetCorrection, "sheet">,
  cells: readonly (readonly CellContent[])[] = rows,
): SheetReading {
  return readRows(cells, {}, { corrections: [{ sheet: "Haushalt", ...correction }] });
}

describe("the user's corrections", () => {
  it("give a column its meaning, year and kind", () => {
    const sheet = understood(
      corrected({
        columns: [
          { column: 3, means: "amount", year: 2025, kind: "planung", direction: "expense" },
        ],
      }),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 30, 0], "2025 planung": [0, 26, 0] });
    expect(codes(sheet)).not.toContain("column-not-read");
  });

  it("take a column out, which answers a question about two alike", () => {
    const twice = [
      ["Konto", "Bezeichnung", "Ansatz 2024", "Ansatz 2024"],
      ["5291", "Aufwendungen", 1, 2],
    ];
    expect(readRows(twice).status).toBe("question");
    const sheet = understood(corrected({ columns: [{ column: 3, means: "ignore" }] }, twice));
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 1, 0] });
  });

  it("set unit, sign and budget year", () => {
    expect(sums(understood(corrected({ unit: "TEUR" })))).toEqual({
      "2024 ansatz": [0, 30_000, 0],
    });
    expect(sums(understood(corrected({ signs: { expense: "negative" } })))).toEqual({
      "2024 ansatz": [0, -30, 0],
    });
    const relative = [
      ["Konto", "Bezeichnung", "Ansatz Vorjahr", "Ansatz Haushaltsjahr"],
      ["5291", "Aufwendungen", 1, 2],
    ];
    expect(sums(understood(corrected({ budgetYear: 2030 }, relative)))).toEqual({
      "2029 ansatz": [0, 1, 0],
      "2030 ansatz": [0, 2, 0],
    });
  });

  it("leave rows out and take rows in that look like sums", () => {
    expect(sums(understood(corrected({ leaveOut: [2] })))).toEqual({ "2024 ansatz": [0, 10, 0] });
    const doubtful = [...rows, [null, null, 31]];
    expect(readRows(doubtful).status).toBe("question");
    const sheet = understood(corrected({ takeIn: [3] }, doubtful));
    expect(sheet.totals[0]?.lines).toBe(3);
  });

  it("say that a sheet is no budget, or where its header stands", () => {
    expect(corrected({ notABudget: true }).status).toBe("ignored");
    const sheet = understood(corrected({ headerRows: [1, 1] }, [["x", "y", "z"], ...rows]));
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 30, 0] });
  });

  it("are proposed with reasons and with how sure they are", () => {
    const sheet = understood(readRows(rows));
    expect(sheet.proposal?.map(({ means, confidence }) => [means, confidence])).toEqual([
      ["account", "sure"],
      ["account-label", "likely"],
      ["amount", "sure"],
      ["ignore", "doubtful"],
    ]);
    expect(
      sheet.proposal?.every(({ reason }) => reason.de.length > 5 && reason.en.length > 5),
    ).toBe(true);
  });

  it("say how amounts are written where the sheet does not", () => {
    const open = [
      ["Konto", "Bezeichnung", "Ansatz 2024"],
      ["5291", "Aufwendungen für Software", "1.282"],
      ["5292", "Aufwendungen für Wartung", "1,751"],
    ];
    expect(readRows(open).status).toBe("question");
    const english = understood(corrected({ notation: "english" }, open));
    expect(sums(english)).toEqual({ "2024 ansatz": [0, 1752.282, 0] });
    const german = understood(corrected({ notation: "german" }, open));
    expect(sums(german)).toEqual({ "2024 ansatz": [0, 1283.751, 0] });
  });

  it("that name what is not there are said to do so", () => {
    const sheet = corrected({
      leaveOut: [0, 99],
      takeIn: [2],
      columns: [{ column: 30, means: "label" }],
    });
    expect(cellsOf(sheet, "correction-idle")).toEqual([
      "'Haushalt'!AE2",
      "'Haushalt'!A1",
      "'Haushalt'!A100",
    ]);
  });
});
