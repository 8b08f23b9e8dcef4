import { columnLetters, quoteSheet, sheetCell } from "../../../src/address";
import { inR1C1, references } from "../formula";
import { AXIS_ROW, isLink } from "./book";
import type { AuditedBook, AuditedCell, AuditedSheet, AuditFinding } from "./book";

type Axis = NonNullable<AuditedSheet["axis"]>;
const lastColumn = (axis: Axis): number => axis.first + axis.years.length - 1;

/** Whether a formula looks at a cell of the user's own sheets: links and the checks beside them. */
function readsBudget(cell: AuditedCell, ours: ReadonlySet<string>): boolean {
  return references(cell.tokens).some(({ sheet }) => sheet !== undefined && !ours.has(sheet));
}

/** Rule 2: one row, one formula across the years; links to the budget excepted. */
function* oneFormula(
  sheet: AuditedSheet,
  axis: Axis,
  ours: ReadonlySet<string>,
): Iterable<AuditFinding> {
  for (const [row, cells] of sheet.rows) {
    if (cells.some(isLink) || cells.some((cell) => readsBudget(cell, ours))) continue;
    // The first year starts the axis; those after it count on from it.
    const first = row === AXIS_ROW ? axis.first + 1 : axis.first;
    const columns = Array.from({ length: lastColumn(axis) - first + 1 }, (_, i) => first + i);
    const years = columns.map((column) => sheet.at(row, column));
    const pattern = years.find((cell) => cell?.formula !== undefined);
    if (pattern === undefined) continue;
    const expected = inR1C1(pattern.tokens, row, pattern.column);
    const other = columns.find((column, index) => {
      const cell = years[index];
      return cell?.formula === undefined || inR1C1(cell.tokens, row, column) !== expected;
    });
    if (other === undefined) continue;
    const formula = sheet.at(row, other)?.formula ?? "no formula";
    yield {
      rule: 2,
      code: "row-formula",
      severity: "fault",
      cell: sheetCell(sheet.name, row, other),
      words: `${formula} is not the formula of its row: ${pattern.formula ?? ""}`,
    };
  }
}

/** Rule 3: the same year in the same column on every sheet, and nothing of ours to its right. */
function* sameYears(book: AuditedBook): Iterable<AuditFinding> {
  const longest = book.sheets.reduce<readonly number[]>(
    (years, { axis }) => (axis && axis.years.length > years.length ? axis.years : years),
    [],
  );
  const text = longest.join(" ");
  for (const { name, axis, cells } of book.sheets) {
    if (axis === undefined) continue;
    if (axis.years.join(" ") !== text) {
      yield {
        rule: 3,
        code: "years",
        severity: "fault",
        cell: sheetCell(name, AXIS_ROW, axis.first),
        words: `has the years ${axis.years.join(" ")}, another sheet ${text}`,
      };
    }
    const beyond = cells.find(({ column, style }) => column > lastColumn(axis) && style);
    if (beyond !== undefined) {
      yield {
        rule: 3,
        code: "beyond-axis",
        severity: "fault",
        cell: beyond.address,
        words: "stands right of the last year",
      };
    }
  }
}

/** Rule 9: time axis and master check stay in view. */
function* frozenPane(book: AuditedBook, sheet: AuditedSheet): Iterable<AuditFinding> {
  const { freeze } = sheet;
  const finding = (code: string, words: string): AuditFinding => ({
    rule: 9,
    code,
    severity: "fault",
    cell: quoteSheet(sheet.name),
    words,
  });
  if (freeze === undefined || freeze.row <= AXIS_ROW) {
    yield finding("axis-scrolls", "the years do not stay in view");
    return;
  }
  const inView = ({ row, column }: AuditedCell): boolean =>
    row < freeze.row && column < freeze.column;
  const control = book.sheets.find(({ role }) => role === "control");
  if (control === undefined) return;
  const isMaster = ({ tokens, style }: AuditedCell): boolean =>
    style === "check" ||
    tokens.some((token) => token.kind === "reference" && token.reference.sheet === control.name);
  if (!sheet.cells.some((cell) => inView(cell) && isMaster(cell))) {
    yield finding("check-scrolls", "no master check stays in view");
  }
}

/** Rule 8: every row of figures has a label and a unit. */
function* labelledRows(sheet: AuditedSheet, axis: Axis): Iterable<AuditFinding> {
  for (const [row, cells] of sheet.rows) {
    const figures = cells.some(
      ({ column, formula }) => formula !== undefined && column >= axis.first,
    );
    if (row === AXIS_ROW || !figures) continue;
    for (const [column, word] of [
      [1, "label"],
      [3, "unit"],
    ] as const) {
      if ((sheet.at(row, column)?.value ?? "") !== "") continue;
      yield {
        rule: 8,
        code: `no-${word}`,
        severity: "fault",
        cell: sheetCell(sheet.name, row, column),
        words: `a row of figures without ${word} in column ${columnLetters(column)}`,
      };
    }
  }
}

/** Rules about sheets that have years in their columns. */
export function* axisRules(book: AuditedBook): Iterable<AuditFinding> {
  yield* sameYears(book);
  for (const sheet of book.sheets) {
    if (sheet.axis === undefined) continue;
    yield* oneFormula(sheet, sheet.axis, new Set(book.sheets.map(({ name }) => name)));
    yield* frozenPane(book, sheet);
    yield* labelledRows(sheet, sheet.axis);
  }
}
