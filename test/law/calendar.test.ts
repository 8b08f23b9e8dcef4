import fc from "fast-check";
import { RefusedError } from "../../src/finding";
import {
  addDays,
  calendarDate,
  calendarMonth,
  commercialDayNumber,
  dateInWords,
  dateOf,
  dateOfExcelSerial,
  dateParts,
  daysBetween,
  daysInMonth,
  excelSerial,
  firstDayOf,
  isCalendarDate,
  lastDayOf,
  monthIndex,
  monthOf,
  monthOfIndex,
  monthOfSerial,
  serialOf,
  yearOfSerial,
} from "../../src/law/calendar";

const LAST_SERIAL = 2958465;
const serials = fc.integer({ min: 1, max: LAST_SERIAL }).filter((serial) => serial !== 60);

describe("reading a date", () => {
  it.each(["1900-01-01", "2000-02-29", "2024-02-29", "2027-11-30", "9999-12-31"])(
    "takes %s",
    (text) => {
      expect(calendarDate(text)).toBe(text);
      expect(isCalendarDate(text)).toBe(true);
    },
  );

  it.each([
    ["30.11.2027", "„30.11.2027“ ist kein Datum", "“30.11.2027” is not a date"],
    ["2027-1-1", "ist kein Datum", "is not a date"],
    ["2027-11-30T00:00", "ist kein Datum", "is not a date"],
    ["", "„“ ist kein Datum", "“” is not a date"],
    ["2023-02-29", "Den Tag 2023-02-29 gibt es", "no day 2023-02-29"],
    ["1900-02-29", "Den Tag 1900-02-29 gibt es", "no day 1900-02-29"],
    ["2023-13-01", "Den Tag 2023-13-01 gibt es", "no day 2023-13-01"],
    ["2023-00-10", "Den Tag 2023-00-10 gibt es", "no day 2023-00-10"],
    ["2023-04-31", "Den Tag 2023-04-31 gibt es", "no day 2023-04-31"],
    ["1899-12-31", "Das Jahr 1899", "The year 1899"],
  ])("refuses %s in words", (text, german, english) => {
    expect(isCalendarDate(text)).toBe(false);
    const refusal = refusalOf(() => calendarDate(text));
    expect(refusal.text.de).toContain(german);
    expect(refusal.text.de).toContain("Bitte");
    expect(refusal.text.en).toContain(english);
    expect(refusal.text.en).toContain("Please");
  });

  it("refuses parts that are no day", () => {
    expect(() => dateOf(2023, 2, 28.5)).toThrow("no day");
    expect(() => dateOf(2023.5, 1, 1)).toThrow("The year 2023.5");
    expect(() => dateOf(10000, 1, 1)).toThrow("The year 10000");
  });
});

describe("reading a month", () => {
  it("takes a month and its first and last day", () => {
    const month = calendarMonth("2024-02");
    expect([firstDayOf(month), lastDayOf(month)]).toEqual(["2024-02-01", "2024-02-29"]);
    expect(monthOf(calendarDate("2024-02-29"))).toBe(month);
  });

  it.each(["2024-13", "2024-00", "2024", "02.2024", "2024-02-01"])(
    "refuses %s in words",
    (text) => {
      const refusal = refusalOf(() => calendarMonth(text));
      expect(refusal.text.de).toContain(`„${text}“ ist kein Monat`);
      expect(refusal.text.en).toContain(`“${text}” is not a month`);
    },
  );

  it("counts months through: January is 12 × year + 1", () => {
    expect(monthIndex(calendarMonth("2022-01"))).toBe(24265);
    expect(monthIndex(calendarDate("2022-12-31"))).toBe(24276);
    expect(monthOfIndex(24276)).toBe("2022-12");
    expect(monthOfIndex(24277)).toBe("2023-01");
  });

  it("finds every month again from its index", () => {
    fc.assert(
      fc.property(fc.integer({ min: 12 * 1900 + 1, max: 12 * 9999 + 12 }), (index) => {
        expect(monthIndex(monthOfIndex(index))).toBe(index);
      }),
    );
  });
});

describe("counting days", () => {
  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-02-29", 1, "2024-03-01"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2100-02-28", 1, "2100-03-01"],
    ["2000-02-28", 1, "2000-02-29"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2027-01-01", -1, "2026-12-31"],
    ["2020-01-01", 366, "2021-01-01"],
  ])("%s and %i days is %s", (from, days, to) => {
    expect(addDays(calendarDate(from), days)).toBe(to);
    expect(daysBetween(calendarDate(from), calendarDate(to))).toBe(days);
  });

  it("goes day by day through the months, over four hundred years", () => {
    let date = calendarDate("1900-01-01");
    for (let year = 1900; year < 2300; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= daysInMonth(year, month); day += 1) {
          if (dateParts(date).day !== day || dateParts(date).month !== month) {
            throw new Error(`${date} stands where ${year}-${month}-${day} belongs`);
          }
          date = addDays(date, 1);
        }
      }
    }
    expect(date).toBe("2300-01-01");
  });

  it("refuses to leave the calendar", () => {
    expect(() => addDays(calendarDate("9999-12-31"), 1)).toThrow("The year 10000");
    expect(() => addDays(calendarDate("1900-01-01"), -1)).toThrow("The year 1899");
  });

  it("counts 30 days a month and 360 a year for interest", () => {
    const days = (from: string, to: string): number =>
      commercialDayNumber(calendarDate(to)) - commercialDayNumber(calendarDate(from));
    expect(days("2018-04-01", "2019-01-01")).toBe(270);
    expect(days("2019-01-01", "2022-08-01")).toBe(1290);
    expect(days("2018-12-31", "2019-01-01")).toBe(1);
    expect(days("2018-12-30", "2018-12-31")).toBe(0);
    expect(days("2019-02-01", "2019-03-01")).toBe(30);
  });
});

describe("Excel's numbers of days", () => {
  it.each([
    ["1900-01-01", 1],
    ["1900-02-28", 59],
    ["1900-03-01", 61],
    ["1970-01-01", 25569],
    ["2024-02-29", 45351],
    ["2027-01-01", 46388],
    ["9999-12-31", LAST_SERIAL],
  ])("%s is %i", (date, serial) => {
    expect(excelSerial(calendarDate(date))).toBe(serial);
    expect(dateOfExcelSerial(serial)).toBe(date);
  });

  it("finds every day again", () => {
    fc.assert(
      fc.property(serials, (serial) => {
        expect(excelSerial(dateOfExcelSerial(serial))).toBe(serial);
      }),
    );
  });

  it("leaves out the time of day", () => {
    expect(dateOfExcelSerial(46388.75)).toBe("2027-01-01");
  });

  it.each([0, -1, 60, 60.5, LAST_SERIAL + 1, Number.NaN])("refuses %d in words", (serial) => {
    const refusal = refusalOf(() => dateOfExcelSerial(serial));
    expect(refusal.text.de).toContain("steht in Excel für keinen Tag");
    expect(refusal.text.en).toContain("stands for no day in Excel");
  });

  it("computes DATE, YEAR and MONTH as Excel does", () => {
    expect(serialOf(2027, 1, 1)).toBe(46388);
    expect(serialOf(2026, 13, 1)).toBe(46388);
    expect(serialOf(2027, 1, 0)).toBe(46387);
    expect(serialOf(2026, 12, 32)).toBe(46388);
    expect([yearOfSerial(46387), monthOfSerial(46387)]).toEqual([2026, 12]);
    expect([yearOfSerial(46388.5), monthOfSerial(46388.5)]).toEqual([2027, 1]);
  });
});

describe("a date in words", () => {
  it("is written as people write it", () => {
    expect(dateInWords(calendarDate("2025-07-01"))).toEqual({
      de: "01.07.2025",
      en: "1 July 2025",
    });
    expect(dateInWords(calendarDate("2027-12-31")).en).toBe("31 December 2027");
  });
});

function refusalOf(action: () => unknown): RefusedError {
  try {
    action();
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
  throw new Error("It was not refused");
}
