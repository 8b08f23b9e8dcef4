import { compute, computeBlocks } from "./computed";

const fee = (amount: number, index?: number): object => ({
  kind: "base-fee",
  amount,
  ...(index === undefined ? {} : { index }),
});

function threeScenarios(reference?: string): object {
  return {
    version: 1,
    name: "Vergleich",
    years: { first: 2022, last: 2025 },
    discountRate: 0.1,
    ...(reference === undefined ? {} : { reference }),
    scenarios: [
      { id: "status-quo", name: "Ohne", blocks: [fee(1000)] },
      {
        id: "k",
        name: "Teuer am Anfang",
        blocks: [fee(700), { kind: "one-off", byYear: { "2022": 500 } }],
      },
      { id: "m", name: "Immer teurer", blocks: [fee(1100)] },
    ],
  };
}

describe("results", () => {
  it("compares with the status quo, year by year and in total", () => {
    const { row, figures } = compute(threeScenarios());
    expect(row("status-quo")).toEqual([1000, 1000, 1000, 1000]);
    expect(row("difference")).toEqual([200, -300, -300, -300]);
    expect(row("cumulative-difference")).toEqual([200, -100, -400, -700]);
    expect(figures().turningYear).toBe(2023);
    expect(figures().totalResult).toBeCloseTo(3300, 6);
    expect(figures("m").turningYear).toBeNull();
    expect(figures("status-quo").turningYear).toBeNull();
  });

  it("compares with another reference, the status quo too", () => {
    const { row, figures } = compute(threeScenarios("m"));
    expect(row("difference")).toEqual([100, -400, -400, -400]);
    expect(row("status-quo")).toEqual([1000, 1000, 1000, 1000]);
    expect(row("difference", "status-quo")).toEqual([-100, -100, -100, -100]);
    expect(figures("status-quo").turningYear).toBe(2022);
    expect(figures("m").turningYear).toBeNull();
    expect(row("difference", "m")).toEqual([0, 0, 0, 0]);
  });

  it("discounts the cash view, the first year not", () => {
    const { row, figures } = compute(threeScenarios());
    // 1,200 + 700 / 1.1 + 700 / 1.21 + 700 / 1.331
    expect(row("present-value")).toEqual([1200, 636.36, 578.51, 525.92]);
    expect(figures().presentValue).toBeCloseTo(2940.796, 3);
  });

  it("turns only where the sum stays at or below nothing", () => {
    const blocks = [
      fee(0),
      { kind: "one-off", byYear: { "2022": 100, "2023": -200, "2024": 150, "2025": -50 } },
    ];
    const { row, figures } = computeBlocks(blocks, { last: 2025 });
    expect(row("cumulative-difference")).toEqual([100, -100, 50, 0]);
    expect(figures().turningYear).toBe(2025);
  });

  it("turns at equality of cents, whatever the binary dust", () => {
    const { figures } = computeBlocks([
      { kind: "one-off", byYear: { "2022": 0.3, "2023": -0.1, "2024": -0.2 } },
    ]);
    expect(figures().turningYear).toBe(2024);
  });

  it("does not turn while half a cent or more is left", () => {
    const { figures } = computeBlocks([
      { kind: "one-off", byYear: { "2022": 100 } },
      { kind: "one-off", byYear: { "2024": -99.99 }, name: "Rest" },
    ]);
    expect(figures().turningYear).toBeNull();
  });

  it("covers the cooperation's own items, without what is saved in house", () => {
    const { row } = computeBlocks([fee(1000), { kind: "vat", rate: "statutory" }]);
    expect(row("budgeted")).toEqual([0, 0, 0]);
    expect(row("cover")).toEqual([-1190, -1190, -1190]);
  });

  it("is the whole cost of 2023 of the example: 587,860 with VAT on 494,000", () => {
    const blocks = [
      { kind: "general-costs", byYear: { "2022": 10_000, "2023": 40_000 } },
      { kind: "take-up", byYear: { "2022": 48_000, "2023": 172_000 } },
      { kind: "services", name: "Schul-IT", units: 3, unitPrice: 94_000 },
    ];
    const invoiced = computeBlocks(
      [...blocks, { kind: "vat", rate: "statutory", from: "2023-01", invoiced: true }],
      { last: 2023, start: "2022-01" },
    );
    expect(invoiced.row("result-cost")).toEqual([340_000, 587_860]);
    const effective = computeBlocks(
      [...blocks, { kind: "vat", rate: { effective: 0.1 }, from: "2023-01" }],
      { last: 2023, start: "2022-01" },
    );
    expect(effective.row("result-cost")).toEqual([340_000, 543_400]);
  });
});
