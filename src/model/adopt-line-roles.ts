import type { BudgetLine } from "../budget/line";
import type { Language } from "../language";
import type { LineGroup } from "./assignment";
import type { BuiltModel } from "./build";
import { type BudgetSource, placedLines } from "./budget-source";
import type { LinePattern, LineRule, ModelDocument, ScenarioDocument } from "./document";
import { monthTyped } from "./field-forms";
import { type LineRole, LineRoles, ROLE_TERMS, type Roles } from "./line-roles";
import { type Model, readIfValid, readModel, type Scenario } from "./model";
import { countedLines } from "./presets/counted-lines";
import { rulesFor } from "./presets/exact-rules";
import { rowOfInput, type TypedInput } from "./typed-inputs";

/**
 * Puts the roles and groups that users typed on the sheet of lines into the line rules: into the rules
 * that decide, where these take in nothing else, or into rules before them for just these lines.
 * @returns the document, or undefined where no rules say the same; then all of it stays typed, because
 * groups would have other numbers otherwise
 */
export function adoptLineRoles(
  built: BuiltModel,
  budget: BudgetSource,
  document: ModelDocument,
  typed: readonly TypedInput[],
  language: Language,
): ModelDocument | undefined {
  if (typed.length === 0) return undefined;
  const wanted = wantedRoles(built, typed, language);
  if (wanted === undefined) return undefined;
  const model = readModel(document);
  const roles = new LineRoles(model);
  const lines = placedLines(budget).map(({ line }) => line);
  const wants: Wants = (scenario, line) =>
    wanted.get(line)?.get(scenario.id) ?? roles.in(scenario.id, line);
  const changed = [...wanted.keys()].flatMap((line) =>
    model.scenarios
      .filter((scenario) => !sameRole(wants(scenario, line), roles.in(scenario.id, line)))
      .map((scenario): Changed => ({ scenario, line, role: wants(scenario, line) })),
  );
  for (const candidate of [
    inDecidingRules(model, roles, changed),
    inRulesBefore(model, budget, changed),
  ]) {
    const next = candidate === undefined ? undefined : readIfValid(candidate);
    if (next !== undefined && saysTheSame(next, lines, wants)) return next.document;
  }
  return undefined;
}

type Wants = (scenario: Scenario, line: BudgetLine) => LineRole;

interface Changed {
  readonly scenario: Scenario;
  readonly line: BudgetLine;
  readonly role: LineRole;
}

function sameRole(a: LineRole, b: LineRole): boolean {
  return a.role === b.role && a.until === b.until && (a.returns === true) === (b.returns === true);
}

function saysTheSame(next: Model, lines: readonly BudgetLine[], wants: Wants): boolean {
  const roles = new LineRoles(next);
  return lines.every((line) =>
    next.scenarios.every((scenario) =>
      sameRole(roles.in(scenario.id, line), wants(scenario, line)),
    ),
  );
}

/** What the sheet of lines says after typing; undefined where rules could not say it. */
function wantedRoles(
  built: BuiltModel,
  typed: readonly TypedInput[],
  language: Language,
): ReadonlyMap<BudgetLine, Roles> | undefined {
  const groups = built.assignment?.groups ?? [];
  const roles = new Map(groups.map((group) => [group.code, new Map(sampleOf(group))] as const));
  const codes = new Map<BudgetLine, string>();
  const touched = new Set<string>();
  const months = new Set<LineRole>();
  for (const input of typed) {
    const place = rowOfInput(built.sheets, input, language)?.place;
    if (place?.kind === "group") {
      if (typeof input.value !== "string") return undefined;
      codes.set(place.line, input.value);
      continue;
    }
    if (place?.kind !== "role") return undefined;
    touched.add(place.group);
    for (const scenario of place.scenarios) {
      const own = roles.get(place.group);
      const before = own?.get(scenario);
      const after =
        before === undefined ? undefined : withPart(before, place.part, input, language);
      if (before === undefined || after === undefined) return undefined;
      own?.set(scenario, after);
      if (place.part === "until" || months.has(before)) months.add(after);
    }
  }
  const wanted = new Map<BudgetLine, Roles>();
  for (const { code, lines } of groups) {
    for (const { line } of lines) {
      const typedCode = codes.get(line);
      if (typedCode === undefined && !touched.has(code)) continue;
      const own = roles.get(typedCode ?? code);
      if (own === undefined) return undefined;
      const after = new Map(
        [...own].map(
          ([scenario, role]) => [scenario, months.has(role) ? role : asRule(role)] as const,
        ),
      );
      if (![...after.values()].every(isRule)) return undefined;
      wanted.set(line, after);
    }
  }
  return wanted;
}

function sampleOf({ lines: [sample] }: LineGroup): Roles {
  return sample?.roles ?? new Map();
}

/** The last month of a line that no longer ends has no effect; nobody typed it. */
function asRule({ role, until, returns }: LineRole): LineRole {
  if (role === "unaffected") return { role };
  return {
    role,
    ...(until === undefined || role !== "ends" ? {} : { until }),
    ...(returns === undefined ? {} : { returns }),
  };
}

/** Only what ends has a last month, and what ends needs one. */
function isRule({ role, until }: LineRole): boolean {
  return (role === "ends") === (until !== undefined);
}

function withPart(
  before: LineRole,
  part: "role" | "until" | "returns",
  { value }: TypedInput,
  language: Language,
): LineRole | undefined {
  const { role, until, returns } = before;
  if (part === "role") {
    const typed = ROLES.find((one) => ROLE_TERMS[one][language] === value);
    return typed === undefined ? undefined : { ...before, role: typed };
  }
  if (part === "returns") {
    if (value !== 0 && value !== 1 && value !== null) return undefined;
    return { role, ...(until === undefined ? {} : { until }), returns: value === 1 };
  }
  if (value === null) return { role, ...(returns === undefined ? {} : { returns }) };
  const month = monthTyped(value);
  return month === undefined ? undefined : { ...before, until: month };
}

const ROLES = ["stays", "ends", "budgeted", "unaffected"] as const;

/** The rules that decide, with the new role; undefined where one would need two roles. */
function inDecidingRules(
  model: Model,
  roles: LineRoles,
  changed: readonly Changed[],
): ModelDocument | undefined {
  const rules = new Map<LineRule, { readonly role: LineRole; readonly next: LineRule }>();
  for (const { scenario, line, role } of changed) {
    const rule = roles.rule(scenario, line);
    if (rule === undefined) return undefined;
    const known = rules.get(rule);
    if (known !== undefined && !sameRole(known.role, role)) return undefined;
    rules.set(rule, { role, next: ruleOf(rule.where, role) });
  }
  const renewed = (list: readonly LineRule[]): LineRule[] =>
    list.map((rule) => rules.get(rule)?.next ?? rule);
  const { document } = model;
  return {
    ...document,
    ...(document.lines === undefined ? {} : { lines: renewed(document.lines) }),
    scenarios: document.scenarios.map((scenario) =>
      scenario.lines === undefined ? scenario : { ...scenario, lines: renewed(scenario.lines) },
    ),
  };
}

function ruleOf(where: LinePattern, { role, until, returns }: LineRole): LineRule {
  return {
    where,
    role,
    ...(until === undefined ? {} : { until }),
    ...(returns === true ? { returns } : {}),
  };
}

/** Rules of the scenarios' own that take in just the changed lines, before all others. */
function inRulesBefore(
  model: Model,
  { sheets }: BudgetSource,
  changed: readonly Changed[],
): ModelDocument | undefined {
  const counted = countedLines(model.document, sheets);
  const { document } = model;
  const scenarios: ScenarioDocument[] = [...document.scenarios];
  for (const scenario of model.scenarios) {
    const own = changed.filter((one) => one.scenario === scenario);
    if (own.length === 0) continue;
    const rules: LineRule[] = [];
    for (const role of different(own.map((one) => one.role))) {
      const lines = new Set(own.filter((one) => sameRole(one.role, role)).map(({ line }) => line));
      const { patterns, leftOut } = rulesFor(
        counted.filter(({ line }) => lines.has(line)),
        counted,
      );
      if (leftOut.length > 0) return undefined;
      rules.push(...patterns.map((where) => ruleOf(where, role)));
    }
    const next = { ...scenario, lines: [...rules, ...(scenario.lines ?? [])] };
    const position = scenarios.findIndex(({ id }) => id === scenario.id);
    if (position < 0) scenarios.unshift(next);
    else scenarios[position] = next;
  }
  return { ...document, scenarios };
}

function different(roles: readonly LineRole[]): readonly LineRole[] {
  return roles.filter((role, index) => roles.findIndex((one) => sameRole(one, role)) === index);
}
