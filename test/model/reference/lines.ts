import type { BudgetSheet } from "../../../src/budget/line";
import type { BudgetSource } from "../../../src/model/budget-source";
import type { ModelDocument } from "../../../src/model/document";
import { begins, monthOf, takes } from "./arithmetic";
import type { Term } from "./term";

const CLASSES = {
  NW: { expense: "5", staff: ["50", "51"], depreciation: ["57"], internal: ["58", "48"] },
  NI: { expense: "4", staff: ["40", "41"], depreciation: ["47"], internal: ["48", "38"] },
} as const;
const PRIORITY = ["ansatz", "fortgeschrieben", "planung", "ergebnis"] as const;

/** What a budget line adds to a year, expense positive; `cash` without depreciation. */
export interface LineShare {
  readonly value: number;
  readonly cash: number;
  readonly budgeted: boolean;
}

/** What the budget lines add to the years of a scenario. */
export class Lines {
  readonly #term: Term;
  readonly #budget: BudgetSource;

  constructor(term: Term, budget: BudgetSource) {
    this.#term = term;
    this.#budget = budget;
  }

  of(t: number): readonly LineShare[] {
    const land = CLASSES[this.#term.document.land ?? "NW"];
    return this.#budget.sheets.flatMap((sheet) =>
      sheet.lines.flatMap((line): LineShare[] => {
        const rules = [...(this.#term.scenario.lines ?? []), ...(this.#term.document.lines ?? [])];
        const rule = rules.find(({ where }) => takes(where, line));
        if (rule === undefined || rule.role === "unaffected") return [];
        const account = line.account ?? "";
        if (begins(account, land.internal)) return [];
        const direction =
          line.direction ?? (account.startsWith(land.expense) ? "expense" : "revenue");
        const depreciation = begins(account, land.depreciation);
        const index = begins(account, land.staff) ? "staff" : "goods";
        const planned = this.#planned(sheet, line, t);
        if (planned === undefined) return [];
        const carried = depreciation
          ? planned.amount
          : (planned.amount * this.#term.factor(index, t)) / this.#term.factor(index, planned.year);
        const signed = direction === "expense" ? carried : -carried;
        if (rule.role === "budgeted") return [{ value: signed, cash: 0, budgeted: true }];
        const paid = this.#paidShare(rule, line, t) * signed;
        return [{ value: paid, cash: depreciation ? 0 : paid, budgeted: false }];
      }),
    );
  }

  /** The planned value of t, or the latest one before. */
  #planned(
    sheet: BudgetSheet,
    line: BudgetSheet["lines"][number],
    t: number,
  ): { readonly amount: number; readonly year: number } | undefined {
    const covered = sheet.columns.filter(
      ({ kind, direction }) =>
        kind !== "verpflichtung" && (direction === undefined || direction === line.direction),
    );
    const known = [...covered, ...line.amounts.filter(({ kind }) => kind !== "verpflichtung")].map(
      ({ year }) => year,
    );
    const year = Math.max(...known.filter((y) => y <= t));
    if (!Number.isFinite(year)) return undefined;
    for (const kind of PRIORITY) {
      const amount = line.amounts.find((one) => one.year === year && one.kind === kind);
      if (amount !== undefined) return { amount: amount.value, year };
    }
    return { amount: 0, year };
  }

  /** Share of a year in which a line is paid. */
  #paidShare(
    rule: NonNullable<ModelDocument["lines"]>[number],
    line: BudgetSheet["lines"][number],
    t: number,
  ): number {
    if (this.#term.isStatusQuo) return 1;
    const replaced = this.#term.scenario.blocks
      .flatMap((block) => (block.kind === "take-up" ? (block.products ?? []) : []))
      .filter(({ replaces = [] }) => replaces.some(({ where }) => takes(where, line)))
      .flatMap(({ parallelUntil }) =>
        parallelUntil === undefined ? [] : [monthOf(parallelUntil)],
      );
    if (rule.role === "stays" && replaced.length === 0) return 1;
    const until = replaced.length > 0 ? Math.max(...replaced) : monthOf(rule.until ?? "9999-12");
    let months = 0;
    for (let month = 12 * t + 1; month <= 12 * t + 12; month += 1) {
      const again = rule.returns === true && this.#term.end !== undefined && month > this.#term.end;
      if (month <= until || again) months += 1;
    }
    return months / 12;
  }
}
