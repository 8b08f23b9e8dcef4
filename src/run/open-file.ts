import { readCsv, typedCsvGrid } from "../budget/csv";
import type { Grid } from "../budget/grid";
import type { SheetReading } from "../budget/line";
import { createWorkbook, openPackage, type PackageWorkbook } from "../workbook/package";

/** A text file as a workbook of one sheet. */
export interface OpenedText {
  readonly workbook: PackageWorkbook;
  /** The sheet as texts, as it stands in the file. */
  readonly text: Grid;
  /** The sheet as it is in the workbook: amounts numeric, codes text. */
  readonly typed: Grid;
  readonly readings: readonly SheetReading[];
}

/** Whether a file is delimited text by its name. */
export function isTextFile(fileName: string): boolean {
  return /\.(?:csv|txt|tsv)$/i.test(fileName);
}

/**
 * Opens a text file as a workbook; what the reading takes for amounts becomes numbers.
 * @throws RefusedError for files that are no text, and whatever the reading refuses
 */
export function openText(
  bytes: Uint8Array,
  fileName: string,
  read: (text: Grid) => readonly SheetReading[],
): OpenedText {
  const { grid } = readCsv(bytes, fileName);
  const readings = read(grid);
  const typed = typedCsvGrid(grid, readings);
  return { workbook: createWorkbook([typed]), text: grid, typed, readings };
}

/**
 * Opens a workbook or text file without reading its sheets; of a text file everything stays text.
 * @throws RefusedError for files that are damaged, encrypted or in another format
 */
export function openUnread(bytes: Uint8Array, fileName: string): PackageWorkbook {
  if (!isTextFile(fileName)) return openPackage(bytes);
  return createWorkbook([readCsv(bytes, fileName).grid]);
}
