import { calendarDate } from "../../src/law/calendar";
import { FIRST_YEAR_COLUMN } from "../../src/model/expression";
import { adaptPreset, presetModel } from "../../src/model/presets";
import { type Computation, compute, traceAt, type TracedFigure } from "../../src/taskpane/engine";
import type { TypedInput } from "../../src/model/typed-inputs";
import { openSample } from "../presets/opened-sample";

async function computed(typed: readonly TypedInput[] = []): Promise<Computation> {
  const { grids, readings, source } = await openSample();
  const { document } = adaptPreset(presetModel(["in-house", "provision"]), source.sheets);
  const today = calendarDate("2026-11-15");
  return compute(
    document,
    { grids, readings },
    { language: "de", today, typed, typedLanguage: "de" },
  );
}

function traced(computation: Computation, sheet: string, row: string, column: number) {
  const trace = traceAt(computation, { sheet, row, column }, "de");
  if (trace === undefined) throw new Error(`no ${row}`);
  return trace;
}

const groups = ({ operands }: TracedFigure) =>
  operands.flatMap(({ group }) => (group === undefined ? [] : [group]));

describe("a figure of a group of budget lines", () => {
  it("says which lines the group is, and their role in the scenario", async () => {
    const computation = await computed();
    const own = computation.built.scenarios.find(({ scenario }) => scenario.id === "in-house");
    if (own === undefined) throw new Error("no scenario");
    const trace = traced(computation, own.sheet.key, "baseline", FIRST_YEAR_COLUMN + 3);
    const said = groups(trace);
    expect(said.length).toBe(computation.built.assignment?.groups.length);
    computation.built.assignment?.groups.forEach(({ code, lines }, index) => {
      const [first] = lines;
      expect(said[index]).toContain(`Gruppe ${code}: `);
      expect(said[index]).toContain(first?.line.label);
      expect(said[index]).toMatch(/\. Rolle: [^;]+\.$/);
    });
    expect(trace.group).toBeUndefined();
  });

  it("says the roles of all scenarios where it stands for all of them", async () => {
    const computation = await computed();
    const total = traced(computation, "assignment", "G1.total", FIRST_YEAR_COLUMN);
    expect(total.group).toMatch(/^Gruppe G1: .*\. Rollen?: .*\.$/);
    expect(groups(total)).toEqual([]);
  });
});
