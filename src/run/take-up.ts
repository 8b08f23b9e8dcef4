import * as v from "valibot";
import { FieldsRefusedError } from "../field-problems";
import { RefusedError } from "../finding";
import type { Language, Text } from "../language";
import type { CalendarDate } from "../law/calendar";
import { adoptTypedInputs } from "../model/adopt-inputs";
import { buildModel } from "../model/build";
import type { ModelDocument } from "../model/document";
import { readModel } from "../model/model";
import { parseModel } from "../model/parse";
import type { TypedInput } from "../model/typed-inputs";
import type { EarlierRun } from "./earlier-run";
import { budgetSheets, budgetSource, type ReadBudget } from "../sheets/plan-model";

/** What an earlier session left to go on with. */
export interface TakenUp {
  /** The draft, else the model as written; undefined where there is neither. */
  readonly document: ModelDocument | undefined;
  /** Typed inputs that the document knows of already. */
  readonly seen: readonly Pick<TypedInput, "cell" | "value">[];
  /** Why a draft or model that is there could not be taken up. */
  readonly refused?: Text;
}

/** What every draft has, finished or not. */
const draftSchema = v.looseObject({
  years: v.looseObject({ first: v.number(), last: v.number() }),
  scenarios: v.array(
    v.looseObject({
      id: v.string(),
      name: v.string(),
      blocks: v.array(v.looseObject({ kind: v.string() })),
    }),
  ),
});

/** Takes up what an earlier session left in the workbook. */
export function takeUp({ stored }: EarlierRun): TakenUp {
  const { draft, model } = stored ?? {};
  const left = draft?.model ?? model;
  if (left === undefined) return { document: undefined, seen: [] };
  try {
    return { document: parseModel(left), seen: draft?.seen ?? [] };
  } catch (cause) {
    if (!(cause instanceof RefusedError)) throw cause;
    // A draft may lack figures that are still to be given; its problems are shown beside its fields.
    if (cause instanceof FieldsRefusedError && v.is(draftSchema, draft?.model)) {
      return { document: draft.model as ModelDocument, seen: draft.seen };
    }
    return { document: undefined, seen: [], refused: cause.text };
  }
}

/** What was typed, and what has become of it. */
export interface AdoptedTyping {
  readonly document: ModelDocument;
  /** Without a place in the document, such as legal values: they stay typed. */
  readonly typed: readonly TypedInput[];
}

/**
 * Puts what was typed into the written sheets into the document; what the document knows already, or
 * what was changed in it since, is not put there again.
 * @param language in which the sheets were written
 */
export function adoptTyping(
  document: ModelDocument,
  budget: ReadBudget,
  typed: readonly TypedInput[],
  seen: readonly Pick<TypedInput, "cell" | "value">[],
  options: { readonly language: Language; readonly today: CalendarDate },
): AdoptedTyping {
  const source = budgetSource(budgetSheets(budget.readings), budget.grids);
  try {
    const built = buildModel(readModel(document), source, options);
    const all = adoptTypedInputs(built, source, typed, options.language);
    const news = typed.filter(
      (input) => !seen.some(({ cell, value }) => cell === input.cell && value === input.value),
    );
    const adopted =
      news.length === typed.length ? all : adoptTypedInputs(built, source, news, options.language);
    return { document: adopted.document, typed: all.rest };
  } catch (cause) {
    // A draft that breaks a rule is mended first; until then what was typed waits.
    if (!(cause instanceof RefusedError)) throw cause;
    return { document, typed };
  }
}
