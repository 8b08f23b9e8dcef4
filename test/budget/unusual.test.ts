import { cellsOf, codes, readRows, sums, understood } from "./grids";

describe("unusual sheets", () => {
  it("reads result plans of several products below each other", () => {
    const head = ["Nr.", "Ertrags- und Aufwandsarten", "Ansatz 2023", "Ansatz 2024"];
    const sheet = understood(
      readRows([
        ["Teilergebnisplan Produkt 01.01.01 Rat und Ausschüsse"],
        head,
        [1, "Steuern und ähnliche Abgaben", 2, 3],
        [2, "Personalaufwendungen", 6, 7],
        [3, "= Ergebnis (= Zeilen 1 und 2)", -4, -4],
        [],
        ["Teilergebnisplan Produkt 01.02.02 Zentrale IT"],
        head,
        [1, "Steuern und ähnliche Abgaben", 20, 30],
        [2, "Personalaufwendungen", 60, 70],
        [3, "= Ergebnis (= Zeilen 1 und 2)", -40, -40],
      ]),
    );
    expect(sheet.lines.map(({ product }) => product)).toEqual([
      "01.01.01",
      "01.01.01",
      "01.02.02",
      "01.02.02",
    ]);
    expect(sums(sheet)).toEqual({ "2023 ansatz": [22, 66, 0], "2024 ansatz": [33, 77, 0] });
  });

  it("reads years above kinds and directions above each other", () => {
    const kinds = understood(
      readRows([
        ["Konto", "Bezeichnung", "2023", null, "2024", null],
        [null, null, "Ansatz", "Ergebnis", "Ansatz", "Fortgeschr. Ansatz"],
        ["529100", "Aufwendungen für Dienste", 10, 11, 12, 13],
        ["448100", "Erträge aus Umlagen", 3, 4, 5, 6],
      ]),
    );
    expect(kinds.columns.map(({ year, kind }) => `${year} ${kind}`)).toEqual([
      "2023 ansatz",
      "2023 ergebnis",
      "2024 ansatz",
      "2024 fortgeschrieben",
    ]);
    const sides = understood(
      readRows([
        ["Produkt", "Bezeichnung", "Ansatz 2024", null, null],
        [null, null, "Erträge", "Aufwendungen", "Saldo"],
        ["01.01", "Gremien", 10, 20, -10],
        ["01.02", "Technik", 5, 50, -45],
      ]),
    );
    expect(sums(sides)).toEqual({ "2024 ansatz": [15, 70, 0] });
    expect(codes(sides)).toEqual(["unit-assumed"]);
  });

  it("reads abbreviated headers with two-digit years", () => {
    const sheet = understood(
      readRows([
        ["Kto.", "Text", "RE 22", "HHA 2023", "Ansatz 24", "VE 2025", "FP 2026"],
        ["529100", "Aufwendungen für Dienste", 10, 11, 12, 0, 13],
        ["448100", "Erträge aus Umlagen", 3, 4, 5, 0, 6],
      ]),
    );
    expect(sheet.columns.map(({ year, kind }) => `${year} ${kind}`)).toEqual([
      "2022 ergebnis",
      "2023 ansatz",
      "2024 ansatz",
      "2025 verpflichtung",
      "2026 planung",
    ]);
    expect(sheet.lines[0]?.account).toBe("529100");
  });

  it("reads a two-year budget with numbered budget years", () => {
    const rows = [
      [
        "Nr.",
        "Bezeichnung",
        "Ergebnis Vorvorjahr",
        "Ansatz 1. Haushaltsjahr",
        "Ansatz 2. Haushaltsjahr",
      ],
      [1, "Personalaufwendungen", 1, 3, 4],
    ];
    const sheet = understood(readRows([["Doppelhaushalt 2025/2026"], ...rows]));
    expect(sheet.columns.map(({ year }) => year)).toEqual([2023, 2025, 2026]);
    const open = readRows([
      ["Doppelhaushalt 2025/2026"],
      ["Nr.", "Bezeichnung", "Ansatz Vorjahr", "Ansatz 2025", "Ansatz 2026"],
      [1, "Personalaufwendungen", 1, 3, 4],
    ]);
    expect(open.status).toBe("question");
  });

  it("finds a sum printed above its parts", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024", "Planung 2025"],
        [null, "Gesamt", 33, 35],
        ["529100", "Aufwendungen für Dienste", 30, 31],
        ["543100", "Geschäftsaufwendungen", 3, 4],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 33, 0], "2025 planung": [0, 35, 0] });
    expect(codes(sheet)).toEqual(["totals", "unit-assumed"]);
  });

  it("does not count inhabitants, posts and rates as money", () => {
    const sheet = understood(
      readRows(
        [
          ["Bezeichnung", "Ansatz 2024"],
          ["Personalaufwendungen", 100],
          ["Einwohner", 44000],
          ["Stellen (VZÄ)", 12.5],
          ["Kostendeckungsgrad %", 45],
        ],
        { name: "Haushalt" },
      ),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 100, 0] });
    expect(cellsOf(sheet, "row-no-money")).toHaveLength(3);
  });

  it("asks where a comma may stand for thousands or decimals of thousands of euros", () => {
    const rows = [
      ["Konto", "Bezeichnung", "Ansatz 2024 (T€)"],
      ["529100", "Aufwendungen für Dienste", "282,125"],
      ["543100", "Geschäftsaufwendungen", "1,500"],
    ];
    expect(readRows(rows).status).toBe("question");
    const proven = [...rows, ["543200", "Aufwendungen für Porto", "12,5"]];
    expect(sums(understood(readRows(proven)))).toEqual({ "2024 ansatz": [0, 296_125, 0] });
  });

  it("takes directions from abbreviations and from the title behind a chapter", () => {
    const words = understood(
      readRows([
        ["Aggregat", "Hst.", "Zweckbestimmung", "Anschlag 2024", "VE Anschlag 2024"],
        ["EINN.KONSU", "0010.11910-3", "Drucksachen", 20, null],
        ["AUSG.PERS", "0010.42201-1", "Bezüge", 500, null],
        ["AUSG.INVES", "0010.81201-9", "Geräte", 30, 12],
      ]),
    );
    expect(words.bookkeeping).toBe("cameral");
    expect(sums(words)).toEqual({ "2024 ansatz": [20, 530, 0], "2024 verpflichtung": [0, 12, 0] });
    const titles = understood(
      readRows([
        ["Hst.", "Zweckbestimmung", "Anschlag 2024"],
        ["0010.11910-3", "Einnahmen aus Drucksachen", 20],
        ["0010.12401-1", "Mieten", 5],
        ["0010.51201-9", "Ausgaben für Geräte", 30],
        ["0010.53301-9", "Ausgaben für Reisen", 3],
        ["0010.42201-1", "Bezüge", 500],
      ]),
    );
    expect(sums(titles)).toEqual({ "2024 ansatz": [25, 533, 0] });
  });

  it("does not decide between a change and a new amount", () => {
    const reading = readRows([
      ["Konto", "Bezeichnung", "Ansatz 2024", "1. Nachtrag 2024"],
      ["529100", "Aufwendungen für Dienste", 10, 11],
    ]);
    expect(reading.status).toBe("question");
  });

  it("follows the balances a plan prints where the signs of its lines leave a doubt", () => {
    const sheet = understood(
      readRows([
        ["Nr.", "Bezeichnung", "Ansatz 2024"],
        [1, "Steuern und ähnliche Abgaben", 100],
        [2, "= Ordentliche Erträge", 100],
        [3, "Personalaufwendungen", 50],
        [4, "Transferaufwendungen", -40],
        [5, "Zinsaufwendungen", -5],
        [6, "= Ordentliche Aufwendungen", 5],
        [7, "= Ordentliches Ergebnis (= Zeilen 2 und 6)", 105],
      ]),
    );
    // Revenue 100 and expense 5 add up to 105: expense is printed with a minus, 50 is a credit.
    expect(sums(sheet)).toEqual({ "2024 ansatz": [100, -5, 0] });
  });

  it("takes a row for a sum by its equals mark alone", () => {
    const sheet = understood(
      readRows([
        ["Nr.", "Bezeichnung", "Ansatz 2024"],
        [1, "Personalaufwendungen", 4],
        [2, "Transferaufwendungen", 5],
        [3, "= Leistungsumfang", 10],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [0, 9, 0] });
    expect(cellsOf(sheet, "total-mismatch")).toEqual(["'Haushalt'!C4"]);
  });

  it("passes over column numbers in the middle of a table and says so", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024", 2025],
        ["5291", "Aufwendungen für Software", 10, 11],
        [1, 2, 3, 4],
        ["Konto", "Bezeichnung", "Ansatz 2024", 2025],
        ["5292", "Aufwendungen für Wartung", 20, 21],
      ]),
    );
    expect(sheet.totals.map(({ expense }) => expense)).toEqual([30, 32]);
    expect(sheet.layout?.uncounted).toEqual([
      { row: 2, why: "header" },
      { row: 3, why: "header" },
    ]);
  });

  it("names rows by the only text beside the product when it differs from row to row", () => {
    const sheet = understood(
      readRows([
        ["Produkt", "Bezeichnung", "Art", "Jahr", "Ansatz"],
        ["01", "Sachkosten", "Aufwand", 2024, 10],
        ["01", "Personal", "Aufwand", 2024, 20],
        ["01", "Summe", "Aufwand", 2024, 30],
      ]),
    );
    expect(sheet.lines.map(({ label, productLabel }) => [label, productLabel])).toEqual([
      ["Sachkosten", undefined],
      ["Personal", undefined],
    ]);
  });

  it("trusts no chart of accounts that the labels contradict", () => {
    const sheet = understood(
      readRows([
        ["Konto", "Bezeichnung", "Ansatz 2024"],
        ["448100", "Erträge aus Umlagen", 1],
        ["448200", "Aufwendungen für Umlagen", 2],
        ["529100", "Erträge aus Diensten", 4],
        ["529200", "Aufwendungen für Dienste", 8],
        ["549200", "Verschiedenes", 16],
      ]),
    );
    expect(sums(sheet)).toEqual({ "2024 ansatz": [5, 10, 16] });
  });

  it("takes an account that stands in front of the label, and a turnover for no balance", () => {
    const sheet = understood(
      readRows([
        ["Bezeichnung", "Ansatz 2024"],
        ["5291 Aufwendungen für Dienste", 1],
        ["4481 Erträge aus Umlagen", 3],
        ["Summe", 4],
      ]),
    );
    expect(sheet.lines.map(({ account }) => account)).toEqual(["5291", "4481"]);
    expect(sums(sheet)).toEqual({ "2024 ansatz": [3, 1, 0] });
    expect(codes(sheet)).not.toContain("sign-doubtful");
  });

  it("reads years with footnotes and no parts of a commitment authorisation", () => {
    const sheet = understood(
      readRows([
        ["UA", "Grp.", "Bezeichnung", "Ansatz 20241)", "VE 2024", "davon 2025"],
        ["0200", "6500", "Ausgaben für Büro", 10, 20, 12],
        ["0200", "1500", "Einnahmen", 3, 0, 0],
      ]),
    );
    expect(sheet.lines[0]).toMatchObject({ product: "0200", account: "6500" });
    expect(sums(sheet)).toEqual({ "2024 ansatz": [3, 10, 0], "2024 verpflichtung": [0, 20, 0] });
    expect(cellsOf(sheet, "column-not-read")).toEqual(["'Haushalt'!F1"]);
  });
});
