import type { CellLook } from "../../workbook/package";

/** A sheet is paper: its colours come from the file and stay as they are in a dark page, as in Excel. */
export const PAPER = "#ffffff";
export const INK = "#000000";
export const GRID_LINE = "#d9d9d9";

const PIXELS_A_POINT = 96 / 72;

/** Size of the letters of a look in pixels. */
export function letterSize({ size }: CellLook): number {
  return size * PIXELS_A_POINT;
}

/** Letters as the file has them; Calibri is replaced by what is at hand. */
export function fontOf(look: CellLook): string {
  const { font, bold, italic } = look;
  // A name from a file goes into a style: letters, digits, blanks and hyphens are enough for any font.
  const own =
    font === undefined || font === "Calibri" ? "" : font.replaceAll(/[^\p{L}\p{N} -]/gu, "");
  const family = own === "" ? "" : `"${own}", `;
  return `${italic ? "italic " : ""}${bold ? "bold " : ""}${String(letterSize(look))}px ${family}Calibri, Carlito, "Segoe UI", sans-serif`;
}

let canvas: CanvasRenderingContext2D | undefined;
let canvasFont = "";

/** Width in pixels of a text in a font. */
export function textWidth(text: string, font: string): number {
  canvas ??= document.createElement("canvas").getContext("2d") ?? undefined;
  if (canvas === undefined) return text.length * 7;
  if (font !== canvasFont) {
    canvas.font = font;
    canvasFont = font;
  }
  return canvas.measureText(text).width;
}
