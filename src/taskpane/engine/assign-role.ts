import type { LinePattern, LineRule } from "../../model/document";
import { type LineRole, matches } from "../../model/line-roles";
import { narrowestPattern, rulesFor } from "../../model/presets/exact-rules";
import type { AssignableLine } from "./assignable-lines";
import { isSameRole, roleOf, rolesByRules, type RuleScope, takersOf } from "./line-rules";

/** What assigning needs of a line. */
type Line = Pick<AssignableLine, "line" | "leftOut">;

/** A selected line that keeps its role, because a rule for it would change others too. */
export interface HeldLine<Assigned extends Line> {
  readonly line: Assigned;
  /** Lines that are not selected and that the rule would take along. */
  readonly others: readonly Assigned[];
}

/** The rules after lines were given a role. */
export interface RoleAssigned<Assigned extends Line> {
  readonly rules: readonly LineRule[];
  /** Lines that have the role now. */
  readonly assigned: readonly Assigned[];
  /** Lines that share their numbers with others, or have none. */
  readonly held: readonly HeldLine<Assigned>[];
}

/**
 * Gives lines a role with few rules: those that take in exactly these lines, put before all others.
 * Every other line keeps its role. A rule that takes in nothing any more is dropped; one that never did
 * stays, for next year's budget may have its lines.
 */
export function assignRole<Assigned extends Line>(
  scope: Pick<RuleScope, "rules" | "behind">,
  lines: readonly Assigned[],
  selected: ReadonlySet<Assigned>,
  role: LineRole,
): RoleAssigned<Assigned> {
  const held: HeldLine<Assigned>[] = [];
  // Internal charges are left out whatever the rules say.
  const counted = lines.filter(({ leftOut }) => leftOut !== "internal-charges");
  const wanted = new Set(counted.filter((line) => selected.has(line)));
  // Each round sets lines aside that cannot have the role, until none is left to set aside.
  for (;;) {
    const round =
      role.role === "unaffected"
        ? releaseLines(scope, counted, wanted, role)
        : takeLines(scope, counted, wanted, role);
    if (round.held.length === 0) return { rules: round.rules, assigned: [...wanted], held };
    for (const { line } of round.held) wanted.delete(line);
    held.push(...round.held);
  }
}

/** What one round came to; with lines to set aside its rules do not count. */
type Round<Assigned extends Line> = Pick<RoleAssigned<Assigned>, "rules" | "held">;

function takeLines<Assigned extends Line>(
  { rules: before, behind }: Pick<RuleScope, "rules" | "behind">,
  lines: readonly Assigned[],
  selected: ReadonlySet<Assigned>,
  role: LineRole,
): Round<Assigned> {
  const kept = withoutRulesOf(before, lines, selected, role);
  const roles = rolesByRules({ rules: kept, behind }, lines);
  const has = (line: Assigned): boolean => {
    const now = roles.get(line);
    return now !== undefined && isSameRole(now, role);
  };
  const open = lines.filter((line) => selected.has(line) && !has(line));
  if (open.length === 0) return { rules: kept, held: [] };
  const choice = { harmless: has, groups: true };
  const added = rulesFor(open, lines, choice);
  if (added.leftOut.length > 0) {
    const foreign = lines.filter((line) => !selected.has(line) && !has(line));
    return {
      rules: before,
      held: added.leftOut.map((line) => holdBack(line, foreign)),
    };
  }
  // Single rules for the same role may become one with the new ones.
  const takers = takersOf(kept, lines);
  const used = new Set(takers.values());
  const isSingle = (rule: LineRule, index: number): boolean =>
    used.has(index) && isSameRole(roleOf(rule), role) && !isGroup(rule.where);
  const single = new Set(kept.flatMap((rule, index) => (isSingle(rule, index) ? [index] : [])));
  const theirs = lines.filter((line) => single.has(takers.get(line) ?? -1));
  const merged = rulesFor([...open, ...theirs], lines, choice);
  const merges =
    merged.leftOut.length === 0 && merged.patterns.length < added.patterns.length + single.size;
  const patterns = merges ? merged.patterns : added.patterns;
  const rest = merges ? kept.filter((_, index) => !single.has(index)) : kept;
  const rules = [...patterns.map((where): LineRule => ruleWith(where, role)), ...rest];
  return { rules: withoutShadowed(before, rules, lines), held: [] };
}

/**
 * Takes the lines out of the rules that are edited here; where rules behind them would take the lines in
 * then, rules of their own say that they are not affected.
 */
function releaseLines<Assigned extends Line>(
  { rules, behind }: Pick<RuleScope, "rules" | "behind">,
  lines: readonly Assigned[],
  selected: ReadonlySet<Assigned>,
  unaffected: LineRole,
): Round<Assigned> {
  const result: LineRule[] = [];
  const settled = new Set<Assigned>();
  for (const rule of rules) {
    const taken = lines.filter((line) => !settled.has(line) && matches(rule.where, line.line));
    const staying = taken.filter((line) => !selected.has(line));
    if (staying.length === taken.length || rule.role === "unaffected") {
      result.push(rule);
      for (const line of taken) settled.add(line);
      continue;
    }
    if (staying.length > 0) {
      const split = rulesFor(staying, lines, {
        harmless: (line) => settled.has(line),
        groups: true,
      });
      if (split.leftOut.length > 0) return { rules, held: heldBy(split.leftOut, selected) };
      result.push(...split.patterns.map((where): LineRule => ({ ...rule, where })));
    }
    for (const line of staying) settled.add(line);
  }
  return takeLines({ rules: result, behind }, lines, selected, unaffected);
}

/** The selected lines that cannot be told from lines whose rule is to stay. */
function heldBy<Assigned extends Line>(
  staying: readonly Assigned[],
  selected: ReadonlySet<Assigned>,
): readonly HeldLine<Assigned>[] {
  const patterns = staying.map((line) => ({ line, where: narrowestPattern(line.line) }));
  return [...selected].flatMap((line) => {
    const others = patterns.filter(({ where }) => matches(where, line.line));
    return others.length === 0 ? [] : [{ line, others: others.map((other) => other.line) }];
  });
}

function holdBack<Assigned extends Line>(
  line: Assigned,
  foreign: readonly Assigned[],
): HeldLine<Assigned> {
  const where = narrowestPattern(line.line);
  return { line, others: foreign.filter((other) => matches(where, other.line)) };
}

/** Rules whose lines are all given another role are not needed any more. */
function withoutRulesOf(
  rules: readonly LineRule[],
  lines: readonly Line[],
  selected: ReadonlySet<Line>,
  role: LineRole,
): readonly LineRule[] {
  const takers = takersOf(rules, lines);
  const taken = rules.map(() => ({ selected: 0, others: 0 }));
  for (const [line, taker] of takers) {
    const counts = taken[taker];
    if (counts === undefined) continue;
    if (selected.has(line)) counts.selected += 1;
    else counts.others += 1;
  }
  return rules.filter((rule, index) => {
    const counts = taken[index];
    const onlyTheirs = counts !== undefined && counts.selected > 0 && counts.others === 0;
    return !onlyTheirs || isSameRole(roleOf(rule), role);
  });
}

/** Drops rules that took in lines before and take in none now. */
function withoutShadowed(
  before: readonly LineRule[],
  after: readonly LineRule[],
  lines: readonly Line[],
): readonly LineRule[] {
  const usedBefore = new Set([...takersOf(before, lines).values()].map((index) => before[index]));
  const usedNow = new Set([...takersOf(after, lines).values()].map((index) => after[index]));
  return after.filter((rule) => usedNow.has(rule) || !usedBefore.has(rule));
}

function ruleWith(where: LinePattern, { role, until, returns }: LineRole): LineRule {
  return {
    where,
    role,
    ...(until === undefined ? {} : { until }),
    ...(returns === true ? { returns } : {}),
  };
}

function isGroup({ product, account }: LinePattern): boolean {
  return product?.endsWith("*") === true || account?.endsWith("*") === true;
}
