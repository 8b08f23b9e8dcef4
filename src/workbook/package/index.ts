import { openBytes } from "./opened-package";
import { PackageWorkbook } from "./package-workbook";

export { createWorkbook } from "./new-workbook";
export { PackageWorkbook } from "./package-workbook";

/**
 * Opens a workbook file (`.xlsx`, `.xlsm`). Only its directory and small parts are read here.
 * @throws RefusedError for files that are damaged, encrypted, in another format or not safe to read
 */
export function openPackage(bytes: Uint8Array): PackageWorkbook {
  return new PackageWorkbook(openBytes(bytes));
}
