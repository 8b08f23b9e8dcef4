import type { Language, Text } from "../language";
import { at, cell, type ColumnReference, CONSTANT_COLUMN, OPENING_COLUMN } from "./expression";
import type { Expression } from "./expression";
import type { Row, RowHead } from "./row";

/** The source of a row that only repeats one of another sheet. */
const TAKEN_OVER: Text = { de: "übernommen", en: "taken over" };

/** The title of a column; over numbers it stands to the right, as they do. */
export type ColumnTitle = Text & { readonly overNumbers?: true };

/** What stands on a sheet, from top to bottom. */
export type SheetEntry =
  | {
      readonly kind: "heading";
      readonly text: Text;
      readonly columns?: ReadonlyMap<number, ColumnTitle>;
    }
  | { readonly kind: "row"; readonly row: Row }
  | { readonly kind: "space"; readonly rows: number };

/** Rows of one sheet of the workbook, in their order. */
export class CalculationSheet {
  readonly key: string;
  readonly entries: SheetEntry[] = [];
  readonly #rows = new Map<string, Row>();
  readonly #imports = new Map<string, Row>();

  constructor(key: string) {
    this.key = key;
  }

  heading(text: Text, columns?: ReadonlyMap<number, ColumnTitle>): void {
    this.entries.push(
      columns === undefined ? { kind: "heading", text } : { kind: "heading", text, columns },
    );
  }

  space(rows = 1): void {
    this.entries.push({ kind: "space", rows });
  }

  /** A row without contents yet. A second row of the same id is a fault of the program. */
  row(head: RowHead): Row {
    if (this.#rows.has(head.id)) throw new Error(`two rows ${head.id} on sheet ${this.key}`);
    const row: Row = { ...head, sheet: this.key, fixed: new Map(), years: undefined };
    this.#rows.set(head.id, row);
    this.entries.push({ kind: "row", row });
    return row;
  }

  /** A row with one formula for all years; its opening value is 0 so that it is never empty. */
  formula(head: RowHead, expression: Expression): Row {
    const row = this.row(head);
    setFormula(row, expression);
    return row;
  }

  /** A row whose figure is a constant in column E, calculated. */
  constant(head: RowHead, expression: Expression): Row {
    const row = this.row(head);
    row.fixed.set(CONSTANT_COLUMN, { kind: "formula", expression });
    return row;
  }

  find(id: string): Row {
    const row = this.#rows.get(id);
    if (row === undefined) throw new Error(`no row ${id} on sheet ${this.key}`);
    return row;
  }

  get rows(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /**
   * The row of another sheet as an import row of this one, made once: formulas refer to their own
   * sheet, so that a reader can follow them without leafing.
   */
  import(row: Row, column: ColumnReference = "same"): Row {
    if (row.sheet === this.key) return row;
    const key = `${row.sheet}/${row.id}/${column}`;
    const known = this.#imports.get(key);
    if (known !== undefined) return known;
    const imported = this.row({
      id: this.#freeId(`import.${row.id}`),
      label: row.label,
      unit: row.unit,
      source: TAKEN_OVER,
    });
    if (column === "same") setFormula(imported, at(row));
    else imported.fixed.set(CONSTANT_COLUMN, { kind: "formula", expression: cell(row, column) });
    this.#imports.set(key, imported);
    return imported;
  }

  /** Import of a row's cell in a fixed column that is no constant, for example a date of a table. */
  importCell(row: Row, column: number, head: Pick<RowHead, "label" | "unit">): Row {
    const key = `${row.sheet}/${row.id}/${String(column)}`;
    const known = this.#imports.get(key);
    if (known !== undefined) return known;
    const imported = this.constant(
      { ...head, id: this.#freeId(`import.${row.id}`), source: TAKEN_OVER },
      cell(row, column),
    );
    this.#imports.set(key, imported);
    return imported;
  }

  /** Import of a row's constant. */
  importConstant(row: Row): Row {
    return this.import(row, CONSTANT_COLUMN);
  }

  #freeId(id: string): string {
    let free = id;
    for (let n = 2; this.#rows.has(free); n += 1) free = `${id}~${n}`;
    return free;
  }
}

/** Gives a row one formula for all years and a zero as its opening value. */
export function setFormula(row: Row, expression: Expression): void {
  row.years = { kind: "formula", expression };
  if (!row.fixed.has(OPENING_COLUMN)) row.fixed.set(OPENING_COLUMN, { kind: "zero" });
}

/** A text in one language, falling back to nothing where there is none. */
export function inLanguage(text: Text | undefined, language: Language): string {
  return text?.[language] ?? "";
}
