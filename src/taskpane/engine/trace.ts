import { type FigureTrace, type Operand, traceFigure } from "../../analysis/figure-trace";
import { PLAN_TABLES } from "../../analysis/plan-tables";
import type { Language } from "../../language";
import type { FieldPath } from "../../model/document-place";
import type { PlacedCell } from "../../model/referred-cells";
import type { Row } from "../../model/row";
import type { WantedCell } from "../../run/own-sheets";
import type { Computation } from "./compute";
import { lineGroupOf } from "./line-group";

/** A figure of the model, however often it is computed anew. */
export interface FigurePlace {
  /** Key of the sheet and id of the row. */
  readonly sheet: string;
  readonly row: string;
  readonly column: number;
}

/** How a figure came about, with the ways on from it. */
export interface TracedFigure extends Omit<FigureTrace, "operands"> {
  readonly place: FigurePlace;
  /** Name of the scenario whose workings it belongs to. */
  readonly scenario: string | undefined;
  /** Where it is to be found on the written sheets; undefined for what is shown in the pane only. */
  readonly written: WantedCell | undefined;
  /** The field of the model it stands in, `scenarios[0].blocks[2].unitPrice`; of several the first. */
  readonly field: string | undefined;
  /** Of a row that speaks of a group of budget lines, what the group is. */
  readonly group: string | undefined;
  readonly operands: readonly TracedOperand[];
}

export interface TracedOperand extends Operand {
  /** The figure to go on to. */
  readonly place: FigurePlace | undefined;
  /** Of a row that speaks of another group of budget lines, what the group is. */
  readonly group: string | undefined;
}

/**
 * How a figure came about; a figure that only takes over another one is passed over. Undefined where the
 * row is no longer there.
 */
export function traceAt(
  computation: Computation,
  place: FigurePlace,
  language: Language,
): TracedFigure | undefined {
  const { evaluation, built } = computation;
  const row = rowAt(computation, place);
  if (row === undefined) return undefined;
  const trace = traceFigure(evaluation, row, place.column, language);
  const [only, ...others] = trace.operands;
  if (only?.leadsTo !== undefined && others.length === 0 && takesOver(trace, only, language)) {
    return traceAt(computation, placeOf(only.leadsTo), language);
  }
  const group = lineGroupOf(computation, row, language);
  /** Said once: not again beside the figures of the same group. */
  const groupOf = ({ leadsTo, cell }: Operand): string | undefined => {
    const behind = leadsTo ?? cell;
    const other = behind === undefined ? undefined : lineGroupOf(computation, behind.row, language);
    return other === group ? undefined : other;
  };
  const scenario = built.scenarios.find(({ sheet }) => sheet.key === row.sheet);
  return {
    ...trace,
    label: titled(computation, row, trace.label, language),
    place,
    scenario: scenario?.scenario.name,
    written:
      row.sheet === PLAN_TABLES
        ? undefined
        : { sheet: row.sheet, row: row.id, year: trace.year, column: place.column },
    field: trace.kind === "input" ? fieldOf(row) : undefined,
    group,
    operands: trace.operands.map((operand) => ({
      ...operand,
      label:
        operand.cell === undefined
          ? operand.label
          : titled(computation, operand.cell.row, operand.label, language),
      place: operand.leadsTo === undefined ? undefined : placeOf(operand.leadsTo),
      group: groupOf(operand),
    })),
  };
}

function rowAt({ evaluation }: Computation, { sheet, row }: FigurePlace): Row | undefined {
  return evaluation.calculation.sheets
    .find(({ key }) => key === sheet)
    ?.rows.find(({ id }) => id === row);
}

/** Rows of the comparison are called like their scenarios; what is compared stands above them. */
function titled({ evaluation, built }: Computation, row: Row, label: string, language: Language) {
  if (!built.scenarios.some(({ scenario }) => scenario.name === label)) return label;
  const entries = evaluation.calculation.sheets.find(({ key }) => key === row.sheet)?.entries ?? [];
  const at = entries.findIndex((entry) => entry.kind === "row" && entry.row === row);
  const heading = entries.slice(0, Math.max(at, 0)).findLast(({ kind }) => kind === "heading");
  return heading?.kind === "heading" ? `${heading.text[language]}: ${label}` : label;
}

function placeOf({ row, column }: PlacedCell): FigurePlace {
  return { sheet: row.sheet, row: row.id, column };
}

/** Whether the formula is nothing but the one cell. */
function takesOver({ explanation }: FigureTrace, { cell }: Operand, language: Language): boolean {
  return cell !== undefined && explanation === cell.row.label[language];
}

function fieldOf({ place }: Row): string | undefined {
  const path = place?.kind === "field" ? place.paths[0] : undefined;
  return path === undefined ? undefined : pathText(path);
}

function pathText(path: FieldPath): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number"
        ? `${text}[${String(part)}]`
        : text === ""
          ? part
          : `${text}.${part}`,
    "",
  );
}
