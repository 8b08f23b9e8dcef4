import { DEFAULT_PRESETS, PRESETS } from "../../src/model/presets";
import type { PlannedModel, ReadBudget } from "../../src/sheets/plan-model";
import { auditPlan, describeAudit, faults } from "../judges/audit";
import { comparePlan, describeDifferences } from "../judges/compare";
import { recalculatePlan } from "../judges/ironcalc";
import {
  foreignSheets,
  generatedBudget,
  generatedModels,
  openBudgetFile,
  type OpenedBudget,
  planDocument,
  planPresets,
  SAMPLE,
  WITHOUT_BUDGET,
} from "./planned";

/** Everything that is wrong with a plan: cells another engine sees differently, broken rules, red checks. */
function faultsOf(planned: PlannedModel, { grids }: Pick<ReadBudget, "grids">): readonly string[] {
  const { plan, checks, evaluation } = planned;
  const values = recalculatePlan(plan, foreignSheets(grids));
  const differences = describeDifferences(comparePlan(plan, values), 5);
  const broken = describeAudit(
    faults(
      auditPlan(
        plan,
        grids.map(({ name }) => name),
      ),
    ),
    5,
  );
  const red = checks.checks.flatMap(({ id, row }) =>
    evaluation.constant(row) === 1 ? [] : [`red check ${id}`],
  );
  return [differences, broken, ...red].filter((text) => text !== "");
}

describe("another engine sees in every formula cell what our evaluator computed", () => {
  let sample: OpenedBudget;
  beforeAll(async () => {
    sample = await openBudgetFile(SAMPLE);
  });

  const others = PRESETS.map(({ id }) => id).filter((id) => !DEFAULT_PRESETS.includes(id));
  const groups = Array.from({ length: Math.ceil(others.length / 7) }, (_, group) =>
    others.slice(group * 7, group * 7 + 7),
  );

  it.each([DEFAULT_PRESETS, ...groups].map((ids) => [ids.join(", "), ids] as const))(
    "on the sample: %s",
    (_names, ids) => {
      expect(faultsOf(planPresets(sample, ids), sample)).toEqual([]);
    },
    60_000,
  );

  it("without a budget", () => {
    expect(faultsOf(planDocument(WITHOUT_BUDGET), { grids: [] })).toEqual([]);
  });

  it.each([1, 2, 3, 4])(
    "on generated models, batch %i",
    (batch) => {
      const failed = generatedModels(27, 20261122 + batch).flatMap((generated) => {
        const budget = generatedBudget(generated);
        const found = faultsOf(planDocument(generated.document, budget), budget);
        return found.length === 0
          ? []
          : [{ found, model: JSON.stringify(generated.document).slice(0, 3000) }];
      });
      expect(failed.slice(0, 3)).toEqual([]);
    },
    120_000,
  );
});
