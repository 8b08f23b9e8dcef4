import type { Text } from "../language";
import type { ColumnMeaning } from "./columns";
import type { AmountKind, Direction } from "./line";
import { yearsIn } from "./years";
import { fold } from "./words";

/** An amount column whose year and kind are known. */
export interface TimedColumn {
  readonly column: number;
  readonly year: number;
  readonly kind: AmountKind;
  readonly kindAssumed: boolean;
  readonly direction?: Direction;
  readonly meaning: ColumnMeaning;
}

/** The budget year with what says so, or why it has to be asked for. */
export interface BudgetYearSource {
  readonly year?: number;
  readonly from: "answer" | "title" | "sheet-name" | "file-name" | "header" | "none";
  /** Two years of a two-year budget stand there. */
  readonly second?: number;
  readonly conflict?: Text;
}

/**
 * The budget year: the user's answer, else what title rows, sheet name and file name say. Sources
 * that contradict each other decide nothing.
 */
export function findBudgetYear(
  answer: number | undefined,
  titles: readonly string[],
  sheetName: string,
  fileName: string | undefined,
): BudgetYearSource {
  if (answer !== undefined) return { year: answer, from: "answer" };
  const title = titles
    .map((text) => fold(text))
    .filter(
      (text) => /haushalt|plan|budget|jahr|etat/.test(text) && !/stand|druck|datum/.test(text),
    )
    .map(yearsIn)
    .find((years) => years.length > 0);
  const named = [
    { from: "title" as const, years: title ?? [] },
    { from: "sheet-name" as const, years: yearsIn(sheetName) },
    { from: "file-name" as const, years: yearsIn((fileName ?? "").replace(/[_.]/g, " ")) },
  ].filter(({ years }) => years.length === 1 || isTwoYear(years));
  const first = named[0];
  if (first === undefined) return { from: "none" };
  const year = first.years[0] ?? 0;
  const contrary = named.find((source) => source.years[0] !== year);
  if (contrary !== undefined && first.from !== "title") {
    return {
      from: "none",
      conflict: {
        de: `Der Blattname nennt ${year}, der Dateiname ${contrary.years[0] ?? ""}.`,
        en: `The sheet name says ${year}, the file name ${contrary.years[0] ?? ""}.`,
      },
    };
  }
  const second = first.years[1];
  return { year, from: first.from, ...(second === undefined ? {} : { second }) };
}

function isTwoYear(years: readonly number[]): boolean {
  return years.length === 2 && (years[1] ?? 0) === (years[0] ?? 0) + 1;
}

/** Budget year that headers with both a year and a relative word agree on (`Ansatz Vorjahr 2011`). */
export function impliedBudgetYear(columns: readonly ColumnMeaning[]): number | undefined {
  const implied = new Set<number>();
  for (const { year, offset } of columns) {
    if (year !== undefined && offset !== undefined && offset !== 0) implied.add(year - offset);
  }
  const [only] = implied;
  return implied.size === 1 ? only : undefined;
}
