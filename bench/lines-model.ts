import { plainGrid } from "../src/budget/grid";
import type { BudgetLine, BudgetSheet } from "../src/budget/line";
import { dateOf } from "../src/law/calendar";
import type { BudgetSource } from "../src/model/budget-source";
import { buildModel, type BuiltModel } from "../src/model/build";
import { readModel } from "../src/model/model";
import { createWorkbook } from "../src/workbook/package";

const YEARS = [2021, 2022, 2023, 2024, 2025, 2026] as const;
const ACCOUNTS = ["501200", "529100", "543100", "571100", "541200"] as const;
const FIRST_AMOUNT = 3;
const LINES = 300;

/** Six scenarios over ten years with 300 assigned budget lines, made up. */
export function linesModel(): BuiltModel {
  return build(DOCUMENT, budget(LINES));
}

/** The same from the document on, in a budget that has further lines of other products. */
export function linesModelAmong(lines: BudgetSource): BuiltModel {
  return build(DOCUMENT, lines);
}

function build(document: unknown, lines: BudgetSource): BuiltModel {
  return buildModel(readModel(document), lines, { language: "de", today: dateOf(2026, 11, 22) });
}

/** The model as it stands in a file. */
export const DOCUMENT = {
  version: 1,
  name: "300 Haushaltszeilen",
  years: { first: 2022, last: 2031 },
  indices: { goods: 0.02, staff: 0.03, fees: 0.01 },
  discountRate: 0.009,
  lines: [
    { where: { product: "01.02.0*" }, role: "ends", until: "2024-06", returns: true },
    { where: { product: "01.02.1*" }, role: "budgeted" },
    { where: { product: "01.*" }, role: "stays" },
  ],
  scenarios: ["a", "b", "c", "d", "e"].map((id) => ({
    id,
    name: `Szenario ${id}`,
    start: "2022-01",
    blocks: [
      { kind: "base-fee", amount: 12_000 },
      { kind: "take-up", byYear: { "2022": 48_000, "2023": 172_000 } },
      { kind: "services", name: "Schul-IT", units: 3, unitPrice: 94_000 },
      { kind: "vat", rate: "statutory", from: "2023-01", invoiced: id === "a" },
      ...(id === "a" ? [] : [{ kind: "back-tax", assessed: "2027-11-30" }]),
      ...(id === "b" ? [{ kind: "provision", method: "provision" }] : []),
    ],
  })),
};

/** The same budget as a sheet in a workbook. */
export function budgetWorkbook(count: number): Uint8Array {
  const { sheets } = budget(count);
  const rows = [
    ["Produkt", "Konto", "Bezeichnung", ...YEARS.map((year) => `Ansatz ${String(year)}`)],
    ...sheets.flatMap(({ lines }) =>
      lines.map(({ product = "", account = "", label, amounts }) => [
        product,
        account,
        label,
        ...amounts.map(({ value }) => value),
      ]),
    ),
  ];
  const workbook = createWorkbook([plainGrid("Haushalt", rows)]);
  return workbook.save();
}

/** A budget of so many lines; the first 300 are of the products that the model takes in. */
export function budget(count: number): BudgetSource {
  const lines = Array.from({ length: count }, (_, index) => budgetLine(index));
  const sheet: BudgetSheet = {
    status: "budget",
    name: "Haushalt",
    unit: "EUR",
    orientation: "years-across",
    bookkeeping: "doppik",
    columns: YEARS.map((year, place) => ({ year, kind: "ansatz", column: FIRST_AMOUNT + place })),
    lines,
    totals: [],
    findings: [],
  };
  return {
    sheets: [sheet],
    cell: (_, row, column) => {
      const line = lines[row - 1];
      if (column === 1) return line?.account ?? null;
      if (column === 2) return line?.label ?? null;
      return line?.amounts[column - FIRST_AMOUNT]?.value ?? null;
    },
  };
}

function budgetLine(index: number): BudgetLine {
  const row = index + 1;
  const account = ACCOUNTS[index % ACCOUNTS.length] ?? "529100";
  const label = `Zeile ${String(index)}`;
  return {
    sheet: "Haushalt",
    row,
    product:
      index < LINES
        ? `01.02.${String(index % 40).padStart(2, "0")}`
        : `${String(2 + (index % 15)).padStart(2, "0")}.${String(index % 60).padStart(2, "0")}.01`,
    account,
    label,
    direction: "expense",
    keys: [
      { part: "account", cell: { row, column: 1 }, raw: account },
      { part: "label", cell: { row, column: 2 }, raw: label },
    ],
    amounts: YEARS.map((year, place) => ({
      year,
      kind: "ansatz",
      value: 1000 * index + place,
      factor: 1,
      cell: { row, column: FIRST_AMOUNT + place },
    })),
  };
}
