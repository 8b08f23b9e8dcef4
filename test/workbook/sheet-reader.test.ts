import { openPackage } from "../../src/workbook/package";
import type { Grid } from "../../src/budget/grid";
import { madeParts, madeWorkbook } from "./made-workbook";
import type { MadeWorkbook } from "./made-workbook";
import { packFiles } from "./zip-maker";

async function read(made: MadeWorkbook): Promise<Grid> {
  const [grid] = await openPackage(madeWorkbook(made)).read(["Tabelle1"]);
  if (grid === undefined) throw new Error("no grid");
  return grid;
}

function rows(content: string): string {
  return `<sheetData>${content}</sheetData>`;
}

const STYLES = `<numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="171" formatCode="#,##0\\ &quot;€&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/></cellXfs>`;

describe("a sheet", () => {
  it("gives every kind of cell", async () => {
    const grid = await read({
      texts: `<si><t>Konto &amp; Produkt</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">reich </t></r><r><t>haltig</t></r><rPh sb="0" eb="1"><t>lautschrift</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>`,
      sheet: rows(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>` +
          `<row r="3"><c r="B3"><v>-1.25</v></c><c r="C3" t="n"><v>1.5E-3</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="b"><v>0</v></c><c r="F3" t="e"><v>#N/A</v></c></row>` +
          `<row r="4"><c r="A4" t="inlineStr"><is><t>direkt &lt;</t></is></c><c r="B4" t="str"><f>A1</f><v>Ergebnis</v></c><c r="C4" t="d"><v>2024-02-29T00:00:00</v></c><c r="D4" t="str"><v></v></c><c r="E4"/><c r="F4"><v/></c></row>`,
      ),
    });
    expect(grid.rows).toEqual([
      ["Konto & Produkt", "reich haltig", "a\rb_x0041_"],
      [],
      [null, -1.25, 0.0015, true, false, { kind: "error", text: "#N/A" }],
      ["direkt <", "Ergebnis", { kind: "date", iso: "2024-02-29" }],
    ]);
  });

  it("shows numbers with a date format as dates, in both date systems", async () => {
    const sheet = rows(
      `<row r="1"><c r="A1" s="1"><v>45351.75</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="3"><v>45351</v></c><c r="D1" s="4"><v>0.5</v></c><c r="E1" s="1"><v>60</v></c></row>`,
    );
    const usual = await read({ styles: STYLES, sheet });
    const old = await read({ styles: STYLES, sheet, before: '<workbookPr date1904="1"/>' });
    const day = (iso: string) => ({ kind: "date", iso });
    // Day 60 of Excel is a 29 February 1900 that never was.
    expect(usual.rows).toEqual([[day("2024-02-29"), day("1900-01-01"), 45351, 0.5, 60]]);
    expect(old.rows[0]?.slice(0, 2)).toEqual([day("2028-03-01"), day("1904-01-02")]);
    expect([0, 1, 2, 3].map((column) => usual.formatAt(0, column))).toEqual([
      "m/d/yyyy",
      "dd\\.mm\\.yyyy",
      '#,##0\\ "€"',
      "h:mm",
    ]);
  });

  it("takes the format of an empty cell from its cell, row or column", async () => {
    const grid = await read({
      styles: STYLES,
      sheet: `<cols><col min="2" max="3" style="3"/></cols>${rows('<row r="2" s="2" customFormat="1"><c r="A2" s="1"/></row>')}`,
    });
    expect([grid.formatAt(0, 0), grid.formatAt(0, 1), grid.formatAt(0, 2)]).toEqual([
      "General",
      '#,##0\\ "€"',
      '#,##0\\ "€"',
    ]);
    expect([grid.formatAt(1, 0), grid.formatAt(1, 1)]).toEqual(["m/d/yyyy", "dd\\.mm\\.yyyy"]);
    expect(grid.rows).toEqual([]);
  });

  it("gives formulas, shared ones as each cell reads them", async () => {
    const grid = await read({
      sheet: rows(
        `<row r="1"><c r="A1"><f>SUM(B1:C1)&amp;"x"</f><v>1</v></c></row>` +
          `<row r="2"><c r="A2"><f t="shared" ref="A2:B3" si="0">B2*$C$1+Tab1!C2</f><v>1</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>` +
          `<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c><c r="B3"><v>4</v></c><c r="C3"><f t="array" ref="C3">B3:B4</f><v>5</v></c></row>`,
      ),
    });
    expect(grid.formulaAt(0, 0)).toBe('=SUM(B1:C1)&"x"');
    expect(grid.formulaAt(1, 0)).toBe("=B2*$C$1+Tab1!C2");
    expect(grid.formulaAt(1, 1)).toBe("=C2*$C$1+Tab1!D2");
    expect(grid.formulaAt(2, 0)).toBe("=B3*$C$1+Tab1!C3");
    expect(grid.formulaAt(2, 1)).toBeUndefined();
    expect(grid.formulaAt(2, 2)).toBe("=B3:B4");
  });

  it("does not pass over a formula that was never calculated", async () => {
    const grid = await read({ sheet: rows('<row r="1"><c r="A1"><f>1+1</f></c></row>') });
    expect(grid.rows).toEqual([[{ kind: "error", text: "#UNCALCULATED" }]]);
  });

  it("tells what is hidden and merged", async () => {
    const grid = await read({
      state: "veryHidden",
      sheet: `<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols>${rows('<row r="2" hidden="1"/><row r="4" hidden="0"/>')}<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="B7"/></mergeCells>`,
    });
    expect(grid.hidden).toBe(true);
    expect([...grid.hiddenRows]).toEqual([1]);
    expect([...grid.hiddenColumns].slice(0, 3)).toEqual([1, 2, 4]);
    expect(grid.hiddenColumns.size).toBe(2 + 16380);
    expect(grid.merges).toEqual([
      { firstRow: 0, firstColumn: 0, lastRow: 1, lastColumn: 2 },
      { firstRow: 6, firstColumn: 1, lastRow: 6, lastColumn: 1 },
    ]);
  });

  it("believes cells, not the dimension, and counts on where numbers are missing", async () => {
    const grid = await read({
      sheet: `<dimension ref="A1:XFD1048576"/>${rows('<row><c><v>1</v></c><c t="inlineStr"><is><t>b</t></is></c></row><row r="3"><c r="XFD3"><v>2</v></c></row><row><c><v>3</v></c></row>')}`,
    });
    expect(grid.rows.map((row) => row.length)).toEqual([2, 0, 16384, 1]);
    expect(grid.rows[2]?.[16383]).toBe(2);
    expect(grid.rows[2]?.[0]).toBeNull();
  });

  it("reads the last row of a sheet without the rows before", async () => {
    const grid = await read({ sheet: rows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') });
    expect(grid.rows).toHaveLength(1048576);
    expect(grid.rows[1048575]).toEqual([1]);
  });

  it("refuses a sheet whose filled cells lie too far apart for the memory", async () => {
    const content = Array.from(
      { length: 4000 },
      (_value, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );
    await expect(read({ sheet: rows(content.join("")) })).rejects.toMatchObject({
      text: {
        de: expect.stringContaining("Das Blatt ist zu groß: bis 'Tabelle1'!XFD36") as string,
      },
    });
  });

  it("reads prefixed elements and targets from the root, as .NET writes them", async () => {
    const x = "x:";
    const grid = await read({
      prefix: x,
      texts: "<x:si><x:t>Text</x:t></x:si>",
      styles: '<x:cellXfs><x:xf numFmtId="14"/></x:cellXfs>',
      sheet: `<x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>`,
    });
    expect(grid.rows[0]?.[0]).toBe("Text");
    expect(grid.rows[0]?.[1]).toEqual({ kind: "date", iso: "1900-01-02" });
    expect(grid.formulaAt(0, 1)).toBe("=1+1");
  });

  it("passes over comments, instructions and foreign elements, and reads CDATA as text", async () => {
    const grid = await read({
      sheet: `<!-- <c> --><?x <c>?>${rows('<row r="1"><c r="A1" t="str" x="&gt;>"><extLst><v>falsch</v></extLst><v>a<![CDATA[<&]]>b</v></c></row>')}`,
    });
    expect(grid.rows).toEqual([["a<&b"]]);
  });

  it("reads parts in UTF-16", async () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>${String(madeParts({ sheet: rows('<row><c t="str"><v>Größe</v></c></row>') })["xl/worksheets/sheet1.xml"])}`;
    const wide = new Uint8Array(
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]),
    );
    const file = packFiles({ ...madeParts(), "xl/worksheets/sheet1.xml": wide });
    const [grid] = await openPackage(file).read(["Tabelle1"]);
    expect(grid?.rows).toEqual([["Größe"]]);
  });
});

describe("reading", () => {
  const large = rows(
    Array.from(
      { length: 5000 },
      (_value, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
    ).join(""),
  );

  it("tells how far it has come", async () => {
    const steps: [number, number][] = [];
    await openPackage(madeWorkbook({ sheet: large })).read(["Tabelle1"], {
      progress: (done, total) => steps.push([done, total]),
    });
    const total = steps[0]?.[1] ?? 0;
    expect(steps.length).toBe(3);
    expect(steps.at(-1)).toEqual([total, total]);
    expect(steps[0]?.[0]).toBeLessThan(total / 2);
  });

  it("stops when it is aborted", async () => {
    const stop = new AbortController();
    const workbook = openPackage(madeWorkbook({ sheet: large }));
    const job = workbook.read(["Tabelle1"], { signal: stop.signal, progress: () => stop.abort() });
    await expect(job).rejects.toMatchObject({ name: "AbortError" });
  });
});
