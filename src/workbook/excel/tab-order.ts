import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";

/** A sheet that gets another name. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** A sheet that is put to a position among all sheets, from 0. */
export interface Move {
  readonly name: string;
  readonly position: number;
}

/** The moves that bring sheets from one order into another, one after the other. */
export function movesInto(order: readonly string[], wanted: readonly string[]): readonly Move[] {
  const now = [...order];
  return wanted.flatMap((name, position) => {
    if (now[position] === name) return [];
    now.splice(now.indexOf(name), 1);
    now.splice(position, 0, name);
    return [{ name, position }];
  });
}

/** The order in which those that are named stand as given, and all others where they are. */
export function orderLike(now: readonly string[], given: readonly string[]): readonly string[] {
  const known = given.filter((name) => now.includes(name));
  let next = 0;
  return now.map((name) => (known.includes(name) ? (known[next++] ?? name) : name));
}

export function orderPiece(moves: readonly Move[]): readonly Piece[] {
  if (moves.length === 0) return [];
  return [
    {
      bytes: bytesOf(moves.length * 3),
      write: ({ workbook }) => {
        for (const { name, position } of moves) {
          workbook.worksheets.getItem(name).position = position;
        }
      },
    },
  ];
}

/** Gives sheets other names; where one wants the name that another still has, by way of a third. */
export function rename({ worksheets }: Excel.Workbook, renamings: readonly Renaming[]): void {
  const wanted = new Set(renamings.map(({ to }) => to.toLowerCase()));
  const between = renamings.map(({ from, to }, index) => {
    const isInTheWay = wanted.has(from.toLowerCase()) && from.toLowerCase() !== to.toLowerCase();
    if (!isInTheWay) return from;
    const name = temporaryName(index);
    worksheets.getItem(from).name = name;
    return name;
  });
  for (const [index, { to }] of renamings.entries()) {
    worksheets.getItem(between[index] ?? to).name = to;
  }
}

/** A name that no sheet of a plan and hardly one of a user has. */
export function temporaryName(index: number): string {
  return `KR~${String(index + 1)}`;
}
