import * as fc from "fast-check";
import { readCsv, typedCsvGrid } from "../../src/budget/csv";
import { type CellContent, plainGrid } from "../../src/budget/grid";
import { readBudget } from "../../src/budget/read";
import type { ModelDocument } from "../../src/model/document";
import { figuresOf, rowByYear } from "../../src/model/figures";
import { DEFAULT_PRESETS, presetModel } from "../../src/model/presets";
import { ROW_IDS, type RowId } from "../../src/model/terms";
import {
  budgetSheets,
  budgetSource,
  type PlannedModel,
  type ReadBudget,
} from "../../src/sheets/plan-model";
import { arbitraryModel, type GeneratedModel } from "../model/generated-models";
import { compute, type Computed } from "../model/computed";
import { openBudgetFile, planDocument, planPresets, SAMPLE, WITHOUT_BUDGET } from "./planned";

const SEED = 20261122;

/** Rows of a scenario by year, to the last binary digit. */
function rowsOf({ built, evaluation }: Pick<Computed, "built" | "evaluation">, id: string) {
  const sheet = built.scenarios.find(({ scenario }) => scenario.id === id);
  if (sheet === undefined) throw new Error(`no scenario ${id}`);
  return {
    rows: Object.fromEntries(
      ROW_IDS.map((row) => [row, rowByYear(built, evaluation, sheet, row)] as const),
    ) as Readonly<Record<RowId, Readonly<Record<string, number>>>>,
    figures: figuresOf(built, evaluation, sheet),
  };
}

/** Differences above a thousandth of a cent, for engines add in different orders. */
function differing(
  left: Readonly<Record<string, number>>,
  right: Readonly<Record<string, number>>,
  factor = 1,
): readonly string[] {
  return Object.entries(left).flatMap(([year, value]) => {
    const other = right[year] ?? NaN;
    const close = Math.abs(factor * value - other) <= 1e-5 + 1e-11 * Math.abs(other);
    return close ? [] : [`${year}: ${String(value)} and ${String(other)}`];
  });
}

const scenarioIds = ({ scenarios }: ModelDocument): readonly string[] =>
  scenarios.map(({ id }) => id);

describe("scenarios stand for themselves", () => {
  it("one more changes no figure of the others", () => {
    fc.assert(
      fc.property(arbitraryModel(), ({ document, budget }) => {
        const { reference = "status-quo" } = document;
        const left = scenarioIds(document).find((id) => id !== "status-quo" && id !== reference);
        if (left === undefined) return;
        const scenarios = document.scenarios.filter(({ id }) => id !== left);
        if (scenarios.length === 0) return;
        const [all, fewer] = [document, { ...document, scenarios }].map((one) =>
          compute(one, budget),
        );
        if (all === undefined || fewer === undefined) throw new Error("not computed");
        for (const { id } of scenarios) {
          const [before, after] = [rowsOf(fewer, id), rowsOf(all, id)];
          for (const row of ROW_IDS) {
            expect([id, row, differing(before.rows[row], after.rows[row])]).toEqual([id, row, []]);
          }
          expect(after.figures.turningYear).toBe(before.figures.turningYear);
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it("one more in a workbook that has five changes no cell of their sheets", async () => {
    const sample = await openBudgetFile(SAMPLE);
    const ids = DEFAULT_PRESETS.slice(0, 6);
    const [five, six] = [ids.slice(0, 5), ids].map((chosen) => planPresets(sample, chosen));
    if (five === undefined || six === undefined) throw new Error("not planned");
    const cells = ({ plan }: PlannedModel, name: string): readonly unknown[] =>
      plan.sheets
        .filter((sheet) => sheet.name === name)
        .flatMap((sheet) => sheet.cells.map(({ row, column, value }) => [row, column, value]));
    const names = five.built.scenarios.map(({ sheet }) => five.placement.sheetName(sheet.key));
    expect(names).toHaveLength(5);
    for (const name of names) {
      expect(cells(six, name).length).toBeGreaterThan(400);
      expect(cells(six, name)).toEqual(cells(five, name));
    }
  });

  it("their order changes no figure", () => {
    fc.assert(
      fc.property(arbitraryModel(), ({ document, budget }) => {
        const turned = { ...document, scenarios: document.scenarios.toReversed() };
        const [first, second] = [compute(document, budget), compute(turned, budget)];
        for (const id of scenarioIds(document)) {
          expect(rowsOf(second, id)).toEqual(rowsOf(first, id));
        }
      }),
      { seed: SEED + 1, numRuns: 80 },
    );
  });
});

/** Fields that hold EUR. */
const MONEY: ReadonlySet<string> = new Set([
  "amount",
  "byYear",
  "perInhabitant",
  "pricePerInhabitant",
  "unitPrice",
  "price",
  "oneOff",
  "dayRate",
  "costPerFte",
  "pricePerWorkplace",
  "administratorCost",
  "technicianCost",
  "dataTransfer",
  "cost",
]);

/** Every amount of a document doubled. */
function doubled(value: unknown, isMoney = false): unknown {
  if (typeof value === "number") return isMoney ? 2 * value : value;
  if (Array.isArray(value)) return value.map((part: unknown) => doubled(part, isMoney));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(
    ([name, part]: [string, unknown]) => [name, doubled(part, isMoney || MONEY.has(name))] as const,
  );
  const copy: Record<string, unknown> = Object.fromEntries(fields);
  // What is not given has a price too.
  if (copy["kind"] === "shared-service-centre" && copy["staffing"] === undefined) {
    copy["pricePerWorkplace"] ??= 3_000;
  }
  return copy;
}

function doubledBudget({ budget }: GeneratedModel): GeneratedModel["budget"] {
  return {
    ...budget,
    sheets: budget.sheets.map((sheet) => ({
      ...sheet,
      lines: sheet.lines.map((line) => ({
        ...line,
        amounts: line.amounts.map((amount) => ({
          ...amount,
          value: 2 * amount.value,
          factor: 2 * amount.factor,
        })),
      })),
    })),
  };
}

/** Rows that interest, which is rounded by law, has no part in. */
const WITHOUT_INTEREST: readonly RowId[] = [
  ...ROW_IDS.slice(0, ROW_IDS.indexOf("open-claims")),
  "lapsed",
  "back-tax",
  "budgeted",
];

it("twice the money is twice the cost", () => {
  fc.assert(
    fc.property(arbitraryModel(), (generated) => {
      const once = compute(generated.document, generated.budget);
      const twice = compute(doubled(generated.document), doubledBudget(generated));
      const ids = scenarioIds(generated.document);
      const claims = ids.some((id) =>
        Object.values(rowsOf(once, id).rows["open-vat"]).some((value) => value !== 0),
      );
      for (const id of ids) {
        const [single, double] = [rowsOf(once, id), rowsOf(twice, id)];
        for (const row of claims ? WITHOUT_INTEREST : ROW_IDS) {
          const found = differing(single.rows[row], double.rows[row], 2);
          expect([id, row, found]).toEqual([id, row, []]);
        }
      }
    }),
    { seed: SEED + 2, numRuns: 150 },
  );
});

/** A budget as a town prints it: whole euros, years across. */
interface PrintedBudget {
  readonly lines: readonly {
    readonly product: string;
    readonly account: string;
    readonly label: string;
    readonly amounts: readonly number[];
  }[];
}

const printedBudget: fc.Arbitrary<PrintedBudget> = fc.record({
  lines: fc.array(
    fc.record({
      product: fc.constantFrom("01.02.01", "01.02.02", "03.02.02"),
      account: fc.constantFrom("501200", "523600", "529100", "543100", "571100"),
      label: fc.constantFrom("Entgelte", "Wartung", "Lizenzen", "IT-Dienstleistungen", "Leasing"),
      amounts: fc.array(fc.integer({ min: 1_000, max: 900_000 }), { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 3, maxLength: 12 },
  ),
});

const HEADERS = [
  "Produkt",
  "Konto",
  "Bezeichnung",
  "Ergebnis 2021",
  "Ansatz 2022",
  "Ansatz 2023",
  "Planung 2024",
  "Planung 2025",
  "Planung 2026",
];

function sheetOf({ lines }: PrintedBudget, unit: "EUR" | "T€"): ReadBudget {
  const rows: CellContent[][] = [
    [`Teilergebnisplan, Beträge in ${unit}`],
    HEADERS,
    ...lines.map(({ product, account, label, amounts }) => [
      product,
      account,
      label,
      ...amounts.map((amount) => (unit === "EUR" ? amount : amount / 1_000)),
    ]),
  ];
  const grids = [plainGrid("Haushalt", rows)];
  return { grids, readings: readBudget(grids) };
}

function textFileOf({ lines }: PrintedBudget): ReadBudget {
  const german = (amount: number): string => `${amount.toLocaleString("de-DE")},00`;
  const text = [
    HEADERS,
    ...lines.map(({ product, account, label, amounts }) => [
      product,
      account,
      label,
      ...amounts.map(german),
    ]),
  ]
    .map((cells) => cells.join(";"))
    .join("\r\n");
  const { grid } = readCsv(new TextEncoder().encode(text), "Haushalt.csv");
  const readings = readBudget([grid], {}, { fileName: "Haushalt.csv" });
  return { grids: [typedCsvGrid(grid, readings)], readings };
}

/** What every scenario of the presets costs on a budget. */
function costs({ readings, grids }: ReadBudget): readonly unknown[] {
  const computed = compute(presetModel(), budgetSource(budgetSheets(readings), grids));
  return computed.built.scenarios.map(({ scenario }) => {
    const { rows } = rowsOf(computed, scenario.id);
    return (["baseline", "baseline-cash", "budgeted", "result-cost", "cash-cost"] as const).map(
      (row) => Object.values(rows[row]).map((value) => Math.round(value * 1_000) / 1_000),
    );
  });
}

describe("a budget means the same however it is printed", () => {
  const understood = ({ readings }: ReadBudget): boolean =>
    readings.some(({ status }) => status === "budget");

  it.each([
    ["in thousands", (printed: PrintedBudget) => sheetOf(printed, "T€")],
    ["as a text file with German numbers", textFileOf],
    [
      "with its lines in another order",
      ({ lines }: PrintedBudget) => sheetOf({ lines: lines.toReversed() }, "EUR"),
    ],
  ])("%s", (_name, otherwise) => {
    let compared = 0;
    fc.assert(
      fc.property(printedBudget, (printed) => {
        const [plain, other] = [sheetOf(printed, "EUR"), otherwise(printed)];
        // Chance may make a line the sum of others; then the reader asks.
        if (!understood(plain) || !understood(other)) return;
        expect(costs(other)).toEqual(costs(plain));
        compared += 1;
      }),
      { seed: SEED + 3, numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(35);
  });
});

it("keeps claims in sight where the budget has years beyond the model", () => {
  const rows: CellContent[][] = [HEADERS, ["01.02.02", "529100", "Lizenzen", 1, 2, 3, 4, 5, 6]];
  const grids = [plainGrid("Haushalt", rows)];
  const [, invoiced, audited] = WITHOUT_BUDGET.scenarios;
  if (invoiced === undefined || audited === undefined) throw new Error("no scenarios");
  const planned = planDocument(
    {
      ...WITHOUT_BUDGET,
      years: { first: 2022, last: 2025 },
      lines: [{ where: { product: "01.02.02" }, role: "stays" }],
      scenarios: [
        invoiced,
        {
          ...audited,
          // A provision would stand beside it with the same amount.
          blocks: audited.blocks.filter(({ kind }) => kind !== "back-tax" && kind !== "provision"),
        },
      ],
    },
    { grids, readings: readBudget(grids) },
  );
  const { built, checks, evaluation, overview, placement, plan } = planned;
  expect(built.years).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
  const { openTax, openInterest } = rowsOf(planned, "audited").figures;
  expect(openTax).toBeGreaterThan(100_000);
  expect(openInterest).toBeGreaterThan(100);
  const row = placement.rowIndex(overview.sheet.find("audited.tax"));
  const shown = plan.sheets
    .find(({ name }) => name === "KR Übersicht")
    ?.cells.filter((cell) => cell.row === row)
    .map(({ value }) => value);
  expect(shown).toContainEqual(expect.closeTo(openTax + openInterest, 6));
  expect(checks.checks.filter((check) => evaluation.constant(check.row) !== 1)).toEqual([]);
});
