import type { SheetCorrection } from "../../../budget/line";
import { useEngine, usePaneState, useSession } from "../../frame/session-context";

/** The user's word on a sheet, as it is in force, and a way to change it. */
export interface SheetWord {
  /** Own corrections, else remembered ones; without any only the sheet's name. */
  readonly inForce: SheetCorrection;
  readonly correct: (correction: SheetCorrection) => void;
  /** Another job is running: a correction has to wait. */
  readonly busy: boolean;
}

/** What the user said of a sheet. */
export function useCorrection(sheet: string): SheetWord {
  const session = useSession();
  const engine = useEngine();
  const budget = usePaneState((state) => state.budget);
  const answers = usePaneState((state) => state.answers);
  const busy = usePaneState((state) => state.job !== undefined);
  const inForce =
    engine === undefined || budget.kind !== "read"
      ? { sheet }
      : engine.correctionInForce(budget.budget, answers, sheet);
  return { inForce, busy, correct: (correction) => void session.correct(correction) };
}
