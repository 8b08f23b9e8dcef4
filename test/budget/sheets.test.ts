import { cellsOf, gridOf, readRows, sums, understood } from "./grids";
import { readBudget, readBudgetSteps } from "../../src/budget/read";

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

  it("speaks of one as of one, and of several as of several", () => {
    const messages = (count: number): readonly string[] => {
      const head = ["Produkt", "Konto", "Bezeichnung", "Ansatz 2024", "Kennwert"];
      const times = <T>(one: (index: number) => T): readonly T[] =>
        Array.from({ length: count }, (_, index) => one(index));
      const beyond = [...Array<null>(500).fill(null), "fern"];
      const { findings } = understood(
        readRows(
          [
            head,
            ["0101", "5291", "Aufwendungen für Software", 10],
            ["0101", "5292", "Aufwendungen für Wartung", 20],
            ["1103", "5293", "Aufwendungen für Miete", 30],
            ...times((index) => [104 + index, "5294", `Aufwendungen für Technik ${index}`, 5, 3]),
            ...times((index) => ["", "5295", `Aufwendungen für Beratung ${index}`, 7]),
            ...times((index) => ["0101", "5296", `Aufwendungen ${index}`, 8, ...beyond]),
            ...times(() => ["", "", "Summe Aufwendungen", 60 + 20 * count]),
          ],
          { hiddenRows: times((index) => 1 + index) },
        ),
      );
      return findings.map(({ message: { de, en } }) => `${de} ${en}`);
    };
    const one = messages(1).join("\n");
    expect(one).toContain("hat eine Nummer führende Nullen verloren");
    expect(one).toContain("In Zeile 6 steht kein Produkt; sie zählt ohne Produkt mit.");
    expect(one).toContain("Eine Zelle steht rechts der Kopfzeile");
    expect(one).toContain("Eine Zeile ist eine Summe und zählt nicht mit: Zeile 8.");
    expect(one).toContain("Eine Zeile mit Beträgen ist ausgeblendet; sie zählt mit.");
    expect(one).toContain("mit einer Zahl ist nicht als Haushaltsbetrag gelesen");
    expect(one).not.toMatch(/\b1 (?:Zeilen|Zellen|Zahlen|Nummern|rows|cells|numbers|lines)\b/);
    const two = messages(2).join("\n");
    expect(two).toContain("haben 2 Nummern führende Nullen verloren");
    expect(two).toContain("In 2 Zeilen steht kein Produkt (zuerst Zeile 7)");
    expect(two).toContain("2 Zellen stehen rechts der Kopfzeile");
    expect(two).toContain("2 Zeilen sind Summen und zählen nicht mit: Zeile 11, 12.");
    expect(two).toContain("2 Zeilen mit Beträgen sind ausgeblendet; sie zählen mit.");
    expect(two).toContain("mit 2 Zahlen ist nicht als Haushaltsbetrag gelesen");
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

  it("says where two sheets hold the same lines for the same year", () => {
    const year = (first: number, name: string, more: number) =>
      gridOf(
        [
          ["Konto", "Bezeichnung", `Ansatz ${first}`, `Ansatz ${first + 1}`],
          ["5291", "Aufwendungen für Software", first, first + 1],
          ["5292", "Aufwendungen für Wartung", 2 * first + more, 2 * first + 2 + more],
        ],
        { name },
      );
    const codesOf = (grids: Parameters<typeof readBudget>[0]) =>
      readBudget(grids).map(({ findings }) =>
        findings.some(({ code }) => code === "lines-in-two-sheets"),
      );
    expect(codesOf([year(2024, "HH 2024", 0), year(2025, "HH 2025", 0)])).toEqual([true, false]);
    expect(codesOf([year(2024, "Amt 10", 0), year(2030, "Amt 20", 7)])).toEqual([false, false]);
  });

  it("takes no Vertrag and no Übertrag for an Ertrag", () => {
    const sheet = understood(
      readRows(
        [
          ["Bezeichnung", "Ansatz 2025"],
          ["Wartungsverträge", 10],
          ["Aufwendungen aus Verträgen", 3],
          ["Erträge aus Vertragsstrafen", 2],
        ],
        { name: "Haushalt" },
      ),
    );
    expect(sums(sheet)).toEqual({ "2025 ansatz": [2, 3, 10] });
  });

  it("goes through a large sheet in many steps and stops within it", () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => [
      "01.02.02",
      String(520_000 + at),
      "Aufwendungen",
      at,
    ]);
    const grid = part("Groß", rows);
    const done: number[] = [];
    for (const step of readBudgetSteps([grid])) done.push(step.done);
    expect(done.length).toBeGreaterThan(20);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
    const signal = { aborted: false };
    const steps = readBudgetSteps([grid], {}, { signal });
    for (let count = 0; count < 10; count += 1) expect(steps.next().done).toBe(false);
    signal.aborted = true;
    expect(() => steps.next()).toThrow("Reading was cancelled.");
  });

  it("keeps a sheet that holds a line more often than the other", () => {
    const readings = readBudget([part("Eins", [a, b, c]), part("Zwei", [a, a])]);
    expect(readings.map(({ status }) => status)).toEqual(["budget", "budget"]);
  });
});
