import type { Text } from "../../../language";
import type { SheetFate } from "../../../sheets/output-changes";
import type { PlanSheet } from "../../../workbook/plan";

export const OUTPUT = {
  noModel: {
    de: "Geschrieben werden die Blätter eines Modells. Beginnen Sie mit dem Standardvergleich, oder laden Sie ein Modell aus einer Datei.",
    en: "What is written are the sheets of a model. Begin with the standard comparison, or load a model from a file.",
  },
  begin: { de: "Mit dem Standardvergleich beginnen", en: "Begin with the standard comparison" },
  refused: {
    de: "Mit der letzten Eingabe lässt sich nicht rechnen; deshalb kann jetzt nicht geschrieben werden.",
    en: "The last input cannot be computed with; so nothing can be written now.",
  },
  toField: { de: "Zur Eingabe", en: "Go to the input" },

  write: { de: "Blätter schreiben", en: "Write the sheets" },
  takeBack: { de: "Schreiben zurücknehmen", en: "Take the run back" },
  nothingWritten: {
    de: "In der Arbeitsmappe steht noch nichts von uns. Ihre eigenen Blätter bleiben beim Schreiben, wie sie sind.",
    en: "Nothing of ours stands in the workbook yet. Your own sheets stay as they are.",
  },
  upToDate: {
    de: "Die Blätter in der Arbeitsmappe entsprechen dem Modell.",
    en: "The sheets in the workbook match the model.",
  },
  outdated: {
    de: "Das Modell ist weiter als die Blätter in der Arbeitsmappe: {0} von {1} Blättern ändern sich.",
    en: "The model is ahead of the sheets in the workbook: {0} of {1} sheets will change.",
  },
  outdatedOne: {
    de: "Das Modell ist weiter als die Blätter in der Arbeitsmappe: 1 von {1} Blättern ändert sich.",
    en: "The model is ahead of the sheets in the workbook: 1 of {1} sheets will change.",
  },
  comparing: { de: "Wird mit der Arbeitsmappe verglichen …", en: "Comparing with the workbook …" },

  warnings: { de: "Vor dem Schreiben zu beachten", en: "To note before writing" },
  budgetUnread: {
    de: "Es ist kein Haushalt eingelesen; die Blätter enthalten dann keine Haushaltszeilen.",
    en: "No budget has been read; the sheets will hold no budget lines.",
  },
  examples: {
    de: "Angaben, die noch die der Vorlage sind: {0}.",
    en: "Figures that are still those of the preset: {0}.",
  },
  toExamples: { de: "Ansehen", en: "Look at them" },
  budgetStale: {
    de: "Der Haushalt wurde nach dem Einlesen geändert. Bitte vor dem Schreiben neu einlesen.",
    en: "The budget was changed after it was read. Please read it again before writing.",
  },
  readAgain: { de: "Neu einlesen", en: "Read again" },
  questions: {
    de: "Noch nicht geklärt, deshalb nicht enthalten: {0}.",
    en: "Still open and so not included: {0}.",
  },
  toBudget: { de: "Zum Haushalt", en: "Go to the budget" },
  redCheck: { de: "Prüfung nicht bestanden: {0}. {1}", en: "Check not passed: {0}. {1}" },

  sheets: { de: "Was geschrieben wird", en: "What is written" },
  sheet: { de: "Blatt", en: "Sheet" },
  show: { de: "{0} zeigen", en: "Show {0}" },
  cells: { de: "{0} Zellen", en: "{0} cells" },
  oneCell: { de: "1 Zelle", en: "1 cell" },

  inputs: { de: "Geänderte Eingaben", en: "Changed inputs" },
  inputsWhy: {
    de: "Gegenüber dem letzten Schreiben.",
    en: "Against the last writing.",
  },
  change: { de: "{0} → {1}", en: "{0} → {1}" },
  added: { de: "{0} neue Eingaben", en: "{0} new inputs" },
  addedOne: { de: "1 neue Eingabe", en: "1 new input" },
  removed: { de: "{0} Eingaben entfallen", en: "{0} inputs go" },
  removedOne: { de: "1 Eingabe entfällt", en: "1 input goes" },
  more: { de: "{0} weitere", en: "{0} more" },

  review: { de: "Änderungsabgleich", en: "Change review" },
  reviewWhy: {
    de: "Diese Eingaben hat jemand auf unseren Blättern geändert, seit sie geschrieben wurden. Wer es war, lässt sich nicht feststellen. Übernommen bleibt die Änderung beim nächsten Schreiben stehen, zurückgesetzt steht dort wieder der frühere Wert.",
    en: "Somebody changed these inputs on our sheets after they were written. Who it was cannot be told. Adopted, the change stays at the next writing; set back, the earlier value stands there again.",
  },
  wasNow: { de: "war {0}, jetzt {1}", en: "was {0}, now {1}" },
  effect: {
    de: "Wirkung auf „{0}“: {1} in der Summe des Ergebnisplans",
    en: "Effect on “{0}”: {1} in the total of the result plan",
  },
  noEffect: { de: "ohne Wirkung auf das Ergebnis", en: "without effect on the result" },
  decision: { de: "{0}: was gilt?", en: "{0}: what holds?" },
  adopt: { de: "Übernehmen", en: "Adopt" },
  restore: { de: "Zurücksetzen", en: "Set back" },
  otherwise: {
    de: "Im Modell steht inzwischen ein anderer Wert; der wird geschrieben.",
    en: "The model holds another value by now; that will be written.",
  },
  noPlace: {
    de: "Das Modell hat für diese Eingabe kein Feld, etwa weil sie ein Gesetzeswert ist. Bitte in der Zelle selbst zurücksetzen.",
    en: "The model has no field for this input, for instance because it is a legal value. Please set it back in the cell itself.",
  },
  showCell: { de: "Zelle zeigen", en: "Show the cell" },

  looks: { de: "Von Excel nicht übernommen", en: "Not taken over by Excel" },
  looksWhy: {
    de: "Diese Gestaltung hat Ihr Excel abgelehnt; Zahlen und Formeln sind davon nicht betroffen.",
    en: "Your Excel refused these looks; figures and formulas are not concerned.",
  },
  verify: { de: "Mit dem Plan vergleichen", en: "Compare with the plan" },
  verifyTitle: {
    de: "Stimmt, was in der Arbeitsmappe steht?",
    en: "Is what stands in the workbook right?",
  },
  verifyWhy: {
    de: "Liest die Blätter zurück und vergleicht jede Formel und jedes Ergebnis mit unserer Berechnung.",
    en: "Reads the sheets back and compares each formula and each result with our computation.",
  },
  saveVerification: { de: "Abgleich als Datei speichern", en: "Save the comparison as a file" },

  mail: { de: "Versandprüfung", en: "Check before mailing" },
  mailWhy: {
    de: "Prüft vor dem Versand: Ergebnisse aktuell, Prüfungen bestanden, keine Fehlerwerte, keine ausgeblendeten Blätter.",
    en: "Checks before mailing: results current, checks passed, no error values, no hidden sheets.",
  },
  checkMail: { de: "Arbeitsmappe prüfen", en: "Check the workbook" },
  mailGood: {
    de: "Die Arbeitsmappe kann versandt werden.",
    en: "The workbook can be mailed.",
  },
  mailBad: { de: "Vor dem Versand zu klären:", en: "To be settled before mailing:" },
  mailOutdated: {
    de: "Die Blätter sind älter als das Modell. Bitte zuerst schreiben.",
    en: "The sheets are older than the model. Please write them first.",
  },
  mailChanged: {
    de: "{0} Eingaben wurden auf den Blättern geändert; siehe Änderungsabgleich.",
    en: "{0} inputs were changed on the sheets; see the change review.",
  },
  mailChangedOne: {
    de: "1 Eingabe wurde auf den Blättern geändert; siehe Änderungsabgleich.",
    en: "1 input was changed on the sheets; see the change review.",
  },
  mailCurrent: { de: "Ergebnisse entsprechen dem Modell.", en: "Results match the model." },
  mailChecks: { de: "Alle {0} Prüfungen bestanden.", en: "All {0} checks passed." },
  mailNoErrors: { de: "Keine Zelle zeigt einen Fehler.", en: "No cell shows an error." },
  mailHidden: { de: "Kein Blatt ist ausgeblendet.", en: "No sheet is hidden." },
  mailLinks: {
    de: "Verknüpfungen zu anderen Dateien in Ihren eigenen Blättern werden hier nicht geprüft; unsere Blätter enthalten keine.",
    en: "Links to other files on your own sheets are not checked here; our sheets hold none.",
  },

  file: { de: "Modell als Datei", en: "The model as a file" },
  fileWhy: {
    de: "Die Datei enthält Szenarien und Annahmen, aber keinen Haushalt. Mit ihr lässt sich das Modell weitergeben, aufbewahren und mit „koop“ schreiben.",
    en: "The file holds scenarios and assumptions, but no budget. With it the model can be passed on, kept, and written by “koop”.",
  },
  saveModel: { de: "Modell speichern", en: "Save the model" },
  loadModel: { de: "Modell laden", en: "Load a model" },
  loadFailed: { de: "„{0}“ kann nicht geladen werden", en: "“{0}” cannot be loaded" },
} as const satisfies Readonly<Record<string, Text>>;

export const FATES: Readonly<Record<SheetFate, Text>> = {
  new: { de: "neu", en: "new" },
  rewritten: { de: "wird geändert", en: "will change" },
  unchanged: { de: "unverändert", en: "unchanged" },
  removed: { de: "wird entfernt", en: "will be removed" },
};

export const ROLES: Readonly<Record<PlanSheet["role"], Text>> = {
  input: { de: "Eingaben", en: "Inputs" },
  calculation: { de: "Berechnung", en: "Calculation" },
  result: { de: "Ergebnis", en: "Result" },
  control: { de: "Prüfung", en: "Control" },
};
