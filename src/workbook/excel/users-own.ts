import type { CellContent } from "../../budget/grid";
import { fill } from "../../language";
import { covers, extentOfPlan, placeOf } from "../area";
import type { Area, Extent } from "../area";
import {
  cannotKeep,
  cellPlace,
  displaced,
  occupied,
  stillReferred,
  stillUsed,
  stretched,
} from "../in-the-way";
import type { Place } from "../in-the-way";
import type { PlanCell, PlanSheet } from "../plan";
import { refersTo } from "../sheet-references";
import { lookOwner } from "../styles";
import type { LookOwner } from "../styles";
import { cellsByPlace, placeKey } from "./places";
import { rectangleAddress } from "./rectangles";
import { readSheets } from "./reading";
import type { StandingChart, StandingSheet } from "./standing";
import type { Surroundings } from "./surroundings";

/** Names of our charts begin with this; users and Excel name theirs “Diagramm 1”, “Chart 1”. */
const CHART_MARK = "kr-";

/** What users put into our area of a sheet and what therefore stays as it is. */
export interface UsersOwn {
  /** Cells with content, by their places. */
  readonly cells: ReadonlySet<string>;
  /** Cells of ours that users gave a link to the outside. */
  readonly links: ReadonlySet<string>;
  /** Our charts, which are drawn anew. */
  readonly charts: readonly StandingChart[];
}

/**
 * Finds what users added to sheets of ours that are written again, the way the file side does: cells
 * beside our area stay anyway; within it those that bear no look of ours and stand where the plan has
 * nothing. One batch.
 * @throws RefusedError when something of the user's would be lost or nobody can say whose it is
 */
export async function findUsersOwn(
  context: Excel.RequestContext,
  standing: readonly StandingSheet[],
): Promise<ReadonlyMap<StandingSheet, UsersOwn>> {
  const asked = standing.map((sheet) => {
    const { lastRow, lastColumn } = sheet.former;
    const looks = context.workbook.worksheets
      .getItem(sheet.name)
      .getRangeByIndexes(0, 0, lastRow + 1, lastColumn + 1)
      .untrack()
      .getCellProperties({
        hyperlink: true,
        format: { verticalAlignment: true, fill: { color: true } },
      });
    return { sheet, looks };
  });
  if (asked.length > 0) await context.sync();
  return new Map(
    asked.flatMap(({ sheet, looks }) => {
      const { planned } = sheet;
      return planned === undefined ? [] : [[sheet, usersOwnOn(sheet, planned, looks.value)]];
    }),
  );
}

function usersOwnOn(
  sheet: StandingSheet,
  planned: PlanSheet,
  looks: readonly (readonly Excel.CellProperties[])[],
): UsersOwn {
  const next = extentOfPlan(planned);
  refuseSettings(sheet, next);
  const ours = cellsByPlace(planned);
  const cells = new Set<string>();
  const links = new Set<string>();
  const blocked: Place[] = [];
  const moved: Place[] = [];
  for (const [row, contents] of sheet.grid.rows.entries()) {
    for (const [column, content] of contents.entries()) {
      if (content === null) continue;
      const key = placeKey(row, column);
      const cell = ours.get(key);
      if (!covers(sheet.former, row, column)) {
        if (covers(next, row, column)) blocked.push(cellPlace(sheet.name, row, column));
        continue;
      }
      const look = looks[row]?.[column];
      if (leadsOutside(look) && cell?.hyperlink === undefined) {
        if (staysWithRow(sheet, ours, next, row)) links.add(key);
        else moved.push(linkPlace(sheet.name, row, column));
      }
      const owner = ownerOf(look);
      if (owner === "ours") continue;
      if (cell === undefined) {
        if (owner === "user") cells.add(key);
        else blocked.push(cellPlace(sheet.name, row, column));
      } else if (owner === "user" && content !== cell.value)
        blocked.push(cellPlace(sheet.name, row, column));
    }
  }
  if (blocked.length > 0) throw occupied(sheet.name, blocked);
  const comments = sheet.comments.filter(
    (area) => reaches(area, sheet.former, next) && !staysWithRow(sheet, ours, next, area.firstRow),
  );
  moved.push(
    ...comments.map(({ firstRow, firstColumn }) => commentPlace(sheet.name, firstRow, firstColumn)),
  );
  if (moved.length > 0) throw displaced(sheet.name, moved);
  return { cells, links, charts: chartsOfOurs(sheet, planned) };
}

function ownerOf(look: Excel.CellProperties | undefined): LookOwner {
  const { verticalAlignment, fill: ground } = look?.format ?? {};
  const colour = ground?.color?.replace("#", "").toUpperCase() ?? "";
  return lookOwner((verticalAlignment ?? "").toLowerCase(), colour === "" ? undefined : colour);
}

/** Links of ours lead to places of this workbook. */
function leadsOutside(look: Excel.CellProperties | undefined): boolean {
  const address = look?.hyperlink?.address;
  return address !== undefined && address !== "";
}

function reaches(area: Area, ...extents: readonly Extent[]): boolean {
  return extents.some((extent) => placeOf(area, extent) !== "beside");
}

/** Whether a row says the same as before, so that a note in it still fits. */
function staysWithRow(
  { grid }: StandingSheet,
  planned: ReadonlyMap<string, PlanCell>,
  next: Extent,
  row: number,
): boolean {
  if (row > next.lastRow) return true;
  const before = grid.rows[row]?.[0] ?? grid.rows[row]?.[1] ?? null;
  const now = planned.get(placeKey(row, 0))?.value ?? planned.get(placeKey(row, 1))?.value ?? null;
  return before === now;
}

function commentPlace(sheet: string, row: number, column: number): Place {
  const place = cellPlace(sheet, row, column);
  return { ...place, words: fill({ de: "Kommentar bei {0}", en: "comment at {0}" }, place.words) };
}

function linkPlace(sheet: string, row: number, column: number): Place {
  const place = cellPlace(sheet, row, column);
  return { ...place, words: fill({ de: "Verknüpfung bei {0}", en: "link at {0}" }, place.words) };
}

/** @throws RefusedError for what cannot be kept or is in the way, other than the content of cells */
function refuseSettings(sheet: StandingSheet, next: Extent): void {
  const { name, asWritten, former, grid, tables } = sheet;
  if (former.lastRow > asWritten.lastRow || former.lastColumn > asWritten.lastColumn) {
    throw stretched(name, addressOf(asWritten), addressOf(former));
  }
  if (sheet.isProtected) {
    throw cannotKeep(name, { de: "der Blattschutz", en: "the protection of the sheet" });
  }
  if (sheet.isFiltered) throw cannotKeep(name, { de: "ein Filter", en: "a filter" });
  for (const merge of grid.merges) {
    if (placeOf(merge, former) !== "inside" && placeOf(merge, next) !== "beside") {
      throw occupied(name, [cellPlace(name, merge.firstRow, merge.firstColumn)]);
    }
  }
  for (const table of tables) {
    if (!reaches(table.area, former, next)) continue;
    const words = { de: "die Tabelle „{0}“ ({1})", en: "the table “{0}” ({1})" };
    throw cannotKeep(name, fill(words, table.name, rectangleAddress(table.area)));
  }
}

function addressOf(extent: Extent): string {
  return rectangleAddress({ firstRow: 0, firstColumn: 0, ...extent });
}

/**
 * Our charts by their names.
 * @throws RefusedError for another chart within our area, of which nobody can say whose it is
 */
function chartsOfOurs(sheet: StandingSheet, planned: PlanSheet): readonly StandingChart[] {
  const names = new Set(planned.charts.map(({ name }) => name));
  const ours = sheet.charts.filter(({ name }) => name.startsWith(CHART_MARK) || names.has(name));
  const strange = sheet.charts.find(
    (chart) => !ours.includes(chart) && chart.left < sheet.right && chart.top < sheet.bottom,
  );
  if (strange === undefined) return ours;
  const words = {
    de: "das Diagramm „{0}“ im geschriebenen Bereich",
    en: "the chart “{0}” within the written area",
  };
  throw cannotKeep(sheet.name, fill(words, strange.name));
}

/**
 * Refuses to let sheets go on which users work or to which their formulas or names refer. Reads the
 * formulas of all other sheets.
 * @throws RefusedError that names the places
 */
export async function refuseLostSheets(
  context: Excel.RequestContext,
  standing: readonly StandingSheet[],
  surroundings: Surroundings,
): Promise<void> {
  const gone = standing.filter(({ planned }) => planned === undefined);
  if (gone.length === 0) return;
  for (const sheet of gone) {
    const places = placesOfUsers(sheet);
    if (places.length > 0) throw stillUsed(sheet.name, places);
  }
  const lost = gone.map(({ name }) => name);
  const names = new Set(lost.map((name) => name.toLowerCase()));
  const theirs = surroundings.sheets.filter(({ ours }) => !ours).map(({ name }) => name);
  const grids = await readSheets(context, theirs, {});
  const beside = standing.filter((sheet) => !gone.includes(sheet));
  const cells = [
    ...grids.map((grid) => ({ grid, former: undefined })),
    ...beside.map(({ grid, former }) => ({ grid, former })),
  ].flatMap(({ grid, former }) =>
    grid.rows.flatMap((contents, row) =>
      contents.flatMap((_content, column) => {
        if (former !== undefined && covers(former, row, column)) return [];
        const formula = grid.formulaAt(row, column);
        return formula !== undefined && refersTo(formula, names)
          ? [cellPlace(grid.name, row, column)]
          : [];
      }),
    ),
  );
  const named = surroundings.otherNames
    .filter(({ value }) => refersTo(value, names))
    .map(({ name }) => ({ words: fill({ de: "Name „{0}“", en: "name “{0}”" }, name) }));
  if (cells.length + named.length > 0) throw stillReferred(lost, [...cells, ...named]);
}

/** Everything that would be lost with a sheet. */
function placesOfUsers(sheet: StandingSheet): readonly Place[] {
  const { name, grid, former } = sheet;
  const filled = (content: CellContent, row: number, column: number): readonly Place[] =>
    content === null || covers(former, row, column) ? [] : [cellPlace(name, row, column)];
  const table = { de: "die Tabelle „{0}“", en: "the table “{0}”" };
  const chart = { de: "Diagramm „{0}“", en: "chart “{0}”" };
  const own = { de: "Name „{0}“", en: "name “{0}”" };
  const shapes = { words: { de: "ein Bild oder eine Form", en: "a picture or shape" } };
  return [
    ...grid.rows.flatMap((contents, row) =>
      contents.flatMap((content, column) => filled(content, row, column)),
    ),
    ...sheet.comments.map(({ firstRow, firstColumn }) => commentPlace(name, firstRow, firstColumn)),
    ...sheet.tables.map((each) => ({ words: fill(table, each.name) })),
    ...sheet.charts
      .filter((each) => !each.name.startsWith(CHART_MARK))
      .map((each) => ({ words: fill(chart, each.name) })),
    ...(sheet.shapes > 0 ? [shapes] : []),
    ...sheet.ownNames.map((each) => ({ words: fill(own, each) })),
  ];
}
