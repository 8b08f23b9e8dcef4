import type { Text } from "../language";

export const WORDS = {
  page: { de: "Kooperationsrechner", en: "Kooperationsrechner" },
  workbook: { de: "Arbeitsmappe", en: "Workbook" },
  pane: { de: "Aufgabenbereich", en: "Pane" },
  show: { de: "Anzeigen", en: "Show" },
  open: { de: "Öffnen", en: "Open" },
  save: { de: "Speichern", en: "Save" },
  sample: { de: "Beispiel", en: "Sample" },
  unsaved: { de: "nicht gespeichert", en: "not saved" },
  saved: {
    de: "„{0}“ liegt jetzt dort, wo Ihr Browser Downloads ablegt.",
    en: "“{0}” is now where your browser puts downloads.",
  },
  drop: {
    de: "Datei hier ablegen, um sie zu öffnen. Sie verlässt diesen Rechner nicht.",
    en: "Drop the file here to open it. It does not leave this computer.",
  },
  dropOne: {
    de: "Bitte eine einzelne Datei ablegen; es wurde nichts geöffnet.",
    en: "Please drop a single file; nothing was opened.",
  },
  opening: { de: "Datei wird geöffnet", en: "Opening the file" },
  reading: { de: "Blatt wird gelesen", en: "Reading the sheet" },
  notOpened: {
    de: "„{0}“ wurde nicht geöffnet. {1}",
    en: "“{0}” was not opened. {1}",
  },
  notFetched: {
    de: "Die Datei ist nicht zu erreichen. Bitte über „Öffnen“ wählen.",
    en: "The file cannot be reached. Please choose it with “Open”.",
  },
  notShown: {
    de: "Das Blatt lässt sich hier nicht anzeigen. In der Datei bleibt es, wie es ist.",
    en: "The sheet cannot be shown here. In the file it stays as it is.",
  },
  close: { de: "Meldung schließen", en: "Close message" },
  loseTitle: { de: "Nicht gespeicherte Arbeit", en: "Unsaved work" },
  loseQuestion: {
    de: "„{0}“ hat Änderungen, die nicht gespeichert sind. Beim Öffnen einer anderen Datei gehen sie verloren.",
    en: "“{0}” has changes that are not saved. They are lost when another file is opened.",
  },
  saveFirst: { de: "Erst speichern", en: "Save first" },
  discardAndOpen: { de: "Verwerfen und öffnen", en: "Discard and open" },
  cancel: { de: "Abbrechen", en: "Cancel" },
  keptTitle: { de: "Nicht gespeicherte Arbeit", en: "Unsaved work" },
  keptSaid: {
    de: "In diesem Browser liegt „{0}“ vom {1} mit Änderungen, die nicht als Datei gespeichert sind.",
    en: "This browser holds “{0}” of {1} with changes that are not saved as a file.",
  },
  goOn: { de: "Weiterarbeiten an „{0}“", en: "Go on with “{0}”" },
  discard: { de: "Verwerfen", en: "Discard" },
  notKept: {
    de: "Dieser Browser bewahrt nichts auf. Bitte vor dem Verlassen der Seite speichern.",
    en: "This browser keeps nothing. Please save before leaving the page.",
  },
  splitter: { de: "Breite des Aufgabenbereichs", en: "Width of the pane" },
} as const satisfies Readonly<Record<string, Text>>;
