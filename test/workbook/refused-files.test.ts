import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { openPackage } from "../../src/workbook/package";
import { madeParts, madeWorkbook } from "./made-workbook";
import { refusalOf } from "./refusal-words";
import { PLAIN_PLAN } from "./sample-plan";
import { packFiles } from "./zip-maker";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function container(stream: string): Uint8Array {
  const name = Buffer.from(stream, "utf16le");
  return new Uint8Array(
    Buffer.concat([Buffer.from(OLE), Buffer.alloc(1024), name, Buffer.alloc(512)]),
  );
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

describe("a file that is no usual workbook is refused in words", () => {
  const files: Record<string, [Uint8Array, string]> = {
    "an empty file": [new Uint8Array(), "Die Datei ist leer."],
    "a workbook with a password": [
      container("EncryptedPackage"),
      "mit einem Kennwort verschlüsselt",
    ],
    "an old workbook": [container("Workbook"), "das alte Excel-Format (.xls)"],
    "a very old workbook": [
      new Uint8Array([0x09, 0x04, 0x06, 0x00]),
      "das alte Excel-Format (.xls)",
    ],
    "a web page": [utf8("<html><table></table></html>"), "eine Webseite oder XML-Datei"],
    "an XML table": [
      utf8('\ufeff<?xml version="1.0"?><Workbook/>'),
      "eine Webseite oder XML-Datei",
    ],
    "a PDF": [utf8("%PDF-1.7"), "ein PDF"],
    "a text file": [utf8("Konto;Betrag\n"), "keine Excel-Arbeitsmappe"],
    "another archive": [packFiles({ "a.txt": "a" }), "ein ZIP-Archiv"],
    "an OpenDocument table": [
      packFiles({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }),
      "OpenDocument-Format (.ods)",
    ],
    "a binary workbook": [
      madeWorkbook({
        parts: {
          "[Content_Types].xml": String(madeParts()["[Content_Types].xml"]).replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
          ),
        },
      }),
      "binäre Excel-Arbeitsmappe (.xlsb)",
    ],
    "a strict workbook": [
      madeWorkbook({
        parts: { "xl/workbook.xml": `<workbook xmlns="${STRICT}"><sheets/></workbook>` },
      }),
      "Strict Open XML",
    ],
    "a text document": [
      madeWorkbook({ parts: { "xl/workbook.xml": "<document/>" } }),
      "ein anderes Office-Dokument",
    ],
    "a workbook without its workbook": [
      madeWorkbook({ parts: { "xl/workbook.xml": undefined } }),
      "im Teil „xl/workbook.xml“ fehlt der Inhalt",
    ],
    "a workbook without relationships": [
      madeWorkbook({ parts: { "_rels/.rels": undefined } }),
      "der Verweis auf die Arbeitsmappe fehlt",
    ],
    "a sheet that is nowhere": [
      madeWorkbook({
        parts: {
          "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
        },
      }),
      "fehlt der Inhalt des Blatts „Tabelle1“",
    ],
    "a document type": [
      madeWorkbook({
        parts: { "xl/workbook.xml": `<!DOCTYPE workbook [<!ENTITY a "b">]><workbook/>` },
      }),
      "Dokumenttyp-Definition",
    ],
    "another encoding": [
      madeWorkbook({
        parts: { "xl/workbook.xml": `<?xml version="1.0" encoding="ISO-8859-1"?><workbook/>` },
      }),
      "Zeichenkodierung „ISO-8859-1“",
    ],
  };
  it.each(Object.entries(files))("%s", async (_kind, [bytes, words]) => {
    expect(await refusalOf(() => openPackage(bytes))).toContain(words);
  });

  const sheets: Record<string, [string, string]> = {
    "a document type": [`</sheetData><!DOCTYPE x>`, "Dokumenttyp-Definition"],
    "an entity of its own": [
      `<row><c t="str"><v>&lol;</v></c></row></sheetData>`,
      "unbekannte Zeichen „&lol“",
    ],
    "a lone ampersand": [
      `<row><c t="str"><v>a & b</v></c></row></sheetData>`,
      "unbekannte Zeichen",
    ],
    "wrong nesting": [`<row><c></row></c></sheetData>`, "falsch verschachtelt"],
    "a missing end": [`<row>`, "falsch verschachtelt"],
    "rows out of order": [`<row r="3"/><row r="2"/></sheetData>`, "Zelle 2 nicht an ihrem Platz"],
    "a row behind the last one": [`<row r="1048577"/></sheetData>`, "1048577 nicht an ihrem Platz"],
    "cells out of order": [
      `<row r="1"><c r="B1"/><c r="A1"/></row></sheetData>`,
      "Zelle A1 nicht an ihrem Platz",
    ],
    "a cell of another row": [
      `<row r="1"><c r="A2"/></row></sheetData>`,
      "A2 nicht an ihrem Platz",
    ],
    "a column that does not exist": [
      `<row r="1"><c r="XFE1"/></row></sheetData>`,
      "XFE1 nicht an ihrem Platz",
    ],
    "a number that is none": [
      `<row r="1"><c r="C1"><v>1,5</v></c></row></sheetData>`,
      "Zelle C1 unlesbar",
    ],
    "an infinite number": [
      `<row r="1"><c r="C1"><v>1e999</v></c></row></sheetData>`,
      "Zelle C1 unlesbar",
    ],
    "a shared text that is missing": [
      `<row r="1"><c r="C1" t="s"><v>7</v></c></row></sheetData>`,
      "Zelle C1 unlesbar",
    ],
    "an unknown kind of cell": [
      `<row r="1"><c r="C1" t="x"><v>7</v></c></row></sheetData>`,
      "Zelle C1 unlesbar",
    ],
    "a merged area that is none": [
      `</sheetData><mergeCells><mergeCell ref="A"/></mergeCells>`,
      "Bereich „A“ unlesbar",
    ],
  };
  it.each(Object.entries(sheets))("a sheet with %s", async (_fault, [content, words]) => {
    const workbook = openPackage(madeWorkbook({ sheet: `<sheetData>${content}` }));
    expect(await refusalOf(() => workbook.read(["Tabelle1"]))).toContain(words);
  });

  it("a sheet that is not there", async () => {
    const workbook = openPackage(madeWorkbook());
    expect(await refusalOf(() => workbook.read(["Tabelle2"]))).toContain(
      "kein Tabellenblatt „Tabelle2“",
    );
  });

  const shared = path.resolve(__dirname, "../../../shared/budgets/bremen_2016_17_anschlag.xls");
  (existsSync(shared) ? it : () => undefined)("a real old workbook", async () => {
    expect(await refusalOf(() => openPackage(new Uint8Array(readFileSync(shared))))).toContain(
      ".xls",
    );
  });
});

describe("a workbook that must not be changed is refused for writing alone", () => {
  const workbooks: Record<string, [Uint8Array, string]> = {
    signed: [madeWorkbook({ parts: { "_xmlsignatures/origin.sigs": "" } }), "digital signiert"],
    shared: [
      madeWorkbook({ parts: { "xl/revisions/revisionHeaders.xml": "<headers/>" } }),
      "gemeinsamen Bearbeitung",
    ],
    protected: [
      madeWorkbook({ before: '<workbookProtection lockStructure="1"/>' }),
      "Struktur der Arbeitsmappe ist geschützt",
    ],
  };
  it.each(Object.entries(workbooks))("%s", async (_kind, [bytes, words]) => {
    const workbook = openPackage(bytes);
    await expect(workbook.read(["Tabelle1"])).resolves.toHaveLength(1);
    expect(await refusalOf(() => workbook.apply(PLAIN_PLAN))).toContain(words);
    expect(workbook.save()).toEqual(bytes);
  });

  it.each(["", "a".repeat(32), "a/b", "'a", "[a]"])(
    "when the plan calls a sheet %p",
    async (name) => {
      const workbook = openPackage(madeWorkbook());
      const sheets = PLAIN_PLAN.sheets.map((sheet) => ({ ...sheet, name }));
      expect(await refusalOf(() => workbook.apply({ ...PLAIN_PLAN, sheets }))).toContain(
        "Ein Blatt kann nicht",
      );
    },
  );
});
