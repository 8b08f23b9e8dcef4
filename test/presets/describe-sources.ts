import { writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { sourcePage } from "./source-rows";

/** `npx tsx test/presets/describe-sources.ts`: writes the table of sources anew. */
async function write(): Promise<void> {
  const file = path.resolve(__dirname, "../../docs/quellen.md");
  const style = await resolveConfig(file);
  writeFileSync(file, await format(sourcePage(), { ...style, filepath: file }));
}

void write();
