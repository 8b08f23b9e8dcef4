import { budgetOf } from "./budget-sheet";
import { compute, computeBlocks, type Computed, modelOf } from "./computed";

function school(blocks: readonly object[], last = 2028): Computed {
  return computeBlocks(
    [
      { kind: "services", units: 3, unitPrice: 94_000 },
      { kind: "vat", rate: "statutory", from: "2023-01", invoiced: false },
      ...blocks,
    ],
    { last },
  );
}

const ASSESSED = { kind: "back-tax", assessed: "2027-11-30" };

describe("a provision", () => {
  const { row } = school([ASSESSED, { kind: "provision", method: "provision" }]);

  it("is built up by the open VAT and the interest accrued on it", () => {
    // 2025: 6 months of 80.325; 2026: 12 of the first claim, 7 of the second.
    expect(row("provision-allocation")).toEqual([0, 53_580, 53_580, 54_061.95, 55_106.18, 0, 0]);
    expect(row("provision-balance")).toEqual([0, 53_580, 107_160, 161_221.95, 216_328.13, 0, 0]);
  });

  it("is used for the payment; what is missing is expense of that year", () => {
    expect(row("provision-use")).toEqual([0, 0, 0, 0, 0, 216_328.13, 0]);
    expect(row("provision-shortfall")).toEqual([0, 0, 0, 0, 0, 2407.88, 0]);
    expect(row("provision-release")).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("moves the expense to the years that cause it, and no cash", () => {
    expect(row("result-cost")).toEqual([
      282_000, 335_580, 335_580, 336_061.95, 337_106.18, 337_987.88, 335_580,
    ]);
    expect(row("cash-cost")).toEqual([
      282_000, 282_000, 282_000, 282_000, 282_000, 554_316, 335_580,
    ]);
  });
});

describe("a provision that was too high", () => {
  it("is released in the year of the assessment", () => {
    // 700 EUR of 2025 accrue 9 × 1.05 in 2027; below 10 EUR no interest is assessed.
    const { row } = computeBlocks(
      [
        { kind: "one-off", byYear: { "2025": 7000 } },
        { kind: "vat", rate: { effective: 0.1 }, invoiced: false },
        { kind: "back-tax", assessed: "2028-01-15" },
        { kind: "provision", method: "provision" },
      ],
      { first: 2025, last: 2028 },
    );
    expect(row("provision-allocation")).toEqual([700, 0, 9.45, 0]);
    expect(row("provision-use")).toEqual([0, 0, 0, 700]);
    expect(row("provision-release")).toEqual([0, 0, 0, 9.45]);
    expect(row("provision-balance")).toEqual([700, 700, 709.45, 0]);
    expect(row("result-cost")).toEqual([7700, 0, 9.45, -9.45]);
    expect(row("cash-cost")).toEqual([7000, 0, 0, 700]);
  });
});

describe("a provision for claims that lapse", () => {
  it("is allocated the interest of that year once more and released with it", () => {
    const { row } = computeBlocks(
      [
        { kind: "base-fee", amount: 100_000 },
        { kind: "vat", rate: { effective: 0.1 }, invoiced: false },
        { kind: "back-tax", assessed: null, limitation: 4 },
        { kind: "provision", method: "provision" },
      ],
      { last: 2027 },
    );
    expect(row("provision-allocation")).toEqual([10_000, 10_000, 10_060, 10_270, 10_465, 10_495]);
    expect(row("provision-release")).toEqual([0, 0, 0, 0, 10_420, 10_450]);
    expect(row("provision-balance")).toEqual(row("open-claims"));
    expect(row("result-cost")).toEqual([110_000, 110_000, 110_060, 110_270, 100_045, 100_045]);
  });
});

describe("earmarked liquidity", () => {
  it("shows the same rows as a memo and leaves the result view alone", () => {
    const earmarked = school([ASSESSED, { kind: "provision", method: "earmarked" }]);
    const provided = school([ASSESSED, { kind: "provision", method: "provision" }]);
    const none = school([ASSESSED]);
    for (const id of [
      "provision-allocation",
      "provision-use",
      "provision-release",
      "provision-shortfall",
      "provision-balance",
    ] as const) {
      expect(earmarked.row(id)).toEqual(provided.row(id));
      expect(none.row(id)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    }
    expect(earmarked.row("result-cost")).toEqual(none.row("result-cost"));
    expect(earmarked.row("cash-cost")).toEqual(none.row("cash-cost"));
  });
});

describe("a provision without a claim", () => {
  it("stays empty where all VAT is invoiced, or none is due", () => {
    const invoiced = computeBlocks([
      { kind: "base-fee", amount: 1000 },
      { kind: "vat", rate: "statutory" },
      { kind: "provision", method: "provision" },
    ]);
    expect(invoiced.row("provision-allocation")).toEqual([0, 0, 0]);
    const untaxed = computeBlocks([
      { kind: "base-fee", amount: 1000 },
      { kind: "back-tax", assessed: "2024-01-01" },
      { kind: "provision", method: "provision" },
    ]);
    expect(untaxed.row("provision-balance")).toEqual([0, 0, 0]);
    expect(untaxed.row("result-cost")).toEqual([1000, 1000, 1000]);
  });

  it("is carried to the end where nothing is assessed within the model", () => {
    const { row } = school(
      [
        { kind: "back-tax", assessed: "2027-11-30" },
        { kind: "provision", method: "provision" },
      ],
      2026,
    );
    expect(row("provision-balance")).toEqual([0, 53_580, 107_160, 161_221.95, 216_328.13]);
    expect(row("provision-release")).toEqual([0, 0, 0, 0, 0]);
  });

  it("is not touched by an assessment in a budget year after the model", () => {
    const { row, figures } = compute(
      modelOf(
        [
          { kind: "base-fee", amount: 1000 },
          { kind: "vat", rate: "statutory", invoiced: false },
          { kind: "back-tax", assessed: "2025-11-30" },
          { kind: "provision", method: "provision" },
        ],
        { model: { lines: [{ where: { account: "5*" }, role: "stays" }] } },
      ),
      budgetOf([2024, 2025], [{ account: "529100", amounts: [10, 20] }]),
    );
    // Interest on the claim of 2022 from September 2024: 4 × 150 × 0.15 %
    expect(row("result-cost")).toEqual([1190, 1190, 1200.9]);
    expect(figures().totalResult).toBeCloseTo(3580.9, 6);
    expect(figures().totalCash).toBeCloseTo(3010, 6);
  });
});
