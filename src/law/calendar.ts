import { RefusedError } from "../finding";
import { fill, type Language, type Text } from "../language";

declare const dateBrand: unique symbol;
declare const monthBrand: unique symbol;

/** A day of the Gregorian calendar as `YYYY-MM-DD`, 1900 to 9999; texts compare like the days do. */
export type CalendarDate = string & { readonly [dateBrand]: true };

/** A month as `YYYY-MM`, 1900 to 9999; texts compare like the months do. */
export type CalendarMonth = string & { readonly [monthBrand]: true };

/** Year, month from 1 to 12 and day from 1 of a date. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Excel's 1900 date system begins here; no rule of this product is older. */
export const FIRST_YEAR = 1900;
/** Excel knows no later year. */
export const LAST_YEAR = 9999;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Names of the months, as written out. */
export const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  de: [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

const NO_DATE: Text = {
  de: "„{0}“ ist kein Datum: erwartet wird Jahr, Monat und Tag mit Bindestrichen. Bitte so angeben: 2027-11-30.",
  en: "“{0}” is not a date: year, month and day with hyphens are expected. Please give it like this: 2027-11-30.",
};
const NO_MONTH: Text = {
  de: "„{0}“ ist kein Monat: erwartet wird Jahr und Monat mit Bindestrich, der Monat von 01 bis 12. Bitte so angeben: 2027-01.",
  en: "“{0}” is not a month: year and month with a hyphen are expected, the month from 01 to 12. Please give it like this: 2027-01.",
};
const NO_SUCH_DAY: Text = {
  de: "Den Tag {0} gibt es im Kalender nicht. Bitte Monat und Tag berichtigen.",
  en: "The calendar has no day {0}. Please correct the month and the day.",
};
const NO_SUCH_YEAR: Text = {
  de: "Das Jahr {0} liegt außerhalb des Kalenders von Excel (1900 bis 9999). Bitte das Jahr berichtigen.",
  en: "The year {0} is outside Excel's calendar (1900 to 9999). Please correct the year.",
};
const NO_SERIAL: Text = {
  de: "Die Zahl {0} steht in Excel für keinen Tag: möglich sind 1 (01.01.1900) bis 2958465 (31.12.9999), ohne die 60 (der 29.02.1900 fehlt im Kalender). Bitte die Zelle als Datum eingeben.",
  en: "The number {0} stands for no day in Excel: 1 (1 January 1900) to 2958465 (31 December 9999) are possible, without 60 (29 February 1900 never was). Please enter the cell as a date.",
};

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days of a month from 1 to 12; 0 for any other month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Year, month and day, if there is such a day between 1900 and 9999. */
export function isRealDay({ year, month, day }: DateParts): boolean {
  return (
    Number.isInteger(year) &&
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/**
 * Reads `YYYY-MM-DD`.
 * @throws RefusedError when the text has another form or there is no such day between 1900 and 9999.
 */
export function calendarDate(text: string): CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw new RefusedError(fill(NO_DATE, text));
  return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether {@link calendarDate} accepts the text. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return (
    match !== null &&
    isRealDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
  );
}

/**
 * The date of a year, a month from 1 to 12 and a day from 1.
 * @throws RefusedError when there is no such day between 1900 and 9999.
 */
export function dateOf(year: number, month: number, day: number): CalendarDate {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RefusedError(fill(NO_SUCH_YEAR, year));
  }
  if (!isRealDay({ year, month, day })) {
    throw new RefusedError(fill(NO_SUCH_DAY, `${year}-${twoDigits(month)}-${twoDigits(day)}`));
  }
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as CalendarDate;
}

/** Year, month and day of a date. */
export function dateParts(date: CalendarDate): DateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/**
 * Reads `YYYY-MM`.
 * @throws RefusedError when the text has another form or the month is not from 1 to 12.
 */
export function calendarMonth(text: string): CalendarMonth {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new RefusedError(fill(NO_MONTH, text));
  return monthOfIndex(12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7)));
}

/** The month a date lies in. */
export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7) as CalendarMonth;
}

/** Months counted through: 12 × year + month, January = 1; the same number the workbook's formulas use. */
export function monthIndex(dateOrMonth: CalendarDate | CalendarMonth): number {
  return 12 * Number(dateOrMonth.slice(0, 4)) + Number(dateOrMonth.slice(5, 7));
}

/**
 * The month of an index, the inverse of {@link monthIndex}.
 * @throws RefusedError outside 1900 to 9999.
 */
export function monthOfIndex(index: number): CalendarMonth {
  const year = Math.floor((index - 1) / 12);
  return dateOf(year, index - 12 * year, 1).slice(0, 7) as CalendarMonth;
}

export function firstDayOf(month: CalendarMonth): CalendarDate {
  return calendarDate(`${month}-01`);
}

export function lastDayOf(month: CalendarMonth): CalendarDate {
  const { year, month: number } = dateParts(firstDayOf(month));
  return dateOf(year, number, daysInMonth(year, number));
}

/**
 * The day so many days later (earlier, if negative).
 * @throws RefusedError outside 1900 to 9999.
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from one date to another, 0 for the same day, negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Days counted through as if every month had 30 and the year 360 (AEAO zu § 238 Nr. 3);
 * the 31st counts as the 30th.
 */
export function commercialDayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  return 360 * year + 30 * (month - 1) + Math.min(day, 30) - 1;
}

/**
 * Excel's number of a day in the 1900 date system. Excel counts a 29.02.1900 that never was,
 * so every day from 01.03.1900 on is one higher than the days that have passed.
 */
export function excelSerial(date: CalendarDate): number {
  const days = daysBetween(dateOf(FIRST_YEAR, 1, 1), date) + 1;
  return days < 60 ? days : days + 1;
}

/**
 * The day of an Excel number in the 1900 date system; a time of day (the fraction) is left out.
 * @throws RefusedError for numbers that stand for no day, 60 among them.
 */
export function dateOfExcelSerial(serial: number): CalendarDate {
  const days = Math.floor(serial);
  if (!(days >= 1 && days <= 2958465) || days === 60) {
    throw new RefusedError(fill(NO_SERIAL, serial));
  }
  return addDays(dateOf(FIRST_YEAR, 1, 1), (days < 60 ? days : days - 1) - 1);
}

/**
 * Excel's `DATE`: the number of a day; months and days beyond their range run on into the next ones.
 * @throws RefusedError outside 1900 to 9999 (where Excel shows an error or adds 1900 years).
 */
export function serialOf(year: number, month: number, day: number): number {
  return excelSerial(addDays(firstDayOf(monthOfIndex(12 * year + month)), day - 1));
}

/** Excel's `YEAR`. @throws RefusedError for numbers that stand for no day. */
export function yearOfSerial(serial: number): number {
  return dateParts(dateOfExcelSerial(serial)).year;
}

/** Excel's `MONTH`, from 1 to 12. @throws RefusedError for numbers that stand for no day. */
export function monthOfSerial(serial: number): number {
  return dateParts(dateOfExcelSerial(serial)).month;
}

/** `30.11.2027` in German, `30 November 2027` in English. */
export function dateInWords(date: CalendarDate): Text {
  const { year, month, day } = dateParts(date);
  const words: Record<Language, string> = {
    de: `${twoDigits(day)}.${twoDigits(month)}.${year}`,
    en: `${day} ${MONTH_NAMES.en[month - 1] ?? ""} ${year}`,
  };
  return words;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** Days passed since 1 March of year 0: years counted from March put the leap day at their end. */
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  return (
    365 * marchYear +
    leapDaysBefore(marchYear) +
    Math.floor((153 * monthsSinceMarch + 2) / 5) +
    day -
    1
  );
}

function dateOfDayNumber(days: number): CalendarDate {
  let marchYear = Math.floor(days / 365.2425);
  // The mean length of a year is a day off at most, in either direction.
  while (365 * (marchYear + 1) + leapDaysBefore(marchYear + 1) <= days) marchYear += 1;
  while (365 * marchYear + leapDaysBefore(marchYear) > days) marchYear -= 1;
  const dayOfYear = days - 365 * marchYear - leapDaysBefore(marchYear);
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1;
  const month = ((monthsSinceMarch + 2) % 12) + 1;
  return dateOf(month > 2 ? marchYear : marchYear + 1, month, day);
}

function leapDaysBefore(marchYear: number): number {
  return Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
}
