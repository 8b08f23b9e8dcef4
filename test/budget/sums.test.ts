import { cellsOf, codes, readRows, sums, understood } from "./grids";

describe("sums", () => {
  it("never counts sums by label, and lists each cell that does not agree", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024", "Planung 2025"],
        ["5291", "Aufwendungen für Software", 10, 11],
        ["5292", "Aufwendungen für Wartung", 20, 21],
        [null, "Summe", 30, 33],
        ["5011", "Aufwendungen für Personal", 5, 6],
        ["5012", "Aufwendungen für Beihilfen", 1, 1],
        [null, "Zwischensumme", 6, 7],
        [null, "Gesamtsumme", 36, 39],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 36, 0], "2025 planung": [0, 39, 0] });
    expect(cellsOf(sheet, "total-mismatch")).toEqual(["'Haushalt'!D4"]);
    expect(codes(sheet)).not.toContain("total-unexplained");
  });

  it("finds sums by formula", () => {
    const sheet = understood(
      readRows(
        [
          ["Konto", "Bezeichnung", "Ansatz 2024"],
          ["5291", "Aufwendungen für Software", 10],
          ["5292", "Aufwendungen für Wartung", 20],
          ["529", "Sach- und Dienstleistungen", 30],
        ],
        { formulas: { "3,2": "=SUM(C2:C3)" } },
      ),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 30, 0] });
  });

  it("does not take a formula of its own row for a sum", () => {
    const sheet = understood(
      readRows(
        [
          ["Konto", "Bezeichnung", "Ansatz 2024", "Planung 2025"],
          ["5291", "Aufwendungen für Software", 10, 11],
          ["5292", "Aufwendungen für Wartung", 20, 22],
        ],
        { formulas: { "1,3": "=C2*1.1", "2,3": "=ROUND(C3*1.1,0)" } },
      ),
    );
    expect(sheet.lines).toHaveLength(2);
  });

  it("finds sums without a name by arithmetic, above and below their parts", () => {
    const below = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024", "Planung 2025"],
        ["5291", "Aufwendungen für Software", 10, 11],
        ["5292", "Aufwendungen für Wartung", 20, 21],
        [null, null, 30, 32],
      ]),
    );
    expect(sums(below)).toEqual({ "2024 ansatz": [0, 30, 0], "2025 planung": [0, 32, 0] });
    const above = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024", "Planung 2025"],
        ["52", "Aufwendungen für Sachen", 30, 32],
        ["5291", "Aufwendungen für Software", 10, 11],
        ["5292", "Aufwendungen für Wartung", 20, 21],
      ]),
    );
    expect(sums(above)).toEqual({ "2024 ansatz": [0, 30, 0], "2025 planung": [0, 32, 0] });
    expect(codes(above)).toContain("total-by-arithmetic");
  });

  it("asks about a nameless row that adds nothing up", () => {
    const reading = readRows([
      ["Konto", "Bezeichnung", "Ansatz 2024"],
      ["5291", "Aufwendungen für Software", 10],
      ["5292", "Aufwendungen für Wartung", 20],
      [null, null, 31],
    ]);
    expect(reading.status).toBe("question");
  });

  it("does not count parts that are named again", () => {
    const sheet = understood(
      readRows([
        ["Bezeichnung", "Ansatz 2024"],
        ["Personalaufwendungen", 100],
        ["davon Beamte", 40],
        ["Transferaufwendungen", 5],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 105, 0] });
    expect(cellsOf(sheet, "of-which")).toEqual(["'Haushalt'!B3"]);
  });

  it("keeps an account whose name only sounds like a sum", () => {
    const sheet = understood(
      readRows([
        ["Produkt", "Konto", "Bezeichnung", "Ansatz 2024"],
        ["21", "5291", "Aufwendungen der Gesamtschule", 10],
        ["21", "5292", "Aufwendungen für Ergebnisprüfung", 20],
        ["21", "5293", "Aufwendungen, Versicherungssumme", 5],
      ]),
    );
    expect(sheet.lines).toHaveLength(3);
  });

  it("takes no few of its rows for a rounded sum of all", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024"],
        ["5210", "Aufwendungen A", 999_999.97],
        ["5211", "Aufwendungen B", -0.03],
        ["5212", "Aufwendungen C", -1],
        [null, "Summe", -1.02],
      ]),
    );
    expect(cellsOf(sheet, "total-mismatch")).toEqual(["'Haushalt'!C5"]);
  });
});
