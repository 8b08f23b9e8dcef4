import type { PlanSheet } from "../plan";
import { STYLES } from "../styles";

/** Height of a row of plain cells in points. */
export const USUAL_HEIGHT = 15;
const USUAL_SIZE = 11;
const USUAL_WIDTH = 8.43;
/** Height of a line of text as a multiple of its size. */
const LINE = 1.32;

/**
 * Heights in points of the rows whose texts need more than the usual one: wrapped texts and large letters.
 * Not every viewer fits rows when it opens a file; LibreOffice shows texts over each other.
 * Estimated from the number of characters, a little generous.
 */
export function neededHeights(sheet: PlanSheet): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { row, column, style, value } of sheet.cells) {
    const { size, wrap, bold } = STYLES[style];
    const width = sheet.columnWidths[column] ?? USUAL_WIDTH;
    const perLine = Math.max(1, Math.floor((width * USUAL_SIZE) / size / (bold ? 1.08 : 1)));
    const lines = wrap && typeof value === "string" ? countLines(value, perLine) : 1;
    const needed = Math.ceil(lines * size * LINE + 2);
    if (needed > Math.max(USUAL_HEIGHT, heights.get(row) ?? 0)) heights.set(row, needed);
  }
  return heights;
}

/** Lines that a text takes when words go to the next line whole. */
function countLines(text: string, perLine: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(" ")) {
      if (used > 0 && used + 1 + word.length > perLine) {
        lines++;
        used = 0;
      }
      used += word.length + (used > 0 ? 1 : 0);
      lines += Math.floor(Math.max(0, used - 1) / perLine);
      used = used > perLine ? used % perLine : used;
    }
  }
  return lines;
}
