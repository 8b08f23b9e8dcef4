import type { Direction } from "./line";

/** Printed amounts of one direction, gathered to decide what its minus means. */
export interface SignEvidence {
  positive: number;
  negative: number;
  positiveSum: number;
  negativeSum: number;
}

/** The sign of one direction, with what the sheet says against it. */
export interface SignDecision {
  readonly sign: 1 | -1;
  readonly doubtful: boolean;
}

export type SignConvention = Readonly<Record<Direction, 1 | -1>>;

export function noEvidence(): SignEvidence {
  return { positive: 0, negative: 0, positiveSum: 0, negativeSum: 0 };
}

export function addEvidence(evidence: SignEvidence, value: number): void {
  if (value > 0) {
    evidence.positive += 1;
    evidence.positiveSum += value;
  } else if (value < 0) {
    evidence.negative += 1;
    evidence.negativeSum -= value;
  }
}

/** Sign that makes a direction's amounts positive, and whether the sheet leaves any doubt about it. */
export function decideSign(evidence: SignEvidence): SignDecision {
  const { positive, negative, positiveSum, negativeSum } = evidence;
  const bySum = negativeSum > positiveSum;
  const byCount = negative > positive;
  const [more, less] = [Math.max(positiveSum, negativeSum), Math.min(positiveSum, negativeSum)];
  const clear = more >= 3 * less || (bySum === byCount && more >= 1.5 * less);
  return { sign: bySum ? -1 : 1, doubtful: positive + negative > 0 && !clear };
}

/**
 * Sets the signs of both directions against the balances the sheet prints: a doubtful direction
 * follows the clear one, and two clear ones that the balances contradict become doubtful.
 */
export function agreeSigns(
  revenue: SignDecision,
  expense: SignDecision,
  balances: { readonly opposite: number; readonly same: number },
): { readonly revenue: SignDecision; readonly expense: SignDecision } {
  if (balances.opposite === 0 ? balances.same === 0 : balances.same > 0)
    return { revenue, expense };
  const turn = balances.opposite > 0 ? -1 : 1;
  const follow = (clear: SignDecision): SignDecision => ({
    sign: clear.sign * turn === 1 ? 1 : -1,
    doubtful: false,
  });
  if (revenue.doubtful && !expense.doubtful) return { revenue: follow(expense), expense };
  if (expense.doubtful && !revenue.doubtful) return { revenue, expense: follow(revenue) };
  if (follow(revenue).sign !== expense.sign) {
    return { revenue, expense: { ...expense, doubtful: true } };
  }
  return { revenue, expense };
}
