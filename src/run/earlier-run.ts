import { type ChangedInput, reviewReturned } from "../analysis/returned-workbook";
import type { TypedInput } from "../model/typed-inputs";
import type { StoredContent } from "../sheets/stored-part";
import { typedInputs } from "../sheets/write-again";
import type { WorkbookPort } from "../workbook/port";
import { readOwnSheets } from "./own-sheets";

/** What an earlier run left in a workbook. */
export interface EarlierRun {
  /** Names of our sheets; none where nothing was written yet. */
  readonly sheets: readonly string[];
  /** What stands in the stored part; undefined where another program removed it. */
  readonly stored: StoredContent | undefined;
  /** What users typed into our sheets, so far as it does not stand in the model. */
  readonly typed: readonly TypedInput[];
  /** What was typed since the sheets were written, each with what was last written there. */
  readonly changed: readonly ChangedInput[];
}

/**
 * Looks for an earlier run: its sheets, its stored part, what was typed since. A draft may be stored
 * before anything was written.
 * @throws RefusedError for a text where a number belongs, naming the cell
 */
export async function readEarlierRun(workbook: WorkbookPort): Promise<EarlierRun> {
  const { names: sheets, stored, grids } = await readOwnSheets(workbook);
  if (sheets.length === 0) return { sheets, stored, typed: [], changed: [] };
  const { changed } = reviewReturned(grids);
  const typed = latest([...(stored?.typed ?? []), ...typedInputs(changed)]);
  return { sheets, stored, typed, changed };
}

/** Of several inputs into one cell the last. */
function latest(typed: readonly TypedInput[]): readonly TypedInput[] {
  const byCell = new Map(
    typed.map((input) => [JSON.stringify([input.sheet, input.row, input.place]), input] as const),
  );
  return [...byCell.values()];
}
