import type { BlockDocument, ModelDocument } from "../../src/model/document";
import { FIRST_YEAR_COLUMN } from "../../src/model/expression";
import { auditPlan, describeAudit, faults } from "../judges/audit";
import { comparePlan, describeDifferences } from "../judges/compare";
import { recalculatePlan } from "../judges/ironcalc";
import {
  foreignSheets,
  generatedBudget,
  generatedModels,
  planDocument,
} from "../end-to-end/planned";
import { redChecks } from "./laid-out";

const KEYS: readonly Pick<BlockDocument, "product" | "account">[] = [
  { product: "01.02.02", account: "529100" },
  { product: "01.02.02" },
  {},
  { product: "03.02.02", account: "543100" },
  { account: "529100" },
];

/** The same model with products and accounts on its cost blocks. */
function withKeys(document: ModelDocument): ModelDocument {
  return {
    ...document,
    scenarios: document.scenarios.map((scenario) => ({
      ...scenario,
      blocks: scenario.blocks.map((block, index) =>
        block.kind === "vat" ? block : { ...block, ...KEYS[index % KEYS.length] },
      ),
    })),
  };
}

const planned = generatedModels(25, 20261125).map((generated) => {
  const budget = generatedBudget(generated);
  return { budget, laid: planDocument(withKeys(generated.document), budget) };
});

describe("the budget request of generated models", () => {
  it("is there in most of them", () => {
    expect(planned.filter(({ laid }) => laid.request !== undefined).length).toBeGreaterThan(15);
  });

  it("leaves nothing out, in no year: no check is red", () => {
    expect(planned.map(({ laid }) => redChecks(laid))).toEqual(planned.map(() => []));
  });

  it("asks for at least what is needed, and for less than one step more", () => {
    const wrong = planned.flatMap(({ laid: { request, evaluation, built } }) =>
      (request?.positions ?? []).flatMap(({ needed, rounded, code }) =>
        built.years.flatMap((year) => {
          const excess = evaluation.inYear(rounded, year) - evaluation.inYear(needed, year);
          return excess > -0.006 && excess < built.model.rounding ? [] : [`${code} ${year}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("says short exactly where a cent or more is missing", () => {
    const wrong = planned.flatMap(({ laid: { request, evaluation, built } }) =>
      (request?.positions ?? []).flatMap(({ held, needed, word, code }) =>
        built.years.flatMap((year, index) => {
          const missing = evaluation.inYear(needed, year) - evaluation.inYear(held, year);
          const said = evaluation.value(word, FIRST_YEAR_COLUMN + index) === "Unterdeckung";
          const clear =
            Math.abs(missing) > 0.01 && Math.abs(evaluation.inYear(needed, year)) > 0.01;
          return clear && said !== missing > 0 ? [`${code} ${year}`] : [];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("is computed by another engine alike and breaks no rule of the sheets", () => {
    const found = planned.flatMap(({ laid: { plan }, budget: { grids } }) => [
      describeDifferences(comparePlan(plan, recalculatePlan(plan, foreignSheets(grids))), 3),
      describeAudit(
        faults(
          auditPlan(
            plan,
            grids.map(({ name }) => name),
          ),
        ),
        3,
      ),
    ]);
    expect(found.filter((text) => text !== "")).toEqual([]);
  }, 120_000);
});
