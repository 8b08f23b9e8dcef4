import { readFileSync } from "node:fs";
import path from "node:path";
import { PRESETS } from "../../src/model/presets";
import { SOURCE_ROWS, sourcePage } from "./source-rows";

const root = path.resolve(__dirname, "../..");

describe("the facts of the source documents", () => {
  it.each(SOURCE_ROWS.map((row) => [row.says, row] as const))("%s", (_, { presets, by, tests }) => {
    const ids = PRESETS.map(({ id }) => id);
    expect((presets ?? []).filter((id) => !ids.includes(id))).toEqual([]);
    expect(presets?.length ?? by).toBeTruthy();
    expect(tests.length).toBeGreaterThan(0);
    for (const [file, title] of tests) {
      const source = readFileSync(path.join(root, "test", file), "utf8");
      expect([file, source.includes(`it("${title}"`)]).toEqual([file, true]);
    }
  });

  it("take in every preset", () => {
    const named = new Set(SOURCE_ROWS.flatMap(({ presets = [] }) => presets));
    expect(PRESETS.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  it("stand in the documentation as they are listed here", () => {
    const words = (text: string): string => text.replace(/[ -]+/g, " ");
    const page = readFileSync(path.join(root, "docs", "quellen.md"), "utf8");
    expect(words(page)).toBe(words(sourcePage()));
  });
});
