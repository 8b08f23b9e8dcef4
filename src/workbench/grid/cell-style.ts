import type { CSSProperties } from "react";
import type { BorderSide, CellLook } from "../../workbook/package";
import type { CellText } from "./cell-text";

/** A sheet is paper: its colours come from the file and stay as they are in a dark page, as in Excel. */
export const PAPER = "#ffffff";
export const INK = "#000000";
export const GRID_LINE = "#d9d9d9";

const PIXELS_A_POINT = 96 / 72;

/** Letters as the file has them; Calibri is replaced by what is at hand. */
export function fontOf({ font, size, bold, italic }: CellLook): string {
  const family = font === undefined || font === "Calibri" ? "" : `"${font.replaceAll('"', "")}", `;
  const pixels = size * PIXELS_A_POINT;
  return `${italic ? "italic " : ""}${bold ? "bold " : ""}${pixels}px ${family}Calibri, Carlito, "Segoe UI", sans-serif`;
}

/** The box of a cell: fill and borders. */
export function boxStyle({ fill, borders }: CellLook): CSSProperties {
  const style: CSSProperties = {};
  if (fill !== undefined) style.backgroundColor = `#${fill}`;
  const { top, bottom, left, right } = borders;
  if (top !== undefined) style.borderTop = line(top);
  if (bottom !== undefined) style.borderBottom = line(bottom);
  if (left !== undefined) style.borderLeft = line(left);
  if (right !== undefined) style.borderRight = line(right);
  return style;
}

/** The letters of a cell. */
export function textStyle(look: CellLook, { side, colour }: CellText): CSSProperties {
  const { underline, strike, wrap, indent, vertical, horizontal } = look;
  const decoration = [underline ? "underline" : "", strike ? "line-through" : ""].join(" ").trim();
  const align = horizontal === undefined ? side : (ALIGN[horizontal] ?? side);
  return {
    font: fontOf(look),
    lineHeight: 1.2,
    color: `#${colour ?? look.colour ?? INK.slice(1)}`,
    textAlign: align,
    justifyContent: VERTICAL[vertical] ?? "flex-end",
    whiteSpace: wrap ? "pre-wrap" : "pre",
    ...(decoration === "" ? {} : { textDecoration: decoration }),
    ...(indent > 0 ? { [align === "right" ? "paddingRight" : "paddingLeft"]: 3 + indent * 9 } : {}),
  };
}

const ALIGN: Readonly<Record<string, "left" | "right" | "center" | "justify">> = {
  left: "left",
  right: "right",
  center: "center",
  centerContinuous: "center",
  distributed: "center",
  justify: "justify",
  fill: "left",
};

const VERTICAL: Readonly<Record<string, string>> = {
  top: "flex-start",
  center: "center",
  bottom: "flex-end",
  justify: "flex-start",
};

const WIDTHS: Readonly<Record<BorderSide["line"], string>> = {
  hair: "1px dotted",
  thin: "1px solid",
  medium: "2px solid",
  thick: "3px solid",
  double: "3px double",
  dashed: "1px dashed",
  dotted: "1px dotted",
};

function line({ line: kind, colour }: BorderSide): string {
  return `${WIDTHS[kind]} #${colour ?? INK.slice(1)}`;
}

let canvas: CanvasRenderingContext2D | undefined;

/** Width in pixels of a text in a font. */
export function textWidth(text: string, font: string): number {
  canvas ??= document.createElement("canvas").getContext("2d") ?? undefined;
  if (canvas === undefined) return text.length * 7;
  canvas.font = font;
  return canvas.measureText(text).width;
}
