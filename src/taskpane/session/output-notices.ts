import type { Text } from "../../language";

/** What the step of writing says: names of jobs and of changes, and what became of them. */
export const OUTPUT_NOTICES = {
  checking: { de: "Arbeitsmappe wird geprüft", en: "Checking the workbook" },
  verifying: {
    de: "Arbeitsmappe wird mit dem Plan verglichen",
    en: "Comparing the workbook with the plan",
  },
  nothingWritten: {
    de: "In der Arbeitsmappe stehen noch keine Blätter des Kooperationsrechners. Bitte zuerst die Blätter schreiben.",
    en: "The workbook holds no sheets of the Kooperationsrechner yet. Please write the sheets first.",
  },
  finding: { de: "Zelle wird gesucht", en: "Finding the cell" },
  notOnSheets: {
    de: "Diese Zahl steht noch nicht auf den Blättern in der Arbeitsmappe. Bitte unter „Ausgabe“ die Blätter schreiben.",
    en: "This figure does not stand on the sheets in the workbook yet. Please write the sheets under “Output”.",
  },
  loaded: { de: "Modell aus „{0}“ geladen", en: "Model loaded from “{0}”" },
  adopted: { de: "Eingabe übernommen: {0}", en: "Input adopted: {0}" },
  restored: { de: "Eingabe zurückgesetzt: {0}", en: "Input set back: {0}" },
} as const satisfies Readonly<Record<string, Text>>;
