import type { Text } from "../language";

/**
 * What a field of the model file expects, as a clerk would say it. The schema names these by their keys,
 * so that a refusal says the same in both languages.
 */
export const EXPECTATIONS = {
  version: { de: "die Zahl 1", en: "the number 1" },
  object: { de: "ein Objekt {…}", en: "an object {…}" },
  list: { de: "eine Liste […]", en: "a list […]" },
  filledList: {
    de: "eine Liste mit mindestens einem Eintrag",
    en: "a list with at least one entry",
  },
  scenarios: {
    de: "eine Liste mit 1 bis 20 Szenarien",
    en: "a list of 1 to 20 scenarios",
  },
  amount: { de: "eine Zahl", en: "a number" },
  nonNegative: { de: "eine Zahl ab 0", en: "a number from 0 on" },
  positive: { de: "eine Zahl über 0", en: "a number above 0" },
  share: {
    de: "ein Anteil von 0 bis 1 (20 % sind 0.2)",
    en: "a fraction from 0 to 1 (20 % is 0.2)",
  },
  change: {
    de: "eine Veränderung von -0.5 bis 1 (2 % sind 0.02)",
    en: "a change from -0.5 to 1 (2 % is 0.02)",
  },
  discountRate: {
    de: "ein Zinssatz von -0.5 bis 1 (0,9 % sind 0.009)",
    en: "a rate from -0.5 to 1 (0.9 % is 0.009)",
  },
  year: { de: "ein Jahr von 1990 bis 2150", en: "a year from 1990 to 2150" },
  yearKey: { de: "ein Jahr JJJJ", en: "a year YYYY" },
  month: { de: "ein Monat JJJJ-MM", en: "a month YYYY-MM" },
  monthOrNone: { de: "ein Monat JJJJ-MM oder null", en: "a month YYYY-MM or null" },
  date: {
    de: "ein Tag des Kalenders JJJJ-MM-TT",
    en: "a day of the calendar YYYY-MM-DD",
  },
  dateOrNone: {
    de: "ein Tag des Kalenders JJJJ-MM-TT oder null",
    en: "a day of the calendar YYYY-MM-DD or null",
  },
  flag: { de: "true oder false", en: "true or false" },
  text: { de: "ein Text von höchstens 255 Zeichen", en: "a text of at most 255 characters" },
  label: { de: "ein Text von 1 bis 255 Zeichen", en: "a text of 1 to 255 characters" },
  name: { de: "ein Text von 1 bis 120 Zeichen", en: "a text of 1 to 120 characters" },
  note: { de: "ein Text von höchstens 2000 Zeichen", en: "a text of at most 2000 characters" },
  id: {
    de: "höchstens 40 Kleinbuchstaben, Ziffern und Bindestriche, etwa krzn-19",
    en: "at most 40 lower-case letters, digits and hyphens, such as krzn-19",
  },
  code: {
    de: 'eine Nummer als Text, mit * höchstens am Ende, etwa "01.02.*"',
    en: 'a code as text, with * at the end at most, such as "01.02.*"',
  },
  givenYears: {
    de: 'Beträge nach Jahren, mindestens einer: {"2022": 48000}',
    en: 'amounts by year, at least one: {"2022": 48000}',
  },
  series: {
    de: 'eine Zahl oder Werte nach Jahren {"2022": …}',
    en: 'a number, or values by year {"2022": …}',
  },
  index: {
    de: 'eine der Angaben "goods", "staff", "fees", eine Zahl (2 % sind 0.02) oder Werte nach Jahren {"2022": …}',
    en: 'one of "goods", "staff", "fees", a number (2 % is 0.02), or values by year {"2022": …}',
  },
  vatRate: {
    de: '"none", "statutory", {"effective": 0.1} oder {"inputTaxShare": 0.4737}',
    en: '"none", "statutory", {"effective": 0.1} or {"inputTaxShare": 0.4737}',
  },
  invoiced: {
    de: "true, false oder der Monat JJJJ-MM, ab dem berechnet wird",
    en: "true, false, or the month YYYY-MM from which it is invoiced",
  },
  interest: {
    de: '"statutory" oder ein Jahreszins von 0 bis 1 (6 % sind 0.06)',
    en: '"statutory", or a yearly rate from 0 to 1 (6 % is 0.06)',
  },
  limitation: {
    de: "eine ganze Zahl von 1 bis 30 Jahren oder null",
    en: "a whole number from 1 to 30 years, or null",
  },
  lifeMonths: {
    de: "eine ganze Zahl von 1 bis 1200 Monaten",
    en: "a whole number from 1 to 1200 months",
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Expectation = keyof typeof EXPECTATIONS;
