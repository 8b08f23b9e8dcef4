import * as fc from "fast-check";
import {
  compare,
  isTrue,
  meets,
  round,
  roundUp,
  toNumber,
  toText,
} from "../../../src/model/excel-values";

describe("ROUND", () => {
  it.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [0.285, 2, 0.29],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1250, -2, 1300],
    [1249.99, -2, 1200],
    [1e-9, 6, 0],
    [123_456_789.125, 2, 123_456_789.13],
    [0, 2, 0],
  ])("%d to %d digits is %d", (value, digits, rounded) => {
    expect(round(value, digits)).toBeCloseTo(rounded, 12);
  });

  it("rounds every half of cents away from zero", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
        const half = Number(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}5`);
        expect(Math.round(round(half, 2) * 100)).toBe(cents + 1);
        expect(Math.round(round(-half, 2) * 100)).toBe(-cents - 1);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe("ROUNDUP", () => {
  it.each([
    [5.005, 0, 6],
    [5, 0, 5],
    [-5.1, 0, -6],
    [1201, -2, 1300],
    [1200, -2, 1200],
    // 0.1 × 3 × 10: dust above 3 is no reason for a fourth.
    [0.1 * 3 * 10, 0, 3],
  ])("%d to %d digits is %d", (value, digits, rounded) => {
    expect(roundUp(value, digits)).toBe(rounded);
  });
});

describe("comparison", () => {
  it("puts numbers before texts before truth values", () => {
    expect(compare(1e9, "a")).toBeLessThan(0);
    expect(compare("z", true)).toBeLessThan(0);
    expect(compare(false, true)).toBeLessThan(0);
  });

  it("ignores the case of texts", () => {
    expect(compare("straße", "STRASSE")).toBe(0);
    expect(compare("Ä", "ä")).toBe(0);
    expect(compare("a", "B")).toBeLessThan(0);
  });

  it("takes an empty cell for the nothing of the other side", () => {
    expect(compare(null, 0)).toBe(0);
    expect(compare(null, "")).toBe(0);
    expect(compare(null, false)).toBe(0);
    expect(compare(null, -1)).toBeGreaterThan(0);
  });
});

describe("criteria", () => {
  it("hold a value or an operator with a value", () => {
    expect(meets(2, ">1")).toBe(true);
    expect(meets(1, ">1")).toBe(false);
    expect(meets(1, ">=1")).toBe(true);
    expect(meets(0.5, "<=0.5")).toBe(true);
    expect(meets("G1", "g1")).toBe(true);
    expect(meets("G10", "G1")).toBe(false);
    expect(meets("G1", "<>G2")).toBe(true);
    expect(meets(3, "=3")).toBe(true);
  });

  it("pass empty cells and texts over where a number is wanted", () => {
    expect(meets(null, ">-1")).toBe(false);
    expect(meets("x", ">0")).toBe(false);
    expect(meets(null, 0)).toBe(false);
    expect(meets("x", "<>0")).toBe(true);
  });
});

describe("conversion", () => {
  it("makes numbers of truth values, empty cells and texts of digits", () => {
    expect([true, false, null, "12.5"].map(toNumber)).toEqual([1, 0, 0, 12.5]);
    expect(() => toNumber("")).toThrow("a number was expected");
    expect(() => toNumber("zwölf")).toThrow("a number was expected");
  });

  it("makes texts as Excel writes them", () => {
    expect([true, null, 1.5, "a"].map(toText)).toEqual(["TRUE", "", "1.5", "a"]);
  });

  it("takes every number but 0 for true", () => {
    expect([0, 2, true, null].map(isTrue)).toEqual([false, true, true, false]);
  });
});
