import type { Direction } from "./line";
import type { ClassifiedRow } from "./classify";
import { findScheme, schemeDirection, type AccountEvidence, type AccountScheme } from "./schemes";
import { labelDirection, statementDirection } from "./vocabulary";

/** Directions of the lines of a sheet, and the chart of accounts that decided them, if one did. */
export interface Directions {
  readonly of: ReadonlyMap<ClassifiedRow, Direction>;
  readonly scheme?: AccountScheme;
  /** Lines whose direction only the Gruppierungsplan tells. */
  readonly byGrouping: number;
  readonly unknown: number;
}

/**
 * The direction of each line, from the most certain source that has one: column or heading, chart
 * of accounts, the sum the line is part of, the line's own name. `grouping` is the chart of a cameral
 * budget; it decides where the lines themselves neither prove nor contradict it.
 */
export function findDirections(
  rows: readonly ClassifiedRow[],
  grouping: AccountScheme | undefined,
): Directions {
  const lines = rows.filter(({ what }) => what === "line");
  const evidence = needsScheme(lines) ? evidenceOf(lines) : [];
  const proven = findScheme(evidence);
  const fits =
    grouping !== undefined &&
    evidence.every(({ account, direction }) => schemeDirection(grouping, account) === direction);
  const scheme = proven ?? (fits && needsScheme(lines) ? grouping : undefined);
  const statement = lines.every(({ row }) => row.keys.account === undefined);
  const of = new Map<ClassifiedRow, Direction>();
  let unknown = 0;
  for (const line of lines) {
    const { account } = line.row.keys;
    const direction =
      line.row.direction ??
      (scheme === undefined || account === undefined
        ? undefined
        : schemeDirection(scheme, account)) ??
      line.blockDirection ??
      (statement
        ? statementDirection(line.row.label.words)
        : labelDirection(line.row.label.words)) ??
      line.row.section;
    if (direction === undefined) unknown += 1;
    else of.set(line, direction);
  }
  const byGrouping = proven === undefined && scheme !== undefined ? of.size : 0;
  return { of, unknown, byGrouping, ...(scheme === undefined ? {} : { scheme }) };
}

function needsScheme(lines: readonly ClassifiedRow[]): boolean {
  return lines.some(({ row }) => row.direction === undefined && row.keys.account !== undefined);
}

function evidenceOf(lines: readonly ClassifiedRow[]): readonly AccountEvidence[] {
  const evidence: AccountEvidence[] = [];
  for (const line of lines) {
    const { account } = line.row.keys;
    if (account === undefined) continue;
    const direction =
      line.row.direction ?? line.blockDirection ?? labelDirection(line.row.label.words);
    if (direction !== undefined) evidence.push({ account, direction });
  }
  return evidence;
}
