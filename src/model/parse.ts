import * as v from "valibot";
import {
  type FieldProblem,
  fieldProblems,
  type FieldsRefusedError,
  type FileKind,
  jsonData,
  refuseFields,
} from "../field-problems";
import { type ModelDocument, modelSchema } from "./document";
import { EXPECTATIONS } from "./expectations";
import { placeInWords } from "./field-places";

/** The model file, for refusals in words. */
export const MODEL_FILE: FileKind = {
  name: { de: "Modelldatei", en: "model file" },
  code: "model-field",
  expectations: EXPECTATIONS,
};

/**
 * Reads a model from JSON text or from an object, or refuses it with the path of each wrong field.
 * @throws RefusedError naming field, what it expects and what stands there.
 */
export function parseModel(source: unknown): ModelDocument {
  const data = jsonData(source, MODEL_FILE);
  const result = v.safeParse(modelSchema, data);
  if (result.success) return result.output;
  throw refuseModel(fieldProblems(result.issues, MODEL_FILE), data);
}

/** A refusal of a model with wrong fields, in the words of its scenarios and blocks. */
export function refuseModel(
  problems: readonly FieldProblem[],
  document: unknown,
): FieldsRefusedError {
  return refuseFields(problems, MODEL_FILE, (path) => placeInWords(document, path));
}
