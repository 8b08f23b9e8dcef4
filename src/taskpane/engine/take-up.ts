import { RefusedError } from "../../finding";
import type { Text } from "../../language";
import type { ModelDocument } from "../../model/document";
import { parseModel } from "../../model/parse";
import type { TypedInput } from "../../model/typed-inputs";
import type { EarlierRun } from "../../run/earlier-run";

/** What an earlier session left to go on with. */
export interface TakenUp {
  /** The draft, else the model as written; undefined where there is neither. */
  readonly document: ModelDocument | undefined;
  /** What was typed into its sheets since. */
  readonly typed: readonly TypedInput[];
  /** Why a draft or model that is there could not be taken up. */
  readonly refused?: Text;
}

/** Takes up what an earlier session left in the workbook. */
export function takeUp({ stored, typed }: EarlierRun): TakenUp {
  if (stored === undefined) return { document: undefined, typed };
  try {
    const left = stored.draft ?? stored.model;
    return { document: left === undefined ? undefined : parseModel(left), typed };
  } catch (cause) {
    if (!(cause instanceof RefusedError)) throw cause;
    return { document: undefined, typed, refused: cause.text };
  }
}
