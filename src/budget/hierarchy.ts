import type { Grid } from "./grid";
import type { ColumnMeaning } from "./columns";
import { cellText } from "./cells";

const SAMPLE_ROWS = 400;
const CODE = /^-?\d[\d.\-/ ]*$/;

/**
 * Where no header speaks of products or accounts, the numbers do: a column whose numbers all begin
 * with those of the column before it is an account below its group; the number columns before are
 * products, from the widest level to the most detailed.
 */
export function findNumberLevels(
  grid: Grid,
  firstRow: number,
  meanings: readonly ColumnMeaning[],
): readonly ColumnMeaning[] {
  if (meanings.some(({ role }) => role === "product" || role === "account")) return meanings;
  const rows = sampleRows(grid, firstRow);
  const codes = meanings.filter(
    ({ role, column }) =>
      (role === "key" || role === "unknown-number") &&
      share(rows, column, (text) => text === "" || CODE.test(text)) >= 0.95,
  );
  const account = codes.findLast((code, at) => {
    const group = codes[at - 1];
    return group !== undefined && nests(rows, group.column, code.column);
  });
  if (account === undefined) return meanings;
  const levels = new Map<number, Partial<ColumnMeaning>>();
  levels.set(account.column, { role: "account", rank: 5 });
  let top = codes.indexOf(account);
  while (top > 0) {
    const group = codes[top - 1];
    const member = codes[top];
    if (group === undefined || member === undefined || !nests(rows, group.column, member.column))
      break;
    levels.set(group.column, { role: "account", rank: 2 });
    top -= 1;
  }
  codes.slice(0, top).forEach((code, at) => {
    levels.set(code.column, { role: "product", rank: at + 1 });
  });
  return meanings.map((meaning) => {
    const level = levels.get(meaning.column);
    if (level !== undefined) return { ...meaning, ...level };
    const left = levels.get(meaning.column - 1);
    const text = meaning.role === "key" || meaning.role === "label";
    if (left === undefined || !text) return meaning;
    const role = left.role === "account" ? "account-label" : "product-label";
    return { ...meaning, role, rank: left.rank ?? 0 };
  });
}

/**
 * A name beside a product number is the row's own label where no other column is one and the same
 * number carries several names.
 */
export function findRowLabels(
  grid: Grid,
  firstRow: number,
  meanings: readonly ColumnMeaning[],
): readonly ColumnMeaning[] {
  if (meanings.some(({ role }) => role === "label" || role === "account-label")) return meanings;
  const rows = sampleRows(grid, firstRow);
  return meanings.map((meaning) => {
    const left = meanings[meaning.column - 1];
    if (meaning.role !== "product-label" || left?.role !== "product") return meaning;
    const names = new Map<string, Set<string>>();
    for (const cells of rows) {
      const code = cells[left.column] ?? "";
      const name = cells[meaning.column] ?? "";
      if (code !== "" && name !== "") names.set(code, (names.get(code) ?? new Set()).add(name));
    }
    const several = [...names.values()].filter((list) => list.size > 1).length;
    return several * 2 > names.size ? { ...meaning, role: "label", rank: 1 } : meaning;
  });
}

function sampleRows(grid: Grid, firstRow: number): readonly (readonly string[])[] {
  const count = grid.rows.length - firstRow;
  const step = Math.max(1, Math.floor(count / SAMPLE_ROWS));
  const rows: string[][] = [];
  for (let row = firstRow; row < grid.rows.length; row += step) {
    rows.push((grid.rows[row] ?? []).slice(0, 60).map((content) => cellText(content).trim()));
  }
  return rows;
}

function share(
  rows: readonly (readonly string[])[],
  column: number,
  holds: (text: string) => boolean,
): number {
  if (rows.length === 0) return 0;
  return rows.filter((cells) => holds(cells[column] ?? "")).length / rows.length;
}

/** Every number of the second column begins with that of the first and goes on. */
function nests(rows: readonly (readonly string[])[], group: number, member: number): boolean {
  let seen = 0;
  for (const cells of rows) {
    const outer = cells[group] ?? "";
    const inner = cells[member] ?? "";
    if (outer === "" || inner === "") continue;
    if (inner.length <= outer.length || !inner.startsWith(outer)) return false;
    seen += 1;
  }
  return seen >= 3;
}
