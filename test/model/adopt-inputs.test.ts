import * as fc from "fast-check";
import { calendarDate, excelSerial } from "../../src/law/calendar";
import { adoptTypedInputs, cellOfField } from "../../src/model/adopt-inputs";
import { buildModel, type BuiltModel } from "../../src/model/build";
import type { BudgetSource } from "../../src/model/budget-source";
import { type Evaluation, evaluate } from "../../src/model/evaluate";
import { figuresOf } from "../../src/model/figures";
import type { Model } from "../../src/model/model";
import { readModel } from "../../src/model/model";
import { ROW_IDS } from "../../src/model/terms";
import { applyTypedInputs, type TypedInput } from "../../src/model/typed-inputs";
import { budgetOf } from "./budget-sheet";
import { NO_BUDGET } from "./computed";
import { arbitraryModel, type GeneratedModel } from "./generated-models";
import { type Dice, type InputCell, inputCells, typeInto } from "./typed-at-random";

jest.setTimeout(120_000);

const OPTIONS = { language: "de", today: calendarDate("2026-11-22") } as const;

interface Both {
  readonly built: BuiltModel;
  readonly evaluation: Evaluation;
}

function computeTyped(model: Model, budget: BudgetSource, typed: readonly TypedInput[]): Both {
  const built = buildModel(model, budget, OPTIONS);
  expect(applyTypedInputs(built.sheets, built.years, typed, "de").findings).toEqual([]);
  return { built, evaluation: evaluate(built) };
}

/** Rows and figures that two computations of a model see differently, in the years of both. */
function differences(one: Both, other: Both): readonly string[] {
  const { first, last } = other.built.model.years;
  const years = one.built.years.filter((year) => year >= first && year <= last);
  const sameYears = one.built.model.years.first === first && one.built.model.years.last === last;
  return one.built.scenarios.flatMap((sheet, index) => {
    const again = other.built.scenarios[index];
    if (again === undefined) return [`${sheet.scenario.id} is missing`];
    const rows = ROW_IDS.flatMap((id) =>
      years.map((year) => ({
        name: `${id} ${String(year)}`,
        values: [
          one.evaluation.inYear(sheet.row(id), year),
          other.evaluation.inYear(again.row(id), year),
        ] as const,
      })),
    );
    const [left, right] = [
      figuresOf(one.built, one.evaluation, sheet),
      figuresOf(other.built, other.evaluation, again),
    ];
    const figures = sameYears
      ? [...FIGURES].map((name) => ({ name, values: [left[name] ?? 0, right[name] ?? 0] as const }))
      : [];
    return [...rows, ...figures]
      .filter(({ values: [a, b] }) => Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(a)))
      .map(({ name, values }) => `${sheet.scenario.id} ${name}: ${values.join(", adopted ")}`);
  });
}

const FIGURES = [
  "presentValue",
  "totalResult",
  "totalCash",
  "turningYear",
  "openTax",
  "openInterest",
] as const;

interface Tried {
  readonly adopted: number;
  /** What the model computes otherwise with the inputs adopted than with them typed. */
  readonly otherwise: readonly string[];
}

function adopt(
  { document, budget }: GeneratedModel,
  model: Model,
  built: BuiltModel,
  typed: readonly TypedInput[],
): Tried {
  const { document: next, rest } = adoptTypedInputs(built, budget, typed, "de");
  const adopted = typed.length - rest.length;
  if (adopted === 0) {
    return { adopted, otherwise: next === model.document ? [] : ["changed without an input"] };
  }
  const found = differences(
    computeTyped(model, budget, typed),
    computeTyped(readModel(next), budget, rest),
  );
  const what = typed
    .map(({ row, place, value }) => `${row} ${JSON.stringify(place)} = ${String(value)}`)
    .join(", ");
  const years = JSON.stringify(document.years);
  return { adopted, otherwise: found.slice(0, 3).map((one) => `${what}: ${one} in ${years}`) };
}

/** Numbers from 0 to 1, the same ones in every run. */
function diceOf(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

function models(count: number, seed: number): readonly GeneratedModel[] {
  return fc.sample(arbitraryModel(), { seed, numRuns: count });
}

describe("typed inputs put back into the model", () => {
  it("give what they give in their cells, row by row of generated models", () => {
    const dice = diceOf(1);
    const tried = new Map<string, number>();
    for (const generated of models(6, 2024)) {
      const model = readModel(generated.document);
      const built = buildModel(model, generated.budget, OPTIONS);
      for (const cell of oneOfEach(inputCells(built), dice)) {
        const { adopted, otherwise } = adopt(generated, model, built, [
          typeInto(cell, built, dice),
        ]);
        expect(otherwise).toEqual([]);
        const kind = cell.row.place?.kind ?? "none";
        tried.set(kind, (tried.get(kind) ?? 0) + 1);
        tried.set(`${kind} adopted`, (tried.get(`${kind} adopted`) ?? 0) + adopted);
      }
    }
    const count = (kind: string): number => tried.get(kind) ?? 0;
    expect(count("field adopted") / count("field")).toBeGreaterThan(0.8);
    expect(count("role adopted") / count("role")).toBeGreaterThan(0.2);
    expect(count("group adopted")).toBeGreaterThan(0);
    expect(count("none")).toBeGreaterThan(0);
    expect(count("none adopted")).toBe(0);
  });

  it("give what they give in their cells, many at once", () => {
    const dice = diceOf(2);
    for (const generated of models(40, 2025)) {
      const model = readModel(generated.document);
      const built = buildModel(model, generated.budget, OPTIONS);
      const typed = inputCells(built)
        .filter(({ unit, row }) => unit !== "year" && row.place !== undefined && dice() < 0.15)
        .map((cell) => typeInto(cell, built, dice));
      expect(adopt(generated, model, built, typed).otherwise).toEqual([]);
    }
  });
});

/** The single cell of each row, and one of its years. */
function oneOfEach(cells: readonly InputCell[], dice: Dice): readonly InputCell[] {
  const chosen = new Map<string, InputCell>();
  for (const cell of cells) {
    const key = `${cell.row.sheet}/${cell.row.id}/${"year" in cell.place ? "year" : String(cell.place.column)}`;
    if (!chosen.has(key) || dice() < 0.4) chosen.set(key, cell);
  }
  return [...chosen.values()];
}

const DOCUMENT = {
  version: 1,
  name: "Prüfmodell",
  years: { first: 2022, last: 2025 },
  inhabitants: { "2020": 43_000, "2024": 45_000 },
  lines: [
    { where: { product: "01.*" }, role: "stays" },
    { where: { product: "03.*" }, role: "ends", until: "2023-06" },
  ],
  scenarios: [
    {
      id: "a",
      name: "Eins",
      start: "2022-01",
      blocks: [
        { kind: "services", name: "Schul-IT", unitPrice: 94_000 },
        { kind: "vat", rate: { effective: 0.1 } },
        { kind: "back-tax", assessed: "2025-11-30" },
      ],
    },
    {
      id: "b",
      name: "Zwei",
      start: "2022-01",
      blocks: [
        { kind: "services", name: "Schul-IT", unitPrice: 94_000 },
        { kind: "take-up", byYear: { "2022": 48_000, "2023": 172_000 } },
        { kind: "exit", date: "2024-12-31" },
      ],
    },
  ],
};

const BUDGET = budgetOf(
  [2022, 2023],
  [
    { product: "01.01", account: "5291", amounts: [100, 200] },
    { product: "01.02", account: "5291", amounts: [300, 400] },
    { product: "03.01", account: "5291", amounts: [500, 600] },
  ],
);

/** What stands in a field after typing into a row, the row named by the start of its id. */
function documentAfter(
  inputs: readonly (readonly [
    row: string,
    at: number | "E" | "C",
    value: number | string | null,
  ])[],
  budget: BudgetSource = NO_BUDGET,
  model: unknown = DOCUMENT,
): ReturnType<typeof adoptTypedInputs> {
  const built = buildModel(readModel(model), budget, OPTIONS);
  const typed = inputs.map(([id, place, value]): TypedInput => {
    const row = built.sheets.flatMap(({ rows }) => rows).find((one) => one.id === id);
    if (row === undefined) throw new Error(`no row ${id}`);
    return {
      sheet: row.sheet,
      row: id,
      label: row.label.de,
      place: typeof place === "number" ? { year: place } : { column: place === "E" ? 4 : 2 },
      value,
      cell: `${row.sheet}!${id}`,
    };
  });
  return adoptTypedInputs(built, budget, typed, "de");
}

const day = (date: string): number => excelSerial(calendarDate(date));

describe("a typed input", () => {
  it("goes into every scenario that shares its row, and into no other", () => {
    const { document, rest } = documentAfter([["services_schul-it.unit-price", "E", 95_000]]);
    expect(rest).toEqual([]);
    expect(document.scenarios.map(({ blocks }) => blocks[0])).toEqual([
      { kind: "services", name: "Schul-IT", unitPrice: 95_000 },
      { kind: "services", name: "Schul-IT", unitPrice: 95_000 },
    ]);
    expect(document.scenarios[1]?.blocks.slice(1)).toEqual(DOCUMENT.scenarios[1]?.blocks.slice(1));
  });

  it("has the town as its source, where a report of another town stood", () => {
    const school = (scenario: number, unitPrice: number, source: string) => ({
      ...DOCUMENT.scenarios[scenario],
      source: "DB 2022; PA 2021",
      blocks: [{ kind: "services", name: "Schul-IT", unitPrice, source }],
    });
    const model = {
      ...DOCUMENT,
      scenarios: [school(0, 94_000, "DB 2022"), school(1, 90_000, "DB 2022")],
    };
    const { document } = documentAfter(
      [["services_schul-it.unit-price", "E", 95_000]],
      NO_BUDGET,
      model,
    );
    expect(
      document.scenarios.map(({ source, blocks: [block] }) => [source, block?.source]),
    ).toEqual([
      ["DB 2022; PA 2021", "Eigene Angabe (zuvor: DB 2022)"],
      ["DB 2022; PA 2021", "DB 2022"],
    ]);
    // The other fields stay in the rows they share, so that the next input finds them.
    const { assumptions } = buildModel(readModel(document), NO_BUDGET, OPTIONS);
    const rows = assumptions.sheet.rows.filter(({ id }) => id.startsWith("services_schul-it."));
    expect(rows.map(({ id, source }) => [id, source?.de])).toEqual([
      ["services_schul-it.units", "DB 2022"],
      ["services_schul-it.unit-price", "Eigene Angabe (zuvor: DB 2022)"],
      ["services_schul-it.unit-price@b", "DB 2022"],
    ]);
    const later = documentAfter([["scenario.start", "E", day("2023-01-01")]], NO_BUDGET, document);
    expect(later.document.scenarios.map(({ source }) => source)).toEqual(
      Array(2).fill("Eigene Angabe (zuvor: DB 2022; PA 2021)"),
    );
    const prices = { ...model, scenarios: [school(0, 94_000, "Preisblatt 2027")] };
    const own = documentAfter([["services_schul-it.unit-price", "E", 95_000]], NO_BUDGET, prices);
    expect(own.document.scenarios[0]?.blocks[0]?.source).toBe("Preisblatt 2027");
  });

  it("keeps a series readable: a number, given years, and what held before the first", () => {
    const units = (...inputs: Parameters<typeof documentAfter>[0]): unknown => {
      const [block] = documentAfter(inputs).document.scenarios[0]?.blocks ?? [];
      return block?.kind === "services" ? block.units : undefined;
    };
    const id = "services_schul-it.units";
    expect(units([id, "E", 3])).toBe(3);
    expect(units([id, 2024, 3])).toEqual({ "2022": 1, "2024": 3 });
    expect(units([id, 2022, 3])).toEqual({ "2021": 1, "2022": 3 });
    expect(units([id, "E", 3], [id, 2022, 3])).toEqual({ "2022": 3 });
    expect(documentAfter([["inhabitants", "E", 50_000]]).document.inhabitants).toEqual({
      "2020": 50_000,
      "2024": 45_000,
    });
    expect(documentAfter([["inhabitants", 2024, null]]).document.inhabitants).toEqual({
      "2020": 43_000,
    });
  });

  it("becomes a month, a date, a word or nothing, as the field has it", () => {
    const { document, rest } = documentAfter([
      ["scenario.start", "E", null],
      ["vat.invoiced", "E", day("2024-03-01")],
      ["vat.effective", "E", 0.12],
      ["back-tax.assessed", "E", null],
      ["back-tax.interest", "E", 0.06],
      ["back-tax.limitation", "E", 4],
      ["exit.date", "E", day("2025-06-30")],
      ["exit.capitalise", "E", 0],
      ["take-up.by-year", 2024, 200_000],
    ]);
    expect(rest).toEqual([]);
    expect(document.scenarios.map(({ start }) => start)).toEqual([undefined, undefined]);
    expect(document.scenarios[0]?.blocks.slice(1)).toEqual([
      { kind: "vat", rate: { effective: 0.12 }, invoiced: "2024-03" },
      { kind: "back-tax", assessed: null, interest: 0.06, limitation: 4 },
    ]);
    expect(document.scenarios[1]?.blocks.slice(1)).toEqual([
      { kind: "take-up", byYear: { "2022": 48_000, "2023": 172_000, "2024": 200_000 } },
      { kind: "exit", date: "2025-06-30", capitalise: false },
    ]);
  });

  it("goes into the settings of the model, later years one through the other", () => {
    const { document, rest } = documentAfter([
      ["first-year", "E", 2030],
      ["last-year", "E", 2035],
      ["discount-rate", "E", 0.009],
      ["rounding", "E", 1000],
      ["index.goods.input", 2024, 0.02],
    ]);
    expect(rest.map(({ row }) => row)).toEqual(["first-year"]);
    expect(document.years).toEqual({ first: 2022, last: 2035 });
    expect(document.discountRate).toBe(0.009);
    expect(document.rounding).toBe(1000);
    expect(document.indices).toEqual({ goods: { "2022": 0, "2024": 0.02 } });
  });

  it("stays typed where the document has no place for it, or would refuse it", () => {
    const { document, rest } = documentAfter([
      ["vat-rate-2021-01-01", "E", 0.2],
      ["prepared-by", "E", "Amt 20"],
      ["rounding", "E", 50],
      ["take-up.by-year", 2025, 1],
    ]);
    expect(rest.map(({ row }) => row)).toEqual([
      "vat-rate-2021-01-01",
      "prepared-by",
      "rounding",
      "take-up.by-year",
    ]);
    expect(document).toEqual(DOCUMENT);
  });

  it("changes the rule that decides, where it decides no other lines", () => {
    const { document, rest } = documentAfter([["G2.until", "E", day("2024-09-01")]], BUDGET);
    expect(rest).toEqual([]);
    expect(document.lines?.[1]).toEqual({
      where: { product: "03.*" },
      role: "ends",
      until: "2024-09",
    });
  });

  it("puts rules before the others where a line moves into another group", () => {
    const { document, rest } = documentAfter([["line-2", "C", "G2"]], BUDGET);
    expect(rest).toEqual([]);
    const rule = { where: { product: "01.02" }, role: "ends", until: "2023-06" };
    expect(document.lines).toEqual(DOCUMENT.lines);
    expect(document.scenarios.map(({ id, lines }) => [id, lines])).toEqual([
      ["status-quo", [rule]],
      ["a", [rule]],
      ["b", [rule]],
    ]);
  });

  it("ends a line only with its last month", () => {
    const alone = documentAfter([["G1.role", "E", "entfällt"]], BUDGET);
    expect(alone.rest).toHaveLength(1);
    expect(alone.document).toEqual(DOCUMENT);
    const both = documentAfter(
      [
        ["G1.role", "E", "entfällt"],
        ["G1.until", "E", day("2023-12-01")],
      ],
      BUDGET,
    );
    expect(both.document.lines?.[0]).toEqual({
      where: { product: "01.*" },
      role: "ends",
      until: "2023-12",
    });
    const stays = documentAfter([["G2.role", "E", "bleibt"]], BUDGET);
    expect(stays.document.lines?.[1]).toEqual({ where: { product: "03.*" }, role: "stays" });
  });
});

describe("the cell of a field", () => {
  const built = buildModel(readModel(DOCUMENT), NO_BUDGET, OPTIONS);
  const at = (...path: (string | number)[]): unknown => {
    const cell = cellOfField(built, path);
    return cell === undefined ? undefined : [cell.row.id, cell.column];
  };

  it("is the one that shows it, also for a single year", () => {
    expect(at("scenarios", 1, "blocks", 0, "unitPrice")).toEqual([
      "services_schul-it.unit-price",
      4,
    ]);
    expect(at("scenarios", 1, "blocks", 1, "byYear", "2023")).toEqual(["take-up.by-year", 8]);
    expect(at("scenarios", 1, "blocks", 1, "byYear")).toEqual(["take-up.by-year", 7]);
    expect(at("years", "last")).toEqual(["last-year", 4]);
    expect(at("indices", "fees")).toEqual(["index.fees.input", 4]);
  });

  it("is none for what stands in no cell", () => {
    expect(at("scenarios", 1, "name")).toBeUndefined();
    expect(at("lines", 0, "role")).toBeUndefined();
    expect(at("scenarios", 0, "blocks", 0, "byYear", "2023")).toBeUndefined();
  });
});
