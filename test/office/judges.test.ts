import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
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
