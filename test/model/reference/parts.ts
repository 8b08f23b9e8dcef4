import type { BlockDocument, BlockOf } from "../../../src/model/document";
import type { RowId } from "../../../src/model/terms";
import { held, monthOf, only, ratio, sum, value, yearOf, years } from "./arithmetic";
import type { BlockIndex, Term } from "./term";

export interface Part {
  readonly row: RowId;
  readonly taxable: boolean;
  /** The whole amount of a year. */
  readonly amount: (t: number) => number;
  /** The share of the year's amount that falls into months from a month index on. */
  readonly from: (t: number, month: number) => number;
}

/** What the blocks of a scenario cost, year by year. */
export class Parts {
  readonly #term: Term;

  constructor(term: Term) {
    this.#term = term;
  }

  /** The parts of every block. */
  all(): readonly Part[] {
    const { blocks } = this.#term.scenario;
    const parts = blocks.flatMap((block) => this.#partsOf(block));
    const takeUp = (t: number): number =>
      sum(parts.filter(({ row }) => row === "take-up").map(({ amount }) => amount(t)));
    parts.push(
      ...blocks.flatMap((block) =>
        block.kind === "general-costs" ? this.#generalCosts(block, takeUp) : [],
      ),
    );
    return parts;
  }

  exitResult(t: number): number {
    const exit = only(this.#term.scenario, "exit");
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
      amount: (t) =>
        (yearly(t) * this.#term.factor(index, t) * this.#term.months(t, from, to)) / 12,
      from: (t, month) =>
        ratio(
          this.#term.months(t, Math.max(from ?? month, month), to),
          this.#term.months(t, from, to),
        ),
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
        const a = this.#term.months(t);
        const given = years(byYear).filter((y) => y <= t);
        const g = given.at(-1);
        if (a === 0 || g === undefined) return 0;
        if (g === t) return value(byYear, t);
        return (
          (value(byYear, g) * (this.#term.factor(index, t) / this.#term.factor(index, g)) * a) /
          this.#term.months(g)
        );
      },
      from: (t, month) => ratio(this.#term.months(t, month), this.#term.months(t)),
    };
  }

  /** Whole in the year of one month, if that month counts. */
  #once(row: RowId, taxable: boolean, index: BlockIndex, amount: number, month: number): Part {
    const year = Math.floor((month - 1) / 12);
    return {
      row,
      taxable,
      amount: (t) =>
        t === year && this.#term.counts(month) ? amount * this.#term.factor(index, t) : 0,
      from: (_t, from) => (month >= from ? 1 : 0),
    };
  }

  #single(row: RowId, taxable: boolean, byYear: Readonly<Record<string, number>>): Part {
    return {
      row,
      taxable,
      amount: (t) => byYear[String(t)] ?? 0,
      from: (t, month) => {
        const a = this.#term.months(t);
        if (a === 0) return 12 * t + 1 >= month ? 1 : 0;
        return this.#term.months(t, month) / a;
      },
    };
  }

  #partsOf(block: BlockDocument): Part[] {
    switch (block.kind) {
      case "base-fee": {
        const { amount, perInhabitant = 0, index = "fees", taxable = true } = block;
        return [
          this.#charged("base-fee", taxable, index, (t) =>
            amount === undefined ? perInhabitant * this.#term.inhabitants(t) : amount,
          ),
        ];
      }
      case "levy": {
        const { byYear, perInhabitant = 0, index = "fees", taxable = false } = block;
        if (byYear !== undefined) return [this.#carriedOn("levy", taxable, index, byYear)];
        return [
          this.#charged("levy", taxable, index, (t) => perInhabitant * this.#term.inhabitants(t)),
        ];
      }
      case "take-up":
        return this.#takeUp(block);
      case "services": {
        const { units = 1, unitPrice, index = "fees", taxable = true } = block;
        const from = block.from === undefined ? undefined : monthOf(block.from);
        const to = block.to === undefined ? undefined : monthOf(block.to);
        if (block.once === true) {
          const month = from ?? this.#term.firstMonth;
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
          const { workplaces = 0 } = this.#term.document;
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
        from: (t, month) => ratio(this.#term.months(t, month), this.#term.months(t)),
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
          (t) => Math.min(held(percent, t), cap) * pricePerInhabitant * this.#term.inhabitants(t),
        ),
      ];
    }
    return (products ?? []).flatMap(({ price, oneOff = 0, start }) => {
      const from = start === undefined ? undefined : monthOf(start);
      return [
        this.#charged(row, taxable, index, () => price, from),
        this.#once(row, taxable, index, oneOff, from ?? this.#term.firstMonth),
      ];
    });
  }
}

function residuals(exit: BlockOf<"exit">): readonly { residual: number; remaining: number }[] {
  return (exit.assets ?? []).map(({ acquired, cost, lifeMonths }) => {
    const used = Math.max(0, monthOf(exit.date.slice(0, 7)) - monthOf(acquired) + 1);
    const remaining = Math.max(0, lifeMonths - used);
    return { residual: (cost * remaining) / lifeMonths, remaining };
  });
}
