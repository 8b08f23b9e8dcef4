import fc from "fast-check";
import {
  dayInWords,
  monthInWords,
  readTypedDate,
  readTypedMonth,
  showDate,
  showMonth,
} from "../../../src/taskpane/fields/typed-month";

describe("months as they are typed", () => {
  it.each([
    "01/2023",
    "1/2023",
    "1.2023",
    "01.2023",
    "Januar 2023",
    "jan 2023",
    "Jan. 2023",
    "January 2023",
    "2023-01",
    "2023-1",
    "01.01.2023",
    "31.1.2023",
  ])("„%s“ is January 2023", (text) => {
    expect(readTypedMonth(text)).toEqual({ kind: "value", value: "2023-01" });
  });

  it.each([
    ["März 2024", "2024-03"],
    ["Maerz 2024", "2024-03"],
    ["Mrz. 2024", "2024-03"],
    ["May 2024", "2024-05"],
    ["Mai 2024", "2024-05"],
    ["Dez 2024", "2024-12"],
    ["Dec 2024", "2024-12"],
    ["Oktober 2024", "2024-10"],
  ])("„%s“ is %s", (text, value) => {
    expect(readTypedMonth(text)).toEqual({ kind: "value", value });
  });

  it.each([
    ["2023", "01/2023"],
    ["1/23", "01/2023"],
    ["1.23", "01/2023"],
  ])("„%s“ asks whether %s is meant", (text, instead) => {
    expect(readTypedMonth(text)).toEqual({ kind: "wrong", instead });
    expect(readTypedMonth(instead).kind).toBe("value");
  });

  it.each(["13/2023", "0/2023", "01/1823", "Ja 2023", "Janus 2023", "bald", "32.1.2023"])(
    "„%s“ is no month",
    (text) => {
      expect(readTypedMonth(text)).toEqual({ kind: "wrong" });
    },
  );

  it("are read back as what they were shown for", () => {
    const anyMonth = fc
      .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);
    fc.assert(
      fc.property(anyMonth, fc.constantFrom("de" as const, "en" as const), (value, language) => {
        expect(readTypedMonth(showMonth(value))).toEqual({ kind: "value", value });
        expect(readTypedMonth(monthInWords(value, language))).toEqual({ kind: "value", value });
      }),
    );
  });
});

describe("days as they are typed", () => {
  it.each([
    "30.11.2027",
    "30/11/2027",
    "11/30/2027",
    "30. November 2027",
    "30 Nov 2027",
    "November 30, 2027",
    "2027-11-30",
  ])("„%s“ is 30 November 2027", (text) => {
    expect(readTypedDate(text)).toEqual({ kind: "value", value: "2027-11-30" });
  });

  it("asks for the century, and refuses days that are not in the calendar", () => {
    expect(readTypedDate("30.11.27")).toEqual({ kind: "wrong", instead: "30.11.2027" });
    expect(readTypedDate("31.11.2027")).toEqual({ kind: "wrong" });
    expect(readTypedDate("29.02.2027")).toEqual({ kind: "wrong" });
    expect(readTypedDate("29.02.2028")).toEqual({ kind: "value", value: "2028-02-29" });
    expect(readTypedDate("2027")).toEqual({ kind: "wrong" });
  });

  it("are read back as what they were shown for", () => {
    const anyDay = fc
      .tuple(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));
    fc.assert(
      fc.property(anyDay, fc.constantFrom("de" as const, "en" as const), (value, language) => {
        expect(readTypedDate(showDate(value, language))).toEqual({ kind: "value", value });
        expect(readTypedDate(dayInWords(value, language))).toEqual({ kind: "value", value });
      }),
    );
  });
});
