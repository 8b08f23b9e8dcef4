import fc from "fast-check";
import { parseCellNumber } from "../../src/workbook/package/cell-number";
import { dateOfSerial, isDateFormat, serialOfDate } from "../../src/workbook/dates";
import { escapeExcel, decodeText, unescapeExcel } from "../../src/workbook/package/xml-text";

function parse(text: string): number {
  const bytes = new TextEncoder().encode(`<v>${text}</v>`);
  return parseCellNumber(bytes, 3, bytes.length - 4);
}

describe("a number in a cell", () => {
  it("is what Number makes of it, whatever its size and notation", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(String(value))).toBe(Number(String(value)));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 12 }),
        (digits, decimals) => {
          const text = (digits / 10 ** (decimals % 4)).toFixed(decimals);
          expect(parse(text)).toBe(Number(text));
        },
      ),
    );
  });

  it.each([
    "0",
    "-0",
    "0.1",
    "123456789012345",
    "1234567890123456789",
    "0.30000000000000004",
    "1E+3",
    " 7 ",
    ".5",
    "5.",
  ])("%p", (text) => {
    expect(parse(text)).toBe(Number(text));
  });

  it.each(["", "-", ".", "1.2.3", "1,5", "0x10", "1e", "Infinity", "--1"])("%p is none", (text) => {
    expect(parse(text)).toBeNaN();
  });
});

describe("dates", () => {
  it("are those of the calendar, there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), (serial) => {
        const iso = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000)
          .toISOString()
          .slice(0, 10);
        expect(dateOfSerial(serial, false)).toBe(iso);
        expect(serialOfDate(iso)).toBe(serial);
      }),
    );
  });

  it("follow Excel before March 1900 and end where Excel shows none", () => {
    expect(dateOfSerial(1, false)).toBe("1900-01-01");
    expect(dateOfSerial(59, false)).toBe("1900-02-28");
    expect(dateOfSerial(60, false)).toBeUndefined();
    expect(dateOfSerial(0, false)).toBeUndefined();
    expect(dateOfSerial(-1, false)).toBeUndefined();
    expect(dateOfSerial(2958466, false)).toBeUndefined();
    expect(dateOfSerial(0, true)).toBe("1904-01-01");
    expect(serialOfDate("1900-01-01")).toBe(1);
    expect(serialOfDate("1900-02-28")).toBe(59);
  });

  it.each([
    ["dd\\.mm\\.yyyy", true],
    ["mmm-yy", true],
    ["[$-407]mmmm", true],
    ["yyyy", true],
    ["d/m/yyyy h:mm", true],
    ["General", false],
    ["0.00", false],
    ['#,##0 "Tage"', false],
    ["[h]:mm:ss", false],
    ["[h]:mm", false],
    ["[mm]:ss", false],
    ["[$-407]d. mmmm yyyy", true],
    ["mmm", true],
    ["#,##0\\ _d", false],
    ["mm:ss", false],
    ["h:mm AM/PM", false],
    ["[Red]-0.00;0", false],
    ["@", false],
    ["0\\d", false],
    ["#,##0_d", false],
    ["0.00E+00", false],
    ["#,##0;yyyy", false],
  ])("the format %s shows one: %s", (code, expected) => {
    expect(isDateFormat(code)).toBe(expected);
  });
});

describe("texts", () => {
  it("come back as they were, whatever characters they hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const bytes = new TextEncoder().encode(escapeExcel(text));
        expect(unescapeExcel(decodeText(bytes, 0, bytes.length, "part"))).toBe(text);
      }),
      { numRuns: 2000 },
    );
    const odd = "a\u0000\u000b\r\n\t_x0041_ _x005F_ \ufffe<&>\"'";
    const bytes = new TextEncoder().encode(escapeExcel(odd));
    expect(unescapeExcel(decodeText(bytes, 0, bytes.length, "part"))).toBe(odd);
  });
});
