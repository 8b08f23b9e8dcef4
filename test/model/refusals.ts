import { RefusedError } from "../../src/finding";
import { readModel } from "../../src/model/model";

/** A model of one scenario with these blocks and further fields of model and scenario. */
export function withBlocks(
  blocks: readonly unknown[],
  scenario: object = {},
  model: object = {},
): object {
  return {
    version: 1,
    name: "Prüfmodell",
    years: { first: 2022, last: 2024 },
    ...model,
    scenarios: [{ id: "k", name: "Kooperation", ...scenario, blocks }],
  };
}

/** What a model is refused with, field by field; a model that is taken fails the test. */
export function refusal(source: unknown): { readonly de: string[]; readonly en: string[] } {
  try {
    readModel(source);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { de: error.text.de.split("\n"), en: error.text.en.split("\n") };
  }
  throw new Error("the model was not refused");
}
