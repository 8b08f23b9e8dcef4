import type { ColumnCorrection, ReadingAnswers, SheetCorrection } from "./line";
import { sheetCell } from "../address";
import type { SheetFindings } from "./collect";
import type { ColumnMeaning, ColumnRole } from "./columns";
import type { Grid } from "./grid";

/** The correction a user has made to a sheet, if any; the last one counts. */
export function correctionOf(answers: ReadingAnswers, sheet: string): SheetCorrection | undefined {
  return answers.corrections?.filter((correction) => correction.sheet === sheet).at(-1);
}

/** The columns as the user says they are; columns without a word from the user stay as read. */
export function correctColumns(
  meanings: readonly ColumnMeaning[],
  corrections: readonly ColumnCorrection[],
): readonly ColumnMeaning[] {
  const corrected = [...meanings];
  for (const correction of corrections) {
    const { column } = correction;
    const before = corrected[column] ?? emptyColumn(column);
    while (corrected.length < column) corrected.push(emptyColumn(corrected.length));
    corrected[column] = correctColumn(before, correction);
  }
  return corrected;
}

function emptyColumn(column: number): ColumnMeaning {
  return {
    column,
    header: "",
    folded: "",
    role: "empty",
    rank: 0,
    part: "value",
    damagedYear: false,
    letters: false,
  };
}

function correctColumn(before: ColumnMeaning, correction: ColumnCorrection): ColumnMeaning {
  const { column, header, folded, unit } = before;
  const base = {
    column,
    header,
    folded,
    // The user's choice comes before every column the reader found itself.
    rank: 100,
    part: "value",
    damagedYear: false,
    letters: true,
    ...(unit === undefined ? {} : { unit }),
  } as const;
  if (correction.means === "amount" || correction.means === "balance") {
    const year = correction.year ?? before.year;
    const kind = correction.kind ?? before.kind;
    const direction = correction.direction ?? before.direction;
    return {
      ...base,
      role: "amount",
      part: correction.means === "balance" ? "balance" : "value",
      ...(year === undefined ? {} : { year }),
      ...(before.offset === undefined ? {} : { offset: before.offset }),
      ...(kind === undefined ? {} : { kind }),
      ...(direction === undefined ? {} : { direction }),
    };
  }
  const role: ColumnRole = correction.means === "ignore" ? "empty" : correction.means;
  return { ...base, role };
}

/** Says which columns and rows of a correction do not exist in the table, so that no slip goes unseen. */
export function reportIdle(
  grid: Grid,
  firstRow: number,
  { columns = [], leaveOut = [], takeIn = [] }: SheetCorrection,
  findings: SheetFindings,
): void {
  const width = grid.rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const report = (row: number, column: number): void => {
    const cell = sheetCell(grid.name, row, column);
    findings.at("warning", "correction-idle", row, column, {
      de: `Ihre Korrektur nennt ${cell}; dort steht nichts, was sich auslesen ließe. Bitte Spalte und Zeile prüfen.`,
      en: `Your correction names ${cell}; nothing stands there that could be read. Please check column and row.`,
    });
  };
  for (const { column } of columns) if (column >= width) report(firstRow, column);
  for (const row of [...leaveOut, ...takeIn])
    if (row < firstRow || row >= grid.rows.length) report(row, 0);
}
