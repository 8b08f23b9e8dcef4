const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const WITH_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.12";

/** Files the picker offers. */
export const OPENABLE = ".xlsx,.xlsm,.csv,.txt,.tsv";

/** What a workbook is saved as: the kind it had, a text file as a workbook. */
export function savedName(fileName: string): { readonly name: string; readonly type: string } {
  const [, base = fileName, ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(fileName) ?? [];
  const macros = ending.toLowerCase() === ".xlsm";
  const own = base.endsWith(SUFFIX) ? base : `${base}${SUFFIX}`;
  return macros
    ? { name: `${own}.xlsm`, type: WITH_MACROS }
    : { name: `${own}.xlsx`, type: WORKBOOK };
}

const SUFFIX = "-kooperation";

/**
 * The file that the page's own address asks for, `?open=opened/Haushalt.xlsx`; undefined for every address
 * that does not lie in the folder `opened/` beside the page.
 */
export function fileAskedFor(page: URL): URL | undefined {
  const asked = page.searchParams.get("open");
  if (asked === null) return undefined;
  const folder = new URL("opened/", new URL(".", page));
  let file: URL;
  try {
    file = new URL(asked, new URL(".", page));
  } catch {
    return undefined;
  }
  const inside = file.origin === folder.origin && file.pathname.startsWith(folder.pathname);
  return inside && file.search === "" ? file : undefined;
}
