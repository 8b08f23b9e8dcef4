import fc from "fast-check";
import { parseDelimited } from "../../src/budget/delimited";
import { readCsv, refuseForeignFormat, typedCsvGrid } from "../../src/budget/csv";
import { readBudget } from "../../src/budget/read";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("text files", () => {
  it.each([
    [";", "Konto;Bezeichnung;Ansatz 2024\n5291;Geräte, Software;1.000,50\n"],
    [",", 'Konto,Bezeichnung,Ansatz 2024\n5291,"Geräte, Software","1.000,50"\n'],
    ["\t", "Konto\tBezeichnung\tAnsatz 2024\n5291\tGeräte, Software\t1.000,50\n"],
  ])("are cut at %j", (delimiter, text) => {
    const file = readCsv(utf8(text), "plan.csv");
    expect(file.delimiter).toBe(delimiter);
    expect(file.grid.rows[1]).toEqual(["5291", "Geräte, Software", "1.000,50"]);
    expect(file.grid.name).toBe("plan");
  });

  it("are read as UTF-8 with and without mark, else as Windows-1252", () => {
    const bytes = utf8("Konto;Grün\n5291;Ä\n");
    expect(readCsv(bytes, "a.csv")).toMatchObject({ encoding: "utf-8" });
    const marked = readCsv(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]), "a.csv");
    expect(marked.grid.rows[0]?.[0]).toBe("Konto");
    const western = new Uint8Array([75, 59, 0x80, 0x96, 10, 0xc4, 59, 0xfc, 10]);
    expect(readCsv(western, "a.csv")).toMatchObject({ encoding: "windows-1252" });
    expect(readCsv(western, "a.csv").grid.rows).toEqual([
      ["K", "€–"],
      ["Ä", "ü"],
    ]);
  });

  it("keep line breaks in quotes and end rows at every other one", () => {
    expect(parseDelimited('a;"b\r\nc"\rd;e\r\nf;"g ""h"""', ";")).toEqual([
      ["a", "b\r\nc"],
      ["d", "e"],
      ["f", 'g "h"'],
    ]);
    expect(parseDelimited('a;"b\nc;d', ";")).toEqual([
      ["a", '"b'],
      ["c", "d"],
    ]);
    expect(parseDelimited("a;", ";")).toEqual([["a", ""]]);
  });

  it("give back every table that was written", () => {
    const cell = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(";"))
            .join("\n");
          expect(parseDelimited(text, ";")).toEqual(rows);
        },
      ),
    );
  });

  it("of other formats are refused with what to do", () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]);
    expect(() => refuseForeignFormat(old, "alt.xls")).toThrow(
      "save it with “Save as” as an Excel workbook (.xlsx)",
    );
    expect(() => readCsv(new Uint8Array([0x50, 0x4b, 3, 4]), "a.csv")).toThrow("is no text file");
    expect(() => readCsv(new Uint8Array([65, 0, 66]), "a.csv")).toThrow("is no text file");
  });

  it("become sheets whose amounts are numbers and whose codes stay text", () => {
    const { grid } = readCsv(
      utf8(
        "Produkt;Konto;Bezeichnung;Ansatz 2024\n0101;5291;Aufwendungen A;1.234,50\n0102;5292;Aufwendungen B;2-\n;;Summe;1.232,50\n",
      ),
      "plan.csv",
    );
    const typed = typedCsvGrid(grid, readBudget([grid]));
    expect(typed.rows.slice(1)).toEqual([
      ["0101", "5291", "Aufwendungen A", 1234.5],
      ["0102", "5292", "Aufwendungen B", -2],
      [null, null, "Summe", 1232.5],
    ]);
  });
});
