import type { Placement } from "../model/formula";
import { FIRST_YEAR_COLUMN } from "../model/expression";
import type { Row } from "../model/row";
import type { CalculationSheet } from "../model/sheet";
import { AXIS_ROW, HEADER_ROWS, type SheetFrame } from "./sheet-frame";

/** Where every row, heading and free space of every sheet stands. */
export interface WorkbookPlacement extends Placement {
  frame(key: string): SheetFrame;
  /** Row of an entry of a sheet, counted from 0. */
  entryIndex(key: string, entry: number): number;
  /** First row below the last entry. */
  height(key: string): number;
}

/** Places the entries of all sheets one below the other. */
export function placeSheets(
  sheets: readonly CalculationSheet[],
  frames: ReadonlyMap<string, SheetFrame>,
  years: number,
): WorkbookPlacement {
  const rows = new Map<Row, number>();
  const entries = new Map<string, readonly number[]>();
  const heights = new Map<string, number>();
  for (const sheet of sheets) {
    let next = HEADER_ROWS;
    entries.set(
      sheet.key,
      sheet.entries.map((entry) => {
        const own = next;
        if (entry.kind === "row") rows.set(entry.row, own);
        next += entry.kind === "space" ? entry.rows : 1;
        return own;
      }),
    );
    heights.set(sheet.key, next);
  }
  const found = <K, V>(map: ReadonlyMap<K, V>, key: K, what: string): V => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`${what} is not placed`);
    return value;
  };
  return {
    axisRow: AXIS_ROW,
    lastColumn: FIRST_YEAR_COLUMN + years - 1,
    sheetName: (key) => found(frames, key, key).name,
    rowIndex: (row) => found(rows, row, `${row.sheet}/${row.id}`),
    frame: (key) => found(frames, key, key),
    entryIndex: (key, entry) => found(entries, key, key)[entry] ?? HEADER_ROWS,
    height: (key) => found(heights, key, key),
  };
}
