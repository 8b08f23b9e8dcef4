import { columnLetters } from "../../address";
import type { PlanSheet, StyleName } from "../plan";
import { FONT_NAME, STYLES, TAB_COLOURS } from "../styles";
import type { BorderLine, StyleLook } from "../styles";
import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";
import { rectangleAddress, rectanglesBy } from "./rectangles";
import type { Rectangle } from "./rectangles";

/** What most styles have in common: it is set first, over large areas. */
const GROUND = STYLES.text;

/** Sets fonts, fills, borders, alignment and number formats of all cells of the plan. */
export function lookPieces(sheet: PlanSheet): readonly Piece[] {
  const ground = rectanglesBy(sheet.cells, () => "ground").get("ground") ?? [];
  const styled = [...rectanglesBy(sheet.cells, ({ style }) => style)];
  const areas = styled.flatMap(([style, rectangles]) =>
    rectangles.map((rectangle) => ({ style, rectangle })),
  );
  return [
    {
      bytes: bytesOf(4 + ground.length * 10),
      write: ({ workbook }) => {
        const worksheet = workbook.worksheets.getItem(sheet.name);
        worksheet.tabColor = `#${TAB_COLOURS[sheet.role]}`;
        for (const rectangle of ground) layGround(rangeOf(worksheet, rectangle));
      },
    },
    {
      bytes: bytesOf(areas.reduce((sum, { style }) => sum + callsOf(STYLES[style]), 2)),
      write: ({ workbook }) => {
        const worksheet = workbook.worksheets.getItem(sheet.name);
        for (const { style, rectangle } of areas) {
          applyLook(() => rangeOf(worksheet, rectangle), STYLES[style]);
        }
      },
    },
    bordersPiece(sheet, areas),
  ];
}

function rangeOf(worksheet: Excel.Worksheet, rectangle: Rectangle): Excel.Range {
  return worksheet.getRange(rectangleAddress(rectangle)).untrack();
}

function layGround(range: Excel.Range): void {
  setNumberFormat(range, GROUND.numberFormat);
  const { format } = range;
  format.verticalAlignment = vertical(GROUND);
  format.font.name = FONT_NAME;
  format.font.size = GROUND.size;
  // A link has been given the look of a link already.
  format.font.color = `#${GROUND.colour}`;
  format.font.underline = Excel.RangeUnderlineStyle.none;
}

/** The same format for every cell of the range, in English notation. */
function setNumberFormat(range: Excel.Range, code: string): void {
  // The declared type is an array; a single value goes to all cells (“Set a range's values”, Microsoft Learn).
  range.set({ numberFormat: code as unknown as string[][] });
}

/** How many calls {@link applyLook} makes at most: opening range, format, font and fill are calls as well. */
function callsOf({ borders: _lines, borderColour: _colour, ...look }: StyleLook): number {
  const members = Object.keys(look) as (keyof typeof look)[];
  const set = members.filter((member) => look[member] !== GROUND[member]).length;
  return set === 0 ? 0 : set + (look.fill === undefined ? 4 : 5);
}

/** What a style has beyond the ground. */
function applyLook(range: () => Excel.Range, look: StyleLook): void {
  let opened: Excel.Range | undefined;
  const here = (): Excel.Range => (opened ??= range());
  if (look.numberFormat !== GROUND.numberFormat) setNumberFormat(here(), look.numberFormat);
  if (look.size !== GROUND.size) here().format.font.size = look.size;
  if (look.bold) here().format.font.bold = true;
  if (look.italic) here().format.font.italic = true;
  if (look.underline) here().format.font.underline = Excel.RangeUnderlineStyle.single;
  if (look.colour !== GROUND.colour) here().format.font.color = `#${look.colour}`;
  if (look.fill !== undefined) here().format.fill.color = `#${look.fill}`;
  if (look.vertical !== GROUND.vertical) here().format.verticalAlignment = vertical(look);
  if (look.horizontal !== undefined) {
    const { left, center, right } = Excel.HorizontalAlignment;
    here().format.horizontalAlignment = { left, center, right }[look.horizontal];
  }
  if (look.wrap) here().format.wrapText = true;
  if (look.indent > 0) here().format.indentLevel = look.indent;
}

function vertical(look: StyleLook): Excel.VerticalAlignment {
  const { top, center, bottom } = Excel.VerticalAlignment;
  return { top, center, bottom }[look.vertical];
}

/** From the lightest line to the heaviest: neighbours share their line, and the last drawn stays. */
const LINES: readonly BorderLine[] = ["hair", "thin", "medium", "double"];

function bordersPiece(
  sheet: PlanSheet,
  areas: readonly { readonly style: StyleName; readonly rectangle: Rectangle }[],
): Piece {
  const drawn = LINES.flatMap((line) =>
    areas.flatMap(({ style, rectangle }) => {
      const edges = edgesWith(STYLES[style], line, rectangle);
      return edges.length === 0 ? [] : [{ line, style, rectangle, edges }];
    }),
  );
  const calls = drawn.reduce((sum, { edges }) => sum + 4 + edges.length * 5, 2);
  return {
    bytes: bytesOf(calls),
    write: ({ workbook }) => {
      const worksheet = workbook.worksheets.getItem(sheet.name);
      for (const { line, style, rectangle, edges } of drawn) {
        const range = rangeOf(worksheet, rectangle);
        drawLines(range, edges, line, STYLES[style].borderColour);
      }
    },
  };
}

type EdgeIndex =
  "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

/** The edges of a rectangle of one style that have this line; inside it neighbours meet. */
function edgesWith(
  { borders }: StyleLook,
  line: BorderLine,
  rectangle: Rectangle,
): readonly EdgeIndex[] {
  const heavier = (one?: BorderLine, other?: BorderLine): BorderLine | undefined =>
    LINES.findLast((each) => each === one || each === other);
  const edges: EdgeIndex[] = [];
  if (borders.top === line) edges.push("EdgeTop");
  if (borders.bottom === line) edges.push("EdgeBottom");
  if (borders.left === line) edges.push("EdgeLeft");
  if (borders.right === line) edges.push("EdgeRight");
  const tall = rectangle.lastRow > rectangle.firstRow;
  const wide = rectangle.lastColumn > rectangle.firstColumn;
  if (tall && heavier(borders.top, borders.bottom) === line) edges.push("InsideHorizontal");
  if (wide && heavier(borders.left, borders.right) === line) edges.push("InsideVertical");
  return edges;
}

function drawLines(
  range: Excel.Range,
  edges: readonly EdgeIndex[],
  line: BorderLine,
  colour: string,
): void {
  const { continuous, double } = Excel.BorderLineStyle;
  const { hairline, thin, medium } = Excel.BorderWeight;
  const { borders } = range.format;
  for (const edge of edges) {
    const border = borders.getItem(edge);
    border.style = line === "double" ? double : continuous;
    // A double line has its own weight.
    if (line !== "double") border.weight = { hair: hairline, thin, medium }[line];
    border.color = `#${colour}`;
  }
}

/** Widths of the columns. */
export function widthPiece(sheet: PlanSheet): Piece {
  const columns = runsOf(sheet.columnWidths);
  return {
    bytes: bytesOf(2 + columns.length * 4),
    write: ({ workbook }) => {
      const worksheet = workbook.worksheets.getItem(sheet.name);
      for (const { first, last, value } of columns) {
        const address = `${columnLetters(first)}:${columnLetters(last)}`;
        worksheet.getRange(address).untrack().format.columnWidth = pointsOf(value);
      }
    },
  };
}

/** Points of a column of so many characters: seven pixels each and five of margin (ECMA-376, 18.3.1.13). */
export function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function runsOf(
  values: readonly number[],
): readonly { readonly first: number; readonly last: number; readonly value: number }[] {
  const all: { first: number; last: number; value: number }[] = [];
  for (const [index, value] of values.entries()) {
    const before = all.at(-1);
    if (before?.value === value) before.last = index;
    else all.push({ first: index, last: index, value });
  }
  return all;
}
