import { cellAddress, sheetCell } from "../../src/address";
import type { PlanCell, PlanValue, StyleName, WorkbookPlan } from "../../src/workbook/plan";
import type { EngineValue } from "./ironcalc";

/** Amounts may differ by half a cent: engines add in different orders. */
const AMOUNT_TOLERANCE = 0.005;
/** Rates, factors, months, flags: equal but for the last binary digits, relative to 1 or the value. */
const EXACT_TOLERANCE = 1e-9;

const AMOUNT_STYLES: ReadonlySet<StyleName> = new Set<StyleName>([
  "inputAmount",
  "linkedAmount",
  "textAmount",
  "amount",
  "amountTotal",
  "amountSigned",
]);

/** A cell that an engine shows otherwise than the plan. */
export interface Difference {
  readonly sheet: string;
  /** `B7` */
  readonly cell: string;
  readonly formula: string | undefined;
  readonly expected: PlanValue;
  /** `undefined`: the engine gave nothing for this cell. */
  readonly actual: EngineValue | undefined;
}

/**
 * Whether a calculated value is the planned one. Numbers within `tolerance`; texts, truth values
 * and errors exactly. An empty text and an empty cell show the same and count as equal.
 */
export function sameValue(expected: PlanValue, actual: EngineValue, tolerance: number): boolean {
  if (typeof expected === "number") {
    return (
      typeof actual === "number" &&
      !Number.isNaN(actual) &&
      Math.abs(expected - actual) <= tolerance
    );
  }
  if (typeof actual === "object" && actual !== null) return actual.text === expected;
  return (expected ?? "") === (actual ?? "");
}

function tolerance(cell: PlanCell): number {
  if (AMOUNT_STYLES.has(cell.style)) return AMOUNT_TOLERANCE;
  const size = typeof cell.value === "number" ? Math.abs(cell.value) : 0;
  return EXACT_TOLERANCE * Math.max(1, size);
}

/**
 * Compares the plan's values with those of an engine, by `'Sheet'!A1`. Only formula cells by
 * default; `"all"` also asks for inputs and texts, as a written file must show them.
 */
export function comparePlan(
  plan: WorkbookPlan,
  actual: ReadonlyMap<string, EngineValue>,
  cells: "formulas" | "all" = "formulas",
): readonly Difference[] {
  return plan.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell) => {
      if (cells === "formulas" && cell.formula === undefined) return [];
      const value = actual.get(sheetCell(sheet.name, cell.row, cell.column));
      // An engine leaves out empty cells; a formula cell it must know.
      const shown = value ?? (cell.formula === undefined ? null : value);
      if (shown !== undefined && sameValue(cell.value, shown, tolerance(cell))) return [];
      return [
        {
          sheet: sheet.name,
          cell: cellAddress(cell.row, cell.column),
          formula: cell.formula,
          expected: cell.value,
          actual: value,
        },
      ];
    }),
  );
}

function shownValue(value: EngineValue | undefined): string {
  if (value === undefined) return "nothing";
  if (typeof value === "object" && value !== null) return value.text;
  return JSON.stringify(value);
}

/** The differences as lines to read, the first `limit` of them; empty when there are none. */
export function describeDifferences(differences: readonly Difference[], limit = 20): string {
  const lines = differences
    .slice(0, limit)
    .map(
      ({ sheet, cell, formula, expected, actual }) =>
        `'${sheet}'!${cell} ${formula ?? "(input)"}: expected ${shownValue(expected)}, got ${shownValue(actual)}`,
    );
  const rest = differences.length - lines.length;
  return [...lines, ...(rest > 0 ? [`and ${String(rest)} more`] : [])].join("\n");
}
