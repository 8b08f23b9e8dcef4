import type { BudgetSource } from "../../src/model/budget-source";
import type { ModelDocument } from "../../src/model/document";
import type { RowId } from "../../src/model/terms";
import {
  add,
  type ByYear,
  emptyRows,
  get,
  only,
  type Scenario,
  sum,
  total,
} from "./reference/arithmetic";
import { Lines } from "./reference/lines";
import { Parts } from "./reference/parts";
import { Tax } from "./reference/tax";
import { Term } from "./reference/term";

/**
 * The rules of the model once more, in plain arithmetic, year by year: nothing of it is shared with the
 * program, so that a slip in one of them shows. Figures are EUR; months are counted through as
 * 12 × year + month.
 */

export interface ReferenceScenario {
  readonly id: string;
  readonly rows: Readonly<Record<RowId, ByYear>>;
  readonly figures: {
    readonly presentValue: number;
    readonly totalResult: number;
    readonly totalCash: number;
    readonly turningYear: number | null;
    readonly openTax: number;
    readonly openInterest: number;
  };
}

export function calculate(
  document: ModelDocument,
  budget: BudgetSource,
): ReadonlyMap<string, ReferenceScenario> {
  const named = document.scenarios.some(({ id }) => id === "status-quo");
  const scenarios: readonly Scenario[] = named
    ? document.scenarios
    : [{ id: "status-quo", name: "Ohne Kooperation", blocks: [] }, ...document.scenarios];
  const costs = new Map(
    scenarios.map((scenario) => [scenario.id, computeScenario(document, budget, scenario)]),
  );
  const resultOf = (id: string): ByYear => {
    const found = costs.get(id);
    if (found === undefined) throw new Error(`no scenario ${id}`);
    return found.rows["result-cost"];
  };
  const reference = document.reference ?? "status-quo";
  const finished = new Map<string, ReferenceScenario>();
  for (const [id, { rows, openTax, openInterest }] of costs) {
    let running = 0;
    const { first, last } = document.years;
    for (let t = first; t <= last; t += 1) {
      rows["status-quo"].set(t, get(resultOf("status-quo"), t));
      const difference = get(rows["result-cost"], t) - get(resultOf(reference), t);
      running += difference;
      rows.difference.set(t, difference);
      rows["cumulative-difference"].set(t, running);
    }
    finished.set(id, {
      id,
      rows,
      figures: {
        presentValue: total(rows["present-value"]),
        totalResult: total(rows["result-cost"]),
        totalCash: total(rows["cash-cost"]),
        turningYear: id === reference ? null : turningYear(rows["cumulative-difference"], last),
        openTax,
        openInterest,
      },
    });
  }
  return finished;
}

/** From which year on the cumulative difference never rises above 0 again, looking at cents. */
function turningYear(cumulative: ByYear, last: number): number | null {
  let turning: number | null = null;
  for (let t = last; cumulative.has(t); t -= 1) {
    if (Math.round(get(cumulative, t) * 100) > 0) break;
    turning = t;
  }
  return turning;
}

/** One scenario up to its result and cash view. */
function computeScenario(
  document: ModelDocument,
  budget: BudgetSource,
  scenario: Scenario,
): {
  readonly rows: Record<RowId, ByYear>;
  readonly openTax: number;
  readonly openInterest: number;
} {
  const term = new Term(document, scenario);
  const blocks = new Parts(term);
  const lines = new Lines(term, budget);
  const tax = new Tax(term);
  const rows = emptyRows(term.first, term.last);
  const parts = blocks.all();
  const taxed = parts.filter(({ taxable }) => taxable);
  term.years((t) => {
    for (const part of parts) add(rows[part.row], t, part.amount(t));
    rows["exit-depreciation"].set(t, blocks.exitResult(t));
    rows["net-taxable"].set(t, sum(taxed.map(({ amount }) => amount(t))));
    for (const { value, cash, budgeted } of lines.of(t)) {
      add(rows[budgeted ? "budgeted" : "baseline"], t, value);
      if (!budgeted) add(rows["baseline-cash"], t, cash);
    }
  });
  tax.vat(rows, taxed);
  const open = tax.claims(rows);
  setResults(term, rows);
  return { rows, ...open };
}

function setResults(term: Term, rows: Record<RowId, ByYear>): void {
  const ordinary: readonly RowId[] = [
    "base-fee",
    "levy",
    "general-costs",
    "take-up",
    "services",
    "one-off",
    "settlement",
    "staff",
    "shared-service-centre",
    "provider",
  ];
  const provided = only(term.scenario, "provision")?.method === "provision";
  const rate = term.document.discountRate ?? 0;
  term.years((t) => {
    const of = (id: RowId): number => get(rows[id], t);
    const blocks = sum(ordinary.map(of));
    const tax = provided
      ? of("provision-allocation") + of("provision-shortfall") - of("provision-release")
      : of("back-payment");
    const result = of("baseline") + blocks + of("exit-depreciation") + of("vat") + tax;
    const cash = of("baseline-cash") + blocks + of("exit") + of("vat") + of("back-payment");
    rows["result-cost"].set(t, result);
    rows["cash-cost"].set(t, cash);
    rows.cover.set(t, of("budgeted") - (result - of("baseline")));
    rows["present-value"].set(t, cash / (1 + rate) ** (t - term.first));
  });
}
