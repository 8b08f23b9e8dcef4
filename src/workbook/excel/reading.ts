import type { CellContent, Grid, MergedArea } from "../../budget/grid";
import { RefusedError } from "../../finding";
import { fill } from "../../language";
import type { JobOptions } from "../port";
import { cellContent } from "./cell-content";
import { codeOf } from "./refusals";
import { askDateSystem, isDate1904 } from "./surroundings";

/**
 * Cells asked for in one batch. A cell of a budget takes some 60 bytes in the answer (value, type, formula
 * and format); Excel on the web gives 5 MB at most (learn.microsoft.com, “Resource limits …”). That keeps
 * far below the five million cells that one call may give as well.
 */
const CELLS_OF_A_BATCH = 60_000;
/** Rows by which a block is not cut further: a row of Excel has 16384 cells at most. */
const SMALLEST_BLOCK = 1;

/** A sheet with the area that holds something; addresses are known before any cell is asked for. */
interface Extent {
  readonly name: string;
  readonly hidden: boolean;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: number;
  readonly columns: number;
  readonly merges: readonly MergedArea[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** Rows of a sheet that are read together. */
interface Block {
  readonly sheet: Extent;
  readonly firstRow: number;
  readonly rows: number;
}

interface ReadCell {
  readonly content: CellContent;
  readonly formula: string | undefined;
  readonly format: string;
}

/**
 * Reads sheets: one batch for their extents, then one batch for each 5 MB, however many sheets there are.
 * @throws RefusedError when a sheet is missing
 */
export async function readSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  { progress, signal }: JobOptions,
): Promise<readonly Grid[]> {
  signal?.throwIfAborted();
  const { extents, date1904 } = await readExtents(context, names);
  const total = extents.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const cells = new Map<Extent, ReadCell[][]>(extents.map((extent) => [extent, []]));
  let done = 0;
  const take = (block: Block, read: readonly (readonly ReadCell[])[]): void => {
    cells.get(block.sheet)?.push(...read.map((row) => [...row]));
    done += block.rows * block.sheet.columns;
    progress?.(done, total);
  };
  await readBlocks(context, intoBatches(extents), date1904, take, signal);
  return extents.map((extent) => gridOf(extent, cells.get(extent) ?? []));
}

async function readExtents(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<{ readonly extents: readonly Extent[]; readonly date1904: boolean }> {
  const { workbook } = context;
  const probe = askDateSystem(workbook);
  const asked = names.map((name) => {
    const worksheet = workbook.worksheets.getItemOrNullObject(name).load("name,visibility");
    // Formats alone do not count: whole columns may be formatted.
    const used = worksheet
      .getUsedRangeOrNullObject(true)
      .untrack()
      .load("rowIndex,columnIndex,rowCount,columnCount");
    const areas = used.getMergedAreasOrNullObject().areas;
    areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    const rows = used.getRowProperties({ rowHidden: true });
    const columns = used.getColumnProperties({ columnHidden: true });
    return { name, worksheet, used, areas, rows, columns };
  });
  await context.sync();
  const extents = asked.map(({ name, worksheet, used, areas, rows, columns }): Extent => {
    if (worksheet.isNullObject) throw missingSheet(name);
    const hidden = worksheet.visibility !== Excel.SheetVisibility.visible;
    if (used.isNullObject) return { ...NOTHING, name: worksheet.name, hidden };
    return {
      name: worksheet.name,
      hidden,
      firstRow: used.rowIndex,
      firstColumn: used.columnIndex,
      rows: used.rowCount,
      columns: used.columnCount,
      merges: areas.isNullObject ? [] : areas.items.map(mergedArea),
      hiddenRows: marked(rows.value, used.rowIndex, ({ rowHidden }) => rowHidden),
      hiddenColumns: marked(columns.value, used.columnIndex, ({ columnHidden }) => columnHidden),
    };
  });
  return { extents, date1904: isDate1904(probe) };
}

const NOTHING = {
  firstRow: 0,
  firstColumn: 0,
  rows: 0,
  columns: 0,
  merges: [],
  hiddenRows: new Set<number>(),
  hiddenColumns: new Set<number>(),
} as const;

function mergedArea({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): MergedArea {
  return {
    firstRow: rowIndex,
    firstColumn: columnIndex,
    lastRow: rowIndex + rowCount - 1,
    lastColumn: columnIndex + columnCount - 1,
  };
}

function marked<T>(
  items: readonly T[],
  first: number,
  isMarked: (item: T) => boolean | undefined,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, item] of items.entries())
    if (isMarked(item) === true) found.add(first + index);
  return found;
}

/** A sheet that was asked for by name is not in the workbook. */
export function missingSheet(name: string): RefusedError {
  return new RefusedError(
    fill(
      {
        de: "In der Arbeitsmappe gibt es kein Tabellenblatt „{0}“. Bitte den Namen so angeben, wie er auf dem Blattregister steht.",
        en: "The workbook has no worksheet “{0}”. Please give the name as it stands on the sheet tab.",
      },
      name,
    ),
  );
}

/** Blocks of rows, as many in a batch as its answer may hold. */
function intoBatches(extents: readonly Extent[]): readonly (readonly Block[])[] {
  const batches: Block[][] = [];
  let left = 0;
  for (const sheet of extents) {
    for (let row = 0; row < sheet.rows;) {
      if (batches.length === 0 || left < sheet.columns) {
        batches.push([]);
        left = CELLS_OF_A_BATCH;
      }
      const fitting = Math.max(SMALLEST_BLOCK, Math.floor(left / sheet.columns));
      const rows = Math.min(sheet.rows - row, fitting);
      batches.at(-1)?.push({ sheet, firstRow: sheet.firstRow + row, rows });
      left -= rows * sheet.columns;
      row += rows;
    }
  }
  return batches;
}

async function readBlocks(
  context: Excel.RequestContext,
  batches: readonly (readonly Block[])[],
  date1904: boolean,
  take: (block: Block, cells: readonly (readonly ReadCell[])[]) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [batch, ...rest] = batches;
  if (batch === undefined) return;
  signal?.throwIfAborted();
  const ranges = batch.map((block) => {
    const { sheet, firstRow, rows } = block;
    const range = context.workbook.worksheets
      .getItem(sheet.name)
      .getRangeByIndexes(firstRow, sheet.firstColumn, rows, sheet.columns)
      .untrack();
    range.load("values,valueTypes,formulas,numberFormat");
    return { block, range };
  });
  try {
    await context.sync();
  } catch (cause) {
    const halves = halved(batch);
    if (codeOf(cause) !== "ResponsePayloadSizeLimitExceeded" || halves === undefined) throw cause;
    // Longer texts than expected: the same again in two batches.
    await readBlocks(context, [...halves, ...rest], date1904, take, signal);
    return;
  }
  for (const { block, range } of ranges) take(block, cellsOf(range, date1904));
  await readBlocks(context, rest, date1904, take, signal);
}

function halved(batch: readonly Block[]): readonly (readonly Block[])[] | undefined {
  const [only] = batch;
  if (batch.length > 1) {
    const half = Math.ceil(batch.length / 2);
    return [batch.slice(0, half), batch.slice(half)];
  }
  if (only === undefined || only.rows <= SMALLEST_BLOCK) return undefined;
  const rows = Math.ceil(only.rows / 2);
  const second = { ...only, firstRow: only.firstRow + rows, rows: only.rows - rows };
  return [[{ ...only, rows }], [second]];
}

function cellsOf(range: Excel.Range, date1904: boolean): readonly (readonly ReadCell[])[] {
  const values = range.values as unknown[][];
  const types = range.valueTypes as unknown[][];
  const formulas = range.formulas as unknown[][];
  const formats = range.numberFormat as unknown[][];
  return values.map((row, at) =>
    row.map((value, column) => {
      const code = formats[at]?.[column];
      const format = typeof code === "string" ? code : "General";
      const formula = formulas[at]?.[column];
      // A text that begins with “=” is its own formula; no formula gives its own text.
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      return {
        content: cellContent(value, types[at]?.[column], format, date1904),
        formula: isFormula ? formula : undefined,
        format,
      };
    }),
  );
}

function gridOf(extent: Extent, cells: readonly (readonly ReadCell[])[]): Grid {
  const { name, hidden, merges, hiddenRows, hiddenColumns, firstRow, firstColumn } = extent;
  const before = new Array<CellContent>(firstColumn).fill(null);
  const rows: (readonly CellContent[])[] = Array.from({ length: firstRow }, () => []);
  for (const row of cells) {
    const last = row.findLastIndex(({ content }) => content !== null);
    const contents = row.slice(0, last + 1).map(({ content }) => content);
    rows.push(last < 0 ? [] : [...before, ...contents]);
  }
  const cellAt = (row: number, column: number): ReadCell | undefined =>
    cells[row - firstRow]?.[column - firstColumn];
  return {
    name,
    rows,
    merges,
    formulaAt: (row, column) => cellAt(row, column)?.formula,
    formatAt: (row, column) => cellAt(row, column)?.format ?? "General",
    hiddenRows,
    hiddenColumns,
    hidden,
  };
}
