import type { PlanSheet, WorkbookPlan } from "../plan";
import { NOTHING_ADDED, readAdditions } from "./additions";
import type { Additions } from "./additions";
import { PLAIN_LOOK } from "./cell-looks";
import type { CellLook } from "./cell-looks";
import { findStoredPart } from "./custom-part";
import type { StoredPart } from "./custom-part";
import { stillUsed } from "../in-the-way";
import { lookOwner } from "../styles";
import type { OpenedPackage, PackageSheet } from "./opened-package";
import { AREA_NAME, isStrayMark } from "./our-marks";
import { PackageGraph } from "./package-graph";
import { refuseLostReferences } from "./references-to-sheets";
import { readSheet, readSheetContext, readWorkbookLooks } from "./sheet-context";
import type { SheetContext } from "./sheet-reader";

/** Sheets and names of a plan; none of either takes everything of ours out. */
export type PlannedSheets = Pick<WorkbookPlan, "sheets" | "names">;

/** A sheet of ours as it stands, at its position among all sheets from 0. */
export interface FormerSheet {
  readonly sheet: PackageSheet;
  readonly place: number;
}

/** What an earlier run left in the workbook, and what stays of it. */
export interface Former {
  /** The old sheet of each planned one. */
  readonly sheets: ReadonlyMap<PlanSheet, FormerSheet>;
  readonly additions: ReadonlyMap<PlanSheet, Additions>;
  readonly gone: readonly FormerSheet[];
  readonly stored: StoredPart | undefined;
  /** Parts that go or are written anew, in small letters. */
  readonly removed: ReadonlySet<string>;
  /** Positions of defined names of ours. */
  readonly removedNames: ReadonlySet<number>;
}

/** Names that a sheet of ours has for itself; all others on it are the user's. */
const SHEET_NAMES: ReadonlySet<string> = new Set([
  "_xlnm.Print_Area",
  "_xlnm.Print_Titles",
  "_xlnm._FilterDatabase",
  AREA_NAME,
]);

/**
 * Finds what is ours in a workbook and what users added to it.
 * With `keepsAdditions` a sheet may only go when it carries nothing of the user's.
 * @throws RefusedError when something of the user's would be lost or broken
 */
export function findFormer(
  opened: OpenedPackage,
  plan: PlannedSheets,
  keepsAdditions: boolean,
): Former {
  const all = opened.sheets.flatMap((sheet, place) =>
    sheet.mark === undefined ? [] : [{ sheet, place }],
  );
  const stored = findStoredPart(opened);
  const sheets = matchSheets(all, plan);
  const matched = new Set([...sheets.values()].map(({ place }) => place));
  const gone = all.filter(({ place }) => !matched.has(place));
  const removedNames = namesOfOurs(opened, all, plan);
  const nothing: Former = {
    sheets,
    additions: new Map(),
    gone,
    stored,
    removed: new Set(),
    removedNames,
  };
  if (all.length === 0 && stored === undefined) return nothing;

  const readOne = readerOf(opened, plan);
  if (keepsAdditions) {
    for (const former of gone) {
      const { places } = readOne(former, undefined);
      const own = [...places, ...localNames(opened, former)];
      if (own.length > 0) throw stillUsed(former.sheet.name, own);
    }
  }
  const additions = new Map(
    [...sheets].map(([planned, former]) => [planned, readOne(former, planned)] as const),
  );
  const graph = new PackageGraph(opened.archive);
  const removed = partsOfOurs(opened, all, stored, [...additions.values()], graph);
  const kept = new Set(plan.sheets.map(({ name }) => name.toLowerCase()));
  const lost = all.map(({ sheet }) => sheet.name).filter((name) => !kept.has(name.toLowerCase()));
  refuseLostReferences(opened, lost, {
    removed,
    removedNames,
    additions: new Map([...additions].map(([{ name }, added]) => [name, added])),
    graph,
  });
  return { ...nothing, additions, removed };
}

/** Old and new sheets belong together by their mark, else by their name: a renamed one keeps its notes. */
function matchSheets(
  all: readonly FormerSheet[],
  plan: PlannedSheets,
): ReadonlyMap<PlanSheet, FormerSheet> {
  const marks = new Map(
    plan.names.map(({ name, reference }) => [
      reference.replace(/!\$A\$1$/, "").toLowerCase(),
      name.toLowerCase(),
    ]),
  );
  const free = new Set(all);
  const pairs = new Map<PlanSheet, FormerSheet>();
  const pair = (belongs: (former: FormerSheet, planned: PlanSheet) => boolean): void => {
    for (const planned of plan.sheets) {
      if (pairs.has(planned)) continue;
      const found = [...free].find((former) => belongs(former, planned));
      if (found === undefined) continue;
      free.delete(found);
      pairs.set(planned, found);
    }
  };
  pair(({ sheet }, planned) => {
    const mark = marks.get(quoted(planned.name));
    return mark !== undefined && mark === sheet.mark?.toLowerCase();
  });
  pair(({ sheet }, planned) => sheet.name.toLowerCase() === planned.name.toLowerCase());
  return pairs;
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`.toLowerCase();
}

function readerOf(opened: OpenedPackage, plan: PlannedSheets) {
  const chartNames = new Set(plan.sheets.flatMap(({ charts }) => charts.map(({ name }) => name)));
  let context: SheetContext | undefined;
  let looks: readonly CellLook[] | undefined;
  return ({ sheet, place }: FormerSheet, planned: PlanSheet | undefined): Additions => {
    let rows: ReturnType<typeof readSheet>["rows"] | undefined;
    return readAdditions(opened, {
      sheet,
      place,
      planned,
      chartNames,
      contentAt: (row, column) => {
        context ??= readSheetContext(opened);
        rows ??= readSheet(opened, sheet, context).rows;
        return rows[row]?.[column] ?? null;
      },
      ownerOf: (cellFormat) => {
        looks ??= readWorkbookLooks(opened).looks;
        const { vertical, fill } = looks[cellFormat] ?? PLAIN_LOOK;
        return lookOwner(vertical, fill);
      },
    });
  };
}

function namesOfOurs(
  { description }: OpenedPackage,
  all: readonly FormerSheet[],
  plan: PlannedSheets,
): ReadonlySet<number> {
  const written = new Set(plan.names.map(({ name }) => name.toLowerCase()));
  const marks = new Set(all.map(({ sheet }) => sheet.mark));
  const places = new Set(all.map(({ place }) => place));
  const removed = new Set<number>();
  description.names.forEach((name, index) => {
    const isMark = name.localSheet === undefined && marks.has(name.name);
    const isLocal =
      name.localSheet !== undefined && places.has(name.localSheet) && SHEET_NAMES.has(name.name);
    if (isMark || isLocal || isStrayMark(name, written)) removed.add(index);
  });
  return removed;
}

function localNames({ description }: OpenedPackage, { place }: FormerSheet) {
  return description.names
    .filter(({ name, localSheet }) => localSheet === place && !SHEET_NAMES.has(name))
    .map(({ name }) => ({ words: { de: `Name „${name}“`, en: `name “${name}”` } }));
}

/** Everything that only our sheets and our stored part refer to, but what users added to them. */
function partsOfOurs(
  { archive, sheets }: OpenedPackage,
  all: readonly FormerSheet[],
  stored: StoredPart | undefined,
  additions: readonly Additions[],
  graph: PackageGraph,
): ReadonlySet<string> {
  const own = [
    ...all.map(({ sheet }) => sheet.part),
    ...(stored === undefined ? [] : [stored.part]),
  ].map((part) => part.toLowerCase());
  const ours = new Set(all.map(({ place }) => place));
  const kept = additions.flatMap(({ relationships, drawing }) =>
    [...relationships, ...(drawing?.relationships ?? [])]
      .filter(({ external }) => !external)
      .map(({ target }) => target),
  );
  const others = sheets.filter((_sheet, place) => !ours.has(place)).map(({ part }) => part);
  const staying = graph.reach(["", ...others, ...kept], new Set(own));
  const removed = new Set<string>();
  for (const part of graph.reach(own)) {
    if (staying.has(part)) continue;
    removed.add(part);
    const slash = part.lastIndexOf("/") + 1;
    removed.add(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  }
  return new Set([...removed].filter((part) => archive.has(part)));
}

/** What users added to the old sheet of a planned one. */
export function additionsOf({ additions }: Former, planned: PlanSheet): Additions {
  return additions.get(planned) ?? NOTHING_ADDED;
}
