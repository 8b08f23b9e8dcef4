import type { BudgetLine } from "../budget/line";
import type { Text } from "../language";
import type { LinePattern, LineRule } from "./document";
import { isKind, type Model, type Scenario } from "./model";

/** What happens to a budget line in a scenario; one that is not affected is not part of its model. */
export interface LineRole {
  readonly role: LineRule["role"];
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
export function matches(pattern: LinePattern, line: Codes): boolean {
  return codeMatches(pattern.product, line.product) && codeMatches(pattern.account, line.account);
}

function codeMatches(pattern: string | undefined, code: string | undefined): boolean {
  if (pattern === undefined) return true;
  if (code === undefined) return false;
  return pattern.endsWith("*") ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}

/** Roles of a line by scenario. */
export type Roles = ReadonlyMap<string, LineRole>;

/**
 * The roles of budget lines in the scenarios of a model: the first rule that matches decides, the
 * scenario's own before the common ones. Products that replace a line let one that stays or ends end with
 * the last of their parallel operations. Lines with the same codes are looked up once, and scenarios with
 * the same rules together, because a budget has thousands of lines.
 */
export class LineRoles {
  readonly #common: RuleList;
  readonly #alike: readonly AlikeScenarios[];
  readonly #order: readonly string[];
  /** By product and account. */
  readonly #known = new Map<Code, Map<Code, Roles>>();

  constructor({ lines, scenarios }: Pick<Model, "lines" | "scenarios">) {
    this.#common = new RuleList(lines);
    this.#alike = alikeScenarios(scenarios);
    this.#order = scenarios.map(({ id }) => id);
  }

  /** The roles of a line by scenario; undefined where no scenario takes it in. */
  of(line: Codes): Roles | undefined {
    let ofProduct = this.#known.get(line.product);
    if (ofProduct === undefined) {
      ofProduct = new Map();
      this.#known.set(line.product, ofProduct);
    }
    const known = ofProduct.get(line.account);
    if (known !== undefined) return known === UNTOUCHED ? undefined : known;
    const roles = this.#find(line);
    ofProduct.set(line.account, roles ?? UNTOUCHED);
    return roles;
  }

  /** The role of a line in one scenario. */
  in(scenario: string, line: Codes): LineRole {
    return this.of(line)?.get(scenario) ?? UNAFFECTED;
  }

  /** The rule that decides in a scenario; undefined where none takes the line in. */
  rule(scenario: Scenario, line: Codes): LineRule | undefined {
    const own = this.#alike.find(({ ids }) => ids.includes(scenario.id));
    // Scenarios alike have equal rules, but each its own.
    const position = own?.rules.find(line);
    return position === undefined
      ? this.#common.at(this.#common.find(line))
      : scenario.lines?.[position];
  }

  #find(line: Codes): Roles | undefined {
    const common = this.#common.at(this.#common.find(line));
    if (common === undefined && !this.#alike.some(({ rules }) => rules.find(line) !== undefined)) {
      return undefined;
    }
    const found = new Map<string, LineRole>();
    for (const { ids, rules, replacements } of this.#alike) {
      const rule = rules.at(rules.find(line)) ?? common;
      if (rule === undefined) continue;
      const role = roleOf(rule, replacements, line);
      for (const id of ids) found.set(id, role);
    }
    if ([...found.values()].every(({ role }) => role === "unaffected")) return undefined;
    return new Map(this.#order.map((id) => [id, found.get(id) ?? UNAFFECTED] as const));
  }
}

/** What a rule looks at. */
type Codes = Pick<BudgetLine, "product" | "account">;

type Code = string | undefined;

/** Kept for lines that no rule takes in. */
const UNTOUCHED: Roles = new Map();

/** Rules in their order; those of one product are found by it. */
class RuleList {
  readonly #rules: readonly LineRule[];
  readonly #byProduct = new Map<string, number[]>();
  /** Positions of rules for several products. */
  readonly #open: number[] = [];

  constructor(rules: readonly LineRule[]) {
    this.#rules = rules;
    rules.forEach(({ where: { product } }, position) => {
      if (product === undefined || product.endsWith("*")) {
        this.#open.push(position);
        return;
      }
      const known = this.#byProduct.get(product);
      if (known === undefined) this.#byProduct.set(product, [position]);
      else known.push(position);
    });
  }

  /** Position of the first rule that takes in a line. */
  find(line: Codes): number | undefined {
    const takesIn = (position: number): boolean => {
      const rule = this.#rules[position];
      return rule !== undefined && matches(rule.where, line);
    };
    const own = line.product === undefined ? undefined : this.#byProduct.get(line.product);
    const first = own?.find(takesIn);
    const open = this.#open.find(takesIn);
    if (first === undefined || open === undefined) return first ?? open;
    return Math.min(first, open);
  }

  at(position: number | undefined): LineRule | undefined {
    return position === undefined ? undefined : this.#rules[position];
  }
}

/** Scenarios whose rules and replacements are the same. */
interface AlikeScenarios {
  readonly ids: readonly string[];
  readonly rules: RuleList;
  readonly replacements: readonly Replacement[];
}

/** What a product replaces, and until when both are paid. */
interface Replacement {
  readonly where: LinePattern;
  readonly until: string;
}

function alikeScenarios(scenarios: readonly Scenario[]): readonly AlikeScenarios[] {
  const found = new Map<string, AlikeScenarios & { readonly ids: string[] }>();
  for (const scenario of scenarios) {
    const replacements = replacementsOf(scenario);
    const key = JSON.stringify([scenario.lines ?? [], replacements]);
    const known = found.get(key);
    if (known === undefined) {
      const rules = new RuleList(scenario.lines ?? []);
      found.set(key, { ids: [scenario.id], rules, replacements });
    } else known.ids.push(scenario.id);
  }
  return [...found.values()];
}

function replacementsOf(scenario: Scenario): readonly Replacement[] {
  return scenario.blocks
    .filter((block) => isKind(block, "take-up"))
    .flatMap(({ products = [] }) => products)
    .flatMap(({ replaces = [], parallelUntil }) =>
      parallelUntil === undefined
        ? []
        : replaces.map(({ where }) => ({ where, until: parallelUntil })),
    );
}

function roleOf(
  { role, until, returns }: LineRule,
  replacements: readonly Replacement[],
  line: Codes,
): LineRole {
  if (role === "unaffected") return UNAFFECTED;
  const replaced = role === "budgeted" ? undefined : lastMonth(replacements, line);
  const last = replaced ?? until;
  return {
    role: replaced === undefined ? role : "ends",
    ...(last === undefined ? {} : { until: last }),
    ...(returns === undefined ? {} : { returns }),
  };
}

/** The latest end of parallel operation among the products that replace a line. */
function lastMonth(replacements: readonly Replacement[], line: Codes): string | undefined {
  return replacements
    .filter(({ where }) => matches(where, line))
    .map(({ until }) => until)
    .sort()
    .at(-1);
}
