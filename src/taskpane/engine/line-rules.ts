import type { LineRule, ModelDocument } from "../../model/document";
import { type LineRole, LineRoles, matches } from "../../model/line-roles";
import type { Model } from "../../model/model";
import { type AssignableLine, sumsByYear } from "./assignable-lines";

/** The rules that decide in one place: a scenario's own before the common ones. */
export interface RuleScope {
  /** The scenario, or undefined for the rules that all scenarios share. */
  readonly scenario: string | undefined;
  /** Rules that are edited here. */
  readonly rules: readonly LineRule[];
  /** Rules behind them that decide where none of those does. */
  readonly behind: readonly LineRule[];
}

/** A rule with what it takes in, in the order in which the rules are asked. */
export interface RuleShare {
  readonly rule: LineRule;
  /** A common rule, seen from a scenario. */
  readonly common: boolean;
  readonly lines: readonly AssignableLine[];
  /** EUR, expense less revenue, by year. */
  readonly sums: ReadonlyMap<number, number>;
  /** Lines that would match but that an earlier rule takes in. */
  readonly shadowed: number;
}

/** The rules of a scenario, or the common ones. */
export function ruleScope(document: ModelDocument, scenario: string | undefined): RuleScope {
  const common = document.lines ?? [];
  if (scenario === undefined) return { scenario, rules: common, behind: [] };
  const own = document.scenarios.find(({ id }) => id === scenario)?.lines ?? [];
  return { scenario, rules: own, behind: common };
}

/** The model with other rules in one place. */
export function withRules(
  document: ModelDocument,
  scenario: string | undefined,
  rules: readonly LineRule[],
): ModelDocument {
  const lines = [...rules];
  if (scenario === undefined) return { ...document, lines };
  return {
    ...document,
    scenarios: document.scenarios.map((one) => (one.id === scenario ? { ...one, lines } : one)),
  };
}

/** The position of the first rule that takes in each line; −1 where none does. */
export function takersOf<Line extends Pick<AssignableLine, "line">>(
  rules: readonly LineRule[],
  lines: readonly Line[],
): ReadonlyMap<Line, number> {
  const known = new Map<string, number>();
  return new Map(
    lines.map((assignable) => {
      const { product, account } = assignable.line;
      const key = JSON.stringify([product ?? null, account ?? null]);
      let taker = known.get(key);
      if (taker === undefined) {
        taker = rules.findIndex(({ where }) => matches(where, assignable.line));
        known.set(key, taker);
      }
      return [assignable, taker] as const;
    }),
  );
}

/** What a rule says of its lines. */
export function roleOf(rule: LineRule | undefined): LineRole {
  if (rule === undefined) return { role: "unaffected" };
  const { role, until, returns } = rule;
  return {
    role,
    ...(until === undefined ? {} : { until }),
    ...(returns === undefined ? {} : { returns }),
  };
}

/** Whether two roles mean the same; not to return is what happens when nothing is said. */
export function isSameRole(a: LineRole, b: LineRole): boolean {
  return a.role === b.role && a.until === b.until && (a.returns ?? false) === (b.returns ?? false);
}

/** The role that the rules of a place give each line. */
export function rolesByRules<Line extends Pick<AssignableLine, "line">>(
  { rules, behind }: Pick<RuleScope, "rules" | "behind">,
  lines: readonly Line[],
): ReadonlyMap<Line, LineRole> {
  const all = [...rules, ...behind];
  const roles = all.map(roleOf);
  return new Map(
    [...takersOf(all, lines)].map(
      ([line, taker]) => [line, roles[taker] ?? roleOf(undefined)] as const,
    ),
  );
}

/** What each rule takes in, the scenario's own first; lines that the model leaves out do not count. */
export function ruleShares(
  { rules, behind }: RuleScope,
  assignable: readonly AssignableLine[],
): readonly RuleShare[] {
  const lines = assignable.filter(({ leftOut }) => leftOut === undefined);
  const all = [...rules, ...behind];
  const taken = new Map<number, AssignableLine[]>();
  const takers = takersOf(all, lines);
  for (const [line, taker] of takers) {
    const list = taken.get(taker);
    if (list === undefined) taken.set(taker, [line]);
    else list.push(line);
  }
  return all.map((rule, index): RuleShare => {
    const own = taken.get(index) ?? [];
    const shadowed = lines.filter(
      (line) =>
        (takers.get(line) ?? -1) < index &&
        (takers.get(line) ?? -1) >= 0 &&
        matches(rule.where, line.line),
    );
    return {
      rule,
      common: index >= rules.length,
      lines: own,
      sums: sumsByYear(own),
      shadowed: shadowed.length,
    };
  });
}

/**
 * Lines whose role in a scenario is not what the rules say, because products that are taken up replace
 * them: their role with the last month of parallel operation.
 */
export function replacedLines(
  model: Model,
  scenario: string,
  roles: ReadonlyMap<AssignableLine, LineRole>,
): ReadonlyMap<AssignableLine, LineRole> {
  const effectiveRoles = new LineRoles(model);
  const replaced = new Map<AssignableLine, LineRole>();
  for (const [assignable, role] of roles) {
    if (role.role === "unaffected") continue;
    const effective = effectiveRoles.in(scenario, assignable.line);
    if (!isSameRole(effective, role)) replaced.set(assignable, effective);
  }
  return replaced;
}

/** How many scenarios give each line another role than the common rules do; lines without are left out. */
export function exceptionsOf(
  document: ModelDocument,
  lines: readonly AssignableLine[],
): ReadonlyMap<AssignableLine, number> {
  const common = rolesByRules(ruleScope(document, undefined), lines);
  const counts = new Map<AssignableLine, number>();
  for (const { id, lines: own = [] } of document.scenarios) {
    if (own.length === 0) continue;
    const roles = rolesByRules(ruleScope(document, id), lines);
    for (const [line, role] of roles) {
      const usual = common.get(line);
      if (usual !== undefined && !isSameRole(usual, role))
        counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return counts;
}
