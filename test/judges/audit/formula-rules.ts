import { callArguments, type Token } from "../formula";
import type { AuditedBook, AuditedCell, AuditedSheet, AuditFinding } from "./book";

/** What a formula may hold beside references: neutral elements, months, per cent, thousands. */
const CONSTANTS: ReadonlySet<number> = new Set([0, 1, 12, 100, 1000]);

const ROUNDINGS: ReadonlySet<string> = new Set(["ROUND", "ROUNDUP", "ROUNDDOWN"]);

/** Functions that Excel 2016, LibreOffice and IronCalc compute alike (`formula-cases.ts`). */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...["SUM", "MIN", "MAX", "ABS", "INT", "ROUND", "ROUNDUP", "ROUNDDOWN", "MOD"],
  ...["IF", "AND", "OR", "NOT", "ISNUMBER", "EXACT", "SEARCH", "VALUE"],
  ...["LOOKUP", "INDEX", "MATCH", "RANK", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS"],
  ...["SUMIF", "SUMIFS", "SUMPRODUCT", "DATE", "YEAR", "MONTH", "DAY"],
  ...["LEFT", "RIGHT", "MID", "LEN", "SUBSTITUTE"],
]);

const VOLATILE: ReadonlySet<string> = new Set([
  ...["OFFSET", "INDIRECT", "NOW", "TODAY", "RAND", "RANDBETWEEN", "CELL", "INFO"],
]);

/** About 100 characters are wanted where a formula stays on its sheet; above this it is too long. */
export const WANTED_LENGTH = 100;
export const LONGEST = 130;

type Checked = readonly [cell: AuditedCell, sheet: AuditedSheet, book: AuditedBook];
const fault = (rule: number, code: string, cell: AuditedCell, words: string): AuditFinding => ({
  rule,
  code,
  severity: "fault",
  cell: cell.address,
  words: `${words}: ${cell.formula ?? ""}`,
});
const remark = (...given: Parameters<typeof fault>): AuditFinding => ({
  ...fault(...given),
  severity: "remark",
});

/** The number tokens that say to how many digits a rounding goes. */
function roundingDigits(tokens: readonly Token[]): ReadonlySet<Token> {
  return new Set(
    tokens.flatMap((token, index) => {
      if (token.kind !== "function" || !ROUNDINGS.has(token.name)) return [];
      const digits = callArguments(tokens, index)[1] ?? [];
      const [sign, number] = digits.length === 2 ? digits : [undefined, digits[0]];
      const plain = digits.length <= 2 && (sign === undefined || sign.text === "-");
      return plain && number?.kind === "number" ? [number] : [];
    }),
  );
}

/** Rule 4: no constant in a formula; texts are listed for a person to judge. */
function* constants(...[cell]: Checked): Iterable<AuditFinding> {
  const digits = roundingDigits(cell.tokens);
  for (const token of cell.tokens) {
    if (token.kind === "number" && !CONSTANTS.has(token.value) && !digits.has(token)) {
      yield fault(4, "constant", cell, `holds the constant ${token.text}`);
    }
    if (token.kind === "truth") {
      yield remark(4, "truth-constant", cell, `holds the constant ${token.text}`);
    }
    if (token.kind !== "text" || token.value === "") continue;
    // A condition of COUNTIF or SUMIF: `">0"`, or the sign alone before a reference.
    const [, sign, rest = ""] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(token.value) ?? [];
    const isNumber = rest !== "" && Number.isFinite(Number(rest));
    if (isNumber && !CONSTANTS.has(Number(rest))) {
      yield fault(4, "constant", cell, `holds the constant ${token.text}`);
    } else if (!isNumber && (sign === undefined || rest !== "")) {
      yield remark(4, "text-constant", cell, `holds the text ${token.text}`);
    }
  }
}

/** Rule 5: classic functions in classic notation, nothing volatile, no array, no name. */
function* notation(...[cell, , book]: Checked): Iterable<AuditFinding> {
  for (const token of cell.tokens) {
    if (token.kind === "function" && VOLATILE.has(token.name)) {
      yield fault(5, "volatile", cell, `uses the volatile function ${token.name}`);
    } else if (token.kind === "function" && token.name === "NPV") {
      yield fault(5, "npv", cell, "uses NPV, which discounts its first value");
    } else if (token.kind === "function" && !FUNCTIONS.has(token.name)) {
      yield fault(5, "function", cell, `uses the function ${token.name}`);
    } else if (token.kind === "name") {
      yield fault(5, "name", cell, `uses the name ${token.text}`);
    } else if (token.kind === "error") {
      yield fault(1, "error-in-formula", cell, `holds the error ${token.text}`);
    } else if (token.kind === "reference") {
      const { sheet } = token.reference;
      if (sheet === undefined || book.sheet(sheet) !== undefined) continue;
      if (/[[\]:]/.test(sheet)) {
        yield fault(1, "external", cell, `refers to another file by ${token.text}`);
      } else if (book.foreign?.has(sheet.toLowerCase()) === false) {
        yield fault(1, "no-sheet", cell, `refers to a sheet that does not exist by ${token.text}`);
      }
    }
  }
  const unknown = cell.tokens.find(({ kind }) => kind === "foreign");
  if (unknown !== undefined) {
    yield fault(5, "notation", cell, `is no classic notation because of ${unknown.text}`);
  }
  if (cell.tokens.length === 0) yield fault(5, "notation", cell, "is empty");
}

/** Rule 6: at most one `IF`, one line, about 100 characters where a formula stays on its sheet. */
function* shape(...[cell]: Checked): Iterable<AuditFinding> {
  const formula = cell.formula ?? "";
  const decisions = cell.tokens.filter(
    ({ kind, text }) => kind === "function" && /^IF$/i.test(text),
  );
  if (decisions.length > 1) {
    yield fault(6, "many-ifs", cell, `has ${String(decisions.length)} IF`);
  }
  if (/[\r\n]/.test(formula)) yield fault(6, "lines", cell, "runs over several lines");
  const stays = cell.tokens.every(
    (token) => token.kind !== "reference" || token.reference.sheet === undefined,
  );
  if (!stays || formula.length <= WANTED_LENGTH) return;
  const words = `has ${String(formula.length)} characters`;
  if (formula.length > LONGEST) yield fault(6, "too-long", cell, words);
  else yield remark(6, "long", cell, words);
}

/**
 * Rule 11: roundings stand alone, and a rounding down of a fraction has a guard against binary dust
 * (`ROUND` inside, or on the rows it refers to). Which rows the law rounds, a person judges.
 */
function* roundings(...[cell, sheet, book]: Checked): Iterable<AuditFinding> {
  const names = cell.tokens.flatMap((token) => (token.kind === "function" ? [token.name] : []));
  const rounds = names.some((name) => ROUNDINGS.has(name));
  const others = names.filter((name) => !ROUNDINGS.has(name) && name !== "INT");
  if (rounds && others.length > 0) {
    yield remark(11, "rounding-mixed", cell, `rounds and uses ${others.join(", ")} in one formula`);
  }
  for (const [index, token] of cell.tokens.entries()) {
    if (token.kind !== "function" || token.name !== "INT") continue;
    const argument = callArguments(cell.tokens, index)[0] ?? [];
    if (argument.some((part) => part.kind === "function" && ROUNDINGS.has(part.name))) continue;
    const operands = argument.flatMap((part) => {
      if (part.kind !== "reference") return [];
      const { sheet: name, first } = part.reference;
      const operand = (name === undefined ? sheet : book.sheet(name))?.at(first.row, first.column);
      return operand?.formula === undefined ? [] : [operand];
    });
    const unguarded =
      operands.length > 0 &&
      !operands.some(({ tokens }) =>
        tokens.some((inner) => inner.kind === "function" && ROUNDINGS.has(inner.name)),
      );
    if (unguarded) yield remark(11, "floor-unguarded", cell, "rounds down without a guard");
  }
}

/** Every rule that one formula alone can break. */
export function* formulaRules(book: AuditedBook): Iterable<AuditFinding> {
  for (const sheet of book.sheets) {
    for (const cell of sheet.cells) {
      if (cell.formula === undefined) continue;
      for (const rule of [constants, notation, shape, roundings]) yield* rule(cell, sheet, book);
    }
  }
}
