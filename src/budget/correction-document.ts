import * as v from "valibot";
import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS } from "../address";
import {
  type FieldProblem,
  fieldProblems,
  type FileKind,
  jsonData,
  namedFile,
  refuseFields,
} from "../field-problems";
import type { Text } from "../language";
import type { ColumnCorrection, RememberedCorrection, SheetCorrection } from "./line";
import { MOST_ROWS, readRowList, writeRowList } from "./row-list";
import { FIRST_YEAR, LAST_YEAR } from "./years";

/** What a field of the corrections file expects, as a clerk would say it. */
const EXPECTATIONS = {
  version: { de: "die Zahl 1", en: "the number 1" },
  object: { de: "ein Objekt {…}", en: "an object {…}" },
  list: { de: "eine Liste […]", en: "a list […]" },
  sheet: {
    de: "der Name eines Blatts, 1 bis 31 Zeichen",
    en: "the name of a sheet, 1 to 31 characters",
  },
  flag: { de: "true oder false", en: "true or false" },
  year: {
    de: `ein Jahr von ${FIRST_YEAR} bis ${LAST_YEAR}`,
    en: `a year from ${FIRST_YEAR} to ${LAST_YEAR}`,
  },
  column: {
    de: 'eine Spalte mit ihren Buchstaben, etwa "F"',
    en: 'a column by its letters, such as "F"',
  },
  row: {
    de: `eine Zeilennummer von 1 bis ${MAX_ROWS}, wie sie am Blattrand steht`,
    en: `a row number from 1 to ${MAX_ROWS}, as at the edge of the sheet`,
  },
  rows: {
    de: `eine Zeilennummer von 1 bis ${MAX_ROWS}, wie sie am Blattrand steht, oder ein Bereich von höchstens ${MOST_ROWS} Zeilen, etwa "12-40"`,
    en: `a row number from 1 to ${MAX_ROWS}, as at the edge of the sheet, or a range of at most ${MOST_ROWS} rows, such as "12-40"`,
  },
  headerRows: {
    de: "erste und letzte Kopfzeile, etwa [4, 6]",
    en: "first and last header row, such as [4, 6]",
  },
  text: { de: "ein Text", en: "a text" },
} as const satisfies Readonly<Record<string, Text>>;

const FILE: FileKind = {
  name: { de: "Korrekturdatei", en: "corrections file" },
  code: "correction-field",
  expectations: EXPECTATIONS,
};

const flag = v.boolean("flag" satisfies Expectation);
const year = wholeNumberAs("year", FIRST_YEAR, LAST_YEAR);
const row = wholeNumberAs("row", 1, MAX_ROWS);
/** Rows that are named: each by its number, neighbours as a range. */
const rows = v.array(
  v.union(
    [
      row,
      v.pipe(
        v.string("rows" satisfies Expectation),
        v.regex(/^\d{1,7}\s*[-–:]\s*\d{1,7}$/, "rows" satisfies Expectation),
        v.check((text) => readRowList(text) !== undefined, "rows" satisfies Expectation),
      ),
    ],
    "rows" satisfies Expectation,
  ),
  "list",
);
const letters = v.pipe(
  v.string("column" satisfies Expectation),
  v.regex(/^[A-Z]{1,3}$/, "column" satisfies Expectation),
  v.check((text) => columnIndex(text) < MAX_COLUMNS, "column" satisfies Expectation),
);
const direction = v.picklist(["revenue", "expense"]);
const sign = v.picklist(["positive", "negative"]);

const columnSchema = v.strictObject({
  column: letters,
  means: v.picklist([
    "amount",
    "balance",
    "year",
    "kind",
    "direction",
    "product",
    "product-label",
    "account",
    "account-label",
    "label",
    "line-number",
    "key",
    "ignore",
  ]),
  year: v.exactOptional(year),
  kind: v.exactOptional(
    v.picklist(["ergebnis", "ansatz", "fortgeschrieben", "planung", "verpflichtung"]),
  ),
  direction: v.exactOptional(direction),
});

const sheetSchema = v.strictObject({
  sheet: v.pipe(v.string("sheet"), v.minLength(1, "sheet"), v.maxLength(31, "sheet")),
  notABudget: v.exactOptional(flag),
  headerRows: v.exactOptional(
    v.pipe(v.array(row, "headerRows"), v.minLength(2, "headerRows"), v.maxLength(2, "headerRows")),
  ),
  budgetYear: v.exactOptional(year),
  unit: v.exactOptional(v.picklist(["EUR", "TEUR", "MEUR"])),
  notation: v.exactOptional(v.picklist(["german", "english"])),
  signs: v.exactOptional(
    v.strictObject({ revenue: v.exactOptional(sign), expense: v.exactOptional(sign) }),
  ),
  columns: v.exactOptional(v.array(columnSchema, "list")),
  leaveOut: v.exactOptional(rows),
  takeIn: v.exactOptional(rows),
});

/** The corrections file: rows and columns as they stand at the edge of the sheet. */
export const correctionsSchema = v.strictObject({
  version: v.literal(1, "version" satisfies Expectation),
  sheets: v.array(sheetSchema, "list"),
});

const rememberedSchema = v.object({
  print: v.string("text"),
  firstYear: v.exactOptional(year),
  rows: v.exactOptional(v.array(v.object({ row, text: v.string("text") }), "list")),
  correction: sheetSchema,
});

type Expectation = keyof typeof EXPECTATIONS;
type SheetDocument = v.InferOutput<typeof sheetSchema>;
export type CorrectionsDocument = v.InferOutput<typeof correctionsSchema>;

function wholeNumberAs(key: Expectation, least: number, most: number) {
  return v.pipe(v.number(key), v.integer(key), v.minValue(least, key), v.maxValue(most, key));
}

/**
 * Reads corrections from JSON text or an object; `file` names it in refusals.
 * @throws RefusedError with the path of every wrong field, what it expects and what stands there.
 */
export function parseCorrections(source: unknown, file?: string): readonly SheetCorrection[] {
  const kind = file === undefined ? FILE : namedFile(FILE, file);
  const result = v.safeParse(correctionsSchema, jsonData(source, kind));
  if (!result.success) throw refuseFields(fieldProblems(result.issues, kind), kind);
  const { sheets } = result.output;
  const problems = sheets.flatMap((sheet, at) => [
    ...contradictions(sheet, `sheets[${at}]`),
    ...(sheets.findIndex((other) => other.sheet === sheet.sheet) < at
      ? [problem(`sheets[${at}].sheet`, "das Blatt kommt schon vor", "the sheet occurs already")]
      : []),
  ]);
  if (problems.length > 0) throw refuseFields(problems, kind);
  return sheets.map(correctionOfDocument);
}

/** The corrections as a file that {@link parseCorrections} reads back. */
export function correctionsDocument(corrections: readonly SheetCorrection[]): CorrectionsDocument {
  return { version: 1, sheets: corrections.map(documentOf) };
}

/** Remembered corrections as they are stored in the workbook. */
export function rememberedDocument(remembered: readonly RememberedCorrection[]): unknown {
  return remembered.map(({ print, firstYear, rows, correction }) => ({
    print,
    ...(firstYear === undefined ? {} : { firstYear }),
    ...(rows === undefined
      ? {}
      : { rows: rows.map(({ row: at, text }) => ({ row: at + 1, text })) }),
    correction: documentOf(correction),
  }));
}

/** What is stored in a workbook read back; undefined where it cannot be understood. */
export function parseRemembered(source: unknown): readonly RememberedCorrection[] | undefined {
  const result = v.safeParse(v.array(rememberedSchema), source);
  if (!result.success) return undefined;
  if (result.output.some(({ correction }) => contradictions(correction, "").length > 0))
    return undefined;
  return result.output.map(({ print, firstYear, rows, correction }) => ({
    print,
    ...(firstYear === undefined ? {} : { firstYear }),
    ...(rows === undefined
      ? {}
      : { rows: rows.map(({ row: at, text }) => ({ row: at - 1, text })) }),
    correction: correctionOfDocument(correction),
  }));
}

/** What a schema cannot say: fields that contradict each other or mean nothing where they stand. */
function contradictions(sheet: SheetDocument, path: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { columns = [], leaveOut = [], takeIn = [], headerRows } = sheet;
  const [first, last] = headerRows ?? [1, 1];
  if (first !== undefined && last !== undefined && first > last) {
    const { de, en } = EXPECTATIONS.headerRows;
    const given = `[${first},${last}]`;
    problems.push(problem(`${path}.headerRows`, `${de}, nicht ${given}`, `${en}, not ${given}`));
  }
  columns.forEach((column, at) => {
    const place = `${path}.columns[${at}]`;
    if (columns.findIndex((other) => other.column === column.column) < at)
      problems.push(
        problem(`${place}.column`, "die Spalte kommt schon vor", "the column occurs already"),
      );
    if (column.means === "amount" || column.means === "balance") return;
    for (const field of ["year", "kind", "direction"] as const) {
      if (column[field] === undefined) continue;
      problems.push(
        problem(
          `${place}.${field}`,
          'gehört nur zu einer Spalte mit "means": "amount" oder "balance"',
          'belongs to a column with "means": "amount" or "balance" only',
        ),
      );
    }
  });
  const left = new Set(rowsNamed(leaveOut));
  takeIn.forEach((entry, at) => {
    if (rowsNamed([entry]).some((row) => left.has(row)))
      problems.push(
        problem(
          `${path}.takeIn[${at}]`,
          typeof entry === "number"
            ? "die Zeile steht auch unter leaveOut"
            : "Zeilen daraus stehen auch unter leaveOut",
          typeof entry === "number"
            ? "the row stands under leaveOut as well"
            : "rows of it stand under leaveOut as well",
        ),
      );
  });
  return problems;
}

type NamedRows = NonNullable<SheetDocument["leaveOut"]>;

/** Rows from 0, each once. */
function rowsNamed(named: NamedRows): readonly number[] {
  const rows = named.flatMap((entry) =>
    typeof entry === "number" ? [entry - 1] : (readRowList(entry) ?? []),
  );
  return [...new Set(rows)];
}

/** Rows from 0 as they are named in a file: a number alone, neighbours as a range. */
function namesOfRows(rows: readonly number[]): NamedRows {
  if (rows.length === 0) return [];
  return writeRowList(rows)
    .split(", ")
    .map((name) => (name.includes("-") ? name : Number(name)));
}

function problem(path: string, de: string, en: string): FieldProblem {
  return { path, message: { de, en } };
}

function correctionOfDocument(sheet: SheetDocument): SheetCorrection {
  const { headerRows, columns, leaveOut, takeIn, ...same } = sheet;
  const [first, last] = headerRows ?? [];
  return {
    ...same,
    ...(first === undefined || last === undefined
      ? {}
      : { headerRows: [first - 1, last - 1] as const }),
    ...(columns === undefined
      ? {}
      : {
          columns: columns.map((column): ColumnCorrection => ({
            ...column,
            column: columnIndex(column.column),
          })),
        }),
    ...(leaveOut === undefined ? {} : { leaveOut: rowsNamed(leaveOut) }),
    ...(takeIn === undefined ? {} : { takeIn: rowsNamed(takeIn) }),
  };
}

function documentOf(correction: SheetCorrection): SheetDocument {
  const { headerRows, columns, leaveOut, takeIn, ...same } = correction;
  return {
    ...same,
    ...(headerRows === undefined ? {} : { headerRows: headerRows.map((at) => at + 1) }),
    ...(columns === undefined
      ? {}
      : {
          columns: columns.map((column) => ({ ...column, column: columnLetters(column.column) })),
        }),
    ...(leaveOut === undefined ? {} : { leaveOut: namesOfRows(leaveOut) }),
    ...(takeIn === undefined ? {} : { takeIn: namesOfRows(takeIn) }),
  };
}
