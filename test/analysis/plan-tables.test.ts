import { addComparison } from "../../src/analysis/comparison";
import { addPlanTables, type PlanTable } from "../../src/analysis/plan-tables";
import { calendarDate } from "../../src/law/calendar";
import { buildModel } from "../../src/model/build";
import { evaluate } from "../../src/model/evaluate";
import { readModel } from "../../src/model/model";
import { adaptPreset, presetModel } from "../../src/model/presets";
import { openSample } from "../presets/opened-sample";

async function computed(reference: string) {
  const { source } = await openSample();
  const { document } = adaptPreset(presetModel(), source.sheets);
  const model = readModel({ ...document, reference });
  const built = buildModel(model, source, { language: "de", today: calendarDate("2026-11-15") });
  const comparison = addComparison(built);
  const tables = addPlanTables(built, comparison);
  const sheets = [...built.sheets, comparison.sheet, tables.sheet];
  return { built, tables, evaluation: evaluate({ years: built.years, sheets }) };
}

describe("costs by kind in both views", () => {
  // The back payment is expense of one scenario only, in house alone is expense of the other.
  it.each(["status-quo", "in-house-audit-6"])(
    "add up by year, and so do their differences to %s",
    async (reference) => {
      const { built, tables, evaluation } = await computed(reference);
      for (const table of [...tables.result, ...tables.cash]) {
        for (const year of built.years) {
          const sum = (pick: "own" | "difference"): number =>
            table.rows.reduce((total, row) => total + evaluation.inYear(row[pick], year), 0);
          expect(sum("own")).toBeCloseTo(evaluation.inYear(table.total, year), 6);
          expect(sum("difference")).toBeCloseTo(evaluation.inYear(table.difference, year), 6);
        }
      }
    },
  );

  it("show the back payment in its year as outlay, and the provision for it as expense before", async () => {
    const { tables, evaluation } = await computed("status-quo");
    const of = (list: readonly PlanTable[]): PlanTable => {
      const table = list.find(({ scenario }) => scenario.scenario.id === "provision");
      if (table === undefined) throw new Error("no provision");
      return table;
    };
    const row = (list: readonly PlanTable[], wanted: string) => {
      const found = of(list).rows.find(({ id }) => id === wanted);
      if (found === undefined) throw new Error(`no ${wanted}`);
      return found.own;
    };
    const expense = row(tables.result, "tax-effect");
    const outlay = row(tables.cash, "back-payment");
    expect(evaluation.constant(expense)).toBeCloseTo(evaluation.constant(outlay), 2);
    expect(evaluation.inYear(expense, 2024)).toBeGreaterThan(0);
    expect(evaluation.inYear(outlay, 2024)).toBe(0);
  });

  it("take the cash difference from the reference, and cumulate it", async () => {
    const { built, tables, evaluation } = await computed("status-quo");
    const [, table] = tables.cash;
    if (table === undefined) throw new Error("no second scenario");
    const last = built.years.at(-1) ?? 0;
    expect(evaluation.inYear(table.cumulativeDifference, last)).toBeCloseTo(
      evaluation.constant(table.difference),
      6,
    );
    const reference = tables.cash.find(({ scenario }) => scenario.scenario.id === "status-quo");
    if (reference === undefined) throw new Error("no status quo");
    expect(evaluation.constant(reference.difference)).toBe(0);
    expect(evaluation.constant(table.percent)).toBeCloseTo(
      evaluation.constant(table.total) / evaluation.constant(reference.total) - 1,
      9,
    );
  });
});
