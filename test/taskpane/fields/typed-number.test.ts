import fc from "fast-check";
import {
  type NumberUnit,
  readTypedNumber,
  showNumber,
} from "../../../src/taskpane/fields/typed-number";

function german(text: string, unit: NumberUnit = "EUR"): unknown {
  const read = readTypedNumber(text, unit, "de");
  return read.kind === "value" ? read.value : read.kind === "wrong" ? read.why : read.kind;
}

function english(text: string, unit: NumberUnit = "EUR"): unknown {
  const read = readTypedNumber(text, unit, "en");
  return read.kind === "value" ? read.value : read.kind === "wrong" ? read.why : read.kind;
}

describe("numbers as they are typed", () => {
  it.each([
    ["1.234,5", 1234.5],
    ["1234,5", 1234.5],
    ["1.234", 1234],
    ["1,234", 1.234],
    ["1,234.5", 1234.5],
    ["1.5", 1.5],
    ["-3.000", -3000],
    ["−3.000 €", -3000],
    ["94000", 94000],
    ["94 000", 94000],
    ["335.580,00 €", 335580],
    ["282 T€", 282000],
    ["T€ 282", 282000],
    ["282,0 TEUR", 282000],
    ["0,282 Mio. €", 282000],
    ["1,005 Tsd. EUR", 1005],
  ])("„%s“ in a German euro field is %d", (text, value) => {
    expect(german(text)).toBe(value);
  });

  it.each([
    ["1,234.5", 1234.5],
    ["1,234", 1234],
    ["1.234,5", 1234.5],
    ["0.282 m€", 282000],
  ])("“%s” in an English euro field is %d", (text, value) => {
    expect(english(text)).toBe(value);
  });

  it.each([
    ["19 %", 0.19],
    ["19", 0.19],
    ["19,5%", 0.195],
    ["0,9 %", 0.009],
    ["57", 0.57],
    ["2 v. H.", 0.02],
    ["2 vH", 0.02],
    ["-1,5 %", -0.015],
    ["100 Prozent", 1],
  ])("„%s“ in a percent field is %d", (text, value) => {
    expect(german(text, "share")).toBe(value);
  });

  it("take a number in a percent field as percent always, and say how a fraction would be typed", () => {
    expect(readTypedNumber("0,19", "share", "de")).toEqual({
      kind: "value",
      value: 0.0019,
      hint: "19",
    });
    expect(readTypedNumber("0.19", "share", "en")).toEqual({
      kind: "value",
      value: 0.0019,
      hint: "19",
    });
    // With the sign, or above a half, nothing else can be meant.
    expect(readTypedNumber("0,19 %", "share", "de")).toEqual({ kind: "value", value: 0.0019 });
    expect(readTypedNumber("0,9", "share", "de")).toEqual({ kind: "value", value: 0.009 });
    expect(readTypedNumber("0", "share", "de")).toEqual({ kind: "value", value: 0 });
  });

  it.each([
    ["zwölf", "EUR", "not-a-number"],
    ["-", "EUR", "not-a-number"],
    ["1.23.4", "EUR", "not-a-number"],
    ["19 %", "EUR", "other-unit"],
    ["282 T€", "share", "other-unit"],
    ["3 €", "number", "other-unit"],
    ["  ", "EUR", "empty"],
  ] as const)("„%s“ in a field of %s is refused: %s", (text, unit, why) => {
    expect(german(text, unit)).toBe(why);
  });

  it("stay within their bounds, in the unit of the field", () => {
    const share = { minimum: 0, maximum: 1 };
    expect(readTypedNumber("101", "share", "de", share)).toMatchObject({ why: "too-large" });
    expect(readTypedNumber("100", "share", "de", share)).toMatchObject({ value: 1 });
    expect(readTypedNumber("-1", "share", "de", share)).toMatchObject({ why: "too-small" });
    expect(readTypedNumber("2,5", "number", "de", { whole: true })).toMatchObject({
      why: "not-whole",
    });
  });

  it("are shown as people write them", () => {
    expect(showNumber(1234.5, "EUR", "de")).toBe("1.234,50");
    expect(showNumber(94000, "EUR", "de")).toBe("94.000");
    expect(showNumber(94000, "EUR", "en")).toBe("94,000");
    expect(showNumber(0.57, "share", "de")).toBe("57");
    expect(showNumber(0.195, "share", "en")).toBe("19.5");
    expect(showNumber(-0.0005, "share", "de")).toBe("-0,05");
    expect(showNumber(1e-9, "number", "de")).toBe("0,000000001");
    expect(showNumber(0.23255813953488372, "share", "de")).toBe("23,255813953488372");
  });

  it("are read back as what they were shown for", () => {
    const value = fc.oneof(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -1e7, max: 1e7 }).map((cents) => cents / 100),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    const unit = fc.constantFrom<NumberUnit>("EUR", "share", "number");
    const language = fc.constantFrom("de" as const, "en" as const);
    fc.assert(
      fc.property(value, unit, language, (given, of, spoken) => {
        const shown = showNumber(given, of, spoken);
        fc.pre(shown.length <= 40);
        const read = readTypedNumber(shown, of, spoken);
        expect(read.kind === "value" ? read.value + 0 : read).toBe(given + 0);
      }),
      { numRuns: 3000 },
    );
  });
});
