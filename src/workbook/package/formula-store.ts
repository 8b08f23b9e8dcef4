import { moveFormula } from "./shared-formula";
import type { XmlScanner } from "./xml-scanner";
import { decodeText } from "./xml-text";

/** Room for one column number within a key of row and column. */
const ROW_STEP = 16384;

/** A formula that Excel writes once for a block of cells. */
interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Formulas of a sheet, kept as bytes: a sheet may have millions of them, and few are ever asked for.
 */
export class FormulaStore {
  private readonly keys: number[] = [];
  /** Offset into `bytes`, or −1 − number of the shared formula. */
  private readonly places: number[] = [];
  private readonly lengths: number[] = [];
  private readonly shared = new Map<number, SharedFormula>();
  private bytes = new Uint8Array(1024);
  private used = 0;
  private readonly part: string;

  constructor(part: string) {
    this.part = part;
  }

  /** Keeps the formula whose bytes lie between the offsets of the scanner's part. */
  add(row: number, column: number, scanner: XmlScanner, start: number, end: number): void {
    const length = end - start;
    if (this.used + length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.used + length));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(scanner.bytes.subarray(start, end), this.used);
    this.push(row, column, this.used, length);
    this.used += length;
  }

  /** Keeps the first cell of a shared formula. */
  addShared(index: number, row: number, column: number, text: string): void {
    this.shared.set(index, { row, column, text });
    this.addSharedChild(index, row, column);
  }

  /** Keeps a cell that uses a shared formula written at another one. */
  addSharedChild(index: number, row: number, column: number): void {
    this.push(row, column, -1 - index, 0);
  }

  /** Formula of a cell with its `=`. */
  at(row: number, column: number): string | undefined {
    const found = this.search(row * ROW_STEP + column);
    if (found === undefined) return undefined;
    const place = this.places[found] ?? 0;
    if (place < 0) {
      const shared = this.shared.get(-1 - place);
      return shared && `=${moveFormula(shared.text, row - shared.row, column - shared.column)}`;
    }
    const end = place + (this.lengths[found] ?? 0);
    return `=${decodeText(this.bytes, place, end, this.part)}`;
  }

  private push(row: number, column: number, place: number, length: number): void {
    this.keys.push(row * ROW_STEP + column);
    this.places.push(place);
    this.lengths.push(length);
  }

  /** Cells come in ascending order, so a key is found by halving. */
  private search(key: number): number | undefined {
    let low = 0;
    let high = this.keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.keys[middle] ?? 0;
      if (found === key) return middle;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}
