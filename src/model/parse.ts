import * as v from "valibot";
import { fieldProblems, type FileKind, jsonData, refuseFields } from "../field-problems";
import { type ModelDocument, modelSchema } from "./document";
import { EXPECTATIONS } from "./expectations";

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
  const result = v.safeParse(modelSchema, jsonData(source, MODEL_FILE));
  if (result.success) return result.output;
  throw refuseFields(fieldProblems(result.issues, MODEL_FILE), MODEL_FILE);
}
