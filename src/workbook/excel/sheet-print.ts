import { columnLetters } from "../../address";
import type { PlanPrint, PlanSheet } from "../plan";
import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";
import { rectangleAddress } from "./rectangles";

/** Points of an inch: margins are given in points here, in inches in a file. */
const INCH = 72;

/** How a sheet is printed. */
export function printPiece({ name, print }: Pick<PlanSheet, "name" | "print">): Piece {
  return {
    bytes: bytesOf(22 + print.breaks.length * 4, print),
    write: ({ workbook }) => {
      const worksheet = workbook.worksheets.getItem(name);
      setUp(worksheet, print);
      for (const row of print.breaks) worksheet.horizontalPageBreaks.add(`A${String(row + 1)}`);
    },
  };
}

function setUp(worksheet: Excel.Worksheet, print: PlanPrint): void {
  const layout = worksheet.pageLayout;
  layout.orientation =
    print.orientation === "landscape"
      ? Excel.PageOrientation.landscape
      : Excel.PageOrientation.portrait;
  layout.paperSize = Excel.PaperType.a4;
  // Left out: as many pages tall as needed.
  layout.zoom = {
    horizontalFitToPages: print.pagesWide,
    ...(print.pagesTall === 0 ? {} : { verticalFitToPages: print.pagesTall }),
  };
  layout.leftMargin = 0.5 * INCH;
  layout.rightMargin = 0.5 * INCH;
  layout.topMargin = 0.6 * INCH;
  layout.bottomMargin = 0.7 * INCH;
  layout.headerMargin = 0.3 * INCH;
  layout.footerMargin = 0.3 * INCH;
  const { lastRow, lastColumn } = print.area;
  layout.setPrintArea(rectangleAddress({ firstRow: 0, firstColumn: 0, lastRow, lastColumn }));
  const { repeatRows, repeatColumns } = print;
  if (repeatRows !== undefined) {
    layout.setPrintTitleRows(`$${String(repeatRows.first + 1)}:$${String(repeatRows.last + 1)}`);
  }
  if (repeatColumns !== undefined) {
    const first = columnLetters(repeatColumns.first);
    layout.setPrintTitleColumns(`$${first}:$${columnLetters(repeatColumns.last)}`);
  }
  const footer = layout.headersFooters.defaultForAllPages;
  footer.leftFooter = literal(print.footerLeft);
  footer.centerFooter = literal(print.footerCentre);
  footer.rightFooter = print.footerRight.replace(/&(?![PN])/g, "&&");
}

/** Text of a footer in which `&` is no code. */
function literal(text: string): string {
  return text.replaceAll("&", "&&");
}
