export { ExcelWorkbook } from "./excel-workbook";
export type { ReadBack, ReadBackDifference } from "./read-back";
export { EXCEL_API, offers, requireExcel } from "./requirements";
