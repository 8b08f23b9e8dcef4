import { calculate } from "./calculate";
import type { HostWorkbook } from "./state";

const DIRTY = new WeakSet<HostWorkbook>();

/** Formulas have to be calculated before the next value is read. */
export function changed(workbook: HostWorkbook): void {
  DIRTY.add(workbook);
}

/** Calculates what is waiting; without changes nothing happens. */
export function calculated(workbook: HostWorkbook): void {
  if (!DIRTY.delete(workbook)) return;
  calculate(workbook);
}
