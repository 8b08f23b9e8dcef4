import fc from "fast-check";
import { exactly, floorOf, fraction, numberOf, plus, times } from "../../src/law/fraction";

describe("exact fractions", () => {
  it.each<[number, bigint, bigint]>([
    [0, 0n, 1n],
    [0.0015, 3n, 2000n],
    [0.1, 1n, 10n],
    [-2.5, -5n, 2n],
    [1e21, 10n ** 21n, 1n],
    [1.5e-7, 3n, 20_000_000n],
  ])("reads %d as the decimal number it is", (value, numerator, denominator) => {
    expect(exactly(value)).toEqual({ numerator, denominator });
  });

  it("takes the dust off a binary sum when digits are given", () => {
    expect(exactly(0.1 + 0.2, 15)).toEqual({ numerator: 3n, denominator: 10n });
    expect(exactly(0.1 + 0.2)).not.toEqual({ numerator: 3n, denominator: 10n });
  });

  it("gives back every number it has read", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        expect(numberOf(exactly(value))).toBeCloseTo(value, 6);
      }),
    );
  });

  it("adds and multiplies without loss", () => {
    expect(plus(exactly(0.1), exactly(0.2))).toEqual(exactly(0.3));
    expect(times(fraction(1n, 3n), fraction(3n))).toEqual(fraction(1n));
  });

  it.each<[bigint, bigint, bigint]>([
    [7n, 2n, 3n],
    [-7n, 2n, -4n],
    [-4n, 2n, -2n],
    [0n, 5n, 0n],
  ])("floors %d / %d to %d", (numerator, denominator, floor) => {
    expect(floorOf(fraction(numerator, denominator))).toBe(floor);
  });

  it("refuses what is no fraction", () => {
    expect(() => fraction(1n, 0n)).toThrow("above 0");
    expect(() => exactly(Number.NaN)).toThrow("finite");
    expect(() => exactly(Number.POSITIVE_INFINITY)).toThrow("finite");
  });
});
