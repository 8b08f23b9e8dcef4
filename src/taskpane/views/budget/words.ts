import type { Severity } from "../../../finding";
import type { SheetReading } from "../../../budget/line";
import type { Text } from "../../../language";

export const STATUSES: Readonly<Record<SheetReading["status"], Text>> = {
  budget: { de: "gelesen", en: "read" },
  question: { de: "Rückfrage", en: "question" },
  ignored: { de: "kein Haushalt", en: "no budget" },
  refused: { de: "nicht lesbar", en: "not readable" },
};

export const SEVERITIES: Readonly<Record<Severity, { readonly one: Text; readonly many: Text }>> = {
  error: { one: { de: "Fehler", en: "error" }, many: { de: "{0} Fehler", en: "{0} errors" } },
  warning: {
    one: { de: "Hinweis", en: "warning" },
    many: { de: "{0} Hinweise", en: "{0} warnings" },
  },
  note: {
    one: { de: "Anmerkung", en: "note" },
    many: { de: "{0} Anmerkungen", en: "{0} notes" },
  },
};

export const BUDGET = {
  purpose: {
    de: "Der Kooperationsrechner liest den Haushalt dieser Arbeitsmappe und rechnet aus, was eine IT-Kooperation kostet, mit allen Rechenwegen als Formeln.",
    en: "The cooperation calculator reads the budget of this workbook and works out what an IT cooperation costs, with all its workings as formulas.",
  },
  noBudget: {
    de: "In dieser Arbeitsmappe ist kein Haushalt zu erkennen.",
    en: "No budget can be recognised in this workbook.",
  },
  sample: { de: "Beispielhaushalt einfügen", en: "Insert the sample budget" },
  openSample: { de: "Beispielhaushalt öffnen", en: "Open the sample budget" },
  ownBudget: { de: "Mit dem eigenen Haushalt", en: "With your own budget" },
  ownInExcel: {
    de: "Die Arbeitsmappe mit dem Haushalt in Excel öffnen und diesen Bereich dort aufrufen, oder das Haushaltsblatt in diese Arbeitsmappe kopieren und neu einlesen.",
    en: "Open the workbook with the budget in Excel and call this pane there, or copy the budget sheet into this workbook and read again.",
  },
  ownAsFile: {
    de: "Eine Datei mit dem Haushalt öffnen (.xlsx, .xlsm oder .csv). Sie verlässt diesen Rechner nicht.",
    en: "Open a file with the budget (.xlsx, .xlsm or .csv). It does not leave this machine.",
  },
  openFile: { de: "Datei öffnen", en: "Open a file" },
  skip: {
    de: "Ohne Haushalt weiter zu den Szenarien",
    en: "Go on to the scenarios without a budget",
  },
  readAgain: { de: "Neu einlesen", en: "Read again" },
  stale: {
    de: "Ein Blatt wurde nach dem Einlesen geändert.",
    en: "A sheet was changed after it was read.",
  },
  notYet: {
    de: "Die Arbeitsmappe wird durchgesehen.",
    en: "The workbook is being looked through.",
  },
  ignored: {
    de: "{0} weitere Blätter, die nicht zählen",
    en: "{0} more sheets that do not count",
  },
  ignoredOne: { de: "1 weiteres Blatt, das nicht zählt", en: "1 more sheet that does not count" },

  lines: { de: "{0} Zeilen", en: "{0} lines" },
  oneLine: { de: "1 Zeile", en: "1 line" },
  unit: { de: "Blatt in {0}", en: "Sheet in {0}" },
  budgetYear: { de: "Haushaltsjahr {0}", en: "Budget year {0}" },
  hiddenSheet: { de: "Blatt ausgeblendet", en: "Sheet hidden" },
  hiddenRows: { de: "{0} ausgeblendete Zeilen", en: "{0} hidden rows" },
  oneHiddenRow: { de: "1 ausgeblendete Zeile", en: "1 hidden row" },
  hiddenColumns: { de: "{0} ausgeblendete Spalten", en: "{0} hidden columns" },
  oneHiddenColumn: { de: "1 ausgeblendete Spalte", en: "1 hidden column" },
  cameral: { de: "kameral", en: "cameral" },
  totals: {
    de: "Summen der Zeilen in €, zum Vergleich mit dem Ausdruck",
    en: "Sums of the lines in €, to compare with the printed budget",
  },
  totalsOf: { de: "Summen von „{0}“", en: "Sums of “{0}”" },
  year: { de: "Jahr", en: "Year" },
  revenue: { de: "Ertrag", en: "Revenue" },
  expense: { de: "Aufwand", en: "Expense" },
  undirected: { de: "ohne Richtung", en: "no direction" },

  check: { de: "Prüfen und korrigieren", en: "Check and correct" },
  checkSheet: { de: "„{0}“ prüfen und korrigieren", en: "Check and correct “{0}”" },
  showSheet: { de: "Blatt zeigen", en: "Show the sheet" },
  showSheetNamed: { de: "Blatt „{0}“ zeigen", en: "Show the sheet “{0}”" },
  showCell: { de: "{0} in der Arbeitsmappe zeigen", en: "Show {0} in the workbook" },
  isNoBudget: { de: "Ist kein Haushalt", en: "Is no budget" },
  isNoBudgetNamed: { de: "„{0}“ ist kein Haushalt", en: "“{0}” is no budget" },
  isBudget: { de: "Doch als Haushalt lesen", en: "Read as a budget after all" },
  isBudgetNamed: { de: "„{0}“ doch als Haushalt lesen", en: "Read “{0}” as a budget after all" },
  headerOf: {
    de: "Doch lesen: Kopfzeile angeben",
    en: "Read it after all: say where the header is",
  },
  headerOfNamed: {
    de: "„{0}“ doch lesen: Kopfzeile angeben",
    en: "Read “{0}” after all: say where the header is",
  },

  findings: { de: "Hinweise zu „{0}“", en: "Findings on “{0}”" },
  moreFindings: { de: "{0} weitere zeigen", en: "Show {0} more" },
  counts: { de: "Zählt mit", en: "Counts" },
  countsNot: { de: "Zählt nicht", en: "Does not count" },
  countsRow: { de: "Zeile {0} zählt mit", en: "Row {0} counts" },
  countsNotRow: { de: "Zeile {0} zählt nicht", en: "Row {0} does not count" },
} as const satisfies Readonly<Record<string, Text>>;
