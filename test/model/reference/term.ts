import type { ModelDocument, Series } from "../../../src/model/document";
import { held, monthOf, only, type Scenario } from "./arithmetic";

export type BlockIndex = "goods" | "staff" | "fees" | Series;

/** The months and indices of one scenario. */
export class Term {
  readonly document: ModelDocument;
  readonly scenario: Scenario;
  readonly first: number;
  readonly last: number;
  readonly isStatusQuo: boolean;
  readonly #start: number | undefined;
  /** Month of the end or exit. */
  readonly end: number | undefined;

  constructor(document: ModelDocument, scenario: Scenario) {
    this.document = document;
    this.scenario = scenario;
    this.first = document.years.first;
    this.last = document.years.last;
    this.isStatusQuo = scenario.id === "status-quo";
    const exit = only(scenario, "exit");
    const end = exit === undefined ? scenario.end : exit.date.slice(0, 7);
    this.#start =
      this.isStatusQuo || scenario.start === undefined ? undefined : monthOf(scenario.start);
    this.end = this.isStatusQuo || typeof end !== "string" ? undefined : monthOf(end);
  }

  years(visit: (t: number) => void): void {
    for (let t = this.first; t <= this.last; t += 1) visit(t);
  }

  /** Months of t that count, between further bounds. */
  months(t: number, from?: number, to?: number): number {
    if (t < this.first || t > this.last) return 0;
    let months = 0;
    for (let month = 12 * t + 1; month <= 12 * t + 12; month += 1) {
      const bounds: readonly boolean[] = [
        this.#start === undefined || month >= this.#start,
        this.end === undefined || month <= this.end,
        from === undefined || month >= from,
        to === undefined || month <= to,
      ];
      if (bounds.every((kept) => kept)) months += 1;
    }
    return months;
  }

  counts(month: number): boolean {
    return this.months(Math.floor((month - 1) / 12), month, month) === 1;
  }

  get firstMonth(): number {
    return this.#start ?? 12 * this.first + 1;
  }

  /** `f[t]` of a shared index or of rates of one's own. */
  factor(index: BlockIndex, t: number): number {
    const rates = typeof index === "string" ? (this.document.indices?.[index] ?? 0) : index;
    let factor = 1;
    for (let y = this.first + 1; y <= t; y += 1) factor *= 1 + held(rates, y);
    for (let y = this.first; y > t; y -= 1) factor /= 1 + held(rates, y);
    return factor;
  }

  inhabitants(t: number): number {
    return held(this.document.inhabitants ?? 0, t);
  }
}
