import { type ReturnedWorkbook, reviewReturned } from "../analysis/returned-workbook";
import type { Finding } from "../finding";
import type { JobOptions, WorkbookPort } from "../workbook/port";
import { readOwnSheets } from "./own-sheets";

/**
 * Looks through a written workbook before it is mailed, or after it came back: checks, changed inputs,
 * cells with errors, hidden sheets. Undefined where nothing of ours stands in it.
 */
export async function checkWritten(
  workbook: WorkbookPort,
  options: JobOptions = {},
): Promise<ReturnedWorkbook | undefined> {
  const { names, grids } = await readOwnSheets(workbook, options);
  if (names.length === 0) return undefined;
  const returned = reviewReturned(grids);
  const entries = await workbook.sheets();
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
