import type { PlanSheet } from "../plan";
import type { NewParts } from "./new-parts";

/** Adds the charts of a sheet and the drawing that holds them; gives the name of the drawing. */
export function drawCharts(_parts: NewParts, sheet: PlanSheet): string | undefined {
  if (sheet.charts.length === 0) return undefined;
  throw new Error("charts come next");
}
