import { cellsOf, codes, readRows, sums, understood } from "./grids";

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

  it("take an Ansatz without a word beside an Ansatz Vorjahr for the budget year's", () => {
    const rows = [
      ["Konto", "Bezeichnung", "Ergebnis Vorvorjahr", "Ansatz Vorjahr", "Ansatz", "VE"],
      ["5291", "Aufwendungen", 1, 2, 3, 4],
    ];
    const open = readRows(rows);
    expect(open.status === "budget" ? "" : open.reason.de).toContain("Für welches Haushaltsjahr");
    const answered = understood(readRows(rows, {}, { budgetYear: 2027 }));
    expect(sums(answered)).toEqual({
      "2025 ergebnis": [0, 1, 0],
      "2026 ansatz": [0, 2, 0],
      "2027 ansatz": [0, 3, 0],
      "2027 verpflichtung": [0, 4, 0],
    });
    expect(answered.proposal?.find(({ column }) => column === 4)?.confidence).toBe("likely");
    const named = understood(readRows(rows, { name: "HH 2027" }));
    expect(sums(named)).toEqual(sums(answered));
    const ergebnis = [
      ["Konto", "Bezeichnung", "Ergebnis", "Ansatz"],
      ["5291", "Aufwendungen", 1, 2],
    ];
    expect(readRows(ergebnis, {}, { budgetYear: 2027 }).status).toBe("question");
  });
});
