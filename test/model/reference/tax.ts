import type { BlockOf } from "../../../src/model/document";
import type { RowId } from "../../../src/model/terms";
import { add, type ByYear, cents, get, monthOf, only, sum, yearOf } from "./arithmetic";
import type { Part } from "./parts";
import type { Term } from "./term";

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

/** VAT, the claims it leaves open, their interest and the provision for them. */
export class Tax {
  readonly #term: Term;

  constructor(term: Term) {
    this.#term = term;
  }

  vat(rows: Record<RowId, ByYear>, parts: readonly Part[]): void {
    const block = only(this.#term.scenario, "vat");
    if (block === undefined) return;
    const due = block.from === undefined ? this.#term.firstMonth : monthOf(block.from);
    const invoiced = block.invoiced ?? true;
    const assessed = this.#assessed();
    this.#term.years((t) => {
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

  claims(rows: Record<RowId, ByYear>): { openTax: number; openInterest: number } {
    const block = only(this.#term.scenario, "back-tax");
    const assessed = this.#assessed();
    const inYear = assessed === null ? Infinity : yearOf(assessed);
    const limitation = block?.limitation ?? null;
    const provided = only(this.#term.scenario, "provision") !== undefined;
    let balance = 0;
    let openTax = 0;
    let openInterest = 0;
    this.#term.years((t) => {
      openTax = 0;
      openInterest = 0;
      let allocation = 0;
      let use = 0;
      let release = 0;
      let shortfall = 0;
      const claims: { y: number; claim: number; base: number; lapses: number }[] = [];
      for (let y = this.#term.first; y <= t; y += 1) {
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

  #assessed(): string | null {
    return only(this.#term.scenario, "back-tax")?.assessed ?? null;
  }

  /** Interest of a claim for the months from its run's start up to before a month, unrounded. */
  #interest(base: number, taxYear: number, before: number): number {
    const rate = only(this.#term.scenario, "back-tax")?.interest ?? "statutory";
    let interest = 0;
    for (let month = runStart(taxYear); month < before; month += 1) {
      if (rate === "statutory")
        interest += base * (month < FIRST_MONTH_OF_LOW_RATE ? 0.005 : 0.0015);
      else interest += (base * rate) / 12;
    }
    return interest;
  }
}

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
