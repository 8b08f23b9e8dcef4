import { computeBlocks } from "./computed";

/** 60 months of life, 42 of them used when the exit month ends: 18 remain. */
const SERVER = { name: "Server", acquired: "2020-01", cost: 60_000, lifeMonths: 60 };

describe("exit", () => {
  it("takes residual values over and depreciates them over the months that remain", () => {
    const { row } = computeBlocks(
      [{ kind: "exit", date: "2023-06-15", dataTransfer: 4000, assets: [SERVER] }],
      { last: 2025 },
    );
    expect(row("exit")).toEqual([0, 22_000, 0, 0]);
    // 18,000 over 18 months: six in 2023, twelve in 2024; the data transfer is expense at once.
    expect(row("exit-depreciation")).toEqual([0, 10_000, 12_000, 0]);
    expect(row("result-cost")).toEqual([0, 10_000, 12_000, 0]);
    expect(row("cash-cost")).toEqual([0, 22_000, 0, 0]);
  });

  it("is expense at once where nothing is capitalised", () => {
    const { row } = computeBlocks(
      [
        {
          kind: "exit",
          date: "2023-06-30",
          dataTransfer: 4000,
          assets: [SERVER],
          capitalise: false,
        },
      ],
      { last: 2025 },
    );
    expect(row("exit")).toEqual([0, 22_000, 0, 0]);
    expect(row("exit-depreciation")).toEqual([0, 22_000, 0, 0]);
  });

  it("begins to depreciate in the next year after an exit in December", () => {
    const { row } = computeBlocks(
      [{ kind: "exit", date: "2022-12-31", assets: [{ ...SERVER, acquired: "2018-04" }] }],
      { last: 2024 },
    );
    // 57 of 60 months used, three remain.
    expect(row("exit")).toEqual([3000, 0, 0]);
    expect(row("exit-depreciation")).toEqual([0, 3000, 0]);
  });

  it("takes nothing over for what is used up, and counts the month of purchase", () => {
    const { row } = computeBlocks([
      {
        kind: "exit",
        date: "2022-03-10",
        assets: [
          { name: "Alt", acquired: "2015-01", cost: 99_999, lifeMonths: 36 },
          { name: "Neu", acquired: "2022-03", cost: 1200, lifeMonths: 12 },
        ],
      },
    ]);
    expect(row("exit")).toEqual([1100, 0, 0]);
    // Eleven months remain: nine in 2022, two in 2023.
    expect(row("exit-depreciation")).toEqual([900, 200, 0]);
  });

  it("ends the cooperation with its month and bears VAT only where said", () => {
    const blocks = (taxable: object): object[] => [
      { kind: "base-fee", amount: 12_000 },
      { kind: "vat", rate: "statutory", from: "2023-02" },
      { kind: "exit", date: "2023-03-01", dataTransfer: 1000, ...taxable },
    ];
    const untaxed = computeBlocks(blocks({}));
    expect(untaxed.row("base-fee")).toEqual([12_000, 3000, 0]);
    expect(untaxed.row("net-taxable")).toEqual([12_000, 3000, 0]);
    // Two of three months.
    expect(untaxed.row("vat")).toEqual([0, 380, 0]);
    const taxed = computeBlocks(blocks({ taxable: true }));
    expect(taxed.row("net-taxable")).toEqual([12_000, 4000, 0]);
    expect(taxed.row("vat")).toEqual([0, 570, 0]);
  });

  it("is not taxed where it lies before the VAT", () => {
    const { row } = computeBlocks([
      { kind: "exit", date: "2022-06-30", dataTransfer: 1000, taxable: true },
      { kind: "vat", rate: "statutory", from: "2022-07" },
    ]);
    expect(row("vat")).toEqual([0, 0, 0]);
  });
});
