import { existsSync } from "node:fs";
import path from "node:path";
import { plainGrid } from "../../src/budget/grid";
import { DEFAULT_PRESETS, PRESETS } from "../../src/model/presets";
import { createWorkbook } from "../../src/workbook/package";
import {
  openBudgetFile,
  planDocument,
  planPresets,
  SAMPLE,
  SHARED,
  WITHOUT_BUDGET,
} from "../end-to-end/planned";
import { brokenRules, deviations, folderForWorkbooks, wronglyStored } from "./written";

const write = folderForWorkbooks();

const REAL = ["brandenburg_2017_18_multisheet.xlsx", "moers_2017_kontengruppen.csv"]
  .map((name) => path.join(SHARED, "budgets", name))
  .filter((file) => existsSync(file));

describe("LibreOffice calculates in every formula cell what our evaluator computed", () => {
  it("on the sample with every preset, and without a budget", async () => {
    const others = PRESETS.map(({ id }) => id).filter((id) => !DEFAULT_PRESETS.includes(id));
    const groups = Array.from({ length: Math.ceil(others.length / 7) }, (_, group) =>
      others.slice(group * 7, group * 7 + 7),
    );
    const written = await Promise.all(
      [DEFAULT_PRESETS, ...groups].map(async (ids, index) => {
        const sample = await openBudgetFile(SAMPLE);
        return write(sample.workbook, planPresets(sample, ids), `sample-${String(index)}`);
      }),
    );
    const empty = createWorkbook([plainGrid("Tabelle1", [["Notiz"]])]);
    written.push(await write(empty, planDocument(WITHOUT_BUDGET), "without"));
    expect(wronglyStored(written)).toEqual([]);
    expect(deviations(written)).toEqual([]);
    expect(brokenRules(written)).toEqual([]);
  });

  it("on real budgets, where they are at hand", async () => {
    const written = await Promise.all(
      REAL.map(async (file) => {
        const budget = await openBudgetFile(file);
        return write(budget.workbook, planPresets(budget), path.basename(file));
      }),
    );
    expect(written).toHaveLength(REAL.length);
    expect(deviations(written)).toEqual([]);
    expect(brokenRules(written)).toEqual([]);
  });
});
