import { columnIndex } from "../../src/address";
import { dateOf } from "../../src/law/calendar";
import { CONSTANT_COLUMN, OPENING_COLUMN } from "../../src/model/expression";
import type { ModelDocument } from "../../src/model/document";
import { readModel } from "../../src/model/model";
import { DEFAULT_PRESETS, presetModel } from "../../src/model/presets";
import { ROW_IDS } from "../../src/model/terms";
import { planModel, type PlannedModel } from "../../src/sheets/plan-model";
import type { PlanCell, PlanSheet } from "../../src/workbook/plan";

function presetPlan(language: "de" | "en" = "de"): PlannedModel {
  return planPreset(presetModel(DEFAULT_PRESETS, { language }), language);
}

function planPreset(document: ModelDocument, language: "de" | "en" = "de"): PlannedModel {
  return planModel(readModel({ ...document, lines: [] }), { grids: [], readings: [] }, [], {
    language,
    today: dateOf(2026, 11, 22),
    version: "0.0.0",
  });
}

const planned = presetPlan();
const { plan } = planned;
const scenarioSheets = plan.sheets.filter(({ key }) => key.startsWith("scenario:"));

function at(sheet: PlanSheet, row: number, column: number): PlanCell | undefined {
  return sheet.cells.find((cell) => cell.row === row && cell.column === column);
}

describe("the planned workbook", () => {
  it("has its row ids at the same place on every scenario sheet", () => {
    expect(scenarioSheets).toHaveLength(DEFAULT_PRESETS.length);
    const places = scenarioSheets.map((sheet) =>
      ROW_IDS.map(
        (id) => sheet.cells.find(({ column, value }) => column === 0 && value === id)?.row,
      ),
    );
    expect(places[0]?.every((row) => row !== undefined)).toBe(true);
    for (const other of places) expect(other).toEqual(places[0]);
  });

  it("says in one line of the overview which figures are still those of a preset", () => {
    const overview = (of: PlannedModel): readonly unknown[] =>
      of.plan.sheets
        .filter(({ key }) => key === "overview")
        .flatMap(({ cells }) => cells.map(({ value }) => value));
    const german =
      "Noch Angaben der Vorlage, bitte ersetzen oder bestätigen: Einwohner, Preissteigerung zum Vorjahr, Schul-IT, Allgemeine Kooperationskosten, Softwareabnahme.";
    const english =
      "Still figures of the preset, please replace or confirm: Inhabitants, Price change on previous year, School IT, General cooperation costs, Software take-up.";
    expect(overview(planned)).toContain(german);
    expect(overview(presetPlan("en"))).toContain(english);
    const found = ({ findings }: PlannedModel) =>
      findings.filter(({ code }) => code === "preset-figures");
    expect(found(planned)).toEqual([
      {
        severity: "warning",
        code: "preset-figures",
        message: { de: german, en: expect.any(String) as string },
      },
    ]);
    const { document } = planned.built.model;
    const own = document.scenarios.map((scenario) => ({
      ...scenario,
      blocks: scenario.blocks.map((block) => ({ ...block, source: "Preisblatt 2027" })),
    }));
    const replaced = planPreset({ ...document, sources: {}, scenarios: own });
    expect(found(replaced)).toEqual([]);
    expect(overview(replaced).join()).not.toContain("Noch Angaben der Vorlage");
  });

  it("shows the years in row 4 from column H on, on every sheet with years", () => {
    for (const sheet of plan.sheets) {
      if (sheet.key === "overview") continue;
      const years = planned.built.years.map((_, index) => at(sheet, 3, 7 + index)?.value);
      expect(years).toEqual(planned.built.years);
    }
  });

  it("leaves no opening value empty beside a formula row", () => {
    for (const sheet of planned.built.scenarios.map((own) => own.sheet)) {
      for (const row of sheet.rows) {
        if (row.years?.kind !== "formula") continue;
        expect(row.fixed.has(OPENING_COLUMN)).toBe(true);
      }
    }
  });

  it("validates every input with words", () => {
    for (const sheet of plan.sheets) {
      for (const { row, column } of sheet.cells.filter((cell) => cell.style.startsWith("input"))) {
        const validation = sheet.validations.find(
          (one) => one.row === row && one.firstColumn <= column && column <= one.lastColumn,
        );
        expect(validation?.error.length ?? 0).toBeGreaterThan(20);
      }
    }
  });

  it("writes every input once: what scenarios share stands in one row", () => {
    const assumptions = plan.sheets.find(({ key }) => key === "assumptions");
    const ids = assumptions?.cells.filter(({ column }) => column === 0).map(({ value }) => value);
    const prices = ids?.filter((id) => String(id).includes("schul-it.unit-price"));
    expect(prices).toHaveLength(1);
  });

  it("moves every scenario when the shared price of the school IT changes", () => {
    const again = presetPlan();
    const price = again.built.assumptions.sheet.rows.find(({ id }) =>
      id.includes("schul-it.unit-price"),
    );
    if (price === undefined) throw new Error("no price of the school IT");
    const results = (): readonly number[] =>
      again.built.scenarios.map((own) => again.evaluation.inYear(own.row("result-cost"), 2025));
    const before = results();
    again.evaluation.set(price, CONSTANT_COLUMN, 95_000);
    const after = results();
    after.forEach((value, index) => {
      if (index === 0) expect(value).toBe(before[0]);
      else expect(value).toBeGreaterThan(before[index] ?? Infinity);
    });
    expect(again.evaluation.constant(again.checks.changed)).toBe(1);
  });

  it("draws charts from our own cells, with the values they show", () => {
    const charts = plan.sheets.flatMap((sheet) => sheet.charts);
    expect(charts.length).toBeGreaterThanOrEqual(4);
    for (const { series, title, alternativeText } of charts) {
      expect(alternativeText.length).toBeGreaterThan(30);
      for (const { reference, values } of [
        title,
        ...series.flatMap((one) => [one.name, one.categories, one.values]),
      ]) {
        const match = /^'(.+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(reference);
        const [, name, column = "", row = "", lastColumn = column, lastRow = row] = match ?? [];
        const sheet = plan.sheets.find((one) => one.name === name);
        if (sheet === undefined) throw new Error(`${reference} is on no sheet of ours`);
        const shown: unknown[] = [];
        for (let r = Number(row) - 1; r < Number(lastRow); r += 1) {
          for (let c = columnIndex(column); c <= columnIndex(lastColumn); c += 1) {
            shown.push(at(sheet, r, c)?.value);
          }
        }
        expect(shown).toEqual(values);
      }
    }
  });

  it("shows the master check inside the frozen pane of every sheet", () => {
    for (const sheet of plan.sheets) {
      const master = at(sheet, 2, 1);
      expect(master?.value).toBe("bestanden");
      expect(sheet.freeze?.row).toBeGreaterThan(3);
    }
  });

  it("marks every sheet with one name of the workbook, and no formula uses a name", () => {
    expect(plan.names).toHaveLength(plan.sheets.length);
    for (const { name } of plan.names) expect(name).toMatch(/^KR_[A-Za-z0-9_]+$/);
    const formulas = plan.sheets.flatMap(({ cells }) => cells.map(({ formula }) => formula ?? ""));
    expect(formulas.some((formula) => formula.includes("KR_"))).toBe(false);
  });

  it("keeps a name that looks like a formula as text", () => {
    const model = readModel({
      version: 1,
      name: "Probe",
      years: { first: 2026, last: 2027 },
      scenarios: [
        {
          id: "a",
          name: "=1+1",
          blocks: [{ kind: "one-off", name: "@SUMME(A1)", byYear: { "2026": 5 } }],
        },
      ],
    });
    const { plan: hostile } = planModel(model, { grids: [], readings: [] }, [], {
      language: "de",
      today: dateOf(2026, 11, 22),
      version: "0.0.0",
    });
    const cells = hostile.sheets.flatMap((sheet) => sheet.cells);
    expect(cells.some(({ value, formula }) => value === "=1+1" && formula === undefined)).toBe(
      true,
    );
    expect(cells.some(({ formula }) => formula?.includes("SUMME") ?? false)).toBe(false);
  });

  it("speaks English where English is asked for", () => {
    const english = presetPlan("en").plan.sheets.flatMap(({ cells }) =>
      cells
        .filter(({ value, style }) => typeof value === "string" && style !== "source")
        .map(({ value }) => String(value)),
    );
    const german = /\b(und|oder|nicht|wird|Jahr|Belastung|Aufwand|Umsatzsteuer|Summe)\b/;
    const slips = english.filter((text) => german.test(text) && !text.includes("§"));
    expect(slips).toEqual([]);
  });

  it("is the same plan for the same model and day", () => {
    expect(JSON.stringify(presetPlan().plan.sheets.map(({ cells }) => cells))).toBe(
      JSON.stringify(plan.sheets.map(({ cells }) => cells)),
    );
  });
});
