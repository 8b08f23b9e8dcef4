import { columnIndex, MAX_COLUMNS, MAX_ROWS } from "../address";
import type { PlanSheet } from "./plan";

/** How far a sheet is ours: from A1 to this row and column, counted from 0 and included; −1 for nothing. */
export interface Extent {
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A rectangle of cells, counted from 0; both corners belong to it. */
export interface Area extends Extent {
  readonly firstRow: number;
  readonly firstColumn: number;
}

export const NO_EXTENT: Extent = { lastRow: -1, lastColumn: -1 };

const CORNERS = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i;

/** The cells of a reference without sheet: `B3`, `$B$3:$F$7`, `E:E`, `3:4`. */
export function readArea(reference: string): Area | undefined {
  const [whole, left, top, right = left, bottom = top] = CORNERS.exec(reference.trim()) ?? [];
  if (whole === undefined || whole === "") return undefined;
  if (!whole.includes(":") && (left === undefined || top === undefined)) return undefined;
  return {
    firstRow: top === undefined ? 0 : Number(top) - 1,
    firstColumn: left === undefined ? 0 : columnIndex(left),
    lastRow: bottom === undefined ? MAX_ROWS - 1 : Number(bottom) - 1,
    lastColumn: right === undefined ? MAX_COLUMNS - 1 : columnIndex(right),
  };
}

/** Where an area lies, seen from what is ours: within it, beside it, or over its edge. */
export function placeOf(area: Area, extent: Extent): "inside" | "beside" | "across" {
  if (area.firstRow > extent.lastRow || area.firstColumn > extent.lastColumn) return "beside";
  if (area.lastRow <= extent.lastRow && area.lastColumn <= extent.lastColumn) return "inside";
  return "across";
}

export function covers(extent: Extent, row: number, column: number): boolean {
  return row <= extent.lastRow && column <= extent.lastColumn;
}

/** What a sheet of the plan takes up: its print area, cells and charts. */
export function extentOfPlan({ print, cells, charts }: PlanSheet): Extent {
  let { lastRow, lastColumn } = print.area;
  for (const { row, column } of [...cells, ...charts.map(({ to }) => to)]) {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  return { lastRow, lastColumn };
}
