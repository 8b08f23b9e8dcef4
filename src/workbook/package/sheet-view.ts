import { columnIndex } from "../../address";
import type { Grid, MergedArea } from "../../budget/grid";
import type { CellLook } from "./cell-looks";
import { PLAIN_LOOK } from "./cell-looks";
import type { DrawnChart } from "./drawn-charts";
import type { SheetColours } from "./sheet-colours";
import type { ReadSheet } from "./sheet-reader";
import { unescapeExcel } from "./xml-text";
import type { XmlElement } from "./xml-tree";
import { XmlPart } from "./xml-tree";

/** Cells counted from 0; both corners belong to them. */
export type CellArea = MergedArea;

/** What the cells of some areas accept. */
export interface SheetValidation {
  readonly areas: readonly CellArea[];
  /** `decimal`, `whole`, `textLength`, `date`, `list` or another kind of Excel's. */
  readonly type: string;
  readonly operator: string;
  readonly formulas: readonly string[];
  readonly allowBlank: boolean;
  readonly errorTitle: string;
  readonly error: string;
}

/** A link on a cell: a place in this workbook, or an address outside of it. */
export interface SheetLink {
  readonly area: CellArea;
  /** `'KR Annahmen'!A1`; undefined for a link that leads out of the workbook. */
  readonly target: string | undefined;
  readonly tip: string | undefined;
}

/** A sheet as it is shown: cells, looks, sizes in pixels at 96 dpi, links, charts. */
export interface SheetView {
  readonly grid: Grid;
  readonly ours: boolean;
  readonly lookAt: (row: number, column: number) => CellLook;
  /** 0 for a hidden row. */
  readonly rowHeight: (row: number) => number;
  /** 0 for a hidden column. */
  readonly columnWidth: (column: number) => number;
  /** Rows above and columns left of this cell stay in view. */
  readonly freeze: { readonly row: number; readonly column: number };
  readonly gridLines: boolean;
  readonly tabColour: string | undefined;
  readonly links: readonly SheetLink[];
  readonly validations: readonly SheetValidation[];
  readonly charts: readonly DrawnChart[];
  /** Rows and columns that hold something: cells, merged areas, charts. */
  readonly extent: { readonly rows: number; readonly columns: number };
  readonly date1904: boolean;
}

/** What a sheet's view is made of beside its part. */
export interface ViewSurroundings {
  readonly looks: readonly CellLook[];
  readonly colours: SheetColours;
  readonly ours: boolean;
  readonly date1904: boolean;
  readonly charts: readonly DrawnChart[];
}

const PIXELS_A_POINT = 96 / 72;
const USUAL_HEIGHT = 15;
/** Width in characters of a column that says none, with Calibri 11: 64 pixels. */
const USUAL_WIDTH = 9.140625;
const PIXELS_A_DIGIT = 7;

/** Puts a sheet together as it is shown. */
export function sheetView(sheet: ReadSheet, surroundings: ViewSurroundings): SheetView {
  const { grid, cellFormatAt, rowHeights } = sheet;
  const { looks, ours, date1904, charts } = surroundings;
  const piece = (local: string): XmlPart | undefined => {
    const bytes = sheet.pieces.find((own) => own.local === local)?.bytes;
    return bytes === undefined ? undefined : new XmlPart(bytes, grid.name);
  };
  const format = piece("sheetFormatPr");
  const usual = (name: string, otherwise: number): number =>
    Number(format?.attribute(format.root, name) ?? otherwise);
  const usualHeight = usual("defaultRowHeight", USUAL_HEIGHT);
  const usualWidth = usual("defaultColWidth", USUAL_WIDTH);
  const widths = columnWidths(piece("cols"));
  const properties = piece("sheetPr");
  const views = piece("sheetViews");
  const view = views?.root.children[0];
  return {
    grid,
    ours,
    date1904,
    charts,
    lookAt: (row, column) => looks[cellFormatAt(row, column) ?? 0] ?? PLAIN_LOOK,
    rowHeight: (row) =>
      grid.hiddenRows.has(row)
        ? 0
        : Math.round((rowHeights.get(row) ?? usualHeight) * PIXELS_A_POINT),
    columnWidth: (column) =>
      grid.hiddenColumns.has(column) ? 0 : pixelWidth(widths(column) ?? usualWidth),
    freeze: views === undefined || view === undefined ? NOT_FROZEN : frozen(views, view),
    gridLines: views?.attribute(view ?? views.root, "showGridLines") !== "0",
    tabColour:
      properties &&
      surroundings.colours.of(properties, properties.child(properties.root, "tabColor")),
    links: links(piece("hyperlinks")),
    validations: validations(piece("dataValidations")),
    extent: extentOf(grid, charts),
  };
}

const NOT_FROZEN = { row: 0, column: 0 } as const;

function frozen(views: XmlPart, view: XmlElement): SheetView["freeze"] {
  const pane = views.child(view, "pane");
  if (pane === undefined || !/^frozen/.test(views.attribute(pane, "state") ?? "")) {
    return NOT_FROZEN;
  }
  const split = (name: string): number => Number(views.attribute(pane, name) ?? "0");
  return { row: split("ySplit"), column: split("xSplit") };
}

/** Widths in characters by column; undefined where the sheet says none. */
function columnWidths(cols: XmlPart | undefined): (column: number) => number | undefined {
  const given = (cols?.root.children ?? []).map((element) => {
    const number = (name: string): number => Number(cols?.attribute(element, name));
    return { first: number("min") - 1, last: number("max") - 1, width: number("width") };
  });
  return (column) => {
    const own = given.find(({ first, last }) => first <= column && column <= last);
    return own !== undefined && Number.isFinite(own.width) ? own.width : undefined;
  };
}

/** ECMA-376, 18.3.1.13. */
function pixelWidth(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / PIXELS_A_DIGIT)) / 256) * PIXELS_A_DIGIT);
}

function links(content: XmlPart | undefined): readonly SheetLink[] {
  if (content === undefined) return [];
  return content.root.children.flatMap((element) => {
    const [area] = areasOf(content.attribute(element, "ref") ?? "");
    if (area === undefined) return [];
    const location = content.attribute(element, "location");
    const outside = content.prefixedAttribute(element, "id") !== undefined;
    const tip = content.attribute(element, "tooltip");
    return [{ area, target: outside ? undefined : location, tip }];
  });
}

function validations(content: XmlPart | undefined): readonly SheetValidation[] {
  if (content === undefined) return [];
  return content.root.children.map((element) => {
    const said = (name: string): string | undefined => content.attribute(element, name);
    return {
      areas: areasOf(said("sqref") ?? ""),
      type: said("type") ?? "none",
      operator: said("operator") ?? "between",
      formulas: ["formula1", "formula2"].flatMap((local) => {
        const formula = content.child(element, local);
        return formula === undefined ? [] : [formula.text];
      }),
      allowBlank: ["1", "true"].includes(said("allowBlank") ?? "0"),
      errorTitle: unescapeExcel(said("errorTitle") ?? ""),
      error: unescapeExcel(said("error") ?? ""),
    };
  });
}

/** Areas of a list of references, `B3:F3 H7`. */
function areasOf(references: string): readonly CellArea[] {
  return references.split(/\s+/).flatMap((reference) => {
    const corners = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(
      reference,
    );
    if (corners === null) return [];
    const [, left = "A", top = "1", right = left, bottom = top] = corners;
    return [
      {
        firstRow: Number(top) - 1,
        firstColumn: columnIndex(left),
        lastRow: Number(bottom) - 1,
        lastColumn: columnIndex(right),
      },
    ];
  });
}

function extentOf(grid: Grid, charts: readonly DrawnChart[]): SheetView["extent"] {
  let [rows, columns] = [grid.rows.length, 0];
  for (const row of grid.rows) if (row.length > columns) columns = row.length;
  for (const { lastRow, lastColumn } of grid.merges) {
    rows = Math.max(rows, lastRow + 1);
    columns = Math.max(columns, lastColumn + 1);
  }
  for (const { to } of charts) {
    rows = Math.max(rows, to.row + 1);
    columns = Math.max(columns, to.column + 1);
  }
  return { rows, columns };
}
