import { calendarDate, excelSerial } from "../../src/law/calendar";
import { computeBlocks, modelOf, compute } from "./computed";

const SCHOOL = { kind: "services", units: 3, unitPrice: 94_000 };

describe("VAT rates", () => {
  it("adds the statutory rate: school IT of 282,000 becomes 335,580", () => {
    const { row } = computeBlocks([SCHOOL, { kind: "vat", rate: "statutory", from: "2023-01" }]);
    expect(row("net-taxable")).toEqual([282_000, 282_000, 282_000]);
    expect(row("vat")).toEqual([0, 53_580, 53_580]);
    expect(row("result-cost")).toEqual([282_000, 335_580, 335_580]);
  });

  it("takes the rate of 31 December: 16 % for all of 2020", () => {
    const { row } = computeBlocks(
      [
        { kind: "base-fee", amount: 1000 },
        { kind: "vat", rate: "statutory" },
      ],
      { first: 2019, last: 2021 },
    );
    expect(row("vat")).toEqual([190, 160, 190]);
  });

  it("adds nothing where the rate is none, and an effective rate as given", () => {
    expect(computeBlocks([SCHOOL, { kind: "vat", rate: "none" }]).row("vat")).toEqual([0, 0, 0]);
    const ten = computeBlocks([SCHOOL, { kind: "vat", rate: { effective: 0.1 } }]);
    expect(ten.row("vat")).toEqual([28_200, 28_200, 28_200]);
  });

  it("lowers the statutory rate by the input-tax share of the provider", () => {
    // 19 % × (1 − 0.4737) = 9.9997 %
    const { row } = computeBlocks(
      [
        { kind: "base-fee", amount: 100_000 },
        { kind: "vat", rate: { inputTaxShare: 0.4737 } },
      ],
      { first: 2020, last: 2021 },
    );
    expect(row("vat")).toEqual([8420.8, 9999.7]);
  });

  it("leaves out the deductible share", () => {
    const { row } = computeBlocks([
      { kind: "base-fee", amount: 1000 },
      { kind: "vat", rate: "statutory", deductible: 0.25 },
    ]);
    expect(row("vat")).toEqual([142.5, 142.5, 142.5]);
    expect(row("net-taxable")).toEqual([1000, 1000, 1000]);
  });

  it("taxes only taxable blocks, in the sum of all kinds", () => {
    const { row } = computeBlocks([
      { kind: "base-fee", amount: 1000 },
      { kind: "take-up", byYear: { "2022": 500 }, taxable: false },
      { kind: "staff", fte: 1, costPerFte: 300 },
      { kind: "one-off", byYear: { "2023": 200 } },
      { kind: "vat", rate: "statutory" },
    ]);
    expect(row("net-taxable")).toEqual([1000, 1200, 1000]);
    expect(row("vat")).toEqual([190, 228, 190]);
  });
});

describe("VAT from a month on", () => {
  it("taxes the charged months from it on, in a cooperation that starts mid-year", () => {
    // Charged July to December 2022: 6,000; taxed October to December: 3,000.
    const { row } = computeBlocks(
      [
        { kind: "base-fee", amount: 12_000 },
        { kind: "vat", rate: "statutory", from: "2022-10" },
      ],
      { start: "2022-07" },
    );
    expect(row("base-fee")).toEqual([6000, 12_000, 12_000]);
    expect(row("net-taxable")).toEqual([6000, 12_000, 12_000]);
    expect(row("vat")).toEqual([570, 2280, 2280]);
  });

  it("shares the amount of a short year by its own months", () => {
    // Five months of 2024 are charged, two of them from April on.
    const { row } = computeBlocks(
      [
        { kind: "base-fee", amount: 12_000 },
        { kind: "vat", rate: "statutory", from: "2024-04" },
      ],
      { end: "2024-05" },
    );
    expect(row("base-fee")).toEqual([12_000, 12_000, 5000]);
    expect(row("vat")).toEqual([0, 0, 380]);
  });

  it("shares a given amount by the months that count", () => {
    // 24,000 for October to December; one of three months is taxed.
    const { row } = computeBlocks(
      [
        { kind: "general-costs", byYear: { "2022": 24_000 } },
        { kind: "vat", rate: "statutory", from: "2022-12" },
      ],
      { start: "2022-10" },
    );
    expect(row("vat")).toEqual([1520, 18_240, 18_240]);
  });

  it("begins with the cooperation where no month is given", () => {
    const { row } = computeBlocks(
      [
        { kind: "base-fee", amount: 12_000 },
        { kind: "vat", rate: "statutory" },
      ],
      { start: "2022-07" },
    );
    expect(row("vat")).toEqual([1140, 2280, 2280]);
  });

  it("taxes a service by its own months", () => {
    // Charged March to August; from June on three of six months.
    const { row } = computeBlocks([
      { kind: "services", unitPrice: 2000, from: "2022-03", to: "2022-08" },
      { kind: "vat", rate: "statutory", from: "2022-06" },
    ]);
    expect(row("services")).toEqual([1000, 0, 0]);
    expect(row("vat")).toEqual([95, 0, 0]);
  });
});

describe("VAT of a negative sum", () => {
  it("is never below nothing", () => {
    const { row } = computeBlocks([
      { kind: "base-fee", amount: 1000 },
      { kind: "settlement", byYear: { "2023": -5000 } },
      { kind: "vat", rate: "statutory" },
    ]);
    expect(row("net-taxable")).toEqual([1000, -4000, 1000]);
    expect(row("vat")).toEqual([190, 0, 190]);
    expect(row("result-cost")).toEqual([1190, -4000, 1190]);
  });

  it("lets a credit lower the VAT of the other parts first", () => {
    const { row } = computeBlocks([
      { kind: "base-fee", amount: 1000 },
      { kind: "settlement", byYear: { "2023": -400 } },
      { kind: "vat", rate: "statutory", invoiced: false },
    ]);
    expect(row("open-vat")).toEqual([190, 114, 190]);
  });
});

describe("invoiced VAT", () => {
  const fee = { kind: "base-fee", amount: 12_000 };

  it("is paid where it is invoiced and open where not", () => {
    const open = computeBlocks([fee, { kind: "vat", rate: "statutory", invoiced: false }]);
    expect(open.row("vat")).toEqual([0, 0, 0]);
    expect(open.row("open-vat")).toEqual([2280, 2280, 2280]);
    expect(open.row("result-cost")).toEqual([12_000, 12_000, 12_000]);
    const paid = computeBlocks([fee, { kind: "vat", rate: "statutory", invoiced: true }]);
    expect(paid.row("vat")).toEqual([2280, 2280, 2280]);
    expect(paid.row("open-vat")).toEqual([0, 0, 0]);
  });

  it("is split at the month from which it is invoiced", () => {
    // Due from April 2022, invoiced from September 2023: 2023 has four months of twelve invoiced.
    const { row } = computeBlocks([
      fee,
      { kind: "vat", rate: "statutory", from: "2022-04", invoiced: "2023-09" },
    ]);
    expect(row("vat")).toEqual([0, 760, 2280]);
    expect(row("open-vat")).toEqual([1710, 1520, 0]);
  });

  it("is not invoiced before it is due", () => {
    const { row } = computeBlocks([
      fee,
      { kind: "vat", rate: "statutory", from: "2023-07", invoiced: "2022-01" },
    ]);
    expect(row("vat")).toEqual([0, 1140, 2280]);
    expect(row("open-vat")).toEqual([0, 0, 0]);
  });

  it("is never more than the VAT of the year and never below nothing", () => {
    // A credit in June (before) and a service in November (after the month): VAT of the year 76.
    const credit = (amount: number, from: string): object => ({
      kind: "services",
      unitPrice: amount,
      from,
      once: true,
    });
    const vat = { kind: "vat", rate: "statutory", invoiced: "2022-10" };
    const more = computeBlocks([credit(-600, "2022-06"), credit(1000, "2022-11"), vat]);
    expect(more.value("vat", 2022)).toBe(76);
    expect(more.value("open-vat", 2022)).toBe(0);
    const less = computeBlocks([credit(1000, "2022-06"), credit(-600, "2022-11"), vat]);
    expect(less.value("vat", 2022)).toBe(0);
    expect(less.value("open-vat", 2022)).toBe(76);
  });
});

describe("the month of invoicing on the sheet", () => {
  it("makes a claim of VAT that the model had invoiced from the start", () => {
    const computed = computeBlocks([SCHOOL, { kind: "vat", rate: "statutory" }]);
    expect(computed.row("open-claims")).toEqual([0, 0, 0]);
    const invoiced = computed.built.assumptions.sheet.find("vat.invoiced");
    computed.evaluation.set(invoiced, 4, excelSerial(calendarDate("2023-01-01")));
    expect(computed.row("open-vat")).toEqual([53_580, 0, 0]);
    // 53,550 € × 0.15 % from September 2024 on, four months.
    expect(computed.row("open-claims")).toEqual([53_580, 53_580, 53_901.3]);
  });
});

describe("tax of the status quo", () => {
  it("belongs to what the town would pay anyway", () => {
    const { row } = compute({
      ...modelOf([{ kind: "base-fee", amount: 1000 }]),
      scenarios: [
        {
          id: "status-quo",
          name: "Ohne",
          blocks: [
            { kind: "services", unitPrice: 1000 },
            { kind: "vat", rate: "statutory" },
          ],
        },
        { id: "k", name: "Mit", blocks: [{ kind: "base-fee", amount: 1000 }] },
      ],
    });
    expect(row("status-quo")).toEqual([1190, 1190, 1190]);
    expect(row("difference")).toEqual([-190, -190, -190]);
  });
});
