import type { Text } from "../../language";

/** What the session says: names of jobs and of changes, and what became of them. */
export const NOTICES = {
  opening: { de: "Arbeitsmappe wird durchgesehen", en: "Looking through the workbook" },
  reading: { de: "Haushalt wird eingelesen", en: "Reading the budget" },
  sample: { de: "Beispielhaushalt wird eingefügt", en: "Inserting the sample budget" },
  writing: { de: "Blätter werden geschrieben", en: "Writing the sheets" },
  takingBack: { de: "Letztes Schreiben wird zurückgenommen", en: "Taking the last run back" },
  begun: { de: "Neues Modell aus Vorlagen", en: "New model from presets" },
  undone: { de: "Rückgängig gemacht: {0}", en: "Undone: {0}" },
  redone: { de: "Wiederhergestellt: {0}", en: "Done again: {0}" },
  cancelled: {
    de: "Abgebrochen: {0}. Die Arbeitsmappe ist unverändert.",
    en: "Cancelled: {0}. The workbook is unchanged.",
  },
  written: {
    de: "Die Blätter stehen in der Arbeitsmappe.",
    en: "The sheets are in the workbook.",
  },
  notCompared: {
    de: "Ob Excel dasselbe rechnet, ließ sich jetzt nicht feststellen. Bitte unter „Ausgabe“ mit dem Plan vergleichen.",
    en: "Whether Excel computes the same could not be found out now. Please compare with the plan under “Output”.",
  },
  takenBack: {
    de: "Das letzte Schreiben ist zurückgenommen.",
    en: "The last run is taken back.",
  },
  nothingTaken: {
    de: "In dieser Sitzung wurde nichts geschrieben, das zurückgenommen werden könnte.",
    en: "Nothing was written in this session that could be taken back.",
  },
  nothingToWrite: {
    de: "Es gibt noch kein Szenario. Bitte unter „Szenarien“ mindestens eines anlegen.",
    en: "There is no scenario yet. Please add at least one under “Scenarios”.",
  },
  unfinishedTakenBack: {
    de: "Ein früheres Schreiben war nicht fertig geworden und wurde zurückgenommen. Bitte die Blätter neu schreiben.",
    en: "An earlier run had not been finished and was taken back. Please write the sheets again.",
  },
  typedInSheet: { de: "Eingabe im Tabellenblatt", en: "Input on a sheet" },
  notTakenUp: {
    de: "Das in der Arbeitsmappe gespeicherte Modell ist nicht mehr zu verstehen und wird nicht verwendet. Die geschriebenen Blätter bleiben, wie sie sind. {0}",
    en: "The model stored in the workbook can no longer be understood and is not used. The written sheets stay as they are. {0}",
  },
  typedInto: { de: "Eingabe in {0}", en: "Input in {0}" },
  modelMissing: {
    de: "Zu diesen Blättern fehlt das Modell; ein anderes Programm hat es beim Speichern entfernt. Eingaben lassen sich hier erst ändern, wenn die Blätter unter „Ausgabe“ neu geschrieben sind.",
    en: "The model of these sheets is missing; another program removed it when saving. Inputs can be changed here once the sheets have been written again under “Output”.",
  },
  fault: {
    de: "Das hat nicht geklappt; der Fehler liegt im Programm, nicht an Ihrer Eingabe. Bitte den Aufgabenbereich neu öffnen und diese Meldung weitergeben: {0}",
    en: "This did not work; the fault is in the program, not in your input. Please open the pane again and pass this message on: {0}",
  },
} as const satisfies Readonly<Record<string, Text>>;
