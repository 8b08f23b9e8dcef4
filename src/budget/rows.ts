import type { CellPosition, Direction } from "./line";
import type { TimedColumn } from "./timing";
import type { ColumnMeaning } from "./columns";
import { cellText, isBlank } from "./cells";
import { readHeading } from "./codes";
import { directionWord, labelDirection } from "./vocabulary";
import { keyColumns, printed, readKeys, type RowKeys, type Table } from "./table";
import { readRowLabel, type RowLabel } from "./totals";
import { cellYear } from "./years";
import { isStep, type Steps } from "./steps";
import { fold } from "./words";

/** A row with amounts, before it is known what it is. */
export interface AmountRow {
  readonly row: number;
  readonly keys: RowKeys;
  readonly label: RowLabel;
  /** Values by amount column, in the order of the given columns; NaN where empty. */
  readonly values: readonly number[];
  /** Direction that a column of the row gives. */
  readonly direction?: Direction;
  /** Direction of the heading the row stands under, for rows that do not tell themselves. */
  readonly section?: Direction;
  readonly block: string;
  /** Cells of the values where they do not all stand in `row`: long budgets. */
  readonly cells?: readonly (CellPosition | undefined)[];
}

/** The cell of a row's value in one of the slots (year, kind, column). */
export function valueCell(row: AmountRow, slots: readonly TimedColumn[], at: number): CellPosition {
  return row.cells?.[at] ?? { row: row.row, column: slots[at]?.column ?? 0 };
}

/** The first cell of a row that holds an amount, for findings. */
export function firstCell(row: AmountRow, slots: readonly TimedColumn[]): CellPosition {
  const at = row.values.findIndex((value) => !Number.isNaN(value));
  return valueCell(row, slots, Math.max(0, at));
}

/**
 * All rows below the header that hold amounts, in order. Heading rows give product and direction to
 * the rows below them; header rows repeated on each page are passed over.
 */
export function* amountRows(table: Table): Steps<readonly AmountRow[]> {
  const columns = table.timed.map(({ column }) => table.amounts.get(column));
  const keyed = keyColumns(table.meanings);
  const lineNumbers = table.meanings.find(({ role }) => role === "line-number");
  const directions = table.meanings.find(({ role }) => role === "direction");
  const repeatable = repeatableHeader(table);
  const rows: AmountRow[] = [];
  let heading = sheetProduct(table);
  let section: Direction | undefined;
  for (let row = table.firstRow; row < table.grid.rows.length; row += 1) {
    if (isStep(row)) yield row / table.grid.rows.length;
    const cells = table.grid.rows[row] ?? [];
    const values = columns.map((column) => printed(column, row) ?? Number.NaN);
    if (values.every((value) => Number.isNaN(value))) {
      const text = onlyText(cells);
      if (text === undefined) continue;
      const product = readHeading(text);
      if (product?.code !== undefined) {
        heading = {
          product: product.code,
          ...(product.words === undefined ? {} : { productLabel: product.words }),
        };
        section = undefined;
      } else section = headingDirection(text) ?? section;
      continue;
    }
    if (
      repeatable.length > 0 &&
      repeatable.every(([column, year]) => cellYear(cells[column] ?? null) === year)
    ) {
      table.uncounted.push({ row, why: "header" });
      continue;
    }
    const own = readKeys(table, keyed, row);
    const keys =
      own.product === undefined && heading.product !== undefined ? { ...heading, ...own } : own;
    const direction = rowDirection(directions, cells);
    const label = numberedLabel(keys.label, lineNumbers, cells);
    const plain = { row, keys, label, values, block: keys.product ?? "" };
    if (direction === undefined && section === undefined) rows.push(plain);
    else {
      rows.push({
        ...plain,
        ...(direction === undefined ? {} : { direction }),
        ...(section === undefined ? {} : { section }),
      });
    }
  }
  return rows;
}

/** `Erträge`, `B. Auszahlungen aus Investitionstätigkeit`: headings, not lines that happen to be empty. */
function headingDirection(text: string): Direction | undefined {
  const folded = fold(text).replace(/:$/, "");
  const named =
    /^(?:[a-z\d]{1,3}[.)] ?)?(?:ordentliche |laufende |investive )?(ertraege|aufwendungen|einzahlungen|auszahlungen|einnahmen|ausgaben)(?: aus [a-z ]+| im [a-z ]+)?$/.exec(
      folded,
    );
  return named === null ? undefined : labelDirection(named[1] ?? "");
}

export function rowDirection(
  column: ColumnMeaning | undefined,
  cells: Table["grid"]["rows"][number],
): Direction | undefined {
  if (column === undefined) return undefined;
  return directionOf(cellText(cells[column.column]), column.letters);
}

const directionsByText = new Map<string, Direction | undefined>();

function directionOf(text: string, letters: boolean): Direction | undefined {
  const key = `${letters ? "+" : "-"}${text}`;
  if (!directionsByText.has(key)) {
    if (directionsByText.size > 1000) directionsByText.clear();
    directionsByText.set(key, directionWord(fold(text), letters));
  }
  return directionsByText.get(key);
}

/** A product that title rows or the sheet's name give to all rows, where no column does. */
export function sheetProduct(table: Table): { product?: string; productLabel?: string } {
  if (table.meanings.some(({ role }) => role === "product")) return {};
  // Titles go from the wide to the narrow: `Einzelplan 4`, below it `Produktgruppe 255.01`.
  for (const text of [...[...table.band.titles].reverse(), table.grid.name]) {
    const named = readHeading(text);
    // Numbers alone are a product in a sheet's name only; in a title they may be anything.
    if (named?.code === undefined || (text !== table.grid.name && !/^\s*\p{L}/u.test(text)))
      continue;
    return {
      product: named.code,
      ...(named.words === undefined ? {} : { productLabel: named.words }),
    };
  }
  return {};
}

/** A line number in a column of its own belongs to the label of the row. */
export function numberedLabel(
  label: string,
  lineNumbers: ColumnMeaning | undefined,
  cells: Table["grid"]["rows"][number],
): RowLabel {
  const number = lineNumbers === undefined ? "" : cellText(cells[lineNumbers.column]).trim();
  return readRowLabel(/^\d{1,3}$/.test(number) ? `${number} ${label}` : label);
}

function onlyText(cells: Table["grid"]["rows"][number]): string | undefined {
  const filled = cells.filter((content) => !isBlank(content));
  if (filled.length === 0 || filled.length > 3) return undefined;
  return filled.map((content) => cellText(content).trim()).join(" ");
}

/** Year cells of the header, to recognise the header where a page break repeats it. */
function repeatableHeader(table: Table): readonly (readonly [number, number])[] {
  return table.timed
    .filter(({ meaning, year }) => meaning.header === String(year))
    .map(({ column, year }) => [column, year] as const);
}
