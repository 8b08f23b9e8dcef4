import type { LinePattern } from "../document";
import { matches } from "../line-roles";
import type { CountedLine } from "./counted-lines";

/** Rules that take in exactly some lines, and the lines that no such rule reaches. */
export interface ExactRules {
  readonly patterns: readonly LinePattern[];
  readonly taken: readonly CountedLine[];
  readonly leftOut: readonly CountedLine[];
}

/** Longest code the model file accepts. */
const LONGEST_CODE = 60;

/**
 * The fewest rules that take in the selected lines and no other: a whole product where all its lines
 * are selected, else product with account, else the account alone. Lines that share their codes with
 * others cannot be told apart by a rule and are left out.
 */
export function rulesFor(
  selected: readonly CountedLine[],
  all: readonly CountedLine[],
): ExactRules {
  const chosen = new Set(selected);
  const exact = new Map<string, boolean>();
  const reachable = groupByCodes(all);
  const isExact = (pattern: LinePattern): boolean => {
    const key = keyOf(pattern);
    const known = exact.get(key);
    if (known !== undefined) return known;
    const matched = (reachable.get(key) ?? []).filter(({ line }) => matches(pattern, line));
    const value = matched.length > 0 && matched.every((one) => chosen.has(one));
    exact.set(key, value);
    return value;
  };
  const patterns = new Map<string, LinePattern>();
  for (const counted of selected) {
    const pattern = candidates(counted).find(isExact);
    if (pattern !== undefined) patterns.set(keyOf(pattern), pattern);
  }
  const rules = [...patterns.values()];
  // A rule made for one line may take in another that has no rule of its own.
  const isTaken = ({ line }: CountedLine): boolean =>
    rules.some((pattern) => matches(pattern, line));
  return {
    patterns: rules,
    taken: selected.filter(isTaken),
    leftOut: selected.filter((counted) => !isTaken(counted)),
  };
}

/** Patterns that take in a line, the widest first. */
function candidates({ line: { product, account } }: CountedLine): readonly LinePattern[] {
  const usable = (code: string | undefined): code is string =>
    code !== undefined && code.length > 0 && code.length <= LONGEST_CODE && !code.includes("*");
  return [
    ...(usable(product) ? [{ product }] : []),
    ...(usable(product) && usable(account) ? [{ product, account }] : []),
    ...(usable(account) && product === undefined ? [{ account }] : []),
  ];
}

/** All lines by the patterns that could take them in, so that no pattern looks at every line. */
function groupByCodes(lines: readonly CountedLine[]): ReadonlyMap<string, readonly CountedLine[]> {
  const groups = new Map<string, CountedLine[]>();
  for (const counted of lines) {
    const { product, account } = counted.line;
    const patterns: LinePattern[] = [
      ...(product === undefined ? [] : [{ product }]),
      ...(product === undefined || account === undefined ? [] : [{ product, account }]),
      ...(account === undefined ? [] : [{ account }]),
    ];
    for (const pattern of patterns) {
      const key = keyOf(pattern);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [counted]);
      else group.push(counted);
    }
  }
  return groups;
}

function keyOf({ product, account }: LinePattern): string {
  return JSON.stringify([product ?? null, account ?? null]);
}
