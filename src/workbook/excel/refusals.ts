import { RefusedError } from "../../finding";
import { fill } from "../../language";
import type { Text } from "../../language";

/** Words for what Excel reports, by its code; its own messages are in its language and change. */
const WORDS: Readonly<Record<string, Text>> = {
  InvalidOperationInCellEditMode: {
    de: "In Excel wird gerade eine Zelle bearbeitet. Bitte die Eingabe mit der Eingabetaste abschließen oder mit Esc verwerfen und es dann noch einmal versuchen.",
    en: "A cell is being edited in Excel. Please finish with Enter or discard with Esc, then try again.",
  },
  AccessDenied: {
    de: "Excel erlaubt die Änderung nicht: Die Arbeitsmappe oder ein Blatt ist geschützt oder nur zum Lesen geöffnet. Bitte unter Überprüfen den Schutz aufheben oder die Bearbeitung aktivieren und es dann noch einmal versuchen.",
    en: "Excel does not allow the change: the workbook or a sheet is protected or open for reading only. Please take off the protection under Review or enable editing, then try again.",
  },
  ItemAlreadyExists: {
    de: "Ein Blatt oder ein Name, den der Kooperationsrechner anlegen wollte, ist in der Arbeitsmappe inzwischen vergeben. Bitte das Blatt umbenennen oder den Namen im Namens-Manager löschen und es dann noch einmal versuchen.",
    en: "A sheet or a name that Kooperationsrechner was to add has been taken in the workbook meanwhile. Please rename the sheet or delete the name in the Name Manager, then try again.",
  },
  RequestPayloadSizeLimitExceeded: {
    de: "Auf einmal ist das für Excel zu viel. Bitte weniger Szenarien oder weniger Jahre auf einmal schreiben.",
    en: "This is too much for Excel at once. Please write fewer scenarios or fewer years at a time.",
  },
  ResponsePayloadSizeLimitExceeded: {
    de: "Die Blätter sind für Excel zu groß, um sie auf einmal zu lesen. Bitte nur die Blätter mit dem Haushalt auswählen.",
    en: "The sheets are too large for Excel to be read at once. Please choose the sheets with the budget only.",
  },
  InvalidOrTimedOutSession: {
    de: "Die Verbindung zur Arbeitsmappe ist abgerissen. Bitte die Arbeitsmappe neu laden und den Kooperationsrechner wieder öffnen.",
    en: "The connection to the workbook is lost. Please reload the workbook and open Kooperationsrechner again.",
  },
  ActivityLimitReached: {
    de: "Excel ist ausgelastet. Bitte einen Augenblick warten und es dann noch einmal versuchen.",
    en: "Excel is busy. Please wait a moment, then try again.",
  },
  WriteNotSupportedWhenModalDialogOpen: {
    de: "In Excel ist ein Dialogfenster offen. Bitte das Fenster schließen und es dann noch einmal versuchen.",
    en: "A dialog is open in Excel. Please close it, then try again.",
  },
  MemoryLimitReached: {
    de: "Excel hat nicht genug Arbeitsspeicher. Bitte andere Arbeitsmappen schließen und es dann noch einmal versuchen.",
    en: "Excel is short of memory. Please close other workbooks, then try again.",
  },
  RangeExceedsLimit: {
    de: "Ein Blatt hat mehr Zellen, als Excel auf einmal herausgibt. Bitte die benötigten Zeilen und Spalten in ein neues Blatt kopieren.",
    en: "A sheet has more cells than Excel hands out at once. Please copy the rows and columns you need to a new sheet.",
  },
  InactiveWorkbook: {
    de: "Eine andere Arbeitsmappe steht im Vordergrund. Bitte in die Arbeitsmappe mit dem Haushalt klicken und es dann noch einmal versuchen.",
    en: "Another workbook is in front. Please click into the workbook with the budget, then try again.",
  },
  ApiNotFound: {
    de: "Diese Excel-Version kann das nicht, was dafür nötig ist. Bitte Excel aktualisieren oder die Datei am Arbeitsplatz im Browser bearbeiten.",
    en: "This version of Excel cannot do what is needed. Please update Excel or work on the file in the browser workbench.",
  },
};

const SAME_WORDS: Readonly<Record<string, string>> = {
  NotImplemented: "ApiNotFound",
  UnsupportedOperation: "ApiNotFound",
  OperationCellsExceedLimit: "RangeExceedsLimit",
  InvalidRequest: "RequestPayloadSizeLimitExceeded",
};

const OTHERWISE: Text = {
  de: "Excel konnte das nicht ausführen und nennt als Grund „{0}“. Bitte es noch einmal versuchen; hilft das nicht, die Arbeitsmappe speichern, Excel neu starten und es dann versuchen.",
  en: "Excel could not do this and gives “{0}” as the reason. Please try again; if that does not help, save the workbook, restart Excel and try then.",
};

/** The code of an error that Office.js raised, undefined for any other. */
export function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== "object" || cause === null) return undefined;
  const { name, code } = cause as { name?: unknown; code?: unknown };
  // The class cannot be asked for: it may come from another window.
  return name === "RichApi.Error" && typeof code === "string" ? code : undefined;
}

/** What Excel reported, in words; an error of another kind goes through as it is. */
export function worded(cause: unknown): unknown {
  const code = codeOf(cause);
  if (code === undefined) return cause;
  const words = WORDS[SAME_WORDS[code] ?? code];
  return new RefusedError(words ?? fill(OTHERWISE, code));
}

/**
 * Excel did not carry out a request for a reason that lies in the request: a call it does not know or does
 * not like here. Everything else (a cell being edited, a lost session) concerns the run as a whole.
 */
export function isRefusedCall(cause: unknown): boolean {
  return REFUSED_CALLS.has(codeOf(cause) ?? "");
}

const REFUSED_CALLS: ReadonlySet<string> = new Set([
  "ApiNotFound",
  "GeneralException",
  "InvalidArgument",
  "InvalidOperation",
  "InvalidSelection",
  "InactiveWorkbook",
  "ItemNotFound",
  "NotImplemented",
  "UnsupportedOperation",
]);
