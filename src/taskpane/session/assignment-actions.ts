import { fill, type Text } from "../../language";
import type { LineRule } from "../../model/document";
import type { LineRole } from "../../model/line-roles";
import type { AssignableLine, RoleAssigned } from "../engine";
import type { PaneSession } from "./session";

const STEPS = {
  assigned: { de: "Zuordnung von {0} Zeilen", en: "Assignment of {0} lines" },
  assignedOne: { de: "Zuordnung einer Zeile", en: "Assignment of 1 line" },
  rules: { de: "Regeln der Zuordnung", en: "Rules of the assignment" },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * Gives lines a role, in one scenario or in all. Without a model the standard comparison is begun first,
 * for roles are kept in the model; the lines have to be those of the budget as it is read now.
 * @returns what was assigned and what could not be; undefined where no model could be begun
 */
export async function assignLines(
  session: PaneSession,
  lines: readonly AssignableLine[],
  requests: readonly { readonly selected: ReadonlySet<AssignableLine>; readonly role: LineRole }[],
  scenario: string | undefined,
): Promise<RoleAssigned<AssignableLine> | undefined> {
  if (session.state.document === undefined) await session.begin();
  const { engine, state } = session;
  const { document } = state;
  if (engine === undefined || document === undefined) return undefined;
  const scope = engine.ruleScope(document, scenario);
  let result: RoleAssigned<AssignableLine> = {
    rules: scope.rules,
    assigned: [],
    held: [],
  };
  for (const { selected, role } of requests) {
    const { behind } = scope;
    const one = engine.assignRole({ rules: result.rules, behind }, lines, selected, role);
    result = {
      rules: one.rules,
      assigned: [...result.assigned, ...one.assigned],
      held: [...result.held, ...one.held],
    };
  }
  const { rules, assigned } = result;
  if (assigned.length > 0) {
    const { length } = assigned;
    session.edit(length === 1 ? STEPS.assignedOne : fill(STEPS.assigned, length), (before) =>
      engine.withRules(before, scenario, rules),
    );
  }
  return result;
}

/** Puts other rules in the place of those of a scenario, or of the common ones. */
export function setRules(
  session: PaneSession,
  scenario: string | undefined,
  rules: readonly LineRule[],
): void {
  const { engine } = session;
  if (engine === undefined) return;
  session.edit(STEPS.rules, (document) => engine.withRules(document, scenario, rules));
}

/** The rules with one of them moved up or down by one place. */
export function movedRule(
  rules: readonly LineRule[],
  from: number,
  to: number,
): readonly LineRule[] {
  const rule = rules[from];
  if (rule === undefined || to < 0 || to >= rules.length) return rules;
  const others = rules.filter((_, index) => index !== from);
  return [...others.slice(0, to), rule, ...others.slice(to)];
}
