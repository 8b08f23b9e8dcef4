import type { BudgetSheet } from "../../src/budget/line";
import type { BudgetSource } from "../../src/model/budget-source";
import type { BlockDocument, BlockOf, ModelDocument, Series } from "../../src/model/document";
import type { RowId } from "../../src/model/terms";

/**
 * The rules of the model once more, in plain arithmetic, year by year: nothing of it is shared with the
 * program, so that a slip in one of them shows. Figures are EUR; months are counted through as
 * 12 × year + month.
 */

type Scenario = ModelDocument["scenarios"][number];
type ByYear = Map<number, number>;

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

// The law as it stood in November 2026.
const VAT_ON_31_DECEMBER = (year: number): number => (year === 2020 ? 0.16 : 0.19);
const WAITING: Readonly<Record<number, number>> = {
  2019: 21,
  2020: 21,
  2021: 21,
  2022: 20,
  2023: 18,
  2024: 17,
};
const FIRST_MONTH_OF_LOW_RATE = 12 * 2019 + 1;
const CLASSES = {
  NW: { expense: "5", staff: ["50", "51"], depreciation: ["57"], internal: ["58", "48"] },
  NI: { expense: "4", staff: ["40", "41"], depreciation: ["47"], internal: ["48", "38"] },
} as const;
const PRIORITY = ["ansatz", "fortgeschrieben", "planung", "ergebnis"] as const;

export function calculate(
  document: ModelDocument,
  budget: BudgetSource,
): ReadonlyMap<string, ReferenceScenario> {
  const named = document.scenarios.some(({ id }) => id === "status-quo");
  const scenarios: readonly Scenario[] = named
    ? document.scenarios
    : [{ id: "status-quo", name: "Ohne Kooperation", blocks: [] }, ...document.scenarios];
  const costs = new Map(
    scenarios.map((scenario) => [scenario.id, new Scenarist(document, budget, scenario).run()]),
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

interface Part {
  readonly row: RowId;
  readonly taxable: boolean;
  /** The whole amount of a year. */
  readonly amount: (t: number) => number;
  /** The share of the year's amount that falls into months from a month index on. */
  readonly from: (t: number, month: number) => number;
}

/** Computes one scenario up to its result and cash view. */
class Scenarist {
  readonly #document: ModelDocument;
  readonly #budget: BudgetSource;
  readonly #scenario: Scenario;
  readonly #first: number;
  readonly #last: number;
  readonly #start: number | undefined;
  readonly #end: number | undefined;
  readonly #exit: BlockOf<"exit"> | undefined;
  readonly #isStatusQuo: boolean;

  constructor(document: ModelDocument, budget: BudgetSource, scenario: Scenario) {
    this.#document = document;
    this.#budget = budget;
    this.#scenario = scenario;
    this.#first = document.years.first;
    this.#last = document.years.last;
    this.#isStatusQuo = scenario.id === "status-quo";
    this.#exit = only(scenario, "exit");
    const end = this.#exit === undefined ? scenario.end : this.#exit.date.slice(0, 7);
    this.#start =
      this.#isStatusQuo || scenario.start === undefined ? undefined : monthOf(scenario.start);
    this.#end = this.#isStatusQuo || typeof end !== "string" ? undefined : monthOf(end);
  }

  run(): {
    readonly rows: Record<RowId, ByYear>;
    readonly openTax: number;
    readonly openInterest: number;
  } {
    const rows = emptyRows(this.#first, this.#last);
    const parts = this.#scenario.blocks.flatMap((block) => this.#partsOf(block));
    const takeUp = (t: number): number =>
      sum(parts.filter(({ row }) => row === "take-up").map(({ amount }) => amount(t)));
    parts.push(
      ...this.#scenario.blocks.flatMap((block) =>
        block.kind === "general-costs" ? this.#generalCosts(block, takeUp) : [],
      ),
    );
    this.#years((t) => {
      for (const part of parts) add(rows[part.row], t, part.amount(t));
      rows["exit-depreciation"].set(t, this.#exitResult(t));
      rows["net-taxable"].set(
        t,
        sum(parts.filter(({ taxable }) => taxable).map(({ amount }) => amount(t))),
      );
      for (const { value, cash, budgeted } of this.#lines(t)) {
        add(rows[budgeted ? "budgeted" : "baseline"], t, value);
        if (!budgeted) add(rows["baseline-cash"], t, cash);
      }
    });
    this.#vat(
      rows,
      parts.filter(({ taxable }) => taxable),
    );
    const open = this.#claims(rows);
    this.#results(rows);
    return { rows, ...open };
  }

  #years(visit: (t: number) => void): void {
    for (let t = this.#first; t <= this.#last; t += 1) visit(t);
  }

  /** Months of t that count, between further bounds. */
  #months(t: number, from?: number, to?: number): number {
    if (t < this.#first || t > this.#last) return 0;
    let months = 0;
    for (let month = 12 * t + 1; month <= 12 * t + 12; month += 1) {
      const bounds: readonly boolean[] = [
        this.#start === undefined || month >= this.#start,
        this.#end === undefined || month <= this.#end,
        from === undefined || month >= from,
        to === undefined || month <= to,
      ];
      if (bounds.every((kept) => kept)) months += 1;
    }
    return months;
  }

  #counts(month: number): boolean {
    return this.#months(Math.floor((month - 1) / 12), month, month) === 1;
  }

  get #firstMonth(): number {
    return this.#start ?? 12 * this.#first + 1;
  }

  /** `f[t]` of a shared index or of rates of one's own. */
  #factor(index: BlockIndex, t: number): number {
    const rates = typeof index === "string" ? (this.#document.indices?.[index] ?? 0) : index;
    let factor = 1;
    for (let y = this.#first + 1; y <= t; y += 1) factor *= 1 + held(rates, y);
    for (let y = this.#first; y > t; y -= 1) factor /= 1 + held(rates, y);
    return factor;
  }

  /** An amount of every charged month: a twelfth of a yearly price that rises with its index. */
  #charged(
    row: RowId,
    taxable: boolean,
    index: BlockIndex,
    yearly: (t: number) => number,
    from?: number,
    to?: number,
  ): Part {
    return {
      row,
      taxable,
      amount: (t) => (yearly(t) * this.#factor(index, t) * this.#months(t, from, to)) / 12,
      from: (t, month) =>
        ratio(this.#months(t, Math.max(from ?? month, month), to), this.#months(t, from, to)),
    };
  }

  #carriedOn(
    row: RowId,
    taxable: boolean,
    index: BlockIndex,
    byYear: number | Readonly<Record<string, number>>,
  ): Part {
    if (typeof byYear === "number") return this.#charged(row, taxable, index, () => byYear);
    return {
      row,
      taxable,
      amount: (t) => {
        const a = this.#months(t);
        const given = years(byYear).filter((y) => y <= t);
        const g = given.at(-1);
        if (a === 0 || g === undefined) return 0;
        if (g === t) return value(byYear, t);
        return (
          (value(byYear, g) * (this.#factor(index, t) / this.#factor(index, g)) * a) /
          this.#months(g)
        );
      },
      from: (t, month) => ratio(this.#months(t, month), this.#months(t)),
    };
  }

  /** Whole in the year of one month, if that month counts. */
  #once(row: RowId, taxable: boolean, index: BlockIndex, amount: number, month: number): Part {
    const year = Math.floor((month - 1) / 12);
    return {
      row,
      taxable,
      amount: (t) => (t === year && this.#counts(month) ? amount * this.#factor(index, t) : 0),
      from: (_t, from) => (month >= from ? 1 : 0),
    };
  }

  #single(row: RowId, taxable: boolean, byYear: Readonly<Record<string, number>>): Part {
    return {
      row,
      taxable,
      amount: (t) => byYear[String(t)] ?? 0,
      from: (t, month) => {
        const a = this.#months(t);
        if (a === 0) return 12 * t + 1 >= month ? 1 : 0;
        return this.#months(t, month) / a;
      },
    };
  }

  #inhabitants(t: number): number {
    return held(this.#document.inhabitants ?? 0, t);
  }

  #partsOf(block: BlockDocument): Part[] {
    switch (block.kind) {
      case "base-fee": {
        const { amount, perInhabitant = 0, index = "fees", taxable = true } = block;
        return [
          this.#charged("base-fee", taxable, index, (t) =>
            amount === undefined ? perInhabitant * this.#inhabitants(t) : amount,
          ),
        ];
      }
      case "levy": {
        const { byYear, perInhabitant = 0, index = "fees", taxable = false } = block;
        if (byYear !== undefined) return [this.#carriedOn("levy", taxable, index, byYear)];
        return [this.#charged("levy", taxable, index, (t) => perInhabitant * this.#inhabitants(t))];
      }
      case "take-up":
        return this.#takeUp(block);
      case "services": {
        const { units = 1, unitPrice, index = "fees", taxable = true } = block;
        const from = block.from === undefined ? undefined : monthOf(block.from);
        const to = block.to === undefined ? undefined : monthOf(block.to);
        if (block.once === true) {
          const month = from ?? this.#firstMonth;
          const count = held(units, Math.floor((month - 1) / 12));
          return [this.#once("services", taxable, index, count * unitPrice, month)];
        }
        return [
          this.#charged("services", taxable, index, (t) => held(units, t) * unitPrice, from, to),
        ];
      }
      case "one-off":
      case "settlement":
        return [this.#single(block.kind, block.taxable ?? true, block.byYear)];
      case "staff": {
        const { fte, costPerFte, index = "staff", taxable = false } = block;
        return [this.#charged("staff", taxable, index, (t) => held(fte, t) * costPerFte)];
      }
      case "provider": {
        const { personDays, dayRate, index = "fees", taxable = false } = block;
        return [this.#charged("provider", taxable, index, (t) => held(personDays, t) * dayRate)];
      }
      case "shared-service-centre": {
        const { staffing, pricePerWorkplace = 1500, index = "fees", taxable = true } = block;
        const row = "shared-service-centre";
        if (staffing === undefined) {
          const { workplaces = 0 } = this.#document;
          return [
            this.#charged(row, taxable, index, (t) => pricePerWorkplace * held(workplaces, t)),
          ];
        }
        const { usersPerTeam = 200, administratorCost, technicianCost } = staffing;
        const { overhead = 0, users, ownUsers } = staffing;
        const cost =
          (Math.ceil(users / usersPerTeam) *
            (administratorCost + technicianCost) *
            (1 + overhead) *
            ownUsers) /
          users;
        return [this.#charged(row, taxable, index, () => cost)];
      }
      case "exit": {
        const month = monthOf(block.date.slice(0, 7));
        return [
          {
            row: "exit",
            taxable: block.taxable ?? false,
            amount: (t) =>
              t === yearOf(block.date)
                ? (block.dataTransfer ?? 0) + sum(residuals(block).map(({ residual }) => residual))
                : 0,
            from: (_t, from) => (month >= from ? 1 : 0),
          },
        ];
      }
      default:
        return [];
    }
  }

  #generalCosts(block: BlockOf<"general-costs">, takeUp: (t: number) => number): Part[] {
    const { byYear, shareOfTakeUp = 0, index = "fees", taxable = true } = block;
    if (byYear !== undefined) return [this.#carriedOn("general-costs", taxable, index, byYear)];
    return [
      {
        row: "general-costs",
        taxable,
        amount: (t) => shareOfTakeUp * takeUp(t),
        from: (t, month) => ratio(this.#months(t, month), this.#months(t)),
      },
    ];
  }

  #takeUp(block: BlockOf<"take-up">): Part[] {
    const { byYear, percent, products, index = "fees", taxable = true } = block;
    const row = "take-up";
    if (byYear !== undefined) return [this.#carriedOn(row, taxable, index, byYear)];
    if (percent !== undefined) {
      const { cap = 1, pricePerInhabitant = 0 } = block;
      return [
        this.#charged(
          row,
          taxable,
          index,
          (t) => Math.min(held(percent, t), cap) * pricePerInhabitant * this.#inhabitants(t),
        ),
      ];
    }
    return (products ?? []).flatMap(({ price, oneOff = 0, start }) => {
      const from = start === undefined ? undefined : monthOf(start);
      return [
        this.#charged(row, taxable, index, () => price, from),
        this.#once(row, taxable, index, oneOff, from ?? this.#firstMonth),
      ];
    });
  }

  #exitResult(t: number): number {
    const exit = this.#exit;
    if (exit === undefined) return 0;
    const inYear = t === yearOf(exit.date);
    const transfer = inYear ? (exit.dataTransfer ?? 0) : 0;
    const left = monthOf(exit.date.slice(0, 7));
    return (
      transfer +
      sum(
        residuals(exit).map(({ residual, remaining }) => {
          if (exit.capitalise === false) return inYear ? residual : 0;
          let months = 0;
          for (let month = left + 1; month <= left + remaining; month += 1) {
            if (Math.floor((month - 1) / 12) === t) months += 1;
          }
          return remaining === 0 ? 0 : (residual * months) / remaining;
        }),
      )
    );
  }

  #lines(t: number): readonly LineShare[] {
    const land = CLASSES[this.#document.land ?? "NW"];
    return this.#budget.sheets.flatMap((sheet) =>
      sheet.lines.flatMap((line): LineShare[] => {
        const rules = [...(this.#scenario.lines ?? []), ...(this.#document.lines ?? [])];
        const rule = rules.find(({ where }) => takes(where, line));
        if (rule === undefined) return [];
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
          : (planned.amount * this.#factor(index, t)) / this.#factor(index, planned.year);
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
    if (this.#isStatusQuo) return 1;
    const replaced = this.#scenario.blocks
      .flatMap((block) => (block.kind === "take-up" ? (block.products ?? []) : []))
      .filter(({ replaces = [] }) => replaces.some(({ where }) => takes(where, line)))
      .flatMap(({ parallelUntil }) =>
        parallelUntil === undefined ? [] : [monthOf(parallelUntil)],
      );
    if (rule.role === "stays" && replaced.length === 0) return 1;
    const until = replaced.length > 0 ? Math.max(...replaced) : monthOf(rule.until ?? "9999-12");
    let months = 0;
    for (let month = 12 * t + 1; month <= 12 * t + 12; month += 1) {
      const again = rule.returns === true && this.#end !== undefined && month > this.#end;
      if (month <= until || again) months += 1;
    }
    return months / 12;
  }

  #assessed(): string | null {
    return only(this.#scenario, "back-tax")?.assessed ?? null;
  }

  #vat(rows: Record<RowId, ByYear>, parts: readonly Part[]): void {
    const block = only(this.#scenario, "vat");
    if (block === undefined) return;
    const due = block.from === undefined ? this.#firstMonth : monthOf(block.from);
    const invoiced = block.invoiced ?? true;
    const assessed = this.#assessed();
    this.#years((t) => {
      const on = (month: number): number =>
        sum(parts.map(({ amount, from }) => amount(t) * from(t, month))) *
        surcharge(block.rate, t) *
        (1 - (block.deductible ?? 0));
      const whole = Math.max(0, on(due));
      let now = invoiced === true ? whole : 0;
      if (typeof invoiced === "string") {
        now = Math.min(whole, Math.max(0, on(Math.max(due, monthOf(invoiced)))));
      }
      if (assessed !== null && t >= yearOf(assessed)) now = whole;
      rows.vat.set(t, now);
      rows["open-vat"].set(t, whole - now);
    });
  }

  /** Interest of a claim for the months from its run's start up to before a month, unrounded. */
  #interest(base: number, taxYear: number, before: number): number {
    const rate = only(this.#scenario, "back-tax")?.interest ?? "statutory";
    let interest = 0;
    for (let month = runStart(taxYear); month < before; month += 1) {
      if (rate === "statutory")
        interest += base * (month < FIRST_MONTH_OF_LOW_RATE ? 0.005 : 0.0015);
      else interest += (base * rate) / 12;
    }
    return interest;
  }

  #claims(rows: Record<RowId, ByYear>): { openTax: number; openInterest: number } {
    const block = only(this.#scenario, "back-tax");
    const assessed = this.#assessed();
    const inYear = assessed === null ? Infinity : yearOf(assessed);
    const limitation = block?.limitation ?? null;
    const provided = only(this.#scenario, "provision") !== undefined;
    let balance = 0;
    let openTax = 0;
    let openInterest = 0;
    this.#years((t) => {
      openTax = 0;
      openInterest = 0;
      let allocation = 0;
      let use = 0;
      let release = 0;
      let shortfall = 0;
      const claims: { y: number; claim: number; base: number; lapses: number }[] = [];
      for (let y = this.#first; y <= t; y += 1) {
        const claim = get(rows["open-vat"], y);
        const base = 50 * Math.floor(cents(claim) / 5000);
        claims.push({ y, claim, base, lapses: limitation === null ? Infinity : y + limitation });
      }
      if (t < inYear) {
        allocation = get(rows["open-vat"], t);
        for (const { y, claim, base, lapses } of claims) {
          if (lapses < t) continue;
          const accrued = this.#interest(base, y, 12 * t + 13);
          allocation += accrued - this.#interest(base, y, 12 * t + 1);
          if (lapses === t) {
            add(rows.lapsed, t, claim);
            release += claim + accrued;
          } else {
            openTax += claim;
            openInterest += accrued;
          }
        }
      } else if (t === inYear && assessed !== null) {
        let tax = 0;
        let interest = 0;
        for (const { y, claim, base, lapses } of claims) {
          if (y >= t || lapses < t) continue;
          tax += claim;
          interest += assessedInterest(base, y, assessed, block?.interest ?? "statutory");
        }
        rows["back-tax"].set(t, tax);
        rows.interest.set(t, interest);
        rows["back-payment"].set(t, tax + interest);
        use = Math.min(balance, tax + interest);
        shortfall = tax + interest - use;
        release = balance - use;
      }
      rows["open-claims"].set(t, openTax + openInterest);
      if (!provided) return;
      balance += allocation - use - release;
      rows["provision-allocation"].set(t, allocation);
      rows["provision-use"].set(t, use);
      rows["provision-release"].set(t, release);
      rows["provision-shortfall"].set(t, shortfall);
      rows["provision-balance"].set(t, balance);
    });
    return { openTax, openInterest };
  }

  #results(rows: Record<RowId, ByYear>): void {
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
    const provided = only(this.#scenario, "provision")?.method === "provision";
    const rate = this.#document.discountRate ?? 0;
    this.#years((t) => {
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
      rows["present-value"].set(t, cash / (1 + rate) ** (t - this.#first));
    });
  }
}

/** What a budget line adds to a year, expense positive; `cash` without depreciation. */
interface LineShare {
  readonly value: number;
  readonly cash: number;
  readonly budgeted: boolean;
}

type BlockIndex = "goods" | "staff" | "fees" | Series;

function surcharge(rate: BlockOf<"vat">["rate"], t: number): number {
  if (rate === "none") return 0;
  if (rate === "statutory") return VAT_ON_31_DECEMBER(t);
  if ("effective" in rate) return rate.effective;
  return VAT_ON_31_DECEMBER(t) * (1 - rate.inputTaxShare);
}

/** First month of the run for the tax of a year. */
function runStart(taxYear: number): number {
  return 12 * taxYear + 12 + (WAITING[taxYear] ?? 15) + 1;
}

/** Full months to the end of the day, whole euros, nothing below 10; computed in whole numbers. */
function assessedInterest(
  base: number,
  taxYear: number,
  assessed: string,
  rate: "statutory" | number,
): number {
  const [year = 0, month = 0, day = 0] = assessed.split("-").map(Number);
  const monthEnd = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const after = 12 * year + month + (day === monthEnd ? 1 : 0);
  let high = 0;
  let low = 0;
  for (let one = runStart(taxYear); one < after; one += 1) {
    if (one < FIRST_MONTH_OF_LOW_RATE) high += 1;
    else low += 1;
  }
  const wholeEuros =
    rate === "statutory"
      ? Math.floor((base * (50 * high + 15 * low)) / 10_000)
      : Math.floor((base * Math.round(rate * 1_000_000) * (high + low)) / 12_000_000);
  return wholeEuros < 10 ? 0 : wholeEuros;
}

function residuals(exit: BlockOf<"exit">): readonly { residual: number; remaining: number }[] {
  return (exit.assets ?? []).map(({ acquired, cost, lifeMonths }) => {
    const used = Math.max(0, monthOf(exit.date.slice(0, 7)) - monthOf(acquired) + 1);
    const remaining = Math.max(0, lifeMonths - used);
    return { residual: (cost * remaining) / lifeMonths, remaining };
  });
}

function takes(
  where: { readonly product?: string | undefined; readonly account?: string | undefined },
  line: { readonly product?: string; readonly account?: string },
): boolean {
  const fits = (pattern: string | undefined, code: string | undefined): boolean => {
    if (pattern === undefined) return true;
    if (code === undefined) return false;
    return pattern.endsWith("*") ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
  };
  return fits(where.product, line.product) && fits(where.account, line.account);
}

function only<K extends BlockDocument["kind"]>(
  scenario: Scenario,
  kind: K,
): BlockOf<K> | undefined {
  return scenario.blocks.find((block): block is BlockOf<K> => block.kind === kind);
}

/** The value of a series in a year: the last given holds on; before the first, the first. */
function held(series: Series, t: number): number {
  if (typeof series === "number") return series;
  const given = years(series);
  const year = given.filter((y) => y <= t).at(-1) ?? given[0];
  return year === undefined ? 0 : value(series, year);
}

function years(byYear: Readonly<Record<string, number>>): readonly number[] {
  return Object.keys(byYear)
    .map(Number)
    .sort((a, b) => a - b);
}

function value(byYear: Readonly<Record<string, number>>, year: number): number {
  return byYear[String(year)] ?? 0;
}

function monthOf(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Whole cents, half cents up; the dust of binary sums does not count. */
function cents(amount: number): number {
  return Math.round(Number((100 * amount).toFixed(6)));
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function begins(code: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => code.startsWith(beginning));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function total(row: ByYear): number {
  return sum([...row.values()]);
}

function get(row: ByYear, year: number): number {
  return row.get(year) ?? 0;
}

function add(row: ByYear, year: number, amount: number): void {
  row.set(year, get(row, year) + amount);
}

function emptyRows(first: number, last: number): Record<RowId, ByYear> {
  const row = (): ByYear =>
    new Map(Array.from({ length: last - first + 1 }, (_, i) => [first + i, 0]));
  return {
    baseline: row(),
    "baseline-cash": row(),
    "base-fee": row(),
    levy: row(),
    "general-costs": row(),
    "take-up": row(),
    services: row(),
    "one-off": row(),
    settlement: row(),
    staff: row(),
    "shared-service-centre": row(),
    provider: row(),
    exit: row(),
    "exit-depreciation": row(),
    "net-taxable": row(),
    vat: row(),
    "open-vat": row(),
    "open-claims": row(),
    lapsed: row(),
    "back-tax": row(),
    interest: row(),
    "back-payment": row(),
    "provision-allocation": row(),
    "provision-use": row(),
    "provision-release": row(),
    "provision-shortfall": row(),
    "provision-balance": row(),
    "result-cost": row(),
    "cash-cost": row(),
    "status-quo": row(),
    difference: row(),
    "cumulative-difference": row(),
    budgeted: row(),
    cover: row(),
    "present-value": row(),
  };
}
