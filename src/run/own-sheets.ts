import type { PlacedCell } from "../address";
import type { OwnGrids } from "../analysis/returned-workbook";
import { readStoredPart, type StoredContent } from "../sheets/stored-part";
import { AXIS_ROW } from "../sheets/sheet-frame";
import { ownGrids, sheetKeys } from "../sheets/write-again";
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

/** A figure of the model by its row. */
export interface WantedCell {
  /** Key of the sheet and id of the row. */
  readonly sheet: string;
  readonly row: string;
  /** A year of the axis; undefined for a fixed column. */
  readonly year: number | undefined;
  /** Counted from 0. */
  readonly column: number;
}

/** Where a figure stands in the workbook now, also after rows were inserted; undefined where it does not. */
export async function findWritten(
  workbook: WorkbookPort,
  { sheet, row, year, column }: WantedCell,
): Promise<PlacedCell | undefined> {
  const keys = sheetKeys(readStoredPart(await workbook.storedPart()));
  const entry = (await workbook.sheets()).find(
    ({ name, ours }) => ours && keys.get(name) === sheet,
  );
  if (entry === undefined) return undefined;
  const [grid] = await workbook.read([entry.name]);
  const index = grid?.rows.findIndex((cells) => cells[0] === row) ?? -1;
  if (grid === undefined || index < 0) return undefined;
  const at = year === undefined ? column : (grid.rows[AXIS_ROW]?.indexOf(year) ?? -1);
  return at < 0 ? undefined : { sheet: entry.name, row: index, column: at };
}
