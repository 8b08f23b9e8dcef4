import type { Direction } from "./line";

/** Printed amounts of one direction, gathered to decide what its minus means. */
export interface SignEvidence {
  positive: number;
  negative: number;
  positiveSum: number;
  negativeSum: number;
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
export function decideSign(evidence: SignEvidence): { sign: 1 | -1; doubtful: boolean } {
  const { positive, negative, positiveSum, negativeSum } = evidence;
  const bySum = negativeSum > positiveSum;
  const byCount = negative > positive;
  const clear =
    Math.max(positiveSum, negativeSum) >= 3 * Math.min(positiveSum, negativeSum) ||
    bySum === byCount;
  return { sign: bySum ? -1 : 1, doubtful: positive + negative > 0 && !clear };
}
