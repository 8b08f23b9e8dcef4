import type { Severity } from "../../../finding";
import type { Text } from "../../../language";

export const RESULTS = {
  answer: { de: "Antwort", en: "Answer" },
  figures: { de: "Kennzahlen je Szenario", en: "Key figures by scenario" },
  charts: { de: "Diagramme", en: "Charts" },
  table: { de: "Nach Jahren und Kostenarten", en: "By year and kind of cost" },
  findings: { de: "Hinweise zum Modell", en: "Findings of the model" },

  noModel: {
    de: "Noch gibt es kein Modell, also auch kein Ergebnis. Beginnen Sie mit dem Standardvergleich: Er stellt die üblichen Formen der Zusammenarbeit der Fortführung in eigener Regie gegenüber. Danach passen Sie unter „Szenarien“ die Annahmen an.",
    en: "There is no model yet and so no result. Begin with the standard comparison: it sets the usual forms of cooperation against continuing in house. Then fit the assumptions under “Scenarios”.",
  },
  examples: {
    de: "{0} Angaben sind noch die der Vorlage. Das Ergebnis gilt erst für Ihre Stadt, wenn sie ersetzt oder bestätigt sind.",
    en: "{0} figures are still those of the preset. The result holds for your town once they are replaced or confirmed.",
  },
  oneExample: {
    de: "1 Angabe ist noch die der Vorlage. Das Ergebnis gilt erst für Ihre Stadt, wenn sie ersetzt oder bestätigt ist.",
    en: "1 figure is still that of the preset. The result holds for your town once it is replaced or confirmed.",
  },
  toExamples: { de: "Angaben der Vorlage ansehen", en: "Look at the figures of the preset" },
  emptyReference: {
    de: "„{0}“ kostet 0 €: Dem Modell sind keine Haushaltszeilen zugeordnet. Verglichen wird erst, wenn die Zeilen der eigenen IT eine Rolle haben.",
    en: "“{0}” costs 0 €: no budget lines are assigned to the model. There is nothing to compare until the lines of your own IT have a role.",
  },
  toAssignment: { de: "Zur Zuordnung", en: "Go to the assignment" },
  begin: { de: "Mit dem Standardvergleich beginnen", en: "Begin with the standard comparison" },
  toScenarios: { de: "Zu den Szenarien", en: "Go to the scenarios" },
  computing: { de: "Das Ergebnis wird berechnet.", en: "The result is being computed." },

  stale: {
    de: "Stand vor der letzten Änderung",
    en: "As before the last change",
  },
  staleWhy: {
    de: "Mit der letzten Eingabe lässt sich nicht rechnen. Die Zahlen unten sind die davor.",
    en: "The last input cannot be computed with. The figures below are those before it.",
  },
  refusedAtAll: {
    de: "Mit diesem Modell lässt sich nicht rechnen",
    en: "This model cannot be computed",
  },
  toField: { de: "Zur Eingabe", en: "Go to the input" },

  view: { de: "Betrachtung", en: "View" },
  resultView: { de: "Ergebnisplan", en: "Result plan" },
  cashView: { de: "Finanzplan", en: "Cash plan" },

  least: {
    de: "„{0}“ belastet den {1} {2}–{3} am wenigsten, mit {4}; das sind {5} gegenüber „{6}“.",
    en: "“{0}” burdens the {1} {2}–{3} least, with {4}; that is {5} against “{6}”.",
  },
  alone: {
    de: "„{0}“ belastet den {1} {2}–{3} mit {4}; das sind {5} gegenüber „{6}“.",
    en: "“{0}” burdens the {1} {2}–{3} with {4}; that is {5} against “{6}”.",
  },
  range: {
    de: "Die jeweils günstigste Form der Kooperation kostet {0}–{1} je nach Steuerfall {2} „{3}“.",
    en: "The cheapest form of cooperation of each tax case costs, {0}–{1}, {2} “{3}”.",
  },
  bothMore: { de: "{0} bis {1} mehr als", en: "{0} to {1} more than" },
  bothLess: { de: "{0} bis {1} weniger als", en: "{0} to {1} less than" },
  lessToMore: {
    de: "zwischen {0} weniger und {1} mehr als",
    en: "between {0} less and {1} more than",
  },
  onlyReference: {
    de: "Es gibt noch kein Szenario, das mit „{0}“ verglichen werden könnte. Bitte unter „Szenarien“ eines anlegen.",
    en: "There is no scenario yet to compare “{0}” with. Please add one under “Scenarios”.",
  },
  openBeside: {
    de: "Dazu bleiben {0} Umsatzsteuer mit Zinsen offen.",
    en: "Besides, {0} of VAT with interest stays open.",
  },
  taxCase: { de: "Steuerfall: {0}", en: "Tax case: {0}" },
  taxCaseShort: { de: "Steuerfall {0}: ", en: "Tax case {0}: " },
  noTaxCase: { de: "Ohne Angabe des Steuerfalls", en: "Tax case not given" },
  statusQuoCase: { de: "Ohne Kooperation", en: "Without cooperation" },
  law: {
    de: "Umsatzsteuer ist Gesetz und keine Wahl: Der Rang gilt innerhalb eines Steuerfalls, nach der Belastung des Ergebnisplans. Der Barwert zinst die Auszahlungen ab.",
    en: "VAT is law and not a choice: the rank holds within a tax case, by result plan expense. The present value discounts the outlays.",
  },

  // The years stay on one line: a word joiner stands on both sides of the dash.
  sum: { de: "Summe {0}\u2060–\u2060{1}", en: "Total {0}\u2060–\u2060{1}" },
  difference: { de: "mehr (+) / weniger (−)", en: "more (+) / less (−)" },
  reference: { de: "Referenz", en: "Reference" },
  presentValue: { de: "Barwert", en: "Present value" },
  turningYear: { de: "Kostengleich ab", en: "Break-even" },
  never: { de: "keines", en: "none" },
  openTax: { de: "Offene USt 31.12.{0}", en: "Open VAT at 31 Dec {0}" },
  openInterest: { de: "Zinsen darauf", en: "Interest on it" },
  rank: { de: "Rang {0} von {1}", en: "Rank {0} of {1}" },

  scenario: { de: "Szenario", en: "Scenario" },
  amounts: { de: "Beträge", en: "Amounts" },
  differences: { de: "Differenz zur Referenz", en: "Difference to the reference" },
  kind: { de: "Kostenart", en: "Kind of cost" },
  total: { de: "Summe", en: "Total" },
  tableLabel: {
    de: "{0}, {1}, nach Jahren und Kostenarten; Beträge in Euro",
    en: "{0}, {1}, by year and kind of cost; amounts in euros",
  },
  explain: { de: "Wie kommt diese Zahl zustande?", en: "How did this figure come about?" },

  noFindings: {
    de: "Das Modell gibt keinen Anlass zu Hinweisen.",
    en: "The model gives no reason for findings.",
  },
  notes: { de: "{0} Annahmen und Erläuterungen", en: "{0} assumptions and explanations" },
  showCell: { de: "Zelle {0} zeigen", en: "Show cell {0}" },
} as const satisfies Readonly<Record<string, Text>>;

export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { de: "Fehler", en: "Error" },
  warning: { de: "Warnung", en: "Warning" },
  note: { de: "Hinweis", en: "Note" },
};
