import { openBytes } from "./opened-package";
import { PackageWorkbook } from "./package-workbook";

export type { BorderSide, CellLook } from "./cell-looks";
export type { DrawnChart, DrawnSeries } from "./drawn-charts";
export { createWorkbook } from "./new-workbook";
export { PackageWorkbook } from "./package-workbook";
export type { CellArea, SheetLink, SheetValidation, SheetView } from "./sheet-view";
export type { TypedValue } from "./typed-cell";

/**
 * Opens a workbook file (`.xlsx`, `.xlsm`). Only its directory and small parts are read here.
 * @throws RefusedError for files that are damaged, encrypted, in another format or not safe to read
 */
export function openPackage(bytes: Uint8Array): PackageWorkbook {
  return new PackageWorkbook(openBytes(bytes));
}
