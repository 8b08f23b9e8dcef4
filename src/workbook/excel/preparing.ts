import type { Grid } from "../../budget/grid";
import { extentOfPlan } from "../area";
import { serialOfDate, DAYS_TO_1904 } from "../dates";
import type { PlanSheet, WorkbookPlan } from "../plan";
import type { ApplyOptions } from "../port";
import { couldBeTaken } from "./cell-input";
import type { CellInput } from "./cell-input";
import { joined } from "./clearing";
import { packSheets } from "./journal";
import type { FormerSheet, Journal } from "./journal";
import { changeOf, markOf, sheetOfMark, withoutValues } from "./sheet-changes";
import { readStanding } from "./standing";
import type { StandingSheet } from "./standing";
import { refuseForbiddenPlan } from "./surroundings";
import type { Surroundings } from "./surroundings";
import { movesInto, temporaryName } from "./tab-order";
import type { Move, Renaming } from "./tab-order";
import { findUsersOwn, refuseLostSheets } from "./users-own";
import type { UsersOwn } from "./users-own";

/** A sheet that is written over what stands there. */
export interface AgainSheet {
  readonly sheet: PlanSheet;
  readonly standing: StandingSheet;
  readonly own: UsersOwn;
}

/** A name that marks a sheet and gives way to another. */
export interface MarkChange {
  readonly from: string;
  readonly to: string;
}

/** Everything a run is going to do, decided before it begins. */
export interface Run {
  readonly plan: WorkbookPlan;
  readonly date1904: boolean;
  readonly storedPart: string | undefined;
  readonly added: readonly PlanSheet[];
  readonly again: readonly AgainSheet[];
  /** Sheets of which only the print set-up changes. */
  readonly printed: readonly PlanSheet[];
  readonly gone: readonly StandingSheet[];
  readonly renamings: readonly Renaming[];
  readonly marks: readonly MarkChange[];
  readonly moves: readonly Move[];
  readonly journal: Journal;
}

/**
 * Compares a plan with what stands in the workbook. Undefined where nothing is to be done.
 * @throws RefusedError when the workbook cannot take the plan or something of the user's would be lost
 */
export async function prepareRun(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  surroundings: Surroundings,
  { previous, signal }: ApplyOptions,
): Promise<Run | undefined> {
  refuseForbiddenPlan(surroundings, plan);
  const standing =
    surroundings.marks.length === 0 ? [] : await readStanding(context, surroundings, plan);
  signal?.throwIfAborted();
  const before = (sheet: StandingSheet): PlanSheet | undefined => sheetOfMark(previous, sheet.mark);
  const changes = standing.flatMap((sheet) => {
    const { planned } = sheet;
    if (planned === undefined) return [];
    return [{ sheet, planned, change: changeOf(sheet, planned, before(sheet)) }];
  });
  const rewritten = changes.filter(({ change }) => change === "everything");
  const own = await findUsersOwn(
    context,
    rewritten.map(({ sheet }) => sheet),
  );
  await refuseLostSheets(context, standing, surroundings);
  signal?.throwIfAborted();
  const again = rewritten.flatMap(({ sheet, planned }) => {
    const users = own.get(sheet);
    return users === undefined ? [] : [{ sheet: planned, standing: sheet, own: users }];
  });
  const printed = changes.flatMap(({ planned, change }) => (change === "print" ? [planned] : []));
  const gone = standing.filter(({ planned }) => planned === undefined);
  const added = plan.sheets.filter((sheet) => !standing.some(({ planned }) => planned === sheet));
  const renamings = renamingsOf(standing, plan);
  const marks = standing.flatMap(({ planned, mark }) => {
    const to = planned === undefined ? undefined : markOf(plan, planned);
    if (planned === undefined || to === undefined) return [];
    return to.toLowerCase() === mark.toLowerCase() ? [] : [{ from: mark, to }];
  });
  const moves = movesOf(surroundings, standing, plan, renamings);
  const storedPart = surroundings.storedPart;
  // The stored part says on which day it was written: with the same one, footers are the same too.
  const isSame =
    storedPart === plan.storedPart &&
    [again, gone, added, renamings, marks, moves].every((all) => all.length === 0);
  if (isSame && (previous === undefined || printed.length === 0)) return undefined;
  const names = [
    ...added.flatMap((sheet) => markOf(plan, sheet) ?? []),
    ...marks.map(({ to }) => to),
  ];
  const journal: Journal = {
    sheets: added.map(({ name }) => name),
    names,
    storedPart: storedPart ?? null,
    strayNames: surroundings.strayNames.filter((name) => names.includes(name)),
    gone: gone.map(({ name, mark }) => {
      return { sheet: renamings.find(({ from }) => from === name)?.to ?? name, mark };
    }),
    order: standing.length === 0 ? [] : surroundings.sheets.map(({ name }) => name),
    former: packSheets(
      standing.map((sheet) => {
        const written = again.find((each) => each.standing === sheet);
        const isGone = sheet.planned === undefined;
        const known = before(sheet);
        return formerSheet(sheet, written, isGone, known, surroundings.date1904);
      }),
    ),
  };
  const { date1904 } = surroundings;
  return {
    plan,
    date1904,
    storedPart,
    added,
    again,
    printed,
    gone,
    renamings,
    marks,
    moves,
    journal,
  };
}

/** Sheets of ours whose name changes, and those that go and whose name another one gets. */
function renamingsOf(standing: readonly StandingSheet[], plan: WorkbookPlan): readonly Renaming[] {
  const wanted = new Set(plan.sheets.map(({ name }) => name.toLowerCase()));
  return standing.flatMap(({ name, planned }, index) => {
    if (planned !== undefined)
      return planned.name === name ? [] : [{ from: name, to: planned.name }];
    // Behind the numbers of those that are only on their way to another name.
    const aside = temporaryName(standing.length + index);
    return wanted.has(name.toLowerCase()) ? [{ from: name, to: aside }] : [];
  });
}

/** Our sheets stand together where the first of them stood, or behind all others. */
function movesOf(
  { sheets }: Surroundings,
  standing: readonly StandingSheet[],
  plan: WorkbookPlan,
  renamings: readonly Renaming[],
): readonly Move[] {
  const newName = (name: string): string => renamings.find(({ from }) => from === name)?.to ?? name;
  const ours = new Set(standing.map(({ name }) => name));
  const first = sheets.findIndex(({ name }) => ours.has(name));
  const theirs = sheets.filter(({ name }) => !ours.has(name)).map(({ name }) => name);
  const before = first === -1 ? theirs.length : first;
  const planned = plan.sheets.map(({ name }) => name);
  const staying = new Set(sheets.map(({ name }) => newName(name)));
  const now = [
    ...sheets.map(({ name }) => newName(name)),
    ...planned.filter((name) => !staying.has(name)),
  ];
  const gone = now.filter((name) => !planned.includes(name) && !theirs.includes(name));
  return movesInto(now, [...theirs.slice(0, before), ...planned, ...gone, ...theirs.slice(before)]);
}

function formerSheet(
  sheet: StandingSheet,
  written: AgainSheet | undefined,
  isGone: boolean,
  known: PlanSheet | undefined,
  date1904: boolean,
): FormerSheet {
  const { name, mark, markComment, former, asWritten, grid } = sheet;
  const identity = { name, mark, markComment, former, asWritten };
  if (written === undefined && !isGone) {
    return { ...identity, content: undefined, print: known?.print };
  }
  const extent = written === undefined ? former : joined(former, extentOfPlan(written.sheet));
  const cells = Array.from({ length: extent.lastRow + 1 }, (_row, row) =>
    Array.from({ length: extent.lastColumn + 1 }, (_column, column) =>
      inputOf(grid, row, column, date1904),
    ),
  );
  return {
    ...identity,
    content: {
      cells,
      planned:
        known === undefined
          ? undefined
          : { ...known, name, charts: known.charts.map(withoutValues) },
      kept: [...(written?.own.cells ?? [])],
      links: [...(written?.own.links ?? [])],
    },
    print: undefined,
  };
}

/** What has to be handed to Excel so that a cell holds again what it held. */
function inputOf(grid: Grid, row: number, column: number, date1904: boolean): CellInput {
  const formula = grid.formulaAt(row, column);
  if (formula !== undefined) return formula;
  const content = grid.rows[row]?.[column] ?? null;
  if (content === null) return "";
  if (typeof content === "string") return couldBeTaken(content) ? `'${content}` : content;
  if (typeof content !== "object") return content;
  if (content.kind === "error") return content.text;
  return serialOfDate(content.iso) - (date1904 ? DAYS_TO_1904 : 0);
}
