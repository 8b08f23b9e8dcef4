import { readFileSync } from "node:fs";
import path from "node:path";
import { calendarDate } from "../../src/law/calendar";
import { adaptPreset, presetModel } from "../../src/model/presets";
import { readModel } from "../../src/model/model";
import { readBudgetSheets } from "../../src/run/budget-sheets";
import { readEarlierRun } from "../../src/run/earlier-run";
import { writeAgain } from "../../src/run/write-again";
import { budgetSheets, planModel } from "../../src/sheets/plan-model";
import { draftPart } from "../../src/sheets/stored-part";
import { openPackage, type PackageWorkbook } from "../../src/workbook/package";
import { root } from "../project/lint";

// Reading, computing and writing takes seconds on a busy machine.
jest.setTimeout(60_000);

const facts = { language: "de", today: calendarDate("2026-11-29"), version: "0.1.0" } as const;

/** The sample with two scenarios written into it. */
async function written(): Promise<PackageWorkbook> {
  const file = path.join(root, "assets", "beispielhaushalt.xlsx");
  const workbook = openPackage(new Uint8Array(readFileSync(file)));
  const budget = await readBudgetSheets(workbook, {});
  const { document } = adaptPreset(
    presetModel(["status-quo", "invoiced-19"]),
    budgetSheets(budget.readings),
  );
  await workbook.apply(planModel(readModel(document), budget, [], facts).plan);
  return workbook;
}

describe("writing again without the pane", () => {
  it("writes the draft that was left behind, not the model before it", async () => {
    const workbook = await written();
    const { stored } = await readEarlierRun(workbook);
    const model = readModel(stored?.model).document;
    const draft = { model: { ...model, discountRate: 0.05 }, seen: [] };
    await workbook.keep(draftPart(draft, stored, facts));
    const { planned } = await writeAgain(workbook, facts);
    expect(planned.built.model.discountRate).toBe(0.05);
    const after = await readEarlierRun(workbook);
    expect(after.stored?.draft).toBeUndefined();
    expect(after.stored?.model).toMatchObject({ discountRate: 0.05 });
  });

  it("gives the same file where nothing changed", async () => {
    const workbook = await written();
    const before = workbook.save();
    await writeAgain(workbook, facts);
    expect(workbook.save()).toEqual(before);
  });

  it("says what to do where nothing was written yet", async () => {
    const file = path.join(root, "assets", "beispielhaushalt.xlsx");
    const workbook = openPackage(new Uint8Array(readFileSync(file)));
    await expect(writeAgain(workbook, facts)).rejects.toMatchObject({
      name: "RefusedError",
      text: { de: expect.stringContaining("noch nichts geschrieben") as string },
    });
  });
});
