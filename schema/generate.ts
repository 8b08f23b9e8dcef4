import { writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { correctionsJsonSchema, modelJsonSchema } from "./json-schema";

/** Writes the JSON Schemas of the files that users write; to be run after each change of a schema. */
async function generate(): Promise<void> {
  await write("model.schema.json", modelJsonSchema());
  await write("corrections.schema.json", correctionsJsonSchema());
}

async function write(name: string, schema: object): Promise<void> {
  const file = path.join(__dirname, name);
  const style = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(schema), { ...style, filepath: file }));
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
}

void generate();
