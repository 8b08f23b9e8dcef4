import { calendarDate } from "../../src/law/calendar";
import { adaptPreset, presetModel } from "../../src/model/presets";
import { planModel } from "../../src/sheets/plan-model";
import { readModel } from "../../src/model/model";
import {
  compute,
  costTable,
  type Results,
  resultsOf,
  scenarioRows,
} from "../../src/taskpane/engine";
import { figureWriter } from "../../src/taskpane/frame/figures";
import { answerOf } from "../../src/taskpane/views/results/answer-words";
import { openSample } from "../presets/opened-sample";

const options = {
  language: "de",
  today: calendarDate("2026-11-15"),
  typed: [],
  typedLanguage: "de",
} as const;
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

async function sample(presets?: readonly string[]) {
  const { grids, readings, source } = await openSample();
  const { document } = adaptPreset(presetModel(presets), source.sheets);
  return {
    document,
    budget: { grids, readings },
    computation: compute(document, { grids, readings }, options),
  };
}

describe("results in the pane", () => {
  it("are the figures of KR Vergleich, scenario by scenario", async () => {
    const { document, budget, computation } = await sample();
    const planned = planModel(readModel(document), budget, [], { ...options, version: "0" });
    const results = resultsOf(computation, "result");
    const { comparison, evaluation } = planned;
    const scenarios = results.cases.flatMap((one) => one.scenarios);
    expect(scenarios.map(({ id }) => id)).toEqual(
      comparison.scenarios.map(({ scenario }) => scenario.id),
    );
    scenarios.forEach((scenario, index) => {
      const of = (rows: typeof comparison.result): number => {
        const row = rows[index];
        return row === undefined ? Number.NaN : evaluation.constant(row);
      };
      expect(scenario.total.value).toBeCloseTo(of(comparison.result), 6);
      expect(scenario.difference.value).toBeCloseTo(of(comparison.difference), 6);
      expect(scenario.percent.value).toBeCloseTo(of(comparison.percent), 9);
      expect(scenario.presentValue.value).toBeCloseTo(of(comparison.presentValue), 6);
      expect(scenario.rank).toBe(of(comparison.rank));
      expect(scenario.turningYear.value).toBe(of(comparison.turningYear));
      expect(scenario.openClaims.value).toBeCloseTo(of(comparison.openClaims), 6);
      expect((scenario.openTax?.value ?? 0) + (scenario.openInterest?.value ?? 0)).toBeCloseTo(
        scenario.openClaims.value,
        6,
      );
    });
  });

  it("rank within a tax case only", async () => {
    const { computation } = await sample();
    for (const { scenarios } of resultsOf(computation, "result").cases) {
      const ranks = scenarios.map(({ rank }) => rank);
      expect(Math.min(...ranks)).toBe(1);
      expect(Math.max(...ranks)).toBeLessThanOrEqual(scenarios.length);
      expect(scenarios.every(({ among }) => among === scenarios.length)).toBe(true);
    }
  });

  it("show years of the model only, in tables and for charts", async () => {
    const { computation } = await sample();
    const table = costTable(computation, "cash", "provision", true);
    expect(table?.years[0]).toBe(2022);
    expect(table?.years.at(-1)).toBe(2031);
    const rows = scenarioRows(computation, "result", "cumulativeDifference");
    expect(rows.every(({ years }) => years.length === 10)).toBe(true);
    expect(costTable(computation, "cash", "none", true)).toBeUndefined();
  });
});

describe("the answer in words", () => {
  const words = (results: Results): string =>
    plain(answerOf(results, figureWriter("de")).sentence.de);

  it("names the cheapest scenario where there is one tax case", async () => {
    const { computation } = await sample(["in-house", "provision"]);
    expect(words(resultsOf(computation, "result"))).toMatch(
      /^Steuerfall USt nicht berechnet: „Inhouse, ohne Prüfung“ belastet den Ergebnisplan 2022–2031 am wenigsten, mit [\d.]+ €; das sind \+[\d.]+ € \(\+[\d,]+ %\) gegenüber „Fortführung ohne Kooperation“\. Dazu bleiben [\d.]+ € Umsatzsteuer mit Zinsen offen\.$/,
    );
  });

  it("spans the tax cases where there are several", async () => {
    const { computation } = await sample();
    const results = resultsOf(computation, "result");
    const best = results.cases
      .slice(1)
      .map(({ scenarios }) =>
        Math.min(...scenarios.map(({ difference }) => Math.round(difference.value))),
      );
    const { euros } = figureWriter("de");
    const [least, most] = [Math.min(...best), Math.max(...best)].map(euros).map(plain);
    expect(words(results)).toBe(
      `Die jeweils günstigste Form der Kooperation kostet 2022–2031 je nach Steuerfall ${least ?? ""} bis ${most ?? ""} mehr als „Fortführung ohne Kooperation“.`,
    );
  });

  it("says less, and more or less, where it is so", async () => {
    const { computation } = await sample();
    const results = resultsOf(computation, "result");
    const shifted = (by: number): Results => ({
      ...results,
      cases: results.cases.map((one) => ({
        ...one,
        scenarios: one.scenarios.map((scenario) => ({
          ...scenario,
          difference: { ...scenario.difference, value: scenario.difference.value - by },
        })),
      })),
    });
    expect(words(shifted(10_000_000))).toMatch(/ weniger als „Fortführung/);
    expect(words(shifted(4_500_000))).toMatch(/zwischen [\d.]+ € weniger und [\d.]+ € mehr als/);
  });

  it("gives no share where the reference costs nothing", async () => {
    const { computation } = await sample(["in-house", "provision"]);
    const results = resultsOf(computation, "result");
    const { reference } = results;
    const free = {
      ...results,
      reference: { ...reference, total: { ...reference.total, value: 0 } },
    };
    expect(words(free)).toMatch(/; das sind \+[\d.]+ € gegenüber „Fortführung ohne Kooperation“/);
  });

  it("says what to do where there is nothing to compare", async () => {
    const { computation } = await sample([]);
    expect(words(resultsOf(computation, "result"))).toMatch(/Es gibt noch kein Szenario/);
  });
});
