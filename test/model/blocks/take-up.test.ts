import { compute, computeBlocks, modelOf } from "../computed";
import { budgetOf } from "../budget-sheet";

describe("take-up by year", () => {
  it("keeps the given years and carries on", () => {
    const { row } = computeBlocks(
      [{ kind: "take-up", byYear: { "2022": 48_000, "2023": 172_000 } }],
      {
        model: { indices: { fees: 0.02 } },
      },
    );
    expect(row("take-up")).toEqual([48_000, 172_000, 175_440]);
  });

  it("carries a short first year on to a whole one", () => {
    // Starts in July: 24,000 for six months are 48,000 for twelve.
    const { row } = computeBlocks([{ kind: "take-up", byYear: { "2022": 24_000 } }], {
      start: "2022-07",
      model: { indices: { fees: { "2023": 0.1 } } },
    });
    expect(row("take-up")).toEqual([24_000, 52_800, 58_080]);
  });

  it("ends with the cooperation", () => {
    const { row } = computeBlocks([{ kind: "take-up", byYear: { "2022": 12_000 } }], {
      end: "2023-03",
    });
    expect(row("take-up")).toEqual([12_000, 3000, 0]);
  });
});

describe("take-up by percentage", () => {
  it("multiplies share, price and inhabitants", () => {
    const { row } = computeBlocks(
      [{ kind: "take-up", percent: { "2022": 0.2, "2023": 0.45 }, pricePerInhabitant: 12 }],
      { model: { inhabitants: { "2022": 44_000, "2024": 44_500 }, indices: { fees: 0.01 } } },
    );
    // 2024: 0.45 × 12 × 44,500 × 1.01² = 245,130.03
    expect(row("take-up")).toEqual([105_600, 239_976, 245_130.03]);
  });

  it("stops at the cap of the contract", () => {
    const { row } = computeBlocks(
      [
        {
          kind: "take-up",
          percent: { "2022": 0.3, "2023": 0.6, "2024": 0.9 },
          pricePerInhabitant: 10,
          cap: 0.5,
        },
      ],
      { model: { inhabitants: 1000 } },
    );
    expect(row("take-up")).toEqual([3000, 5000, 5000]);
  });

  it("counts the months of the cooperation", () => {
    const { row } = computeBlocks([{ kind: "take-up", percent: 1, pricePerInhabitant: 12 }], {
      start: "2022-12",
      end: "2024-01",
      model: { inhabitants: 1000 },
    });
    expect(row("take-up")).toEqual([1000, 12_000, 1000]);
  });
});

describe("take-up by products", () => {
  const products = [
    { name: "Jugendamt", price: 24_000, start: "2022-07", oneOff: 5000 },
    { name: "Vertragsverwaltung", price: 6000 },
  ];

  it("charges each product from its own start", () => {
    const { row } = computeBlocks([{ kind: "take-up", products }], {
      model: { indices: { fees: 0.1 } },
    });
    // 2022: 12,000 + 5,000 once + 6,000
    expect(row("take-up")).toEqual([23_000, 33_000, 36_300]);
  });

  it("starts with the scenario where a product says nothing, and ends with it", () => {
    const { row } = computeBlocks([{ kind: "take-up", products }], {
      start: "2022-10",
      end: "2023-02",
    });
    // The product of July is charged from October; its introduction in July lies before the start.
    expect(row("take-up")).toEqual([7500, 5000, 0]);
  });

  it("indexes the one-off amount of a later product", () => {
    const { row } = computeBlocks(
      [
        {
          kind: "take-up",
          products: [{ name: "Archiv", price: 0, start: "2024-03", oneOff: 1000 }],
        },
      ],
      { model: { indices: { fees: 0.1 } } },
    );
    expect(row("take-up")).toEqual([0, 0, 1210]);
  });

  it("taxes yearly parts by months and one-off parts by their month", () => {
    const { row } = computeBlocks([
      { kind: "take-up", products },
      { kind: "vat", rate: "statutory", from: "2022-08" },
    ]);
    // 2022: of 12,000 five sixths, of 5,000 nothing (July), of 6,000 five twelfths: 12,500 × 19 %
    expect(row("vat")).toEqual([2375, 5700, 5700]);
  });
});

describe("products that replace budget lines", () => {
  const budget = budgetOf(
    [2022],
    [
      { product: "01.02.02", account: "529100", amounts: [12_000] },
      { product: "01.02.02", account: "543100", amounts: [2400] },
      { product: "03.02.02", account: "529100", amounts: [600] },
    ],
  );
  const replacing = (parallelUntil: string, account: string): object => ({
    name: `Ersatz ${parallelUntil}`,
    price: 0,
    replaces: [{ where: { product: "01.02.*", account } }],
    parallelUntil,
  });

  it("lets lines that stay end after parallel operation", () => {
    const { row } = compute(
      modelOf([{ kind: "take-up", products: [replacing("2023-06", "529100")] }], {
        model: { lines: [{ where: { account: "5*" }, role: "stays" }] },
      }),
      budget,
    );
    expect(row("baseline")).toEqual([15_000, 9000, 3000]);
    expect(row("baseline", "status-quo")).toEqual([15_000, 15_000, 15_000]);
  });

  it("takes the latest month of several products and forgets the rule's own", () => {
    const { row } = compute(
      modelOf(
        [
          {
            kind: "take-up",
            products: [replacing("2023-09", "5*"), replacing("2022-03", "529100")],
          },
        ],
        {
          model: {
            lines: [{ where: { product: "01.02.02" }, role: "ends", until: "2022-01" }],
          },
        },
      ),
      budget,
    );
    expect(row("baseline")).toEqual([14_400, 10_800, 0]);
  });

  it("keeps the return of a rule and leaves budgeted lines alone", () => {
    const { row } = compute(
      modelOf([{ kind: "take-up", products: [replacing("2022-06", "*")] }], {
        end: "2023-12",
        model: {
          lines: [
            { where: { product: "01.02.02", account: "543100" }, role: "budgeted" },
            {
              where: { product: "01.02.02" },
              role: "ends",
              until: "2023-12",
              returns: true,
            },
          ],
        },
      }),
      budget,
    );
    expect(row("baseline")).toEqual([6000, 0, 12_000]);
    expect(row("budgeted")).toEqual([2400, 2400, 2400]);
  });
});
