import type { ColumnCorrection, ReadingAnswers, SheetCorrection } from "./line";
import type { ColumnMeaning, ColumnRole } from "./columns";
import type { Grid } from "./grid";
import { findHeader } from "./header";
import { fold } from "./words";

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

/** A correction with what is needed to recognise the same layout a year later. */
export interface RememberedCorrection {
  /** Headers without their years. */
  readonly print: string;
  /** First year in the headers when the correction was made. */
  readonly firstYear?: number;
  readonly correction: SheetCorrection;
}

/** What a sheet's headers look like with the years taken out; undefined without a header. */
export function layoutPrint(grid: Grid): { print: string; firstYear?: number } | undefined {
  const band = findHeader(grid);
  if (band === undefined) return undefined;
  const text = band.texts.map(fold).join("|");
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) => Number(match[0]));
  const print = text.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, "#");
  return years.length === 0 ? { print } : { print, firstYear: Math.min(...years) };
}

/**
 * The remembered corrections that fit these sheets, with their years moved on: a sheet of the next
 * year has the same headers one year later. Rows are not carried over, they have moved.
 */
export function recallCorrections(
  grids: readonly Grid[],
  remembered: readonly RememberedCorrection[],
): readonly SheetCorrection[] {
  const recalled: SheetCorrection[] = [];
  for (const grid of grids) {
    const layout = layoutPrint(grid);
    if (layout === undefined) continue;
    const known = remembered.filter(({ print }) => print === layout.print).at(-1);
    if (known === undefined) continue;
    const shift =
      layout.firstYear === undefined || known.firstYear === undefined
        ? 0
        : layout.firstYear - known.firstYear;
    const { columns, budgetYear, notABudget, unit, signs, leaveOut, takeIn } = known.correction;
    const same = shift === 0 && known.correction.sheet === grid.name;
    recalled.push({
      sheet: grid.name,
      ...(notABudget === undefined ? {} : { notABudget }),
      ...(unit === undefined ? {} : { unit }),
      ...(signs === undefined ? {} : { signs }),
      ...(budgetYear === undefined ? {} : { budgetYear: budgetYear + shift }),
      ...(columns === undefined
        ? {}
        : {
            columns: columns.map((column) =>
              column.year === undefined ? column : { ...column, year: column.year + shift },
            ),
          }),
      ...(same && leaveOut !== undefined ? { leaveOut } : {}),
      ...(same && takeIn !== undefined ? { takeIn } : {}),
    });
  }
  return recalled;
}
