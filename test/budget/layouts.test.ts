import { cellsOf, codes, gridOf, readRows, sums, understood } from "./grids";
import { readBudget } from "../../src/budget/read";

describe("years across", () => {
  it("reads one header row with product, account and label", () => {
    const sheet = understood(
      readRows([
        [
          "Produkt",
          "Konto",
          "Bezeichnung",
          "Ergebnis 2022",
          "Ansatz 2023",
          "Ansatz 2024",
          "Planung 2025",
        ],
        ["01.02.02", "448100", "Erträge aus Kostenerstattungen", 100, 110, 120, 130],
        ["01.02.02", "529100", "Aufwendungen für Datenverarbeitung", 900.5, 950, 1000, 1100],
        ["01.02.02", "543100", "Aufwendungen für Lizenzen", 50, 60, 70, 80],
      ]),
    );
    expect(sheet.orientation).toBe("years-across");
    expect(sums(sheet)).toEqual({
      "2022 ergebnis": [100, 950.5, 0],
      "2023 ansatz": [110, 1010, 0],
      "2024 ansatz": [120, 1070, 0],
      "2025 planung": [130, 1180, 0],
    });
    expect(sheet.budgetYear).toBe(2024);
    expect(sheet.lines[1]).toMatchObject({
      product: "01.02.02",
      account: "529100",
      label: "Aufwendungen für Datenverarbeitung",
      direction: "expense",
    });
    expect(sheet.lines[1]?.keys.map(({ part, raw }) => [part, raw])).toEqual([
      ["product", "01.02.02"],
      ["account", "529100"],
      ["label", "Aufwendungen für Datenverarbeitung"],
    ]);
  });

  it("carries merged group headers over their years", () => {
    const sheet = understood(
      readRows(
        [
          ["Haushaltsplan der Stadt Musterau"],
          [
            "Nr.",
            "Ertrags- und Aufwandsarten",
            "Ergebnis",
            "Haushaltsansatz",
            null,
            null,
            "Planung",
            null,
          ],
          [null, null, 2022, 2023, 2024, 2025, 2026, 2027],
          [null, null, "EUR", "EUR", "EUR", "EUR", "EUR", "EUR"],
          [1, "Steuern und ähnliche Abgaben", 10, 20, 30, 40, 50, 60],
          [2, "Personalaufwendungen", 1, 2, 3, 4, 5, 6],
        ],
        {
          merges: [
            { firstRow: 1, firstColumn: 3, lastRow: 1, lastColumn: 5 },
            { firstRow: 1, firstColumn: 6, lastRow: 1, lastColumn: 7 },
          ],
        },
      ),
    );
    expect(sheet.columns.map(({ year, kind }) => `${year} ${kind}`)).toEqual([
      "2022 ergebnis",
      "2023 ansatz",
      "2024 ansatz",
      "2025 ansatz",
      "2026 planung",
      "2027 planung",
    ]);
    expect(sums(sheet)["2025 ansatz"]).toEqual([40, 4, 0]);
    expect(codes(sheet)).not.toContain("unit-assumed");
  });

  it("carries group headers over empty cells where nothing is merged", () => {
    const sheet = understood(
      readRows([
        ["Zeile", "Ergebnis(€)", "Haushaltsansatz(€)", null, "Planung(€)", null],
        [null, "2022", "2023", "2024", "2025", "2026"],
        ["Steuern und ähnliche Abgaben", "1", "2", "3", "4", "5"],
        ["Transferaufwendungen", "6", "7", "8", "9", "10"],
      ]),
    );
    expect(sheet.columns.map(({ kind }) => kind)).toEqual([
      "ergebnis",
      "ansatz",
      "ansatz",
      "planung",
      "planung",
    ]);
  });

  it("keeps several kinds of one year apart, commitment authorisations too", () => {
    const sheet = understood(
      readRows([
        [
          "Produkt",
          "Bezeichnung",
          "Ansatz 2023",
          "Fortgeschriebener Ansatz 2023",
          "Ist 2023",
          "VE 2023",
          "Vergleich Ansatz/Ist 2023",
        ],
        ["0101", "Aufwendungen für Software", 10, 12, 11, 5, -1],
        ["0101", "Aufwendungen für Geräte", 20, 22, 21, 0, -1],
      ]),
    );
    expect(sheet.totals.map(({ kind, expense }) => [kind, expense])).toEqual([
      ["ergebnis", 32],
      ["ansatz", 30],
      ["fortgeschrieben", 34],
      ["verpflichtung", 5],
    ]);
    expect(cellsOf(sheet, "column-not-read")).toEqual(["'Haushalt'!G1"]);
  });

  it("reads revenue and expense columns and checks the balance beside them", () => {
    const sheet = understood(
      readRows([
        [
          "Produkt",
          "Produktbezeichnung",
          "Ansatz 2024 (Erträge)",
          "Ansatz 2024 (Aufwendungen)",
          "Ansatz 2024 (Saldo)",
        ],
        ["1101", "Steuerung", 100, -300, -200],
        ["1102", "Technik", 50, -500, -450],
        ["1103", "Archiv", 0, -20, -25],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [150, 820, 0] });
    expect(cellsOf(sheet, "balance-mismatch")).toEqual(["'Haushalt'!E4"]);
    expect(sheet.lines).toHaveLength(6);
    expect(sheet.lines[1]?.amounts[0]).toMatchObject({ value: 300, factor: -1 });
  });

  it("asks when two columns mean the same", () => {
    const reading = readRows([
      ["Konto", "Bezeichnung", "Ansatz 2024", "Ansatz 2024"],
      ["5291", "Aufwendungen für IT", 1, 2],
    ]);
    expect(reading.status).toBe("question");
    expect(reading.status === "question" && reading.reason.de).toContain("C");
  });

  it("gives two columns named alike to the numbers on their left", () => {
    const sheet = understood(
      readRows([
        [
          "Kapitel",
          "Bezeichnung",
          "TGr.",
          "Bezeichnung",
          "Titel",
          "Zweckbestimmung",
          "Ansatz 2024 in EUR",
        ],
        ["0101", "Ratsbüro", "78", "Pilot", "11910", "Verwaltungseinnahmen", 5],
        ["0101", "Ratsbüro", null, null, "52310", "Ausgaben für Geräte", 3],
        ["0101", "Ratsbüro", null, null, "52320", "Ausgaben für Wartung", 2],
      ]),
    );
    expect(sheet.bookkeeping).toBe("cameral");
    expect(sheet.lines[0]).toMatchObject({
      product: "0101",
      productLabel: "Ratsbüro",
      account: "11910",
      label: "Verwaltungseinnahmen",
      direction: "revenue",
    });
    expect(sums(sheet)).toEqual({ "2024 ansatz": [5, 5, 0] });
  });
});

describe("the year", () => {
  const relative = [
    [
      "Nr.",
      "Ertrags- und Aufwandsarten",
      "Ergebnis Vorvorjahr",
      "Ansatz Vorjahr",
      "Ansatz Haushaltsjahr",
      "Planung Haushaltsjahr +1",
    ],
    [1, "Steuern und ähnliche Abgaben", 1, 2, 3, 4],
    [2, "Personalaufwendungen", 5, 6, 7, 8],
  ];

  it("is asked for where only relative words stand", () => {
    const reading = readRows(relative);
    expect(reading.status).toBe("question");
    expect(cellsOf(reading, "year-missing")).toEqual([
      "'Haushalt'!C1",
      "'Haushalt'!D1",
      "'Haushalt'!E1",
      "'Haushalt'!F1",
    ]);
  });

  it.each([
    ["the answer", {}, { budgetYear: 2024 }, undefined],
    ["the sheet name", { name: "HH 2024" }, {}, undefined],
    ["the file name", {}, {}, "Haushalt_2024.xlsx"],
  ])("comes from %s", (_, parts, answers, fileName) => {
    const sheet = understood(readRows(relative, parts, answers, fileName));
    expect(sheet.columns.map(({ year, kind }) => `${year} ${kind}`)).toEqual([
      "2022 ergebnis",
      "2023 ansatz",
      "2024 ansatz",
      "2025 planung",
    ]);
    expect(sheet.budgetYear).toBe(2024);
  });

  it("comes from a title row above", () => {
    const sheet = understood(readRows([["Haushaltsplan 2024"], [null], ...relative]));
    expect(sheet.columns[0]?.year).toBe(2022);
  });

  it("is not taken from names that contradict each other", () => {
    expect(readRows(relative, { name: "HH 2023" }, {}, "Haushalt_2024.xlsx").status).toBe(
      "question",
    );
  });

  it("is asked for where a gap stands in its place, though other columns suggest it", () => {
    const rows = [
      ["Zeile", "Ergebnis Vorvorjahr &JAHR&", "Ansatz Vorjahr 2023", "Ansatz 2024"],
      ["Steuern und ähnliche Abgaben", 1, 2, 3],
      ["Personalaufwendungen", 4, 5, 6],
    ];
    const reading = readRows(rows, {}, {}, "plan_2024.csv");
    expect(reading.status === "question" && reading.reason.de).toContain("2024");
    expect(understood(readRows(rows, {}, { budgetYear: 2024 })).columns[0]?.year).toBe(2022);
    expect(readRows(rows, {}, { budgetYear: 2030 }).status).toBe("question");
  });

  it("is asked for where one header names several", () => {
    expect(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024/2025"],
        ["5291", "Aufwendungen", 1],
      ]).status,
    ).toBe("question");
  });

  it("is read beside relative words and torn ones", () => {
    const sheet = understood(
      readRows([
        [
          null,
          "Ergebnis des Vorvor- vorjahres K4/2019",
          "Ergebnis des Vor- vorjahres K4/2020",
          "Ansatz des Haushalt- jahres K4/2022",
        ],
        ["1 Steuern und ähnliche Abgaben", "-38,20 EUR", "-39,00 EUR", "-40,10 EUR"],
        ["11 - Personalaufwendungen", "20,00 EUR", "21,00 EUR", "22,00 EUR"],
      ]),
    );
    expect(sums(sheet)["2019 ergebnis"]).toEqual([38.2, 20, 0]);
    expect(sheet.columns.map(({ year }) => year)).toEqual([2019, 2020, 2022]);
  });
});

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
});

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
});

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

describe("sheets that are no budget", () => {
  it("refuses a form whose columns are only numbered", () => {
    const reading = readRows([
      ["Nr.", null, "Ergebnis", "Ansatz", "Planung"],
      [null, null, "Vorvorjahr", "Haushaltsjahr", "Haushaltsjahr +1"],
      [null, null, "EUR", "EUR", "EUR"],
      [null, null, 1, "2 1)", 3],
      [1, "Steuern und ähnliche Abgaben"],
      [2, "Personalaufwendungen"],
    ]);
    expect(reading.status).toBe("refused");
  });

  it.each([
    ["an empty sheet", [[null, " "]]],
    [
      "a list of works",
      [
        ["Ordnungs-Nr.", "Straße", "Fertig am", "Herstellkosten (gerundet)"],
        [110, "Birkenweg", { kind: "date" as const, iso: "2016-08-09" }, 192100],
        [140, "Ahornweg", { kind: "date" as const, iso: "2016-10-25" }, 141900],
      ],
    ],
    [
      "a chart of accounts",
      [
        ["Konto", "Bezeichnung"],
        ["5291", "Dienstleistungen"],
        ["5292", "Wartung"],
      ],
    ],
    [
      "key figures",
      [
        ["Kennzahlen"],
        ["Kennzahl", "Einheit", "Ergebnis 2022", "Planung 2023"],
        ["Steuerquote", "%", 12, 13],
      ],
    ],
    [
      "a list of inhabitants",
      [
        ["Ort", "2022", "2023"],
        ["Nord", 1200, 1210],
        ["Süd", 900, 905],
      ],
    ],
  ])("ignores %s", (_, rows) => {
    expect(readRows(rows, { name: "Liste" }).status).toBe("ignored");
  });
});

describe("what stands around the table", () => {
  it("passes over headers repeated on the next page", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024", 2025],
        ["5291", "Aufwendungen für Software", 10, 11],
        ["Konto", "Bezeichnung", "Ansatz 2024", 2025],
        ["5292", "Aufwendungen für Wartung", 20, 21],
      ]),
    );
    expect(sheet.totals.map(({ expense }) => expense)).toEqual([30, 32]);
  });

  it("says how many hidden rows count and what stands beyond the header", () => {
    const far: (string | number | null)[] = ["5293", "Aufwendungen für Miete", 30];
    far[500] = 7;
    const sheet = understood(
      readRows(
        [
          ["Konto", "Bezeichnung", "Ansatz 2024"],
          ["5291", "Aufwendungen für Software", 10],
          ["5292", "Aufwendungen für Wartung", 20],
          Array.from(far, (content) => content ?? null),
        ],
        { hiddenRows: [2] },
      ),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 60, 0] });
    expect(cellsOf(sheet, "rows-hidden")).toEqual(["'Haushalt'!C3"]);
    expect(cellsOf(sheet, "cells-beyond")).toEqual(["'Haushalt'!SG4"]);
  });

  it("says which columns of numbers it does not understand", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024", "Bemerkungsziffer X"],
        ["5291", "Aufwendungen für Software", 10, 12.5],
        ["5292", "Aufwendungen für Wartung", 20, 13.5],
      ]),
    );
    expect(cellsOf(sheet, "column-not-read")).toEqual(["'Haushalt'!D1"]);
  });
});

describe("several sheets", () => {
  const part = (name: string, rows: readonly (readonly (string | number)[])[]) =>
    gridOf([["Produkt", "Konto", "Bezeichnung", "Ansatz 2024"], ...rows], { name });
  const a = ["01", "5291", "Aufwendungen für Software", 10];
  const b = ["01", "4481", "Erträge aus Erstattungen", 4];
  const c = ["02", "5291", "Aufwendungen für Wartung", 7];

  it("sets sheets aside that another one holds", () => {
    const readings = readBudget([
      part("Alles", [a, b, c]),
      part("Eins", [a, b]),
      part("Zwei", [c]),
    ]);
    expect(readings.map(({ status }) => status)).toEqual(["budget", "ignored", "ignored"]);
  });

  it("sets an overview aside that only sums the others up", () => {
    const overview = gridOf(
      [
        ["Bezeichnung", "Ansatz 2024"],
        ["Steuern und ähnliche Abgaben", 4],
        ["Personalaufwendungen", 17],
      ],
      { name: "Übersicht" },
    );
    const readings = readBudget([part("Eins", [a, b, c]), overview]);
    expect(readings[1]?.status).not.toBe("budget");
  });

  it("reads only the sheets that are asked for", () => {
    expect(
      readBudget([part("Eins", [a]), part("Zwei", [c])], { sheets: ["Zwei"] }).map(
        ({ name }) => name,
      ),
    ).toEqual(["Zwei"]);
  });

  it("reports progress and stops when cancelled", () => {
    const seen: string[] = [];
    const signal = { aborted: false };
    const run = (): unknown =>
      readBudget(
        [part("Eins", [a]), part("Zwei", [c])],
        {},
        {
          signal,
          progress: ({ sheet }) => {
            seen.push(sheet);
            signal.aborted = true;
          },
        },
      );
    expect(run).toThrow("Reading was cancelled.");
    expect(seen).toEqual(["Eins"]);
  });
});
