import { sheetCell } from "../../address";
import type { BudgetLine, BudgetSheet } from "../../budget/line";
import { accountClasses, directionOf, natureOf } from "../../law/accounts";
import { plannedValue } from "../budget-source";
import type { ModelDocument } from "../document";

/** A budget line that a model can take in: everything but internal charges. */
export interface CountedLine {
  readonly line: BudgetLine;
  readonly sheet: BudgetSheet;
  /** Where it stands, `'Haushalt'!A12`. */
  readonly cell: string;
  /** 1 for expense, -1 for revenue, 0 where neither sheet nor account says it. */
  readonly sign: 1 | 0 | -1;
}

/** The lines of the sheets without internal charges, which a model leaves out in any case. */
export function countedLines(
  { land = "NW" }: Pick<ModelDocument, "land">,
  sheets: readonly BudgetSheet[],
): readonly CountedLine[] {
  return sheets.flatMap((sheet) => {
    const classes = accountClasses(land, sheet.bookkeeping);
    return sheet.lines.flatMap((line): CountedLine[] => {
      const { account } = line;
      if (account !== undefined && natureOf(account, classes) === "internal-charges") return [];
      const direction =
        line.direction ?? (account === undefined ? undefined : directionOf(account, classes));
      const sign = direction === undefined ? 0 : direction === "expense" ? 1 : -1;
      const cell = sheetCell(line.sheet, line.row, line.keys[0]?.cell.column ?? 0);
      return [{ line, sheet, cell, sign }];
    });
  });
}

/** Planned values of a year, expense less revenue, EUR. */
export function sumIn(lines: readonly CountedLine[], year: number): number {
  return lines.reduce((sum, { line, sheet, sign }) => {
    const planned = plannedValue({ sheets: [sheet], cell: () => null }, { line, sheet }, year);
    return planned?.kind === "cell" ? sum + sign * planned.value : sum;
  }, 0);
}

/**
 * Lines with cash accounts (classes 6 and 7) on sheets that show the expense accounts (class 4 or 5)
 * as well: the same money twice. Where classes 6 and 7 are the expense (Hesse), class 5 is revenue.
 */
export function cashLines(
  sheets: readonly BudgetSheet[],
  lines: readonly CountedLine[],
): readonly CountedLine[] {
  const twofold = new Set(
    sheets.filter(
      (sheet) =>
        sheet.bookkeeping === "doppik" &&
        sheet.lines.some(
          ({ account, direction }) =>
            account !== undefined && /^[45]/.test(account) && direction === "expense",
        ),
    ),
  );
  return lines.filter(
    ({ line, sheet }) =>
      twofold.has(sheet) && line.account !== undefined && /^[67]/.test(line.account),
  );
}
