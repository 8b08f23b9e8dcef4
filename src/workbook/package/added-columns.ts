import { MAX_COLUMNS } from "../../address";
import type { AdditionFrame } from "./additions";
import type { SheetElements } from "./sheet-elements";
import { escapeXml } from "./xml-text";

/** Attributes of a column that say how it looks. */
const LOOK = ["width", "style", "hidden", "bestFit", "customWidth", "outlineLevel", "collapsed"];

/** `col` elements of the columns right of our area that someone changed. */
export function readAddedColumns(
  elements: SheetElements,
  { former, next }: Pick<AdditionFrame, "former" | "next">,
): string {
  const columns = elements.find("cols");
  if (columns === undefined) return "";
  // Columns count from 1 here.
  const firstFree = Math.max(former.lastColumn, next.lastColumn) + 2;
  return columns.root.children
    .map((element) => {
      const read = (name: string): string => columns.attribute(element, name) ?? "";
      const first = Math.max(Number(read("min")), firstFree);
      const last = Math.min(Number(read("max")), MAX_COLUMNS);
      if (!(first <= last)) return "";
      const look = LOOK.flatMap((name) => {
        const value = read(name);
        return ["", "0", "false"].includes(value) ? [] : [` ${name}="${escapeXml(value)}"`];
      });
      const changed = look.some((attribute) =>
        /^ (style|hidden|customWidth|outline)/.test(attribute),
      );
      return changed ? `<col min="${first}" max="${last}"${look.join("")}/>` : "";
    })
    .join("");
}
