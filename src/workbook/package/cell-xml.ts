import { cellAddress, columnLetters } from "../../address";
import { DAYS_TO_1904 } from "../dates";
import type { PlanCell } from "../plan";
import { DATE_STYLES } from "../styles";
import type { StyleBook } from "./style-book";
import { escapeExcel, escapeXml } from "./xml-text";

const LONGEST_TEXT = 32767;

/** What a sheet of the plan needs to know of the workbook it goes into. */
export interface SheetSurroundings {
  readonly styles: StyleBook;
  readonly date1904: boolean;
  /** Relationship to the drawing with the charts, if there are any. */
  readonly drawingId?: string;
}

/** A cell of the plan, with a cached value beside its formula. */
export function cellXml(cell: PlanCell, { styles, date1904 }: SheetSurroundings): string {
  const { value, formula } = cell;
  const asText = formula === undefined && typeof value === "string" && looksLikeInput(value);
  const start = `<c r="${cellAddress(cell.row, cell.column)}" s="${styles.cellFormat(cell.style, asText)}"`;
  const formulaXml = formula === undefined ? "" : `<f>${escapeXml(formula.replace(/^=/, ""))}</f>`;
  if (typeof value === "number") {
    const shifted = date1904 && DATE_STYLES.has(cell.style) ? value - DAYS_TO_1904 : value;
    return `${start}>${formulaXml}<v>${numberXml(shifted)}</v></c>`;
  }
  if (typeof value === "boolean") return `${start} t="b">${formulaXml}<v>${value ? 1 : 0}</v></c>`;
  if (formula !== undefined)
    return `${start} t="str">${formulaXml}<v>${textXml(value ?? "")}</v></c>`;
  if (value === null || value === "") return `${start}/>`;
  return `${start} t="inlineStr">${inlineText(value)}</c>`;
}

/** A text inside its cell: the shared texts of the workbook stay as they are. */
export function inlineText(text: string): string {
  return `<is><t xml:space="preserve">${textXml(text)}</t></is>`;
}

/** A number in a cell. @throws Error for a value that no cell can hold, a fault of the plan */
export function numberXml(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a cell cannot hold ${value}`);
  return String(value === 0 ? 0 : value);
}

function textXml(text: string): string {
  if (text.length > LONGEST_TEXT) throw new Error(`a cell cannot hold ${text.length} characters`);
  return escapeExcel(text);
}

/** Excel would take the text for a formula, number or date when a user confirms the cell again. */
function looksLikeInput(text: string): boolean {
  return /^[=+\-@']/.test(text) || /^[\d\s.,:/%€()-]+$/.test(text);
}

/** `B3:F3` for cells counted from 0, `B3` for a single one. */
export function areaReference(
  firstRow: number,
  firstColumn: number,
  lastRow: number,
  lastColumn: number,
): string {
  const first = cellAddress(firstRow, firstColumn);
  const last = cellAddress(lastRow, lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** `$A$1:$F$20` for cells counted from 0. */
export function absoluteArea(lastRow: number, lastColumn: number): string {
  return `$A$1:$${columnLetters(lastColumn)}$${lastRow + 1}`;
}
