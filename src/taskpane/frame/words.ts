import type { Text } from "../../language";
import type { ViewName } from "../session/state";

export const VIEW_NAMES: Readonly<Record<ViewName, Text>> = {
  budget: { de: "Haushalt", en: "Budget" },
  assignment: { de: "Zuordnung", en: "Assignment" },
  scenarios: { de: "Szenarien", en: "Scenarios" },
  results: { de: "Ergebnis", en: "Results" },
  output: { de: "Ausgabe", en: "Output" },
};

export const FRAME = {
  steps: { de: "Schritte", en: "Steps" },
  loading: { de: "Wird geladen", en: "Loading" },
  cancel: { de: "Abbrechen", en: "Cancel" },
  close: { de: "Meldung schließen", en: "Close message" },
  undo: { de: "Rückgängig", en: "Undo" },
  undoWhat: { de: "Rückgängig: {0}", en: "Undo: {0}" },
  redo: { de: "Wiederholen", en: "Redo" },
  redoWhat: { de: "Wiederholen: {0}", en: "Redo: {0}" },
  takeBack: { de: "Schreiben zurücknehmen", en: "Take the run back" },
  language: { de: "English", en: "Deutsch" },
  languageLabel: { de: "Switch to English", en: "Auf Deutsch umschalten" },
  viewFailed: {
    de: "Diese Ansicht lässt sich nicht anzeigen. Bitte den Aufgabenbereich neu öffnen; Ihre Eingaben sind gespeichert.",
    en: "This view cannot be shown. Please open the pane again; your inputs are kept.",
  },
  again: { de: "Noch einmal versuchen", en: "Try again" },
} as const satisfies Readonly<Record<string, Text>>;
