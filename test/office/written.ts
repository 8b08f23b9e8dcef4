import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PlannedModel } from "../../src/sheets/plan-model";
import type { PackageWorkbook } from "../../src/workbook/package";
import { auditFile, describeAudit, faults } from "../judges/audit";
import { comparePlan, describeDifferences } from "../judges/compare";
import { recalculateFiles } from "../judges/libreoffice";
import { readWorkbooks, storedValues } from "../judges/openpyxl";

/** A workbook that was written, with what was planned for it. */
export interface Written {
  readonly name: string;
  readonly file: string;
  readonly planned: PlannedModel;
}

type Write = (workbook: PackageWorkbook, planned: PlannedModel, name: string) => Promise<Written>;

/** Writes plans into files of a folder that is gone when the test file ends. */
export function folderForWorkbooks(): Write {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "written-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return async (workbook, planned, name) => {
    await workbook.apply(planned.plan);
    const file = path.join(folder, `${name}.xlsx`);
    writeFileSync(file, workbook.save());
    return { name, file, planned };
  };
}

/** What LibreOffice calculates otherwise than the plan says; the written results play no part. */
export function deviations(written: readonly Written[]): readonly string[] {
  const results = recalculateFiles(written.map(({ file }) => file));
  return written.flatMap(({ name, file, planned }) => {
    const values = results.get(file) ?? new Map();
    const found = describeDifferences(comparePlan(planned.plan, values), 5);
    return found === "" ? [] : [`${name}: ${found}`];
  });
}

/** What stands in the files, beside formulas and as inputs and texts, otherwise than planned. */
export function wronglyStored(written: readonly Written[]): readonly string[] {
  return readWorkbooks(written.map(({ file }) => file)).flatMap((workbook, index) => {
    const one = written[index];
    if (one === undefined) return [];
    const values = storedValues(workbook);
    const found = describeDifferences(comparePlan(one.planned.plan, values, "all"), 5);
    return found === "" ? [] : [`${one.name}: ${found}`];
  });
}

/** The rules of a good model sheet that the files break. */
export function brokenRules(written: readonly Written[]): readonly string[] {
  return written.flatMap(({ name, file, planned }) => {
    const found = describeAudit(faults(auditFile(file, planned.plan)), 5);
    return found === "" ? [] : [`${name}: ${found}`];
  });
}
