import { toJsonSchema } from "@valibot/to-json-schema";
import { correctionsSchema } from "../src/budget/correction-document";
import { modelSchema } from "../src/model/document";

/**
 * The model file as JSON Schema, for editors and other programs. Left out is only what the language
 * cannot say: JSON has no endless numbers, and `format: "date"` means real days already.
 */
export function modelJsonSchema(): object {
  return titled(
    modelSchema,
    "Modell des Kooperationsrechners",
    "Beträge in EUR, Anteile und Zinssätze als Bruch, Monate als JJJJ-MM, Tage als JJJJ-MM-TT.",
  );
}

/** The corrections file as JSON Schema; that a column exists in Excel is checked on reading. */
export function correctionsJsonSchema(): object {
  return titled(
    correctionsSchema,
    "Korrekturen zum Lesen von Haushaltsblättern",
    "Zeilen und Spalten, wie sie am Blattrand stehen.",
  );
}

function titled(
  source: typeof modelSchema | typeof correctionsSchema,
  title: string,
  description: string,
): object {
  const schema = toJsonSchema(source, {
    typeMode: "input",
    errorMode: "throw",
    ignoreActions: ["finite", "check"],
  });
  return { $schema: schema.$schema, title, description, ...schema };
}
