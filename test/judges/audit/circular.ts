import { references, type Reference } from "../formula";
import type { AuditedBook, AuditedCell, AuditedSheet, AuditFinding } from "./book";

function formulaCells(sheet: AuditedSheet, { first, last }: Reference): readonly AuditedCell[] {
  const [top, bottom] = [Math.min(first.row, last.row), Math.max(first.row, last.row)];
  const [left, right] = [Math.min(first.column, last.column), Math.max(first.column, last.column)];
  const cells: AuditedCell[] = [];
  for (let row = top; row <= bottom; row += 1) {
    if (!sheet.rows.has(row)) continue;
    for (let column = left; column <= right; column += 1) {
      const cell = sheet.at(row, column);
      if (cell?.formula !== undefined) cells.push(cell);
    }
  }
  return cells;
}

/** Rule 1: no formula depends on itself. Names one circle for each group of cells that has one. */
export function* circularReferences(book: AuditedBook): Iterable<AuditFinding> {
  const finished = new Set<AuditedCell>();
  const operands = function* (sheet: AuditedSheet, cell: AuditedCell) {
    for (const reference of references(cell.tokens)) {
      const target = reference.sheet === undefined ? sheet : book.sheet(reference.sheet);
      if (target === undefined) continue;
      for (const operand of formulaCells(target, reference)) yield { sheet: target, cell: operand };
    }
  };
  for (const sheet of book.sheets) {
    for (const start of sheet.cells) {
      // A path of formulas, each an operand of the one before, walked without recursion:
      // running sums make it as long as the sheet.
      const path = [{ cell: start, rest: operands(sheet, start) }];
      const onPath = new Set([start]);
      while (!finished.has(start)) {
        const step = path.at(-1);
        if (step === undefined) break;
        const next = step.rest.next();
        if (next.done === true) {
          finished.add(step.cell);
          onPath.delete(step.cell);
          path.pop();
        } else if (onPath.has(next.value.cell)) {
          const from = path.findIndex(({ cell }) => cell === next.value.cell);
          const circle = [...path.slice(from).map(({ cell }) => cell.address)];
          yield {
            rule: 1,
            code: "circular",
            severity: "fault",
            cell: next.value.cell.address,
            words: `depends on itself: ${[...circle, next.value.cell.address].join(" → ")}`,
          };
          for (const { cell } of path) finished.add(cell);
          break;
        } else if (!finished.has(next.value.cell)) {
          path.push({ cell: next.value.cell, rest: operands(next.value.sheet, next.value.cell) });
          onPath.add(next.value.cell);
        }
      }
    }
  }
}
