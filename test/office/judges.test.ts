import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { auditFile, describeAudit } from "../judges/audit";
import { comparePlan, describeDifferences } from "../judges/compare";
import { AGREED, LIBREOFFICE_DIFFERS } from "../judges/formula-cases";
import { caseWorkbook } from "../judges/formula-workbook";
import { recalculateFiles, renderPdf } from "../judges/libreoffice";
import { changeCell, readWorkbooks, storedValues, writeWithOpenpyxl } from "../judges/openpyxl";
import { cell, sheet, workbook } from "../judges/sample";
import { smallestWorkbook } from "../judges/smallest-workbook";

jest.setTimeout(120_000);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "judges-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string): string => path.join(folder, name);

describe("recalculateFiles", () => {
  it("shows a wrong stored result as wrong", () => {
    const file = inFolder("wrong.xlsx");
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>5</v></c>' +
      '<c r="C1" t="str"><f>"a"&amp;"b"</f><v>x</v></c></row>';
    writeFileSync(file, smallestWorkbook(rows));
    const plan = workbook(
      sheet("A", [
        cell("A1", "inputAmount", 1),
        cell("B1", "amount", 5, "=A1+1"),
        cell("C1", "text", "x", '="a"&"b"'),
      ]),
    );

    const [stored] = readWorkbooks([file]);
    expect(stored && comparePlan(plan, storedValues(stored), "all")).toEqual([]);

    const calculated = recalculateFiles([file]).get(file) ?? new Map();
    expect(describeDifferences(comparePlan(plan, calculated, "all"))).toBe(
      `'A'!B1 =A1+1: expected 5, got 2\n'A'!C1 ="a"&"b": expected "x", got "ab"`,
    );
  });

  it("keeps files with equal names apart", () => {
    const files = ["a", "b"].map((name, index) => {
      const file = path.join(mkdtempSync(inFolder(name)), "same.xlsx");
      writeWithOpenpyxl([{ name: "Blatt", cells: [cell("A1", "amount", index)] }], file);
      return file;
    });
    const results = recalculateFiles(files);
    expect(files.map((file) => results.get(file)?.get("'Blatt'!A1"))).toEqual([0, 1]);
  });

  it("says which file LibreOffice could not open", () => {
    const file = inFolder("broken.xlsx");
    writeFileSync(file, "PK\u0003\u0004 but no package");
    expect(() => recalculateFiles([file])).toThrow(file);
  });

  it("computes the formulas of the model as Excel documents them", () => {
    for (const cases of [AGREED, LIBREOFFICE_DIFFERS]) {
      const plan = caseWorkbook(cases);
      const file = inFolder("cases.xlsx");
      writeWithOpenpyxl(plan.sheets, file);
      const values = recalculateFiles([file]).get(file) ?? new Map();
      expect(describeDifferences(comparePlan(plan, values, "all"))).toBe("");
    }
  });
});

describe("changeCell", () => {
  it("makes a copy that shows other results once it is calculated", () => {
    const [file, copy] = [inFolder("input.xlsx"), inFolder("changed.xlsx")];
    const cells = [cell("A1", "inputAmount", 1), cell("A2", "amount", 2, "=A1*2")];
    writeWithOpenpyxl([{ name: "KR Übersicht", cells }], file);
    changeCell(file, copy, "KR Übersicht", "A1", 21);
    const results = recalculateFiles([file, copy]);
    expect(results.get(file)?.get("'KR Übersicht'!A2")).toBe(2);
    expect(results.get(copy)?.get("'KR Übersicht'!A2")).toBe(42);
  });
});

describe("renderPdf", () => {
  it("draws every page of a workbook", () => {
    const file = inFolder("pages.xlsx");
    const page = (name: string) => ({ name, cells: [cell("A1", "title", name)] });
    writeWithOpenpyxl([page("Eins"), page("Zwei")], file);
    const pages = renderPdf(file, inFolder("drawn"));
    expect(pages).toHaveLength(2);
    for (const drawn of pages) {
      // The signature of a PNG file.
      expect([...readFileSync(drawn).subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    }
    expect(existsSync(inFolder("drawn/pages.pdf"))).toBe(true);
  });
});

describe("readWorkbooks", () => {
  it("sees errors, arrays, dates, panes, validations and what is hidden", () => {
    const file = inFolder("read.xlsx");
    const rows =
      '<row r="1" hidden="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
      '<c r="B1"><f t="array" ref="B1">SUM(A2:A3*1)</f><v>0</v></c>' +
      '<c r="C1" t="b"><v>1</v></c></row>';
    const before =
      '<sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="4" topLeftCell="K9" state="frozen"/></sheetView></sheetViews>' +
      '<cols><col min="3" max="5" width="0" hidden="1"/></cols>';
    const after =
      '<dataValidations count="1"><dataValidation type="decimal" sqref="B2:C3 F9"><formula1>0</formula1></dataValidation></dataValidations>';
    writeFileSync(file, smallestWorkbook(rows, before, after));
    const [workbook] = readWorkbooks([file]);
    expect(workbook?.sheets[0]).toMatchObject({
      name: "A",
      hidden: false,
      cells: [
        { row: 0, column: 0, formula: "=1/0", value: { kind: "error", text: "#DIV/0!" } },
        { row: 0, column: 1, formula: "={SUM(A2:A3*1)}", value: 0 },
        { row: 0, column: 2, formula: null, value: true },
      ],
      freeze: { row: 4, column: 2 },
      hiddenRows: [0],
      hiddenColumns: [2, 3, 4],
    });
    const byRow = workbook?.sheets[0]?.validated.toSorted((a, b) => a.firstRow - b.firstRow);
    expect(byRow).toEqual([
      { firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 2 },
      { firstRow: 8, firstColumn: 5, lastRow: 8, lastColumn: 5 },
    ]);
  });
});

describe("auditFile", () => {
  const plan = workbook(
    sheet(
      "A",
      [
        cell("B2", "label", "Betrag"),
        cell("D2", "text", "€"),
        cell("F2", "note", "Vertrag"),
        cell("E2", "inputAmount", null),
        cell("E3", "amount", 0, "=E2*12"),
      ],
      { role: "input" },
    ),
  );
  const text = (address: string, words: string): string =>
    `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const labels = text("B2", "Betrag") + text("D2", "€");
  const validation =
    '<dataValidations count="1"><dataValidation type="decimal" sqref="E2"><formula1>0</formula1></dataValidation></dataValidations>';
  const written = (rows: string, before = "", after = validation): string => {
    const file = inFolder("audited.xlsx");
    writeFileSync(file, smallestWorkbook(rows, before, after));
    return describeAudit(auditFile(file, plan));
  };
  const row = `<row r="2">${labels}${text("F2", "Vertrag")}</row>`;

  it("finds nothing in a file that was written as planned", () => {
    expect(written(`${row}<row r="3"><c r="E3"><f>E2*12</f><v>0</v></c></row>`)).toBe("");
  });

  it("judges what stands in the file, not what was planned", () => {
    const cols = '<cols><col min="8" max="8" width="0" hidden="1"/></cols>';
    const wrong = '<row r="3"><c r="E3" t="e"><f>E2*13</f><v>#REF!</v></c></row>';
    expect(written(row + wrong, cols, "").split("\n")).toEqual([
      "9 hidden 'A': column 8 is hidden",
      "1 error 'A'!E3: shows the error #REF!",
      "7 input-unvalidated 'A'!E2: an input without validation",
      "4 constant 'A'!E3: holds the constant 13: =E2*13",
    ]);
  });
});
