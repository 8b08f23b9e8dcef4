import { columnLetters } from "../address";
import type { Language, Text } from "../language";
import type {
  AmountKind,
  AmountUnit,
  ColumnCorrection,
  ColumnMeans,
  Direction,
  SheetCorrection,
} from "./line";
import { writeRowList } from "./row-list";

/** What a column can hold. */
export const MEANS_TERMS: Readonly<Record<ColumnMeans, Text>> = {
  amount: { de: "Betrag", en: "amount" },
  balance: { de: "Saldo", en: "balance" },
  year: { de: "Jahr", en: "year" },
  kind: { de: "Art des Betrags", en: "kind of amount" },
  direction: { de: "Ertrag oder Aufwand", en: "revenue or expense" },
  product: { de: "Produkt", en: "product" },
  "product-label": { de: "Name des Produkts", en: "name of the product" },
  account: { de: "Konto", en: "account" },
  "account-label": { de: "Name des Kontos", en: "name of the account" },
  label: { de: "Bezeichnung", en: "label" },
  "line-number": { de: "Zeilennummer", en: "line number" },
  key: { de: "weiteres Merkmal", en: "further key" },
  ignore: { de: "nicht gelesen", en: "not read" },
};
export const KIND_TERMS: Readonly<Record<AmountKind, Text>> = {
  ergebnis: { de: "Ergebnis", en: "result" },
  ansatz: { de: "Ansatz", en: "budget" },
  fortgeschrieben: { de: "fortgeschriebener Ansatz", en: "amended budget" },
  planung: { de: "Planung", en: "planning" },
  verpflichtung: { de: "Verpflichtungsermächtigung", en: "commitment authorisation" },
};
export const DIRECTION_TERMS: Readonly<Record<Direction, Text>> = {
  revenue: { de: "Ertrag", en: "revenue" },
  expense: { de: "Aufwand", en: "expense" },
};
export const UNIT_SIGNS: Readonly<Record<AmountUnit, string>> = {
  EUR: "€",
  TEUR: "T€",
  MEUR: "Mio. €",
};

/** A correction as one would say it: `Einheit T€; Spalte D: Betrag, Planung 2026; ohne Zeile 12`. */
export function correctionInWords(correction: SheetCorrection): Text {
  return { de: inWords(correction, "de"), en: inWords(correction, "en") };
}

function inWords(correction: SheetCorrection, language: Language): string {
  const { notABudget, headerRows, budgetYear, unit, notation, signs, columns } = correction;
  const say = (de: string, en: string): string => (language === "de" ? de : en);
  const parts: string[] = [];
  if (notABudget === true) parts.push(say("kein Haushalt", "no budget"));
  if (headerRows !== undefined) {
    const [first, last] = headerRows;
    parts.push(
      say(`Kopfzeilen ${first + 1} bis ${last + 1}`, `header rows ${first + 1} to ${last + 1}`),
    );
  }
  if (budgetYear !== undefined)
    parts.push(say(`Haushaltsjahr ${budgetYear}`, `budget year ${budgetYear}`));
  if (unit !== undefined)
    parts.push(say(`Einheit ${UNIT_SIGNS[unit]}`, `unit ${UNIT_SIGNS[unit]}`));
  if (notation !== undefined) {
    const german = notation === "german";
    parts.push(
      say(
        `Beträge in ${german ? "deutscher" : "englischer"} Schreibweise`,
        `amounts in ${german ? "German" : "English"} notation`,
      ),
    );
  }
  for (const direction of ["revenue", "expense"] as const) {
    const sign = signs?.[direction];
    if (sign === undefined) continue;
    const name = DIRECTION_TERMS[direction][language];
    parts.push(
      sign === "negative"
        ? say(`${name} mit Minus gedruckt`, `${name} printed with a minus`)
        : say(`${name} ohne Minus gedruckt`, `${name} printed without a minus`),
    );
  }
  for (const column of columns ?? []) parts.push(columnInWords(column, language));
  const { leaveOut = [], takeIn = [] } = correction;
  if (leaveOut.length > 0)
    parts.push(
      say(`ohne Zeile ${writeRowList(leaveOut)}`, `without row ${writeRowList(leaveOut)}`),
    );
  if (takeIn.length > 0)
    parts.push(say(`mit Zeile ${writeRowList(takeIn)}`, `with row ${writeRowList(takeIn)}`));
  return parts.join("; ");
}

function columnInWords(
  { column, means, year, kind, direction }: ColumnCorrection,
  language: Language,
): string {
  const kindAndYear = [kind === undefined ? "" : KIND_TERMS[kind][language], year ?? ""]
    .filter((part) => part !== "")
    .join(" ");
  const words = [
    MEANS_TERMS[means][language],
    kindAndYear,
    direction === undefined ? "" : DIRECTION_TERMS[direction][language],
  ].filter((part) => part !== "");
  return `${language === "de" ? "Spalte" : "column"} ${columnLetters(column)}: ${words.join(", ")}`;
}
