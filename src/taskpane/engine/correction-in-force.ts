import { correctionOf } from "../../budget/corrections";
import type { ReadingAnswers, SheetCorrection } from "../../budget/line";
import { recallCorrection } from "../../budget/remembered";
import type { ReadBudget } from "../../sheets/plan-model";

/** What a sheet was read with: the user's own word, else what is remembered of it or of its like. */
export function correctionInForce(
  { grids }: ReadBudget,
  answers: ReadingAnswers,
  sheet: string,
): SheetCorrection {
  const own = correctionOf(answers, sheet);
  if (own !== undefined) return own;
  const grid = grids.find(({ name }) => name === sheet);
  if (grid === undefined) return { sheet };
  const names = grids.map(({ name }) => name);
  return recallCorrection(grid, names, answers).correction ?? { sheet };
}
