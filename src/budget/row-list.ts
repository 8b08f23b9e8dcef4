import { MAX_ROWS } from "../address";

/** So many rows are named singly at most; more are a matter of header rows or columns. */
export const MOST_ROWS = 2000;

/**
 * Reads row numbers as people write them, `12, 15-18`, `15:18` or `15 bis 18`; gives rows from 0 in their
 * order, undefined for a text that is no such list.
 */
export function readRowList(text: string): readonly number[] | undefined {
  const rows = new Set<number>();
  const plain = text.toLowerCase().replaceAll(/\s*(?:[-–:]|(?<=\s)(?:bis|to)(?=\s))\s*/g, "-");
  for (const part of plain.split(/[,;\s]+/).filter((one) => one !== "")) {
    const [, first, last] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part) ?? [];
    if (first === undefined) return undefined;
    const from = Number(first);
    const to = last === undefined ? from : Number(last);
    if (from < 1 || to < from || to > MAX_ROWS || to - from + rows.size > MOST_ROWS)
      return undefined;
    for (let row = from; row <= to; row += 1) rows.add(row - 1);
  }
  return [...rows].sort((a, b) => a - b);
}

/** Writes rows from 0 as {@link readRowList} reads them, neighbours as a range. */
export function writeRowList(rows: readonly number[]): string {
  const sorted = [...rows].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end += 1;
    const [first, last] = [(sorted[at] ?? 0) + 1, (sorted[end] ?? 0) + 1];
    parts.push(first === last ? String(first) : `${first}-${last}`);
    at = end + 1;
  }
  return parts.join(", ");
}
