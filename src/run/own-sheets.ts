import type { OwnGrids } from "../analysis/returned-workbook";
import { readStoredPart, type StoredContent } from "../sheets/stored-part";
import { ownGrids } from "../sheets/write-again";
import type { JobOptions, WorkbookPort } from "../workbook/port";

/** Our sheets as they stand in a workbook. */
export interface OwnSheets {
  /** Names, hidden ones too; none where nothing was written yet. */
  readonly names: readonly string[];
  /** What stands in the stored part; undefined where another program removed it. */
  readonly stored: StoredContent | undefined;
  /** Their cells, by key. */
  readonly grids: OwnGrids;
}

/** Reads what an earlier run wrote, as it is now. */
export async function readOwnSheets(
  workbook: WorkbookPort,
  options: JobOptions = {},
): Promise<OwnSheets> {
  const names = (await workbook.sheets()).filter(({ ours }) => ours).map(({ name }) => name);
  const stored = readStoredPart(await workbook.storedPart());
  if (names.length === 0) return { names, stored, grids: new Map() };
  return { names, stored, grids: ownGrids(await workbook.read(names, options), stored) };
}
