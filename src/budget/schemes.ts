import type { Direction } from "./line";

/** A chart of accounts: which first digits are revenue and which expense. */
export interface AccountScheme {
  readonly name: "nw" | "south" | "he" | "cameral";
  readonly revenue: string;
  readonly expense: string;
  /** Which part of the number carries the class: `0010.12400-0` puts the chapter first. */
  readonly part: number;
}

/**
 * Charts of accounts in use: classes 4/5 (6/7 for cash) as in North Rhine-Westphalia, 3/4 (6/7) as
 * in Lower Saxony and Baden-Württemberg, 5 against 6/7 as in Hesse; in cameral and state budgets
 * main groups 0 to 3 are revenue and 4 to 9 expense (Gruppierungsplan).
 */
const CHARTS: readonly Omit<AccountScheme, "part">[] = [
  { name: "nw", revenue: "46", expense: "57" },
  { name: "south", revenue: "36", expense: "47" },
  { name: "he", revenue: "5", expense: "67" },
  { name: "cameral", revenue: "0123", expense: "456789" },
];

const SCHEMES: readonly AccountScheme[] = [0, 1, 2].flatMap((part) =>
  CHARTS.map((chart) => ({ ...chart, part })),
);

/**
 * The Gruppierungsplan for numbers that hold the group behind the Gliederung (`0.0200.1100`), or alone
 * (`4140`); undefined where the numbers do not agree about its place.
 */
export function groupingScheme(accounts: readonly string[]): AccountScheme | undefined {
  if (accounts.length === 0) return undefined;
  const places = new Map<number, number>();
  for (const account of accounts) {
    const parts = account.trim().split(/[.\-/ ]+/);
    const long = parts.flatMap((part, at) => (/^\d{3,5}$/.test(part) ? [at] : []));
    const place = long[1] ?? (parts.length <= 2 ? long[0] : undefined);
    if (place !== undefined) places.set(place, (places.get(place) ?? 0) + 1);
  }
  const [best] = [...places].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < accounts.length * 0.95) return undefined;
  return SCHEMES.find(({ name, part }) => name === "cameral" && part === best[0]);
}

/** A row with an account whose direction is known from its label. */
export interface AccountEvidence {
  readonly account: string;
  readonly direction: Direction;
}

export function schemeDirection(scheme: AccountScheme, account: string): Direction | undefined {
  const digit = (account.trim().split(/[.\-/ ]+/)[scheme.part] ?? "").charAt(0);
  if (digit < "0" || digit > "9") return undefined;
  if (scheme.revenue.includes(digit)) return "revenue";
  return scheme.expense.includes(digit) ? "expense" : undefined;
}

/** The chart that the labelled rows agree with, undefined when none or several do. */
export function findScheme(evidence: readonly AccountEvidence[]): AccountScheme | undefined {
  if (evidence.length < 3) return undefined;
  const tallies = tally(evidence);
  const agreeing = SCHEMES.map((scheme) => {
    let right = 0;
    let revenue = 0;
    let expense = 0;
    for (const { account, direction, rows } of tallies) {
      const said = schemeDirection(scheme, account);
      if (said === direction) right += rows;
      if (said === "revenue") revenue += rows;
      else if (said === "expense") expense += rows;
    }
    const both = revenue > 0 && expense > 0;
    return { scheme, part: scheme.part, share: right / evidence.length, both };
  })
    .filter(({ share }) => share >= 0.9)
    .sort((a, b) => b.share - a.share || a.part - b.part);
  const [best, second] = agreeing;
  if (best === undefined) return undefined;
  const rival = second !== undefined && second.share === best.share && second.part === best.part;
  if (rival && !best.both) return undefined;
  return best.scheme;
}

interface Tally extends AccountEvidence {
  rows: number;
}

/** The same account says the same in thousands of rows: each is looked at once. */
function tally(evidence: readonly AccountEvidence[]): readonly Tally[] {
  const tallies = { revenue: new Map<string, Tally>(), expense: new Map<string, Tally>() };
  for (const { account, direction } of evidence) {
    const known = tallies[direction].get(account);
    if (known === undefined) tallies[direction].set(account, { account, direction, rows: 1 });
    else known.rows += 1;
  }
  return [...tallies.revenue.values(), ...tallies.expense.values()];
}
