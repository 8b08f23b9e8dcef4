import { columnLetters } from "../address";
import { cellText } from "./cells";
import type { SheetFindings } from "./collect";
import type { ColumnMeaning } from "./columns";
import type { Grid } from "./grid";
import { printed } from "./table";
import { readRowLabel } from "./totals";
import type { AmountValues } from "./values";

/** By column: the row whose number also holds for a row that leaves its own cell empty. */
export type FilledDown = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** So many numbers have to be printed once only before empty cells below mean the same. */
const PROOF = 2;

/**
 * Product numbers that a sheet prints once for several rows: in merged cells, or above empty cells
 * where the sheet repeats no number from one row to the next. What is taken over is said.
 */
export function fillDown(
  grid: Grid,
  firstRow: number,
  meanings: readonly ColumnMeaning[],
  amounts: readonly AmountValues[],
  findings: SheetFindings,
): FilledDown {
  const isLine = leavesProduct(grid, amounts, meanings);
  const filled = new Map<number, ReadonlyMap<number, number>>();
  const products = meanings
    .filter(({ role }) => role === "product")
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
  const wider: number[] = [];
  for (const { column } of products) {
    const sources = sourcesOf(grid, firstRow, column, [...wider], isLine);
    wider.push(column);
    if (sources.size > 0) filled.set(column, sources);
  }
  reportFilled(filled, findings);
  return filled;
}

/** Whether a row may leave its product to the row above: a line with an amount, no sum. */
function leavesProduct(
  grid: Grid,
  amounts: readonly AmountValues[],
  meanings: readonly ColumnMeaning[],
): (row: number) => boolean {
  const accounts = meanings.filter(({ role }) => role === "account");
  const labels = meanings.filter(({ role }) => role === "label" || role === "account-label");
  return (row) => {
    if (amounts.every((values) => printed(values, row) === undefined)) return false;
    if (accounts.length > 0) return accounts.some(({ column }) => text(grid, row, column) !== "");
    return labels.some(({ column }) => {
      const label = text(grid, row, column);
      return label !== "" && readRowLabel(label).total === "none";
    });
  };
}

function sourcesOf(
  grid: Grid,
  firstRow: number,
  column: number,
  wider: readonly number[],
  isLine: (row: number) => boolean,
): ReadonlyMap<number, number> {
  const sources = new Map<number, number>();
  const once = isPrintedOnce(grid, firstRow, column);
  const merged = grid.merges.filter(
    ({ firstColumn, lastColumn }) => firstColumn <= column && lastColumn >= column,
  );
  let source: number | undefined;
  for (let row = firstRow; row < grid.rows.length; row += 1) {
    if (text(grid, row, column) !== "") {
      source = row;
      continue;
    }
    // A new number of a wider level ends what was printed of this one.
    if (wider.some((other) => text(grid, row, other) !== "")) source = undefined;
    if (!isLine(row)) continue;
    const area = merged.find(({ firstRow: from, lastRow: to }) => from < row && to >= row);
    if (area !== undefined && text(grid, area.firstRow, column) !== "")
      sources.set(row, area.firstRow);
    else if (once && source !== undefined) sources.set(row, source);
  }
  return sources;
}

/** Whether the column never prints the same number in two rows that follow each other. */
function isPrintedOnce(grid: Grid, firstRow: number, column: number): boolean {
  let before: string | undefined;
  let printed = 0;
  for (let row = firstRow; row < grid.rows.length; row += 1) {
    const own = text(grid, row, column);
    if (own === "") continue;
    if (own === before) return false;
    before = own;
    printed += 1;
  }
  return printed >= PROOF;
}

function reportFilled(filled: FilledDown, findings: SheetFindings): void {
  for (const [column, sources] of filled) {
    const [first] = sources;
    if (first === undefined) continue;
    findings.at(
      "note",
      "product-filled",
      first[0],
      column,
      sources.size === 1
        ? {
            de: `In Spalte ${columnLetters(column)} steht die Nummer nur einmal für mehrere Zeilen; für Zeile ${first[0] + 1} gilt die aus Zeile ${first[1] + 1}.`,
            en: `Column ${columnLetters(column)} prints its number once for several rows; for row ${first[0] + 1} that of row ${first[1] + 1} holds.`,
          }
        : {
            de: `In Spalte ${columnLetters(column)} steht die Nummer nur einmal für mehrere Zeilen; für ${sources.size} Zeilen gilt die darüber (zuerst Zeile ${first[0] + 1} die aus Zeile ${first[1] + 1}).`,
            en: `Column ${columnLetters(column)} prints its number once for several rows; for ${sources.size} rows the one above holds (first row ${first[0] + 1} that of row ${first[1] + 1}).`,
          },
    );
  }
}

function text(grid: Grid, row: number, column: number): string {
  return cellText(grid.rows[row]?.[column]).trim();
}
