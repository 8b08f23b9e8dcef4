import type { Language, Text } from "../language";
import type { Evaluation } from "../model/evaluate";
import { contentValue } from "../model/evaluate";
import { type Expression, FIRST_YEAR_COLUMN } from "../model/expression";
import { renderFormula } from "../model/formula";
import type { Content, Row } from "../model/row";
import type { CalculationSheet, ColumnTitle } from "../model/sheet";
import type { PlanCell, StyleName } from "../workbook/plan";
import { calculatedStyle, contentStyle } from "./cell-styles";
import type { WorkbookPlacement } from "./placement";
import { AXIS_ROW, LINK_ROW, MASTER_ROW } from "./sheet-frame";
import { UNIT_WORDS } from "./unit-words";

/** Links of a sheet's own: from a cell to a place of the workbook. */
export type LinkOf = (row: Row, column: number) => string | undefined;

/** Everything needed to turn rows into cells. */
export interface CellContext {
  readonly evaluation: Evaluation;
  readonly placement: WorkbookPlacement;
  readonly language: Language;
  /** Cell with the master check in words, shown on every sheet. */
  readonly master: { readonly row: Row; readonly column: number };
  readonly overviewName: string;
  readonly runDate: string;
}

const AXIS_HEADERS: readonly Text[] = [
  { de: "Zeile", en: "Row" },
  { de: "Bezeichnung", en: "Label" },
  { de: "Szenario", en: "Scenario" },
  { de: "Einheit", en: "Unit" },
  { de: "Wert / Summe", en: "Value / total" },
  { de: "Quelle", en: "Source" },
  { de: "Anfang", en: "Opening" },
];

/** Column C. */
const SCENARIO_COLUMN = 2;

/** All cells of a sheet, sorted by row and column. */
export function sheetCells(
  sheet: CalculationSheet,
  context: CellContext,
  linkOf: LinkOf,
): readonly PlanCell[] {
  const cells = [...headerCells(sheet, context)];
  sheet.entries.forEach((entry, index) => {
    const row = context.placement.entryIndex(sheet.key, index);
    if (entry.kind === "heading") {
      cells.push(...headingCells(entry.text, entry.columns, row, context));
    } else if (entry.kind === "row") {
      cells.push(...rowCells(entry.row, context, linkOf));
    }
  });
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function headerCells(sheet: CalculationSheet, context: CellContext): readonly PlanCell[] {
  const { placement, language, master, overviewName, evaluation } = context;
  const frame = placement.frame(sheet.key);
  const isOverview = frame.name === overviewName;
  const home = { sheet: sheet.key, column: 1 };
  const masterExpression: Expression = { kind: "cell", row: master.row, column: master.column };
  const cells: PlanCell[] = [
    text(0, 0, frame.title[language], "title"),
    isOverview
      ? text(LINK_ROW, 0, RUN[language].replace("{0}", context.runDate), "subtitle")
      : {
          ...text(LINK_ROW, 0, BACK[language], "link"),
          hyperlink: { target: `'${overviewName}'!A1`, tip: BACK[language] },
        },
    text(MASTER_ROW, 0, CHECK[language], "text"),
    {
      row: MASTER_ROW,
      column: 1,
      style: "check",
      value: evaluation.value(master.row, master.column),
      formula: renderFormula(masterExpression, home, placement),
    },
  ];
  if (!frame.hasAxis) return cells;
  AXIS_HEADERS.forEach((header, column) => {
    const own = column === SCENARIO_COLUMN ? frame.columnC : undefined;
    cells.push(text(AXIS_ROW, column, (own ?? header)[language], "columnHeader"));
  });
  evaluation.calculation.years.forEach((year, index) => {
    cells.push({
      row: AXIS_ROW,
      column: FIRST_YEAR_COLUMN + index,
      style: "yearHeader",
      value: year,
    });
  });
  return cells;
}

const BACK: Text = { de: "zur Übersicht", en: "to the overview" };
const CHECK: Text = { de: "Prüfung", en: "Checks" };
const RUN: Text = { de: "Stand der Berechnung: {0}", en: "Calculated on {0}" };

function headingCells(
  title: Text,
  columns: ReadonlyMap<number, ColumnTitle> | undefined,
  row: number,
  { language }: CellContext,
): readonly PlanCell[] {
  return [
    text(row, 1, title[language], "heading"),
    ...[...(columns ?? [])].map(([column, header]) =>
      text(
        row,
        column,
        header[language],
        header.overNumbers === true ? "numberHeader" : "columnHeader",
      ),
    ),
  ];
}

function rowCells(row: Row, context: CellContext, linkOf: LinkOf): readonly PlanCell[] {
  const { language, placement, evaluation } = context;
  const index = placement.rowIndex(row);
  const cells: PlanCell[] = [];
  const put = (column: number, style: StyleName, value: PlanCell["value"], formula?: string) => {
    const target = linkOf(row, column);
    cells.push({
      row: index,
      column,
      style: target !== undefined && formula === undefined ? "link" : style,
      value,
      ...(formula === undefined ? {} : { formula }),
      ...(target === undefined ? {} : { hyperlink: { target } }),
    });
  };
  put(0, "rowId", row.id);
  if (!row.fixed.has(1)) put(1, labelStyle(row), row.label[language]);
  const hasAxis = placement.frame(row.sheet).hasAxis;
  if (row.scenario !== undefined && !row.fixed.has(2)) put(2, "label", row.scenario[language]);
  // A note runs over the columns beside it, which have to stay empty.
  const label = row.fixed.get(1);
  const isNote = label?.kind === "text" && label.look === "note";
  if (hasAxis && !isNote && !row.fixed.has(3)) put(3, "text", UNIT_WORDS[row.unit][language]);
  if (row.source !== undefined && !row.fixed.has(5)) put(5, "source", row.source[language]);
  for (const [column, content] of row.fixed) putContent(column, content);
  if (row.years?.kind === "formula") {
    const { expression } = row.years;
    evaluation.calculation.years.forEach((_, offset) => {
      const column = FIRST_YEAR_COLUMN + offset;
      put(
        column,
        calculatedStyle(row),
        evaluation.value(row, column),
        renderFormula(expression, { sheet: row.sheet, column }, placement),
      );
    });
  } else {
    row.years?.contents.forEach((content, offset) => {
      if (content !== undefined) putContent(FIRST_YEAR_COLUMN + offset, content);
    });
  }
  return cells;

  function putContent(column: number, content: Content): void {
    const style = contentStyle(row, content);
    if (content.kind === "formula" || content.kind === "link") {
      const formula = renderFormula(content.expression, { sheet: row.sheet, column }, placement);
      put(column, style, evaluation.value(row, column), formula);
    } else if (content.kind === "input" || contentValue(content, language) !== null) {
      put(column, style, contentValue(content, language));
    }
  }
}

function labelStyle(row: Row): StyleName {
  return row.emphasis === "total" ? "labelTotal" : "label";
}

function text(row: number, column: number, value: string, style: StyleName): PlanCell {
  return { row, column, style, value };
}
