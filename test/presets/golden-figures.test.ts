import { readFileSync } from "node:fs";
import { calendarDate } from "../../src/law/calendar";
import { DISCOUNT_RATES } from "../../src/law/discount";
import { vatOptionKnownOn } from "../../src/law/vat-option";
import { productsOf } from "../../src/model/catalogue";
import type { ModelDocument, ScenarioDocument } from "../../src/model/document";
import { presetModel, PRESETS } from "../../src/model/presets";
import { compute, type ComputedModel } from "./computed";

/** Figures a user would give; none of them is from a document. */
const GIVEN = {
  "core-price": 10,
  "take-up-low": 0.25,
  "take-up-high": 0.6,
  workplaces: 400,
  "administrator-cost": 90_000,
  "technician-cost": 60_000,
  "staffing-overhead": 0.1,
  "all-users": 1_000,
  "own-users": 250,
  "online-services-charge": 30_000,
  "exit-data-transfer": 25_000,
  "exit-hardware-cost": 96_000,
  "exit-hardware-life": 96,
  ...Object.fromEntries(productsOf("high").map(({ id }) => [`price-${id}`, 1000] as const)),
};

const of = (...ids: string[]): ComputedModel => compute(presetModel(ids, { given: GIVEN }));

function scenario(document: ModelDocument, id: string): ScenarioDocument {
  const found = document.scenarios.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no scenario ${id}`);
  return found;
}

/** One scenario of these blocks beside the status quo. */
function alone(blocks: ScenarioDocument["blocks"], statusQuo: ScenarioDocument["blocks"] = []) {
  return compute({
    ...presetModel(["further-services"]),
    scenarios: [
      { id: "status-quo", name: "Weiter wie bisher", blocks: statusQuo },
      { id: "one", name: "Kooperation", start: "2022-01", blocks },
    ],
  });
}

describe("section 1: the cooperation with the data centre", () => {
  it("starts on 1 January 2022 with 44,000 inhabitants", () => {
    const document = presetModel();
    expect(document.years).toEqual({ first: 2022, last: 2031 });
    expect(document.inhabitants).toEqual({ "2022": 44_000 });
    expect(scenario(document, "invoiced-19").start).toBe("2022-01");
  });

  it("take-up: 48 T€ in 2022, 172 T€ from 2023", () => {
    const { row } = of("invoiced-19");
    expect([2022, 2023, 2031].map((year) => row("invoiced-19", "take-up", year))).toEqual([
      48_000, 172_000, 172_000,
    ]);
  });

  it("general cooperation costs: 10 T€ in 2022, 40 T€ from 2023", () => {
    const { row } = of("invoiced-19");
    expect([2022, 2023, 2031].map((year) => row("invoiced-19", "general-costs", year))).toEqual([
      10_000, 40_000, 40_000,
    ]);
  });

  it("share of general costs in take-up: 20.8 % in 2022, 23.3 % in 2023", () => {
    const { row } = of("invoiced-19", "full-transfer");
    const share = (id: string, year: number): number =>
      row(id, "general-costs", year) / row(id, "take-up", year);
    expect(share("invoiced-19", 2022)).toBeCloseTo(0.208, 3);
    expect(share("invoiced-19", 2023)).toBeCloseTo(0.233, 3);
    expect(share("full-transfer", 2024)).toBeCloseTo(40 / 172, 12);
  });

  it("school IT: 282 T€ in 2022, with 19 % VAT 335.58 T€ from 2023", () => {
    const { row } = of("school-it-invoiced");
    expect(row("school-it-invoiced", "services", 2022)).toBe(282_000);
    expect(row("school-it-invoiced", "result-cost", 2022)).toBe(282_000);
    expect(row("school-it-invoiced", "result-cost", 2023)).toBeCloseTo(335_580, 6);
  });

  it("day rate 475 € net, two administrators 190,000 € a year", () => {
    const { row } = of("school-it-plan");
    const [block] = scenario(presetModel(["school-it-plan"]), "school-it-plan").blocks;
    expect(block).toMatchObject({ units: 2 * 200, unitPrice: 95_000 / 200 });
    expect(row("school-it-plan", "services", 2022)).toBe(190_000);
  });

  it("a rounded day of 500 € net is 595 € with VAT, about 600 €", () => {
    const { row } = alone([
      { kind: "services", name: "Schul-IT", units: 200, unitPrice: 500 },
      { kind: "vat", rate: "statutory" },
    ]);
    expect(row("one", "result-cost", 2023) / 200).toBeCloseTo(595, 6);
  });

  it("school IT, plan against actual: +92 T€ net, +109.48 T€ with VAT", () => {
    const { row } = of("school-it-plan", "school-it-invoiced");
    const more = (year: number): number =>
      row("school-it-invoiced", "result-cost", year) - row("school-it-plan", "result-cost", year);
    expect(more(2022)).toBe(92_000);
    expect(more(2023)).toBeCloseTo(109_480, 6);
  });

  it("charges for the schools' online services rise by 10 and 20 %", () => {
    const { row } = of("invoiced-19", "online-services-10", "online-services-20");
    const rise = (id: string): number =>
      row(id, "services", 2022) - row("invoiced-19", "services", 2022);
    expect(rise("online-services-10")).toBeCloseTo(3_000, 6);
    expect(rise("online-services-20")).toBeCloseTo(6_000, 6);
  });

  it("security concept 7,500 € over two years, then 1,500 €; data protection 6,000 €", () => {
    const { blocks } = scenario(presetModel(["further-services"]), "further-services");
    const only = (name: string): ComputedModel =>
      compute({
        ...presetModel(["further-services"]),
        scenarios: [
          { id: "one", name, start: "2022-01", blocks: blocks.filter((one) => one.name === name) },
        ],
      });
    const costs = (name: string): readonly number[] =>
      [2022, 2023, 2024].map((year) => only(name).row("one", "services", year));
    const [first, second] = costs("IT-Sicherheitskonzept");
    expect((first ?? 0) + (second ?? 0)).toBe(7_500);
    expect(costs("IT-Sicherheitskonzept")[2]).toBe(0);
    expect(costs("IT-Sicherheitskonzept, Fortschreibung")).toEqual([0, 0, 1_500]);
    expect(costs("Datenschutzbeauftragter")).toEqual([6_000, 6_000, 6_000]);
  });

  it("training 51.2 T€, 86 % more in 2023 with 20 T€ once, 75.8 T€ from 2024", () => {
    const { blocks } = scenario(presetModel(["further-services"]), "further-services");
    const training = blocks.filter(({ account }) => account === "541200");
    const { row } = compute({
      ...presetModel(["further-services"]),
      scenarios: [{ id: "one", name: "Schulungen", start: "2022-01", blocks: training }],
    });
    const cost = (year: number): number => row("one", "services", year);
    expect(cost(2022)).toBeCloseTo(51_200, 6);
    expect(cost(2023)).toBeCloseTo(95_200, 6);
    expect(cost(2023) / cost(2022)).toBeCloseTo(1.86, 2);
    expect(cost(2023) - 20_000).toBeCloseTo(75_200, 6);
    expect(cost(2024)).toBeCloseTo(75_800, 6);
  });

  it("a private security concept at 92 T€ costs 84.5 T€ more, a small package half", () => {
    const { blocks } = scenario(presetModel(["further-services"]), "further-services");
    const { row } = alone(
      blocks.filter(({ name }) => name === "IT-Sicherheitskonzept"),
      [{ kind: "one-off", byYear: { "2022": 46_000, "2023": 46_000 } }],
    );
    const more = [2022, 2023].map((year) => -row("one", "difference", year));
    expect(more.reduce((sum, one) => sum + one)).toBe(84_500);
    const full = blocks.filter(({ name }) => name === "Datenschutzbeauftragter");
    const half = full.map((block) => ({ ...block, unitPrice: 3_000 }));
    expect(alone(full).row("one", "services", 2022)).toBe(
      2 * alone(half).row("one", "services", 2022),
    );
  });

  it("invents no base fee and no introduction costs: both are not disclosed", () => {
    for (const { id } of PRESETS) {
      const kinds = scenario(presetModel([id], { given: GIVEN }), id).blocks.map(
        ({ kind }) => kind,
      );
      expect([id, kinds.includes("base-fee"), kinds.includes("one-off")]).toEqual([
        id,
        false,
        false,
      ]);
    }
  });

  it("saves no staff by itself, neither in the cooperation nor after the exit", () => {
    const { row } = of("invoiced-19", "exit-2027");
    for (const year of [2022, 2027, 2028, 2031]) {
      expect([row("invoiced-19", "staff", year), row("exit-2027", "staff", year)]).toEqual([0, 0]);
    }
  });

  it("full transfer takes 100 % of the core price for every inhabitant; the spans their share", () => {
    const { row } = of("full-transfer", "take-up-low", "take-up-high");
    expect(row("full-transfer", "take-up", 2022)).toBeCloseTo(44_000 * 10, 6);
    expect(row("take-up-low", "take-up", 2022)).toBeCloseTo(44_000 * 10 * 0.25, 6);
    expect(row("take-up-high", "take-up", 2022)).toBeCloseTo(44_000 * 10 * 0.6, 6);
  });
});

describe("section 2: VAT and back taxes", () => {
  it("cooperation in 2022: 340 T€ net", () => {
    expect(of("invoiced-19").row("invoiced-19", "result-cost", 2022)).toBe(340_000);
  });

  it("cooperation in 2023: net 494 T€, with 19 % 587.86 T€, with 10 % 543.4 T€, gross 547.58 T€", () => {
    const { row } = of("invoiced-19", "effective-10", "invoiced-19-gross");
    expect(row("invoiced-19", "net-taxable", 2023)).toBe(494_000);
    expect(row("invoiced-19", "result-cost", 2023)).toBeCloseTo(587_860, 6);
    expect(row("effective-10", "result-cost", 2023)).toBeCloseTo(543_400, 6);
    expect(row("invoiced-19-gross", "result-cost", 2023)).toBeCloseTo(547_580, 6);
  });

  it("input-tax share behind the 10 %: 9/19 = 47.4 %", () => {
    const { row } = of("effective-10", "effective-10-derived");
    expect(row("effective-10-derived", "vat", 2023)).toBeCloseTo(
      row("effective-10", "vat", 2023),
      6,
    );
    const vat = scenario(presetModel(["effective-10-derived"]), "effective-10-derived").blocks.find(
      ({ kind }) => kind === "vat",
    );
    expect(vat).toMatchObject({ rate: { inputTaxShare: 9 / 19 } });
  });

  it("Z7: VAT 2023 on school IT alone, assessed on 30.11.2027, carries 2,329 € interest", () => {
    const { row, taxRisk } = of("school-it-audit");
    expect(row("school-it-audit", "open-vat", 2023)).toBeCloseTo(53_580, 6);
    expect(taxRisk("school-it-audit.interest-assessed", 2023)).toBe(2_329);
    expect(row("school-it-audit", "back-tax", 2027)).toBeCloseTo(4 * 53_580, 6);
  });

  it("interest at 6 % is 0.5 % a month: 29 months on 93,850 €", () => {
    const { taxRisk } = of("in-house-audit-6", "in-house-audit-statutory");
    expect(taxRisk("in-house-audit-6.interest-assessed", 2023)).toBe(
      Math.floor(93_850 * 0.005 * 29),
    );
    expect(taxRisk("in-house-audit-statutory.interest-assessed", 2023)).toBe(
      Math.floor((93_850 * 15 * 29) / 10_000),
    );
  });

  it("relying on in-house business: no VAT in the costs, the claim stays open", () => {
    const { row, figures } = of("in-house");
    expect(row("in-house", "result-cost", 2023)).toBe(494_000);
    expect(figures("in-house").openTax).toBeCloseTo(9 * 93_860, 6);
  });

  it("a provision makes the claim expense when it arises, earmarked liquidity does not", () => {
    const { row } = of("provision", "earmarked", "provision-effective-10");
    expect(row("provision", "result-cost", 2023)).toBeCloseTo(587_860, 6);
    expect(row("provision", "cash-cost", 2023)).toBe(494_000);
    expect(row("provision", "provision-balance", 2023)).toBeCloseTo(93_860, 6);
    expect(row("earmarked", "result-cost", 2023)).toBe(494_000);
    expect(row("earmarked", "provision-balance", 2023)).toBeCloseTo(93_860, 6);
    expect(row("provision-effective-10", "result-cost", 2023)).toBeCloseTo(543_400, 6);
  });

  it("audits after three and after eight years at 6 % and at the statutory rate", () => {
    const { row } = of(
      "audit-3-years-6",
      "audit-3-years-statutory",
      "audit-8-years-6",
      "audit-8-years-statutory",
      "in-house-audit-effective-10",
    );
    expect(row("audit-3-years-statutory", "back-tax", 2026)).toBeCloseTo(3 * 93_860, 6);
    expect(row("audit-8-years-statutory", "back-tax", 2031)).toBeCloseTo(8 * 93_860, 6);
    expect(row("in-house-audit-effective-10", "back-tax", 2027)).toBeCloseTo(4 * 49_400, 6);
    for (const [years, assessed] of [
      [3, 2026],
      [8, 2031],
    ]) {
      expect(row(`audit-${String(years)}-years-6`, "interest", assessed ?? 0)).toBeGreaterThan(
        3 * row(`audit-${String(years)}-years-statutory`, "interest", assessed ?? 0),
      );
    }
  });

  it("law of the 2021 report from 2023, law of today from 2027, as the table of the law has it", () => {
    const starts = (id: string): unknown =>
      scenario(presetModel([id]), id).blocks.find(({ kind }) => kind === "vat");
    const lawOn = (day: string): string =>
      vatOptionKnownOn(calendarDate(day)).appliesFrom.slice(0, 7);
    expect(starts("invoiced-19")).toMatchObject({ from: lawOn("2021-06-08") });
    expect(starts("law-2027")).toMatchObject({ from: lawOn("2026-11-15") });
    const { row } = of("law-2027");
    expect([2026, 2027].map((year) => row("law-2027", "vat", year))).toEqual([
      0,
      expect.closeTo(93_860, 6),
    ]);
  });

  it("discounts with the rate the federal government published last", () => {
    expect(presetModel().discountRate).toBe(DISCOUNT_RATES.at(-1)?.nominal);
  });
});

describe("section 1: core products and take-up, product by product", () => {
  it("takes the low span of Anlage 1 over the six years of the migration phase", () => {
    const { row } = of("products-low");
    const years = [2022, 2023, 2024, 2025, 2026, 2027, 2028];
    // 8 products at 1,000 €: two, one, one, two, one and one of them begin from 2022 to 2027.
    expect(years.map((year) => row("products-low", "take-up", year))).toEqual([
      2000, 3000, 4000, 6000, 7000, 8000, 8000,
    ]);
  });

  it("adds the five products of the high span", () => {
    const { row } = of("products-high");
    expect(row("products-high", "take-up", 2027)).toBe(13_000);
    expect(row("products-high", "vat", 2027)).toBeCloseTo(
      0.19 * (282_000 + 13_000 + (40 / 172) * 13_000),
      0,
    );
  });
});

describe("sections 3 and 4: other models, exit", () => {
  it("school IT against private providers, 600 days: 600 to 1,320 T€ gross", () => {
    const { row } = of("provider-1000", "provider-2200", "school-it-invoiced");
    expect(row("provider-1000", "result-cost", 2023)).toBe(600_000);
    expect(row("provider-2200", "result-cost", 2023)).toBe(1_320_000);
    expect(row("school-it-invoiced", "result-cost", 2023)).toBeCloseTo(335_580, 6);
  });

  it("district at 1,500 € a workplace, without VAT", () => {
    const { row } = of("service-centre-workplaces");
    expect(row("service-centre-workplaces", "shared-service-centre", 2022)).toBe(600_000);
    expect(row("service-centre-workplaces", "vat", 2023)).toBeCloseTo(114_000, 6);
  });

  it("district by staffing: one administrator and one technician per started 200 users", () => {
    const { row } = of("service-centre-staffing");
    // 1,000 users are 5 teams; a quarter of the users are the town's own.
    expect(row("service-centre-staffing", "shared-service-centre", 2022)).toBeCloseTo(
      (5 * (90_000 + 60_000) * 1.1) / 4,
      6,
    );
  });

  it("exit after the first phase: data transfer and residual value, nothing afterwards", () => {
    const { row } = of("exit-2027");
    // 72 of 96 months are used at the end of 2027.
    expect(row("exit-2027", "exit", 2027)).toBeCloseTo(25_000 + 96_000 / 4, 6);
    expect(row("exit-2027", "services", 2027)).toBe(282_000);
    expect(row("exit-2027", "services", 2028)).toBe(0);
  });
});

it("every preset is reproduced in this file", () => {
  const named = new Set(
    [
      ...readFileSync(__filename, "utf8").matchAll(
        /"([a-z0-9]+(?:-[a-z0-9]+)+|provision|earmarked)"/g,
      ),
    ].map(([, id]) => id),
  );
  const untested = PRESETS.map(({ id }) => id).filter(
    (id) => !named.has(id) && id !== "status-quo",
  );
  expect(untested).toEqual([]);
});
