import { cellAddress, MAX_COLUMNS, MAX_ROWS } from "../../address";
import type { CellContent, Grid } from "../../budget/grid";
import { RefusedError } from "../../finding";
import { fill } from "../../language";
import { serialOfDate } from "../dates";
import type { PartChanges } from "./archive";
import { inlineText, numberXml } from "./cell-xml";
import { columnsXml, columnWidths } from "./column-widths";
import { GENERAL } from "./number-format";
import type { OpenedPackage } from "./opened-package";
import { RELATIONSHIPS } from "./relationships";
import { MAIN_NAMESPACE } from "./sheet-part";
import { StyleBook } from "./style-book";
import { escapeExcel } from "./xml-text";
import { readXmlPart } from "./xml-tree";

const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const DATE = "dd\\.mm\\.yyyy";
/** Text that Excel would take for a number; as text it keeps its leading zeros and its points. */
const NUMBER_LIKE = /^[\d\s.,:/%€()+-]+$/;

/**
 * The parts that change when a grid takes the place of everything on a sheet that was made of a grid.
 * @throws RefusedError when the grid is larger than an Excel sheet
 */
export function changesOfGrid(opened: OpenedPackage, part: string, grid: Grid): PartChanges {
  const styles = opened.relationships.find(
    ({ type, external }) => !external && type === `${RELATIONSHIPS}/styles`,
  );
  if (styles === undefined) throw new Error("a workbook made of grids has styles");
  const book = new StyleBook(readXmlPart(opened.archive, styles.target));
  const content = new TextEncoder().encode(gridXml(grid, book));
  return new Map([
    [part, content],
    [styles.target, book.bytes()],
  ]);
}

/** Printed on A4 across, as wide as the page: a text file says nothing of it, and its columns would fill pages each. */
const PRINT = {
  before: `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
  after: `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>`,
};

/**
 * A sheet with the cells of a grid, columns wide enough for them and a set-up for printing.
 * @throws RefusedError when the grid is larger than an Excel sheet
 */
export function gridXml(grid: Grid, styles: StyleBook): string {
  const widest = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (grid.rows.length > MAX_ROWS || widest > MAX_COLUMNS) throw tooLarge(grid);
  const formats = new Map<string, number>([[GENERAL, 0]]);
  const formatOf = (code: string): number => {
    const known = formats.get(code) ?? styles.plainFormat(code);
    formats.set(code, known);
    return known;
  };
  const rows = grid.rows.map((row, index) => {
    const cells = row.map((content, column) =>
      content === null
        ? ""
        : contentXml(content, index, column, formatOf, grid.formatAt(index, column)),
    );
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  const columns = columnsXml(columnWidths(grid));
  const view = `<sheetViews><sheetView workbookViewId="0"/></sheetViews>`;
  return `${DECLARATION}<worksheet xmlns="${MAIN_NAMESPACE}">${PRINT.before}${view}<sheetFormatPr defaultRowHeight="15"/>${columns}<sheetData>${rows.join("")}</sheetData>${PRINT.after}</worksheet>`;
}

function contentXml(
  content: Exclude<CellContent, null>,
  row: number,
  column: number,
  formatOf: (code: string) => number,
  code: string,
): string {
  const styled = (numberFormat: string): string => {
    const format = formatOf(numberFormat);
    return `<c r="${cellAddress(row, column)}"${format === 0 ? "" : ` s="${format}"`}`;
  };
  if (typeof content === "number") return `${styled(code)}><v>${numberXml(content)}</v></c>`;
  if (typeof content === "boolean") return `${styled(code)} t="b"><v>${content ? 1 : 0}</v></c>`;
  if (typeof content === "string") {
    // As text format, so that Excel does not make a number of it when someone confirms the cell again.
    const format = NUMBER_LIKE.test(content) || /^[=+\-@']/.test(content) ? "@" : code;
    return `${styled(format)} t="inlineStr">${inlineText(content)}</c>`;
  }
  if (content.kind === "error")
    return `${styled(code)} t="e"><v>${escapeExcel(content.text)}</v></c>`;
  const serial = serialOfDate(content.iso);
  if (serial < 1) return `${styled("@")} t="inlineStr">${inlineText(content.iso)}</c>`;
  return `${styled(code === GENERAL ? DATE : code)}><v>${serial}</v></c>`;
}

function tooLarge(grid: Grid): RefusedError {
  return new RefusedError(
    fill(
      {
        de: "„{0}“ ist größer als ein Excel-Blatt ({1} Zeilen, {2} Spalten). Bitte die Datei vorher auf die benötigten Zeilen kürzen.",
        en: "“{0}” is larger than an Excel sheet ({1} rows, {2} columns). Please cut the file to the rows you need first.",
      },
      grid.name,
      MAX_ROWS,
      MAX_COLUMNS,
    ),
  );
}
