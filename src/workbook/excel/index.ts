export type { AddedSheet } from "./added-sheets";
export { ExcelWorkbook } from "./excel-workbook";
export { readBackJson } from "./read-back";
export type { ReadBack, ReadBackDifference } from "./read-back";
export { EXCEL_API, offers, requireExcel } from "./requirements";
