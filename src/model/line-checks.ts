import type { KeyCell } from "../budget/line";
import { verbatim } from "../language";
import type { AssignedLine, LineRow } from "./assigned-lines";
import { type BudgetSource, plannedValue } from "./budget-source";
import { allYears, at, call, type Expression, times } from "./expression";
import { budgetCell, keyCheck, textCheck } from "./key-check";
import { KEY_COLUMN } from "./line-columns";
import type { Content, Row } from "./row";
import type { CalculationSheet } from "./sheet";

/**
 * Beside each line, whether the budget still holds the same keys there: inserted rows move along with
 * the links, sorting the budget does not. Long budgets and text amounts are checked year by year.
 */
export function addKeyChecks(
  sheet: CalculationSheet,
  source: BudgetSource,
  rows: readonly LineRow[],
  years: readonly number[],
): void {
  const byYear = rows.filter(
    ({ line }) =>
      line.sheet.orientation === "years-down" ||
      years.some((year) => textOf(source, line, year) !== undefined),
  );
  for (const { line, row } of rows) {
    if (byYear.some((other) => other.row === row)) continue;
    row.fixed.set(KEY_COLUMN, {
      kind: "formula",
      unit: "flag",
      expression: keyCheck(source, line.line.sheet, line.line.keys, row),
    });
  }
  if (byYear.length === 0) return;
  sheet.space();
  sheet.heading({
    de: "Schlüssel und Texte je Jahr (1 = unverändert)",
    en: "Keys and texts by year (1 = unchanged)",
  });
  for (const { line, row } of byYear) {
    const texts = textRow(sheet, source, line, row, years);
    const check = sheet.row({
      id: `${row.id}.keys`,
      label: row.label,
      unit: "flag",
    });
    check.years = {
      kind: "each",
      contents: years.map((year) => yearCheck(source, line, row, texts, year)),
    };
    row.fixed.set(KEY_COLUMN, {
      kind: "formula",
      unit: "flag",
      expression: call("MIN", allYears(check)),
    });
  }
}

/** What stands as a text where the planned value of a year is. */
function textOf(source: BudgetSource, line: AssignedLine, year: number): string | undefined {
  const planned = plannedValue(source, line, year);
  return planned?.kind === "cell" ? planned.text : undefined;
}

function textRow(
  sheet: CalculationSheet,
  source: BudgetSource,
  line: AssignedLine,
  row: Row,
  years: readonly number[],
): Row | undefined {
  const texts = years.map((year) => textOf(source, line, year));
  if (texts.every((text) => text === undefined)) return undefined;
  const texted = sheet.row({
    id: `${row.id}.texts`,
    label: {
      de: `${row.label.de}: Text im Haushalt`,
      en: `${row.label.en}: text in the budget`,
    },
    unit: "text",
  });
  texted.years = {
    kind: "each",
    contents: texts.map((text) =>
      text === undefined ? undefined : { kind: "text", text: verbatim(text) },
    ),
  };
  return texted;
}

function yearCheck(
  source: BudgetSource,
  placed: AssignedLine,
  row: Row,
  texts: Row | undefined,
  year: number,
): Content | undefined {
  const planned = plannedValue(source, placed, year);
  if (planned?.kind !== "cell") return undefined;
  const { line } = placed;
  const keys: readonly KeyCell[] =
    placed.sheet.orientation === "years-down"
      ? line.keys.filter(({ cell: position }) => position.row === planned.cell.row)
      : line.keys;
  const parts: Expression[] = [keyCheck(source, line.sheet, keys, row)];
  if (planned.text !== undefined && texts !== undefined) {
    parts.push(textCheck(budgetCell(source, line.sheet, planned.cell), at(texts)));
  }
  return { kind: "formula", expression: times(...parts) };
}
