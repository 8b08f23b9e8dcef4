/**
 * The format code shows a day, month or year. Times of day and durations stay numbers:
 * nothing in a budget hangs on them.
 */
export function isDateFormat(code: string): boolean {
  const [shown = ""] = code
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./g, "")
    .split(";");
  // Durations: hours, minutes or seconds beyond a day.
  if (/\[(?:h+|m+|s+)\]/i.test(shown)) return false;
  const first = shown.replace(/\[[^\]]*\]/g, "");
  if (/general|@/i.test(first)) return false;
  const letters = first.replace(/am\/pm|a\/p/gi, "").toLowerCase();
  if (/[dy]/.test(letters)) return true;
  // `m` beside hours or seconds means minutes.
  return letters.includes("m") && !/[hs]/.test(letters);
}

/** Days between the first days of the two date systems of Excel. */
export const DAYS_TO_1904 = 1462;
/** 31 December 9999, the last date Excel shows. */
const LAST_SERIAL = 2958465;

/**
 * Date of a serial number as `YYYY-MM-DD`, undefined where Excel shows none.
 * Excel counts the 29 February 1900 that never was as day 60; days before it are one less.
 */
export function dateOfSerial(serial: number, date1904: boolean): string | undefined {
  let day = Math.floor(serial) + (date1904 ? DAYS_TO_1904 : 0);
  if (day < 1 || day === 60 || day > LAST_SERIAL) return undefined;
  if (day < 60) day++;
  return isoDate(day - 25569);
}

/** Serial number of `YYYY-MM-DD` in the 1900 system; below 1 for dates that Excel does not know. */
export function serialOfDate(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  const serial = era * 146097 + days - 719468 + 25569;
  return serial < 61 ? serial - 1 : serial;
}

/** Date of a number of days since 1 January 1970, in the Gregorian calendar. */
function isoDate(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) /
      365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const gregorian = year + era * 400 + (month <= 2 ? 1 : 0);
  const pad = (value: number, length: number): string => String(value).padStart(length, "0");
  return `${pad(gregorian, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
