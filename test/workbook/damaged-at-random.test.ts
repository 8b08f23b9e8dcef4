import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { RefusedError } from "../../src/finding";
import { openPackage } from "../../src/workbook/package";
import { madeParts } from "./made-workbook";
import { partNames, partOf, writtenInto } from "./edited-workbook";
import { PLAIN_PLAN } from "./sample-plan";
import { scenarioPlan } from "./scenario-plan";
import { packFiles } from "./zip-maker";

/** Reads and writes a workbook whole; whatever is wrong with it must come as words for the user. */
async function use(bytes: Uint8Array, plan = PLAIN_PLAN): Promise<"used" | "refused"> {
  try {
    const workbook = openPackage(bytes);
    const names = (await workbook.sheets()).map(({ name }) => name);
    for (const grid of await workbook.read(names)) grid.formulaAt(0, 0);
    await workbook.storedPart();
    await workbook.apply(plan);
    workbook.save();
    return "used";
  } catch (cause) {
    if (cause instanceof RefusedError) return "refused";
    throw cause;
  }
}

const RICH = new Uint8Array(
  readFileSync(path.resolve(__dirname, "../fixtures/rich-workbook.xlsm")),
);
const PARTS = madeParts({
  texts: "<si><t>Konto</t></si>",
  styles:
    '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0"/></numFmts><cellXfs count="1"><xf/></cellXfs>',
  sheet:
    '<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f t="shared" si="0" ref="B1">A1</f><v>1.5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
  behind:
    '<definedNames><definedName name="KR" localSheetId="0">Tabelle1!$A$1</definedName></definedNames><calcPr/>',
});

describe("a damaged workbook", () => {
  it("is sound before it is damaged", async () => {
    expect(await use(RICH)).toBe("used");
    expect(await use(packFiles(PARTS))).toBe("used");
  });

  it("is used or refused in words, whichever bytes of the file change", async () => {
    const change = fc.tuple(fc.nat(RICH.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = RICH.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        await use(bytes);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  const inserted = fc.constantFrom(
    "",
    "<",
    ">",
    '"',
    "&",
    "/",
    "<x>",
    "</x>",
    "<v/>",
    "=",
    "9",
    "-1",
    "A",
    "]]>",
    "<!--",
    "\0",
    "ä",
  );

  /** Takes something out of a part and puts something else there, again and again. */
  function damageParts(
    parts: Readonly<Record<string, string | Uint8Array>>,
    job: (bytes: Uint8Array) => Promise<unknown>,
    numRuns: number,
  ): Promise<void> {
    const damage = fc.tuple(fc.constantFrom(...Object.keys(parts)), fc.nat(), fc.nat(12), inserted);
    return fc.assert(
      fc.asyncProperty(damage, async ([name, place, length, text]) => {
        const part = String(parts[name]);
        const at = place % (part.length + 1);
        const damagedPart = part.slice(0, at) + text + part.slice(at + length);
        await job(packFiles({ ...parts, [name]: damagedPart }));
      }),
      { numRuns },
    );
  }

  it(
    "is used or refused in words, whatever is cut out of a part or put into it",
    () => damageParts(PARTS, (bytes) => use(bytes), 1500),
    120_000,
  );

  it("is written again or refused in words when it carries sheets of ours", async () => {
    const written = await writtenInto(packFiles(PARTS), scenarioPlan());
    const parts = Object.fromEntries(
      partNames(written).map((name) => [name, partOf(written, name)]),
    );
    const next = scenarioPlan({ scenarios: [{ id: "audited", name: "Neu" }], amount: 5 });
    expect(await use(packFiles(parts), next)).toBe("used");
    await damageParts(parts, (bytes) => use(bytes, next), 400);
  }, 120_000);
});
