import { sheetCell } from "../address";
import type { CellContent } from "./grid";
import type { Table } from "./table";
import type { TimedColumn } from "./timing";
import { isBlank } from "./cells";
import { readNumberText } from "./numbers";

/**
 * Says what stands in the table and was not taken: columns of numbers without a meaning, cells
 * beyond the header, and how many rows with amounts are hidden.
 */
export function reportUnread(table: Table, slots: readonly TimedColumn[]): void {
  const { grid, findings, firstRow } = table;
  const read = new Set(slots.map(({ column }) => column));
  const open = new Set<number>();
  for (const { column, role } of table.meanings) {
    if (!read.has(column) && ["unknown-number", "derived", "empty"].includes(role))
      open.add(column);
  }
  const counts = new Map<number, number>();
  let beyond: { row: number; column: number; count: number } | undefined;
  for (let row = firstRow; row < grid.rows.length; row += 1) {
    const cells = grid.rows[row] ?? [];
    for (const column of open) {
      if (isNumber(cells[column])) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    for (let column = table.meanings.length; column < cells.length; column += 1) {
      if (isBlank(cells[column])) continue;
      beyond ??= { row, column, count: 0 };
      beyond.count += 1;
    }
  }
  for (const meaning of table.meanings) {
    const count = counts.get(meaning.column) ?? 0;
    if (count === 0) continue;
    const derived = meaning.role === "derived" && meaning.kind === undefined;
    const severity = derived ? "note" : "warning";
    findings.at(severity, "column-not-read", table.band.last, meaning.column, {
      de: `Die Spalte „${meaning.header || "ohne Überschrift"}“ mit ${count === 1 ? "einer Zahl" : `${count} Zahlen`} ist nicht als Haushaltsbetrag gelesen. Gehört sie dazu, bitte ihre Bedeutung angeben.`,
      en: `The column “${meaning.header || "without header"}” with ${count === 1 ? "1 number" : `${count} numbers`} is not read as budget amounts. If it belongs to the budget, please say what it means.`,
    });
  }
  if (beyond !== undefined) {
    findings.at(
      "warning",
      "cells-beyond",
      beyond.row,
      beyond.column,
      beyond.count === 1
        ? {
            de: `Eine Zelle steht rechts der Kopfzeile (${sheetCell(grid.name, beyond.row, beyond.column)}) und ist nicht gelesen. In Textdateien deutet das auf ein Trennzeichen mitten im Text.`,
            en: `1 cell stands to the right of the header (${sheetCell(grid.name, beyond.row, beyond.column)}) and is not read. In text files this points to a delimiter inside a text.`,
          }
        : {
            de: `${beyond.count} Zellen stehen rechts der Kopfzeile (zuerst ${sheetCell(grid.name, beyond.row, beyond.column)}) und sind nicht gelesen. In Textdateien deutet das auf ein Trennzeichen mitten im Text.`,
            en: `${beyond.count} cells stand to the right of the header (first ${sheetCell(grid.name, beyond.row, beyond.column)}) and are not read. In text files this points to a delimiter inside a text.`,
          },
    );
  }
  reportHidden(table, slots);
}

function reportHidden(table: Table, slots: readonly TimedColumn[]): void {
  const { grid, findings, firstRow } = table;
  let hidden = 0;
  let first: number | undefined;
  for (const row of grid.hiddenRows) {
    if (row < firstRow || !slots.some(({ column }) => isNumber(grid.rows[row]?.[column]))) continue;
    hidden += 1;
    first = first === undefined ? row : Math.min(first, row);
  }
  if (first !== undefined) {
    findings.at(
      "note",
      "rows-hidden",
      first,
      slots[0]?.column ?? 0,
      hidden === 1
        ? {
            de: "Eine Zeile mit Beträgen ist ausgeblendet; sie zählt mit.",
            en: "1 row with amounts is hidden; it counts.",
          }
        : {
            de: `${hidden} Zeilen mit Beträgen sind ausgeblendet; sie zählen mit.`,
            en: `${hidden} rows with amounts are hidden; they count.`,
          },
    );
  }
  const columns = slots.filter(({ column }) => grid.hiddenColumns.has(column));
  const [column] = columns;
  if (column !== undefined) {
    findings.at(
      "note",
      "columns-hidden",
      table.band.last,
      column.column,
      columns.length === 1
        ? {
            de: "Eine Betragsspalte ist ausgeblendet; sie ist gelesen.",
            en: "1 amount column is hidden; it is read.",
          }
        : {
            de: `${columns.length} Betragsspalten sind ausgeblendet; sie sind gelesen.`,
            en: `${columns.length} amount columns are hidden; they are read.`,
          },
    );
  }
}

function isNumber(content: CellContent | undefined): boolean {
  if (typeof content === "number") return true;
  if (typeof content !== "string") return false;
  const number = readNumberText(content);
  return number !== null && typeof number === "object";
}
