import type { Reference, Token } from "../formula";
import { inArea, isInput, isLink } from "./book";
import type { AuditedBook, AuditedCell, AuditedSheet, AuditFinding } from "./book";

function isCall(token: Token | undefined, name: string): boolean {
  return token?.kind === "function" && token.name === name;
}

function isEmptyText(token: Token | undefined): boolean {
  return token?.kind === "text" && token.value === "";
}

function isTest(token: Token | undefined): boolean {
  return token?.kind === "operator" && (token.text === "=" || token.text === "<>");
}

/** The references of a formula that point to another sheet. */
function imports(sheet: AuditedSheet, cell: AuditedCell): readonly Token[] {
  return cell.tokens.filter(
    (token) =>
      token.kind === "reference" &&
      token.reference.sheet !== undefined &&
      token.reference.sheet.toLowerCase() !== sheet.name.toLowerCase(),
  );
}

/** `=IF(x="","",x …)`: gives `""` itself where x is empty, so that it may be tested again. */
function isBlankImport(tokens: readonly Token[]): boolean {
  const [call, , tested, operator, empty, , result] = tokens;
  return (
    isCall(call, "IF") &&
    tested?.kind === "reference" &&
    operator?.text === "=" &&
    isEmptyText(empty) &&
    isEmptyText(result) &&
    tokens.every(
      (token) =>
        token.kind !== "reference" ||
        token.reference.sheet === undefined ||
        token.text === tested.text,
    )
  );
}

/** One call around everything: `=LOOKUP(…)`. */
function isOneCall(tokens: readonly Token[]): boolean {
  let depth = 0;
  return (
    tokens[0]?.kind === "function" &&
    tokens.slice(1).every((token, index, rest) => {
      depth += token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
      return depth > 0 || index === rest.length - 1;
    })
  );
}

/**
 * Rule 6: import rows first, then references to the own sheet. Overview, comparison and checks are
 * there to bring sheets together; a link to the budget carries its unit and sign.
 */
function importFinding(sheet: AuditedSheet, cell: AuditedCell): AuditFinding | undefined {
  if (sheet.role === "result" || sheet.role === "control") return undefined;
  if (isLink(cell) || cell.style === "check" || cell.style === "flag") return undefined;
  const foreign = imports(sheet, cell);
  if (foreign.length === 0 || cell.tokens.length === 1 || isBlankImport(cell.tokens)) {
    return undefined;
  }
  const sheets = new Set(
    foreign.map((token) => (token.kind === "reference" ? token.reference.sheet : undefined)),
  );
  const lookup = sheets.size === 1 && isOneCall(cell.tokens);
  return {
    rule: 6,
    code: lookup ? "import-lookup" : sheets.size > 1 ? "import-many-sheets" : "import-mixed",
    severity: lookup ? "remark" : "fault",
    cell: cell.address,
    words: `computes with other sheets instead of importing first: ${cell.formula ?? ""}`,
  };
}

/** Whether engines agree that this cell is empty: nothing but a filled formula may stand in it. */
function mayBeTested(sheet: AuditedSheet, row: number, column: number): boolean {
  const cell = sheet.at(row, column);
  if (cell === undefined) {
    // An amount that the budget does not have, also where it has none for the whole line, or an
    // input nobody filled: neither stands among calculations.
    return sheet.role === "input" || sheet.validated.some((area) => inArea(area, row, column));
  }
  return cell.formula === undefined || isInput(cell) || isLink(cell) || isBlankImport(cell.tokens);
}

/** What the formula compares with `""`, or asks `ISBLANK` about; null for an expression. */
function emptinessTests(tokens: readonly Token[]): readonly (Reference | null)[] {
  const operand = (token: Token | undefined): Reference | null =>
    token?.kind === "reference" ? token.reference : null;
  return tokens.flatMap((token, index) => {
    if (isCall(token, "ISBLANK")) return [operand(tokens[index + 2])];
    if (!isEmptyText(token)) return [];
    if (isTest(tokens[index - 1])) return [operand(tokens[index - 2])];
    if (isTest(tokens[index + 1])) return [operand(tokens[index + 2])];
    return [];
  });
}

/** Rule 6: emptiness is tested on inputs and link cells only; engines disagree about the rest. */
function* emptiness(
  book: AuditedBook,
  sheet: AuditedSheet,
  cell: AuditedCell,
): Iterable<AuditFinding> {
  const finding = (words: string): AuditFinding => ({
    rule: 6,
    code: "emptiness",
    severity: "fault",
    cell: cell.address,
    words: `${words}: ${cell.formula ?? ""}`,
  });
  for (const tested of emptinessTests(cell.tokens)) {
    if (tested === null) {
      yield finding("tests whether an expression is empty");
      continue;
    }
    const target = tested.sheet === undefined ? sheet : book.sheet(tested.sheet);
    // The user's own sheets: the cells themselves are what is linked.
    if (target === undefined) continue;
    const { first, last } = tested;
    for (let row = first.row; row <= last.row; row += 1) {
      for (let column = first.column; column <= last.column; column += 1) {
        if (mayBeTested(target, row, column)) continue;
        yield finding("tests whether a cell is empty that is neither input nor link");
        return;
      }
    }
  }
}

/** Rules about what formulas refer to. */
export function* referenceRules(book: AuditedBook): Iterable<AuditFinding> {
  for (const sheet of book.sheets) {
    for (const cell of sheet.cells) {
      if (cell.formula === undefined) continue;
      const finding = importFinding(sheet, cell);
      if (finding !== undefined) yield finding;
      yield* emptiness(book, sheet, cell);
    }
  }
}
