import { type ReturnedWorkbook, reviewReturned } from "../analysis/returned-workbook";
import type { Finding } from "../finding";
import { readStoredPart } from "../sheets/stored-part";
import { ownGrids } from "../sheets/write-again";
import type { JobOptions, WorkbookPort } from "../workbook/port";

/**
 * Looks through a written workbook before it is mailed, or after it came back: checks, changed inputs,
 * cells with errors, hidden sheets. Undefined where nothing of ours stands in it.
 */
export async function checkWritten(
  workbook: WorkbookPort,
  options: JobOptions = {},
): Promise<ReturnedWorkbook | undefined> {
  const entries = await workbook.sheets();
  const names = entries.filter(({ ours }) => ours).map(({ name }) => name);
  if (names.length === 0) return undefined;
  const grids = await workbook.read(names, options);
  const stored = readStoredPart(await workbook.storedPart());
  const returned = reviewReturned(ownGrids(grids, stored));
  const hidden = entries.filter((sheet) => sheet.hidden).map(({ name }) => name);
  return { ...returned, findings: [...returned.findings, ...hiddenSheets(hidden)] };
}

/** What a recipient does not see, but receives. */
function hiddenSheets(names: readonly string[]): readonly Finding[] {
  if (names.length === 0) return [];
  const list = names.join(", ");
  return [
    {
      severity: "warning",
      code: "hidden-sheets",
      message: {
        de: `Ausgeblendete Blätter gehen mit: ${list}. Bitte vor dem Versand einblenden oder löschen.`,
        en: `Hidden sheets go along: ${list}. Please show or delete them before mailing.`,
      },
    },
  ];
}
