import { writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { modelJsonSchema } from "./json-schema";

/** Writes the JSON Schema of the model file; to be run after each change of the schema. */
async function generate(): Promise<void> {
  const file = path.join(__dirname, "model.schema.json");
  const style = await resolveConfig(file);
  const text = await format(JSON.stringify(modelJsonSchema()), { ...style, filepath: file });
  writeFileSync(file, text);
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
}

void generate();
