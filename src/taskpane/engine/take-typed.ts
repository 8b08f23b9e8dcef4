import type { ModelDocument } from "../../model/document";
import { readModel } from "../../model/model";
import type { TypedInput } from "../../model/typed-inputs";
import {
  planModel,
  type PlannedModel,
  type PlanOptions,
  type ReadBudget,
} from "../../sheets/plan-model";
import { adoptTyping } from "../../run/take-up";

/** A model with what was typed into its written sheets. */
export interface TakenTyped {
  /** The written sheets with everything that follows from the input. */
  readonly planned: PlannedModel;
  /** The draft with the input. */
  readonly document: ModelDocument;
}

export interface TakeTypedOptions extends Omit<PlanOptions, "typed"> {
  readonly budget: ReadBudget;
}

/**
 * Takes typed inputs into the model that was written, and into the draft beside it.
 * @param written the model the sheets were written from
 * @param seen typed inputs that the draft knows of already
 * @throws RefusedError when the written model cannot take a value
 */
export function takeTyped(
  written: unknown,
  draft: ModelDocument | undefined,
  typed: readonly TypedInput[],
  seen: readonly Pick<TypedInput, "cell" | "value">[],
  { budget, ...options }: TakeTypedOptions,
): TakenTyped {
  const planned = planModel(readModel(written), budget, [], { ...options, typed });
  const isWritten = draft === undefined || JSON.stringify(draft) === JSON.stringify(written);
  return {
    planned,
    document: isWritten
      ? planned.built.model.document
      : adoptTyping(draft, budget, typed, seen, options).document,
  };
}
