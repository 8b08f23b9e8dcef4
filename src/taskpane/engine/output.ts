import type { ChangedInput } from "../../analysis/returned-workbook";
import { type Finding, RefusedError } from "../../finding";
import { type Language, type Text, verbatim } from "../../language";
import { adoptTypedInputs } from "../../model/adopt-inputs";
import type { ModelDocument } from "../../model/document";
import type { Content, Row, Unit } from "../../model/row";
import type { TypedInput } from "../../model/typed-inputs";
import { readOwnSheets } from "../../run/own-sheets";
import { type OutputChanges, outputChanges } from "../../sheets/output-changes";
import {
  budgetSheets,
  budgetSource,
  type PlannedModel,
  type ReadBudget,
} from "../../sheets/plan-model";
import { typedInputs } from "../../sheets/write-again";
import type { WorkbookPort } from "../../workbook/port";
import { type Computation, compute, type ComputeOptions } from "./compute";

/** A check that would not pass on the sheets as they would be written. */
export interface RedCheck {
  readonly label: Text;
  readonly advice: Text;
}

/** What writing would do. */
export interface OutputPreview {
  readonly changes: OutputChanges;
  readonly redChecks: readonly RedCheck[];
  /** Findings that stop a figure. */
  readonly errors: readonly Finding[];
}

/** Compares the sheets as they would be written with what stands in the workbook. */
export async function previewOutput(
  planned: PlannedModel,
  workbook: WorkbookPort,
): Promise<OutputPreview> {
  const { grids } = await readOwnSheets(workbook);
  const { checks, evaluation, findings } = planned;
  return {
    changes: outputChanges(planned, grids),
    redChecks: checks.checks
      .filter(({ row }) => evaluation.constant(row) !== 1)
      .map(({ row, advice }) => ({ label: row.label, advice })),
    errors: findings.filter(({ severity }) => severity === "error"),
  };
}

/** How much a changed input moves a scenario's result-plan total, in EUR. */
export interface InputEffect {
  readonly scenario: string;
  readonly difference: number;
}

/** An input that somebody changed on a written sheet, beside what the model holds for it now. */
export interface ReviewedInput {
  readonly change: ChangedInput;
  readonly label: Text;
  readonly unit: Unit;
  /** What was last written there and what stands there now; undefined for what is no input at all. */
  readonly before: TypedInput["value"] | undefined;
  readonly now: TypedInput["value"] | undefined;
  /** What the next writing puts there: what was typed, what stood there before, or something else. */
  readonly holds: "typed" | "written" | "other";
  /** The scenario it moves most; undefined where it moves none, or nothing can be computed with it. */
  readonly effect: InputEffect | undefined;
}

/** What became of the inputs that somebody changed on the written sheets. */
export function reviewInputs(
  changed: readonly ChangedInput[],
  { built }: Computation,
  document: ModelDocument,
  budget: ReadBudget,
  options: ComputeOptions,
): readonly ReviewedInput[] {
  return changed.map((change) => {
    const row = built.sheets
      .find(({ key }) => key === change.sheet)
      ?.rows.find(({ id }) => id === change.row);
    const content = row === undefined ? undefined : contentAt(row, built.years, change.place);
    const [now, before] = [valueOf(change, change.now), valueOf(change, change.written)];
    const held = content?.kind === "input" ? content.value : undefined;
    return {
      change,
      label: row?.label ?? verbatim(change.label),
      unit: (content?.kind === "input" ? content.unit : undefined) ?? row?.unit ?? "text",
      before,
      now,
      holds: held === now ? "typed" : held === before ? "written" : "other",
      effect: effectOf(change, document, budget, options),
    };
  });
}

function contentAt(
  row: Row,
  years: readonly number[],
  place: ChangedInput["place"],
): Content | undefined {
  if ("column" in place) return row.fixed.get(place.column);
  return row.years?.kind === "each" ? row.years.contents[years.indexOf(place.year)] : undefined;
}

/** The changed input with another content of its cell, as if that had been typed; undefined if nobody can. */
function typedAs(change: ChangedInput, now: ChangedInput["now"]): TypedInput | undefined {
  try {
    return typedInputs([{ ...change, now }])[0];
  } catch (cause) {
    if (cause instanceof RefusedError) return undefined;
    throw cause;
  }
}

function valueOf(change: ChangedInput, now: ChangedInput["now"]): TypedInput["value"] | undefined {
  return typedAs(change, now)?.value;
}

function effectOf(
  change: ChangedInput,
  document: ModelDocument,
  budget: ReadBudget,
  options: ComputeOptions,
): InputEffect | undefined {
  const others = options.typed.filter((one) => !isSameCell(one, change));
  const computed = (now: ChangedInput["now"]): Computation | undefined => {
    const input = typedAs(change, now);
    if (input === undefined) return undefined;
    try {
      return compute(document, budget, { ...options, typed: [...others, input] });
    } catch (cause) {
      if (cause instanceof RefusedError) return undefined;
      throw cause;
    }
  };
  const [before, after] = [computed(change.written), computed(change.now)];
  if (before === undefined || after === undefined) return undefined;
  let most: InputEffect | undefined;
  for (const { scenario } of after.built.scenarios) {
    const total = (of: Computation): number => of.figures.get(scenario.id)?.totalResult ?? 0;
    const difference = total(after) - total(before);
    if (Math.abs(difference) > Math.abs(most?.difference ?? 0)) {
      most = { scenario: scenario.name, difference };
    }
  }
  return most;
}

function isSameCell(a: TypedInput, b: ChangedInput): boolean {
  return (
    a.sheet === b.sheet && a.row === b.row && JSON.stringify(a.place) === JSON.stringify(b.place)
  );
}

/**
 * The model with another content of a changed input; undefined where the model has no place for it, as for
 * legal values.
 * @param language in which the sheets were written
 */
export function withInput(
  { change }: ReviewedInput,
  wanted: "typed" | "written",
  { built }: Computation,
  budget: ReadBudget,
  language: Language,
): ModelDocument | undefined {
  const input = typedAs(change, wanted === "typed" ? change.now : change.written);
  if (input === undefined) return undefined;
  const source = budgetSource(budgetSheets(budget.readings), budget.grids);
  const { document, rest } = adoptTypedInputs(built, source, [input], language);
  return rest.length === 0 ? document : undefined;
}
