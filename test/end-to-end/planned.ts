import { readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { readCsv, typedCsvGrid } from "../../src/budget/csv";
import { type Grid, plainGrid } from "../../src/budget/grid";
import { readBudget } from "../../src/budget/read";
import { calendarDate } from "../../src/law/calendar";
import type { ModelDocument } from "../../src/model/document";
import { productsOf } from "../../src/model/catalogue";
import { readModel } from "../../src/model/model";
import { adaptPreset, presetModel } from "../../src/model/presets";
import { budgetSheets, planModel, type PlannedModel } from "../../src/sheets/plan-model";
import { createWorkbook, openPackage, type PackageWorkbook } from "../../src/workbook/package";
import type { ReadBudget } from "../../src/sheets/plan-model";
import type { ForeignSheet } from "../judges/ironcalc";
import { arbitraryModel, type GeneratedModel } from "../model/generated-models";

/** The sample budget that ships with the product. */
export const SAMPLE = path.resolve(__dirname, "../../assets/beispielhaushalt.xlsx");

/** Real budgets and workbooks of other programs, where they are at hand. */
export const SHARED = path.resolve(__dirname, "../../../shared");

/** The day every test runs on. */
export const TODAY = calendarDate("2026-11-22");

const OPTIONS = { language: "de", today: TODAY, version: "0.1.0" } as const;

/** Figures that the documents do not disclose and a user would give. */
export const GIVEN: Readonly<Record<string, number>> = {
  "core-price": 9.87,
  "take-up-low": 0.25,
  "take-up-high": 0.6,
  workplaces: 431,
  "administrator-cost": 90_123.45,
  "technician-cost": 61_000,
  "staffing-overhead": 0.1,
  "all-users": 1_033,
  "own-users": 257,
  "online-services-charge": 30_000,
  "exit-data-transfer": 25_000,
  "exit-hardware-cost": 96_000,
  "exit-hardware-life": 97,
  ...Object.fromEntries(
    productsOf("high").map(({ id }, index) => [`price-${id}`, 4_000 + 333.33 * index] as const),
  ),
};

/** A budget file: its workbook, its cells and what was read of them. */
export interface OpenedBudget extends ReadBudget {
  readonly workbook: PackageWorkbook;
}

/** Opens a `.xlsx` or `.csv` file the way the command line does. */
export async function openBudgetFile(file: string): Promise<OpenedBudget> {
  const bytes = new Uint8Array(readFileSync(file));
  const fileName = path.basename(file);
  if (file.endsWith(".csv")) {
    const { grid } = readCsv(bytes, fileName);
    const readings = readBudget([grid], {}, { fileName });
    const typed = typedCsvGrid(grid, readings);
    return { workbook: createWorkbook([typed]), grids: [typed], readings };
  }
  const workbook = openPackage(bytes);
  const grids = await workbook.read((await workbook.sheets()).map(({ name }) => name));
  return { workbook, grids, readings: readBudget(grids, {}, { fileName }) };
}

/** The presets of those names on a budget, fitted to it. */
export function planPresets(budget: ReadBudget, ids?: readonly string[]): PlannedModel {
  const preset = presetModel(ids, { given: GIVEN });
  const { document, findings } = adaptPreset(preset, budgetSheets(budget.readings));
  return planModel(readModel(document), budget, findings, OPTIONS);
}

/** A model on a budget, or on none. */
export function planDocument(
  document: ModelDocument,
  budget: ReadBudget = { grids: [], readings: [] },
): PlannedModel {
  return planModel(readModel(document), budget, [], OPTIONS);
}

/** Generated models, the same ones in every run. */
export function generatedModels(count: number, seed: number): readonly GeneratedModel[] {
  return fc.sample(arbitraryModel(), { seed, numRuns: count });
}

/** The budget that belongs to a generated model, as if it had been read from a file. */
export function generatedBudget({ budget, grids }: GeneratedModel): ReadBudget {
  return {
    readings: budget.sheets,
    grids: [...grids].map(([name, rows]) => plainGrid(name, rows)),
  };
}

/** The user's sheets as an engine takes them in beside the plan. */
export function foreignSheets(grids: readonly Grid[]): readonly ForeignSheet[] {
  return grids.map(({ name, rows }) => ({
    name,
    cells: rows.flatMap((cells, row) => cells.map((value, column) => ({ row, column, value }))),
  }));
}

/** A comparison without a budget: every line of cost is given. */
export const WITHOUT_BUDGET: ModelDocument = {
  version: 1,
  name: "Ohne Haushalt",
  years: { first: 2022, last: 2031 },
  inhabitants: { "2022": 44_000 },
  indices: { goods: 0.02, fees: { "2023": 0.03, "2026": 0.015 } },
  discountRate: 0.009,
  scenarios: [
    {
      id: "status-quo",
      name: "Fortführung ohne Kooperation",
      blocks: [
        { kind: "services", name: "Nachfolge", units: 1, unitPrice: 120_000, taxable: false },
      ],
    },
    {
      id: "invoiced",
      name: "Kooperation, USt berechnet",
      taxCase: "invoiced",
      start: "2022-01",
      blocks: [
        { kind: "general-costs", byYear: { "2022": 10_000, "2023": 40_000 } },
        { kind: "take-up", byYear: { "2022": 48_000, "2023": 172_000 } },
        { kind: "services", name: "Schul-IT", units: 3, unitPrice: 94_000 },
        { kind: "vat", rate: "statutory", from: "2023-01", invoiced: true },
      ],
    },
    {
      id: "audited",
      name: "Kooperation, USt nicht berechnet, Prüfung",
      taxCase: "not-invoiced",
      start: "2022-01",
      blocks: [
        { kind: "take-up", percent: { "2022": 0.2, "2024": 0.55 }, pricePerInhabitant: 9.87 },
        { kind: "services", name: "Schul-IT", units: 3, unitPrice: 94_000, index: 0 },
        { kind: "vat", rate: "statutory", from: "2023-01", invoiced: false },
        { kind: "back-tax", assessed: "2027-11-30" },
        { kind: "provision", method: "provision" },
      ],
    },
  ],
};
