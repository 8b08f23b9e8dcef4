import type { Grid } from "../../budget/grid";
import type { Area, Extent } from "../area";
import { extentOfPlan, readArea } from "../area";
import type { PlanSheet, WorkbookPlan } from "../plan";
import { readSheets } from "./reading";
import { takeApart } from "./references";
import { AREA_NAME } from "./surroundings";
import type { Surroundings } from "./surroundings";

/** A chart on a sheet of ours. */
export interface StandingChart {
  readonly id: string;
  readonly name: string;
  /** Points from the upper left corner of the sheet. */
  readonly left: number;
  readonly top: number;
}

/** Something on a sheet of ours that has a name and a place. */
export interface Located {
  readonly name: string;
  readonly area: Area;
}

/** A sheet of ours as it stands. */
export interface StandingSheet {
  readonly name: string;
  readonly id: string;
  /** The name that marks it. */
  readonly mark: string;
  readonly markComment: string;
  /** The sheet of the plan that takes its place; undefined for one that goes. */
  readonly planned: PlanSheet | undefined;
  /** What was ours when it was written, and what is now that rows or columns may have come or gone. */
  readonly asWritten: Extent;
  readonly former: Extent;
  readonly grid: Grid;
  readonly charts: readonly StandingChart[];
  readonly tables: readonly Located[];
  readonly comments: readonly Area[];
  /** Names that are known on this sheet only and are not ours. */
  readonly ownNames: readonly string[];
  /** Pictures and shapes, charts not counted. */
  readonly shapes: number;
  readonly isProtected: boolean;
  readonly isFiltered: boolean;
  /** Where our area ends, in points. */
  readonly right: number;
  readonly bottom: number;
}

/** Names that a sheet of ours has for itself; Excel shows those of print set-up in its own language. */
const SHEET_NAMES = /^(?:Print_|Druck|_xlnm|_FilterDatabase)/i;

/**
 * Reads the sheets that an earlier run wrote, with everything on them that matters for writing them
 * again: one batch for what there is, one for where it is, and those of reading cells.
 */
export async function readStanding(
  context: Excel.RequestContext,
  { marks }: Surroundings,
  plan: WorkbookPlan,
): Promise<readonly StandingSheet[]> {
  const { worksheets } = context.workbook;
  const seen = marks.map((mark) => {
    const worksheet = worksheets.getItem(mark.sheet).load("id,name");
    const { charts, tables, comments, names, protection, autoFilter, shapes } = worksheet;
    charts.load("items/id,items/name,items/left,items/top");
    tables.load("items/id,items/name");
    comments.load("items/id");
    names.load("items/name,items/value,items/comment");
    protection.load("protected");
    autoFilter.load("enabled");
    const shapeCount = shapes.getCount();
    return { mark, worksheet, charts, tables, comments, names, protection, autoFilter, shapeCount };
  });
  await context.sync();

  const planned = pairSheets(marks, plan);
  const located = seen.map((sheet) => {
    const { worksheet, tables, comments, names, mark } = sheet;
    const next = planned.get(mark);
    const own = names.items.find(({ name }) => name === AREA_NAME);
    const former = extentOf(takeApart(String(own?.value ?? ""))?.address);
    const asWritten = extentOf(/[^!\s]+$/.exec(own?.comment ?? "")?.[0]) ?? former;
    const fallback = next === undefined ? { lastRow: 0, lastColumn: 0 } : extentOfPlan(next);
    const extent = former ?? fallback;
    const range = worksheet
      .getRangeByIndexes(0, 0, extent.lastRow + 1, extent.lastColumn + 1)
      .untrack()
      .load("width,height");
    const tableRanges = tables.items.map((table) => table.getRange().untrack().load("address"));
    const places = comments.items.map((comment) => comment.getLocation().untrack().load("address"));
    return { ...sheet, next, extent, asWritten: asWritten ?? extent, range, tableRanges, places };
  });
  await context.sync();

  const grids = await readSheets(
    context,
    located.map(({ worksheet }) => worksheet.name),
    {},
  );
  return located.flatMap((sheet, index) => {
    const grid = grids[index];
    if (grid === undefined) return [];
    const { worksheet, mark, range } = sheet;
    return {
      name: worksheet.name,
      id: worksheet.id,
      mark: mark.name,
      markComment: mark.comment,
      planned: sheet.next,
      asWritten: sheet.asWritten,
      former: sheet.extent,
      grid,
      charts: sheet.charts.items.map(({ id, name, left, top }) => ({ id, name, left, top })),
      tables: sheet.tables.items.flatMap(({ name }, at) => {
        const area = areaOf(sheet.tableRanges[at]?.address);
        return area === undefined ? [] : [{ name, area }];
      }),
      comments: sheet.places.flatMap(({ address }) => areaOf(address) ?? []),
      ownNames: sheet.names.items
        .map(({ name }) => name)
        .filter((name) => name !== AREA_NAME && !SHEET_NAMES.test(name)),
      shapes: sheet.shapeCount.value,
      isProtected: sheet.protection.protected,
      isFiltered: sheet.autoFilter.enabled,
      right: range.width,
      bottom: range.height,
    };
  });
}

/** Old and new sheets belong together by their mark, else by their name: a renamed one keeps its notes. */
function pairSheets<M extends { readonly name: string; readonly sheet: string }>(
  marks: readonly M[],
  plan: WorkbookPlan,
): ReadonlyMap<M, PlanSheet> {
  const markOf = new Map(
    plan.names.map(({ name, reference }) => [takeApart(reference)?.sheet, name.toLowerCase()]),
  );
  const pairs = new Map<M, PlanSheet>();
  const free = new Set(plan.sheets);
  const pair = (belongs: (mark: M, sheet: PlanSheet) => boolean): void => {
    for (const mark of marks) {
      if (pairs.has(mark)) continue;
      const found = [...free].find((sheet) => belongs(mark, sheet));
      if (found === undefined) continue;
      free.delete(found);
      pairs.set(mark, found);
    }
  };
  pair(({ name }, sheet) => markOf.get(sheet.name) === name.toLowerCase());
  pair((mark, sheet) => mark.sheet.toLowerCase() === sheet.name.toLowerCase());
  return pairs;
}

/** The area of an address with or without its sheet. */
function areaOf(address: string | undefined): Area | undefined {
  return address === undefined ? undefined : readArea(address.slice(address.lastIndexOf("!") + 1));
}

function extentOf(address: string | undefined): Extent | undefined {
  const area = readArea(address ?? "");
  return area === undefined || area.firstRow > 0 || area.firstColumn > 0 ? undefined : area;
}
