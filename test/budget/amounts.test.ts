import { cellsOf, codes, readRows, sums, understood } from "./grids";

describe("numbers, units and signs", () => {
  it("reads German text in T€ with signs behind, parentheses and dashes", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024 in T€", "Planung 2025 in T€"],
        ["4481", "Erträge aus Erstattungen", "12,5", "–"],
        ["5291", "Aufwendungen für Software", "1.282,0", "1.300,5"],
        ["5431", "Aufwendungen (Gutschrift)", "2,5-", "(3,5)"],
      ]),
    );
    expect(sheet.unit).toBe("TEUR");
    expect(sums(sheet)).toEqual({
      "2024 ansatz": [12500, 1279500, 0],
      "2025 planung": [0, 1297000, 0],
    });
    expect(sheet.lines[1]?.amounts[0]).toMatchObject({
      value: 1282000,
      factor: 1000,
      text: "1.282,0",
    });
  });

  it("takes the unit from the sheet's name, from titles and from single cells", () => {
    const rows = [
      ["Konto", "Bezeichnung", "Ansatz 2024"],
      ["5291", "Aufwendungen für Software", 2],
      ["5292", "Aufwendungen für Wartung", 3],
    ];
    expect(sums(understood(readRows(rows, { name: "Plan (Mio. €)" })))).toEqual({
      "2024 ansatz": [0, 5_000_000, 0],
    });
    expect(sums(understood(readRows([["Alle Angaben in Tsd. Euro"], ...rows])))).toEqual({
      "2024 ansatz": [0, 5000, 0],
    });
    const cells = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024"],
        ["5291", "Aufwendungen für Software", "282,0 T€"],
        ["5292", "Aufwendungen für Wartung", "500 €"],
      ]),
    );
    expect(sums(cells)).toEqual({ "2024 ansatz": [0, 282_500, 0] });
  });

  it("does not multiply what only the number format shortens", () => {
    const sheet = understood(
      readRows(
        [
          ["Konto", "Bezeichnung", "Ansatz 2024 T€"],
          ["5291", "Aufwendungen für Software", 282000],
        ],
        { format: () => "#,##0," },
      ),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 282000, 0] });
    expect(codes(sheet)).toContain("unit-by-format");
  });

  it("reads English notation where the column proves it", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024"],
        ["5291", "Aufwendungen für Software", "1,282.50"],
        ["5292", "Aufwendungen für Wartung", "1751.4"],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 3033.9, 0] });
  });

  it("asks when nothing tells thousands from decimals", () => {
    const reading = readRows([
      ["Konto", "Bezeichnung", "Ansatz 2024"],
      ["5291", "Aufwendungen für Software", "1.282"],
      ["5292", "Aufwendungen für Wartung", "1,751"],
    ]);
    expect(reading.status).toBe("question");
  });

  it("keeps a credit among expenses negative", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024"],
        ["5291", "Aufwendungen für Software", -1000],
        ["5292", "Aufwendungen, Gutschrift", 200],
        ["5293", "Aufwendungen für Wartung", -500],
      ]),
    );
    expect(sheet.lines.map(({ amounts }) => amounts[0]?.value)).toEqual([1000, -200, 500]);
  });

  it("says what is no amount, by cell", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024"],
        ["5291", "Aufwendungen für Software", 10],
        ["5292", "Aufwendungen für Wartung", "siehe Anlage"],
        ["5293", "Aufwendungen für Miete", { kind: "error", text: "#REF!" }],
        ["5294", "Aufwendungen für Strom", 5],
        ["5295", "Aufwendungen für Papier", 6],
      ]),
    );
    expect(cellsOf(sheet, "amount-unreadable")).toEqual(["'Haushalt'!C3"]);
    // The amount that may be meant is missing from the total, as with a value that is an error.
    const severe = sheet.findings.filter(({ severity }) => severity === "error");
    expect(severe.map(({ code }) => code)).toEqual(["amount-unreadable", "cell-error"]);
    expect(cellsOf(sheet, "cell-error")).toEqual(["'Haushalt'!C4"]);
  });
});

describe("direction", () => {
  it.each([
    ["North Rhine-Westphalia", "448100", "529100", "571100"],
    ["Lower Saxony", "348100", "429100", "471100"],
    ["Hesse", "548100", "616100", "661100"],
  ])("follows the chart of accounts of %s", (_, revenue, expense, other) => {
    const sheet = understood(
      readRows([
        ["Produkt", "Konto", "Bezeichnung", "Ansatz 2024"],
        ["111", revenue, "Erträge aus Erstattungen", 10],
        ["111", expense, "Aufwendungen für Dienste", 20],
        ["111", expense, "Aufwendungen für Geräte", 5],
        ["111", other, "Wertminderung", 30],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [10, 55, 0] });
  });

  it("follows the rows of the result plan and the sums they are part of", () => {
    const sheet = understood(
      readRows([
        ["Nr.", "Bezeichnung", "Ansatz 2024", "Planung 2025"],
        [1, "Steuern und ähnliche Abgaben", 100, 110],
        [2, "Verschiedenes", 7, 8],
        [3, "= Ordentliche Erträge", 107, 118],
        [4, "Personalaufwendungen", 60, 61],
        [5, "Übriges", 4, 5],
        [6, "= Ordentliche Aufwendungen", 64, 66],
        [7, "= Ergebnis (= Zeilen 3 und 6)", 43, 52],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [107, 64, 0], "2025 planung": [118, 66, 0] });
    expect(codes(sheet)).toEqual(["totals", "unit-assumed"]);
  });

  it("follows headings above and leaves open what nothing tells", () => {
    const sheet = understood(
      readRows([
        ["Bezeichnung", "Ansatz 2024"],
        ["Erträge"],
        ["Mieten", 10],
        ["Aufwendungen"],
        ["Strom", 20],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [10, 20, 0] });
    const open = understood(
      readRows([
        ["Bezeichnung", "Ansatz 2024"],
        ["Mieten", 10],
        ["Strom", -20],
      ]),
    );
    expect(sums(open)).toEqual({ "2024 ansatz": [0, 0, -10] });
    expect(codes(open)).toContain("direction-unknown");
  });
});
