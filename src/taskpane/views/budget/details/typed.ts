import { MAX_ROWS } from "../../../../address";

/** Years a budget can be of, as the reader knows them. */
const YEAR = /^(?:19|20)\d\d$/;

/** A typed year; undefined where the text is none. */
export function readYear(text: string): number | undefined {
  return YEAR.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** A typed row number as row from 0; undefined where the text is none. */
export function readRow(text: string): number | undefined {
  const row = /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return row >= 1 && row <= MAX_ROWS ? row - 1 : undefined;
}
