import { chartCollection } from "./chart-objects";
import { changed } from "./dirty";
import { EVENT, register, tellSheet } from "./events";
import { nameCollection } from "./name-objects";
import { range } from "./range-objects";
import { areaOf, area as areaBetween, shownSheet, usedArea } from "./ranges";
import { recordedObject } from "./recorded-object";
import { addSheet } from "./state";
import type { HostComment, HostSheet, HostTable, HostWorkbook } from "./state";
import { HostError } from "./wire";
import type { HostObject } from "./wire";
import { areaAddressed } from "./addressed-area";

/** Rules of sheet names (support.microsoft.com, “Rename a worksheet”). */
const LONGEST_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\]|^'|'$/;

export function worksheetCollection(workbook: HostWorkbook): HostObject {
  const find = (key: unknown) =>
    workbook.sheets.find(
      ({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase(),
    );
  return {
    type: "WorksheetCollection",
    items: () => workbook.sheets.map((sheet) => worksheet(workbook, sheet)),
    item: (key) => {
      const sheet = find(key);
      if (sheet === undefined) throw new HostError("ItemNotFound", `no sheet ${String(key)}`);
      return worksheet(workbook, sheet);
    },
    call: {
      GetCount: () => workbook.sheets.length,
      _RegisterDataChangedEvent: () => register(workbook, EVENT.changed, true),
      _UnregisterDataChangedEvent: () => register(workbook, EVENT.changed, false),
      _RegisterAddedEvent: () => register(workbook, EVENT.added, true),
      _UnregisterAddedEvent: () => register(workbook, EVENT.added, false),
      _RegisterDeletedEvent: () => register(workbook, EVENT.deleted, true),
      _UnregisterDeletedEvent: () => register(workbook, EVENT.deleted, false),
    },
    give: {
      Add: (given) => {
        if (workbook.structureProtected) {
          throw new HostError("AccessDenied", "The structure of the workbook is protected.");
        }
        const name =
          typeof given === "string" ? given : `Tabelle${String(workbook.sheets.length + 1)}`;
        checkName(workbook, name);
        const added = addSheet(workbook, name);
        tellSheet(workbook, EVENT.added, added);
        return worksheet(workbook, added);
      },
      GetItemOrNullObject: (key) => {
        const sheet = find(key);
        return sheet === undefined ? null : worksheet(workbook, sheet);
      },
    },
  };
}

export function worksheet(workbook: HostWorkbook, sheet: HostSheet): HostObject {
  const cells = (area: ReturnType<typeof areaOf>) => range(workbook, sheet, area);
  const used = (valuesOnly: unknown) => usedArea(sheet, valuesOnly === true);
  return {
    type: "Worksheet",
    identity: () => ({ Id: sheet.id }),
    read: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Position: () => workbook.sheets.indexOf(sheet),
      Visibility: () => sheet.visibility,
      TabColor: () => sheet.tabColor,
      ShowGridlines: () => sheet.gridlines,
    },
    write: {
      TabColor: (value) => void (sheet.tabColor = String(value).toUpperCase()),
      Gridlines: (value) => void (sheet.gridlines = value === true),
      Name: (value) => renameSheet(workbook, sheet, String(value)),
      Position: (value) => moveSheet(workbook, sheet, Number(value)),
    },
    navigate: {
      Charts: () => chartCollection(workbook, sheet),
      Names: () => nameCollection(workbook, sheet.names, "Worksheet"),
      FreezePanes: () => freezePanes(sheet),
      PageLayout: () => pageLayout(sheet),
      HorizontalPageBreaks: () => pageBreaks(sheet),
      Tables: () => ({
        type: "TableCollection",
        read: { Count: () => sheet.tables.length },
        items: () => sheet.tables.map((table) => tableObject(workbook, sheet, table)),
        item: (key) => {
          const found = sheet.tables.find(({ id, name }) => id === key || name === key);
          if (found === undefined) throw new HostError("ItemNotFound", "no such table");
          return tableObject(workbook, sheet, found);
        },
      }),
      Comments: () => ({
        type: "CommentCollection",
        items: () => sheet.comments.map((comment) => commentObject(workbook, sheet, comment)),
        item: (key) => {
          const found = sheet.comments.find(({ id }) => id === key);
          if (found === undefined) throw new HostError("ItemNotFound", "no such comment");
          return commentObject(workbook, sheet, found);
        },
      }),
      AutoFilter: () => ({ type: "AutoFilter", read: { Enabled: () => sheet.isFiltered } }),
      Shapes: () => ({ type: "ShapeCollection", call: { GetCount: () => sheet.shapes } }),
      Protection: () => ({
        type: "WorksheetProtection",
        read: { Protected: () => sheet.isProtected },
      }),
    },
    call: {
      Delete: () => deleteSheet(workbook, sheet),
      Activate: () => {
        if (sheet.visibility !== "Visible") {
          throw new HostError("InvalidOperation", "a hidden sheet cannot be activated");
        }
      },
    },
    give: {
      GetRange: (address) => cells(areaOf(address)),
      GetRangeByIndexes: (row, column, rows, columns) =>
        cells(
          areaBetween(
            Number(row),
            Number(column),
            Number(row) + Number(rows) - 1,
            Number(column) + Number(columns) - 1,
          ),
        ),
      // Of an empty sheet the upper left cell (learn.microsoft.com, Excel.Worksheet `getUsedRange`).
      GetUsedRange: (valuesOnly) => cells(used(valuesOnly) ?? areaOf("A1")),
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const area = used(valuesOnly);
        return area === undefined ? null : cells(area);
      },
    },
  };
}

export function tableObject(
  workbook: HostWorkbook,
  sheet: HostSheet,
  table: HostTable,
): HostObject {
  return {
    type: "Table",
    identity: () => ({ Id: table.id }),
    read: { Id: () => table.id, Name: () => table.name },
    give: { GetRange: () => range(workbook, sheet, table.area) },
  };
}

export function commentObject(
  workbook: HostWorkbook,
  sheet: HostSheet,
  { id, row, column }: HostComment,
): HostObject {
  return {
    type: "Comment",
    identity: () => ({ Id: id }),
    read: { Id: () => id },
    give: { GetLocation: () => range(workbook, sheet, areaBetween(row, column, row, column)) },
  };
}

/** A new name goes into every formula, name and chart that refers to the sheet; a link keeps the old one. */
function renameSheet(workbook: HostWorkbook, sheet: HostSheet, name: string): void {
  if (workbook.structureProtected) {
    throw new HostError("AccessDenied", "The structure of the workbook is protected.");
  }
  checkName(workbook, name, sheet);
  const before = sheet.name;
  sheet.name = name;
  replaceReferences(workbook, before, `'${name.replaceAll("'", "''")}'!`);
}

function checkName(workbook: HostWorkbook, name: string, own?: HostSheet): void {
  if (name === "" || name.length > LONGEST_NAME || FORBIDDEN.test(name)) {
    throw new HostError("InvalidArgument", `sheet name ${name}`);
  }
  const other = workbook.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (other !== undefined && other !== own) {
    throw new HostError("ItemAlreadyExists", `a sheet ${name} exists`);
  }
}

/** Puts something else in place of every reference to a sheet: another name, or `#REF!`. */
function replaceReferences(workbook: HostWorkbook, sheet: string, by: string): void {
  const quoted = `'${sheet.replaceAll("'", "''")}'!`;
  const replaced = (formula: string): string =>
    formula.replaceAll(quoted, by).replaceAll(`${shownSheet(sheet)}!`, by);
  for (const { cells, charts, names } of workbook.sheets) {
    for (const cell of cells.values()) {
      if (cell.formula !== undefined) cell.formula = replaced(cell.formula);
    }
    for (const chart of charts) {
      if (chart.titleFormula !== undefined) chart.titleFormula = replaced(chart.titleFormula);
      for (const series of chart.series) {
        if (series.values !== undefined) series.values = replaced(series.values);
        if (series.categories !== undefined) series.categories = replaced(series.categories);
      }
    }
    for (const name of names) name.formula = replaced(name.formula);
  }
  for (const name of workbook.names) name.formula = replaced(name.formula);
  changed(workbook);
}

function moveSheet(workbook: HostWorkbook, sheet: HostSheet, position: number): void {
  if (workbook.structureProtected) {
    throw new HostError("AccessDenied", "The structure of the workbook is protected.");
  }
  if (!Number.isInteger(position) || position < 0 || position >= workbook.sheets.length) {
    throw new HostError("InvalidArgument", `position ${String(position)}`);
  }
  const others = workbook.sheets.filter((other) => other !== sheet);
  workbook.sheets = [...others.slice(0, position), sheet, ...others.slice(position)];
}

/**
 * The last visible sheet stays (learn.microsoft.com, Excel.Worksheet `delete`). Names that pointed to the
 * sheet point nowhere afterwards, as in Excel's name manager.
 */
function deleteSheet(workbook: HostWorkbook, sheet: HostSheet): void {
  if (workbook.structureProtected) {
    throw new HostError("AccessDenied", "The structure of the workbook is protected.");
  }
  const others = workbook.sheets.filter((other) => other !== sheet);
  if (!others.some(({ visibility }) => visibility === "Visible")) {
    throw new HostError("InvalidOperation", "a workbook keeps one visible sheet");
  }
  workbook.sheets = others;
  tellSheet(workbook, EVENT.deleted, sheet);
  for (const name of workbook.names) {
    if (refersToSheet(name.formula, sheet.name)) name.formula = "=#REF!";
  }
  replaceReferences(workbook, sheet.name, "#REF!");
}

function refersToSheet(formula: string, sheet: string): boolean {
  const quoted = `='${sheet.replaceAll("'", "''")}'!`;
  return formula.startsWith(quoted) || formula.startsWith(`=${sheet}!`);
}

function freezePanes(sheet: HostSheet): HostObject {
  return {
    type: "WorksheetFreezePanes",
    call: {
      FreezeAt: (frozen) => {
        const { lastRow, lastColumn } = areaAddressed(frozen);
        sheet.freeze = { rows: lastRow + 1, columns: lastColumn + 1 };
      },
      FreezeRows: (count) => void (sheet.freeze = { rows: Number(count), columns: 0 }),
      FreezeColumns: (count) => void (sheet.freeze = { rows: 0, columns: Number(count) }),
      Unfreeze: () => delete sheet.freeze,
    },
  };
}

/** Longest header or footer (support.microsoft.com, “Excel specifications and limits”). */
const LONGEST_FOOTER = 255;

function pageLayout(sheet: HostSheet): HostObject {
  const keep = recordedObject("PageLayout", sheet.page, "");
  const address = (given: unknown) => {
    const found = areaAddressed(given);
    return [found.firstRow, found.firstColumn, found.lastRow, found.lastColumn].join(",");
  };
  return {
    ...keep,
    call: {
      SetPrintArea: (given) => void sheet.page.set("PrintArea", address(given)),
      SetPrintTitleRows: (given) => void sheet.page.set("TitleRows", address(given)),
      SetPrintTitleColumns: (given) => void sheet.page.set("TitleColumns", address(given)),
    },
    write: {
      ...keep.write,
      Zoom: (value) => {
        const zoom = value as Readonly<Record<string, unknown>>;
        // Either a scale or a number of pages (learn.microsoft.com, Excel.PageLayoutZoomOptions).
        if (zoom.scale !== undefined && Object.keys(zoom).length > 1) {
          throw new HostError("InvalidArgument", "a scale and a number of pages");
        }
        for (const pages of [zoom.horizontalFitToPages, zoom.verticalFitToPages]) {
          if (pages !== undefined && !(Number.isInteger(pages) && Number(pages) > 0)) {
            throw new HostError("InvalidArgument", "no number of pages");
          }
        }
        sheet.page.set("Zoom", value);
      },
    },
    navigate: {
      HeadersFooters: () => {
        const group = recordedObject("HeaderFooterGroup", sheet.page, "Footers");
        return {
          ...group,
          navigate: {
            ...group.navigate,
            DefaultForAllPages: () => {
              const words = recordedObject("HeaderFooter", sheet.page, "Footer");
              const limited = Object.entries(words.write ?? {}).map(([name, write]) => [
                name,
                (value: unknown) => {
                  if (String(value).length > LONGEST_FOOTER) {
                    throw new HostError("InvalidArgument", "the footer is too long");
                  }
                  write(value);
                },
              ]);
              return {
                ...words,
                write: Object.fromEntries(limited) as NonNullable<HostObject["write"]>,
              };
            },
          },
        };
      },
    },
  };
}

function pageBreaks(sheet: HostSheet): HostObject {
  return {
    type: "PageBreakCollection",
    items: () => [],
    call: { RemovePageBreaks: () => sheet.pageBreaks.clear() },
    give: {
      // The break stands before the upper left cell of the range (Excel.PageBreakCollection `add`).
      Add: (given) => {
        const { firstRow } = areaAddressed(given);
        sheet.pageBreaks.add(firstRow);
        return { type: "PageBreak", identity: () => ({ _Id: String(firstRow) }) };
      },
    },
  };
}
