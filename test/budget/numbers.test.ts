import fc from "fast-check";
import { NO_AMOUNT, notationOf, readNumberText } from "../../src/budget/numbers";

function german(text: string): number | undefined {
  const number = readNumberText(text);
  return number === null || number === NO_AMOUNT ? undefined : number.german;
}

describe("amounts written as text", () => {
  it.each([
    ["1.234,56", 1234.56],
    ["310.964,69-", -310964.69],
    ["(310.964,69)", -310964.69],
    ["-338.367.823,33 EUR", -338367823.33],
    ["− 5,00 €", -5],
    ["€ -5", -5],
    ["5- EUR", -5],
    ["+12", 12],
    ["1\u00a0234,5", 1234.5],
    ["1\u202f234\u2009567", 1234567],
    ["5,--", 5],
    ["7,- €", 7],
    ["1'234,50", 1234.5],
    [",5", 0.5],
    ["0,00", 0],
  ])("reads %s", (text, value) => {
    expect(german(text)).toBe(value);
  });

  it("reads the unit from the text", () => {
    expect(readNumberText("282,0 T€")).toEqual({ german: 282, unit: "TEUR" });
    expect(readNumberText("T€ 282")).toEqual({ german: 282, english: 282, unit: "TEUR" });
    expect(readNumberText("1,5 Mio. €")).toMatchObject({ german: 1.5, unit: "MEUR" });
    expect(readNumberText("3 Tsd. EUR")).toMatchObject({ german: 3, unit: "TEUR" });
  });

  it.each(["-", "–", "—", "--", "-,--", "./.", "- €", " - "])("takes %s for no amount", (text) => {
    expect(readNumberText(text)).toBe(NO_AMOUNT);
  });

  it.each([
    "",
    "k. A.",
    "1.2.3",
    "12,3,4",
    "1.23,4",
    "--5--",
    "(5-)",
    "5 Stück",
    "5291 Software",
    "1e5",
    "€",
    "0.123.456",
  ])("does not take %s for a number in German", (text) => {
    expect(german(text)).toBeUndefined();
  });

  it("tells what a text proves about the notation", () => {
    const notation = (text: string): string => {
      const number = readNumberText(text);
      return number === null || number === NO_AMOUNT ? "none" : notationOf(number);
    };
    expect(notation("1.234,5")).toBe("german");
    expect(notation("1,234.5")).toBe("english");
    expect(notation("12,5")).toBe("german");
    expect(notation("12.5")).toBe("english");
    expect(notation("1.234")).toBe("weak-german");
    expect(notation("1,234")).toBe("weak-english");
    expect(notation("1234")).toBe("any");
    expect(notation("14.222.000")).toBe("german");
  });

  it("reads back every amount it is shown, in both notations", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
        const text = Math.abs(cents / 100).toFixed(2);
        const [whole = "", decimals = ""] = text.split(".");
        const sign = cents < 0 ? "-" : "";
        const group = (sign: string): string => whole.replace(/\B(?=(\d{3})+(?!\d))/g, sign);
        expect(german(`${sign}${group(".")},${decimals}`)).toBeCloseTo(cents / 100, 4);
        expect(readNumberText(`${sign}${group(",")}.${decimals}`)).toMatchObject({
          english: Number(`${sign}${text}`) + 0,
        });
      }),
    );
  });
});
