import { cellAddress, columnLetters, quoteSheet } from "../../src/address";
import type {
  PlanCell,
  PlanChart,
  PlanRange,
  PlanSeries,
  PlanSheet,
  PlanValue,
  StyleName,
  WorkbookPlan,
} from "../../src/workbook/plan";
import { STORED_PART_NAMESPACE } from "../../src/workbook/plan";

const INPUTS = "KR Annahmen";
const RESULT = "KR Vergleich & Ergebnis";
const YEARS = [2023, 2024, 2025, 2026, 2027, 2028];
const FIRST_YEAR_COLUMN = 7;
const HEADER_ROW = 3;

function cell(
  row: number,
  column: number,
  style: StyleName,
  value: PlanValue,
  formula?: string,
): PlanCell {
  return formula === undefined
    ? { row, column, style, value }
    : { row, column, style, value, formula };
}

function at(row: number, column: number): string {
  return cellAddress(row, column);
}

/** Rows of the made-up comparison, in thousands of euros by year. */
const ROWS: readonly { readonly label: string; readonly values: readonly number[] }[] = [
  { label: "Grundbetrag", values: [12, 12, 13, 13, 13, 14] },
  { label: "Abnahme", values: [48, 172, 180, 190, 195, 199] },
  { label: "Umsatzsteuer", values: [0, 35, 36.5, 38, 39, 40] },
  { label: "Unterschied kumuliert", values: [-60, -120, -80, -20, 40, 130] },
  { label: "Wendejahr", values: [0, 0, 0, 0, 40, 0] },
  { label: "=Fortführung", values: [250, 248, 246, 244, 242, 240] },
];

function range(sheet: string, row: number, first: number, values: readonly PlanValue[]): PlanRange {
  const letters = [columnLetters(first), columnLetters(first + values.length - 1)];
  const reference = `${quoteSheet(sheet)}!$${letters.join(`$${row + 1}:$`)}$${row + 1}`;
  return { reference: values.length === 1 ? reference.replace(/:.*$/, "") : reference, values };
}

function series(index: number, colour: number, rest: Partial<PlanSeries> = {}): PlanSeries {
  const row = HEADER_ROW + 1 + index;
  return {
    name: range(RESULT, row, 1, [ROWS[index]?.label ?? ""]),
    categories: range(RESULT, HEADER_ROW, FIRST_YEAR_COLUMN, YEARS),
    values: range(
      RESULT,
      row,
      FIRST_YEAR_COLUMN,
      (ROWS[index]?.values ?? []).map((value) => value * 1000),
    ),
    colour,
    ...rest,
  };
}

function chart(
  name: string,
  type: PlanChart["type"],
  place: number,
  plotted: readonly PlanSeries[],
): PlanChart {
  const top = 14 + 18 * Math.floor(place / 2);
  const left = place % 2 === 0 ? 1 : 8;
  return {
    name,
    type,
    title: range(RESULT, 0, 1, ["Vergleich der Szenarien"]),
    categoryTitle: "Jahr",
    valueTitle: "EUR",
    valueFormat: "#,##0",
    fromZero: type === "clusteredColumns",
    legend: true,
    series: plotted,
    alternativeText: `Diagramm „${name}“: die Zahlen stehen in den Zeilen 5 bis 10 & daneben.`,
    from: { row: top, column: left },
    to: { row: top + 16, column: left + 5 },
  };
}

/** One chart of every type that a plan knows. */
export const SAMPLE_CHARTS: readonly PlanChart[] = [
  chart("kosten", "stackedColumns", 0, [
    series(0, 0, { pattern: "solid" }),
    series(1, 1, { pattern: "wide" }),
    series(2, 2, { pattern: "dots" }),
  ]),
  chart("szenarien", "clusteredColumns", 1, [series(1, 0), series(5, 1, { pattern: "narrow" })]),
  chart("kumuliert", "lines", 2, [
    series(3, 0),
    series(1, 1, { pattern: "dash" }),
    series(4, 2, { asColumns: true, pattern: "solid" }),
  ]),
  chart("tornado", "bars", 3, [series(3, 0), series(1, 1, { pattern: "wide" })]),
  chart("potenzial", "radar", 4, [series(1, 0), series(5, 1, { pattern: "dash" })]),
  chart("bruecke", "stackedColumns", 5, [series(0, 0, { pattern: "none" }), series(1, 3)]),
];

const INPUT_SHEET: PlanSheet = {
  key: "inputs",
  name: INPUTS,
  role: "input",
  cells: [
    cell(0, 0, "title", "Annahmen"),
    cell(2, 0, "columnHeader", "Angabe"),
    cell(2, 1, "columnHeader", "Wert"),
    cell(3, 0, "label", "+Einwohner (laut Register)"),
    cell(3, 1, "inputNumber", 44000),
    cell(4, 0, "label", "Steuersatz"),
    cell(4, 1, "inputRate", 0.19),
    cell(5, 0, "label", "Beginn"),
    cell(5, 1, "inputDate", 45292),
    cell(6, 0, "label", "Konto"),
    cell(6, 1, "inputText", "0529100"),
    cell(7, 0, "label", "Satz mit Steuerzeichen \u0001 und _x0041_ & <Klammern>"),
    cell(7, 1, "inputText", "ja"),
    cell(8, 0, "label", "Grundbetrag"),
    cell(8, 1, "inputAmount", 12000),
    {
      ...cell(9, 0, "link", "Zum Vergleich"),
      hyperlink: { target: `${quoteSheet(RESULT)}!A1`, tip: "Zum Blatt & zurück" },
    },
    cell(11, 0, "text", "ja"),
    cell(12, 0, "text", "nein"),
  ],
  columnWidths: [38, 16],
  rowHeights: new Map([[0, 24]]),
  freeze: { row: 3, column: 1 },
  validations: [
    {
      row: 3,
      firstColumn: 1,
      lastColumn: 1,
      rule: { type: "whole", minimum: 0, maximum: 10_000_000 },
      allowBlank: false,
      promptTitle: "Einwohner",
      prompt: "Einwohner am 31.12. des Vorjahres",
      errorTitle: "Einwohner",
      error: "Bitte eine ganze Zahl ab 0 eingeben.",
    },
    {
      row: 4,
      firstColumn: 1,
      lastColumn: 1,
      rule: { type: "decimal", minimum: 0, maximum: 1 },
      allowBlank: false,
      errorTitle: "Steuersatz",
      error: "Bitte einen Satz zwischen 0 % und 100 % eingeben.",
    },
    {
      row: 5,
      firstColumn: 1,
      lastColumn: 1,
      rule: { type: "date", minimum: 36526, maximum: 55153 },
      allowBlank: true,
      errorTitle: "Beginn",
      error: "Bitte ein Datum zwischen 2000 und 2050 eingeben.",
    },
    {
      row: 7,
      firstColumn: 1,
      lastColumn: 1,
      rule: { type: "list", source: "=$A$12:$A$13" },
      allowBlank: false,
      errorTitle: "Auswahl",
      error: "Bitte „ja“ oder „nein“ wählen.",
    },
  ],
  conditionalFormats: [
    { firstRow: 3, firstColumn: 1, lastRow: 3, lastColumn: 1, formula: "=$B4<1", look: "bad" },
    { firstRow: 3, firstColumn: 1, lastRow: 3, lastColumn: 1, formula: "=$B4>=1", look: "good" },
  ],
  charts: [],
  print: {
    orientation: "portrait",
    pagesWide: 1,
    pagesTall: 0,
    repeatRows: { first: 0, last: 2 },
    breaks: [],
    area: { lastRow: 12, lastColumn: 1 },
    footerLeft: "Amt für IT & Organisation",
    footerCentre: "Stand 01.02.2024",
    footerRight: "Seite &P von &N",
  },
  numbersAsText: [{ firstRow: 6, lastRow: 6, column: 1 }],
};

const RESULT_SHEET: PlanSheet = {
  key: "comparison",
  name: RESULT,
  role: "result",
  cells: [
    cell(0, 1, "title", "Vergleich der Szenarien"),
    cell(HEADER_ROW, 1, "columnHeader", "Zeile"),
    cell(HEADER_ROW, 3, "columnHeader", "Einheit"),
    ...YEARS.map((year, index) => cell(HEADER_ROW, FIRST_YEAR_COLUMN + index, "yearHeader", year)),
    ...ROWS.flatMap(({ label, values }, index) => {
      const row = HEADER_ROW + 1 + index;
      return [
        cell(row, 1, "label", label),
        cell(row, 3, "text", "EUR"),
        ...values.map((value, year) =>
          cell(row, FIRST_YEAR_COLUMN + year, "amountSigned", value * 1000),
        ),
      ];
    }),
    cell(10, 1, "labelTotal", "Summe"),
    ...YEARS.map((_year, index) => {
      const column = FIRST_YEAR_COLUMN + index;
      const sum = ROWS.slice(0, 3).reduce(
        (total, row) => total + (row.values[index] ?? 0) * 1000,
        0,
      );
      return cell(10, column, "amountTotal", sum, `=SUM(${at(4, column)}:${at(6, column)})`);
    }),
    cell(
      11,
      1,
      "sentence",
      'Alles in "Ordnung"',
      `=IF(${at(10, 7)}>0,"Alles in ""Ordnung""","prüfen")`,
    ),
    cell(11, 3, "check", true, `=${at(10, 7)}>=0`),
    cell(12, 1, "text", null, `=IF(${at(10, 7)}>0,"","leer & <nicht>")`),
    cell(12, 3, "date", 45292, `=${quoteSheet(INPUTS)}!B6`),
  ],
  columnWidths: [4, 30, 4, 9, 4, 4, 4, 13, 13, 13, 13, 13, 13],
  rowHeights: new Map(),
  freeze: { row: 4, column: 2 },
  validations: [],
  conditionalFormats: [],
  charts: SAMPLE_CHARTS,
  print: {
    orientation: "landscape",
    pagesWide: 1,
    pagesTall: 1,
    repeatRows: { first: HEADER_ROW, last: HEADER_ROW },
    repeatColumns: { first: 0, last: 1 },
    breaks: [32, 50],
    area: { lastRow: 68, lastColumn: 13 },
    footerLeft: RESULT,
    footerCentre: "Stand 01.02.2024",
    footerRight: "Seite &P von &N",
  },
  numbersAsText: [],
};

/** A made-up plan that uses everything a plan can say. */
export const SAMPLE_PLAN: WorkbookPlan = {
  sheets: [RESULT_SHEET, INPUT_SHEET],
  names: [
    {
      name: "KR_comparison",
      reference: `${quoteSheet(RESULT)}!$A$1`,
      comment: "Kooperationsrechner",
    },
    {
      name: "KR_inputs",
      reference: `${quoteSheet(INPUTS)}!$A$1`,
      comment: "Kooperationsrechner",
    },
  ],
  storedPart: `<model xmlns="${STORED_PART_NAMESPACE}"><json>{"name":"Muster &amp; Söhne"}</json></model>`,
};

/** The same plan with cells only. */
export const PLAIN_PLAN: WorkbookPlan = {
  ...SAMPLE_PLAN,
  sheets: SAMPLE_PLAN.sheets.map((sheet) => ({ ...sheet, charts: [] })),
};
