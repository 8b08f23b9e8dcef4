import { RefusedError } from "../../src/finding";
import { FieldsRefusedError } from "../../src/field-problems";
import type { Language, Text } from "../../src/language";
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

/** The refusal of a model; one that is taken fails the test. */
function refused(source: unknown): RefusedError {
  try {
    readModel(source);
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
  throw new Error("the model was not refused");
}

/** What a model is refused with, path by path. */
export function refusal(source: unknown): { readonly de: string[]; readonly en: string[] } {
  const error = refused(source);
  if (!(error instanceof FieldsRefusedError)) throw error;
  const { problems } = error;
  const said = (language: Language): string[] =>
    problems.map(({ path, message }) => `${path}: ${message[language]}`);
  return { de: said("de"), en: said("en") };
}

/** What a model is refused with, in the words the user reads. */
export function refusalText(source: unknown): Text {
  return refused(source).text;
}
