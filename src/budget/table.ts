import type { AmountUnit, KeyCell, SheetCorrection, UncountedRow } from "./line";
import type { Grid } from "./grid";
import type { HeaderBand } from "./header";
import type { ColumnMeaning, ColumnRole } from "./columns";
import type { AmountValues } from "./values";
import type { TimedColumn } from "./timing";
import type { CodeRepair } from "./damage";
import type { FilledDown } from "./fill-down";
import type { SheetFindings } from "./collect";
import { cellText } from "./cells";
import { readCode } from "./codes";
import { unitFactor } from "./vocabulary";

/** A sheet with its columns understood, ready to be read row by row. */
export interface Table {
  readonly grid: Grid;
  readonly band: HeaderBand;
  readonly meanings: readonly ColumnMeaning[];
  /** First row below the header. */
  readonly firstRow: number;
  readonly amounts: ReadonlyMap<number, AmountValues>;
  readonly timed: readonly TimedColumn[];
  readonly unit: AmountUnit;
  /** Unit by amount column. */
  readonly units: ReadonlyMap<number, AmountUnit>;
  /** Columns whose codes have lost zeros that other cells prove. */
  readonly repairs: ReadonlyMap<number, CodeRepair>;
  /** Product numbers that hold for rows below the one they are printed in. */
  readonly filled: FilledDown;
  /** Rows the user wants counted though they look like sums. */
  readonly takeIn: ReadonlySet<number>;
  /** Signs the user has named. */
  readonly signs: NonNullable<SheetCorrection["signs"]>;
  readonly findings: SheetFindings;
  /** Gathers the rows that do not count. */
  readonly uncounted: UncountedRow[];
}

/** The words and numbers of a row that tell what its amounts are. */
export interface RowKeys {
  readonly product?: string;
  readonly productLabel?: string;
  readonly account?: string;
  readonly label: string;
  readonly keys: readonly KeyCell[];
}

/** The columns that key a row, ordered from the most detailed level down. */
export interface KeyColumns {
  readonly products: readonly ColumnMeaning[];
  readonly productLabels: readonly ColumnMeaning[];
  readonly accounts: readonly ColumnMeaning[];
  readonly labels: readonly ColumnMeaning[];
}

export function keyColumns(meanings: readonly ColumnMeaning[]): KeyColumns {
  const of = (role: ColumnRole): ColumnMeaning[] =>
    meanings
      .filter((meaning) => meaning.role === role)
      .sort((a, b) => b.rank - a.rank || b.column - a.column);
  const productLabels = of("product-label");
  return {
    products: of("product"),
    productLabels,
    accounts: of("account"),
    labels: [...of("label"), ...of("account-label"), ...productLabels],
  };
}

/** Reads the keys of a row; heading rows above fill in a product the row itself does not give. */
export function readKeys(table: Table, columns: KeyColumns, row: number): RowKeys {
  const cells = table.grid.rows[row] ?? [];
  const keys: KeyCell[] = [];
  const product = firstCode(table, columns.products, row, "product", keys);
  const account = firstCode(table, columns.accounts, row, "account", keys);
  let label = "";
  for (const { column } of columns.labels) {
    const text = cellText(cells[column]).trim();
    if (text.length === 0) continue;
    label = text;
    keys.push({ part: "label", cell: { row, column }, raw: text });
    break;
  }
  let productLabel = product.words ?? "";
  if (productLabel === "") {
    const near = columns.productLabels.find(({ rank }) => rank === product.rank);
    for (const column of near === undefined ? columns.productLabels : [near]) {
      productLabel = cellText(cells[column.column]).trim();
      if (productLabel === "" && product.row !== row)
        productLabel = cellText(table.grid.rows[product.row]?.[column.column]).trim();
      if (productLabel !== "") break;
    }
  }
  if (label === "") label = account.words ?? productLabel;
  // Without a column for it the account stands in front of the label: `529100 Dienstleistungen`.
  const leading = columns.accounts.length > 0 ? undefined : /^(\d{3,8})\s+\p{L}/u.exec(label)?.[1];
  const number = account.code ?? leading;
  // The usual row has all of them; it is built without spreading.
  if (product.code !== undefined && productLabel !== "" && number !== undefined)
    return { product: product.code, productLabel, account: number, label, keys };
  return {
    ...(product.code === undefined ? {} : { product: product.code }),
    ...(productLabel === "" ? {} : { productLabel }),
    ...(number === undefined ? {} : { account: number }),
    label,
    keys,
  };
}

function firstCode(
  table: Table,
  columns: readonly ColumnMeaning[],
  row: number,
  part: "product" | "account",
  keys: KeyCell[],
): { code: string | undefined; words: string | undefined; rank: number; row: number } {
  for (const { column, rank } of columns) {
    const source = sourceRow(table, row, column);
    const content = table.grid.rows[source]?.[column];
    const raw = cellText(content).trim();
    if (raw === "") continue;
    keys.push({ part, cell: { row: source, column }, raw });
    const read = readCode(content);
    const repair = table.repairs.get(column);
    const short = repair !== undefined && read.code !== undefined && /^\d+$/.test(read.code);
    const code = short ? read.code.padStart(repair.lengthAt(source), "0") : read.code;
    return { code, words: read.words, rank, row: source };
  }
  return { code: undefined, words: undefined, rank: 0, row };
}

/** The row whose cell of a column holds for a row: its own, or the one printed for several. */
export function sourceRow(table: Table, row: number, column: number): number {
  return table.filled.get(column)?.get(row) ?? row;
}

/** Euros per printed unit of one amount cell: the cell's own unit, else its column's. */
export function cellFactor(table: Table, values: AmountValues, row: number): number {
  const unit = values.units.get(row);
  return unit === undefined ? columnFactor(table, values) : unitFactor(unit);
}

/** Euros per printed unit of the cells of a column that name no unit of their own. */
export function columnFactor(table: Table, { column }: AmountValues): number {
  return unitFactor(table.units.get(column) ?? table.unit);
}

/** The number of an amount cell as printed, undefined where there is none. */
export function printed(values: AmountValues | undefined, row: number): number | undefined {
  const value = values?.values[row - values.firstRow];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
