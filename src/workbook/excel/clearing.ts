import { columnLetters } from "../../address";
import type { Extent } from "../area";
import { AREA_NAME } from "./surroundings";
import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";
import { placeKey } from "./places";
import { rectangleAddress, rectanglesBy } from "./rectangles";
import type { Rectangle } from "./rectangles";

/** What is taken off a sheet before it is written again. */
export interface Clearing {
  readonly sheet: string;
  /** What was ours, and what will be. */
  readonly former: Extent;
  readonly next: Extent;
  /** Cells and links of the user's within it, by their keys. */
  readonly kept: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** Names or ids of the charts that are drawn anew. */
  readonly charts: readonly string[];
}

/** The smallest extent that holds both. */
export function joined(one: Extent, other: Extent): Extent {
  return {
    lastRow: Math.max(one.lastRow, other.lastRow),
    lastColumn: Math.max(one.lastColumn, other.lastColumn),
  };
}

/**
 * Takes looks, rules, links and charts of an earlier run off a sheet; the content of its cells is written
 * over. Everything beside stays, also what Excel keeps with a cell: comments and notes.
 */
export function clearingPiece(clearing: Clearing): Piece {
  const { sheet, former, next, kept, links, charts } = clearing;
  const all = joined(former, next);
  const looks = without(all, kept);
  const linked = links.size === 0 ? looks : without(all, new Set([...kept, ...links]));
  return {
    bytes: bytesOf(24 + charts.length * 4 + (looks.length + linked.length) * 4),
    write: ({ workbook }) => {
      const worksheet = workbook.worksheets.getItem(sheet);
      for (const chart of charts) worksheet.charts.getItem(chart).delete();
      const whole = worksheet.getRange(rectangleAddress(fromOrigin(all))).untrack();
      whole.dataValidation.clear();
      whole.conditionalFormats.clearAll();
      whole.unmerge();
      for (const rectangle of linked) {
        const range = worksheet.getRange(rectangleAddress(rectangle)).untrack();
        range.clear(Excel.ClearApplyTo.hyperlinks);
      }
      for (const rectangle of looks) {
        const range = worksheet.getRange(rectangleAddress(rectangle)).untrack();
        range.clear(Excel.ClearApplyTo.formats);
      }
      showAll(worksheet, former, next);
      worksheet.horizontalPageBreaks.removePageBreaks();
      worksheet.names.getItemOrNullObject(AREA_NAME).delete();
    },
  };
}

/** Rows and columns of ours are shown; those that no longer are get their usual size back. */
function showAll(worksheet: Excel.Worksheet, former: Extent, next: Extent): void {
  const all = joined(former, next);
  const columns = (first: number, last: number): string =>
    `${columnLetters(first)}:${columnLetters(last)}`;
  const rows = (first: number, last: number): string => `${String(first + 1)}:${String(last + 1)}`;
  worksheet.getRange(rows(0, all.lastRow)).untrack().rowHidden = false;
  worksheet.getRange(columns(0, all.lastColumn)).untrack().columnHidden = false;
  if (former.lastColumn > next.lastColumn) {
    const address = columns(next.lastColumn + 1, former.lastColumn);
    worksheet.getRange(address).untrack().format.useStandardWidth = true;
  }
  if (former.lastRow > next.lastRow) {
    const address = rows(next.lastRow + 1, former.lastRow);
    worksheet.getRange(address).untrack().format.useStandardHeight = true;
  }
}

function fromOrigin(extent: Extent): Rectangle {
  return { firstRow: 0, firstColumn: 0, ...extent };
}

/** The extent in rectangles that leave some places out. */
function without(extent: Extent, left: ReadonlySet<string>): readonly Rectangle[] {
  if (left.size === 0) return [fromOrigin(extent)];
  const places = Array.from({ length: extent.lastRow + 1 }, (_row, row) =>
    Array.from({ length: extent.lastColumn + 1 }, (_column, column) => ({ row, column })),
  ).flat();
  const others = places.filter(({ row, column }) => !left.has(placeKey(row, column)));
  return rectanglesBy(others, () => "others").get("others") ?? [];
}
