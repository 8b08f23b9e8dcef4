import { columnLetters, quoteSheet, sheetCell } from "../../../src/address";
import { parseReference } from "../formula";
import { inArea, isInput } from "./book";
import type { AuditedBook, AuditedCell, AuditedSheet, AuditFinding } from "./book";

const ERROR =
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|N\/IMPL!|ERROR!|CIRC!)$/;

function finding(
  rule: number,
  code: string,
  cell: AuditedCell,
  words: string,
  severity: AuditFinding["severity"] = "fault",
): AuditFinding {
  return { rule, code, severity, cell: cell.address, words };
}

function sheetFinding(rule: number, code: string, name: string, words: string): AuditFinding {
  return { rule, code, severity: "fault", cell: quoteSheet(name), words };
}

function targetSheet(target: string): string | undefined {
  try {
    return parseReference(target.replace(/^#/, "")).sheet;
  } catch {
    return undefined;
  }
}

/** Rule 1: no error value, no link that leads out of the workbook. */
function* errorsAndLinks(book: AuditedBook, cell: AuditedCell): Iterable<AuditFinding> {
  const { value, hyperlink } = cell;
  const text = typeof value === "object" && value !== null ? value.text : value;
  const isError =
    (typeof value === "object" && value !== null) ||
    (cell.formula !== undefined && typeof value === "string" && ERROR.test(value));
  if (isError) yield finding(1, "error", cell, `shows the error ${String(text)}`);
  if (typeof value === "number" && !Number.isFinite(value)) {
    yield finding(1, "error", cell, `shows ${String(value)}, which is no number`);
  }
  if (hyperlink === undefined) return;
  const name = targetSheet(hyperlink);
  const known =
    name !== undefined &&
    (book.sheet(name) !== undefined || (book.foreign?.has(name.toLowerCase()) ?? true));
  if (!known) yield finding(1, "hyperlink", cell, `links to ${hyperlink}, which is not there`);
}

/** Rule 7: inputs stand on input sheets, validated, never a formula; calculations hold no values. */
function* separation(sheet: AuditedSheet, cell: AuditedCell): Iterable<AuditFinding> {
  if (isInput(cell)) {
    if (cell.formula !== undefined) {
      yield finding(7, "input-formula", cell, `an input that is a formula: ${cell.formula}`);
    }
    if (sheet.role !== "input") {
      yield finding(7, "input-place", cell, `an input on a sheet for ${sheet.role}`);
    }
    if (!sheet.validated.some((area) => inArea(area, cell.row, cell.column))) {
      yield finding(7, "input-unvalidated", cell, "an input without validation");
    }
  } else if (
    sheet.role === "calculation" &&
    cell.formula === undefined &&
    typeof cell.value === "number" &&
    cell.value !== 0 &&
    cell.style !== "yearHeader"
  ) {
    // 0 is the opening value in column G.
    yield finding(7, "value", cell, `the value ${String(cell.value)} stands in a calculation`);
  }
}

/** Rule 12: product numbers are texts, dates are dates. */
function* kinds(sheet: AuditedSheet, cell: AuditedCell): Iterable<AuditFinding> {
  const { value, style } = cell;
  const asText = sheet.textAreas.some((area) => inArea(area, cell.row, cell.column));
  if (asText && typeof value !== "string" && value !== null) {
    yield finding(12, "number-for-text", cell, `${JSON.stringify(value)} is no text`);
  }
  if (!asText && cell.formula === undefined && typeof value === "string" && /^\d+$/.test(value)) {
    yield finding(12, "text-like-number", cell, `"${value}" looks like a number`, "remark");
  }
  const isDate = style === "date" || style === "inputDate";
  if (isDate && typeof value !== "number" && value !== null && value !== "") {
    yield finding(12, "no-date", cell, `${JSON.stringify(value)} is no date`);
  }
}

/** Rule 8: every row with inputs has a label, a unit and a source. */
function* inputRows(sheet: AuditedSheet): Iterable<AuditFinding> {
  for (const [row, cells] of sheet.rows) {
    if (!cells.some(isInput)) continue;
    for (const [column, word] of [
      [1, "label"],
      [3, "unit"],
      [5, "source"],
    ] as const) {
      const filled = sheet.at(row, column);
      if (filled?.formula !== undefined || (filled?.value ?? "") !== "") continue;
      yield {
        rule: 8,
        code: `no-${word}`,
        severity: "fault",
        cell: sheetCell(sheet.name, row, column),
        words: `an input without ${word} in column ${columnLetters(column)}`,
      };
    }
  }
}

/** Rule 10: the checks come together on one sheet with a master check. */
function* control(book: AuditedBook): Iterable<AuditFinding> {
  const sheets = book.sheets.filter(({ role }) => role === "control");
  const [sheet] = sheets;
  if (!book.sheets.some(({ role }) => role === "calculation")) return;
  if (sheet === undefined || sheets.length > 1) {
    const names = sheets.map(({ name }) => name).join(", ");
    const words = `one sheet of checks is wanted, there are ${String(sheets.length)}`;
    yield sheetFinding(10, "control", names, words);
    return;
  }
  const checks = sheet.cells.filter(({ style, formula }) => style === "check" && formula);
  if (checks.length === 0) {
    yield sheetFinding(10, "no-master-check", sheet.name, "has no check that is a formula");
  }
}

/** Rules about single cells and about sheets as a whole. */
export function* cellRules(book: AuditedBook): Iterable<AuditFinding> {
  if (book.externalLinks > 0) {
    const words = `the workbook has ${String(book.externalLinks)} links to other files`;
    yield sheetFinding(1, "external", "", words);
  }
  yield* control(book);
  for (const sheet of book.sheets) {
    for (const part of sheet.hidden) {
      yield sheetFinding(9, "hidden", sheet.name, `${part} is hidden`);
    }
    yield* inputRows(sheet);
    for (const cell of sheet.cells) {
      yield* errorsAndLinks(book, cell);
      yield* separation(sheet, cell);
      yield* kinds(sheet, cell);
    }
  }
}
