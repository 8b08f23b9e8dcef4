import type { ColumnProposal, UncountedRow } from "../../../../budget/line";
import type { Text } from "../../../../language";

export const CONFIDENCE: Readonly<Record<ColumnProposal["confidence"], Text>> = {
  sure: { de: "sicher", en: "sure" },
  likely: { de: "wahrscheinlich", en: "likely" },
  doubtful: { de: "zweifelhaft", en: "doubtful" },
};

export const UNCOUNTED: Readonly<Record<UncountedRow["why"], Text>> = {
  total: { de: "Summe", en: "sum" },
  "of-which": { de: "davon", en: "of which" },
  figure: { de: "kein Geldbetrag", en: "no amount" },
  header: { de: "Kopfzeile", en: "header" },
  "left-out": { de: "ausgelassen", en: "left out" },
  "without-year": { de: "ohne Jahr", en: "no year" },
  "without-kind": { de: "ohne Art", en: "no kind" },
};

export const DETAILS = {
  said: { de: "Ihre Angaben", en: "What you said" },
  kept: {
    de: "Die Angaben sind in der Arbeitsmappe gespeichert und gelten beim nächsten Einlesen wieder, auch für das gleich aufgebaute Blatt des nächsten Jahres.",
    en: "This is kept in the workbook and holds when it is read again, also for next year's sheet of the same layout.",
  },
  takeBack: { de: "Zurücknehmen", en: "Take back" },
  takeBackWhat: { de: "Zurücknehmen: {0}", en: "Take back: {0}" },
  takeAllBack: { de: "Alle zurücknehmen", en: "Take all back" },

  columns: { de: "Spalten", en: "Columns" },
  columnsHow: {
    de: "So sind die Spalten verstanden. Der Buchstabe zeigt die Spalte in der Arbeitsmappe.",
    en: "This is how the columns were understood. The letter shows the column in the workbook.",
  },
  noColumns: {
    de: "Ohne Kopfzeile sind keine Spalten zu erkennen. Bitte unten die Kopfzeilen angeben.",
    en: "Without a header no columns can be recognised. Please say below where the header rows are.",
  },
  notRead: { de: "{0} nicht gelesene Spalten", en: "{0} columns not read" },
  oneNotRead: { de: "1 nicht gelesene Spalte", en: "1 column not read" },
  showColumn: { de: "Spalte {0} zeigen", en: "Show column {0}" },
  noHeader: { de: "ohne Überschrift", en: "no header" },
  change: { de: "Ändern", en: "Change" },
  changeColumn: { de: "Spalte {0} ändern", en: "Change column {0}" },
  means: { de: "Inhalt der Spalte {0}", en: "What column {0} holds" },
  year: { de: "Jahr", en: "Year" },
  kind: { de: "Art des Betrags", en: "Kind of amount" },
  direction: { de: "Richtung", en: "Direction" },
  asRead: { de: "wie gelesen", en: "as read" },
  apply: { de: "Übernehmen und neu einlesen", en: "Apply and read again" },
  cancel: { de: "Abbrechen", en: "Cancel" },

  preview: { de: "Vorschau", en: "Preview" },
  previewHow: {
    de: "Beträge wie gelesen, in €. Mit den Pfeiltasten von Zelle zu Zelle, Eingabetaste zeigt die Zelle in der Arbeitsmappe.",
    en: "Amounts as read, in €. Arrow keys move from cell to cell, Enter shows the cell in the workbook.",
  },
  previewOf: { de: "Vorschau von „{0}“", en: "Preview of “{0}”" },
  row: { de: "Zeile", en: "Row" },
  state: { de: "zählt", en: "counts" },
  counted: { de: "ja", en: "yes" },
  rows: { de: "Zeilen {0} bis {1} von {2}", en: "Rows {0} to {1} of {2}" },
  earlier: { de: "Vorige Zeilen", en: "Rows before" },
  later: { de: "Nächste Zeilen", en: "Next rows" },
  cellIs: { de: "{0}: {1}", en: "{0}: {1}" },
  empty: { de: "leer", en: "empty" },
  readAs: { de: "gelesen als {0}", en: "read as {0}" },
  leaveOutRow: { de: "Zeile {0} nicht zählen", en: "Do not count row {0}" },
  takeInRow: { de: "Zeile {0} doch zählen", en: "Count row {0} after all" },

  form: { de: "Berichtigen", en: "Correct" },
  headerFirst: { de: "Erste Kopfzeile", en: "First header row" },
  headerLast: { de: "Letzte Kopfzeile", en: "Last header row" },
  headerWrong: {
    de: "Bitte Zeilennummern wie am Blattrand angeben, die erste nicht nach der letzten.",
    en: "Please give row numbers as at the edge of the sheet, the first not after the last.",
  },
  budgetYear: { de: "Haushaltsjahr", en: "Budget year" },
  budgetYearHow: {
    de: "für Überschriften ohne Jahr wie „Ansatz Vorjahr“",
    en: "for headers without a year such as “Ansatz Vorjahr”",
  },
  yearWrong: {
    de: "Bitte ein Jahr von 1900 bis 2099 angeben, etwa 2026.",
    en: "Please give a year from 1900 to 2099, such as 2026.",
  },
  unit: { de: "Einheit der Beträge", en: "Unit of the amounts" },
  notation: {
    de: "Schreibweise der Beträge, die als Text dastehen",
    en: "How amounts are written that stand as text",
  },
  german: { de: "deutsch: 1.234,56", en: "German: 1.234,56" },
  english: { de: "englisch: 1,234.56", en: "English: 1,234.56" },
  revenueSign: { de: "Ertrag steht im Blatt", en: "Revenue stands in the sheet" },
  expenseSign: { de: "Aufwand steht im Blatt", en: "Expense stands in the sheet" },
  positive: { de: "ohne Minus", en: "without a minus" },
  negative: { de: "mit Minus", en: "with a minus" },
  leaveOut: { de: "Zeilen, die nicht zählen", en: "Rows that do not count" },
  takeIn: {
    de: "Zeilen, die trotz Summenform zählen",
    en: "Rows that count although they look like sums",
  },
  rowsHow: {
    de: "Zeilennummern, etwa 12, 15-18 oder 15:18",
    en: "row numbers, such as 12, 15-18 or 15:18",
  },
  rowsWrong: {
    de: "Bitte nur Zeilennummern und Bereiche angeben, etwa 12, 15-18.",
    en: "Please give row numbers and ranges only, such as 12, 15-18.",
  },
  rowsTwice: {
    de: "Eine Zeile kann nicht zugleich zählen und nicht zählen: {0}.",
    en: "A row cannot count and not count at once: {0}.",
  },
  answer: { de: "Antworten und neu einlesen", en: "Answer and read again" },
  answerAll: {
    de: "Auch für die anderen Blätter mit dieser Rückfrage: {0}",
    en: "Also for the other sheets that ask this: {0}",
  },
} as const satisfies Readonly<Record<string, Text>>;
