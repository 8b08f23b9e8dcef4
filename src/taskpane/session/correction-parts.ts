import type { ColumnCorrection, Direction, SheetCorrection } from "../../budget/line";

/**
 * The single things a correction says, each as a correction of its own, so that each can be named and
 * taken back.
 */
export function correctionParts(correction: SheetCorrection): readonly SheetCorrection[] {
  const { sheet, notABudget, headerRows, budgetYear, unit, notation, signs } = correction;
  const { columns = [], leaveOut = [], takeIn = [] } = correction;
  const directions: readonly Direction[] = ["revenue", "expense"];
  return [
    ...(notABudget === undefined ? [] : [{ sheet, notABudget }]),
    ...(headerRows === undefined ? [] : [{ sheet, headerRows }]),
    ...(budgetYear === undefined ? [] : [{ sheet, budgetYear }]),
    ...(unit === undefined ? [] : [{ sheet, unit }]),
    ...(notation === undefined ? [] : [{ sheet, notation }]),
    ...directions.flatMap((direction) => {
      const sign = signs?.[direction];
      return sign === undefined ? [] : [{ sheet, signs: { [direction]: sign } }];
    }),
    ...columns.map((column) => ({ sheet, columns: [column] })),
    ...leaveOut.map((row) => ({ sheet, leaveOut: [row] })),
    ...takeIn.map((row) => ({ sheet, takeIn: [row] })),
  ];
}

/** The correction without one of its {@link correctionParts}. */
export function withoutPart(correction: SheetCorrection, part: SheetCorrection): SheetCorrection {
  const key = JSON.stringify(part);
  const kept = correctionParts(correction).filter((one) => JSON.stringify(one) !== key);
  return kept.reduce<SheetCorrection>(joined, { sheet: correction.sheet });
}

/** The user's word on a column takes the place of an earlier one. */
export function withColumn(correction: SheetCorrection, column: ColumnCorrection): SheetCorrection {
  const others = (correction.columns ?? []).filter((one) => one.column !== column.column);
  const columns = [...others, column].sort((a, b) => a.column - b.column);
  return { ...correction, columns };
}

/** What a user can say of a row; `undefined` leaves it to the reader. */
export type RowWord = "leave-out" | "take-in" | undefined;

/** Whether a row counts, as the user says; an earlier word on it is taken back. */
export function withRow(correction: SheetCorrection, row: number, word: RowWord): SheetCorrection {
  const { leaveOut = [], takeIn = [] } = correction;
  const others = (rows: readonly number[]): readonly number[] => rows.filter((one) => one !== row);
  return withRows(
    correction,
    word === "leave-out" ? [...others(leaveOut), row] : others(leaveOut),
    word === "take-in" ? [...others(takeIn), row] : others(takeIn),
  );
}

/** Which rows do not count and which do although they look like sums; rows from 0. */
export function withRows(
  correction: SheetCorrection,
  leaveOut: readonly number[],
  takeIn: readonly number[],
): SheetCorrection {
  const others = correctionParts(correction).filter(
    (part) => part.leaveOut === undefined && part.takeIn === undefined,
  );
  const sorted = (rows: readonly number[]): readonly number[] => [...rows].sort((a, b) => a - b);
  return {
    ...others.reduce<SheetCorrection>(joined, { sheet: correction.sheet }),
    ...(leaveOut.length === 0 ? {} : { leaveOut: sorted(leaveOut) }),
    ...(takeIn.length === 0 ? {} : { takeIn: sorted(takeIn) }),
  };
}

function joined(whole: SheetCorrection, part: SheetCorrection): SheetCorrection {
  const { signs, columns, leaveOut, takeIn } = part;
  return {
    ...whole,
    ...part,
    ...(signs === undefined ? {} : { signs: { ...whole.signs, ...signs } }),
    ...(columns === undefined ? {} : { columns: [...(whole.columns ?? []), ...columns] }),
    ...(leaveOut === undefined ? {} : { leaveOut: [...(whole.leaveOut ?? []), ...leaveOut] }),
    ...(takeIn === undefined ? {} : { takeIn: [...(whole.takeIn ?? []), ...takeIn] }),
  };
}
