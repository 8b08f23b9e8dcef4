import { computeBlocks, type Computed } from "./computed";

const SCHOOL = { kind: "services", units: 3, unitPrice: 94_000 };
const OPEN = { kind: "vat", rate: "statutory", from: "2023-01", invoiced: false };

/** School IT with 53,580 EUR of open VAT a year from 2023 on. */
function school(backTax: object | undefined, last = 2028): Computed {
  return computeBlocks([SCHOOL, OPEN, ...(backTax === undefined ? [] : [backTax])], { last });
}

/** One claim of a tax year, assessed on a date. */
function single(
  claim: { readonly year: number; readonly vat: number },
  backTax: { readonly assessed: string; readonly interest?: number },
): Computed {
  return computeBlocks(
    [
      // A tenth in effect: the claim is a tenth of the amount.
      { kind: "one-off", byYear: { [claim.year]: Number((10 * claim.vat).toFixed(2)) } },
      { kind: "vat", rate: { effective: 0.1 }, invoiced: false },
      { kind: "back-tax", ...backTax },
    ],
    { first: claim.year, last: Number(backTax.assessed.slice(0, 4)) },
  );
}

describe("an assessment", () => {
  const { row, value, figures } = school({ kind: "back-tax", assessed: "2027-11-30" });

  it("lets everything be invoiced from its year on", () => {
    expect(row("open-vat")).toEqual([0, 53_580, 53_580, 53_580, 53_580, 0, 0]);
    expect(row("vat")).toEqual([0, 0, 0, 0, 0, 53_580, 53_580]);
  });

  it("makes the open VAT of all years before fall due", () => {
    expect(row("back-tax")).toEqual([0, 0, 0, 0, 0, 214_320, 0]);
  });

  it("adds interest claim by claim: 29, 18 and 8 months", () => {
    // 53,550 × 0.15 % = 80.325 a month: 2,329.425, 1,445.85 and 642.60, each rounded down.
    expect(value("interest", 2027)).toBe(2329 + 1445 + 642);
    expect(row("back-payment")).toEqual([0, 0, 0, 0, 0, 218_736, 0]);
  });

  it("leaves nothing open", () => {
    // 2025: July to December on the claim of 2023; 2026: 18 months on it, 7 on that of 2024.
    expect(row("open-claims")).toEqual([0, 53_580, 107_160, 161_221.95, 216_328.13, 0, 0]);
    expect(figures().openTax).toBe(0);
    expect(figures().openInterest).toBe(0);
  });

  it("is expense and outlay of its year where nothing was provided", () => {
    expect(value("result-cost", 2027)).toBe(282_000 + 53_580 + 218_736);
    expect(value("cash-cost", 2027)).toBe(282_000 + 53_580 + 218_736);
    expect(value("result-cost", 2026)).toBe(282_000);
  });
});

describe("interest on a single claim", () => {
  const interestOf = (year: number, vat: number, assessed: string, interest?: number): number =>
    single({ year, vat }, { assessed, ...(interest === undefined ? {} : { interest }) }).value(
      "interest",
      Number(assessed.slice(0, 4)),
    );

  it("follows the golden cases", () => {
    expect(interestOf(2023, 53_580, "2027-11-30")).toBe(2329);
    expect(interestOf(2023, 53_599.99, "2027-11-29")).toBe(2249);
    expect(interestOf(2022, 32_680, "2026-02-14")).toBe(832);
  });

  it("is nothing below ten euros and before its run", () => {
    expect(interestOf(2024, 5000, "2026-07-01")).toBe(0);
    expect(interestOf(2025, 700, "2028-01-15")).toBe(0);
    expect(interestOf(2023, 53_580, "2025-06-30")).toBe(0);
  });

  it("is assessed from ten euros on", () => {
    // 1,000 × 0.15 % × 6 = 9.00; one month more is 10.50, rounded down to 10.
    expect(interestOf(2025, 1000, "2027-09-30")).toBe(0);
    expect(interestOf(2025, 1000, "2027-10-31")).toBe(10);
  });

  it("rounds the claim down to a multiple of 50, and to cents before", () => {
    expect(interestOf(2022, 1049.99, "2026-08-31")).toBe(36); // 1,000 × 0.0015 × 24
    expect(interestOf(2022, 1050, "2026-08-31")).toBe(37); // 37.80
    expect(interestOf(2022, 49.99, "2026-08-31")).toBe(0);
  });

  it("splits a run over both statutory rates", () => {
    // Run from April 2017: 21 months at 0.5 %, 6 at 0.15 %.
    expect(interestOf(2015, 1000, "2019-06-30")).toBe(105 + 9);
  });

  it("takes a twelfth of a yearly rate for every full month", () => {
    expect(interestOf(2023, 53_580, "2027-11-30", 0.06)).toBe(7764); // 53,550 × 0.5 % × 29 = 7,764.75
    expect(interestOf(2023, 53_580, "2027-11-30", 0)).toBe(0);
  });

  it("never rounds an odd rate up to the next euro", () => {
    // 650 × 4.37 % × 79 / 12 = 186.99958…
    expect(interestOf(2020, 650, "2029-04-30", 0.0437)).toBe(186);
  });
});

describe("an assessment at the edges of the model", () => {
  it("before the model or in its first year finds everything invoiced", () => {
    for (const assessed of ["2021-05-01", "2022-01-01"]) {
      const { row } = school({ kind: "back-tax", assessed });
      expect(row("vat")).toEqual([0, 53_580, 53_580, 53_580, 53_580, 53_580, 53_580]);
      expect(row("back-payment")).toEqual([0, 0, 0, 0, 0, 0, 0]);
      expect(row("open-claims")).toEqual([0, 0, 0, 0, 0, 0, 0]);
    }
  });

  it("before the run of interest brings the tax alone", () => {
    const { row } = school({ kind: "back-tax", assessed: "2025-06-30" }, 2026);
    expect(row("back-tax")).toEqual([0, 0, 0, 107_160, 0]);
    expect(row("interest")).toEqual([0, 0, 0, 0, 0]);
  });

  it("in the last year falls due in full", () => {
    const { row } = school({ kind: "back-tax", assessed: "2026-12-31" }, 2026);
    expect(row("back-tax")).toEqual([0, 0, 0, 0, 160_740]);
    // 18 and 7 months.
    expect(row("interest")).toEqual([0, 0, 0, 0, 1445 + 562]);
  });

  it.each([
    ["after the last year", { kind: "back-tax", assessed: "2027-01-31" }],
    ["without a date", { kind: "back-tax", assessed: null }],
    ["without the block", undefined],
  ])("%s leaves everything open and says how much", (_case, backTax) => {
    const { row, figures } = school(backTax, 2026);
    expect(row("vat")).toEqual([0, 0, 0, 0, 0]);
    expect(row("back-payment")).toEqual([0, 0, 0, 0, 0]);
    expect(row("open-claims")).toEqual([0, 53_580, 107_160, 161_221.95, 216_328.13]);
    expect(figures().openTax).toBeCloseTo(214_320, 6);
    expect(figures().openInterest).toBeCloseTo(2008.125, 6);
  });

  it("accrues at the yearly rate where one is given", () => {
    const { figures } = school({ kind: "back-tax", assessed: null, interest: 0.06 }, 2026);
    // 25 months at 53,550 × 0.5 %
    expect(figures().openInterest).toBeCloseTo(25 * 267.75, 6);
  });
});

describe("limitation", () => {
  /** 10,000 EUR of open VAT a year; 15 EUR of interest a month. */
  const open = (backTax: object, last = 2027): Computed =>
    computeBlocks(
      [
        { kind: "base-fee", amount: 100_000 },
        { kind: "vat", rate: { effective: 0.1 }, invoiced: false },
        { kind: "back-tax", ...backTax },
      ],
      { last },
    );

  it("lets a claim lapse with its interest at the end of the year", () => {
    const { row, figures } = open({ assessed: null, limitation: 4 });
    expect(row("lapsed")).toEqual([0, 0, 0, 0, 10_000, 10_000]);
    expect(row("open-claims")).toEqual([10_000, 20_000, 30_060, 40_330, 40_375, 40_420]);
    expect(figures().openTax).toBeCloseTo(40_000, 6);
    expect(figures().openInterest).toBeCloseTo(420, 6);
  });

  it("keeps lapsed claims out of a later assessment", () => {
    const { row } = open({ assessed: "2027-01-31", limitation: 4 });
    expect(row("lapsed")).toEqual([0, 0, 0, 0, 10_000, 0]);
    expect(row("back-tax")).toEqual([0, 0, 0, 0, 0, 40_000]);
    // Claims of 2023 (19 months), 2024 (8 months): 285 + 120
    expect(row("interest")).toEqual([0, 0, 0, 0, 0, 405]);
  });

  it("does not let a claim lapse that is assessed on the very last day", () => {
    const { row } = open({ assessed: "2026-12-31", limitation: 4 });
    expect(row("lapsed")).toEqual([0, 0, 0, 0, 0, 0]);
    expect(row("back-tax")).toEqual([0, 0, 0, 0, 40_000, 0]);
  });

  it("lapses also where the assessment comes after the model", () => {
    const { row } = open({ assessed: "2030-03-31", limitation: 1 }, 2024);
    expect(row("lapsed")).toEqual([0, 10_000, 10_000]);
    expect(row("open-claims")).toEqual([10_000, 10_000, 10_000]);
  });
});
