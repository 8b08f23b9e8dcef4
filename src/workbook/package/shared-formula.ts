import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS } from "../../address";

/**
 * Pieces of a formula: texts, sheet names in apostrophes, brackets of tables and other workbooks,
 * references (cell, whole columns, whole rows), and words, which may be functions or names.
 */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?![\p{L}\p{N}_.(!])|(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])|(\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\p{L}\p{N}_.(])|[\p{L}_\\][\p{L}\p{N}_.\\?]*|[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?/gu;

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})$/;
const COLUMNS = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/;
const ROWS = /^(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})$/;

/**
 * A shared formula as it reads some rows and columns away from where it is written:
 * relative references move, those with `$` stay; a reference pushed off the sheet wraps round, as in Excel.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moveColumn = (fixed: string, letters: string): string =>
    fixed + (fixed ? letters : columnLetters(wrap(columnIndex(letters) + columns, MAX_COLUMNS)));
  const moveRow = (fixed: string, digits: string): string =>
    fixed + (fixed ? digits : String(wrap(Number(digits) - 1 + rows, MAX_ROWS) + 1));
  // A word such as `LOG10` or the sheet name `Tab1` looks like a cell too; only the groups are references.
  return formula.replace(
    PIECES,
    (piece: string, cell?: string, columnPair?: string, rowPair?: string) => {
      if (cell !== undefined) {
        const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] =
          CELL.exec(cell) ?? [];
        if (columnIndex(letters) >= MAX_COLUMNS || Number(digits) > MAX_ROWS) return piece;
        return moveColumn(fixedColumn, letters) + moveRow(fixedRow, digits);
      }
      if (columnPair !== undefined) {
        const [, fixedFirst = "", first = "", fixedLast = "", last = ""] =
          COLUMNS.exec(columnPair) ?? [];
        return `${moveColumn(fixedFirst, first)}:${moveColumn(fixedLast, last)}`;
      }
      if (rowPair !== undefined) {
        const [, fixedFirst = "", first = "", fixedLast = "", last = ""] = ROWS.exec(rowPair) ?? [];
        return `${moveRow(fixedFirst, first)}:${moveRow(fixedLast, last)}`;
      }
      return piece;
    },
  );
}

function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
