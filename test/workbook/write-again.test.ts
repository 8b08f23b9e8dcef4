import { readFileSync } from "node:fs";
import path from "node:path";
import { openPackage } from "../../src/workbook/package";
import {
  BUDGET,
  definedNames,
  differingParts,
  edited,
  partNames,
  partOf,
  sheetNames,
  sheetPart,
  writtenInto,
} from "./edited-workbook";
import { describeFindings, validateWorkbook } from "../judges/validator";
import { madeWorkbook } from "./made-workbook";
import { refusalOf } from "./refusal-words";
import { SAMPLE_PLAN } from "./sample-plan";
import { INPUTS, scenarioPlan, TWO_SCENARIOS } from "./scenario-plan";
import { packFiles } from "./zip-maker";

const RICH = new Uint8Array(
  readFileSync(path.resolve(__dirname, "../fixtures/rich-workbook.xlsm")),
);
const THREE_SCENARIOS = [...TWO_SCENARIOS, { id: "in-house", name: "Inhouse" }];

/** Parts that name sheets, styles or types, and may change when our sheets do. */
const SHARED_PARTS = [
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "[Content_Types].xml",
  "xl/styles.xml",
];

/** Every part has a type of its own, and every part with a type is there. */
function orphans(bytes: Uint8Array): readonly string[] {
  const names = partNames(bytes);
  const types = partOf(bytes, "[Content_Types].xml");
  const typed = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name = ""]) => name);
  const all = names
    .filter((name) => name.endsWith(".rels"))
    .map((name) => partOf(bytes, name))
    .join("");
  const unreferred = names.filter((name) => {
    const file = name.split("/").at(-1) ?? "";
    return !/\.rels$|\[Content_Types\]/.test(name) && !all.includes(file);
  });
  return [...typed.filter((name) => !names.includes(name)), ...unreferred];
}

describe("writing the same plan again", () => {
  it.each([
    ["a small budget", BUDGET, scenarioPlan()],
    ["a rich workbook", RICH, SAMPLE_PLAN],
  ])("leaves every byte of %s as it was", async (_name, budget, plan) => {
    const first = await writtenInto(budget, plan);
    const second = await writtenInto(first, plan);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("leaves parts compressed as another program packed them", async () => {
    const written = await writtenInto(BUDGET, scenarioPlan());
    const repacked = packFiles(
      Object.fromEntries(partNames(written).map((name) => [name, partOf(written, name)])),
    );
    expect(differingParts(written, repacked)).not.toEqual([]);
    expect(await writtenInto(repacked, scenarioPlan())).toEqual(repacked);
  });

  it("leaves references as another program wrote them", async () => {
    const relationships = "xl/_rels/workbook.xml.rels";
    const relative = edited(await writtenInto(BUDGET, scenarioPlan()), {
      [relationships]: (text) => text.replaceAll('Target="/xl/', 'Target="'),
    });
    expect(await writtenInto(relative, scenarioPlan())).toEqual(relative);
  });

  it("does not grow the file in twenty runs with changing values and scenarios", async () => {
    const first = await writtenInto(BUDGET, scenarioPlan());
    let file = first;
    for (let run = 1; run <= 20; run++) {
      const scenarios = run % 3 === 0 ? TWO_SCENARIOS.slice(0, 1) : THREE_SCENARIOS;
      file = await writtenInto(
        file,
        scenarioPlan({ scenarios: run === 20 ? TWO_SCENARIOS : scenarios, amount: 1000 + run }),
      );
      expect(orphans(file)).toEqual([]);
    }
    file = await writtenInto(file, scenarioPlan());
    expect([...partNames(file)].sort()).toEqual([...partNames(first)].sort());
    expect(partOf(file, "xl/styles.xml")).toBe(partOf(first, "xl/styles.xml"));
    expect(Math.abs(file.length - first.length)).toBeLessThan(20);
  });
});

describe("writing another plan", () => {
  it("changes only our sheets when values change", async () => {
    const first = await writtenInto(RICH, SAMPLE_PLAN);
    const [result, inputs] = SAMPLE_PLAN.sheets;
    if (result === undefined || inputs === undefined) throw new Error("no sheet");
    const cells = inputs.cells.map((cell) =>
      cell.row === 3 && cell.column === 1 ? { ...cell, value: 45000 } : cell,
    );
    const second = await writtenInto(first, {
      ...SAMPLE_PLAN,
      sheets: [result, { ...inputs, cells }],
    });
    expect(differingParts(first, second)).toEqual([sheetPart(first, "KR Annahmen")]);
    const [grid] = await openPackage(second).read(["KR Annahmen"]);
    expect(grid?.rows[3]?.[1]).toBe(45000);
  });

  it("keeps everything that is not ours, compressed as it was, whatever changes", async () => {
    for (const scenarios of [TWO_SCENARIOS.slice(0, 1), THREE_SCENARIOS, []]) {
      const first = await writtenInto(RICH, scenarioPlan());
      const second = await writtenInto(first, scenarioPlan({ scenarios, amount: 7, years: 6 }));
      const changed = differingParts(RICH, second);
      expect(changed.filter((name) => !SHARED_PARTS.includes(name))).toEqual(["xl/calcChain.xml"]);
      expect(orphans(second).filter((name) => partNames(RICH).includes(name))).toEqual(
        orphans(RICH).filter((name) => name !== "xl/calcChain.xml"),
      );
    }
  });

  it("adds the sheet of a new scenario behind the others and counts the names of all sheets", async () => {
    const first = await writtenInto(BUDGET, scenarioPlan());
    const second = await writtenInto(first, scenarioPlan({ scenarios: THREE_SCENARIOS }));
    expect(await sheetNames(second)).toEqual([
      "Tabelle1",
      INPUTS,
      "KR USt berechnet & bezahlt",
      "KR Prüfung",
      "KR Inhouse",
    ]);
    expect(definedNames(second)).toEqual([
      "_xlnm.Print_Area@0 = Tabelle1!$A$1:$B$9",
      "Satz = Tabelle1!$A$1",
      "KR_assumptions = 'KR Annahmen'!$A$1",
      "KR_scenario_invoiced = 'KR USt berechnet &amp; bezahlt'!$A$1",
      "KR_scenario_audited = 'KR Prüfung'!$A$1",
      "KR_scenario_in_house = 'KR Inhouse'!$A$1",
      "_xlnm.Print_Area@1 = 'KR Annahmen'!$A$1:$B$7",
      "_xlnm.Print_Titles@1 = 'KR Annahmen'!$1:$4",
      "_xlnm.Print_Area@2 = 'KR USt berechnet &amp; bezahlt'!$A$1:$E$20",
      "_xlnm.Print_Titles@2 = 'KR USt berechnet &amp; bezahlt'!$1:$4",
      "_xlnm.Print_Area@3 = 'KR Prüfung'!$A$1:$E$20",
      "_xlnm.Print_Titles@3 = 'KR Prüfung'!$1:$4",
      "_xlnm.Print_Area@4 = 'KR Inhouse'!$A$1:$E$20",
      "_xlnm.Print_Titles@4 = 'KR Inhouse'!$1:$4",
      "KR_Bereich@1 = 'KR Annahmen'!$A$1:$B$7",
      "KR_Bereich@2 = 'KR USt berechnet &amp; bezahlt'!$A$1:$E$20",
      "KR_Bereich@3 = 'KR Prüfung'!$A$1:$E$20",
      "KR_Bereich@4 = 'KR Inhouse'!$A$1:$E$20",
    ]);
  });

  it("takes out the sheet of a scenario that is gone, with its chart and names", async () => {
    const first = await writtenInto(BUDGET, scenarioPlan({ scenarios: THREE_SCENARIOS }));
    const second = await writtenInto(first, scenarioPlan());
    const direct = await writtenInto(BUDGET, scenarioPlan());
    expect([...partNames(second)].sort()).toEqual([...partNames(direct)].sort());
    // Only the id of the stored part counts on.
    expect(differingParts(direct, second)).toEqual(["xl/_rels/workbook.xml.rels"]);
  });

  it("keeps the tab of a renamed scenario: its number, its state and its reference", async () => {
    const hidden = edited(await writtenInto(BUDGET, scenarioPlan()), {
      "xl/workbook.xml": (text) =>
        text.replace('name="KR Prüfung" ', 'name="KR Prüfung" state="hidden" '),
    });
    const renamed = [
      TWO_SCENARIOS[0] ?? { id: "", name: "" },
      { id: "audited", name: "Außenprüfung" },
    ];
    const second = await writtenInto(hidden, scenarioPlan({ scenarios: renamed }));
    const before = /<sheet name="KR Prüfung"([^>]*)>/.exec(partOf(hidden, "xl/workbook.xml"))?.[1];
    expect(partOf(second, "xl/workbook.xml")).toContain(
      `<sheet name="KR Außenprüfung"${before ?? "?"}>`,
    );
    expect(definedNames(second)).toContain("KR_scenario_audited = 'KR Außenprüfung'!$A$1");
    expect(partOf(second, "xl/workbook.xml")).not.toContain("KR Prüfung");
  });
});

describe("the order of the sheets", () => {
  /** The user moved our sheets to the front and stands on the second of them. */
  async function movedToFront(): Promise<Uint8Array> {
    return edited(await writtenInto(BUDGET, scenarioPlan()), {
      "xl/workbook.xml": (text) => {
        const own = /<sheet name="Tabelle1"[^>]*>/.exec(text)?.[0] ?? "?";
        return text
          .replace(own, "")
          .replace("</sheets>", `${own}</sheets>`)
          .replaceAll(/localSheetId="(\d+)"/g, (_all, digits: string) =>
            digits === "0" ? 'localSheetId="3"' : `localSheetId="${Number(digits) - 1}"`,
          )
          .replace('activeTab="0"', 'activeTab="1" firstSheet="3"');
      },
    });
  }

  it("is the user's; ours stand where the first of them stood, and views and names follow", async () => {
    const second = await writtenInto(
      await movedToFront(),
      scenarioPlan({ scenarios: THREE_SCENARIOS }),
    );
    expect(await sheetNames(second)).toEqual([
      INPUTS,
      "KR USt berechnet & bezahlt",
      "KR Prüfung",
      "KR Inhouse",
      "Tabelle1",
    ]);
    expect(partOf(second, "xl/workbook.xml")).toContain('activeTab="1" firstSheet="4"');
    expect(definedNames(second)).toContain("_xlnm.Print_Area@4 = Tabelle1!$A$1:$B$9");
    expect(definedNames(second)).toContain("_xlnm.Print_Area@0 = 'KR Annahmen'!$A$1:$B$7");
  });

  it("shows the first of ours when the sheet shown is gone", async () => {
    const second = await writtenInto(await movedToFront(), scenarioPlan({ scenarios: [] }));
    expect(await sheetNames(second)).toEqual([INPUTS, "Tabelle1"]);
    expect(partOf(second, "xl/workbook.xml")).toContain('activeTab="0" firstSheet="1"');
  });

  it("names the shown tab where it was the first and is not any more", async () => {
    const moved = edited(await writtenInto(BUDGET, scenarioPlan()), {
      "xl/workbook.xml": (text) => {
        const own = /<sheet name="KR Prüfung"[^>]*>/.exec(text)?.[0] ?? "?";
        return text
          .replace(own, "")
          .replace("<sheets>", `<sheets>${own}`)
          .replaceAll(/localSheetId="(\d+)"/g, (_all, digits: string) =>
            digits === "3" ? 'localSheetId="0"' : `localSheetId="${Number(digits) + 1}"`,
          )
          .replace(' activeTab="0"', "");
      },
    });
    const second = await writtenInto(moved, scenarioPlan());
    expect(await sheetNames(second)).toEqual([
      INPUTS,
      "KR USt berechnet & bezahlt",
      "KR Prüfung",
      "Tabelle1",
    ]);
    expect(partOf(second, "xl/workbook.xml")).toContain('<workbookView activeTab="2"/>');
    expect(definedNames(second)).toContain("_xlnm.Print_Area@3 = Tabelle1!$A$1:$B$9");
  });
});

describe("withoutOurSheets", () => {
  it("gives the workbook of before; only styles and the wish for a calculation stay", async () => {
    const written = openPackage(await writtenInto(RICH, SAMPLE_PLAN));
    const clean = written.withoutOurSheets().save();
    expect(partNames(clean)).toEqual(partNames(RICH).filter((name) => name !== "xl/calcChain.xml"));
    expect([...differingParts(RICH, clean)].sort()).toEqual(
      [...SHARED_PARTS, "xl/calcChain.xml"].sort(),
    );
    const before = partOf(RICH, "xl/workbook.xml").replace(/<calcPr[^>]*>/, "");
    expect(partOf(clean, "xl/workbook.xml").replace(/<calcPr[^>]*>/, "")).toBe(before);
    expect(await openPackage(clean).storedPart()).toBeUndefined();
  });

  it("leaves no list of names where there was none", async () => {
    const clean = openPackage(await writtenInto(madeWorkbook(), scenarioPlan())).withoutOurSheets();
    expect(partOf(clean.save(), "xl/workbook.xml")).not.toContain("definedNames");
    expect(describeFindings(await validateWorkbook(clean.save()))).toBe("");
  }, 60_000);

  it("leaves the workbook itself as it is", async () => {
    const written = openPackage(await writtenInto(BUDGET, scenarioPlan()));
    const before = written.save();
    written.withoutOurSheets();
    expect(written.save()).toEqual(before);
    expect((await written.sheets()).some(({ ours }) => ours)).toBe(true);
  });

  it("can be written into as at first", async () => {
    const clean = openPackage(await writtenInto(BUDGET, scenarioPlan())).withoutOurSheets();
    await clean.apply(scenarioPlan());
    expect(await sheetNames(clean.save())).toHaveLength(4);
  });

  it("refuses to leave nothing that can be seen", async () => {
    const hidden = edited(await writtenInto(BUDGET, scenarioPlan()), {
      "xl/workbook.xml": (text) =>
        text.replace('name="Tabelle1"', 'name="Tabelle1" state="hidden"'),
    });
    expect(await refusalOf(() => openPackage(hidden).withoutOurSheets())).toContain(
      "kein sichtbares Blatt",
    );
  });

  it("refuses while a formula of the user's leads to our sheets", async () => {
    const linked = edited(await writtenInto(BUDGET, scenarioPlan()), {
      "xl/worksheets/sheet1.xml": (text) => text.replace("A1*2", "'KR Annahmen'!B5"),
    });
    expect(await refusalOf(() => openPackage(linked).withoutOurSheets())).toContain(
      "'Tabelle1'!B1",
    );
  });
});
