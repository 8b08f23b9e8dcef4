/** Format codes that Excel knows by number and files do not spell out (ECMA-376, 18.8.30), in English notation. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "m/d/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yyyy h:mm"],
  [37, "#,##0 ;(#,##0)"],
  [38, "#,##0 ;[Red](#,##0)"],
  [39, "#,##0.00;(#,##0.00)"],
  [40, "#,##0.00;[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mmss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

export const GENERAL = "General";

/** Code of a built-in format; East Asian date formats, whose codes depend on the language, as a plain date. */
export function builtInFormat(id: number): string {
  const isRegionalDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return BUILT_IN.get(id) ?? (isRegionalDate ? "m/d/yyyy" : GENERAL);
}

/** Number of a built-in format with exactly this code. */
export function builtInFormatId(code: string): number | undefined {
  for (const [id, builtIn] of BUILT_IN) if (builtIn === code) return id;
  return undefined;
}

/**
 * The code shows a day, month or year. Times of day and durations stay numbers:
 * nothing in a budget hangs on them.
 */
export function isDateFormat(code: string): boolean {
  const [first = ""] = code
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .split(";");
  if (/general|@/i.test(first)) return false;
  const letters = first.replace(/am\/pm|a\/p/gi, "").toLowerCase();
  if (/[dy]/.test(letters)) return true;
  // `m` beside hours or seconds means minutes.
  return letters.includes("m") && !/[hs]/.test(letters);
}

const DAYS_1904 = 1462;
/** 31 December 9999, the last date Excel shows. */
const LAST_SERIAL = 2958465;

/**
 * Date of a serial number as `YYYY-MM-DD`, undefined where Excel shows none.
 * Excel counts the 29 February 1900 that never was as day 60; days before it are one less.
 */
export function dateOfSerial(serial: number, date1904: boolean): string | undefined {
  let day = Math.floor(serial) + (date1904 ? DAYS_1904 : 0);
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
