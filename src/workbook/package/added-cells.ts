import { cellAddress } from "../../address";
import type { CellContent } from "../../budget/grid";
import type { PlanCell } from "../plan";
import { covers } from "../area";
import type { Extent } from "../area";
import { cellPlace, occupied } from "../in-the-way";
import type { Place } from "../in-the-way";
import type { LookOwner } from "../styles";
import { moveFormula } from "./shared-formula";
import { CLOSE, END, OPEN, TEXT, XmlScanner } from "./xml-scanner";
import { escapeXml } from "./xml-text";

/** Attributes of a row that say how it looks; its number and spans are written anew. */
const ROW_LOOK = [
  "s",
  "customFormat",
  "ht",
  "hidden",
  "customHeight",
  "outlineLevel",
  "collapsed",
] as const;

/** A cell of the user's on a sheet of ours, as it stood in the file. */
export interface AddedCell {
  readonly column: number;
  readonly xml: string;
}

export interface AddedRow {
  /** Height, style and the like, for rows below our area; with a leading blank. */
  readonly attributes: string;
  readonly cells: readonly AddedCell[];
}

export interface AddedCells {
  readonly rows: ReadonlyMap<number, AddedRow>;
  readonly formulas: readonly {
    readonly row: number;
    readonly column: number;
    readonly formula: string;
  }[];
  /** Cells with content, for messages. */
  readonly places: readonly Place[];
}

/** What decides whether a cell of the old sheet is the user's. */
export interface CellFrame {
  readonly sheet: string;
  /** What was ours on the sheet as it stands, and what will be. */
  readonly former: Extent;
  readonly next: Extent;
  readonly planned: (row: number, column: number) => PlanCell | undefined;
  readonly contentAt: (row: number, column: number) => CellContent;
  /** Whose a cell is by its format (`s` of a cell). */
  readonly ownerOf: (cellFormat: number) => LookOwner;
}

interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly positioned: boolean;
  readonly nameEnd: number;
  readonly prefix: string;
  readonly format: number;
  readonly filled: boolean;
  readonly formula: ReadFormula | undefined;
}

interface ReadFormula {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Number of the shared formula it belongs to. */
  readonly shared: string | undefined;
}

/**
 * Cells that users added to a sheet of ours: all right of our area or below it, and those within it that
 * do not look as ours do and stand where the plan has nothing.
 * Style and text numbers stay valid, since both collections only grow; shared formulas are written out.
 * @throws RefusedError when the new sheet needs the place of such a cell, or nobody can say whose it is
 */
export function readAddedCells(bytes: Uint8Array, part: string, frame: CellFrame): AddedCells {
  const scanner = new XmlScanner(bytes, part);
  const rows = new Map<number, { attributes: string; cells: AddedCell[] }>();
  const formulas: { row: number; column: number; formula: string }[] = [];
  const masters = new Map<string, { row: number; column: number; text: string }>();
  const places: Place[] = [];
  const blocked: Place[] = [];
  let row = -1;
  let column = -1;
  let attributes = "";
  for (let event = scanner.next(); event !== END; event = scanner.next()) {
    if (event === CLOSE) {
      const isRow = scanner.depth === 3 && scanner.is("row");
      if (isRow && isShown(attributes) && !rows.has(row)) rows.set(row, { attributes, cells: [] });
      continue;
    }
    if (event !== OPEN) continue;
    if (scanner.depth === 3 && scanner.is("row")) {
      row = Number(scanner.attribute("r") ?? row + 2) - 1;
      column = -1;
      attributes = row > Math.max(frame.former.lastRow, frame.next.lastRow) ? rowLook(scanner) : "";
    } else if (scanner.depth === 4 && scanner.is("c")) {
      const cell = readCell(scanner, row, column);
      column = cell.column;
      const { formula } = cell;
      if (formula?.shared !== undefined && formula.text !== "") {
        masters.set(formula.shared, { row, column, text: formula.text });
      }
      const fate = fateOf(cell, frame);
      if (fate === "blocked") blocked.push(cellPlace(frame.sheet, row, column));
      if (fate !== "kept") continue;
      if (cell.filled) places.push(cellPlace(frame.sheet, row, column));
      const master = formula?.shared === undefined ? undefined : masters.get(formula.shared);
      const plain =
        master === undefined
          ? (formula?.text ?? "")
          : moveFormula(master.text, row - master.row, column - master.column);
      if (formula !== undefined) formulas.push({ row, column, formula: plain });
      const kept = rows.get(row) ?? { attributes, cells: [] };
      kept.cells.push({ column, xml: cellSource(bytes, cell, plain) });
      rows.set(row, kept);
    }
  }
  if (blocked.length > 0) throw occupied(frame.sheet, blocked);
  return { rows, formulas, places };
}

function fateOf(cell: ReadCell, frame: CellFrame): "kept" | "ours" | "blocked" {
  const { row, column, filled, format } = cell;
  const isBeside = !covers(frame.former, row, column);
  if (isBeside && !covers(frame.next, row, column)) return filled || format !== 0 ? "kept" : "ours";
  if (!filled) return "ours";
  if (isBeside) return "blocked";
  // Every cell of ours has a format of its own; a cell without one was filled by someone else.
  const owner = format === 0 ? "user" : frame.ownerOf(format);
  if (owner === "ours") return "ours";
  const planned = frame.planned(row, column);
  if (planned === undefined) {
    // A sheet that goes is not written; what is kept there holds it.
    return owner === "user" || frame.next.lastRow < 0 ? "kept" : "blocked";
  }
  if (owner === "doubtful") return "ours";
  return frame.contentAt(row, column) === planned.value ? "ours" : "blocked";
}

function readCell(scanner: XmlScanner, row: number, before: number): ReadCell {
  const { start, nameEnd } = scanner;
  const reference = scanner.attribute("r");
  const column = reference === undefined ? before + 1 : columnOf(reference);
  const format = Number(scanner.attribute("s") ?? "0");
  const name = scanner.qualifiedName();
  let end = scanner.end;
  let filled = false;
  let formula: ReadFormula | undefined;
  if (!scanner.empty) {
    for (let event = scanner.next(); event !== END; event = scanner.next()) {
      if (event === CLOSE && scanner.depth === 4) break;
      if (event === OPEN && scanner.depth === 5 && scanner.is("f")) {
        formula = readFormula(scanner);
        filled = true;
      } else if (event === TEXT && scanner.depth >= 5) filled = true;
    }
    end = scanner.end;
  }
  return {
    row,
    column,
    start,
    end,
    nameEnd,
    positioned: reference !== undefined,
    prefix: name.slice(0, -1),
    format,
    filled,
    formula,
  };
}

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

/** The `f` element just opened; the scanner then stands on its closing. */
function readFormula(scanner: XmlScanner): ReadFormula {
  const { start } = scanner;
  const shared = scanner.attribute("t") === "shared" ? scanner.attribute("si") : undefined;
  let text = "";
  for (let event = scanner.next(); event === TEXT; event = scanner.next()) text += scanner.text();
  return { start, end: scanner.end, text, shared };
}

/** The cell as it stands in the file, with its position and, for a shared formula, the formula itself. */
function cellSource(bytes: Uint8Array, cell: ReadCell, formula: string): string {
  const { start, end, nameEnd, prefix, row, column } = cell;
  const decode = (from: number, to: number): string =>
    new TextDecoder().decode(bytes.subarray(from, to));
  const position = cell.positioned ? "" : ` r="${cellAddress(row, column)}"`;
  const opening = `${decode(start, nameEnd)}${position}`;
  const own = cell.formula;
  if (own?.shared === undefined) return opening + decode(nameEnd, end);
  const written = `<${prefix}f>${escapeXml(formula)}</${prefix}f>`;
  return `${opening}${decode(nameEnd, own.start)}${written}${decode(own.end, end)}`;
}

function rowLook(scanner: XmlScanner): string {
  let look = "";
  for (const name of ROW_LOOK) {
    const value = scanner.attribute(name);
    if (value === undefined || value === "0" || value === "false") continue;
    look += ` ${name}="${escapeXml(value)}"`;
  }
  return look;
}

/** A row without cells is kept only when someone changed how it looks. */
function isShown(attributes: string): boolean {
  return /(customFormat|customHeight|hidden|outlineLevel)=/.test(attributes);
}
