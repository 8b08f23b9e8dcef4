import { fill, type Language, type Text, verbatim } from "../../language";
import type { SheetView } from "../../workbook/package";
import type { Cell } from "../work";
import { linkAt } from "./cell-index";
import { editedText, type CellInput } from "./cell-input";
import { cellText } from "./cell-text";
import { GRID } from "./words";

/** Columns of our sheets with years, counted from 0. */
const LABEL = 1;
const SCENARIO = 2;
const UNIT = 3;
const SOURCE = 5;
const AXIS_ROW = 3;
const FIRST_YEAR = 7;

/** Formula or value of a cell, as it would be typed. */
export function contentText(
  view: SheetView,
  cell: Cell,
  input: CellInput | undefined,
  language: Language,
): string {
  const formula = view.grid.formulaAt(cell.row, cell.column);
  if (formula !== undefined) return formula;
  if (input !== undefined) return editedText(view, cell, input, language);
  const content = view.grid.rows[cell.row]?.[cell.column] ?? null;
  if (typeof content !== "number") {
    return cellText(content, view.lookAt(cell.row, cell.column).numberFormat, language).text;
  }
  return exactNumber(content, language);
}

/** A number with all the digits that a cell keeps, as Excel shows it over the cells. */
function exactNumber(value: number, language: Language): string {
  const text = String(Number(value.toPrecision(EXACT_DIGITS)));
  return language === "de" ? text.replace(".", ",") : text;
}

/** So many digits of a number Excel keeps. */
const EXACT_DIGITS = 15;

/** What a cell of ours is: the label of its row, its year, its unit and source, and what can be done. */
export function aboutCell(
  view: SheetView,
  cell: Cell,
  input: CellInput | undefined,
  language: Language,
): string {
  const target = linkAt(view, cell)?.target;
  if (target !== undefined) return fill(GRID.follow, verbatim(target))[language];
  if (!view.ours) return "";
  const said = (row: number, column: number): string => {
    const content = view.grid.rows[row]?.[column] ?? null;
    return cellText(content, view.lookAt(row, column).numberFormat, language).text;
  };
  const label = said(cell.row, LABEL);
  if (label === "" || cell.column === LABEL) return "";
  const year = cell.column >= FIRST_YEAR ? said(AXIS_ROW, cell.column) : "";
  const source = input === undefined ? "" : said(cell.row, SOURCE);
  return [
    [label, year].filter((text) => text !== "").join(", "),
    cell.column === SCENARIO ? "" : said(cell.row, SCENARIO),
    said(cell.row, UNIT),
    source === "" ? "" : fill(GRID.source, verbatim(source))[language],
    input === undefined ? "" : GRID.editHint[language],
  ]
    .filter((text) => text !== "")
    .join(" · ");
}

/** Why a cell cannot be changed here. */
export function readOnlyReason(view: SheetView, cell: Cell): Text {
  if (!view.ours) return GRID.readOnlyTheirs;
  return view.grid.formulaAt(cell.row, cell.column) === undefined
    ? GRID.readOnlyOurs
    : GRID.readOnlyFormula;
}
