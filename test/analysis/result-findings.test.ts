import type { Finding } from "../../src/finding";
import { dateOf } from "../../src/law/calendar";
import { readModel } from "../../src/model/model";
import { planModel } from "../../src/sheets/plan-model";

function findingsOf(blocks: readonly object[]): readonly Finding[] {
  const model = readModel({
    version: 1,
    name: "Probe",
    years: { first: 2026, last: 2028 },
    scenarios: [{ id: "a", name: "Probe A", blocks }],
  });
  return planModel(model, { grids: [], readings: [] }, [], {
    language: "de",
    today: dateOf(2026, 11, 22),
    version: "0.0.0",
  }).findings;
}

describe("findings from the figures", () => {
  it("say that negative taxable charges bear no VAT, with the years", () => {
    const [finding] = findingsOf([
      { kind: "services", unitPrice: 100 },
      { kind: "one-off", byYear: { "2027": -500 } },
      { kind: "vat", rate: "statutory" },
    ]);
    expect(finding?.code).toBe("negative-tax-base");
    expect(finding?.message.de).toContain("in 2027 negativ");
  });

  it("say nothing while the charges are positive in sum", () => {
    const codes = findingsOf([
      { kind: "services", unitPrice: 1000 },
      { kind: "one-off", byYear: { "2027": -500 } },
      { kind: "vat", rate: "statutory" },
    ]).map(({ code }) => code);
    expect(codes).not.toContain("negative-tax-base");
  });

  it("name a product that replaces no line of the model", () => {
    const [finding] = findingsOf([
      {
        kind: "take-up",
        products: [
          {
            name: "Fachverfahren",
            price: 100,
            replaces: [{ where: { product: "01.02.01" } }],
            parallelUntil: "2026-12",
          },
        ],
      },
    ]);
    expect(finding?.code).toBe("replaces-nothing");
    expect(finding?.message.de).toContain("Fachverfahren");
  });

  it("warn of VAT that is neither invoiced nor assessed within the years", () => {
    const [finding] = findingsOf([
      { kind: "services", unitPrice: 1000 },
      { kind: "vat", rate: "statutory", invoiced: false },
      { kind: "back-tax", assessed: "2030-05-01" },
    ]);
    expect(finding?.code).toBe("claims-stay-open");
  });

  it("ask for a limitation where a claim is older than seven years at the assessment", () => {
    const model = readModel({
      version: 1,
      name: "Probe",
      years: { first: 2020, last: 2030 },
      scenarios: [
        {
          id: "a",
          name: "A",
          blocks: [
            { kind: "services", unitPrice: 1000 },
            { kind: "vat", rate: "statutory", invoiced: false },
            { kind: "back-tax", assessed: "2028-01-31" },
          ],
        },
      ],
    });
    const { findings } = planModel(model, { grids: [], readings: [] }, [], {
      language: "de",
      today: dateOf(2026, 11, 22),
      version: "0.0.0",
    });
    expect(findings.map(({ code }) => code)).toContain("claim-may-have-lapsed");
  });

  it("doubt a provision for what is not likely", () => {
    const codes = findingsOf([
      { kind: "services", unitPrice: 1000 },
      { kind: "vat", rate: "statutory", invoiced: false },
      { kind: "back-tax", assessed: "2028-05-01", probability: 0.5 },
      { kind: "provision", method: "provision" },
    ]).map(({ code }) => code);
    expect(codes).toContain("provision-not-due");
  });
});
