import type { RequestedPosition } from "../../src/analysis/budget-request";
import { requestFigures } from "../../src/analysis/request-figures";
import { CONSTANT_COLUMN } from "../../src/model/expression";
import type { LaidOutModel } from "../../src/sheets/workbook-plan";
import { budgetOf } from "../model/budget-sheet";
import { modelOf } from "../model/computed";
import { byYear, laidOut, redChecks } from "./laid-out";

const IT = { product: "01.02.02", account: "529100" };
const SCHOOL = { product: "03.02.02", account: "529100" };
const vat = { kind: "vat", rate: "statutory", from: "2023-01" };

function position(laid: LaidOutModel, key: string): RequestedPosition {
  const found = laid.request?.positions.find(
    (one) => `${one.position.product ?? "-"}/${one.position.account ?? "-"}` === key,
  );
  if (found === undefined) throw new Error(`no position ${key}`);
  return found;
}

function keys({ request }: LaidOutModel): readonly string[] {
  return (request?.positions ?? []).map(
    ({ position: { product, account } }) => `${product ?? "-"}/${account ?? "-"}`,
  );
}

describe("the budget request of DB 2022", () => {
  // School IT with three administrators at 94,000 EUR; the budget holds 282 and 335.6 thousand.
  const budget = budgetOf(
    [2022, 2023],
    [
      { ...SCHOOL, amounts: [282_000, 335_600] },
      { ...IT, amounts: [50_000, 60_000] },
    ],
  );
  const laid = laidOut(
    modelOf(
      [
        { kind: "services", units: 3, unitPrice: 94_000, ...SCHOOL },
        { kind: "take-up", byYear: { "2022": 48_000, "2023": 172_000 }, ...IT },
        { kind: "general-costs", byYear: { "2022": 10_000, "2023": 40_000 } },
        vat,
      ],
      { model: { lines: [{ where: { account: "5291*" }, role: "budgeted" }] } },
    ),
    budget,
  );

  it("needs 335,580 with VAT for school IT, held and rounded up to 335,600", () => {
    const school = position(laid, "03.02.02/529100");
    expect(byYear(laid, school.held)).toEqual([282_000, 335_600, 335_600]);
    expect(byYear(laid, school.needed)).toEqual([282_000, 335_580, 335_580]);
    expect(byYear(laid, school.difference)).toEqual([0, 20, 20]);
    expect(byYear(laid, school.rounded)).toEqual([282_000, 335_600, 335_600]);
  });

  it("puts blocks without product and account last, under a heading that says so", () => {
    expect(keys(laid)).toEqual(["01.02.02/529100", "03.02.02/529100", "-/-"]);
    expect(byYear(laid, position(laid, "-/-").needed)).toEqual([10_000, 47_600, 47_600]);
    const headings = laid.request?.sheet.entries.flatMap((entry) =>
      entry.kind === "heading" ? [entry.text.de] : [],
    );
    expect(headings).toContain("Ohne Produkt und Konto: Allgemeine Kooperationskosten");
  });

  it("adds up to 587,860 in 2023 and to the scenario's cover", () => {
    const total = laid.request?.total;
    const own = laid.built.scenarios.find(({ scenario }) => scenario.id === "k");
    if (total === undefined || own === undefined) throw new Error("no request");
    expect(byYear(laid, total.needed)).toEqual([340_000, 587_860, 587_860]);
    expect(byYear(laid, total.difference)).toEqual(byYear(laid, own.row("cover")));
    expect(redChecks(laid)).toEqual([]);
  });

  it("names a shortfall in words, year by year", () => {
    const words = requestFigures(laid.request, laid.evaluation, { first: 2022, last: 2023 }).map(
      ({ account, product, word }) => [product, account, word["2022"], word["2023"]],
    );
    expect(words).toEqual([
      ["01.02.02", "529100", "gedeckt", "Unterdeckung"],
      ["03.02.02", "529100", "gedeckt", "gedeckt"],
      [null, null, "Unterdeckung", "Unterdeckung"],
    ]);
  });

  it("stands on a sheet that names the scenario", () => {
    const sheet = laid.plan.sheets.find(({ key }) => key === "request");
    expect(sheet?.name).toBe("KR Anmeldung");
    expect(sheet?.cells[0]?.value).toBe("Haushaltsanmeldung: Kooperation");
  });
});

describe("VAT in the budget request", () => {
  const blocks = [
    { kind: "services", name: "A", unitPrice: 1000, ...IT },
    { kind: "services", name: "B", unitPrice: 500, taxable: false, ...SCHOOL },
    { kind: "one-off", byYear: { "2023": 300 }, ...SCHOOL },
  ];

  it("falls on taxable amounts only, in proportion to what is taxed of each", () => {
    // From July 2023 half of the year bears VAT: of 1,000 EUR 95, of 300 EUR 28.50.
    const laid = laidOut(modelOf([...blocks, { ...vat, from: "2023-07" }]));
    expect(byYear(laid, position(laid, "01.02.02/529100").needed)).toEqual([1000, 1095, 1190]);
    expect(byYear(laid, position(laid, "03.02.02/529100").needed)).toEqual([500, 828.5, 500]);
    expect(redChecks(laid)).toEqual([]);
  });

  it("falls on what is invoiced only: amounts before that month bear none", () => {
    const once = (from: string) => ({ kind: "services", unitPrice: 100, once: true, from });
    const laid = laidOut(
      modelOf([
        { ...once("2023-02"), ...IT },
        { ...once("2023-08"), ...SCHOOL },
        { ...vat, invoiced: "2023-06" },
      ]),
    );
    expect(byYear(laid, position(laid, "01.02.02/529100").needed)).toEqual([0, 100, 0]);
    expect(byYear(laid, position(laid, "03.02.02/529100").needed)).toEqual([0, 119, 0]);
  });

  it("is everything that is due from the year of an assessment on", () => {
    const laid = laidOut(
      modelOf([
        { kind: "services", unitPrice: 1000, ...IT },
        { ...vat, from: "2022-01", invoiced: false },
        { kind: "back-tax", assessed: "2024-11-30", ...SCHOOL },
      ]),
    );
    expect(byYear(laid, position(laid, "01.02.02/529100").needed)).toEqual([1000, 1000, 1190]);
    // Back tax of 2022 and 2023, each 190 EUR; no interest on bases of 150 EUR below 10 EUR.
    expect(byYear(laid, position(laid, "03.02.02/529100").needed)).toEqual([0, 0, 380]);
    expect(redChecks(laid)).toEqual([]);
  });

  it("stands whole where the VAT block itself names product and account", () => {
    const own = { product: "16.01.01", account: "544100" };
    const laid = laidOut(modelOf([...blocks, { ...vat, ...own }]));
    expect(byYear(laid, position(laid, "16.01.01/544100").needed)).toEqual([0, 247, 190]);
    expect(byYear(laid, position(laid, "01.02.02/529100").needed)).toEqual([1000, 1000, 1000]);
    expect(redChecks(laid)).toEqual([]);
  });

  it("is nothing where the sum that bears it is negative", () => {
    const laid = laidOut(
      modelOf([
        { kind: "services", unitPrice: 1000, ...IT },
        { kind: "settlement", byYear: { "2023": -1500 }, ...SCHOOL },
        vat,
      ]),
    );
    expect(byYear(laid, position(laid, "01.02.02/529100").needed)).toEqual([1000, 1000, 1190]);
    expect(byYear(laid, position(laid, "03.02.02/529100").needed)).toEqual([0, -1500, 0]);
    expect(redChecks(laid)).toEqual([]);
  });
});

describe("a provision in the budget request", () => {
  it("is allocated and released under the product and account of its block", () => {
    const laid = laidOut(
      modelOf(
        [
          { kind: "services", unitPrice: 1000, ...IT },
          { ...vat, from: "2022-01", invoiced: false },
          { kind: "back-tax", assessed: "2024-11-30" },
          { kind: "provision", method: "provision", ...SCHOOL },
        ],
        { last: 2024 },
      ),
    );
    const own = laid.built.scenarios.find(({ scenario }) => scenario.id === "k");
    if (own === undefined) throw new Error("no scenario");
    const allocated = byYear(laid, own.row("provision-allocation"));
    const needed = byYear(laid, position(laid, "03.02.02/529100").needed);
    expect(needed.slice(0, 2)).toEqual(allocated.slice(0, 2));
    expect(redChecks(laid)).toEqual([]);
  });
});

describe("rounding of the budget request", () => {
  const rounded = (amount: number, rounding?: number): number[] => {
    const laid = laidOut(
      modelOf([{ kind: "one-off", byYear: { "2022": amount }, ...IT }], {
        last: 2022,
        model: rounding === undefined ? {} : { rounding },
      }),
    );
    return byYear(laid, position(laid, "01.02.02/529100").rounded);
  };

  it.each([
    [0, 0],
    [0.01, 100],
    [100, 100],
    [100.01, 200],
    [335_580, 335_600],
  ])("lifts %d to %d", (amount, expected) => {
    expect(rounded(amount)).toEqual([expected]);
  });

  it("follows the rounding of the model", () => {
    expect(rounded(335_580, 1000)).toEqual([336_000]);
    expect(rounded(335_580.2, 1)).toEqual([335_581]);
  });

  it("never takes a credit for more than it is", () => {
    expect(rounded(-150)).toEqual([-100]);
    expect(rounded(-99)).toEqual([0]);
  });

  it("neither lifts binary dust to the next ten nor calls it short", () => {
    const laid = laidOut(
      modelOf([{ kind: "base-fee", amount: 100, ...IT }], {
        last: 2023,
        model: {
          rounding: 10,
          indices: { fees: 0.1 },
          lines: [{ where: { product: "01*" }, role: "budgeted" }],
        },
      }),
      budgetOf([2022, 2023], [{ ...IT, amounts: [100, 110] }]),
    );
    const { needed, rounded: request } = position(laid, "01.02.02/529100");
    expect(laid.evaluation.inYear(needed, 2023)).toBeGreaterThan(110);
    expect(byYear(laid, request)).toEqual([100, 110]);
    const [figures] = requestFigures(laid.request, laid.evaluation, { first: 2022, last: 2023 });
    expect(figures?.word).toEqual({ "2022": "gedeckt", "2023": "gedeckt" });
  });
});

describe("what a reader changes in the workbook", () => {
  const budget = budgetOf(
    [2022],
    [
      { ...IT, amounts: [40_000] },
      { product: "01.02.03", account: "543100", amounts: [7000] },
    ],
  );
  const open = (): LaidOutModel =>
    laidOut(
      modelOf([{ kind: "base-fee", amount: 50_000, ...IT }], {
        model: {
          lines: [
            { where: { product: "01.02.02" }, role: "budgeted" },
            { where: { product: "01.02.03" }, role: "stays" },
          ],
        },
      }),
      budget,
    );

  it("counts lines as soon as their group is budgeted, and nothing is lost", () => {
    const laid = open();
    const other = laid.built.assignment?.groups.find(({ lines }) =>
      lines.some(({ line }) => line.product === "01.02.03"),
    );
    const total = laid.request?.total.held;
    if (other === undefined || total === undefined) throw new Error("no group");
    expect(byYear(laid, total)).toEqual([40_000, 40_000, 40_000]);
    laid.evaluation.set(other.role("k"), CONSTANT_COLUMN, "veranschlagt");
    expect(byYear(laid, total)).toEqual([47_000, 47_000, 47_000]);
    expect(redChecks(laid)).toEqual([]);
  });

  it("turns red when a figure of a position is overwritten", () => {
    const laid = open();
    laid.evaluation.set(position(laid, "01.02.02/529100").needed, 8, 1);
    expect(redChecks(laid)).toContain("request-needed");
  });
});

describe("whether there is a budget request", () => {
  it("is none where nothing carries product or account", () => {
    const laid = laidOut(modelOf([{ kind: "base-fee", amount: 1 }, vat]));
    expect(laid.request).toBeUndefined();
    expect(laid.plan.sheets.map(({ key }) => key)).not.toContain("request");
    expect(requestFigures(laid.request, laid.evaluation, { first: 2022, last: 2024 })).toEqual([]);
  });

  it("is one where the budget holds something, though no block carries an account", () => {
    const laid = laidOut(
      modelOf([{ kind: "base-fee", amount: 10 }], {
        model: { lines: [{ where: { product: "01*" }, role: "budgeted" }] },
      }),
      budgetOf([2022], [{ ...IT, amounts: [15] }]),
    );
    expect(keys(laid)).toEqual(["01.02.02/529100", "-/-"]);
    expect(redChecks(laid)).toEqual([]);
  });

  it("is drawn up for the scenario that is asked for, by default the first cooperation", () => {
    const scenario = (id: string, amount: number) => ({
      id,
      name: `Szenario ${id}`,
      blocks: [{ kind: "base-fee", amount, ...IT }],
    });
    const model = {
      version: 1,
      name: "Prüfmodell",
      years: { first: 2022, last: 2022 },
      scenarios: [
        { id: "status-quo", name: "Ohne", blocks: [] },
        scenario("a", 1),
        scenario("b", 2),
      ],
    };
    expect(laidOut(model).request?.scenario.scenario.id).toBe("a");
    const asked = laidOut({ ...model, request: "b" });
    expect(byYear(asked, position(asked, "01.02.02/529100").needed)).toEqual([2]);
  });

  it.each(["nobody", "status-quo"])("refuses to draw it up for %s", (request) => {
    expect(() =>
      laidOut(modelOf([{ kind: "base-fee", amount: 1 }], { model: { request } })),
    ).toThrow("(request): the id of a scenario with cooperation");
  });
});
