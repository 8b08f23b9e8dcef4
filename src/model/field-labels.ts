import type { Text } from "../language";

/** What the fields of a model are called, on the sheet of assumptions and in the pane alike. */
export const FIELD_LABELS = {
  amountAYear: { de: "Betrag im Jahr", en: "Amount a year" },
  amountByYear: { de: "Betrag nach Jahren", en: "Amount by year" },
  priceChange: { de: "Preissteigerung zum Vorjahr", en: "Price change on previous year" },
  amountPerInhabitant: { de: "Betrag je Einwohner im Jahr", en: "Amount an inhabitant a year" },
  levyPerInhabitant: { de: "Umlage je Einwohner im Jahr", en: "Levy an inhabitant a year" },
  shareOfTakeUp: { de: "Anteil an der Softwareabnahme", en: "Share of the software take-up" },
  percent: { de: "Kernproduktanteil", en: "Share of core products" },
  pricePerInhabitant: {
    de: "Preis aller Kernprodukte je Einwohner im Jahr",
    en: "Price of all core products an inhabitant a year",
  },
  cap: { de: "Vertragliche Obergrenze des Anteils", en: "Cap on the share by contract" },
  productPrice: { de: "Preis im Jahr", en: "price a year" },
  fromMonth: { de: "ab Monat", en: "from month" },
  productOneOff: { de: "einmalig", en: "one-off" },
  units: { de: "Einheiten", en: "Units" },
  unitPriceOnce: { de: "Preis je Einheit", en: "Price a unit" },
  unitPrice: { de: "Preis je Einheit im Jahr", en: "Price a unit a year" },
  toMonth: { de: "bis Monat", en: "to month" },
  fte: { de: "Vollzeitäquivalente", en: "Full-time equivalents" },
  costPerFte: {
    de: "Aufwand je Vollzeitäquivalent im Jahr",
    en: "Cost a full-time equivalent a year",
  },
  personDays: { de: "Personentage", en: "Person-days" },
  dayRate: { de: "Tagessatz (brutto)", en: "Day rate (gross)" },
  exitDate: { de: "Austritt zum", en: "Exit on" },
  dataTransfer: { de: "Datenübernahme", en: "Data transfer" },
  capitalise: {
    de: "Restbuchwerte aktivieren (1) oder sofort Aufwand (0)",
    en: "Capitalise residual values (1) or expense at once (0)",
  },
  effectiveRate: { de: "Effektiver Umsatzsteuersatz", en: "Effective VAT rate" },
  inputTaxShare: {
    de: "Vorsteuerbelasteter Anteil am heutigen Preis",
    en: "Share of today's price that bears input tax",
  },
  vatFrom: { de: "Umsatzsteuerpflicht ab", en: "VAT due from" },
  invoicedFrom: {
    de: "Umsatzsteuer wird berechnet ab (leer: nicht berechnet)",
    en: "VAT invoiced from (empty: not invoiced)",
  },
  deductible: { de: "Abziehbarer Vorsteueranteil", en: "Deductible share" },
  assessed: {
    de: "Bescheid wirksam am (leer: keine Prüfung)",
    en: "Assessment effective on (empty: no audit)",
  },
  interestRate: {
    de: "Zinssatz im Jahr (leer: gesetzlich nach § 238 AO)",
    en: "Yearly interest rate (empty: statutory, § 238 AO)",
  },
  limitation: {
    de: "Festsetzungsverjährung nach Jahren (leer: keine)",
    en: "Limitation after years (empty: none)",
  },
  term: { de: "Laufzeit", en: "Term" },
  start: { de: "Beginn (leer: von Anfang an)", en: "Start (empty: from the beginning)" },
  end: { de: "Ende (leer: offen)", en: "End (empty: open)" },
  firstYear: { de: "Erstes Modelljahr", en: "First model year" },
  lastYear: { de: "Letztes Modelljahr", en: "Last model year" },
  discountRate: {
    de: "Kalkulationszinssatz (erstes Jahr nicht abgezinst)",
    en: "Discount rate (first year undiscounted)",
  },
  rounding: {
    de: "Haushaltsanmeldung aufgerundet auf volle",
    en: "Budget request rounded up to full",
  },
  inhabitants: { de: "Einwohner", en: "Inhabitants" },
  workplaces: { de: "IT-Arbeitsplätze", en: "IT workplaces" },
  pricePerWorkplace: { de: "Preis je Arbeitsplatz im Jahr", en: "Price a workplace a year" },
  usersPerTeam: { de: "Anwender je Team", en: "Users a team" },
  administratorCost: {
    de: "Aufwand je Administrator (E 11) im Jahr",
    en: "Cost an administrator (E 11) a year",
  },
  technicianCost: {
    de: "Aufwand je Servicetechniker (E 9) im Jahr",
    en: "Cost a technician (E 9) a year",
  },
  overhead: { de: "Zuschlag für Nebenkosten", en: "Overhead" },
  users: { de: "Anwender aller Kommunen", en: "Users of all municipalities" },
  ownUsers: { de: "Eigene Anwender", en: "Own users" },
  assetAcquired: { de: "angeschafft", en: "acquired" },
  assetCost: { de: "Anschaffungswert", en: "cost" },
  assetLife: { de: "Nutzungsdauer in Monaten", en: "life in months" },
} as const satisfies Readonly<Record<string, Text>>;

/** Names of the three shared indices. */
export const INDEX_TERMS: Readonly<Record<"goods" | "staff" | "fees", Text>> = {
  goods: { de: "Sachaufwand", en: "Goods and services" },
  staff: { de: "Personalaufwand", en: "Staff" },
  fees: { de: "Entgelte des Rechenzentrums", en: "Charges of the data centre" },
};
