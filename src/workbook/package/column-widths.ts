import type { CellContent, Grid } from "../../budget/grid";
import { GENERAL } from "./number-format";

/** Width in characters of a column that says none. */
const USUAL_WIDTH = 9.140625;
/** No column is wider for the sake of a text; it is cut off there, as in Excel. */
const WIDEST_TEXT = 48;
/** The air at both edges of a cell, and what letters may be wider than a digit. */
const AIR = 1.7109375;
/** So many digits Excel shows of a number without a format. */
const SHOWN_DIGITS = 11;
const DATE_LENGTH = 10;

/**
 * Widths of the columns of a grid in characters, as wide as what they hold; undefined where the usual
 * width is enough. A text with nothing beside it runs over its neighbours and asks for no width.
 */
export function columnWidths({
  rows,
  formatAt,
}: Pick<Grid, "rows" | "formatAt">): readonly (number | undefined)[] {
  const lengths: number[] = [];
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  rows.forEach((row, index) => {
    row.forEach((content, column) => {
      const length =
        typeof content === "string"
          ? isBlank(row[column + 1])
            ? 0
            : Math.min(longestLine(content), WIDEST_TEXT)
          : lengthOf(content, () => formatAt(index, column));
      if (length > (lengths[column] ?? 0)) lengths[column] = length;
    });
  });
  return Array.from({ length: widest }, (_, column) => {
    const width = (lengths[column] ?? 0) + AIR;
    return width > USUAL_WIDTH ? width : undefined;
  });
}

/** `cols` of a sheet; empty where no column says a width. */
export function columnsXml(widths: readonly (number | undefined)[]): string {
  const columns = widths.map((width, index) =>
    width === undefined
      ? ""
      : `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const said = columns.join("");
  return said === "" ? "" : `<cols>${said}</cols>`;
}

function isBlank(content: CellContent | undefined): boolean {
  return content === undefined || content === null || content === "";
}

function longestLine(text: string): number {
  return text.includes("\n")
    ? Math.max(...text.split("\n").map(({ length }) => length))
    : text.length;
}

function lengthOf(content: Exclude<CellContent, string>, format: () => string): number {
  if (content === null) return 0;
  if (typeof content === "boolean") return "FALSCH".length;
  if (typeof content === "object") {
    return content.kind === "error" ? content.text.length : DATE_LENGTH;
  }
  const code = format();
  if (code === GENERAL) {
    return String(Number(content.toPrecision(SHOWN_DIGITS))).length;
  }
  const whole = String(Math.trunc(Math.abs(content))).length;
  const decimals = /\.(0+)/.exec(code)?.[1]?.length ?? 0;
  const points = code.includes(",") ? Math.floor((whole - 1) / 3) : 0;
  const unit = code.replaceAll(/[#0,.\\"]|\[[^\]]*\]|;.*$/g, "").length;
  return whole + points + (decimals > 0 ? decimals + 1 : 0) + unit + (content < 0 ? 1 : 0);
}
