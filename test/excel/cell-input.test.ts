import { cellInput, couldBeTaken } from "../../src/workbook/excel/cell-input";
import { cellContent } from "../../src/workbook/excel/cell-content";
import { asExcelShows, takeApart } from "../../src/workbook/excel/references";
import { shownFormula } from "../host/ranges";
import { typedText } from "../host/typed-text";

describe("a text", () => {
  const texts = [
    ...["=A1", "+x", "-x", "@x", "'x", "#NV", "01.02.02", "16.01.01", "1.234,56", "12 %", "5 €"],
    ...["5291", "0011", "10:30", "3/4", "1E5", "Mai 24", "1. Januar 2024", "WAHR", "false", "9 pm"],
    ...["(12)", "2024-05", "€ 5", "Dez 2023", "15. März"],
  ];
  it.each(texts)("that Excel would take for something else stays a text: %s", (text) => {
    expect(couldBeTaken(text)).toBe(true);
    const cell = { row: 0, column: 0, style: "text", value: text } as const;
    const typed = typedText(String(cellInput(cell, false)));
    expect(typed).toEqual({ value: text, textMark: true });
  });

  it.each(["KRZN, USt berechnet", "P0", "2024–2026", "–", "Konto 5291", "§ 2b UStG", "Schul-IT"])(
    "that is plainly one gets no mark: %s",
    (text) => {
      expect(couldBeTaken(text)).toBe(false);
      expect(typedText(text)).toEqual({ value: text, textMark: false });
    },
  );
});

describe("a number", () => {
  it("is a day less far on where days count from 1904, in a date only", () => {
    const cell = { row: 0, column: 0, value: 45000 } as const;
    expect(cellInput({ ...cell, style: "inputDate" }, true)).toBe(45000 - 1462);
    expect(cellInput({ ...cell, style: "inputDate" }, false)).toBe(45000);
    expect(cellInput({ ...cell, style: "inputAmount" }, true)).toBe(45000);
  });

  it("is a date by its format", () => {
    const iso = (serial: number, format: string, date1904 = false) =>
      cellContent(serial, "Double", format, date1904);
    expect(iso(45000, "dd\\.mm\\.yyyy")).toEqual({ kind: "date", iso: "2023-03-15" });
    expect(iso(45000 - 1462, "mm/yyyy", true)).toEqual({ kind: "date", iso: "2023-03-15" });
    expect(iso(1, "yyyy")).toEqual({ kind: "date", iso: "1900-01-01" });
    expect(iso(59, "yyyy")).toEqual({ kind: "date", iso: "1900-02-28" });
    expect(iso(60, "yyyy")).toBe(60);
    expect(iso(61, "yyyy")).toEqual({ kind: "date", iso: "1900-03-01" });
    expect(iso(-5, "yyyy")).toBe(-5);
    expect(iso(45000, "#,##0")).toBe(45000);
  });
});

describe("an error", () => {
  it.each([
    ["#NV", "#N/A"],
    ["#WERT!", "#VALUE!"],
    ["#DIV/0!", "#DIV/0!"],
  ])("is read in English: %s", (german, english) => {
    expect(cellContent(german, "Error", "General", false)).toEqual({
      kind: "error",
      text: english,
    });
    expect(cellContent(german, "String", "General", false)).toBe(german);
  });
});

describe("a reference", () => {
  it("is taken apart as Excel or a plan writes it", () => {
    const parts = { sheet: "KR Annahmen", address: "A1" };
    expect(takeApart("'KR Annahmen'!$A$1")).toEqual(parts);
    expect(takeApart("='KR Annahmen'!$A$1")).toEqual(parts);
    expect(takeApart("=Haushalt!$A$1:$B$2")).toEqual({ sheet: "Haushalt", address: "A1:B2" });
    expect(takeApart("'It''s'!A1")).toEqual({ sheet: "It's", address: "A1" });
    for (const none of ["#REF!", "=#REF!", "#BEZUG!", "5", "=1+1"]) {
      expect(takeApart(none)).toBeUndefined();
    }
  });

  it("is compared in the form in which Excel gives it back", () => {
    for (const formula of [
      "='Haushalt'!F12+'KR Annahmen'!A1",
      `=IF('A1'!B2="'Haushalt'!A1",1,2)`,
      "='2023'!A1",
      "='Übersicht_2'!$A$1",
    ]) {
      expect(asExcelShows(formula)).toBe(shownFormula(formula));
    }
    expect(asExcelShows("='Haushalt'!F12")).toBe("=Haushalt!F12");
  });
});
