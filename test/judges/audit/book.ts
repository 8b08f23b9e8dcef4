import { sheetCell } from "../../../src/address";
import type { PlanSheet, StyleName, WorkbookPlan } from "../../../src/workbook/plan";
import { tokenize, type Token } from "../formula";
import type { EngineValue } from "../ironcalc";
import type { ReadWorkbook } from "../openpyxl";

/** What a check found. */
export interface AuditFinding {
  /** Number of the rule in the list of what a good model sheet obeys (FAST, ICAEW), 1 to 12. */
  readonly rule: number;
  /** Stable word for the kind of fault. */
  readonly code: string;
  /** A remark is for a person to judge; a fault breaks the rule. */
  readonly severity: "fault" | "remark";
  /** `'KR Annahmen'!B7`, or a sheet in apostrophes alone. */
  readonly cell: string;
  readonly words: string;
}

/** Part of a sheet; all indices count from 0 and include both ends. */
export interface Area {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface AuditedCell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly value: EngineValue;
  readonly formula: string | undefined;
  /** Parts of the formula; none for a cell without one. */
  readonly tokens: readonly Token[];
  /** Absent for a cell of a file that the plan does not know. */
  readonly style: StyleName | undefined;
  readonly hyperlink: string | undefined;
}

export interface AuditedSheet {
  readonly name: string;
  readonly role: PlanSheet["role"];
  readonly cells: readonly AuditedCell[];
  readonly at: (row: number, column: number) => AuditedCell | undefined;
  readonly rows: ReadonlyMap<number, readonly AuditedCell[]>;
  readonly freeze: { readonly row: number; readonly column: number } | undefined;
  readonly validated: readonly Area[];
  readonly hidden: readonly string[];
  readonly textAreas: readonly Area[];
  /** First and last column of the years, and the years; absent on sheets without them. */
  readonly axis: { readonly first: number; readonly years: readonly number[] } | undefined;
}

export interface AuditedBook {
  readonly sheets: readonly AuditedSheet[];
  readonly sheet: (name: string) => AuditedSheet | undefined;
  /** The user's own sheets; undefined when it is not known which exist. */
  readonly foreign: ReadonlySet<string> | undefined;
  readonly externalLinks: number;
}

/** Row 4 holds the years, from column H on, on every sheet that has years. */
export const AXIS_ROW = 3;
export const AXIS_COLUMN = 7;

export function inArea(area: Area, row: number, column: number): boolean {
  return (
    row >= area.firstRow &&
    row <= area.lastRow &&
    column >= area.firstColumn &&
    column <= area.lastColumn
  );
}

export function isInput(cell: AuditedCell): boolean {
  return cell.style?.startsWith("input") ?? false;
}

/** A cell that takes over a cell of the budget. */
export function isLink(cell: AuditedCell): boolean {
  return cell.style === "linkedAmount" || cell.style === "textAmount";
}

type RawCell = Pick<AuditedCell, "row" | "column" | "value" | "formula" | "style" | "hyperlink">;
type RawSheet = Pick<
  AuditedSheet,
  "name" | "role" | "freeze" | "validated" | "hidden" | "textAreas"
> & { readonly cells: readonly RawCell[] };

function yearsOf(at: AuditedSheet["at"]): readonly number[] {
  const years: number[] = [];
  for (let column = AXIS_COLUMN; ; column += 1) {
    const year = at(AXIS_ROW, column)?.value;
    if (typeof year !== "number" || year < 1990 || year > 2200) return years;
    years.push(year);
  }
}

function auditedSheet(raw: RawSheet): AuditedSheet {
  const byPlace = new Map<string, AuditedCell>();
  const rows = new Map<number, AuditedCell[]>();
  for (const cell of raw.cells) {
    const audited = {
      ...cell,
      address: sheetCell(raw.name, cell.row, cell.column),
      tokens: cell.formula === undefined ? [] : tokenize(cell.formula),
    };
    byPlace.set(`${String(cell.row)} ${String(cell.column)}`, audited);
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), audited]);
  }
  const at = (row: number, column: number): AuditedCell | undefined =>
    byPlace.get(`${String(row)} ${String(column)}`);
  const years = yearsOf(at);
  return {
    ...raw,
    at,
    rows,
    cells: [...byPlace.values()],
    axis: years.length > 0 ? { first: AXIS_COLUMN, years } : undefined,
  };
}

function auditedBook(
  sheets: readonly RawSheet[],
  foreign: readonly string[] | undefined,
  externalLinks: number,
): AuditedBook {
  const audited = sheets.map(auditedSheet);
  const byName = new Map(audited.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  return {
    sheets: audited,
    sheet: (name) => byName.get(name.toLowerCase()),
    foreign: foreign && new Set(foreign.map((name) => name.toLowerCase())),
    externalLinks,
  };
}

function textAreas(sheet: PlanSheet): readonly Area[] {
  return sheet.numbersAsText.map(({ firstRow, lastRow, column }) => ({
    firstRow,
    lastRow,
    firstColumn: column,
    lastColumn: column,
  }));
}

/** The plan as the checks see it. `foreign` names the user's sheets, if they are known. */
export function bookOfPlan(plan: WorkbookPlan, foreign?: readonly string[]): AuditedBook {
  const sheets = plan.sheets.map((sheet) => ({
    name: sheet.name,
    role: sheet.role,
    freeze: sheet.freeze,
    validated: sheet.validations.map(({ row, firstColumn, lastColumn }) => ({
      firstRow: row,
      lastRow: row,
      firstColumn,
      lastColumn,
    })),
    hidden: [
      ...sheet.columnWidths.flatMap((width, index) =>
        width <= 0 ? [`column ${String(index + 1)}`] : [],
      ),
      ...[...sheet.rowHeights].flatMap(([row, height]) =>
        height <= 0 ? [`row ${String(row + 1)}`] : [],
      ),
    ],
    textAreas: textAreas(sheet),
    cells: sheet.cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      value: cell.value,
      formula: cell.formula,
      style: cell.style,
      hyperlink: cell.hyperlink?.target,
    })),
  }));
  return auditedBook(sheets, foreign, 0);
}

/**
 * A written file as the checks see it: formulas, values, validations, panes and what is hidden come
 * from the file; the plan only says which sheets are ours and what each cell is for.
 */
export function bookOfFile(file: ReadWorkbook, plan: WorkbookPlan): AuditedBook {
  const planned = new Map(bookOfPlan(plan).sheets.map((sheet) => [sheet.name, sheet]));
  const ours = file.sheets.flatMap((sheet): RawSheet[] => {
    const known = planned.get(sheet.name);
    if (known === undefined) return [];
    const filled = new Set(
      sheet.cells.map(({ row, column }) => sheetCell(sheet.name, row, column)),
    );
    return [
      {
        name: sheet.name,
        role: known.role,
        freeze: sheet.freeze ?? undefined,
        validated: sheet.validated,
        hidden: [
          ...(sheet.hidden ? ["the sheet"] : []),
          ...sheet.hiddenColumns.map((column) => `column ${String(column + 1)}`),
          ...sheet.hiddenRows.map((row) => `row ${String(row + 1)}`),
        ],
        textAreas: known.textAreas,
        cells: [
          ...sheet.cells.map((cell) => ({
            row: cell.row,
            column: cell.column,
            value: cell.value,
            formula: cell.formula ?? undefined,
            style: known.at(cell.row, cell.column)?.style,
            hyperlink: known.at(cell.row, cell.column)?.hyperlink,
          })),
          // Empty inputs are inputs too; a reader of filled cells does not tell of them.
          ...known.cells.filter((cell) => isInput(cell) && !filled.has(cell.address)),
        ],
      },
    ];
  });
  const foreign = file.sheets.filter(({ name }) => !planned.has(name)).map(({ name }) => name);
  return auditedBook(ours, foreign, file.externalLinks);
}
