import type { Text } from "../../../language";
import type { BlockKind } from "../../../model/document";

/** What a block computes, in a sentence. */
export const BLOCK_ABOUT: Readonly<Record<BlockKind, Text>> = {
  "base-fee": {
    de: "Grundkosten der Netzanbindung: ein Betrag im Jahr oder je Einwohner.",
    en: "Base cost of the network connection: an amount a year or an inhabitant.",
  },
  levy: {
    de: "Umlage des Verbands, nach Jahren oder je Einwohner; ohne Umsatzsteuer, weil ihr keine Leistung gegenübersteht.",
    en: "Levy of the association, by year or an inhabitant; without VAT, because nothing is supplied for it.",
  },
  "general-costs": {
    de: "Infrastruktur-, Service- und Gemeinkosten: nach Jahren oder als Anteil an der Softwareabnahme.",
    en: "Infrastructure, service and overhead costs: by year or as a share of the software take-up.",
  },
  "take-up": {
    de: "Abgenommene Fachverfahren: nach Jahren, nach Kernproduktanteil oder Produkt für Produkt.",
    en: "Software products taken: by year, by share of the core products, or product by product.",
  },
  services: {
    de: "Menge × Preis, jährlich oder einmalig: Schul-IT, Schulungen, Sicherheitskonzept, Datenschutz.",
    en: "Quantity × price, yearly or once: school IT, training, security concept, data protection.",
  },
  "one-off": {
    de: "Einführung und Migration: Beträge einzelner Jahre, ohne Preissteigerung.",
    en: "Introduction and migration: amounts of single years, without price changes.",
  },
  settlement: {
    de: "Abrechnung des Vorjahres: Nachzahlungen (+) und Erstattungen (−) einzelner Jahre.",
    en: "Settlement of the previous year: payments (+) and refunds (−) of single years.",
  },
  staff: {
    de: "Vollzeitäquivalente × Aufwand; vermiedene Einstellungen mit negativem Wert.",
    en: "Full-time equivalents × cost; avoided hiring as a negative value.",
  },
  "shared-service-centre": {
    de: "Shared-Service-Center: Preis je Arbeitsplatz, oder Teams je begonnene Anwenderzahl, nach Anwendern verteilt.",
    en: "Shared service centre: a price a workplace, or teams for each started number of users, shared by users.",
  },
  provider: {
    de: "Private Dienstleister: Personentage × Tagessatz brutto.",
    en: "Private providers: person-days × gross day rate.",
  },
  vat: {
    de: "Umsatzsteuer auf die steuerpflichtigen Bausteine: Satz, ab wann, und ob sie berechnet wird.",
    en: "VAT on the taxable blocks: rate, from when, and whether it is invoiced.",
  },
  "back-tax": {
    de: "Bescheid über nicht berechnete Umsatzsteuer, mit Nachzahlungszinsen.",
    en: "Assessment of VAT that was not invoiced, with interest.",
  },
  provision: {
    de: "Rückstellung für die offene Umsatzsteuer, oder zweckgebundene Liquidität.",
    en: "Provision for the open VAT, or earmarked liquidity.",
  },
  exit: {
    de: "Austritt aus der Kooperation: Datenübernahme und Restbuchwerte.",
    en: "Exit from the cooperation: data transfer and residual values.",
  },
};

/** Words of the forms that stand on no sheet. */
export const FORM = {
  way: { de: "Art der Angabe", en: "Given as" },
  yearlyAmount: { de: "ein Betrag im Jahr", en: "one amount a year" },
  amountsByYear: { de: "Beträge nach Jahren", en: "amounts by year" },
  perInhabitant: { de: "Betrag je Einwohner", en: "amount an inhabitant" },
  share: { de: "Anteil an der Softwareabnahme", en: "share of the software take-up" },
  byPercent: { de: "Anteil an den Kernprodukten", en: "share of the core products" },
  byProduct: { de: "Produkt für Produkt", en: "product by product" },
  perWorkplace: { de: "Preis je Arbeitsplatz", en: "price a workplace" },
  byTeams: { de: "nach Personal (Teams)", en: "by staff (teams)" },

  taxableNote: {
    de: "Eine Leistung gegen Entgelt ist steuerbar (§ 1 Abs. 1 Nr. 1 UStG); dann Nettobeträge eingeben.",
    en: "A supply for consideration is taxable (§ 1 Abs. 1 Nr. 1 UStG); enter net amounts then.",
  },
  grossNote: {
    de: "Beträge einschließlich Umsatzsteuer eingeben, solange der Baustein nicht umsatzsteuerpflichtig ist.",
    en: "Enter amounts including VAT as long as the block is not subject to VAT.",
  },
  levyNote: {
    de: "Eine echte Umlage ist kein Entgelt für eine Leistung und bleibt ohne Umsatzsteuer.",
    en: "A true levy is no consideration for a supply and stays without VAT.",
  },
  nameNote: {
    de: "So heißt der Baustein auf den Blättern. Gleiche Bausteine mehrerer Szenarien teilen sich ihre Eingaben.",
    en: "What the block is called on the sheets. Equal blocks of several scenarios share their inputs.",
  },
  accountNote: {
    de: "Produkt und Konto für die Haushaltsanmeldung.",
    en: "Product and account for the budget request.",
  },
  sourceNote: {
    de: "Vertrag, Preisblatt, Beschluss: steht auf den Blättern neben jeder Eingabe.",
    en: "Contract, price list, decision: stands beside every input on the sheets.",
  },
  none: { de: "keine", en: "none" },
  one: { de: "1", en: "1" },
  zeroPercent: { de: "0 %", en: "0 %" },
  hundredPercent: { de: "100 %", en: "100 %" },
  zeroEuro: { de: "0 €", en: "0 €" },
  scenarioStart: { de: "Beginn des Szenarios", en: "start of the scenario" },
  scenarioEnd: { de: "Ende des Szenarios", en: "end of the scenario" },
  fte: { de: "VZÄ", en: "FTE" },
  days: { de: "Tage", en: "days" },
  users: { de: "Anwender", en: "users" },
  years: { de: "Jahre", en: "years" },
  months: { de: "Monate", en: "months" },
  unitsNote: {
    de: "Zum Beispiel Stellen, Personentage, Lizenzen.",
    en: "For example posts, person-days, licences.",
  },
  yearly: { de: "jährlich", en: "yearly" },
  once: { de: "einmalig", en: "once" },
  needsInhabitants: {
    de: "Rechnet mit den Einwohnern unter „Rahmen“.",
    en: "Uses the inhabitants under “Frame”.",
  },
  needsWorkplaces: {
    de: "Rechnet mit den IT-Arbeitsplätzen unter „Rahmen“.",
    en: "Uses the IT workplaces under “Frame”.",
  },
  fteNote: {
    de: "Vermiedene Einstellungen als negative Zahl.",
    en: "Avoided hiring as a negative number.",
  },

  addProduct: { de: "Anderes Produkt ergänzen", en: "Add another product" },
  addReplaced: { de: "Haushaltszeilen ergänzen", en: "Add budget lines" },
  replacedNote: {
    de: "Nummer, mit * am Ende für alles, was so beginnt: 01.02.*. Die Zeilen enden mit dem Parallelbetrieb.",
    en: "Code, with * at the end for whatever begins with it: 01.02.*. The lines end with the parallel operation.",
  },
  parallelNote: {
    de: "Letzter Monat, in dem das alte Verfahren noch bezahlt wird.",
    en: "Last month in which the old product is still paid.",
  },

  statutory: { de: "gesetzlicher Satz", en: "statutory rate" },
  effective: { de: "effektiver Satz", en: "effective rate" },
  inputTax: { de: "aus dem Vorsteueranteil", en: "from the input-tax share" },
  noVat: { de: "keine Umsatzsteuer", en: "no VAT" },
  effectiveNote: {
    de: "Aufschlag, der nach dem Vorsteuerabzug des Rechenzentrums übrig bleibt.",
    en: "Surcharge that is left after the input tax deduction of the data centre.",
  },
  inputTaxNote: {
    de: "Satz × (1 − Anteil): setzt vollen Vorsteuerabzug und volle Weitergabe voraus.",
    en: "Rate × (1 − share): assumes full deduction and full pass-on.",
  },
  invoiced: { de: "ja, von Anfang an", en: "yes, from the beginning" },
  notInvoiced: {
    de: "nein: bleibt als Risiko offen",
    en: "no: stays open as a risk",
  },
  invoicedLater: { de: "erst ab einem Monat", en: "only from a month on" },
  deductibleNote: {
    de: "Nur soweit die Stadt selbst steuerpflichtige Umsätze ausführt (§ 15 UStG); meist 0 %.",
    en: "Only as far as the town itself has taxable supplies (§ 15 UStG); mostly 0 %.",
  },

  interestNote: {
    de: "Nachzahlungszinsen nach § 233a AO. Ein eigener Satz, etwa 6 %, rechnet wie vor dem Beschluss des BVerfG von 2021.",
    en: "Interest on back tax under § 233a AO. A rate of its own, such as 6 %, computes as before the ruling of the Federal Constitutional Court of 2021.",
  },
  probabilityNote: {
    de: "Nur für die Risikoanalyse; die Beträge werden nie damit gewichtet.",
    en: "For the risk analysis only; amounts are never weighted with it.",
  },
  limitationNote: {
    de: "Regelmäßig vier Jahre (§ 169 Abs. 2 AO), mit Anlaufhemmung bis zu sieben (§ 170 Abs. 2 AO).",
    en: "As a rule four years (§ 169 Abs. 2 AO), up to seven with the suspended start (§ 170 Abs. 2 AO).",
  },
  assessedNote: {
    de: "Von diesem Jahr an wird die Umsatzsteuer berechnet.",
    en: "From this year on VAT is invoiced.",
  },

  provision: { de: "Rückstellung (Aufwand)", en: "provision (expense)" },
  earmarked: {
    de: "zweckgebundene Liquidität (nur vorgemerkt)",
    en: "earmarked liquidity (noted only)",
  },

  capitaliseYes: { de: "1 – aktivieren und abschreiben", en: "1 – capitalise and depreciate" },
  capitaliseNo: { de: "0 – sofort Aufwand", en: "0 – expense at once" },
  addAsset: { de: "Anlage ergänzen", en: "Add an asset" },
  assetNote: {
    de: "Restbuchwert = Anschaffungswert × Restnutzungsdauer / Nutzungsdauer.",
    en: "Residual value = cost × remaining life / life.",
  },
} as const satisfies Readonly<Record<string, Text>>;
