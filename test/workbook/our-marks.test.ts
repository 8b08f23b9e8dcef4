import { openPackage } from "../../src/workbook/package";
import { BUDGET, edited, partOf, sheetNames, writtenInto } from "./edited-workbook";
import { madeWorkbook } from "./made-workbook";
import { refusalOf } from "./refusal-words";
import { scenarioPlan } from "./scenario-plan";

const WORKBOOK = "xl/workbook.xml";
const RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

const withoutComments = (text: string): string => text.replaceAll(/ comment="[^"]*"/g, "");
const withoutMarks = (text: string): string =>
  text.replaceAll(/<definedName name="KR_[^>]*>[^<]*<\/definedName>/g, "");
const withoutStored = (text: string): string =>
  text.replace(/<Relationship [^>]*customXml[^>]*>/, "");
/** No row of column A below the header says anything that looks like a row id. */
const withoutRowIds = (text: string): string =>
  text.replaceAll(
    /(<c r="A(?:[5-9]|\d\d)"[^>]*>)<is>.*?<\/is>/g,
    "$1<is><t>Text mit Leerzeichen</t></is>",
  );

async function ours(bytes: Uint8Array): Promise<readonly string[]> {
  const sheets = await openPackage(bytes).sheets();
  return sheets.filter((sheet) => sheet.ours).map(({ name }) => name);
}

const SHEETS = ["KR Annahmen", "KR USt berechnet & bezahlt", "KR Prüfung"];
const ROW_ID_PARTS = [2, 3, 4].map((number) => `xl/worksheets/sheet${number}.xml`);

const WITHOUT_ROW_IDS = Object.fromEntries(ROW_ID_PARTS.map((part) => [part, withoutRowIds]));

describe("our sheets are found", () => {
  it.each([
    ["by everything", {}],
    ["by the comments of the names", { [RELATIONSHIPS]: withoutStored }],
    ["by the names and the stored part", { [WORKBOOK]: withoutComments, ...WITHOUT_ROW_IDS }],
    [
      "by the names and the row ids",
      { [WORKBOOK]: withoutComments, [RELATIONSHIPS]: withoutStored },
    ],
    ["by the stored part and the row ids", { [WORKBOOK]: withoutMarks }],
    ["by the row ids alone", { [WORKBOOK]: withoutMarks, [RELATIONSHIPS]: withoutStored }],
  ])("%s, and written again", async (_how, edits) => {
    const plan = scenarioPlan();
    const left = edited(await writtenInto(BUDGET, plan), edits);
    expect(await ours(left)).toEqual(SHEETS);
    const again = await writtenInto(left, scenarioPlan({ amount: 3 }));
    expect(await sheetNames(again)).toEqual(["Tabelle1", ...SHEETS]);
    expect(await openPackage(again).storedPart()).toBe(plan.storedPart);
    expect(partOf(again, WORKBOOK).match(/name="KR_assumptions"/g)).toHaveLength(1);
  });

  it("when the stored part hangs on the package, where no reference to it stays behind", async () => {
    const written = await writtenInto(BUDGET, scenarioPlan());
    const relationship = /<Relationship [^>]*customXml[^>]*>/.exec(partOf(written, RELATIONSHIPS));
    const moved = edited(written, {
      [RELATIONSHIPS]: withoutStored,
      [WORKBOOK]: withoutComments,
      "_rels/.rels": (text) =>
        text.replace(
          "</Relationships>",
          `${relationship?.[0].replace(/Id="[^"]*"/, 'Id="rId7"') ?? ""}</Relationships>`,
        ),
    });
    expect(await ours(moved)).toEqual(SHEETS);
    const again = await writtenInto(moved, scenarioPlan());
    expect(partOf(again, "_rels/.rels")).not.toContain("customXml");
    expect(partOf(again, RELATIONSHIPS)).toContain("customXml");
  });

  it("whatever the user calls them", async () => {
    const plan = scenarioPlan();
    const renamed = edited(await writtenInto(BUDGET, plan), {
      [WORKBOOK]: (text) => text.replaceAll("KR Annahmen", "Meine Annahmen"),
    });
    expect(await ours(renamed)).toEqual(["Meine Annahmen", ...SHEETS.slice(1)]);
  });
});

describe("a sheet of the user's is not ours", () => {
  const named = (names: string): Uint8Array =>
    madeWorkbook({ behind: `<definedNames>${names}</definedNames>` });
  it.each([
    ["with a name like ours", '<definedName name="KR_Satz">Tabelle1!$A$1</definedName>'],
    [
      "with a mark on another cell",
      '<definedName name="KR_assumptions" comment="Kooperationsrechner">Tabelle1!$A$2</definedName>',
    ],
    [
      "with a mark on several cells",
      '<definedName name="KR_assumptions" comment="Kooperationsrechner">Tabelle1!$A$1:$B$2</definedName>',
    ],
    [
      "with a mark that is only seen on the sheet",
      '<definedName name="KR_assumptions" comment="Kooperationsrechner" localSheetId="0">Tabelle1!$A$1</definedName>',
    ],
  ])("%s", async (_what, names) => {
    expect(await ours(named(names))).toEqual([]);
  });

  it("because it has the name of one that the stored part lists", async () => {
    const own = edited(await writtenInto(BUDGET, scenarioPlan()), {
      ...WITHOUT_ROW_IDS,
      [WORKBOOK]: withoutMarks,
    });
    expect(await ours(own)).toEqual([]);
    expect(await refusalOf(() => openPackage(own).apply(scenarioPlan()))).toContain(
      "schon ein Blatt „KR Annahmen“, das nicht vom Kooperationsrechner stammt",
    );
  });

  it("because it is a copy of ours", async () => {
    const copied = edited(await writtenInto(BUDGET, scenarioPlan()), {
      [WORKBOOK]: (text) => withoutMarks(text).replace("KR Prüfung", "KR Prüfung (2)"),
      [RELATIONSHIPS]: withoutStored,
    });
    expect(await ours(copied)).toEqual(SHEETS.slice(0, 2));
  });

  it("and a name of the user's that ours would double is refused", async () => {
    const taken = named('<definedName name="kr_assumptions">Tabelle1!$B$2</definedName>');
    expect(await refusalOf(() => openPackage(taken).apply(scenarioPlan()))).toContain(
      "schon den Namen „kr_assumptions“",
    );
  });

  it("and a mark of ours whose sheet was deleted goes", async () => {
    const stray = named(
      '<definedName name="KR_assumptions" comment="Kooperationsrechner">#REF!</definedName><definedName name="KR_old" comment="Kooperationsrechner">#REF!</definedName><definedName name="KR_mine">#REF!</definedName>',
    );
    const text = partOf(await writtenInto(stray, scenarioPlan()), WORKBOOK);
    expect(text.match(/name="KR_assumptions"/g)).toHaveLength(1);
    expect(text).not.toContain("KR_old");
    expect(text).toContain('<definedName name="KR_mine">#REF!</definedName>');
  });
});
