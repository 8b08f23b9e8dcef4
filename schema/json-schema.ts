import { toJsonSchema } from "@valibot/to-json-schema";
import { modelSchema } from "../src/model/document";

/**
 * The model file as JSON Schema, for editors and other programs. Left out is only what the language
 * cannot say: JSON has no endless numbers, and `format: "date"` means real days already.
 */
export function modelJsonSchema(): object {
  const schema = toJsonSchema(modelSchema, {
    typeMode: "input",
    errorMode: "throw",
    ignoreActions: ["finite", "check"],
  });
  return {
    $schema: schema.$schema,
    title: "Modell des Kooperationsrechners",
    description:
      "Beträge in EUR, Anteile und Zinssätze als Bruch, Monate als JJJJ-MM, Tage als JJJJ-MM-TT.",
    ...schema,
  };
}
