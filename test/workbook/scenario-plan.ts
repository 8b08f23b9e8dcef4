import { cellAddress, quoteSheet } from "../../src/address";
import type { PlanCell, PlanSheet, WorkbookPlan } from "../../src/workbook/plan";
import { STORED_PART_NAMESPACE } from "../../src/workbook/plan";

/** A scenario of a made-up plan; its sheet is called `KR ` and its name. */
export interface MadeScenario {
  readonly id: string;
  readonly name: string;
}

export interface MadePlan {
  readonly scenarios?: readonly MadeScenario[];
  /** The input on which everything depends. */
  readonly amount?: number;
  /** Years on the axis. */
  readonly years?: number;
  /** Rows of inputs. */
  readonly inputs?: number;
}

export const INPUTS = "KR Annahmen";
export const TWO_SCENARIOS: readonly MadeScenario[] = [
  { id: "invoiced", name: "USt berechnet & bezahlt" },
  { id: "audited", name: "Prüfung" },
];

const HEADER: readonly PlanCell[] = [
  { row: 2, column: 0, style: "text", value: "Prüfung" },
  { row: 3, column: 0, style: "columnHeader", value: "Zeile" },
];

const PRINT = {
  orientation: "landscape",
  pagesWide: 1,
  pagesTall: 0,
  repeatRows: { first: 0, last: 3 },
  breaks: [],
  footerLeft: "Haushalt",
  footerCentre: "Stand 01.02.2024",
  footerRight: "Seite &P von &N",
} as const;

function inputSheet(amount: number, inputs: number): PlanSheet {
  const rows = Array.from({ length: inputs }, (_value, index): readonly PlanCell[] => [
    { row: 4 + index, column: 0, style: "rowId", value: `input-${index + 1}` },
    { row: 4 + index, column: 1, style: "inputAmount", value: amount + index },
  ]);
  return {
    key: "assumptions",
    name: INPUTS,
    role: "input",
    cells: [{ row: 0, column: 0, style: "title", value: "Annahmen" }, ...HEADER, ...rows.flat()],
    columnWidths: [16, 14],
    rowHeights: new Map([[0, 24]]),
    freeze: { row: 4, column: 1 },
    validations: [
      {
        row: 4,
        firstColumn: 1,
        lastColumn: 1,
        rule: { type: "decimal", minimum: 0, maximum: 1_000_000 },
        allowBlank: true,
        errorTitle: "Betrag",
        error: "Bitte einen Betrag ab 0 eingeben.",
      },
    ],
    conditionalFormats: [
      { firstRow: 4, firstColumn: 1, lastRow: 4, lastColumn: 1, formula: "=$B5<0", look: "bad" },
    ],
    charts: [],
    print: { ...PRINT, area: { lastRow: 3 + inputs, lastColumn: 1 } },
    numbersAsText: [],
  };
}

function scenarioSheet({ id, name }: MadeScenario, amount: number, years: number): PlanSheet {
  const sheet = `KR ${name}`;
  const axis = Array.from({ length: years }, (_value, index) => 2024 + index);
  const ids = ["base-fee", "services", "result.total"];
  const range = (row: number) =>
    `${quoteSheet(sheet)}!$B$${row + 1}:$${cellAddress(row, years).replace(/\d+$/, "")}$${row + 1}`;
  return {
    key: `scenario:${id}`,
    name: sheet,
    role: "calculation",
    cells: [
      { row: 0, column: 0, style: "title", value: `Szenario: ${name}` },
      ...HEADER,
      ...axis.map((year, index): PlanCell => ({
        row: 3,
        column: 1 + index,
        style: "yearHeader",
        value: year,
      })),
      ...ids.flatMap((rowId, index): readonly PlanCell[] => [
        { row: 4 + index, column: 0, style: "rowId", value: rowId },
        ...axis.map((_year, year): PlanCell => ({
          row: 4 + index,
          column: 1 + year,
          style: "amount",
          value: amount * (index + 1),
          formula: `='${INPUTS}'!$B$5*${index + 1}`,
        })),
      ]),
    ],
    columnWidths: [16, ...axis.map(() => 13)],
    rowHeights: new Map([[0, 24]]),
    freeze: { row: 4, column: 1 },
    validations: [],
    conditionalFormats: [],
    charts: [
      {
        name: `kr-${id}`,
        type: "clusteredColumns",
        title: { reference: `${quoteSheet(sheet)}!$A$1`, values: [`Szenario: ${name}`] },
        valueFormat: "#,##0",
        fromZero: true,
        legend: false,
        series: [
          {
            name: { reference: `${quoteSheet(sheet)}!$A$7`, values: ["result.total"] },
            categories: { reference: range(3), values: axis },
            values: { reference: range(6), values: axis.map(() => amount * 3) },
            colour: 0,
          },
        ],
        alternativeText: `Summe je Jahr, ${name}`,
        from: { row: 8, column: 0 },
        to: { row: 18, column: 3 },
      },
    ],
    print: { ...PRINT, area: { lastRow: 19, lastColumn: years } },
    numbersAsText: [],
  };
}

/** A small plan laid out like the real ones: row ids in column A, a sheet for inputs and one a scenario. */
export function scenarioPlan(made: MadePlan = {}): WorkbookPlan {
  const { scenarios = TWO_SCENARIOS, amount = 1000, years = 4, inputs = 3 } = made;
  const sheets = [
    inputSheet(amount, inputs),
    ...scenarios.map((scenario) => scenarioSheet(scenario, amount, years)),
  ];
  const stored = JSON.stringify({
    format: 1,
    sheets: sheets.map(({ key, name }) => ({ key, name })),
  });
  return {
    sheets,
    names: sheets.map(({ key, name }) => ({
      name: `KR_${key.replaceAll(/[^A-Za-z0-9_]/g, "_")}`,
      reference: `${quoteSheet(name)}!$A$1`,
      comment: "Kooperationsrechner",
    })),
    storedPart: `<workbook xmlns="${STORED_PART_NAMESPACE}">${stored.replaceAll("&", "&amp;")}</workbook>`,
  };
}
