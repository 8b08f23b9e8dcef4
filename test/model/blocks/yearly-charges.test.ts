import { computeBlocks } from "../computed";

const FEES_2_PERCENT = { indices: { fees: 0.02 } };

describe("base-fee", () => {
  it("charges a yearly amount that rises with the fees index", () => {
    const { row } = computeBlocks([{ kind: "base-fee", amount: 12_000 }], {
      model: FEES_2_PERCENT,
    });
    expect(row("base-fee")).toEqual([12_000, 12_240, 12_484.8]);
  });

  it("multiplies a price by the inhabitants that hold in the year", () => {
    const { row } = computeBlocks([{ kind: "base-fee", perInhabitant: 0.35 }], {
      model: { inhabitants: { "2022": 44_000, "2024": 45_000 } },
    });
    expect(row("base-fee")).toEqual([15_400, 15_400, 15_750]);
  });

  it("charges only the months of the cooperation", () => {
    const { row } = computeBlocks([{ kind: "base-fee", amount: 12_000 }], {
      start: "2022-10",
      end: "2024-05",
    });
    expect(row("base-fee")).toEqual([3000, 12_000, 5000]);
  });

  it("follows an index of its own, also falling", () => {
    const { row } = computeBlocks([
      { kind: "base-fee", amount: 1000, index: { "2023": -0.1, "2024": 0.5 } },
    ]);
    expect(row("base-fee")).toEqual([1000, 900, 1350]);
  });

  it("adds up several blocks of the kind", () => {
    const { row } = computeBlocks([
      { kind: "base-fee", amount: 1000.01 },
      { kind: "base-fee", amount: -0.02, name: "Gutschrift" },
    ]);
    expect(row("base-fee")).toEqual([999.99, 999.99, 999.99]);
  });
});

describe("levy", () => {
  it("keeps given years and carries the last one on with the index", () => {
    const { row } = computeBlocks(
      [{ kind: "levy", byYear: { "2023": 50_000, "2024": 60_000 }, index: "fees" }],
      { last: 2026, model: FEES_2_PERCENT },
    );
    expect(row("levy")).toEqual([0, 50_000, 60_000, 61_200, 62_424]);
  });

  it("is a price per inhabitant where that is given", () => {
    const { row } = computeBlocks([{ kind: "levy", perInhabitant: 2.5, index: 0.1 }], {
      model: { inhabitants: 10_000 },
    });
    expect(row("levy")).toEqual([25_000, 27_500, 30_250]);
  });

  it("bears no VAT unless said", () => {
    const vat = { kind: "vat", rate: "statutory" };
    const free = computeBlocks([{ kind: "levy", byYear: 1000 }, vat]);
    expect(free.row("net-taxable")).toEqual([0, 0, 0]);
    expect(free.row("vat")).toEqual([0, 0, 0]);
    const taxed = computeBlocks([{ kind: "levy", byYear: 1000, taxable: true }, vat]);
    expect(taxed.row("net-taxable")).toEqual([1000, 1000, 1000]);
    expect(taxed.row("vat")).toEqual([190, 190, 190]);
  });
});

describe("general-costs", () => {
  it("takes the given years as given, whatever the index", () => {
    const { row } = computeBlocks(
      [{ kind: "general-costs", byYear: { "2022": 10_000, "2023": 40_000 } }],
      { model: { indices: { fees: 0.05 } } },
    );
    expect(row("general-costs")).toEqual([10_000, 40_000, 42_000]);
  });

  it("scales by the months where the year it is carried from was short", () => {
    const { row } = computeBlocks([{ kind: "general-costs", byYear: { "2022": 3000 } }], {
      start: "2022-10",
      end: "2024-02",
    });
    expect(row("general-costs")).toEqual([3000, 12_000, 2000]);
  });

  it("is a share of the whole take-up row", () => {
    const { row } = computeBlocks([
      { kind: "general-costs", shareOfTakeUp: 0.25 },
      { kind: "take-up", byYear: { "2022": 48_000, "2023": 172_000 } },
      { kind: "take-up", byYear: { "2024": 8000 }, name: "Weitere" },
    ]);
    expect(row("general-costs")).toEqual([12_000, 43_000, 45_000]);
  });

  it("treats a plain number as a yearly price", () => {
    const { row } = computeBlocks([{ kind: "general-costs", byYear: 6000 }], {
      start: "2023-07",
      model: FEES_2_PERCENT,
    });
    expect(row("general-costs")).toEqual([0, 3060, 6242.4]);
  });
});

describe("staff", () => {
  it("multiplies full-time equivalents by their cost, rising with the staff index", () => {
    const { row } = computeBlocks(
      [{ kind: "staff", fte: { "2022": 0.5, "2024": 2 }, costPerFte: 72_000 }],
      { model: { indices: { staff: 0.03, fees: 0.5 } } },
    );
    // 2024: 2 × 72,000 × 1.03² = 152,769.60
    expect(row("staff")).toEqual([36_000, 37_080, 152_769.6]);
  });

  it("lowers the cost where hiring is avoided", () => {
    const { row } = computeBlocks([{ kind: "staff", fte: -1.5, costPerFte: 60_000 }]);
    expect(row("staff")).toEqual([-90_000, -90_000, -90_000]);
    expect(row("result-cost")).toEqual([-90_000, -90_000, -90_000]);
  });

  it("counts the months of the cooperation and bears no VAT", () => {
    const { row } = computeBlocks(
      [
        { kind: "staff", fte: 1, costPerFte: 60_000 },
        { kind: "vat", rate: "statutory" },
      ],
      { start: "2022-12" },
    );
    expect(row("staff")).toEqual([5000, 60_000, 60_000]);
    expect(row("vat")).toEqual([0, 0, 0]);
  });
});

describe("shared-service-centre", () => {
  it("multiplies the workplaces by their price", () => {
    const { row } = computeBlocks([{ kind: "shared-service-centre", pricePerWorkplace: 1400 }], {
      model: { workplaces: { "2021": 400, "2023": 420 }, ...FEES_2_PERCENT },
    });
    // 2024: 420 × 1,400 × 1.02² = 611,755.20
    expect(row("shared-service-centre")).toEqual([560_000, 599_760, 611_755.2]);
  });

  it("takes 1,500 a workplace where no price is given", () => {
    const { row } = computeBlocks([{ kind: "shared-service-centre" }], {
      model: { workplaces: 420 },
    });
    expect(row("shared-service-centre")).toEqual([630_000, 630_000, 630_000]);
  });

  it("shares started teams by users", () => {
    // 1,001 users need 6 teams of 200; own share 420 / 1,001 of 6 × 130,000 × 1.1 = 360,000.00
    const { row } = computeBlocks([
      {
        kind: "shared-service-centre",
        staffing: {
          administratorCost: 72_000,
          technicianCost: 58_000,
          overhead: 0.1,
          users: 1001,
          ownUsers: 420,
        },
      },
    ]);
    expect(row("shared-service-centre")).toEqual([360_000, 360_000, 360_000]);
  });

  it("needs no further team for a full one", () => {
    const staffing = { administratorCost: 50_000, technicianCost: 40_000, ownUsers: 100 };
    const full = computeBlocks([
      { kind: "shared-service-centre", staffing: { ...staffing, users: 400 } },
    ]);
    // Two teams, a quarter of the users.
    expect(full.value("shared-service-centre", 2022)).toBe(45_000);
    const own = computeBlocks([
      { kind: "shared-service-centre", staffing: { ...staffing, users: 400, usersPerTeam: 100 } },
    ]);
    expect(own.value("shared-service-centre", 2022)).toBe(90_000);
  });
});

describe("provider", () => {
  it("multiplies person-days by the gross day rate", () => {
    const { row } = computeBlocks(
      [{ kind: "provider", personDays: { "2022": 600, "2023": 200 }, dayRate: 1000 }],
      { model: FEES_2_PERCENT },
    );
    expect(row("provider")).toEqual([600_000, 204_000, 208_080]);
  });

  it("holds the first value before its year", () => {
    const { row } = computeBlocks([
      { kind: "provider", personDays: { "2024": 10 }, dayRate: 1190 },
    ]);
    expect(row("provider")).toEqual([11_900, 11_900, 11_900]);
  });

  it("is gross already: no VAT on top unless said", () => {
    const vat = { kind: "vat", rate: "statutory" };
    const provider = { kind: "provider", personDays: 1, dayRate: 1000 };
    expect(computeBlocks([provider, vat]).value("vat", 2022)).toBe(0);
    expect(computeBlocks([{ ...provider, taxable: true }, vat]).value("vat", 2022)).toBe(190);
  });
});

describe.each(["one-off", "settlement"] as const)("%s", (kind) => {
  it("falls into the given years only, without index", () => {
    const { row } = computeBlocks([{ kind, byYear: { "2022": 20_000.5, "2024": -300 } }], {
      model: { indices: { fees: 0.1, goods: 0.1, staff: 0.1 } },
    });
    expect(row(kind)).toEqual([20_000.5, 0, -300]);
  });

  it("is whole although the year is short, and after the end as well", () => {
    const { row } = computeBlocks([{ kind, byYear: { "2022": 1200, "2024": 700 } }], {
      start: "2022-11",
      end: "2023-12",
    });
    expect(row(kind)).toEqual([1200, 0, 700]);
    expect(row("result-cost")).toEqual([1200, 0, 700]);
  });

  it("bears VAT by the months of the year, whole where none counts", () => {
    const { row } = computeBlocks(
      [
        { kind, byYear: { "2022": 1200, "2023": 1000, "2024": 700 } },
        { kind: "vat", rate: "statutory", from: "2022-12" },
      ],
      { start: "2022-09", end: "2023-12" },
    );
    // 2022: one of four months is taxed; 2024: no month counts, January lies after the VAT start.
    expect(row("vat")).toEqual([57, 190, 133]);
  });

  it("bears no VAT before its start where no month counts", () => {
    const { row } = computeBlocks(
      [
        { kind, byYear: { "2022": 1200 } },
        { kind: "vat", rate: "statutory" },
      ],
      { start: "2023-01" },
    );
    expect(row("vat")).toEqual([0, 0, 0]);
  });
});
