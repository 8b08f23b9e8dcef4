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
