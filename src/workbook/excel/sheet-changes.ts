import type { CellContent } from "../../budget/grid";
import { extentOfPlan } from "../area";
import { serialOfDate } from "../dates";
import type { PlanCell, PlanChart, PlanSheet, WorkbookPlan } from "../plan";
import { DATE_STYLES } from "../styles";
import { asExcelShows, takeApart } from "./references";
import type { StandingSheet } from "./standing";
import { cellsByPlace, placeKey } from "./places";

/** What has to be done with a sheet of ours that stands there. */
export type SheetChange = "everything" | "print" | "nothing";

/**
 * What is to be written of a sheet: nothing where it shows already what the plan says, only the print
 * set-up where nothing else changed (the date in its footer does every day).
 * `before`: the sheet of the plan it was written from, where that is known.
 */
export function changeOf(
  standing: StandingSheet,
  planned: PlanSheet,
  before: PlanSheet | undefined,
): SheetChange {
  if (!showsPlan(standing, planned)) return "everything";
  if (before === undefined) return "print";
  if (rulesOf(before) !== rulesOf(planned)) return "everything";
  return JSON.stringify(before.print) === JSON.stringify(planned.print) ? "nothing" : "print";
}

/** The sheet of a plan that a mark stands for. */
export function sheetOfMark(plan: WorkbookPlan | undefined, mark: string): PlanSheet | undefined {
  const name = plan?.names.find((each) => each.name.toLowerCase() === mark.toLowerCase());
  const sheet = name === undefined ? undefined : takeApart(name.reference)?.sheet;
  return plan?.sheets.find((each) => each.name === sheet);
}

/** Name that marks a sheet of a plan. */
export function markOf(plan: WorkbookPlan, sheet: PlanSheet): string | undefined {
  return plan.names.find(({ reference }) => takeApart(reference)?.sheet === sheet.name)?.name;
}

function showsPlan({ grid, former, charts }: StandingSheet, planned: PlanSheet): boolean {
  const next = extentOfPlan(planned);
  if (next.lastRow !== former.lastRow || next.lastColumn !== former.lastColumn) return false;
  const names = new Set(charts.map(({ name }) => name));
  if (!planned.charts.every(({ name }) => names.has(name))) return false;
  const all = planned.cells.every((cell) =>
    shows(cell, grid.rows[cell.row]?.[cell.column] ?? null, grid.formulaAt(cell.row, cell.column)),
  );
  if (!all) return false;
  const cells = cellsByPlace(planned);
  return grid.rows
    .slice(0, former.lastRow + 1)
    .every((row, at) =>
      row
        .slice(0, former.lastColumn + 1)
        .every((content, column) => content === null || cells.has(placeKey(at, column))),
    );
}

/** Whether a cell holds what the plan puts into it; results of formulas are Excel's. */
function shows(cell: PlanCell, content: CellContent, formula: string | undefined): boolean {
  if (cell.formula !== undefined) return formula === asExcelShows(cell.formula);
  if (formula !== undefined) return false;
  if (typeof content === "object" && content !== null) {
    return (
      content.kind === "date" &&
      DATE_STYLES.has(cell.style) &&
      serialOfDate(content.iso) === cell.value
    );
  }
  return (content ?? "") === (cell.value ?? "");
}

/** Everything about a sheet that its cells do not say; values in charts are Excel's. */
function rulesOf(sheet: PlanSheet): string {
  const { cells, charts, columnWidths, rowHeights, freeze, validations, conditionalFormats } =
    sheet;
  return JSON.stringify([
    cells.map(({ row, column, style, hyperlink }) => [row, column, style, hyperlink]),
    charts.map(withoutValues),
    columnWidths,
    [...rowHeights],
    freeze,
    validations,
    conditionalFormats,
  ]);
}

/** A chart as it can be drawn in Excel, which knows the values itself; names of series are texts. */
export function withoutValues(chart: PlanChart): PlanChart {
  return {
    ...chart,
    title: { ...chart.title, values: [] },
    series: chart.series.map((series) => ({
      ...series,
      values: { ...series.values, values: [] },
      categories: { ...series.categories, values: [] },
    })),
  };
}
