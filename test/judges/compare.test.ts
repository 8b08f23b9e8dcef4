import type { PlanValue, StyleName } from "../../src/workbook/plan";
import { comparePlan, describeDifferences, sameValue } from "./compare";
import type { EngineValue } from "./ironcalc";
import { cell, sheet, workbook } from "./sample";

const found = (style: StyleName, expected: PlanValue, actual?: EngineValue): string =>
  describeDifferences(
    comparePlan(
      workbook(sheet("KR", [cell("B2", style, expected, "=A1")])),
      new Map(actual === undefined ? [] : [["'KR'!B2", actual]]),
    ),
  );

describe("comparePlan", () => {
  it("allows half a cent on amounts and nothing visible on rates", () => {
    expect(found("amount", 100, 100.004)).toBe("");
    expect(found("amount", 100, 100.006)).toBe("'KR'!B2 =A1: expected 100, got 100.006");
    expect(found("rate", 0.19, 0.19000000000000003)).toBe("");
    expect(found("rate", 0.19, 0.191)).not.toBe("");
    expect(found("number", 24000.5, 24000.6)).not.toBe("");
  });

  it("keeps kinds of values apart", () => {
    expect(found("text", "5", 5)).not.toBe("");
    expect(found("amount", 0, "")).not.toBe("");
    expect(found("amount", 0, null)).not.toBe("");
    expect(found("check", true, 1)).not.toBe("");
    expect(found("amount", 0, { kind: "error", text: "#REF!" })).toContain("got #REF!");
    expect(found("text", "", { kind: "error", text: "#REF!" })).not.toBe("");
    expect(found("text", "#N/A", { kind: "error", text: "#N/A" })).toBe("");
    expect(found("text", "", null)).toBe("");
  });

  it("reports a formula cell that the engine does not know", () => {
    expect(found("amount", 5)).toBe("'KR'!B2 =A1: expected 5, got nothing");
    expect(found("text", "")).not.toBe("");
  });

  it("looks at inputs only when asked", () => {
    const plan = workbook(
      sheet("KR", [cell("A1", "inputAmount", 5), cell("A2", "inputAmount", null)]),
    );
    const values = new Map([["'KR'!A1", 6]]);
    expect(comparePlan(plan, values)).toEqual([]);
    expect(describeDifferences(comparePlan(plan, values, "all"))).toBe(
      "'KR'!A1 (input): expected 5, got 6",
    );
  });
});

describe("sameValue", () => {
  it("takes no NaN for a number", () => expect(sameValue(1, Number.NaN, 1)).toBe(false));
});

describe("describeDifferences", () => {
  it("says how many it leaves out", () => {
    const cells = [1, 2, 3].map((row) => cell(`A${String(row)}`, "amount", row, "=0"));
    const differences = comparePlan(workbook(sheet("KR", cells)), new Map());
    expect(describeDifferences(differences, 1)).toMatch(/^'KR'!A1 .*\nand 2 more$/);
  });
});
