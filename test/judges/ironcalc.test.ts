import { comparePlan, describeDifferences } from "./compare";
import { AGREED, IRONCALC_DIFFERS } from "./formula-cases";
import { caseWorkbook } from "./formula-workbook";
import { dateSerial, recalculate, recalculatePlan } from "./ironcalc";
import { cell, sheet, workbook } from "./sample";

const budget = {
  name: "Haushalt's Plan & Ist",
  cells: [
    { row: 4, column: 5, value: 282 },
    { row: 5, column: 5, value: "01.02.02" },
    { row: 6, column: 5, value: { kind: "date", iso: "2024-01-01" } as const },
    { row: 7, column: 5, value: { kind: "error", text: "#N/A" } as const },
  ],
};
const link = "'Haushalt''s Plan & Ist'!";
const plan = workbook(
  sheet("KR Übersicht", [
    cell("B5", "amount", 282000, "='KR Zuordnung'!H5"),
    cell("B6", "check", true, "=B5>0"),
  ]),
  sheet("KR Zuordnung", [
    cell("C5", "inputNumber", 1000),
    cell("H5", "linkedAmount", 282000, `=IF(${link}F5="","",${link}F5*$C5)`),
    cell("H6", "text", "01.02.02", `=${link}F6`),
    cell("H7", "date", 45292, `=${link}F7`),
    cell("H8", "amount", "#N/A", `=${link}F8`),
    cell("H9", "amount", "", `=IF(${link}F9="","",${link}F9)`),
    cell("H10", "factor", 1 / 3, "=1/3"),
  ]),
);

describe("recalculatePlan", () => {
  it("gives every formula cell from inputs and foreign cells alone", () => {
    const values = recalculatePlan(plan, [budget]);
    expect(describeDifferences(comparePlan(plan, values))).toBe("");
    expect(values.size).toBe(8);
    expect(values.get("'KR Zuordnung'!H8")).toEqual({ kind: "error", text: "#N/A" });
    expect(values.get("'KR Zuordnung'!H10")).toBeCloseTo(1 / 3, 13);
  });

  it("does not take over the plan's own results", () => {
    const wrong = workbook(sheet("KR Übersicht", [cell("A1", "amount", 5, "=2+2")]));
    expect(describeDifferences(comparePlan(wrong, recalculatePlan(wrong, [])))).toBe(
      "'KR Übersicht'!A1 =2+2: expected 5, got 4",
    );
  });

  it("calculates with changed inputs, foreign cells and cells that were empty", () => {
    const changes = new Map([
      ["'KR Zuordnung'!C5", 1],
      [`${link}F5`, 300],
      [`${link}F9`, 7],
    ]);
    const values = recalculatePlan(plan, [budget], changes);
    expect(values.get("'KR Übersicht'!B5")).toBe(300);
    expect(values.get("'KR Zuordnung'!H9")).toBe(7);
  });

  it("refuses to change a formula or a sheet that is not there", () => {
    expect(() => recalculatePlan(plan, [budget], new Map([["'KR Übersicht'!B5", 1]]))).toThrow(
      "is a formula",
    );
    expect(() => recalculatePlan(plan, [budget], new Map([["'KR Nichts'!B5", 1]]))).toThrow(
      "no sheet",
    );
  });

  it("shows a reference to a sheet that is missing as an error", () => {
    expect(recalculatePlan(plan, []).get("'KR Übersicht'!B5")).toEqual({
      kind: "error",
      text: "#REF!",
    });
  });
});

describe("recalculate", () => {
  it("keeps texts texts, whatever they look like, and numbers to the last digit that matters", () => {
    const inputs = ["01.02.02", "=1+1", "'x", "1e5", "TRUE", "5 %", -0.0000001, 123456789.123456];
    const cells = inputs.flatMap((value, row) => [
      { row, column: 0, value },
      { row, column: 1, value: null, formula: `=A${String(row + 1)}` },
    ]);
    const values = recalculate([{ name: "Sheet1", cells }]);
    expect([...values.values()]).toEqual(inputs);
  });

  it("tells a circle from a value", () => {
    const cells = [{ row: 0, column: 0, value: null, formula: "=A1+1" }];
    expect(recalculate([{ name: "KR", cells }]).get("'KR'!A1")).toMatchObject({ kind: "error" });
  });
});

describe("agreement with Excel", () => {
  it("computes the formulas of the model as Excel documents them", () => {
    const cases = caseWorkbook(AGREED);
    expect(describeDifferences(comparePlan(cases, recalculatePlan(cases, [])))).toBe("");
  });

  it("still differs where formulas of ours make a detour", () => {
    const cases = caseWorkbook(IRONCALC_DIFFERS);
    expect(describeDifferences(comparePlan(cases, recalculatePlan(cases, [])))).toBe("");
  });
});

describe("dateSerial", () => {
  it("counts days as Excel does", () => {
    expect(dateSerial("2024-01-01")).toBe(45292);
    expect(dateSerial("1900-03-01")).toBe(61);
  });
});
