import { cellAddress, columnIndex, MAX_COLUMNS, MAX_ROWS, sheetCell } from "../../address";
import type { CellContent, Grid, MergedArea } from "../../budget/grid";
import { RefusedError } from "../../finding";
import { fill } from "../../language";
import { dateOfSerial } from "../dates";
import type { CellFormats } from "./cell-formats";
import { parseCellNumber } from "./cell-number";
import { FormulaStore } from "./formula-store";
import { GENERAL } from "./number-format";
import { readRichText } from "./shared-strings";
import { formatInRuns, StyleRunCollector } from "./style-runs";
import type { StyleRuns } from "./style-runs";
import { CLOSE, END, OPEN, TEXT, XmlScanner } from "./xml-scanner";
import { unescapeExcel } from "./xml-text";

/** Places a grid may take up in memory, empty ones between filled cells included. */
const MOST_PLACES = 60_000_000;
/**
 * Stands for the value of a formula that was never calculated: some programs write formulas without
 * values, and an empty cell in their place would be an amount left out in silence.
 */
const UNCALCULATED: CellContent = { kind: "error", text: "#UNCALCULATED" };
const EMPTY_ROW: readonly CellContent[] = [];

/** Elements beside the cells that decide how a sheet is shown and what its inputs accept. */
const SHOWN_PIECES: ReadonlySet<string> = new Set([
  "sheetPr",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "dataValidations",
  "hyperlinks",
  "drawing",
]);

/** What the cells of every sheet of a workbook refer to. */
export interface SheetContext {
  readonly texts: readonly string[];
  readonly formats: CellFormats;
  readonly date1904: boolean;
}

/** How a sheet is named and where it is stored. */
export interface SheetSource {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
  readonly bytes: Uint8Array;
}

/** A sheet as it stands in its part: its cells, and what its looks are read from when it is shown. */
export interface ReadSheet {
  readonly grid: Grid;
  /** Number of the cell format of a cell, that of its row or column where it has none. */
  readonly cellFormatAt: (row: number, column: number) => number | undefined;
  /** Heights in points of rows that say one. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** What is said of looks and inputs beside the cells. */
  readonly pieces: readonly SheetPiece[];
}

/** An element beside the cells, as it stands in the part. */
export interface SheetPiece {
  readonly local: string;
  readonly bytes: Uint8Array;
}

/** Reads the cells of a sheet row by row, so that a long job can pause in between. */
export class SheetReader {
  private readonly scanner: XmlScanner;
  private readonly source: SheetSource;
  private readonly context: SheetContext;
  private readonly rows: (readonly CellContent[])[] = [];
  private readonly merges: MergedArea[] = [];
  private readonly formulas: FormulaStore;
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly columnFormats: { first: number; last: number; cellFormat: number }[] = [];
  private readonly rowRuns: StyleRuns[] = [];
  private readonly rowFormats = new Map<number, number>();
  private readonly runs = new StyleRunCollector();
  private readonly rowHeights = new Map<number, number>();
  private readonly pieces: SheetPiece[] = [];
  private pieceStart = 0;
  private row = -1;
  private column = -1;
  /** Contents of the current row, in an array that all rows use. */
  private readonly cells: CellContent[] = [];
  private width = 0;
  private places = 0;

  constructor(source: SheetSource, context: SheetContext) {
    this.source = source;
    this.context = context;
    this.scanner = new XmlScanner(source.bytes, source.part);
    this.formulas = new FormulaStore(source.part);
  }

  /** Bytes read so far. */
  position(): number {
    return this.scanner.end;
  }

  /** Reads up to so many rows; false when the sheet is at its end. */
  readRows(count: number): boolean {
    const { scanner } = this;
    let left = count;
    for (let event = scanner.next(); event !== END; event = scanner.next()) {
      if (event === OPEN) this.opening();
      else if (event === CLOSE && scanner.depth === 3 && scanner.is("row")) {
        this.finishRow();
        if (--left === 0) return true;
      } else if (event === CLOSE && scanner.depth === 2) this.keepPiece();
    }
    return false;
  }

  /** The sheet as far as it has been read. */
  sheet(): ReadSheet {
    const { rowRuns, rowFormats, columnFormats, rowHeights, pieces } = this;
    const cellFormatAt = (row: number, column: number): number | undefined =>
      formatInRuns(rowRuns[row] ?? [], column) ??
      rowFormats.get(row) ??
      columnFormats.find(({ first, last }) => first <= column && column <= last)?.cellFormat;
    return { grid: this.grid(cellFormatAt), cellFormatAt, rowHeights, pieces };
  }

  private grid(cellFormatAt: ReadSheet["cellFormatAt"]): Grid {
    const { rows, formulas } = this;
    const { formats } = this.context;
    return {
      name: this.source.name,
      rows,
      merges: this.merges,
      formulaAt: (row, column) => formulas.at(row, column),
      formatAt: (row, column) => {
        const format = cellFormatAt(row, column);
        return format === undefined ? GENERAL : formats.codeOf(format);
      },
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      hidden: this.source.hidden,
    };
  }

  private opening(): void {
    const { scanner } = this;
    if (scanner.depth === 4) {
      if (scanner.is("c")) this.readCell();
    } else if (scanner.depth === 2) {
      this.pieceStart = scanner.start;
    } else if (scanner.depth === 3) {
      if (scanner.is("row")) this.startRow();
      else if (scanner.is("col")) this.readColumn();
      else if (scanner.is("mergeCell")) this.readMerge();
    } else if (scanner.depth === 1 && !scanner.is("worksheet")) {
      throw scanner.broken("steht kein Tabellenblatt", "there is no worksheet");
    }
  }

  private keepPiece(): void {
    const { scanner } = this;
    const local = scanner.localName();
    if (!SHOWN_PIECES.has(local)) return;
    this.pieces.push({ local, bytes: scanner.bytes.slice(this.pieceStart, scanner.end) });
  }

  private readColumn(): void {
    const first = this.number("min", 1) - 1;
    const last = Math.min(this.number("max", first + 1), MAX_COLUMNS) - 1;
    const cellFormat = this.number("style", 0);
    if (cellFormat !== 0) this.columnFormats.push({ first, last, cellFormat });
    if (!this.flag("hidden")) return;
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column);
  }

  private readMerge(): void {
    const reference = this.scanner.attribute("ref") ?? "";
    const corners = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(
      reference,
    );
    if (!corners) {
      throw this.scanner.broken(
        `ist der verbundene Bereich „${reference}“ unlesbar`,
        `the merged area “${reference}” cannot be read`,
      );
    }
    const [, left = "A", top = "1", right = left, bottom = top] = corners;
    this.merges.push({
      firstRow: Number(top) - 1,
      firstColumn: columnIndex(left),
      lastRow: Number(bottom) - 1,
      lastColumn: columnIndex(right),
    });
  }

  private startRow(): void {
    // The number may be missing: then the row follows the one before (ECMA-376, 18.3.1.73).
    const row = this.number("r", this.row + 2) - 1;
    if (row <= this.row || row >= MAX_ROWS) throw this.outOfOrder(`${row + 1}`);
    this.row = row;
    this.column = -1;
    this.width = 0;
    if (this.flag("hidden")) this.hiddenRows.add(row);
    if (this.flag("customFormat")) this.rowFormats.set(row, this.number("s", 0));
    if (this.scanner.find("ht")) {
      const { bytes, valueStart, valueEnd } = this.scanner;
      const height = parseCellNumber(bytes, valueStart, valueEnd);
      // A height that cannot be read concerns no figure: the row keeps the usual one.
      if (height >= 0) this.rowHeights.set(row, height);
    }
  }

  private finishRow(): void {
    const runs = this.runs.finish();
    if (runs.length > 0) this.rowRuns[this.row] = runs;
    if (this.width === 0) return;
    this.places += this.width;
    if (this.places > MOST_PLACES) throw this.tooManyCells();
    while (this.rows.length < this.row) this.rows.push(EMPTY_ROW);
    this.rows.push(this.cells.slice(0, this.width));
  }

  private readCell(): void {
    const { scanner } = this;
    this.column = this.readPosition();
    const cellFormat = scanner.find("s") ? this.valueNumber() : 0;
    this.runs.add(this.column, cellFormat);
    const type = scanner.find("t") ? scanner.decode(scanner.valueStart, scanner.valueEnd) : "n";
    if (scanner.empty) {
      scanner.next();
      return;
    }
    let content: CellContent = null;
    let hasFormula = false;
    let hasValue = false;
    for (let event = scanner.next(); event !== END; event = scanner.next()) {
      if (event === CLOSE) {
        if (scanner.depth === 4) break;
      } else if (event === OPEN && scanner.depth === 5) {
        if (scanner.is("v")) {
          content = this.readValue(type, cellFormat);
          hasValue = true;
        } else if (scanner.is("f")) {
          this.readFormula();
          hasFormula = true;
        } else if (type === "inlineStr" && scanner.is("is")) content = readRichText(scanner);
      }
    }
    if (hasFormula && !hasValue) content = UNCALCULATED;
    if (content === null || content === "") return;
    const { cells } = this;
    while (this.width < this.column) cells[this.width++] = null;
    cells[this.width++] = content;
  }

  /** Column of the cell; a missing reference means the next one. */
  private readPosition(): number {
    const { scanner } = this;
    if (!scanner.find("r")) return this.column + 1;
    let column = 0;
    let row = 0;
    for (let at = scanner.valueStart; at < scanner.valueEnd; at++) {
      const byte = scanner.bytes[at] as number;
      if (byte >= 0x41 && byte <= 0x5a) column = column * 26 + byte - 0x40;
      else if (byte >= 0x61 && byte <= 0x7a) column = column * 26 + byte - 0x60;
      else row = row * 10 + byte - 0x30;
    }
    if (row !== this.row + 1 || column - 1 <= this.column || column > MAX_COLUMNS) {
      throw this.outOfOrder(scanner.decode(scanner.valueStart, scanner.valueEnd));
    }
    return column - 1;
  }

  /** Content of the `v` element just opened; the scanner then stands on its closing. */
  private readValue(type: string, cellFormat: number): CellContent {
    const { scanner } = this;
    let event = scanner.next();
    if (event !== TEXT) return null;
    const { start, end } = scanner;
    if (type === "n" || type === "s") {
      const value = parseCellNumber(scanner.bytes, start, end);
      event = scanner.next();
      if (event !== CLOSE) throw this.unreadable();
      return type === "s" ? this.sharedText(value) : this.numberOrDate(value, cellFormat);
    }
    let text = "";
    for (; event === TEXT; event = scanner.next()) text += scanner.text();
    switch (type) {
      case "str":
      case "inlineStr":
        return unescapeExcel(text);
      case "b":
        return text.trim() === "1" || text.trim() === "true";
      case "e":
        return { kind: "error", text };
      case "d":
        return isoDateCell(text) ?? text;
      default:
        throw this.unreadable();
    }
  }

  private sharedText(index: number): CellContent {
    const text = this.context.texts[index];
    if (text === undefined) throw this.unreadable();
    return text;
  }

  private numberOrDate(value: number, cellFormat: number): CellContent {
    if (!Number.isFinite(value)) throw this.unreadable();
    if (!this.context.formats.isDate(cellFormat)) return value;
    const iso = dateOfSerial(value, this.context.date1904);
    return iso === undefined ? value : { kind: "date", iso };
  }

  private readFormula(): void {
    const { scanner, row, column } = this;
    const type = scanner.find("t") ? scanner.decode(scanner.valueStart, scanner.valueEnd) : "";
    const shared = type === "shared" && scanner.find("si") ? this.valueNumber() : undefined;
    if (scanner.next() !== TEXT) {
      if (shared !== undefined) this.formulas.addSharedChild(shared, row, column);
      return;
    }
    if (shared === undefined) this.formulas.add(row, column, scanner, scanner.start, scanner.end);
    else this.formulas.addShared(shared, row, column, scanner.text());
  }

  private number(attribute: string, otherwise: number): number {
    return this.scanner.find(attribute) ? this.valueNumber() : otherwise;
  }

  private valueNumber(): number {
    const { scanner } = this;
    const value = parseCellNumber(scanner.bytes, scanner.valueStart, scanner.valueEnd);
    if (!Number.isInteger(value) || value < 0) {
      throw scanner.broken("steht eine unlesbare Zahl", "there is a number that cannot be read");
    }
    return value;
  }

  private flag(attribute: string): boolean {
    const value = this.scanner.attribute(attribute);
    return value === "1" || value === "true";
  }

  private unreadable() {
    const cell = cellAddress(this.row, this.column);
    return this.scanner.broken(`ist die Zelle ${cell} unlesbar`, `cell ${cell} cannot be read`);
  }

  private outOfOrder(place: string) {
    return this.scanner.broken(
      `steht die Zeile oder Zelle ${place} nicht an ihrem Platz`,
      `row or cell ${place} does not stand in its place`,
    );
  }

  private tooManyCells() {
    return new RefusedError(
      fill(
        {
          de: "Das Blatt ist zu groß: bis {0} sind es mehr als {1} Millionen Zellen. Bitte die benötigten Zeilen und Spalten in eine neue Arbeitsmappe kopieren und diese einlesen.",
          en: "The sheet is too large: up to {0} there are more than {1} million cells. Please copy the rows and columns you need to a new workbook and read that one.",
        },
        sheetCell(this.source.name, this.row, this.column),
        MOST_PLACES / 1_000_000,
      ),
    );
  }
}

/** A date written as text by programs that use ISO dates in cells. */
function isoDateCell(text: string): CellContent | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(T|$)/.exec(text)?.[1];
  return iso === undefined ? undefined : { kind: "date", iso };
}
