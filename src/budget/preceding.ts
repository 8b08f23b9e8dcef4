import { firstCell, type AmountRow } from "./rows";
import type { Table } from "./table";
import type { TimedColumn } from "./timing";

/**
 * Rows that stand above their parts: an account group followed by its accounts, a product group
 * followed by its products, where number and amounts of all columns agree. A product group that does
 * not agree with its products is reported, because both count then.
 */
export function precedingTotals(
  rows: readonly AmountRow[],
  table: Table,
  slots: readonly TimedColumn[],
): ReadonlySet<number> {
  const totals = new Set<number>();
  const byProduct = rows.every(({ keys }) => keys.account === undefined);
  const codes = rows.map(({ keys }) => (byProduct ? keys.product : keys.account));
  // From the last row up, so that the sums of narrower levels are known and not added once more.
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    const code = codes[index];
    const next = codes[index + 1];
    if (row === undefined || code === undefined || row.label.total !== "none") continue;
    if (next === undefined || !isBelow(next, code)) continue;
    const found = addUp(rows, codes, index, totals, byProduct);
    const amounts = row.values.some((value) => value !== 0 && !Number.isNaN(value));
    if (found === "agrees" && amounts) totals.add(index);
    else if (found === "differs" && amounts && byProduct) reportOpen(table, row, slots);
  }
  return totals;
}

/** Whether the rows below belong to this one and add up to it at any point. */
function addUp(
  rows: readonly AmountRow[],
  codes: readonly (string | undefined)[],
  index: number,
  totals: ReadonlySet<number>,
  byProduct: boolean,
): "agrees" | "differs" | "alone" {
  const row = rows[index];
  const code = codes[index];
  if (row === undefined || code === undefined) return "alone";
  const sums: number[] = row.values.map(() => 0);
  let parts = 0;
  let agreed = false;
  for (let at = index + 1; at < rows.length; at += 1) {
    const part = rows[at];
    const own = codes[at];
    if (part === undefined || own === undefined || !isBelow(own, code)) break;
    if (!byProduct && part.block !== row.block) break;
    if (totals.has(at)) continue;
    part.values.forEach((value, column) => {
      sums[column] = (sums[column] ?? 0) + (value || 0);
    });
    parts += 1;
    agreed ||=
      parts >= 2 &&
      row.values.every(
        (value, column) => Number.isNaN(value) || Math.abs(value - (sums[column] ?? 0)) < 0.005,
      );
  }
  if (agreed) return "agrees";
  return parts >= 2 ? "differs" : "alone";
}

/** Whether a number goes on where another ends. */
function isBelow(code: string, above: string): boolean {
  return code.length > above.length && code.startsWith(above);
}

function reportOpen(table: Table, row: AmountRow, slots: readonly TimedColumn[]): void {
  const cell = firstCell(row, slots);
  table.findings.at("warning", "group-beside-parts", cell.row, cell.column, {
    de: `Der Nummer nach fasst Zeile ${row.row + 1} die Zeilen darunter zusammen, ergibt sich aber nicht aus ihnen. Beide sind gezählt; ist sie eine Summe, bitte weglassen.`,
    en: `By its number row ${row.row + 1} sums up the rows below, but does not follow from them. Both are counted; if it is a sum, please leave it out.`,
  });
}
