import { isDateFormat } from "../dates";
import { builtInFormat } from "./number-format";
import type { XmlPart } from "./xml-tree";

/** Number formats of the cells of a workbook, by the number of the cell format (`s` of a cell). */
export interface CellFormats {
  readonly codeOf: (cellFormat: number) => string;
  readonly isDate: (cellFormat: number) => boolean;
}

/** Reads the number formats out of `styles.xml`; without that part every cell has `General`. */
export function readCellFormats(styles: XmlPart | undefined): CellFormats {
  const codes = styles === undefined ? [] : formatCodes(styles);
  const dates = codes.map(isDateFormat);
  return {
    codeOf: (cellFormat) => codes[cellFormat] ?? builtInFormat(0),
    isDate: (cellFormat) => dates[cellFormat] ?? false,
  };
}

function formatCodes(styles: XmlPart): readonly string[] {
  const custom = new Map<number, string>();
  for (const format of styles.child(styles.root, "numFmts")?.children ?? []) {
    const code = styles.attribute(format, "formatCode");
    if (code !== undefined) custom.set(Number(styles.attribute(format, "numFmtId")), code);
  }
  const formats = styles.child(styles.root, "cellXfs")?.children ?? [];
  return formats
    .filter((element) => element.local === "xf")
    .map((element) => {
      const id = Number(styles.attribute(element, "numFmtId") ?? "0");
      return custom.get(id) ?? builtInFormat(id);
    });
}
