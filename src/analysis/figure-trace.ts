import { sheetCell } from "../address";
import { fill, type Language, type Text } from "../language";
import type { Evaluation } from "../model/evaluate";
import type { Value } from "../model/excel-values";
import { explain } from "../model/explain";
import { type BudgetCell, FIRST_YEAR_COLUMN } from "../model/expression";
import { type PlacedCell, referredCells } from "../model/referred-cells";
import { ORIGIN_COLUMN } from "../model/line-columns";
import type { Content, Row, Unit } from "../model/row";
import { inLanguage } from "../model/sheet";

/**
 * What a figure is: typed by the user, calculated, linked to a budget cell, read from a budget cell that
 * holds a text, the budget cell itself, a text, or a fixed value of a sheet (a zero to begin with).
 */
export type FigureKind = "input" | "formula" | "link" | "textAmount" | "budget" | "text" | "fixed";

/** A figure of a computed model, as a person reads it. */
export interface Figure {
  readonly kind: FigureKind;
  readonly label: string;
  /** The year of the axis it belongs to; none for constants. */
  readonly year: number | undefined;
  readonly unit: Unit;
  readonly value: Value;
  /** Document, norm or "entered by the user"; of a budget cell its address. Empty where nothing is said. */
  readonly source: string;
  /** Where it stands on our sheets; undefined for budget cells. */
  readonly cell: PlacedCell | undefined;
  /** Where it stands in the budget, with its address. */
  readonly budget: (BudgetCell & { readonly address: string }) | undefined;
}

/** One of the figures that another one is made of. */
export interface Operand extends Figure {
  /**
   * False where the formula only looks at it: a key, a line of another group, the branch of a condition
   * that is not taken.
   */
  readonly counts: boolean;
  /** The cell to go on from: where a row only takes over another one, that other one. */
  readonly leadsTo: PlacedCell | undefined;
}

/** How a figure came about. */
export interface FigureTrace extends Figure {
  /** The formula in words; what an input or a budget cell is. */
  readonly explanation: string;
  readonly operands: readonly Operand[];
}

const EXPLANATIONS = {
  input: { de: "Eingabe", en: "input" },
  textAmount: {
    de: "Betrag aus dem Haushalt, der dort als Text steht: „{0}“",
    en: "amount from the budget, which stands there as a text: “{0}”",
  },
  text: { de: "Text", en: "text" },
  fixed: { de: "fester Wert", en: "fixed value" },
} as const satisfies Record<string, Text>;

/**
 * How the figure in a column of a row came about: in words, with its operands. Their `leadsTo` goes on
 * down to inputs and budget cells.
 */
export function traceFigure(
  evaluation: Evaluation,
  row: Row,
  column: number,
  language: Language,
): FigureTrace {
  const cell: PlacedCell = { kind: "own", row, column };
  const content = contentOf(row, column);
  const figure = figureOf(evaluation, cell, language);
  if (content?.kind === "textAmount") {
    const read = String(content.read.value ?? "");
    return {
      ...figure,
      explanation: fill(EXPLANATIONS.textAmount, read)[language],
      operands: [
        { ...budgetFigure(content.read, row, language), counts: true, leadsTo: undefined },
      ],
    };
  }
  if (content?.kind !== "formula" && content?.kind !== "link") {
    const kind = figure.kind === "input" || figure.kind === "text" ? figure.kind : "fixed";
    return { ...figure, explanation: EXPLANATIONS[kind][language], operands: [] };
  }
  const { expression } = content;
  const operands = referredCells(expression, column, evaluation).map(({ at, counts }): Operand => {
    if (at.kind === "budgetCell") {
      return { ...budgetFigure(at, row, language), counts, leadsTo: undefined };
    }
    const origin = originOf(at);
    return {
      ...figureOf(evaluation, origin, language),
      value: evaluation.value(at.row, at.column),
      cell: at,
      counts,
      leadsTo: origin,
    };
  });
  return { ...figure, explanation: explain(expression, language), operands };
}

function figureOf(evaluation: Evaluation, cell: PlacedCell, language: Language): Figure {
  const { row, column } = cell;
  const content = contentOf(row, column);
  return {
    kind: kindOf(content, column),
    label: inLanguage(row.label, language),
    year: evaluation.calculation.years[column - FIRST_YEAR_COLUMN],
    unit: (content !== undefined && "unit" in content ? content.unit : undefined) ?? row.unit,
    value: evaluation.value(row, column),
    source: linkedCell(evaluation, content, column) ?? sourceOf(row, column, language),
    cell,
    budget: undefined,
  };
}

/** Address of the budget cell that a figure is linked to. */
function linkedCell(
  evaluation: Evaluation,
  content: Content | undefined,
  column: number,
): string | undefined {
  const cells =
    content?.kind === "textAmount"
      ? [content.read]
      : content?.kind === "link"
        ? referredCells(content.expression, column, evaluation).map(({ at }) => at)
        : [];
  const found = cells.find((cell) => cell.kind === "budgetCell");
  return found === undefined ? undefined : sheetCell(found.sheet, found.row, found.column);
}

/** Column F: on the sheet of lines, where the line stands in the budget; it is no source of a year. */
function sourceOf({ source, fixed }: Row, column: number, language: Language): string {
  const origin = column < FIRST_YEAR_COLUMN ? fixed.get(ORIGIN_COLUMN) : undefined;
  return inLanguage(source ?? (origin?.kind === "text" ? origin.text : undefined), language);
}

function budgetFigure(at: BudgetCell, row: Row, language: Language): Figure {
  const address = sheetCell(at.sheet, at.row, at.column);
  return {
    kind: "budget",
    label: inLanguage(row.label, language),
    year: undefined,
    // As it stands there: on a sheet in T€ the cell holds thousands.
    unit: "number",
    value: at.value,
    source: address,
    cell: undefined,
    budget: { ...at, address },
  };
}

function kindOf(content: Content | undefined, column: number): FigureKind {
  switch (content?.kind) {
    case "input":
    case "formula":
    case "link":
    case "textAmount":
    case "text":
      return content.kind;
    default:
      return column < 2 ? "text" : "fixed";
  }
}

/** What stands in a column of a row; undefined where nothing does. */
function contentOf({ fixed, years }: Row, column: number): Content | undefined {
  const own = fixed.get(column);
  if (own !== undefined || column < FIRST_YEAR_COLUMN) return own;
  return years?.kind === "formula" ? years : years?.contents[column - FIRST_YEAR_COLUMN];
}

/** Behind rows that only take over another cell, that cell. */
function originOf(cell: PlacedCell): PlacedCell {
  const content = contentOf(cell.row, cell.column);
  if (content?.kind !== "formula" || content.expression.kind !== "cell") return cell;
  const { row, column } = content.expression;
  if (column !== "same" && typeof column !== "number") return cell;
  return originOf({ kind: "own", row, column: column === "same" ? cell.column : column });
}
