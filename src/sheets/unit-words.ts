import type { Text } from "../language";
import type { Unit } from "../model/row";

/** What stands in the column of units. */
export const UNIT_WORDS: Readonly<Record<Unit, Text>> = {
  EUR: { de: "€", en: "€" },
  signedEUR: { de: "€", en: "€" },
  share: { de: "%", en: "%" },
  signedShare: { de: "%", en: "%" },
  number: { de: "Anzahl", en: "number" },
  factor: { de: "Faktor", en: "factor" },
  months: { de: "Anzahl", en: "count" },
  month: { de: "Monat", en: "month" },
  monthIndex: { de: "Index", en: "index" },
  date: { de: "Datum", en: "date" },
  year: { de: "Jahr", en: "year" },
  yearOrNone: { de: "Jahr", en: "year" },
  flag: { de: "0 / 1", en: "0 / 1" },
  rank: { de: "Rang", en: "rank" },
  text: { de: "Wort", en: "word" },
};
