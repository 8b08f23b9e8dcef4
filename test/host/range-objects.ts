import {
  absoluteAddress,
  addressOf,
  area as areaBetween,
  eachCell,
  heightOf,
  mapCells,
  shownFormula,
  shownSheet,
  widthOf,
} from "./ranges";
import type { RangeOf } from "./ranges";
import { borders } from "./border-objects";
import { conditionalFormats, dataValidation } from "./rule-objects";
import { calculated, changed } from "./dirty";
import { tellChanged } from "./events";
import { cellAt, cellKey, PLAIN_LOOK } from "./state";
import type { Area, CellLook, HostCell, HostSheet, HostValue, HostWorkbook } from "./state";
import { typedText } from "./typed-text";
import { HostError } from "./wire";
import type { HostObject } from "./wire";
import { worksheet } from "./sheet-objects";

/** Most cells that one call may read (learn.microsoft.com, “Resource limits and performance optimization”). */
const MOST_CELLS = 5_000_000;

const behind = new WeakMap<HostObject, RangeOf>();

/** The cells behind a range that was handed in as an argument. */
export function rangeBehind(object: unknown): RangeOf {
  const found = behind.get(object as HostObject);
  if (found === undefined) throw new HostError("InvalidArgument", "a range is expected");
  return found;
}

/** Cells of a sheet as a `Range`. */
export function range(workbook: HostWorkbook, sheet: HostSheet, area: Area): HostObject {
  const part = (inner: Area) => range(workbook, sheet, inner);
  const writable = (change: () => void) => {
    if (sheet.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
    change();
  };
  const given = (give: (cell: HostCell | undefined) => unknown) => () => {
    if (heightOf(area) * widthOf(area) > MOST_CELLS) {
      throw new HostError("RangeExceedsLimit", "too many cells for one call");
    }
    calculated(workbook);
    return mapCells(area, (row, column) => give(sheet.cells.get(cellKey(row, column))));
  };
  const object: HostObject = {
    type: "Range",
    read: {
      Address: () => `${shownSheet(sheet.name)}!${addressOf(area)}`,
      Width: () =>
        heightOf({ ...area, firstRow: area.firstColumn, lastRow: area.lastColumn }) * CELL_WIDTH,
      Height: () => heightOf(area) * CELL_HEIGHT,
      RowIndex: () => area.firstRow,
      ColumnIndex: () => area.firstColumn,
      RowCount: () => heightOf(area),
      ColumnCount: () => widthOf(area),
      CellCount: () => heightOf(area) * widthOf(area),
      Values: given((cell) => shownValue(cell?.value ?? null)),
      ValueTypes: given((cell) => typeOf(cell?.value ?? null)),
      Formulas: given((cell) =>
        cell?.formula === undefined ? shownValue(cell?.value ?? null) : shownFormula(cell.formula),
      ),
      NumberFormat: given((cell) => cell?.numberFormat ?? "General"),
      Hyperlink: () => sheet.cells.get(cellKey(area.firstRow, area.firstColumn))?.link ?? null,
    },
    write: {
      Formulas: (value) => writable(() => fillCells(workbook, sheet, area, value)),
      Values: (value) => writable(() => fillCells(workbook, sheet, area, value)),
      NumberFormat: (value) =>
        writable(() =>
          eachCell(area, value, (row, column, item) => {
            if (typeof item === "string") cellAt(sheet, row, column).numberFormat = item;
          }),
        ),
      Hyperlink: (value) => writable(() => link(sheet, area, value)),
      RowHidden: (value) => hide(sheet.hiddenRows, area.firstRow, area.lastRow, value),
      ColumnHidden: (value) => hide(sheet.hiddenColumns, area.firstColumn, area.lastColumn, value),
    },
    navigate: {
      Worksheet: () => worksheet(workbook, sheet),
      Format: () => rangeFormat(sheet, area),
      DataValidation: () => dataValidation(sheet, area),
      ConditionalFormats: () => conditionalFormats(workbook, sheet, area),
    },
    call: {
      // The library announces the size of an array before it writes it piece by piece.
      _ValidateArraySize: (rows, columns) => {
        if (rows !== heightOf(area) || columns !== widthOf(area)) {
          throw new HostError("InvalidArgument", "the array has another size than the range");
        }
      },
      Clear: (what) => writable(() => clear(workbook, sheet, area, what)),
      // Merged cells that reach into the range come apart as a whole.
      Unmerge: () => {
        sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, area));
      },
      GetCellProperties: (wanted) =>
        mapCells(area, (row, column) => properties(sheet.cells.get(cellKey(row, column)), wanted)),
      Select: () => {
        if (sheet.visibility !== "Visible") {
          throw new HostError("InvalidOperation", "a hidden sheet cannot be shown");
        }
        workbook.selection = { sheet: sheet.id, area };
      },
      GetRowProperties: (wanted) =>
        lines(area.firstRow, area.lastRow, wanted, "rowHidden", sheet.hiddenRows),
      GetColumnProperties: (wanted) =>
        lines(area.firstColumn, area.lastColumn, wanted, "columnHidden", sheet.hiddenColumns),
    },
    give: {
      GetRow: (row) => {
        const at = area.firstRow + Number(row);
        return part(areaBetween(at, area.firstColumn, at, area.lastColumn));
      },
      GetCell: (row, column) => {
        const at = { row: area.firstRow + Number(row), column: area.firstColumn + Number(column) };
        return part(areaBetween(at.row, at.column, at.row, at.column));
      },
      GetBoundingRect: (other) => part(around(area, rangeBehind(other).area)),
      GetMergedAreasOrNullObject: () => mergedAreas(workbook, sheet, area),
    },
  };
  behind.set(object, { sheet, area });
  return object;
}

function around(left: Area, right: Area): Area {
  return {
    firstRow: Math.min(left.firstRow, right.firstRow),
    firstColumn: Math.min(left.firstColumn, right.firstColumn),
    lastRow: Math.max(left.lastRow, right.lastRow),
    lastColumn: Math.max(left.lastColumn, right.lastColumn),
  };
}

/** `null` leaves a cell as it is (learn.microsoft.com, “Blank and null values in Excel add-ins”). */
function fillCells(workbook: HostWorkbook, sheet: HostSheet, area: Area, value: unknown): void {
  eachCell(area, value, (row, column, item) => {
    if (item === null) return;
    const cell = cellAt(sheet, row, column);
    const typed =
      typeof item === "string" ? typedText(item) : { value: item as HostValue, textMark: false };
    cell.value = typed.value;
    cell.textMark = typed.textMark;
    if (typed.formula === undefined) delete cell.formula;
    else cell.formula = typed.formula;
    forgetIfBare(sheet, cellKey(row, column));
    // A cell without a format takes on that of what is typed into it.
    if (typed.numberFormat !== undefined && cell.numberFormat === "General") {
      cell.numberFormat = typed.numberFormat;
    }
  });
  changed(workbook);
  tellChanged(workbook, sheet, area, "ThisLocalAddin");
}

/** Sizes of cells nobody has changed, in points (Excel with Calibri 11). */
export const CELL_WIDTH = 48;
export const CELL_HEIGHT = 15;

function overlaps(one: Area, other: Area): boolean {
  return (
    one.firstRow <= other.lastRow &&
    one.lastRow >= other.firstRow &&
    one.firstColumn <= other.lastColumn &&
    one.lastColumn >= other.firstColumn
  );
}

function hide(hidden: Set<number>, first: number, last: number, value: unknown): void {
  for (let at = first; at <= last; at++) {
    if (value === true) hidden.add(at);
    else hidden.delete(at);
  }
}

/** What `clear` takes away (learn.microsoft.com, Excel.ClearApplyTo). */
function clear(workbook: HostWorkbook, sheet: HostSheet, area: Area, what: unknown): void {
  if (what !== "Formats" && what !== "Hyperlinks" && what !== "Contents") {
    throw new HostError("NotImplemented", `the stand-in does not clear ${String(what)}`);
  }
  mapCells(area, (row, column) => {
    const key = cellKey(row, column);
    const cell = sheet.cells.get(key);
    if (cell === undefined) return;
    if (what === "Hyperlinks") delete cell.link;
    else if (what === "Formats") {
      cell.look = PLAIN_LOOK;
      cell.numberFormat = "General";
    } else {
      cell.value = null;
      delete cell.formula;
    }
    forgetIfBare(sheet, key);
  });
  changed(workbook);
}

/** A cell with nothing in it and no look of its own is none. */
function forgetIfBare(sheet: HostSheet, key: number): void {
  const cell = sheet.cells.get(key);
  if (cell === undefined || cell.value !== null || cell.formula !== undefined) return;
  if (cell.look === PLAIN_LOOK && cell.numberFormat === "General" && cell.link === undefined) {
    sheet.cells.delete(key);
  }
}

/** Properties of a cell as they were asked for (Excel.CellPropertiesLoadOptions). */
function properties(
  cell: HostCell | undefined,
  wanted: unknown,
): Readonly<Record<string, unknown>> {
  const asked = wanted as { hyperlink?: boolean; format?: Readonly<Record<string, unknown>> };
  const look = cell?.look ?? PLAIN_LOOK;
  const unknown = [
    ...Object.keys(asked).filter((name) => !["hyperlink", "format"].includes(name)),
    ...Object.keys(asked.format ?? {}).filter(
      (name) => !["verticalAlignment", "fill"].includes(name),
    ),
  ];
  if (unknown.length > 0) {
    throw new HostError("NotImplemented", `the stand-in gives no ${unknown.join(", ")} of a cell`);
  }
  return {
    ...(asked.hyperlink === true && cell?.link !== undefined ? { hyperlink: cell.link } : {}),
    format: {
      verticalAlignment: look.vertical,
      // A cell without a fill is white (learn.microsoft.com, Excel.RangeFill `color`).
      fill: { color: look.fill ?? "#FFFFFF" },
    },
  };
}

function shownValue(value: HostValue): unknown {
  if (value === null) return "";
  if (typeof value !== "object") return value;
  return GERMAN_ERRORS[value.error] ?? value.error;
}

/**
 * Whether `values` carries the words of the error in the language of Excel no page says; the stand-in
 * gives the German ones, so that nothing relies on English.
 */
const GERMAN_ERRORS: Readonly<Record<string, string>> = {
  "#N/A": "#NV",
  "#VALUE!": "#WERT!",
  "#REF!": "#BEZUG!",
  "#NUM!": "#ZAHL!",
};

function typeOf(value: HostValue): string {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return "String";
}

/**
 * A hyperlink dresses its cell as a link and, where the cell is empty, writes its target into it
 * (as Excel does with the command Link).
 */
function link(sheet: HostSheet, area: Area, value: unknown): void {
  const given = value as { documentReference?: string; screenTip?: string; textToDisplay?: string };
  mapCells(area, (row, column) => {
    const cell = cellAt(sheet, row, column);
    if (given.textToDisplay !== undefined && cell.formula !== undefined) {
      throw new HostError("InvalidOperation", "the text of a link would replace a formula");
    }
    if (cell.value === null && cell.formula === undefined) {
      cell.value = given.documentReference ?? "";
    }
    cell.link = {
      ...(given.documentReference === undefined
        ? {}
        : { documentReference: given.documentReference }),
      ...(given.screenTip === undefined ? {} : { screenTip: given.screenTip }),
    };
    cell.look = { ...cell.look, fontColor: "#0563C1", underline: "Single" };
  });
}

function lines(
  first: number,
  last: number,
  wanted: unknown,
  member: string,
  hidden: ReadonlySet<number>,
): readonly unknown[] {
  const asked = Object.keys(wanted as object);
  if (asked.some((name) => name !== member)) {
    throw new HostError("NotImplemented", `the stand-in gives ${member} only`);
  }
  return Array.from({ length: last - first + 1 }, (_item, index) => ({
    [member]: hidden.has(first + index),
  }));
}

function mergedAreas(workbook: HostWorkbook, sheet: HostSheet, within: Area): HostObject | null {
  const found = sheet.merges.filter(
    (merge) =>
      merge.firstRow <= within.lastRow &&
      merge.lastRow >= within.firstRow &&
      merge.firstColumn <= within.lastColumn &&
      merge.lastColumn >= within.firstColumn,
  );
  if (found.length === 0) return null;
  return {
    type: "RangeAreas",
    read: {
      Address: () => found.map(absoluteAddress).join(","),
      AreaCount: () => found.length,
    },
    navigate: {
      Areas: () => ({
        type: "RangeCollection",
        items: () => found.map((merge) => range(workbook, sheet, merge)),
      }),
    },
  };
}

function rangeFormat(sheet: HostSheet, area: Area): HostObject {
  const look = (change: Partial<CellLook>) => {
    if (sheet.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
    mapCells(area, (row, column) => {
      const cell = cellAt(sheet, row, column);
      cell.look = { ...cell.look, ...change };
    });
  };
  return {
    type: "RangeFormat",
    write: {
      WrapText: (value) => look({ wrap: value === true }),
      HorizontalAlignment: (value) => look({ horizontal: String(value) }),
      VerticalAlignment: (value) => look({ vertical: String(value) }),
      IndentLevel: (value) => look({ indent: Number(value) }),
      UseStandardWidth: (value) => {
        if (value !== true) return;
        for (let at = area.firstColumn; at <= area.lastColumn; at++) sheet.columnWidths.delete(at);
      },
      UseStandardHeight: (value) => {
        if (value !== true) return;
        for (let at = area.firstRow; at <= area.lastRow; at++) sheet.rowHeights.delete(at);
      },
      ColumnWidth: (value) => {
        for (let at = area.firstColumn; at <= area.lastColumn; at++) {
          sheet.columnWidths.set(at, Number(value));
        }
      },
      RowHeight: (value) => {
        // Excel's highest row (support.microsoft.com, “Excel specifications and limits”).
        if (!(Number(value) >= 0 && Number(value) <= 409)) {
          throw new HostError("InvalidArgument", `row height ${String(value)}`);
        }
        for (let at = area.firstRow; at <= area.lastRow; at++) {
          sheet.rowHeights.set(at, Number(value));
        }
      },
    },
    navigate: {
      Font: () => ({
        type: "RangeFont",
        write: {
          Name: (value) => look({ fontName: String(value) }),
          Size: (value) => look({ fontSize: Number(value) }),
          Bold: (value) => look({ bold: value === true }),
          Italic: (value) => look({ italic: value === true }),
          Underline: (value) => look({ underline: String(value) }),
          Color: (value) => look({ fontColor: colour(value) }),
        },
      }),
      Fill: () => ({
        type: "RangeFill",
        write: { Color: (value) => look({ fill: colour(value) }) },
        call: { Clear: () => look({ fill: null }) },
      }),
      Borders: () => borders(sheet, area),
    },
    call: {
      AutofitRows: () => {
        for (let at = area.firstRow; at <= area.lastRow; at++) sheet.rowHeights.delete(at);
      },
    },
  };
}

/** Colours are `#RRGGBB` or a colour name of HTML (learn.microsoft.com, Excel.RangeFont `color`). */
export function colour(value: unknown): string {
  if (typeof value !== "string" || !/^#[0-9A-Fa-f]{6}$/.test(value)) {
    throw new HostError("InvalidArgument", `no colour: ${String(value)}`);
  }
  return value.toUpperCase();
}
