import type { Text } from "../../language";

/** What fields say: what is expected, what holds meanwhile, where a value comes from. */
export const FIELDS = {
  noNumber: {
    de: "„{0}“ ist keine Zahl. Bitte so eingeben: {1}.",
    en: "“{0}” is not a number. Please enter it like this: {1}.",
  },
  euroExpected: {
    de: "Hier steht ein Betrag in Euro. Bitte so eingeben: {1}.",
    en: "This is an amount in euros. Please enter it like this: {1}.",
  },
  percentExpected: {
    de: "Hier steht ein Anteil in Prozent. Bitte so eingeben: {1}.",
    en: "This is a share in percent. Please enter it like this: {1}.",
  },
  plainExpected: {
    de: "Hier steht eine Zahl ohne € und %. Bitte so eingeben: {1}.",
    en: "This is a number without € and %. Please enter it like this: {1}.",
  },
  tooSmall: { de: "Bitte mindestens {0} eingeben.", en: "Please enter at least {0}." },
  tooLarge: { de: "Bitte höchstens {0} eingeben.", en: "Please enter at most {0}." },
  notWhole: { de: "Bitte eine ganze Zahl eingeben.", en: "Please enter a whole number." },
  noMonth: {
    de: "„{0}“ ist kein Monat. Bitte so eingeben: 01/2027 oder Januar 2027.",
    en: "“{0}” is not a month. Please enter it like this: 01/2027 or January 2027.",
  },
  noDate: {
    de: "„{0}“ ist kein Tag des Kalenders. Bitte so eingeben: 30.11.2027.",
    en: "“{0}” is not a day of the calendar. Please enter it like this: 30/11/2027.",
  },
  noYear: {
    de: "„{0}“ ist kein Jahr. Bitte vierstellig eingeben, etwa 2027.",
    en: "“{0}” is not a year. Please enter four digits, such as 2027.",
  },
  tooLong: {
    de: "Bitte höchstens {0} Zeichen eingeben; es sind {1}.",
    en: "Please enter at most {0} characters; there are {1}.",
  },
  missing: { de: "Bitte angeben.", en: "Please fill in." },
  stillHolds: { de: "{0} Bis dahin gilt weiter {1}.", en: "{0} Until then {1} still holds." },
  notTaken: {
    de: "Die Eingabe „{0}“ bei „{1}“ war nicht zu verstehen und ist nicht übernommen.",
    en: "The input “{0}” at “{1}” could not be understood and is not taken over.",
  },
  lowersCosts: {
    de: "Ein negativer Betrag senkt die Kosten.",
    en: "A negative amount lowers the costs.",
  },
  means: { de: "= {0}", en: "= {0}" },
  instead: { de: "Gemeint ist {0}? Übernehmen", en: "Is {0} meant? Use it" },
  fallback: { de: "Vorgabe: {0}", en: "Default: {0}" },
  source: { de: "Quelle: {0}", en: "Source: {0}" },
  showCell: { de: "In der Arbeitsmappe zeigen", en: "Show in the workbook" },
  problem: { de: "{0}: {1}", en: "{0}: {1}" },
  notGiven: { de: "keine Angabe", en: "not given" },
} as const satisfies Readonly<Record<string, Text>>;

/** Words of the tables of years and of the indices. */
export const YEARS = {
  year: { de: "Jahr", en: "Year" },
  yearsOf: { de: "{0} {1}", en: "{0} {1}" },
  carriedOn: { de: "fortgeschrieben {0}", en: "carried on {0}" },
  nothing: { de: "kein Betrag", en: "no amount" },
  emptyCarries: {
    de: "Leere Jahre schreiben den letzten Betrag davor fort. Werte aus Excel lassen sich als Zeile oder Spalte einfügen.",
    en: "Empty years carry the last amount before them on. Values from Excel can be pasted as a row or a column.",
  },
  emptyNothing: {
    de: "Leere Jahre haben keinen Betrag. Werte aus Excel lassen sich als Zeile oder Spalte einfügen.",
    en: "Empty years have no amount. Values from Excel can be pasted as a row or a column.",
  },
  oneNeeded: {
    de: "Bitte mindestens einen Jahresbetrag angeben.",
    en: "Please give the amount of at least one year.",
  },
  remove: { de: "{0} entfernen", en: "Remove {0}" },
  from: { de: "ab {0}", en: "from {0}" },
  addChange: { de: "Ab einem Jahr ändern", en: "Change from a year on" },
  newYear: { de: "Wert gilt ab Jahr", en: "Value holds from year" },
  yearTaken: {
    de: "Für {0} gibt es schon einen Wert.",
    en: "There already is a value for {0}.",
  },
  add: { de: "Ergänzen", en: "Add" },
  cancel: { de: "Abbrechen", en: "Cancel" },
  indexOwn: { de: "eigener Satz", en: "a rate of its own" },
  indexRate: { de: "Veränderung zum Vorjahr", en: "Change on previous year" },
  index: { de: "Preisentwicklung", en: "Price development" },
} as const satisfies Readonly<Record<string, Text>>;
