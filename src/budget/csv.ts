import { RefusedError } from "../finding";
import { type CellContent, type Grid, plainGrid } from "./grid";
import { parseDelimited } from "./delimited";
import { readNumberText } from "./numbers";
import type { SheetReading } from "./line";

/** How a text file was written. */
export interface CsvFile {
  readonly grid: Grid;
  readonly encoding: "utf-8" | "windows-1252";
  readonly delimiter: ";" | "," | "\t";
}

/**
 * Reads a `.csv` file as a grid of texts; nothing becomes a number here, so that leading zeros and
 * German amounts stay as they are.
 *
 * @throws RefusedError for files that are no text or not to be taken apart into columns.
 */
export function readCsv(bytes: Uint8Array, name: string): CsvFile {
  refuseForeignFormat(bytes, name);
  const { text, encoding } = decode(bytes);
  const delimiter = findDelimiter(text);
  const rows: CellContent[][] = parseDelimited(text, delimiter).map((fields) => {
    const cells: CellContent[] = fields.map((field) => (field === "" ? null : field));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return { grid: plainGrid(sheetNameOf(name), rows), encoding, delimiter };
}

/**
 * Refuses files that are no text: old Excel files, packages, PDF.
 *
 * @throws RefusedError that says how to save the file instead.
 */
export function refuseForeignFormat(bytes: Uint8Array, name: string): void {
  const starts = (...signature: number[]): boolean =>
    signature.every((byte, at) => bytes[at] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0) || starts(0x09, 0x08)) {
    throw new RefusedError({
      de: `„${name}“ ist eine Datei des alten Excel-Formats (.xls). Bitte in Excel öffnen und mit „Speichern unter“ als Excel-Arbeitsmappe (.xlsx) speichern.`,
      en: `“${name}” is a file of the old Excel format (.xls). Please open it in Excel and save it with “Save as” as an Excel workbook (.xlsx).`,
    });
  }
  const packed = starts(0x50, 0x4b);
  const portable = starts(0x25, 0x50, 0x44, 0x46);
  if (packed || portable || bytes.subarray(0, 4096).includes(0)) {
    throw new RefusedError({
      de: `„${name}“ ist keine Textdatei. Bitte in Excel öffnen und als Excel-Arbeitsmappe (.xlsx) oder als CSV speichern.`,
      en: `“${name}” is no text file. Please open it in Excel and save it as an Excel workbook (.xlsx) or as CSV.`,
    });
  }
}

/** UTF-8 where the bytes are valid UTF-8, else Windows-1252, in which every byte means something. */
function decode(bytes: Uint8Array): { text: string; encoding: CsvFile["encoding"] } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: decodeWestern(bytes), encoding: "windows-1252" };
  }
}

/** What Windows-1252 puts at 0x80 to 0x9F, where Latin-1 has control characters. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Some Node versions decode Windows-1252 as Latin-1, which loses the euro sign; put right here. */
function decodeWestern(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => WESTERN.charAt(letter.charCodeAt(0) - 0x80));
}

/** The sign that cuts the first lines into the same number of fields, and into the most of them. */
function findDelimiter(text: string): CsvFile["delimiter"] {
  const sample = text.slice(0, 50_000);
  let best: CsvFile["delimiter"] = ";";
  let bestScore = 0;
  for (const delimiter of [";", "\t", ","] as const) {
    const lines = parseDelimited(sample, delimiter, 60).filter(
      (fields) => fields.length > 1 || fields[0] !== "",
    );
    const widths = (lines.length > 1 ? lines.slice(0, -1) : lines).map(({ length }) => length);
    const cut = widths.filter((width) => width > 1);
    const usual = mostFrequent(cut);
    if (usual < 2) continue;
    // Titles and headings stay whole under every delimiter; the lines that are cut have to agree.
    const steady = cut.filter((width) => width === usual).length / cut.length;
    const score = steady * steady * Math.sqrt(cut.length / widths.length) * Math.min(usual, 8);
    if (score > bestScore) {
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [number, count] of counts) {
    if (count > most) {
      most = count;
      best = number;
    }
  }
  return best;
}

/** The file name without its ending, as Excel would name the sheet: 31 letters, none of `[]:*?/\`. */
function sheetNameOf(name: string): string {
  const base = name.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  const clean = base
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim();
  return clean.slice(0, 31) || "Haushalt";
}

/**
 * The grid of a text file with its amounts as numbers, for writing it as a sheet: cells that the
 * reader took as amounts become numbers in the notation of their column, all else stays text.
 */
export function typedCsvGrid(grid: Grid, readings: readonly SheetReading[]): Grid {
  const reading = readings.find(({ name }) => name === grid.name);
  if (reading?.status !== "budget" || reading.layout === undefined) return grid;
  const { firstRow, amounts } = reading.layout;
  const rows = grid.rows.map((cells, row) => {
    if (row < firstRow) return cells;
    let typed: CellContent[] | undefined;
    for (const { column, notation } of amounts) {
      const content = cells[column];
      if (typeof content !== "string") continue;
      const number = readNumberText(content);
      if (number === null || typeof number === "string") continue;
      const value =
        notation === "german"
          ? (number.german ?? number.english)
          : (number.english ?? number.german);
      // A unit in the cell itself would be lost with the text; such cells stay as they are.
      if (value === undefined || (number.unit !== undefined && number.unit !== "EUR")) continue;
      typed ??= [...cells];
      typed[column] = value;
    }
    return typed ?? cells;
  });
  return { ...grid, rows };
}
