import { BRIDGE_COLUMNS } from "../../src/analysis/bridge";
import { CONSTANT_COLUMN } from "../../src/model/expression";
import type { LaidOutModel } from "../../src/sheets/workbook-plan";
import { budgetOf } from "../model/budget-sheet";
import { laidOut, redChecks } from "./laid-out";

/** One year; the status quo pays `before` on its own, the cooperation `blocks` instead. */
function modelFrom(before: number, blocks: readonly object[], more: object = {}): object {
  return {
    version: 1,
    name: "Prüfmodell",
    years: { first: 2023, last: 2023 },
    scenarios: [
      {
        id: "status-quo",
        name: "Ohne",
        blocks: [{ kind: "services", unitPrice: before, taxable: false }],
      },
      { id: "k", name: "Kooperation", blocks },
    ],
    ...more,
  };
}

function steps(laid: LaidOutModel): readonly (readonly [string, number])[] {
  return (laid.comparison.bridge?.steps ?? []).map((row) => [
    row.id.replace("bridge.", ""),
    laid.evaluation.constant(row),
  ]);
}

/** Base, part above and part below zero of each bar. */
function bars(laid: LaidOutModel): readonly (readonly unknown[])[] {
  const { base, above, below } = BRIDGE_COLUMNS;
  return (laid.comparison.bridge?.bars ?? []).map((row) =>
    [base, above, below].map((column) => laid.evaluation.value(row, column)),
  );
}

const VAT = { kind: "vat", rate: "statutory" };

describe("the bridge from the status quo to the requested scenario", () => {
  const laid = laidOut(
    modelFrom(500, [{ kind: "take-up", byYear: { "2023": 1000 } }, VAT], {
      lines: [{ where: { product: "01*" }, role: "stays" }],
    }),
    budgetOf([2023], [{ product: "01.02.02", account: "529100", amounts: [200] }]),
  );

  it("goes kind by kind from one total to the other", () => {
    expect(steps(laid)).toEqual([
      ["start", 700],
      ["baseline", 0],
      ["take-up", 1000],
      ["services", -500],
      ["vat", 190],
      ["end", 1390],
    ]);
    expect(redChecks(laid)).toEqual([]);
  });

  it("draws each step between the levels before and after it", () => {
    expect(bars(laid)).toEqual([
      [0, 700, 0],
      [700, 0, 0],
      [700, 1000, 0],
      [1200, 500, 0],
      [1200, 190, 0],
      [0, 1390, 0],
    ]);
  });

  it("says in words whether a step adds or saves, in the chart as well", () => {
    const chart = laid.plan.sheets
      .flatMap(({ charts }) => charts)
      .find(({ name }) => name === "kr-bridge");
    expect(chart?.series[0]?.categories.values).toEqual([
      "Ohne",
      "mehr: Verbleibender Eigenaufwand",
      "mehr: Softwareabnahme",
      "weniger: Dienstleistungen",
      "mehr: Umsatzsteuer",
      "Kooperation",
    ]);
  });

  it("has a base without fill below bars that are seen", () => {
    const chart = laid.plan.sheets
      .flatMap(({ charts }) => charts)
      .find(({ name }) => name === "kr-bridge");
    expect(chart?.type).toBe("stackedColumns");
    expect(chart?.series.map(({ pattern }) => pattern)).toEqual(["none", undefined, undefined]);
    expect(chart?.series.map(({ values }) => values.values)).toEqual(
      [0, 1, 2].map((place) => bars(laid).map((bar) => bar[place])),
    );
  });

  it("turns red when its end is overwritten", () => {
    const end = laid.comparison.bridge?.end;
    if (end === undefined) throw new Error("no bridge");
    const other = laidOut(modelFrom(500, [VAT]));
    const own = other.comparison.bridge?.end;
    if (own === undefined) throw new Error("no bridge");
    other.evaluation.set(own, CONSTANT_COLUMN, 1);
    expect(redChecks(other)).toEqual(["bridge"]);
  });
});

describe("a bridge through zero", () => {
  it("splits what crosses it, and hangs below it what is negative", () => {
    const laid = laidOut(
      modelFrom(300, [
        { kind: "settlement", byYear: { "2023": -500 } },
        { kind: "base-fee", amount: 100 },
      ]),
    );
    expect(steps(laid)).toEqual([
      ["start", 300],
      ["base-fee", 100],
      ["services", -300],
      ["settlement", -500],
      ["end", -400],
    ]);
    expect(bars(laid)).toEqual([
      [0, 300, 0],
      [300, 100, 0],
      [100, 300, 0],
      [0, 100, -400],
      [0, 0, -400],
    ]);
    expect(redChecks(laid)).toEqual([]);
  });

  it("stands on a negative base where all of a step lies below", () => {
    const laid = laidOut(
      modelFrom(-300, [
        { kind: "services", unitPrice: -300, taxable: false },
        { kind: "one-off", byYear: { "2023": -700 } },
      ]),
    );
    expect(bars(laid)).toEqual([
      [0, 0, -300],
      [-300, 0, 0],
      [-300, 0, -700],
      [0, 0, -1000],
    ]);
  });
});

describe("whether there is a bridge", () => {
  it("is none from a scenario to itself", () => {
    const document = modelFrom(1, [{ kind: "base-fee", amount: 1 }], { reference: "k" });
    const laid = laidOut(document);
    expect(laid.comparison.bridge).toBeUndefined();
    expect(laid.plan.sheets.flatMap(({ charts }) => charts).map(({ name }) => name)).not.toContain(
      "kr-bridge",
    );
  });

  it("is none without a cooperation", () => {
    const laid = laidOut({
      version: 1,
      name: "Prüfmodell",
      years: { first: 2023, last: 2023 },
      scenarios: [{ id: "status-quo", name: "Ohne", blocks: [] }],
    });
    expect(laid.comparison.bridge).toBeUndefined();
  });
});
