import type { CellPosition, Direction, KeyCell } from "./line";
import type { AmountRow } from "./rows";
import { numberedLabel, rowDirection, sheetProduct } from "./rows";
import type { ColumnMeaning } from "./columns";
import {
  keyColumns,
  printed,
  readKeys,
  sourceRow,
  type KeyColumns,
  type RowKeys,
  type Table,
} from "./table";
import type { TimedColumn } from "./timing";
import { cellText, isBlank } from "./cells";
import type { AmountKind } from "./line";
import { kindOf } from "./vocabulary";
import { cellYear } from "./years";
import { isStep, type Steps } from "./steps";
import { fold } from "./words";

/** The rows of a long budget gathered into lines, with the years and kinds they hold. */
export interface LongReading {
  readonly rows: readonly AmountRow[];
  readonly slots: readonly TimedColumn[];
}

interface Gathering {
  readonly keys: RowKeys;
  readonly keyCells: KeyCell[];
  readonly row: number;
  readonly direction?: Direction;
  readonly cells: Map<number, CellPosition>;
  readonly values: Map<number, number>;
  readonly label: AmountRow["label"];
}

/** Lines that agree in all their keys, and how many of them hold an amount of a slot. */
interface AlikeLines {
  readonly lines: Gathering[];
  readonly taken: Map<number, number>;
}

/**
 * Gathers a sheet with one amount a row: rows that agree in all their keys become one line with
 * amounts by year and kind. The year stands in the row, or in the header where only the kind goes
 * down the rows (`years` by column). Rows that agree in year and kind too stay lines of their own.
 */
export function* gatherLong(
  table: Table,
  amounts: readonly ColumnMeaning[],
  years?: ReadonlyMap<number, number>,
): Steps<LongReading> {
  const { grid, findings } = table;
  const keyed = keyColumns(table.meanings);
  const yearColumn = table.meanings.find(({ role }) => role === "year");
  const kindColumn = table.meanings.find(({ role }) => role === "kind");
  const directionColumn = table.meanings.find(({ role }) => role === "direction");
  const lineNumbers = table.meanings.find(({ role }) => role === "line-number");
  const identity = identityColumns(table.meanings);
  const whole = sheetProduct(table);
  const slots = new Slots();
  const gathered = new Map<string, AlikeLines>();
  const order: Gathering[] = [];
  let duplicates = 0;
  let firstDuplicate: CellPosition | undefined;
  for (let row = table.firstRow; row < grid.rows.length; row += 1) {
    if (isStep(row)) yield row / grid.rows.length;
    const cells = grid.rows[row] ?? [];
    if (amounts.every(({ column }) => printed(table.amounts.get(column), row) === undefined))
      continue;
    const yearContent = yearColumn === undefined ? null : (cells[yearColumn.column] ?? null);
    const year = cellYear(yearContent);
    if (year === undefined && years === undefined) {
      const column = yearColumn?.column ?? 0;
      table.uncounted.push({ row, why: "without-year" });
      findings.at("error", "row-without-year", row, column, {
        de: `In Zeile ${row + 1} steht ein Betrag ohne Jahr${isBlank(yearContent) ? "" : ` („${cellText(yearContent).slice(0, 30)}“)`}. Sie ist nicht übernommen; bitte das Jahr eintragen.`,
        en: `Row ${row + 1} holds an amount without a year${isBlank(yearContent) ? "" : ` (“${cellText(yearContent).slice(0, 30)}”)`}. It is not taken; please enter the year.`,
      });
      continue;
    }
    const rowKind =
      kindColumn === undefined ? undefined : kindOfCell(cellText(cells[kindColumn.column]));
    if (kindColumn !== undefined && rowKind === undefined) {
      table.uncounted.push({ row, why: "without-kind" });
      findings.at("error", "row-without-kind", row, kindColumn.column, {
        de: `„${cellText(cells[kindColumn.column]).slice(0, 30)}“ ist weder Ergebnis noch Ansatz. Zeile ${row + 1} ist nicht übernommen.`,
        en: `“${cellText(cells[kindColumn.column]).slice(0, 30)}” is neither a result nor a budget. Row ${row + 1} is not taken.`,
      });
      continue;
    }
    const direction = rowDirection(directionColumn, cells);
    const used: number[] = [];
    for (const meaning of amounts) {
      if (printed(table.amounts.get(meaning.column), row) === undefined) continue;
      const own = years?.get(meaning.column) ?? year;
      if (own !== undefined) used.push(slots.find(own, rowKind ?? meaning.kind, meaning));
    }
    const identityText = identity
      .map(({ column }) => cellText(grid.rows[sourceRow(table, row, column)]?.[column]))
      .join("\u0001");
    let alike = gathered.get(identityText);
    if (alike === undefined) gathered.set(identityText, (alike = { lines: [], taken: new Map() }));
    const { lines, taken } = alike;
    // The first line in which none of the row's years and kinds is taken yet.
    const place = used.reduce((most, slot) => Math.max(most, taken.get(slot) ?? 0), 0);
    for (const slot of used) taken.set(slot, place + 1);
    let line = lines[place];
    if (line === undefined) {
      if (lines.length > 0) {
        duplicates += 1;
        firstDuplicate ??= { row, column: amounts[0]?.column ?? 0 };
      }
      line = newGathering(table, keyed, row, whole, direction, lineNumbers);
      lines.push(line);
      order.push(line);
    } else if (line.row !== row) line.keyCells.push(...readKeys(table, keyed, row).keys);
    if (yearColumn !== undefined && years === undefined) {
      line.keyCells.push({
        part: "year",
        cell: { row, column: yearColumn.column },
        raw: cellText(yearContent),
      });
    }
    for (const slot of used) {
      const column = slots.list[slot]?.column ?? 0;
      line.values.set(slot, printed(table.amounts.get(column), row) ?? Number.NaN);
      line.cells.set(slot, { row, column });
    }
  }
  if (firstDuplicate !== undefined) {
    findings.at(
      "note",
      "rows-alike",
      firstDuplicate.row,
      firstDuplicate.column,
      duplicates === 1
        ? {
            de: "Eine Zeile stimmt mit einer anderen in Produkt, Konto, Bezeichnung, Jahr und Art überein. Beide sind übernommen; sollte es ein Doppel sein, bitte eine löschen.",
            en: "1 row agrees with another in product, account, label, year and kind. Both are taken; should it be a duplicate, please delete one.",
          }
        : {
            de: `${duplicates} Zeilen stimmen mit einer anderen in Produkt, Konto, Bezeichnung, Jahr und Art überein. Sie sind einzeln übernommen; sollten es Doppel sein, bitte eine löschen.`,
            en: `${duplicates} rows agree with another in product, account, label, year and kind. They are taken singly; should they be duplicates, please delete one.`,
          },
    );
  }
  const width = slots.list.length;
  return {
    slots: slots.list,
    rows: order.map((line) => finish(line, width)),
  };
}

/** Everything that makes a row the same line: all columns but amount, year, kind and running number. */
function identityColumns(meanings: readonly ColumnMeaning[]): readonly ColumnMeaning[] {
  const free = ["amount", "year", "kind", "running-number", "empty", "derived"];
  return meanings.filter(({ role }) => !free.includes(role));
}

function newGathering(
  table: Table,
  keyed: KeyColumns,
  row: number,
  whole: { product?: string; productLabel?: string },
  direction: Direction | undefined,
  lineNumbers: ColumnMeaning | undefined,
): Gathering {
  const keys = { ...whole, ...readKeys(table, keyed, row) };
  return {
    keys,
    keyCells: [...keys.keys],
    row,
    ...(direction === undefined ? {} : { direction }),
    cells: new Map(),
    values: new Map(),
    label: numberedLabel(keys.label, lineNumbers, table.grid.rows[row] ?? []),
  };
}

function finish(line: Gathering, width: number): AmountRow {
  return {
    row: line.row,
    keys: { ...line.keys, keys: line.keyCells },
    label: line.label,
    values: Array.from({ length: width }, (_, slot) => line.values.get(slot) ?? Number.NaN),
    ...(line.direction === undefined ? {} : { direction: line.direction }),
    block: line.keys.product ?? "",
    cells: Array.from({ length: width }, (_, slot) => line.cells.get(slot)),
  };
}

/** Years and kinds as they turn up, each with the column its amounts stand in. */
class Slots {
  readonly list: TimedColumn[] = [];
  private readonly known = new Map<string, number>();

  find(year: number, kind: AmountKind | undefined, meaning: ColumnMeaning): number {
    const key = `${year}|${kind ?? ""}|${meaning.column}`;
    let slot = this.known.get(key);
    if (slot === undefined) {
      slot = this.list.length;
      this.known.set(key, slot);
      this.list.push({
        column: meaning.column,
        year,
        kind: kind ?? "ansatz",
        kindAssumed: kind === undefined,
        ...(meaning.direction === undefined ? {} : { direction: meaning.direction }),
        meaning,
      });
    }
    return slot;
  }
}

const kinds = new Map<string, AmountKind | undefined>();

function kindOfCell(text: string): AmountKind | undefined {
  if (!kinds.has(text)) {
    if (kinds.size > 1000) kinds.clear();
    kinds.set(text, kindOf(fold(text)));
  }
  return kinds.get(text);
}
