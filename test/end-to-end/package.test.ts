import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { openPackage } from "../../src/workbook/package";
import { Archive } from "../../src/workbook/package/archive";
import { readDirectory } from "../../src/workbook/package/archive-directory";
import { describeFindings, newFindings, validateWorkbook } from "../judges/validator";
import { openBudgetFile, planPresets, SAMPLE, SHARED } from "./planned";

const RICH = path.resolve(__dirname, "../fixtures/rich-workbook.xlsm");
const WORKBOOKS = path.join(SHARED, "workbooks");

/** The sample, a workbook with charts, pivot table, macros, comments and images, and others at hand. */
const FILES: readonly string[] = [
  SAMPLE,
  RICH,
  ...(existsSync(WORKBOOKS)
    ? readdirSync(WORKBOOKS)
        .filter((name) => name.endsWith(".xlsx"))
        .map((name) => path.join(WORKBOOKS, name))
    : []),
];

/** Parts that take in the new sheets; every other part must stay. */
const CHANGED: readonly string[] = [
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "[Content_Types].xml",
  "xl/styles.xml",
];
/** Excel makes it anew; it must not name cells of a calculation it does not know. */
const CALCULATION_CHAIN = "xl/calcChain.xml";

describe.each(FILES.map((file) => [path.basename(file), file] as const))("%s", (name, file) => {
  const before = new Uint8Array(readFileSync(file));
  let after: Uint8Array;
  let sheets: readonly string[];

  beforeAll(async () => {
    const budget = await openBudgetFile(file);
    const { plan } = planPresets(budget);
    sheets = plan.sheets.map((sheet) => sheet.name);
    await budget.workbook.apply(plan);
    after = budget.workbook.save();
  });

  it("gets its scenario sheets behind those it had", async () => {
    const names = async (bytes: Uint8Array): Promise<readonly string[]> =>
      (await openPackage(bytes).sheets()).map((sheet) => sheet.name);
    expect(sheets.length).toBeGreaterThan(8);
    expect(await names(after)).toEqual([...(await names(before)), ...sheets]);
  });

  it("keeps every other part, content and compressed bytes alike", () => {
    const [was, is] = [Archive.open(before), Archive.open(after)];
    const now = new Map(readDirectory(after).entries.map((entry) => [entry.name, entry]));
    const kept = readDirectory(before).entries.filter(
      (entry) => !CHANGED.includes(entry.name) && entry.name !== CALCULATION_CHAIN,
    );
    expect(kept.length).toBeGreaterThan(4);
    const changed = kept.filter((entry) => {
      const raw = now.get(entry.name)?.raw;
      return (
        raw === undefined ||
        Buffer.compare(raw, entry.raw) !== 0 ||
        Buffer.compare(is.read(entry.name), was.read(entry.name)) !== 0
      );
    });
    expect(changed.map((entry) => entry.name)).toEqual([]);
  });

  it("names in its directory parts that exist, each once", () => {
    const archive = Archive.open(after);
    const parts = readDirectory(after).entries.map((entry) => entry.name);
    expect(new Set(parts).size).toBe(parts.length);
    const text = (part: string): string => new TextDecoder().decode(archive.read(part));
    const types = [...text("[Content_Types].xml").matchAll(/PartName="\/([^"]+)"/g)].map(
      ([, part]) => part,
    );
    expect(types.filter((part) => !parts.includes(part ?? ""))).toEqual([]);
    const chained = text("xl/_rels/workbook.xml.rels").includes("calcChain");
    expect(parts.includes(CALCULATION_CHAIN)).toBe(chained);
    expect(types.includes(CALCULATION_CHAIN)).toBe(chained);
  });

  it("gives the Open XML SDK nothing to find that was not there before", async () => {
    const found = await validateWorkbook(before, name);
    const finds = newFindings(found, await validateWorkbook(after, name));
    expect(describeFindings(finds)).toBe("");
  }, 180_000);
});
