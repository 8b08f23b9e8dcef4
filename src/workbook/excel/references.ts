/** A reference with its sheet taken apart; the address is without `$`. */
export interface SheetReference {
  readonly sheet: string;
  readonly address: string;
}

/**
 * Takes `'KR Annahmen'!$A$1` apart, also with a leading `=` and without the apostrophes that Excel leaves
 * out where they are not needed. Undefined for anything else, `#REF!` among it.
 */
export function takeApart(reference: string): SheetReference | undefined {
  const parts = /^=?(?:'((?:[^']|'')+)'|([^'!#]+))!([$A-Za-z0-9:]+)$/.exec(reference);
  if (parts === null) return undefined;
  const [, quoted, plain, address = ""] = parts;
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? "";
  return { sheet, address: address.replaceAll("$", "") };
}

/** Whether a sheet's name needs no apostrophes in a formula. */
function isPlain(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
}

/** A formula with apostrophes only where they are needed: Excel gives formulas back in this form. */
export function asExcelShows(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')+)'!/g, (whole, name: string | undefined) =>
    name !== undefined && isPlain(name.replaceAll("''", "'")) ? `${name}!` : whole,
  );
}
