import { readFileSync } from "node:fs";
import path from "node:path";
import { type Grid, plainGrid } from "../../src/budget/grid";
import { createWorkbook, openPackage } from "../../src/workbook/package";
import type { SheetArea } from "../../src/workbook/port";
import { describeFindings, validateWorkbook } from "../judges/validator";
import { BUDGET, differingParts, edited, partNames, partOf, writtenInto } from "./edited-workbook";
import { refusalOf } from "./refusal-words";
import { INPUTS, scenarioPlan, TWO_SCENARIOS } from "./scenario-plan";

const RICH = new Uint8Array(
  readFileSync(path.resolve(__dirname, "../fixtures/rich-workbook.xlsm")),
);
const DRAFT = `<workbook xmlns="urn:kooperationsrechner:workbook:1">{"draft":"282,0 T€ &amp; mehr"}</workbook>`;

describe("keep", () => {
  it("changes our part alone where there is one", async () => {
    const written = await writtenInto(RICH, scenarioPlan());
    const workbook = openPackage(written);
    await workbook.keep(DRAFT);
    expect(await workbook.storedPart()).toBe(DRAFT);
    const kept = workbook.save();
    expect(partNames(kept)).toEqual(partNames(written));
    const [changed, ...others] = differingParts(written, kept);
    expect(others).toEqual([]);
    expect(partOf(kept, changed ?? "")).toBe(DRAFT);
    expect(await openPackage(kept).sheets()).toEqual(await openPackage(written).sheets());
  });

  it("adds it where there is none, and only what leads to it changes", async () => {
    const workbook = openPackage(RICH);
    await workbook.keep(DRAFT);
    const kept = workbook.save();
    expect(await openPackage(kept).storedPart()).toBe(DRAFT);
    expect([...differingParts(RICH, kept)].sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
    ]);
    const added = partNames(kept).filter((name) => !partNames(RICH).includes(name));
    expect(added.every((name) => name.startsWith("customXml/"))).toBe(true);
    expect(added).toHaveLength(3);
    const small = openPackage(BUDGET);
    await small.keep(DRAFT);
    expect(describeFindings(await validateWorkbook(small.save()))).toBe("");
  }, 60_000);

  it("is written over by the next plan, in the same part", async () => {
    const workbook = openPackage(BUDGET);
    await workbook.keep(DRAFT);
    const names = partNames(workbook.save()).filter((name) => name.startsWith("customXml/"));
    await workbook.apply(scenarioPlan());
    expect(await workbook.storedPart()).toBe(scenarioPlan().storedPart);
    const after = partNames(workbook.save()).filter((name) => name.startsWith("customXml/"));
    expect([...after].sort()).toEqual([...names].sort());
  });

  it("refuses in a workbook that is signed, for the signature would no longer hold", async () => {
    const signed = edited(BUDGET, { "_xmlsignatures/sig1.xml": () => "<Signature/>" });
    expect(await refusalOf(() => openPackage(signed).keep(DRAFT))).toContain("digital signiert");
  });

  it("takes no text that is not an element of ours", async () => {
    await expect(openPackage(BUDGET).keep("<other/>")).rejects.toThrow("must be an element");
  });
});

describe("replaceGrid", () => {
  const text: Grid = plainGrid("haushalt", [
    ["Konto", "Ansatz Vorjahr"],
    ["0543100", "1.234,50"],
  ]);
  const typed: Grid = { ...text, rows: [text.rows[0] ?? [], ["0543100", 1234.5]] };

  it("puts numbers in place of texts and changes nothing but the sheet and its formats", async () => {
    const workbook = createWorkbook([text]);
    await workbook.keep(DRAFT);
    const before = workbook.save();
    let changes = 0;
    workbook.onChange = () => (changes += 1);
    workbook.replaceGrid(typed);
    expect(changes).toBe(1);
    const [sheet] = await workbook.read(["haushalt"]);
    expect(sheet?.rows).toEqual(typed.rows);
    const after = workbook.save();
    expect(differingParts(before, after)).toEqual(["xl/worksheets/sheet1.xml"]);
    expect(await openPackage(after).storedPart()).toBe(DRAFT);
    expect(describeFindings(await validateWorkbook(after))).toBe("");
  });

  it("refuses a sheet that is not there", () => {
    expect(() => createWorkbook([text]).replaceGrid({ ...typed, name: "anders" })).toThrow(
      /no worksheet “anders”/,
    );
  });
});

describe("takeBack", () => {
  it("gives the file of before, run by run, and says which sheets are concerned", async () => {
    const workbook = openPackage(BUDGET);
    expect(await workbook.takeBack()).toBeUndefined();
    const report = await workbook.apply(scenarioPlan({ scenarios: TWO_SCENARIOS.slice(0, 1) }));
    expect(report).toEqual({ sheets: 2, refused: [] });
    const first = workbook.save();
    await workbook.apply(scenarioPlan());
    const steps: [number, number][] = [];
    const options = { progress: (done: number, total: number) => steps.push([done, total]) };
    expect(await workbook.takeBack(options)).toEqual([
      INPUTS,
      "KR USt berechnet & bezahlt",
      "KR Prüfung",
    ]);
    expect(steps).toEqual([[1, 1]]);
    expect(workbook.save()).toEqual(first);
    expect(await workbook.takeBack()).toEqual([INPUTS, "KR USt berechnet & bezahlt"]);
    expect(workbook.save()).toEqual(openPackage(BUDGET).save());
    expect((await workbook.sheets()).map(({ name }) => name)).toEqual(["Tabelle1"]);
    expect(await workbook.takeBack()).toBeUndefined();
  });

  it("takes nothing back for a run that was refused", async () => {
    const workbook = openPackage(BUDGET);
    const [sheet] = scenarioPlan().sheets;
    if (sheet === undefined) throw new Error("no sheet");
    const taken = { ...scenarioPlan(), sheets: [{ ...sheet, name: "Tabelle1" }] };
    expect(await refusalOf(() => workbook.apply(taken))).toContain("schon ein Blatt „Tabelle1“");
    expect(await workbook.takeBack()).toBeUndefined();
  });
});

describe("select and watch", () => {
  it("hand an area to the page, which has no window of Excel's, and tell of nothing", async () => {
    const workbook = openPackage(BUDGET);
    const area = { sheet: "Tabelle1", firstRow: 0, firstColumn: 1, lastRow: 0, lastColumn: 1 };
    await workbook.select(area);
    const shown: SheetArea[] = [];
    workbook.onSelect = (asked) => shown.push(asked);
    await workbook.select(area);
    expect(shown).toEqual([area]);
    const stop = await workbook.watch(() => {
      throw new Error("nothing may be told");
    });
    await workbook.apply(scenarioPlan());
    await workbook.takeBack();
    await stop();
  });
});

describe("settings", () => {
  it("are those of the workbook", async () => {
    expect(await openPackage(BUDGET).settings()).toEqual({
      date1904: false,
      manualCalculation: false,
      precisionAsDisplayed: false,
    });
  });
});
