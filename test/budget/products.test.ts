import { cellsOf, codes, readRows, sums, understood } from "./grids";

describe("products and accounts", () => {
  it("takes products from headings, titles and the sheet's name", () => {
    const headed = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024"],
        ["Produkt 01.02.02 Zentrale IT"],
        ["5291", "Aufwendungen für Software", 10],
        ["Produkt 03.01.01 Grundschulen"],
        ["5291", "Aufwendungen für Software", 20],
      ]),
    );
    expect(headed.lines.map(({ product, productLabel }) => [product, productLabel])).toEqual([
      ["01.02.02", "Zentrale IT"],
      ["03.01.01", "Grundschulen"],
    ]);
    const rows = [
      ["Konto", "Bezeichnung", "Ansatz 2024"],
      ["5291", "Aufwendungen für Software", 10],
    ];
    expect(understood(readRows(rows, { name: "01.02.03" })).lines[0]?.product).toBe("01.02.03");
    expect(
      understood(readRows([["Teilplan 0102 Zentrale Dienste"], ...rows])).lines[0]?.product,
    ).toBe("0102");
  });

  it("takes number and words of one cell apart", () => {
    const sheet = understood(
      readRows([
        ["Produktgruppe", "Konto", "Bezeichnung", "Ansatz 2024"],
        ["Produktgruppe 01.01", "5291 Software", "Aufwendungen A", 10],
        ["Produktgruppe 01.02", "5292 Wartung", "Aufwendungen B", 20],
      ]),
    );
    expect(sheet.lines[0]).toMatchObject({ product: "01.01", account: "5291" });
  });

  it("restores zeros that neighbours prove, and no others", () => {
    const proven = understood(
      readRows([
        ["Produkt", "Bezeichnung", "Ansatz 2024"],
        ["0101", "Aufwendungen A", 1],
        ["0102", "Aufwendungen B", 1],
        ["1103", "Aufwendungen C", 1],
        [104, "Aufwendungen D", 1],
      ]),
    );
    expect(proven.lines.map(({ product }) => product)).toEqual(["0101", "0102", "1103", "0104"]);
    expect(codes(proven)).toContain("zeros-restored");
    const open = understood(
      readRows([
        ["Produkt", "Bezeichnung", "Ansatz 2024"],
        [104, "Aufwendungen A", 1],
        [1105, "Aufwendungen B", 1],
      ]),
    );
    expect(open.lines.map(({ product }) => product)).toEqual(["104", "1105"]);
  });

  it("does not take a shorter number for a damaged one without a zero to prove it", () => {
    const sheet = understood(
      readRows([
        ["Produkt", "Bezeichnung", "Ansatz 2024"],
        ["1101", "Aufwendungen A", 1],
        ["1102", "Aufwendungen B", 1],
        ["1103", "Aufwendungen C", 1],
        [104, "Aufwendungen D", 1],
      ]),
    );
    expect(sheet.lines[3]?.product).toBe("104");
  });

  it("proves zeros by the level in front and by the number format", () => {
    const rows = [["Bereich", "Produkt", "Bezeichnung", "Ansatz 2024"]].concat(
      ["1", "1", "5", "16", "16", "12"].map((area) => [
        area,
        `${area}11102`,
        `Aufwendungen ${area}`,
        "5",
      ]),
    );
    expect(understood(readRows(rows)).lines.map(({ product }) => product)).toEqual([
      "0111102",
      "0111102",
      "0511102",
      "1611102",
      "1611102",
      "1211102",
    ]);
    const formatted = readRows(
      [
        ["Produkt", "Bezeichnung", "Ansatz 2024"],
        [104, "Aufwendungen A", 1],
        [1105, "Aufwendungen B", 1],
      ],
      { format: (_, column) => (column === 0 ? "0000" : "General") },
    );
    expect(understood(formatted).lines.map(({ product }) => product)).toEqual(["0104", "1105"]);
  });

  it("reports a product that became a date", () => {
    const sheet = understood(
      readRows([
        ["Produkt", "Bezeichnung", "Ansatz 2024"],
        ["16.01.03", "Aufwendungen A", 1],
        [{ kind: "date", iso: "2001-01-16" }, "Aufwendungen B", 2],
      ]),
    );
    expect(cellsOf(sheet, "code-date")).toEqual(["'Haushalt'!A3"]);
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 3, 0] });
  });

  it("finds accounts below their groups without a word about it", () => {
    const sheet = understood(
      readRows([
        [
          "Class 1 id",
          "1 label",
          "Class 2 id",
          "2 label",
          "Class 3 id",
          "3 label",
          "Budget Direction",
          "Date",
          "Amount Kind",
          "Amount",
        ],
        [
          "-001",
          "Rathaus",
          "50",
          "Personal",
          "501100",
          "Bezüge",
          "Ausgabe",
          "2024",
          "PLAN",
          "10.50",
        ],
        [
          "-002",
          "Schulen",
          "52",
          "Sachen",
          "529100",
          "Software",
          "Ausgabe",
          "2024",
          "PLAN",
          "20.00",
        ],
        [
          "-002",
          "Schulen",
          "44",
          "Erträge",
          "448100",
          "Erstattung",
          "Einnahme",
          "2024",
          "PLAN",
          "3.00",
        ],
      ]),
    );
    expect(sheet.lines[1]).toMatchObject({ product: "-002", account: "529100", label: "Software" });
    expect(sums(sheet)).toEqual({ "2024 ansatz": [3, 30.5, 0] });
  });
});

describe("supplementary and two-year budgets", () => {
  it("counts the new amount and checks old plus change", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024 bisher", "Änderung 2024", "Ansatz 2024 neu"],
        ["5291", "Aufwendungen für Software", 10, 5, 15],
        ["5292", "Aufwendungen für Wartung", 20, -2, 19],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 34, 0] });
    expect(codes(sheet)).toContain("supplementary");
    expect(cellsOf(sheet, "supplementary-mismatch")).toEqual(["'Haushalt'!E3"]);
  });

  it("keeps both years of a two-year budget", () => {
    const sheet = understood(
      readRows([
        ["Doppelhaushalt 2024/2025"],
        ["Konto", "Bezeichnung", "Ansatz 2024", "Ansatz 2025"],
        ["5291", "Aufwendungen für Software", 10, 11],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 10, 0], "2025 ansatz": [0, 11, 0] });
    expect(sheet.budgetYear).toBe(2024);
  });
});
