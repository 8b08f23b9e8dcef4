import type { Grid } from "../../src/budget/grid";
import { fillWorkbook } from "../host/fill-workbook";
import { Host } from "../host/host";
import type { PageOptions } from "../host/page";

/** The names under which a page of Excel offers its library. */
interface PageGlobals {
  Excel?: typeof Excel;
  Office?: typeof Office;
  OfficeExtension?: typeof OfficeExtension;
}

/** Opens the stand-in for Excel with a workbook, its library where the add-in looks for it. */
export async function openExcel(
  grids: readonly Grid[],
  options: Partial<PageOptions> = {},
): Promise<Host> {
  const host = await Host.open(options);
  const globals = globalThis as PageGlobals;
  globals.Excel = host.library.Excel;
  globals.Office = host.library.Office;
  globals.OfficeExtension = host.library.OfficeExtension;
  fillWorkbook(host.workbook, grids);
  const close = host.close.bind(host);
  host.close = () => {
    close();
    delete globals.Excel;
    delete globals.Office;
    delete globals.OfficeExtension;
  };
  return host;
}
