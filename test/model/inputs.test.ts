import type { Row } from "../../src/model/row";
import { compute, type Computed, modelOf } from "./computed";

function twoScenarios(first: readonly object[], second: readonly object[]): Computed {
  return compute({
    ...modelOf([]),
    scenarios: [
      { id: "k", name: "Eins", blocks: first },
      { id: "m", name: "Zwei", blocks: second },
    ],
  });
}

function rowsOf({ built }: Computed, beginning: string): readonly Row[] {
  return built.assumptions.sheet.rows.filter(
    ({ id }) => id === beginning || id.startsWith(`${beginning}@`),
  );
}

describe("inputs", () => {
  const fee = (amount: number, name?: string): object => ({
    kind: "base-fee",
    amount,
    ...(name === undefined ? {} : { name }),
  });

  it("are shared by scenarios that give the same value", () => {
    const computed = twoScenarios([fee(1000)], [fee(1000)]);
    const rows = rowsOf(computed, "base-fee.amount");
    expect(rows.map(({ scenario }) => scenario?.de)).toEqual(["gemeinsam"]);
    const [shared] = rows;
    if (shared === undefined) throw new Error("no input");
    computed.evaluation.set(shared, 4, 2000);
    expect(computed.row("base-fee", "k")).toEqual([2000, 2000, 2000]);
    expect(computed.row("base-fee", "m")).toEqual([2000, 2000, 2000]);
  });

  it("stand below one another where scenarios differ", () => {
    const computed = twoScenarios([fee(1000)], [fee(3000)]);
    const rows = rowsOf(computed, "base-fee.amount");
    expect(rows.map(({ scenario }) => scenario?.de)).toEqual(["Eins", "Zwei"]);
    const [, second] = rows;
    if (second === undefined) throw new Error("no input");
    computed.evaluation.set(second, 4, 5);
    expect(computed.row("base-fee", "k")).toEqual([1000, 1000, 1000]);
    expect(computed.row("base-fee", "m")).toEqual([5, 5, 5]);
  });

  it("keep a named block apart from one without a name, and equal names from one another", () => {
    const { row } = twoScenarios(
      [fee(1), fee(20, "Index"), fee(300, "a"), fee(4000, "a"), fee(50_000, "a-2")],
      [fee(1, "ä"), fee(20, "ae"), fee(300, "§")],
    );
    expect(row("base-fee", "k")).toEqual([54_321, 54_321, 54_321]);
    expect(row("base-fee", "m")).toEqual([321, 321, 321]);
  });

  it("keep the index of a block apart from a block called index", () => {
    const service = { kind: "services", unitPrice: 100, index: 0.1 };
    const { row } = twoScenarios([service, { ...service, name: "index", index: 0.2 }], []);
    expect(row("services", "k")).toEqual([200, 230, 265]);
  });

  it("name document or user as their source", () => {
    const computed = twoScenarios([{ ...fee(1000), source: "Bericht 2022" }, fee(2, "B")], []);
    expect(rowsOf(computed, "base-fee.amount")[0]?.source?.de).toBe("Bericht 2022");
    expect(rowsOf(computed, "base-fee_b.amount")[0]?.source?.de).toBe("vom Anwender erfasst");
  });
});

describe("the assumptions", () => {
  it("show the law by year, also where the budget is older than the VAT table", () => {
    const { built, evaluation } = compute(modelOf([], { first: 2005, last: 2008 }));
    const { vatRate, waitingMonths } = built.assumptions.law;
    const years = [2005, 2006, 2007, 2008];
    expect(years.map((year) => evaluation.inYear(vatRate, year))).toEqual([0, 0, 0.19, 0.19]);
    expect(years.map((year) => evaluation.inYear(waitingMonths, year))).toEqual([15, 15, 15, 15]);
  });

  it("know the waiting times of each tax year", () => {
    const { built, evaluation } = compute(modelOf([], { first: 2018, last: 2026 }));
    const { waitingMonths } = built.assumptions.law;
    const months = Array.from({ length: 9 }, (_, i) => evaluation.inYear(waitingMonths, 2018 + i));
    expect(months).toEqual([15, 21, 21, 21, 20, 18, 17, 15, 15]);
  });
});
