import { readFileSync } from "node:fs";
import path from "node:path";
import { LAYOUT_KINDS, layoutTable } from "./layout-kinds";
import { readRows } from "./grids";

describe("the documented layout kinds", () => {
  it.each(LAYOUT_KINDS.map((kind) => [kind.name, kind] as const))("%s", (_, kind) => {
    expect(readRows(kind.rows, kind.parts ?? {}, kind.answers ?? {}).status).toBe(kind.status);
  });

  it("stand in the documentation as the reader treats them", () => {
    const file = path.resolve(__dirname, "../../docs/budget-layouts.md");
    const words = (text: string): string => text.replace(/[ -]+/g, " ");
    expect(words(readFileSync(file, "utf8"))).toContain(words(layoutTable()));
  });
});
