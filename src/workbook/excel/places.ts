import type { PlanCell, PlanSheet } from "../plan";

/** A place on a sheet as a key; rows and columns count from 0. */
export function placeKey(row: number, column: number): string {
  return `${String(row)} ${String(column)}`;
}

/** Cells of a plan by {@link placeKey}. */
export function cellsByPlace(sheet: PlanSheet): ReadonlyMap<string, PlanCell> {
  return new Map(sheet.cells.map((cell) => [placeKey(cell.row, cell.column), cell]));
}
