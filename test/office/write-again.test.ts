import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openPackage } from "../../src/workbook/package";
import { openBudgetFile, planPresets, SAMPLE } from "../end-to-end/planned";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { comparePlan, describeDifferences } from "../judges/compare";
import { recalculateFiles } from "../judges/libreoffice";
import { describeFindings, newFindings, validateWorkbook } from "../judges/validator";
import { definedNames, edited, partNames, partOf, sheetNames } from "../workbook/edited-workbook";
import { scenarioPlan, TWO_SCENARIOS } from "../workbook/scenario-plan";
import { withCells } from "../workbook/user-additions";

let folder = "";
let plan: WorkbookPlan;
/** The sample budget with everything written into it, and a note of the user's beside the assumptions. */
let written: Uint8Array;
const NOTE = "eigene Notiz & Rückfrage";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "again-"));
  const budget = await openBudgetFile(SAMPLE);
  plan = planPresets(budget).plan;
  await budget.workbook.apply(plan);
  const cell = `<c r="T5" t="inlineStr"><is><t>${NOTE.replace("&", "&amp;")}</t></is></c>`;
  written = edited(budget.workbook.save(), { "xl/worksheets/sheet5.xml": withCells(5, cell) });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The file as LibreOffice saves it. */
function savedByLibreOffice(bytes: Uint8Array): Uint8Array {
  const out = path.join(folder, "out");
  mkdirSync(out, { recursive: true });
  const file = path.join(folder, "saved.xlsx");
  writeFileSync(file, bytes);
  const profile = pathToFileURL(path.join(folder, "profile")).href;
  const filter = "xlsx:Calc MS Excel 2007 XML";
  const given = ["--headless", "--norestore", "--convert-to", filter, "--outdir", out, file];
  execFileSync(
    process.env["SOFFICE"] ?? "soffice",
    [`-env:UserInstallation=${profile}`, ...given],
    {
      stdio: "pipe",
    },
  );
  return new Uint8Array(readFileSync(path.join(out, "saved.xlsx")));
}

/** The file as openpyxl saves it. */
function savedByOpenpyxl(bytes: Uint8Array): Uint8Array {
  const file = path.join(folder, "openpyxl.xlsx");
  writeFileSync(file, bytes);
  const program = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])";
  execFileSync(process.env["PYTHON"] ?? "/usr/bin/python3", ["-c", program, file]);
  return new Uint8Array(readFileSync(file));
}

async function writtenAgain(bytes: Uint8Array, next = plan): Promise<Uint8Array> {
  const workbook = openPackage(bytes);
  await workbook.apply(next);
  return workbook.save();
}

const count = (bytes: Uint8Array, folderName: string): number =>
  partNames(bytes).filter(
    (name) => /\.\w+$/.test(name) && name.startsWith(folderName) && !name.includes("_rels"),
  ).length;

describe.each([
  ["LibreOffice", savedByLibreOffice],
  ["openpyxl", savedByOpenpyxl],
])("a written workbook that %s saved", (program, save) => {
  let saved: Uint8Array;
  let again: Uint8Array;
  beforeAll(async () => {
    saved = save(written);
    again = await writtenAgain(saved);
  });

  it("has lost a part of our marks, and all of our sheets are known", async () => {
    const lost =
      program === "LibreOffice"
        ? partOf(saved, "xl/workbook.xml").includes("comment=")
        : partNames(saved).some((name) => name.startsWith("customXml"));
    expect(lost).toBe(false);
    const ours = (await openPackage(saved).sheets()).filter((sheet) => sheet.ours);
    expect(ours.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
  });

  it("is written again in its place, once", async () => {
    expect(await sheetNames(again)).toEqual(await sheetNames(written));
    expect([...definedNames(again)].filter((name) => name.startsWith("KR_")).sort()).toEqual(
      [...definedNames(written)].filter((name) => name.startsWith("KR_")).sort(),
    );
    for (const kind of ["xl/charts/", "xl/drawings/", "xl/worksheets/", "customXml/"]) {
      expect([kind, count(again, kind)]).toEqual([kind, count(written, kind)]);
    }
    expect(await openPackage(again).storedPart()).toBe(plan.storedPart);
    expect(await writtenAgain(again)).toEqual(again);
  });

  it("keeps the note of the user and shows what is planned", async () => {
    const grids = await openPackage(again).read(plan.sheets.map(({ name }) => name));
    expect(grids[1]?.rows[4]?.[19]).toBe(NOTE);
    const file = path.join(folder, `again-${program}.xlsx`);
    writeFileSync(file, again);
    const values = recalculateFiles([file]).get(file) ?? new Map();
    expect(describeDifferences(comparePlan(plan, values), 5)).toBe("");
  });

  it("gives the Open XML SDK nothing new to find", async () => {
    const [before, after] = [await validateWorkbook(saved), await validateWorkbook(again)];
    // Parts get other numbers: what a program wrote into a part of its own is told by its words.
    const words = (findings: typeof before) =>
      findings.map((finding) => ({ ...finding, part: "" }));
    expect(describeFindings(newFindings(words(before), words(after)))).toBe("");
  });

  it("loses our sheets whole when they are taken out", async () => {
    const clean = openPackage(saved).withoutOurSheets().save();
    expect(await sheetNames(clean)).toEqual((await sheetNames(written)).slice(0, 3));
    expect(definedNames(clean).filter((name) => name.includes("KR"))).toEqual([]);
    expect(count(clean, "xl/charts/") + count(clean, "customXml/")).toBe(0);
  });
});

describe("a small written workbook", () => {
  it("opens in LibreOffice with sheets that came and went", async () => {
    const user = await openBudgetFile(SAMPLE);
    await user.workbook.apply(scenarioPlan());
    const scenarios = [...TWO_SCENARIOS.slice(1), { id: "x", name: "Neu" }];
    const next = scenarioPlan({ scenarios, amount: 77, years: 6 });
    const file = path.join(folder, "changed.xlsx");
    writeFileSync(file, await writtenAgain(savedByLibreOffice(user.workbook.save()), next));
    const values = recalculateFiles([file]).get(file) ?? new Map();
    expect(describeDifferences(comparePlan(next, values), 5)).toBe("");
    expect(values.get("'KR Neu'!G7")).toBe(231);
  });
});
