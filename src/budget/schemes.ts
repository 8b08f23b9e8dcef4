import type { Direction } from "./line";

/** A chart of accounts: which first digits are revenue and which expense. */
export interface AccountScheme {
  readonly name: "nw" | "south" | "he" | "cameral";
  readonly revenue: string;
  readonly expense: string;
}

/**
 * Charts of accounts in use: classes 4/5 (6/7 for cash) as in North Rhine-Westphalia, 3/4 (6/7) as
 * in Lower Saxony and Baden-Württemberg, 5 against 6/7 as in Hesse; in cameral and state budgets
 * main groups 0 to 3 are revenue and 4 to 9 expense (Gruppierungsplan).
 */
const SCHEMES: readonly AccountScheme[] = [
  { name: "nw", revenue: "46", expense: "57" },
  { name: "south", revenue: "36", expense: "47" },
  { name: "he", revenue: "5", expense: "67" },
  { name: "cameral", revenue: "0123", expense: "456789" },
];

/** A row with an account whose direction is known from its label. */
export interface AccountEvidence {
  readonly account: string;
  readonly direction: Direction;
}

export function schemeDirection(scheme: AccountScheme, account: string): Direction | undefined {
  const digit = account.trim().charAt(0);
  if (digit === "") return undefined;
  if (scheme.revenue.includes(digit)) return "revenue";
  return scheme.expense.includes(digit) ? "expense" : undefined;
}

/** The chart that the labelled rows agree with, undefined when none or several do. */
export function findScheme(evidence: readonly AccountEvidence[]): AccountScheme | undefined {
  if (evidence.length < 3) return undefined;
  const agreeing = SCHEMES.map((scheme) => {
    let right = 0;
    let revenue = 0;
    let expense = 0;
    for (const { account, direction } of evidence) {
      const said = schemeDirection(scheme, account);
      if (said === direction) right += 1;
      if (said === "revenue") revenue += 1;
      else if (said === "expense") expense += 1;
    }
    return { scheme, share: right / evidence.length, both: revenue > 0 && expense > 0 };
  })
    .filter(({ share }) => share >= 0.9)
    .sort((a, b) => b.share - a.share);
  const [best, second] = agreeing;
  if (best === undefined) return undefined;
  if (second !== undefined && second.share === best.share && !best.both) return undefined;
  return best.scheme;
}
