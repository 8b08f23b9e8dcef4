import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { plainGrid } from "../../src/budget/grid";
import { createWorkbook, openPackage } from "../../src/workbook/package";
import { readDirectory } from "../../src/workbook/package/archive-directory";
import { Archive } from "../../src/workbook/package/archive";
import { describeFindings, newFindings, validateWorkbook } from "../judges/validator";
import { madeWorkbook } from "./made-workbook";
import { SAMPLE_PLAN } from "./sample-plan";

const FIXTURE = path.resolve(__dirname, "../fixtures/rich-workbook.xlsm");
const SHARED = ["workbooks", "budgets"].map((folder) =>
  path.resolve(__dirname, "../../../shared", folder),
);

/** The committed workbook, and those of the reference material where it is at hand. */
const FILES: readonly string[] = [
  FIXTURE,
  ...SHARED.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".xlsx"))
      .map((name) => path.join(folder, name)),
  ),
];

/** Parts that a plan changes; every other part must stay. */
const CHANGED = [
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "[Content_Types].xml",
  "xl/styles.xml",
];

async function written(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = openPackage(bytes);
  await workbook.apply(SAMPLE_PLAN);
  return workbook.save();
}

describe.each(FILES.map((file) => [path.basename(file), file]))("%s", (name, file) => {
  const before = new Uint8Array(readFileSync(file));

  it("keeps every part that is not ours byte for byte, compressed as it was", async () => {
    const after = await written(before);
    const old = readDirectory(before).entries;
    const entries = new Map(readDirectory(after).entries.map((entry) => [entry.name, entry]));
    const [oldContent, content] = [Archive.open(before), Archive.open(after)];
    const kept = old.filter(
      (entry) => !CHANGED.includes(entry.name) && entry.name !== "xl/calcChain.xml",
    );
    expect(kept.length).toBeGreaterThan(5);
    const equal = (left: Uint8Array, right: Uint8Array): boolean =>
      Buffer.compare(left, right) === 0;
    for (const entry of kept) {
      const raw = entries.get(entry.name)?.raw ?? new Uint8Array();
      const sameContent = equal(content.read(entry.name), oldContent.read(entry.name));
      expect([entry.name, equal(raw, entry.raw), sameContent]).toEqual([entry.name, true, true]);
    }
  });

  it("reads the same from the sheets as before", async () => {
    const [first, second] = [openPackage(before), openPackage(await written(before))];
    const names = (await first.sheets()).map((sheet) => sheet.name);
    const [was, is] = [await first.read(names), await second.read(names)];
    is.forEach((grid, index) => {
      expect(grid.rows).toEqual(was[index]?.rows);
      grid.rows.forEach((cells, row) =>
        cells.forEach((_cell, column) => {
          if (grid.formatAt(row, column) !== was[index]?.formatAt(row, column)) {
            throw new Error(`format of row ${row}, column ${column} of ${grid.name}`);
          }
        }),
      );
    });
  });

  it("gives the Open XML SDK nothing new to find", async () => {
    const found = await validateWorkbook(before, name);
    expect(
      describeFindings(newFindings(found, await validateWorkbook(await written(before), name))),
    ).toBe("");
  }, 120_000);
});

describe("the Open XML SDK finds nothing", () => {
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  it.each(
    Object.entries({
      "without styles and views": madeWorkbook(),
      "with prefixes and targets from the root": madeWorkbook({
        prefix: "x:",
        sheet: `<x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>`,
        styles: `<x:fonts count="1"><x:font/></x:fonts><x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills><x:borders count="1"><x:border/></x:borders><x:cellXfs count="1"><x:xf/></x:cellXfs>`,
        behind: `<x:definedNames xmlns:x="${MAIN}"><x:definedName name="A_1">Tabelle1!$A$1</x:definedName></x:definedNames>`,
      }),
      "with an empty style sheet": madeWorkbook({ styles: "" }),
      "with names, calculation and views": madeWorkbook({
        before: '<workbookPr date1904="1"/><bookViews><workbookView activeTab="0"/></bookViews>',
        behind: '<calcPr calcMode="manual" fullCalcOnLoad="0"/>',
      }),
    }),
  )(
    "in a workbook %s",
    async (_kind, bytes) => {
      const found = await validateWorkbook(bytes);
      expect(
        describeFindings(newFindings(found, await validateWorkbook(await written(bytes)))),
      ).toBe("");
    },
    60_000,
  );

  it("in a new workbook", async () => {
    const workbook = createWorkbook([
      plainGrid("Haushalt", [
        [
          "0529100",
          12.5,
          true,
          null,
          { kind: "date", iso: "2024-02-29" },
          { kind: "error", text: "#REF!" },
        ],
      ]),
    ]);
    expect(describeFindings(await validateWorkbook(workbook.save()))).toBe("");
    await workbook.apply(SAMPLE_PLAN);
    expect(describeFindings(await validateWorkbook(workbook.save()))).toBe("");
  }, 60_000);
});
