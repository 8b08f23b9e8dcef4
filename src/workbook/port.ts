import type { Grid } from "../budget/grid";
import type { WorkbookPlan } from "./plan";

/** Told how far a long job has come: done of total, in steps of its own. */
export type Progress = (done: number, total: number) => void;

/** What accompanies a job that may take more than a second. */
export interface JobOptions {
  readonly progress?: Progress;
  /** Aborting leaves the workbook as it was. */
  readonly signal?: AbortSignal;
}

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** The sheet carries our mark. */
  readonly ours: boolean;
}

/** Settings of a workbook that change what our formulas give; the user should know of them. */
export interface WorkbookSettings {
  /** Dates count from 1904 (old Mac workbooks); our dates are written accordingly. */
  readonly date1904: boolean;
  /** Excel recalculates only on F9. */
  readonly manualCalculation: boolean;
  /** Excel calculates with the rounded figures it shows. */
  readonly precisionAsDisplayed: boolean;
}

/** What the product needs of a workbook, the same for Excel and for files. */
export interface WorkbookPort {
  sheets(): Promise<readonly SheetEntry[]>;
  /** The cells of the named sheets, in the order asked for. */
  read(names: readonly string[], options?: JobOptions): Promise<readonly Grid[]>;
  settings(): Promise<WorkbookSettings>;
  /** Text of our custom XML part, if there is one. */
  storedPart(): Promise<string | undefined>;
  /** Realises the plan whole or not at all. Refuses when a sheet name is taken by a sheet that is not ours. */
  apply(plan: WorkbookPlan, options?: JobOptions): Promise<void>;
}
