import { mapCells } from "./ranges";
import { cellAt } from "./state";
import type { Area, BorderLook, Edge, HostSheet } from "./state";
import { HostError } from "./wire";
import type { HostObject } from "./wire";

/** The cells and edges that an index of `RangeBorderCollection` means. */
function edgesOf(index: string, area: Area): readonly (readonly [Edge, Area])[] {
  const { firstRow, firstColumn, lastRow, lastColumn } = area;
  switch (index) {
    case "EdgeTop":
      return [["top", { ...area, lastRow: firstRow }]];
    case "EdgeBottom":
      return [["bottom", { ...area, firstRow: lastRow }]];
    case "EdgeLeft":
      return [["left", { ...area, lastColumn: firstColumn }]];
    case "EdgeRight":
      return [["right", { ...area, firstColumn: lastColumn }]];
    case "InsideHorizontal":
      return firstRow === lastRow ? [] : [["bottom", { ...area, lastRow: lastRow - 1 }]];
    case "InsideVertical":
      return firstColumn === lastColumn ? [] : [["right", { ...area, lastColumn: lastColumn - 1 }]];
    default:
      throw new HostError("InvalidArgument", `no border ${index}`);
  }
}

const NONE: BorderLook = { style: "None", weight: "Thin", color: "#000000" };

/** The borders of a range. */
export function borders(sheet: HostSheet, area: Area): HostObject {
  return {
    type: "RangeBorderCollection",
    item: (index) => border(sheet, area, String(index)),
    give: { GetItem: (index) => border(sheet, area, String(index)) },
  };
}

function border(sheet: HostSheet, area: Area, index: string): HostObject {
  const change = (part: Partial<BorderLook>) => {
    if (sheet.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
    for (const [edge, cells] of edgesOf(index, area)) {
      mapCells(cells, (row, column) => draw(sheet, row, column, edge, part));
    }
  };
  return {
    type: "RangeBorder",
    identity: () => ({ Id: index }),
    write: {
      Style: (value) => change({ style: String(value) }),
      Weight: (value) => change({ weight: String(value) }),
      Color: (value) => change({ color: String(value).toUpperCase() }),
    },
  };
}

const OPPOSITE = { top: "bottom", bottom: "top", left: "right", right: "left" } as const;
const STEP = { top: [-1, 0], bottom: [1, 0], left: [0, -1], right: [0, 1] } as const;

/**
 * Two neighbours share the line between them: what is drawn last holds for both, as it does in Excel when
 * a border is set by hand or by macro. (Seen in Excel; no page of Microsoft's states it.)
 */
function draw(
  sheet: HostSheet,
  row: number,
  column: number,
  edge: Edge,
  part: Partial<BorderLook>,
): void {
  const cell = cellAt(sheet, row, column);
  const before = cell.look.borders[edge] ?? NONE;
  // A line without a style of its own becomes a continuous one as soon as its weight or colour is set.
  const style = part.style ?? (before.style === "None" ? "Continuous" : before.style);
  const line = { ...before, ...part, style };
  cell.look = { ...cell.look, borders: { ...cell.look.borders, [edge]: line } };
  const [down, right] = STEP[edge];
  const neighbour = sheet.cells.get((row + down) * 16384 + column + right);
  if (neighbour === undefined || row + down < 0 || column + right < 0) return;
  const lines = Object.entries(neighbour.look.borders).filter(([name]) => name !== OPPOSITE[edge]);
  neighbour.look = { ...neighbour.look, borders: Object.fromEntries(lines) };
}
