import type { Grid } from "../budget/grid";
import type { Text } from "../language";
import type { WorkbookPlan } from "./plan";

/** Told how far a long job has come: done of total, in steps of its own. */
export type Progress = (done: number, total: number) => void;

/** What accompanies a job that may take more than a second. */
export interface JobOptions {
  readonly progress?: Progress;
  /** Aborting leaves the workbook as it was. */
  readonly signal?: AbortSignal;
}

/** What accompanies writing. */
export interface ApplyOptions extends JobOptions {
  /** The plan that the sheets in the workbook were written from; with it writing again can be taken back. */
  readonly previous?: WorkbookPlan;
}

/** What writing did. */
export interface ApplyReport {
  /** Sheets of the plan. */
  readonly sheets: number;
  /** Looks that this host refused, in words; figures and formulas are not concerned. Empty for files. */
  readonly refused: readonly Text[];
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

/** Cells of a sheet, counted from 0; both corners belong to them. */
export interface SheetArea {
  readonly sheet: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Something that somebody else changed in the workbook. */
export interface WorkbookChange {
  /** Name of the sheet; empty for a sheet that is gone and whose name is not known. */
  readonly sheet: string;
  /** Cells that changed, `B3:C7`. */
  readonly address?: string;
  /** Cells of a sheet, or which sheets there are. */
  readonly kind: "cells" | "sheets";
}

/** What the product needs of a workbook, the same for Excel and for files. */
export interface WorkbookPort {
  sheets(): Promise<readonly SheetEntry[]>;
  /** The cells of the named sheets, in the order asked for. */
  read(names: readonly string[], options?: JobOptions): Promise<readonly Grid[]>;
  settings(): Promise<WorkbookSettings>;
  /** Text of our custom XML part, if there is one. */
  storedPart(): Promise<string | undefined>;
  /** Puts a text in place of our custom XML part, or adds the part; nothing else changes. */
  keep(storedPart: string): Promise<void>;
  /**
   * Realises the plan whole or not at all, in place of what an earlier run wrote; what users added beside
   * it stays. Refuses when a sheet name is taken by a sheet that is not ours.
   */
  apply(plan: WorkbookPlan, options?: ApplyOptions): Promise<ApplyReport>;
  /**
   * Takes the last writing of this session back. Gives the names of the sheets that were removed or set
   * back, undefined when there is nothing to take back.
   */
  takeBack(options?: JobOptions): Promise<readonly string[] | undefined>;
  /** Shows an area to the user and selects it. */
  select(area: SheetArea): Promise<void>;
  /**
   * Tells of changes that others make, until the function it gives is called; own writing is not told.
   */
  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
}
