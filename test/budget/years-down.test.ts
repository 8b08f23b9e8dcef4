import { cellsOf, codes, readRows, sums, understood } from "./grids";

describe("years down", () => {
  it("gathers rows by key into lines with kinds and years", () => {
    const sheet = understood(
      readRows([
        ["ID", "Produkt", "Konto", "Kontobezeichnung", "Richtung", "Werttyp", "Jahr", "Betrag"],
        ["1", "010202", "529100", "Datenverarbeitung", "Aufwand", "Ist", "2022", "1.000,50"],
        ["2", "010202", "529100", "Datenverarbeitung", "Aufwand", "Plan", "2023", "1.200,00"],
        ["3", "010202", "448100", "Erstattungen", "Ertrag", "Plan", "2023", "50"],
        [
          "4",
          "010202",
          "529100",
          "Datenverarbeitung",
          "Aufwand",
          "Fortgeschriebener Plan",
          "2023",
          "1.250,00",
        ],
      ]),
    );
    expect(sheet.orientation).toBe("years-down");
    expect(sheet.lines).toHaveLength(2);
    expect(sheet.lines[0]?.amounts.map(({ year, kind, value }) => [year, kind, value])).toEqual([
      [2022, "ergebnis", 1000.5],
      [2023, "ansatz", 1200],
      [2023, "fortgeschrieben", 1250],
    ]);
    expect(
      sheet.lines[0]?.keys.filter(({ part }) => part === "year").map(({ cell }) => cell.row),
    ).toEqual([1, 2, 4]);
    expect(sums(sheet)["2023 ansatz"]).toEqual([50, 1200, 0]);
  });

  it("keeps rows that agree in everything as lines of their own and says so", () => {
    const sheet = understood(
      readRows([
        ["Produkt", "Bezeichnung", "E_A", "Jahr", "Ansatz"],
        ["10.00", "Sachkosten", "A", 2024, 10],
        ["10.00", "Sachkosten", "A", 2024, 15],
        ["10.00", "Gebühren", "E", 2024, 3],
      ]),
    );
    expect(sheet.lines).toHaveLength(3);
    expect(sums(sheet)).toEqual({ "2024 ansatz": [3, 25, 0] });
    expect(codes(sheet)).toContain("rows-alike");
  });

  it("takes the year from a date and says when the kind is assumed", () => {
    const sheet = understood(
      readRows([
        ["Produkt", "Aufwand/Ertrag", "Sachkonto", "Sachkonto-Bez", "Betrag", "Datum"],
        ["111101", "Ertrag", "44850000", "Erstattungen", "97000,00", "01.01.2024"],
        ["111101", "Aufwand", "50110000", "Bezüge", "-315300,00", "01.01.2024"],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [97000, 315300, 0] });
    expect(codes(sheet)).toEqual(["kind-assumed", "sign-negative", "unit-assumed"]);
  });

  it("reads one column for each direction", () => {
    const sheet = understood(
      readRows([
        ["hhjahr", "onummer", "pbbez", "zl", "zlbez", "ausgabe", "eingabe"],
        ["2024", "01.01.01", "Rathaus", "13", "Sachkosten", "45400", null],
        ["2024", "01.01.01", "Rathaus", "3", "Erstattungen", null, "600"],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [600, 45400, 0] });
    expect(sheet.lines[1]).toMatchObject({
      product: "01.01.01",
      label: "Erstattungen",
      direction: "revenue",
    });
  });

  it("leaves no row without year or kind out silently", () => {
    const sheet = understood(
      readRows([
        ["Produkt", "Bezeichnung", "Art", "Jahr", "Werttyp", "Betrag"],
        ["1", "Eins", "Aufwand", "2024", "Plan", "10"],
        ["1", "Zwei", "Aufwand", null, "Plan", "20"],
        ["1", "Drei", "Aufwand", "2024", "Plan", "30"],
      ]),
    );
    expect(cellsOf(sheet, "row-without-year")).toEqual(["'Haushalt'!D3"]);
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 40, 0] });
  });

  it("sets the balance beside revenue and expense apart and checks it", () => {
    const sheet = understood(
      readRows([
        ["Produkt", "Bezeichnung", "Jahr", "Ertrag", "Aufwand", "Saldo"],
        ["01", "Rathaus", 2024, 10, 30, -20],
        ["02", "Schulen", 2024, 5, 9, -5],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [15, 39, 0] });
    expect(cellsOf(sheet, "balance-mismatch")).toEqual(["'Haushalt'!F3"]);
  });

  it("reads kinds side by side and asks when two columns count the same", () => {
    const head = ["Produkt", "Bezeichnung", "Art", "Jahr"];
    const sheet = understood(
      readRows([
        [...head, "Ansatz", "Ist"],
        ["01", "Rathaus", "Aufwand", 2023, 10, 9],
        ["01", "Rathaus", "Aufwand", 2024, 12, null],
      ]),
    );
    expect(sums(sheet)).toEqual({
      "2023 ergebnis": [0, 9, 0],
      "2023 ansatz": [0, 10, 0],
      "2024 ansatz": [0, 12, 0],
    });
    const twice = readRows([
      [...head, "Betrag", "Betrag in EUR"],
      ["01", "Rathaus", "Aufwand", 2023, 10, 9],
    ]);
    expect(twice.status).toBe("question");
  });

  it("reads kinds down the rows with years across", () => {
    const sheet = understood(
      readRows([
        ["Produkt", "Bezeichnung", "Richtung", "Werttyp", "2023", "2024"],
        ["01", "Rathaus", "Aufwand", "Ansatz", 10, 12],
        ["01", "Rathaus", "Aufwand", "Ist", 9, null],
        ["02", "Schulen", "Ertrag", "Ansatz", 1, 2],
      ]),
    );
    expect(sheet.orientation).toBe("years-across");
    expect(sheet.lines).toHaveLength(2);
    expect(sums(sheet)).toEqual({
      "2023 ergebnis": [0, 9, 0],
      "2023 ansatz": [1, 10, 0],
      "2024 ansatz": [2, 12, 0],
    });
  });
});
