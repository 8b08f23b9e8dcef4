import type { BudgetLine, BudgetSheet } from "../../budget/line";
import { fold } from "../../budget/words";
import { coveredYears, plannedValue } from "../../model/budget-source";
import type { ModelDocument } from "../../model/document";
import { countedLines } from "../../model/presets/counted-lines";

/** A budget line as it can be assigned, with what it weighs. */
export interface AssignableLine {
  readonly line: BudgetLine;
  readonly sheet: BudgetSheet;
  /** Sheet and row: tells lines apart and finds them again after reading anew. */
  readonly id: string;
  /** Set where the model leaves the line out whatever rule takes it in. */
  readonly leftOut?: "internal-charges" | "direction-unknown";
  /** Planned values by year, EUR, expense positive and revenue negative; none for lines left out. */
  readonly amounts: ReadonlyMap<number, number>;
  /** Product, account and texts in one spelling, to search in. */
  readonly searched: string;
}

/** The lines of the sheets in their order, and the years that the budget has. */
export interface AssignableBudget {
  readonly lines: readonly AssignableLine[];
  readonly years: readonly number[];
  /** The year that sums show first: the budget's own, else its last. */
  readonly budgetYear: number | undefined;
}

/** The lines of all sheets that were read, counted as the model counts them. */
export function assignableBudget(
  sheets: readonly BudgetSheet[],
  land: ModelDocument["land"],
): AssignableBudget {
  const counted = countedLines({ land }, sheets);
  const signs = new Map(counted.map(({ line, sign }) => [line, sign] as const));
  const lines = sheets.flatMap((sheet) => {
    const years = coveredYears(sheet);
    return sheet.lines.map((line): AssignableLine => {
      const sign = signs.get(line);
      const { product, productLabel, account, label } = line;
      const base = {
        line,
        sheet,
        id: `${String(line.row)} ${line.sheet}`,
        searched: fold([product, productLabel, account, label].filter(Boolean).join(" ")),
      };
      if (sign === undefined) return { ...base, leftOut: "internal-charges", amounts: new Map() };
      if (sign === 0) return { ...base, leftOut: "direction-unknown", amounts: new Map() };
      return { ...base, amounts: plannedAmounts({ line, sheet }, years, sign) };
    });
  });
  const years = [...new Set(sheets.flatMap(coveredYears))].sort((a, b) => a - b);
  const stated = sheets.map(({ budgetYear }) => budgetYear).find((year) => year !== undefined);
  return { lines, years, budgetYear: stated ?? years.at(-1) };
}

function plannedAmounts(
  placed: Pick<AssignableLine, "line" | "sheet">,
  years: readonly number[],
  sign: 1 | -1,
): ReadonlyMap<number, number> {
  const source = { sheets: [placed.sheet], cell: () => null };
  const amounts = new Map<number, number>();
  for (const year of years) {
    const planned = plannedValue(source, placed, year);
    if (planned?.kind === "cell") amounts.set(year, sign * planned.value);
  }
  return amounts;
}

/** The words of a search, as {@link AssignableLine.searched} writes them. */
export function searchWords(text: string): readonly string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "");
}

/** Sums of lines by year, EUR, expense less revenue. */
export function sumsByYear(
  lines: Iterable<Pick<AssignableLine, "amounts">>,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { amounts } of lines)
    for (const [year, amount] of amounts) sums.set(year, (sums.get(year) ?? 0) + amount);
  return sums;
}
