/** A date in a cell, as Excel shows it by its number format. */
export interface CellDate {
  readonly kind: "date";
  /** `YYYY-MM-DD` */
  readonly iso: string;
}

/** An error value in a cell, for example `#REF!`. */
export interface CellError {
  readonly kind: "error";
  readonly text: string;
}

/** What stands in a cell: number, text, truth value, date, error, or nothing. */
export type CellContent = number | string | boolean | CellDate | CellError | null;

/** A merged area; all indices count from 0 and include both ends. */
export interface MergedArea {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The cells of one sheet, the same from Excel, from an `.xlsx` part and from a `.csv` file. */
export interface Grid {
  readonly name: string;
  /** Rows from the first row of the sheet on; a row ends with its last filled cell. */
  readonly rows: readonly (readonly CellContent[])[];
  readonly merges: readonly MergedArea[];
  /** Formula text in English notation with its `=`, or undefined; row and column from 0. */
  readonly formulaAt: (row: number, column: number) => string | undefined;
  /** Number format code of a cell (`General` where it has none). */
  readonly formatAt: (row: number, column: number) => string;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The sheet itself is hidden in the workbook. */
  readonly hidden: boolean;
}

/** A sheet of which only the cells are known: no formulas, no formats, nothing merged or hidden. */
export function plainGrid(name: string, rows: Grid["rows"]): Grid {
  return {
    name,
    rows,
    merges: [],
    formulaAt: () => undefined,
    formatAt: () => "General",
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    hidden: false,
  };
}
