import { compute, computeBlocks, modelOf } from "./computed";
import { budgetOf } from "./budget-sheet";

describe("the months of a cooperation", () => {
  const fee = [{ kind: "base-fee", amount: 1200 }];

  it("have no lower bound without a start and no upper one without an end", () => {
    expect(computeBlocks(fee).row("base-fee")).toEqual([1200, 1200, 1200]);
  });

  it("count start and end, both included", () => {
    const { row } = computeBlocks(fee, { start: "2022-04", end: "2024-01" });
    expect(row("base-fee")).toEqual([900, 1200, 100]);
  });

  it("may begin before the model and end after it", () => {
    const { row } = computeBlocks(fee, { start: "2020-01", end: "2030-12" });
    expect(row("base-fee")).toEqual([1200, 1200, 1200]);
  });

  it("may lie after the model altogether", () => {
    const { row } = computeBlocks(fee, { start: "2025-01" });
    expect(row("base-fee")).toEqual([0, 0, 0]);
    expect(row("result-cost")).toEqual([0, 0, 0]);
  });

  it("fit a model of one year", () => {
    const { row, figures } = computeBlocks(
      [...fee, { kind: "vat", rate: "statutory", from: "2022-12" }],
      { last: 2022, start: "2022-11" },
    );
    expect(row("base-fee")).toEqual([200]);
    expect(row("vat")).toEqual([19]);
    expect(figures().totalResult).toBeCloseTo(219, 6);
    expect(figures().turningYear).toBeNull();
  });

  it("fit a model of thirty years", () => {
    const { row } = computeBlocks(fee, { last: 2051, model: { indices: { fees: 0.02 } } });
    expect(row("base-fee")).toHaveLength(30);
    // 1,200 × 1.02^29 = 2,131.01
    expect(row("base-fee").at(-1)).toBe(2131.01);
  });
});

describe("indices", () => {
  const staff = (index: unknown): object => ({ kind: "staff", fte: 1, costPerFte: 100, index });

  it("begin at 1 in the first year, whatever is given for it", () => {
    const { row } = computeBlocks([staff({ "2022": 0.5, "2023": 0.1 })]);
    expect(row("staff")).toEqual([100, 110, 121]);
  });

  it("hold the last rate given, and the first one before its year", () => {
    const { row } = computeBlocks([staff({ "2024": 0.1, "2026": 0.2 })], { last: 2027 });
    // 2023 to 2025 rise by 10 %, 2026 and 2027 by 20 %.
    expect(row("staff")).toEqual([100, 110, 121, 133.1, 159.72, 191.66]);
  });

  it("hold the last rate given before the model", () => {
    const { row } = computeBlocks([staff({ "2018": 0.5, "2020": 0.1 })]);
    expect(row("staff")).toEqual([100, 110, 121]);
  });

  it("hold the last number given before the model", () => {
    const { row } = computeBlocks([{ kind: "base-fee", perInhabitant: 1 }], {
      model: { inhabitants: { "2015": 100, "2019": 200, "2023": 300 } },
    });
    expect(row("base-fee")).toEqual([200, 300, 300]);
  });

  it("reach back before the first year by division", () => {
    // A budget value of 2020 in a model from 2022: 1,000 × 1.1 × 1.2.
    const { row } = compute(
      modelOf([], {
        model: {
          indices: { goods: { "2021": 0.1, "2022": 0.2, "2023": 0 } },
          lines: [{ where: { account: "5*" }, role: "stays" }],
        },
      }),
      budgetOf([2020], [{ account: "529100", amounts: [1000] }]),
    );
    expect(row("baseline")).toEqual([1320, 1320, 1320]);
  });
});
