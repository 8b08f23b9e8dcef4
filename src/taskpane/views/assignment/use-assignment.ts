import { useMemo } from "react";
import type { ModelDocument } from "../../../model/document";
import type { LineRole } from "../../../model/line-roles";
import type { AssignableBudget, AssignableLine, RuleScope } from "../../engine";
import { useEngine, usePaneState } from "../../frame/session-context";
import type { Engine } from "../../session/world";

/** The lines of the budget with what the rules of a place make of them. */
export interface AssignmentState extends AssignableBudget {
  readonly engine: Engine;
  readonly document: ModelDocument | undefined;
  readonly scenario: string | undefined;
  readonly scope: RuleScope;
  /** What the rules say. */
  readonly roles: ReadonlyMap<AssignableLine, LineRole>;
  /** In a scenario: lines that products taken up replace, with the role they have therefore. */
  readonly replaced: ReadonlyMap<AssignableLine, LineRole>;
  /** For all scenarios: how many of them give a line another role. */
  readonly exceptions: ReadonlyMap<AssignableLine, number>;
}

const NO_SCOPE: RuleScope = { scenario: undefined, rules: [], behind: [] };

/** The assignment in a scenario or in all; undefined as long as no line was read. */
export function useAssignment(scenario: string | undefined): AssignmentState | undefined {
  const engine = useEngine();
  const budget = usePaneState((state) => state.budget);
  const document = usePaneState((state) => state.document);
  const computed = usePaneState((state) => state.computed);
  const readings = budget.kind === "read" ? budget.budget.readings : undefined;
  const land = document?.land;
  const assignable = useMemo(
    () =>
      engine === undefined || readings === undefined
        ? undefined
        : engine.assignableBudget(engine.budgetSheets(readings), land),
    [engine, readings, land],
  );
  const scope = useMemo(
    () =>
      engine === undefined || document === undefined
        ? NO_SCOPE
        : engine.ruleScope(document, scenario),
    [engine, document, scenario],
  );
  const model = computed.kind === "computed" ? computed.computation.built.model : undefined;
  return useMemo(() => {
    if (engine === undefined || assignable === undefined || assignable.lines.length === 0)
      return undefined;
    const { lines } = assignable;
    const roles = engine.rolesByRules(scope, lines);
    return {
      ...assignable,
      engine,
      document,
      scenario,
      scope,
      roles,
      replaced:
        model === undefined || scenario === undefined
          ? new Map()
          : engine.replacedLines(model, scenario, roles),
      exceptions:
        document === undefined || scenario !== undefined
          ? new Map()
          : engine.exceptionsOf(document, lines),
    };
  }, [engine, assignable, scope, document, scenario, model]);
}
