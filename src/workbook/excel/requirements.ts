import { RefusedError } from "../../finding";

/** Oldest set of calls the product works with; Excel LTSC 2021 has it. */
export const EXCEL_API = "1.14";

/** Whether this Excel offers a set of calls. */
export function offers(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

/** @throws RefusedError in an Excel that is too old, with what to do instead */
export function requireExcel(): void {
  if (offers(EXCEL_API)) return;
  throw new RefusedError({
    de: "Diese Excel-Version ist zu alt: Der Kooperationsrechner braucht Excel 2021 (LTSC), Microsoft 365 ab Version 2108 oder Excel im Web (Anforderungssatz ExcelApi 1.14). Bitte Excel aktualisieren oder die Datei am Arbeitsplatz im Browser bearbeiten.",
    en: "This version of Excel is too old: Kooperationsrechner needs Excel 2021 (LTSC), Microsoft 365 from version 2108 on or Excel on the web (requirement set ExcelApi 1.14). Please update Excel or work on the file in the browser workbench.",
  });
}
