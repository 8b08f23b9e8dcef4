import { sheetCell } from "../address";
import { verbatim } from "../language";
import type { AssignedLine, LineRow } from "./assigned-lines";
import { type BudgetSource, plannedValue } from "./budget-source";
import { constant, CONSTANT_COLUMN, times } from "./expression";
import { budgetCell } from "./key-check";
import { addKeyChecks } from "./line-checks";
import {
  ACCOUNT_COLUMN,
  GROUP_COLUMN,
  KEY_COLUMN,
  ORIGIN_COLUMN,
  PRODUCT_COLUMN,
} from "./line-columns";
import type { GroupedLines } from "./line-groups";
import type { InputBounds, Content, Row } from "./row";
import type { CalculationSheet } from "./sheet";

/** Factors from the unit and sign of the budget to EUR with expense positive, one row each. */
export function addFactors(
  sheet: CalculationSheet,
  lines: readonly AssignedLine[],
): ReadonlyMap<string, Row> {
  sheet.space();
  sheet.heading({ de: "Einheit und Vorzeichen des Haushalts", en: "Unit and sign of the budget" });
  const factors = new Map<string, Row>();
  for (const { line, sign } of lines) {
    // A line of empty cells is linked too: what is filled in later shall count.
    const used = line.amounts.length === 0 ? [1] : line.amounts.map((amount) => amount.factor);
    for (const factor of used) {
      const key = factorKey(line.sheet, factor * sign);
      if (factors.has(key)) continue;
      const row = sheet.row({
        id: `factor.${factors.size + 1}`,
        label: {
          de: `Faktor für ${line.sheet}: ${sign === 1 ? "Aufwand" : "Ertrag"}`,
          en: `Factor for ${line.sheet}: ${sign === 1 ? "expense" : "revenue"}`,
        },
        unit: "factor",
        source: {
          de: `Kopf und Vorzeichen von ${line.sheet}`,
          en: `header and signs of ${line.sheet}`,
        },
        bounds: { minimum: -1_000_000, maximum: 1_000_000 },
      });
      row.fixed.set(CONSTANT_COLUMN, { kind: "input", value: factor * sign });
      factors.set(key, row);
    }
  }
  return factors;
}

function factorKey(sheet: string, factor: number): string {
  return `${sheet}\u0000${factor}`;
}

/** A row a line with a live link to the budget for every year that the budget has. */
export function addLineRows(
  sheet: CalculationSheet,
  source: BudgetSource,
  groups: readonly GroupedLines[],
  factors: ReadonlyMap<string, Row>,
  years: readonly number[],
  codes: NonNullable<InputBounds["list"]>,
): readonly LineRow[] {
  sheet.space();
  sheet.heading(
    {
      de: "Haushaltszeilen (verknüpft, Aufwand positiv)",
      en: "Budget lines (linked, expense positive)",
    },
    new Map([
      [GROUP_COLUMN, { de: "Gruppe", en: "Group" }],
      [PRODUCT_COLUMN, { de: "Produkt", en: "Product" }],
      [ACCOUNT_COLUMN, { de: "Konto", en: "Account" }],
      [ORIGIN_COLUMN, { de: "Fundstelle", en: "Origin" }],
      [KEY_COLUMN, { de: "Schlüssel unverändert", en: "Keys unchanged" }],
    ]),
  );
  const rows = groups
    .flatMap(({ code, lines }) => lines.map((line) => ({ code, line })))
    .map(({ code, line }, index): LineRow => {
      const { line: budget, sign } = line;
      const row = sheet.row({
        id: `line-${index + 1}`,
        label: verbatim(budget.label),
        unit: "EUR",
        bounds: { minimum: 0, maximum: 0, list: codes },
        place: { kind: "group", line: budget },
      });
      row.fixed.set(GROUP_COLUMN, { kind: "input", value: code });
      if (budget.product !== undefined) {
        row.fixed.set(PRODUCT_COLUMN, { kind: "text", text: verbatim(budget.product) });
      }
      if (budget.account !== undefined) {
        row.fixed.set(ACCOUNT_COLUMN, { kind: "text", text: verbatim(budget.account) });
      }
      row.fixed.set(ORIGIN_COLUMN, {
        kind: "text",
        text: verbatim(sheetCell(budget.sheet, budget.row, budget.amounts[0]?.cell.column ?? 0)),
      });
      row.years = {
        kind: "each",
        contents: years.map((year) => linkContent(source, line, factors, year, sign)),
      };
      return { line, row };
    });
  addKeyChecks(sheet, source, rows, years);
  return rows;
}

/** The link to the budget cell of a year: empty where the budget does not have the year. */
function linkContent(
  source: BudgetSource,
  placed: AssignedLine,
  factors: ReadonlyMap<string, Row>,
  year: number,
  sign: 1 | -1,
): Content | undefined {
  const planned = plannedValue(source, placed, year);
  if (planned === undefined) return undefined;
  if (planned.kind === "noRow") return { kind: "zero" };
  const { line } = placed;
  if (planned.text !== undefined) {
    const read = budgetCell(source, line.sheet, planned.cell);
    return { kind: "textAmount", value: planned.value * sign, read };
  }
  const factorRow = factors.get(factorKey(line.sheet, planned.factor * sign));
  if (factorRow === undefined) throw new Error(`no factor for ${line.sheet}`);
  return {
    kind: "link",
    expression: times(budgetCell(source, line.sheet, planned.cell), constant(factorRow)),
  };
}
