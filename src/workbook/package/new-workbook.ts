import { cellAddress, MAX_COLUMNS, MAX_ROWS } from "../../address";
import type { CellContent, Grid } from "../../budget/grid";
import { RefusedError } from "../../finding";
import { fill } from "../../language";
import { serialOfDate } from "../dates";
import { Archive } from "./archive";
import { inlineText, numberXml } from "./cell-xml";
import { CONTENT_TYPE, CONTENT_TYPES_PART, writeContentTypes } from "./content-types";
import { emptyStyles } from "./new-workbook-parts";
import { GENERAL } from "./number-format";
import { openArchive } from "./opened-package";
import { PackageWorkbook } from "./package-workbook";
import { RELATIONSHIPS, relationshipsPartOf, writeRelationships } from "./relationships";
import { MAIN_NAMESPACE } from "./sheet-part";
import { StyleBook } from "./style-book";
import { escapeExcel } from "./xml-text";
import { XmlPart } from "./xml-tree";

const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const WORKBOOK = "xl/workbook.xml";
const DATE = "dd\\.mm\\.yyyy";
/** Text that Excel would take for a number; as text it keeps its leading zeros and its points. */
const NUMBER_LIKE = /^[\d\s.,:/%€()+-]+$/;

/**
 * A new workbook that holds the grids as its sheets, for budgets that come as `.csv`:
 * numbers stay numbers, codes stay text.
 * @throws RefusedError when a grid is larger than an Excel sheet
 */
export function createWorkbook(grids: readonly Grid[]): PackageWorkbook {
  const encoder = new TextEncoder();
  const stylesName = "xl/styles.xml";
  const styles = new StyleBook(new XmlPart(emptyStyles(), stylesName));
  const sheets = grids.map((grid, index) => ({
    name: grid.name,
    part: `xl/worksheets/sheet${index + 1}.xml`,
    id: `rId${index + 1}`,
    content: gridXml(grid, styles),
  }));
  const workbook =
    `${DECLARATION}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets>` +
    sheets
      .map(
        ({ name, id }, index) =>
          `<sheet name="${escapeExcel(name)}" sheetId="${index + 1}" r:id="${id}"/>`,
      )
      .join("") +
    `</sheets></workbook>`;
  const parts = new Map<string, Uint8Array>([
    [
      CONTENT_TYPES_PART,
      writeContentTypes(
        new Map([
          [WORKBOOK, CONTENT_TYPE.workbook],
          [stylesName, CONTENT_TYPE.styles],
          ...sheets.map(({ part }): [string, string] => [part, CONTENT_TYPE.sheet]),
        ]),
      ),
    ],
    [
      relationshipsPartOf(""),
      writeRelationships([
        { id: "rId1", type: `${RELATIONSHIPS}/officeDocument`, target: WORKBOOK },
      ]),
    ],
    [WORKBOOK, encoder.encode(workbook)],
    [
      relationshipsPartOf(WORKBOOK),
      writeRelationships([
        ...sheets.map(({ id, part }) => ({
          id,
          type: `${RELATIONSHIPS}/worksheet`,
          target: `/${part}`,
        })),
        { id: `rId${sheets.length + 1}`, type: `${RELATIONSHIPS}/styles`, target: "styles.xml" },
      ]),
    ],
    [stylesName, styles.bytes()],
    ...sheets.map(({ part, content }): [string, Uint8Array] => [part, encoder.encode(content)]),
  ]);
  return new PackageWorkbook(openArchive(Archive.empty().with(parts)));
}

function gridXml(grid: Grid, styles: StyleBook): string {
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
  const view = `<sheetViews><sheetView workbookViewId="0"/></sheetViews>`;
  return `${DECLARATION}<worksheet xmlns="${MAIN_NAMESPACE}">${view}<sheetFormatPr defaultRowHeight="15"/><sheetData>${rows.join("")}</sheetData></worksheet>`;
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
