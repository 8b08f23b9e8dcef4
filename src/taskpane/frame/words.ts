import type { Text } from "../../language";
import type { ViewName } from "../session/state";

export const VIEW_NAMES: Readonly<Record<ViewName, Text>> = {
  budget: { de: "Haushalt", en: "Budget" },
  assignment: { de: "Zuordnung", en: "Assignment" },
  scenarios: { de: "Szenarien", en: "Scenarios" },
  results: { de: "Ergebnis", en: "Results" },
  output: { de: "Ausgabe", en: "Output" },
};

/** The way on to each step but the first. */
export const NEXT_STEPS = {
  assignment: { de: "Weiter zur Zuordnung", en: "Go on to the assignment" },
  scenarios: { de: "Weiter zu den Szenarien", en: "Go on to the scenarios" },
  results: { de: "Weiter zum Ergebnis", en: "Go on to the results" },
  output: { de: "Weiter zur Ausgabe", en: "Go on to the output" },
} as const satisfies Readonly<Record<Exclude<ViewName, "budget">, Text>>;

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
