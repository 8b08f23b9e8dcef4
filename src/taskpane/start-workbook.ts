import type { WorkbookPort } from "../workbook/port";
import type { ExcelWorkbook } from "../workbook/excel";

/** The workbook that is open in Excel; what talks to Excel is loaded when the workbook is first asked. */
export interface LaterExcelWorkbook extends WorkbookPort {
  /** The workbook itself, loaded. */
  readonly loaded: () => Promise<ExcelWorkbook>;
}

/** The first view of the pane needs nothing of Excel: it stands there while this is loaded. */
export function excelWorkbook(): LaterExcelWorkbook {
  let loading: Promise<ExcelWorkbook> | undefined;
  const loaded = (): Promise<ExcelWorkbook> =>
    (loading ??= import("../workbook/excel").then((excel) => new excel.ExcelWorkbook()));
  return {
    loaded,
    sheets: async () => (await loaded()).sheets(),
    read: async (names, options) => (await loaded()).read(names, options),
    settings: async () => (await loaded()).settings(),
    storedPart: async () => (await loaded()).storedPart(),
    keep: async (storedPart) => (await loaded()).keep(storedPart),
    apply: async (plan, options) => (await loaded()).apply(plan, options),
    takeBack: async (options) => (await loaded()).takeBack(options),
    select: async (area) => (await loaded()).select(area),
    watch: async (listener) => (await loaded()).watch(listener),
  };
}
