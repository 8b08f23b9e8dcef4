import type { BudgetLine } from "../../budget/line";
import type { LinePattern } from "../document";
import { matches } from "../line-roles";

/** What rules tell lines apart by. */
type Codes = Pick<BudgetLine, "product" | "account">;

/** Anything that carries a budget line. */
export interface CodedLine {
  readonly line: Codes;
}

/** Rules that take in exactly some lines, and the lines that no such rule reaches. */
export interface ExactRules<Line extends CodedLine> {
  readonly patterns: readonly LinePattern[];
  readonly taken: readonly Line[];
  readonly leftOut: readonly Line[];
}

export interface RuleChoice<Line extends CodedLine> {
  /** Lines that a rule may take in besides the selected; none unless said. */
  readonly harmless?: (line: Line) => boolean;
  /** Rules may also take in groups of products or accounts, `01.02.*` or `543*`. */
  readonly groups?: boolean;
}

/** Longest code the model file accepts. */
const LONGEST_CODE = 60;

/**
 * Few rules that take in the selected lines and no other that is not harmless: a whole product where
 * all its lines are selected, else product with account, else the account alone; with groups whatever
 * takes in most lines, and of equals the narrowest. Lines that share their codes with others cannot be
 * told apart by a rule and are left out.
 */
export function rulesFor<Line extends CodedLine>(
  selected: readonly Line[],
  all: readonly Line[],
  { harmless = () => false, groups = false }: RuleChoice<Line> = {},
): ExactRules<Line> {
  const chosen = new Set(selected);
  const offers = new Map<string, Offer<Line>>();
  for (const counted of selected) {
    for (const { pattern, rank } of groups ? grouped(counted.line) : plain(counted.line)) {
      const key = keyOf(pattern);
      const offer = offers.get(key);
      if (offer === undefined) offers.set(key, { pattern, rank, lines: [counted] });
      else offer.lines.push(counted);
    }
  }
  for (const other of all) {
    if (chosen.has(other) || harmless(other)) continue;
    for (const { pattern } of reaching(other.line, groups)) offers.delete(keyOf(pattern));
  }
  const order = new Map(selected.map((counted, index) => [counted, index] as const));
  const first = ({ lines: [line] }: Offer<Line>): number =>
    line === undefined ? 0 : (order.get(line) ?? 0);
  const patterns = coverWith([...offers.values()], selected)
    .sort((a, b) => first(a) - first(b))
    .map(({ pattern }) => pattern);
  // A rule made for one line may take in another that has no rule of its own.
  const isTaken = ({ line }: Line): boolean => patterns.some((pattern) => matches(pattern, line));
  return {
    patterns,
    taken: selected.filter(isTaken),
    leftOut: selected.filter((counted) => !isTaken(counted)),
  };
}

/** The narrowest pattern that takes in a line: what tells it apart from others, if anything does. */
export function narrowestPattern({ product, account }: Codes): LinePattern {
  return {
    ...(isUsable(product) ? { product } : {}),
    ...(isUsable(account) ? { account } : {}),
  };
}

/** A pattern that takes in no foreign line, with the selected lines it takes in. */
interface Offer<Line> extends Candidate {
  readonly lines: Line[];
}

interface Candidate {
  readonly pattern: LinePattern;
  /** Of patterns that take in equally many lines the lower one is chosen. */
  readonly rank: number;
}

/** Chooses the pattern that takes in most open lines, again and again. */
function coverWith<Line>(offers: readonly Offer<Line>[], selected: readonly Line[]): Offer<Line>[] {
  const open = new Set(selected);
  const picked: Offer<Line>[] = [];
  const byCount: Offer<Line>[][] = [];
  for (const offer of offers) (byCount[offer.lines.length] ??= []).push(offer);
  for (let count = byCount.length - 1; count > 0; count -= 1) {
    // What takes in fewer lines by now waits for its turn there.
    for (const offer of (byCount[count] ?? []).sort((a, b) => a.rank - b.rank)) {
      const left = offer.lines.reduce((sum, line) => sum + (open.has(line) ? 1 : 0), 0);
      if (left < count) {
        (byCount[left] ??= []).push(offer);
        continue;
      }
      picked.push(offer);
      for (const line of offer.lines) open.delete(line);
    }
  }
  return picked;
}

/** Patterns without groups that take in a line, the widest first. */
function plain({ product, account }: Codes): readonly Candidate[] {
  const patterns: readonly LinePattern[] = [
    ...(isUsable(product) ? [{ product }] : []),
    ...(isUsable(product) && isUsable(account) ? [{ product, account }] : []),
    ...(isUsable(account) && product === undefined ? [{ account }] : []),
  ];
  return patterns.map((pattern, rank) => ({ pattern, rank }));
}

/** All patterns that take in a line, each with how wide it is; a rule names a product or an account. */
function grouped(codes: Codes): readonly Candidate[] {
  const isFit = (code: string | undefined): boolean => code === undefined || isUsable(bare(code));
  return reaching(codes, true).filter(
    ({ pattern: { product, account } }) =>
      (product !== undefined || account !== undefined) && isFit(product) && isFit(account),
  );
}

/** All patterns that could take in a line. */
function reaching({ product, account }: Codes, groups: boolean): readonly Candidate[] {
  const products = codePatterns(product, groups ? productGroups : undefined);
  const accounts = codePatterns(account, groups ? accountGroups : undefined);
  return products.flatMap((ofProduct, wide) =>
    accounts.map((ofAccount, loose): Candidate => {
      const pattern = {
        ...(ofProduct === undefined ? {} : { product: ofProduct }),
        ...(ofAccount === undefined ? {} : { account: ofAccount }),
      };
      return { pattern, rank: 10_000 * looseness(pattern) + 100 * wide + loose };
    }),
  );
}

/** Numbers as they stand come before groups. */
function looseness({ product, account }: LinePattern): number {
  return [product, account].filter((code) => code?.endsWith("*") === true).length;
}

/** A code as it stands, the groups it belongs to from the narrowest on, and any code. */
function codePatterns(
  code: string | undefined,
  groupsOf: ((code: string) => readonly string[]) | undefined,
): readonly (string | undefined)[] {
  if (code === undefined) return [undefined];
  return [code, ...(groupsOf?.(code) ?? []).map((beginning) => `${beginning}*`), undefined];
}

/** Beginnings of a product number, up to each of its separators. */
function productGroups(code: string): readonly string[] {
  const beginnings: string[] = [];
  for (const { index } of code.matchAll(/[.\-/ ]/g)) beginnings.unshift(code.slice(0, index + 1));
  return beginnings;
}

/** Kontenart, Kontengruppe and Kontenklasse: four to one digits. */
function accountGroups(code: string): readonly string[] {
  return [4, 3, 2, 1]
    .filter((length) => length <= code.length)
    .map((length) => code.slice(0, length));
}

function bare(pattern: string): string {
  return pattern.endsWith("*") ? pattern.slice(0, -1) : pattern;
}

function isUsable(code: string | undefined): code is string {
  return (
    code !== undefined && code.length > 0 && code.length <= LONGEST_CODE && !code.includes("*")
  );
}

function keyOf({ product, account }: LinePattern): string {
  return JSON.stringify([product ?? null, account ?? null]);
}
