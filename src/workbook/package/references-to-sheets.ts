import { columnIndex } from "../../address";
import { fill, verbatim } from "../../language";
import type { Additions } from "./additions";
import { refersTo } from "../sheet-references";
import { CONTENT_TYPES_PART } from "./content-types";
import { cellPlace, stillReferred } from "../in-the-way";
import type { Place } from "../in-the-way";
import type { OpenedPackage, PackageSheet } from "./opened-package";
import type { PackageGraph } from "./package-graph";
import { END, OPEN, TEXT, XmlScanner } from "./xml-scanner";
import { asUtf8 } from "./xml-text";

/** Elements whose text is a formula: of cells, conditions, validations, charts, sparklines. */
const FORMULAS: ReadonlySet<string> = new Set([
  "f",
  "formula",
  "formula1",
  "formula2",
  "calculatedColumnFormula",
]);
/** Attributes that name a sheet or a place on it. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ["hyperlink", "location"],
  ["worksheetSource", "sheet"],
]);

/** What stays in the workbook and may refer to sheets that go. */
export interface Remaining {
  /** Parts that go with our sheets, in small letters. */
  readonly removed: ReadonlySet<string>;
  /** Positions of defined names that go. */
  readonly removedNames: ReadonlySet<number>;
  /** What users added to sheets of ours that stay, by the sheets' names. */
  readonly additions: ReadonlyMap<string, Additions>;
  readonly graph: PackageGraph;
}

/**
 * Refuses a change that would turn references of the user's into `#REF!`.
 * @throws RefusedError that names the cells which refer to a sheet that goes or gets another name
 */
export function refuseLostReferences(
  opened: OpenedPackage,
  lost: readonly string[],
  remaining: Remaining,
): void {
  if (lost.length === 0) return;
  const names = new Set(lost.map((name) => name.toLowerCase()));
  const places = [
    ...namesThatRefer(opened, names, remaining.removedNames),
    ...additionsThatRefer(remaining.additions, names),
  ];
  const needles = lost.map(plainPiece);
  for (const part of opened.archive.names()) {
    if (remaining.removed.has(part.toLowerCase()) || !mayRefer(opened, part)) continue;
    const bytes = asUtf8(opened.archive.read(part), part);
    if (!needles.some((needle) => holds(bytes, needle))) continue;
    const sheet = opened.sheets.find((candidate) => candidate.part === part);
    places.push(...partsThatRefer(opened, { part, bytes, sheet }, names, remaining.graph));
  }
  if (places.length > 0) throw stillReferred(lost, places);
}

/** Parts with formulas: everything in XML but what is read elsewhere or holds no formulas. */
function mayRefer({ workbookName }: OpenedPackage, part: string): boolean {
  if (part === workbookName || part === CONTENT_TYPES_PART) return false;
  return /^xl\/.*\.xml$/i.test(part) && !/\/(sharedStrings|styles|theme)[^/]*\.xml$/i.test(part);
}

/** A piece of a name that stands in the bytes of a part as it is, however its other letters are escaped. */
function plainPiece(name: string): Uint8Array {
  const pieces = name.match(/[A-Za-z0-9 _.-]+/g) ?? [];
  const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), "");
  return new TextEncoder().encode(longest);
}

function holds(bytes: Uint8Array, needle: Uint8Array): boolean {
  const [first] = needle;
  if (first === undefined) return true;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function namesThatRefer(
  { description }: OpenedPackage,
  names: ReadonlySet<string>,
  removed: ReadonlySet<number>,
): readonly Place[] {
  return description.names.flatMap(({ name, reference }, index) =>
    removed.has(index) || !refersTo(reference, names)
      ? []
      : [{ words: fill({ de: "Name „{0}“", en: "name “{0}”" }, name) }],
  );
}

function additionsThatRefer(
  additions: ReadonlyMap<string, Additions>,
  names: ReadonlySet<string>,
): readonly Place[] {
  return [...additions].flatMap(([sheet, { cells }]) =>
    cells.formulas
      .filter(({ formula }) => refersTo(formula, names))
      .map(({ row, column }) => cellPlace(sheet, row, column)),
  );
}

interface SearchedPart {
  readonly part: string;
  readonly bytes: Uint8Array;
  readonly sheet: PackageSheet | undefined;
}

function partsThatRefer(
  opened: OpenedPackage,
  { part, bytes, sheet }: SearchedPart,
  names: ReadonlySet<string>,
  graph: PackageGraph,
): readonly Place[] {
  const scanner = new XmlScanner(bytes, part);
  const places: Place[] = [];
  let cell = "";
  const elsewhere: Place[] = [];
  const found = (): void => {
    if (sheet !== undefined && cell !== "") places.push(placeOfCell(sheet.name, cell));
    else if (elsewhere.length === 0) elsewhere.push(ownerOf(opened, part, sheet, graph));
  };
  for (let event = scanner.next(); event !== END; event = scanner.next()) {
    if (event !== OPEN) {
      if (scanner.depth <= 3) cell = "";
      continue;
    }
    const local = scanner.localName();
    if (local === "c" && scanner.depth === 4) cell = scanner.attribute("r") ?? "";
    const attribute = REFERENCES.get(local);
    const reference = attribute === undefined ? undefined : scanner.attribute(attribute);
    if (reference !== undefined) {
      if (local === "hyperlink") cell = scanner.attribute("ref") ?? "";
      const isSheetName = local === "worksheetSource" && names.has(reference.toLowerCase());
      if (isSheetName || refersTo(reference, names)) found();
    }
    if (FORMULAS.has(local) && refersTo(readText(scanner), names)) found();
  }
  return [...places, ...elsewhere];
}

/** Text of the element just opened, which holds nothing else; the scanner then stands on its closing. */
function readText(scanner: XmlScanner): string {
  let text = "";
  while (scanner.next() === TEXT) text += scanner.text();
  return text;
}

function placeOfCell(sheet: string, reference: string): Place {
  const [, letters = "A", digits = "1"] = /^\$?([A-Z]+)\$?(\d+)/i.exec(reference) ?? [];
  return cellPlace(sheet, Number(digits) - 1, columnIndex(letters));
}

/** In words what refers to a sheet without being a cell: a chart, a pivot table, a rule. */
function ownerOf(
  { sheets }: OpenedPackage,
  part: string,
  own: PackageSheet | undefined,
  graph: PackageGraph,
): Place {
  if (own !== undefined) {
    const rule = { de: "eine Regel auf „{0}“", en: "a rule on “{0}”" };
    return { words: fill(rule, own.name) };
  }
  const sheet = sheets.find((candidate) => graph.reach([candidate.part]).has(part.toLowerCase()));
  if (sheet === undefined) return { words: verbatim(part) };
  const chart = {
    de: "ein Diagramm oder eine Auswertung auf „{0}“",
    en: "a chart or report on “{0}”",
  };
  return { words: fill(chart, sheet.name) };
}
