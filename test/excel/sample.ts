import { readFileSync } from "node:fs";
import path from "node:path";
import type { Grid } from "../../src/budget/grid";
import { readBudget } from "../../src/budget/read";
import { calendarDate } from "../../src/law/calendar";
import { readModel } from "../../src/model/model";
import { planModel } from "../../src/sheets/plan-model";
import type { PlannedModel } from "../../src/sheets/plan-model";
import { openPackage } from "../../src/workbook/package";
import type { PackageWorkbook } from "../../src/workbook/package/package-workbook";

export const SAMPLE = path.resolve(__dirname, "../../assets/beispielhaushalt.xlsx");

/** The shipped sample budget as a file. */
export function sampleFile(): PackageWorkbook {
  return openPackage(new Uint8Array(readFileSync(SAMPLE)));
}

/** All sheets of the sample budget. */
export async function sampleGrids(): Promise<readonly Grid[]> {
  const file = sampleFile();
  return file.read((await file.sheets()).map(({ name }) => name));
}

const FEES = [
  { kind: "base-fee", amount: 12000 },
  { kind: "general-costs", byYear: { "2022": 10000, "2023": 40000 } },
  { kind: "take-up", byYear: { "2022": 48000, "2023": 172000 } },
  { kind: "services", name: "Schul-IT", units: 3, unitPrice: 94000, source: "Vorbericht" },
];

/** Cooperations that differ in how the tax is met, as many as wanted. */
function cooperations(count: number): readonly object[] {
  return Array.from({ length: count }, (_item, index) => ({
    id: `case-${String(index)}`,
    name: `Fall ${String(index + 1)}, ${index % 2 === 0 ? "USt berechnet" : "mit Rückstellung"}`,
    taxCase: index % 2 === 0 ? "invoiced" : "not-invoiced",
    start: "2022-01",
    blocks:
      index % 2 === 0
        ? [...FEES, { kind: "vat", rate: "statutory", from: "2023-01", invoiced: true }]
        : [
            ...FEES,
            { kind: "vat", rate: "statutory", from: "2023-01", invoiced: false },
            { kind: "back-tax", assessed: "2027-11-30" },
            { kind: "provision", method: "provision" },
          ],
  }));
}

/** The main job on the sample budget: a status quo and so many cooperations. */
export function planSample(grids: readonly Grid[], count = 2): PlannedModel {
  const model = readModel({
    version: 1,
    name: "IT-Kooperation",
    years: { first: 2022, last: 2031 },
    inhabitants: { "2022": 44000 },
    indices: { goods: 0.02, fees: 0 },
    discountRate: 0.009,
    lines: [
      { where: { product: "01.02.02" }, role: "stays" },
      { where: { product: "03.02.02" }, role: "budgeted" },
    ],
    scenarios: [
      {
        id: "status-quo",
        name: "Fortführung ohne Kooperation",
        blocks: [{ kind: "services", name: "Nachfolge", unitPrice: 120000, taxable: false }],
      },
      ...cooperations(count),
    ],
  });
  return planModel(model, { grids, readings: readBudget(grids, {}) }, [], {
    language: "de",
    today: calendarDate("2026-11-22"),
    version: "0.1.0",
  });
}
