import type { BudgetLine } from "../budget/line";
import type { Text } from "../language";
import type { LinePattern, LineRule } from "./document";
import { isKind, type Model, type Scenario } from "./model";

/** What happens to a budget line in a scenario. */
export interface LineRole {
  readonly role: "stays" | "ends" | "budgeted" | "unaffected";
  /** `YYYY-MM`: the last month paid. */
  readonly until?: string;
  readonly returns?: boolean;
}

export const ROLE_TERMS: Readonly<Record<LineRole["role"], Text>> = {
  stays: { de: "bleibt", en: "stays" },
  ends: { de: "entfällt", en: "ends" },
  budgeted: { de: "veranschlagt", en: "budgeted" },
  unaffected: { de: "nicht betroffen", en: "not affected" },
};

const UNAFFECTED: LineRole = { role: "unaffected" };

/** Whether a pattern takes in a line; `*` stands for any rest, at the end only. */
export function matches(
  pattern: LinePattern,
  line: Pick<BudgetLine, "product" | "account">,
): boolean {
  return codeMatches(pattern.product, line.product) && codeMatches(pattern.account, line.account);
}

function codeMatches(pattern: string | undefined, code: string | undefined): boolean {
  if (pattern === undefined) return true;
  if (code === undefined) return false;
  return pattern.endsWith("*") ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}

/**
 * The role of a line in each scenario: the first rule that matches decides, the scenario's own before
 * the common ones. Products that replace it let a line that stays or ends end with the last of their
 * parallel operations.
 */
export function rolesOf(model: Model, line: BudgetLine): ReadonlyMap<string, LineRole> {
  return new Map(
    model.scenarios.map((scenario) => [scenario.id, roleIn(model, scenario, line)] as const),
  );
}

/** The rule that decides the role of a line in a scenario; undefined where none takes it in. */
export function ruleFor(
  { lines }: Pick<Model, "lines">,
  scenario: Scenario,
  line: BudgetLine,
): LineRule | undefined {
  const takesIn = ({ where }: LineRule): boolean => matches(where, line);
  return scenario.lines?.find(takesIn) ?? lines.find(takesIn);
}

/** The role of a line in one scenario. */
export function roleIn(model: Model, scenario: Scenario, line: BudgetLine): LineRole {
  const rule = ruleFor(model, scenario, line);
  if (rule === undefined) return UNAFFECTED;
  const until = rule.role === "budgeted" ? undefined : replacedUntil(scenario, line);
  if (until === undefined) return ownRole(rule);
  return { role: "ends", until, ...(rule.returns === undefined ? {} : { returns: rule.returns }) };
}

function ownRole({ role, until, returns }: LineRule): LineRole {
  return {
    role,
    ...(until === undefined ? {} : { until }),
    ...(returns === undefined ? {} : { returns }),
  };
}

/** The latest end of parallel operation among the products that replace a line. */
function replacedUntil(scenario: Scenario, line: BudgetLine): string | undefined {
  return scenario.blocks
    .filter((block) => isKind(block, "take-up"))
    .flatMap(({ products = [] }) => products)
    .filter(({ replaces = [] }) => replaces.some(({ where }) => matches(where, line)))
    .map(({ parallelUntil }) => parallelUntil)
    .filter((month) => month !== undefined)
    .sort()
    .at(-1);
}
