import { useMemo } from "react";
import type { Language } from "../../language";
import { useLanguage } from "./spoken";

/** Figures as people read them: `1.234,50 €`, `12,5 %`, `1.234.567`. Negative ones carry a minus sign. */
export interface FigureWriter {
  /** Whole euros, `335.580 €`. */
  readonly euros: (amount: number) => string;
  /** Euros with cents, `335.580,00 €`. */
  readonly cents: (amount: number) => string;
  /** Thousands of euros with one digit, `335,6 T€`. */
  readonly thousands: (amount: number) => string;
  /** More or less, always with its sign: `+12.000 €`, `−3.000 €`, `±0 €`. */
  readonly difference: (amount: number) => string;
  /** A fraction as percent with at most two digits: 0.195 is `19,5 %`. */
  readonly percent: (fraction: number) => string;
  /** More or less as percent with one digit, always with its sign: `+4,2 %`. */
  readonly percentDifference: (fraction: number) => string;
  /** A number with at most six digits behind the decimal sign. */
  readonly number: (value: number) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { de: "de-DE", en: "en-GB" };
const MINUS = "\u2212";
/** Keeps number and unit on one line. */
const NARROW = "\u00a0";

/** The figures of a language; currency and unit stand behind the number in both. */
export function figureWriter(language: Language): FigureWriter {
  const plain = (digits: number, least = digits): ((value: number) => string) => {
    const format = new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: least,
      maximumFractionDigits: digits,
    });
    // What rounds to nothing has no sign.
    return (value) =>
      format
        .format(value)
        .replace("-", MINUS)
        .replace(/^\u2212(0(?:[.,]0+)?)$/, "$1");
  };
  const [whole, tenths, cents, share, free] = [
    plain(0),
    plain(1),
    plain(2),
    plain(2, 0),
    plain(6, 0),
  ];
  return {
    euros: (amount) => `${whole(amount)}${NARROW}€`,
    cents: (amount) => `${cents(amount)}${NARROW}€`,
    thousands: (amount) => `${tenths(amount / 1000)}${NARROW}T€`,
    difference: (amount) => `${signed(whole(amount))}${NARROW}€`,
    percent: (fraction) => `${share(fraction * 100)}${NARROW}%`,
    percentDifference: (fraction) => `${signed(tenths(fraction * 100))}${NARROW}%`,
    number: free,
  };
}

/** A number with its sign, also where it is more than nothing. */
function signed(text: string): string {
  if (/^0(?:[.,]0+)?$/.test(text)) return `±${text}`;
  return text.startsWith(MINUS) ? text : `+${text}`;
}

/** Figures in the language the user reads. */
export function useFigures(): FigureWriter {
  const language = useLanguage();
  return useMemo(() => figureWriter(language), [language]);
}
