import { columnIndex } from "../../src/address";

/** A cell as a formula names it; row and column count from 0. */
export interface CellMention {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** A reference of a formula: one cell, or the area between two. `sheet` is absent for the own sheet. */
export interface Reference {
  readonly sheet?: string;
  readonly first: CellMention;
  readonly last: CellMention;
}

export type Token =
  | { readonly kind: "number"; readonly text: string; readonly value: number }
  | { readonly kind: "text"; readonly text: string; readonly value: string }
  | { readonly kind: "reference"; readonly text: string; readonly reference: Reference }
  | { readonly kind: "function"; readonly text: string; readonly name: string }
  | {
      /**
       * `name`: a defined name, or anything else that is not classic notation;
       * `foreign`: what only array formulas, tables, other files or whole columns use.
       */
      readonly kind:
        "name" | "truth" | "error" | "operator" | "open" | "close" | "comma" | "foreign";
      readonly text: string;
    };

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|[A-Za-z_\u00C0-\u024F][\w.\u00C0-\u024F]*)!`;
const WORD = String.raw`[A-Za-z_\\\u00C0-\u024F][\w.\\\u00C0-\u024F]*`;

/** What a formula is made of, the first that fits wins. Only the notation of Excel 2016 in English. */
const PATTERNS: readonly (readonly [Token["kind"] | "space", RegExp])[] = [
  ["space", /\s+/y],
  ["text", /"(?:[^"]|"")*"/y],
  ["error", /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|N\/IMPL!|SPILL!|CALC!|CIRC!)/y],
  ["reference", new RegExp(`(?:${SHEET})?${CELL}(?::${CELL})?(?![\\w.(!#])`, "y")],
  ["function", new RegExp(`${WORD}(?=\\()`, "y")],
  ["truth", /(?:TRUE|FALSE)(?![\w.(!])/iy],
  ["foreign", /(?:\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\w.(!])/y],
  ["number", /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["name", new RegExp(`(?:${SHEET})?${WORD}`, "y")],
  ["operator", /<>|<=|>=|[-+*/^&=<>%]/y],
  ["open", /\(/y],
  ["close", /\)/y],
  ["comma", /,/y],
  ["foreign", /[^]/y],
];

function cellMention(text: string): CellMention {
  const parts = /^(\$?)([A-Za-z]+)(\$?)([0-9]+)$/.exec(text);
  if (parts === null) throw new Error(`not a cell: ${text}`);
  const [, columnMark = "", letters = "", rowMark = "", digits = ""] = parts;
  return {
    row: Number(digits) - 1,
    column: columnIndex(letters),
    rowFixed: rowMark !== "",
    columnFixed: columnMark !== "",
  };
}

/** Reads `'KR Annahmen'!$A$1:B7`, with or without its sheet; throws when it is no such reference. */
export function parseReference(text: string): Reference {
  const mark = text.lastIndexOf("!");
  const [first = "", last = first] = text.slice(mark + 1).split(":");
  const cells = { first: cellMention(first), last: cellMention(last) };
  if (mark < 0) return cells;
  const name = text.slice(0, mark);
  const sheet = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, ...cells };
}

function tokenOf(kind: Token["kind"], text: string): Token {
  switch (kind) {
    case "number":
      return { kind, text, value: Number(text) };
    case "text":
      return { kind, text, value: text.slice(1, -1).replaceAll('""', '"') };
    case "reference":
      return { kind, text, reference: parseReference(text) };
    case "function":
      return { kind, text, name: text.toUpperCase() };
    default:
      return { kind, text };
  }
}

/** The parts of a formula without blanks and without its leading `=`. Never throws: the unknown is `foreign`. */
export function tokenize(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = formula.startsWith("=") ? 1 : 0;
  while (position < formula.length) {
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = position;
      const found = pattern.exec(formula);
      if (found === null) continue;
      position += found[0].length;
      if (kind !== "space") tokens.push(tokenOf(kind, found[0]));
      break;
    }
  }
  return tokens;
}

/** Every reference of a formula in the order of its text. */
export function references(tokens: readonly Token[]): readonly Reference[] {
  return tokens.flatMap((token) => (token.kind === "reference" ? [token.reference] : []));
}

/**
 * The formula in R1C1 notation as seen from a cell, blanks removed: equal texts mean that the cells
 * of a row were filled from one formula.
 */
export function inR1C1(tokens: readonly Token[], row: number, column: number): string {
  const place = (cell: CellMention): string =>
    `R${cell.rowFixed ? String(cell.row + 1) : `[${String(cell.row - row)}]`}` +
    `C${cell.columnFixed ? String(cell.column + 1) : `[${String(cell.column - column)}]`}`;
  return tokens
    .map((token) => {
      if (token.kind === "function") return token.name;
      if (token.kind !== "reference") return token.text;
      const { sheet, first, last } = token.reference;
      const area = token.text.includes(":") ? `${place(first)}:${place(last)}` : place(first);
      return sheet === undefined ? area : `'${sheet}'!${area}`;
    })
    .join("");
}

/** The arguments of a call whose name stands at `index`, each as its tokens. */
export function callArguments(
  tokens: readonly Token[],
  index: number,
): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(index + 1)) {
    if (token.kind === "open" && depth++ === 0) continue;
    if (token.kind === "close" && --depth === 0) break;
    if (token.kind === "comma" && depth === 1) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
