import { layoutPrint, recallCorrections } from "../../src/budget/corrections";
import type { CellContent } from "../../src/budget/grid";
import type { SheetCorrection, SheetReading } from "../../src/budget/line";
import { readBudget } from "../../src/budget/read";
import { codes, gridOf, readRows, sums, understood } from "./grids";

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

  it("are recalled when next year's sheet looks the same, with their years moved on", () => {
    const grid = gridOf(rows);
    const correction: SheetCorrection = {
      sheet: "Haushalt",
      columns: [{ column: 3, means: "amount", year: 2025, kind: "planung" }],
      leaveOut: [2],
      budgetYear: 2024,
    };
    const remembered = [{ ...(layoutPrint(grid) ?? { print: "" }), correction }];
    const next = gridOf(
      [["Konto", "Bezeichnung", "Ansatz 2025", "Sonderspalte"], ...rows.slice(1)],
      { name: "HH neu" },
    );
    const recalled = recallCorrections([next], remembered);
    expect(recalled).toEqual([
      {
        sheet: "HH neu",
        budgetYear: 2025,
        columns: [{ column: 3, means: "amount", year: 2026, kind: "planung" }],
      },
    ]);
    const [reading] = readBudget([next], { corrections: recalled });
    expect(reading?.status === "budget" && sums(reading)).toEqual({
      "2025 ansatz": [0, 30, 0],
      "2026 planung": [0, 26, 0],
    });
    expect(recallCorrections([gridOf([["Ganz", "anders", "Ansatz 2025"]])], remembered)).toEqual(
      [],
    );
    expect(recallCorrections([grid], remembered)[0]?.leaveOut).toEqual([2]);
  });
});
