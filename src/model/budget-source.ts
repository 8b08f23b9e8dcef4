import type {
  Amount,
  AmountColumn,
  AmountKind,
  BudgetLine,
  BudgetSheet,
  CellPosition,
} from "../budget/line";

/** The budget that a model works on: what was read, and what stands in its cells. */
export interface BudgetSource {
  readonly sheets: readonly BudgetSheet[];
  /** What a formula sees in a cell: dates as serial numbers. Row and column from 0. */
  readonly cell: (sheet: string, row: number, column: number) => number | string | null;
}

/** Which of several amounts of a year is its planned value. */
const PRIORITY: readonly AmountKind[] = ["ansatz", "fortgeschrieben", "planung", "ergebnis"];

/** Where the planned value of a line stands in a year. */
export type PlannedValue =
  | {
      readonly kind: "cell";
      readonly cell: CellPosition;
      /** EUR, positive in the line's direction; 0 where the cell is empty. */
      readonly value: number;
      readonly factor: number;
      /** What stands in the cell, where it is a text and no number. */
      readonly text?: string;
    }
  /** The budget has the year but no row for the line. */
  | { readonly kind: "noRow" };

/** A budget line with the sheet it stands on. */
export interface PlacedLine {
  readonly line: BudgetLine;
  readonly sheet: BudgetSheet;
}

export function placedLines(source: BudgetSource): readonly PlacedLine[] {
  return source.sheets.flatMap((sheet) => sheet.lines.map((line) => ({ line, sheet })));
}

/** Years the sheet gives planned values or results for. */
export function coveredYears(sheet: BudgetSheet): readonly number[] {
  return [
    ...new Set(sheet.columns.filter(({ kind }) => PRIORITY.includes(kind)).map(({ year }) => year)),
  ].sort((a, b) => a - b);
}

/**
 * The planned value of a year: Ansatz, then amended, then plan, then result; undefined where the budget
 * does not have the year. Where it has the year but the line's cell is empty, nothing is planned.
 */
export function plannedValue(
  source: BudgetSource,
  { line, sheet }: PlacedLine,
  year: number,
): PlannedValue | undefined {
  for (const kind of PRIORITY) {
    const amount = line.amounts.find((one) => one.year === year && one.kind === kind);
    if (amount !== undefined) return placed(source, line, amount);
  }
  const column = columnOf(sheet, line, year);
  if (column === undefined) return undefined;
  if (sheet.orientation === "years-down") return { kind: "noRow" };
  return placed(source, line, {
    cell: { row: line.row, column: column.column },
    value: 0,
    factor: line.amounts[0]?.factor ?? 1,
  });
}

function placed(
  source: BudgetSource,
  line: BudgetLine,
  { cell, value, factor }: Pick<Amount, "cell" | "value" | "factor">,
): PlannedValue {
  const content = source.cell(line.sheet, cell.row, cell.column);
  return {
    kind: "cell",
    cell,
    value,
    factor,
    ...(typeof content === "string" ? { text: content } : {}),
  };
}

function columnOf(sheet: BudgetSheet, line: BudgetLine, year: number): AmountColumn | undefined {
  const candidates = sheet.columns.filter(
    (column) =>
      column.year === year &&
      (column.direction === undefined || column.direction === line.direction),
  );
  for (const kind of PRIORITY) {
    const column = candidates.find((candidate) => candidate.kind === kind);
    if (column !== undefined) return column;
  }
  return undefined;
}
