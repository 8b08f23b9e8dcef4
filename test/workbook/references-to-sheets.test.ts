import { refersTo } from "../../src/workbook/sheet-references";
import { BUDGET, definedNames, edited, partOf, sheetPart, writtenInto } from "./edited-workbook";
import type { Edits } from "./edited-workbook";
import { refusalOf } from "./refusal-words";
import { scenarioPlan, TWO_SCENARIOS } from "./scenario-plan";

const LOST = "KR USt berechnet & bezahlt";
const USER_PART = "xl/worksheets/sheet1.xml";

async function withoutScenario(edits: Edits): Promise<Uint8Array> {
  const written = await writtenInto(BUDGET, scenarioPlan());
  return writtenInto(
    edited(written, edits),
    scenarioPlan({ scenarios: TWO_SCENARIOS.slice(1), amount: 2000 }),
  );
}

const formula = (text: string): Edits => ({
  [USER_PART]: (sheet) => sheet.replace("A1*2", text.replaceAll("&", "&amp;")),
});

describe("a reference to a sheet that goes", () => {
  it.each([
    `'${LOST}'!B5+1`,
    `SUM('Tabelle1:${LOST}'!B5)`,
    `INDIRECT("'${LOST}'!B5")`,
    `"it's"&'${LOST}'!$B$5`,
  ])("is refused with its cell: %s", async (text) => {
    const words = await refusalOf(() => withoutScenario(formula(text)));
    expect(words).toContain(`(${LOST}), wird noch Bezug genommen: 'Tabelle1'!B1. Bitte`);
  });

  it.each([`'${LOST} 2'!B5`, `'[1]${LOST}'!B5`, `"KR USt berechnet"&A1`, "'KR Prüfung'!B5"])(
    "is not seen in another: %s",
    async (text) => {
      const bytes = await withoutScenario(formula(text));
      expect(partOf(bytes, USER_PART)).toContain(text.replaceAll("&", "&amp;"));
    },
  );

  it("is found however its letters are written", async () => {
    const escaped = {
      [USER_PART]: (sheet: string) =>
        sheet.replace("A1*2", "&apos;KR USt berechnet &#38; bezahlt&apos;!B5"),
    };
    expect(await refusalOf(() => withoutScenario(escaped))).toContain("'Tabelle1'!B1");
  });

  it("is refused in names, links, rules and charts of the user's too", async () => {
    const escaped = LOST.replaceAll("&", "&amp;");
    const cases: [Edits, string][] = [
      [
        {
          "xl/workbook.xml": (text) =>
            text.replace(
              "</definedNames>",
              `<definedName name="Meins">'${escaped}'!$B$5</definedName></definedNames>`,
            ),
        },
        "Name „Meins“",
      ],
      [
        {
          [USER_PART]: (text) =>
            text.replace(
              "</sheetData>",
              `</sheetData><hyperlinks><hyperlink ref="C3" location="'${escaped}'!A1"/></hyperlinks>`,
            ),
        },
        "'Tabelle1'!C3",
      ],
      [
        {
          [USER_PART]: (text) =>
            text.replace(
              "</sheetData>",
              `</sheetData><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>'${escaped}'!B5&gt;1</formula></cfRule></conditionalFormatting>`,
            ),
        },
        "eine Regel auf „Tabelle1“",
      ],
      [
        {
          "xl/charts/chart9.xml": () =>
            `<c:chartSpace xmlns:c="c"><c:f>'${escaped}'!$B$5:$C$5</c:f></c:chartSpace>`,
          "xl/worksheets/_rels/sheet1.xml.rels": () =>
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/drawing" Target="../charts/chart9.xml"/></Relationships>',
        },
        "ein Diagramm oder eine Auswertung auf „Tabelle1“",
      ],
    ];
    for (const [edits, words] of cases) {
      expect(await refusalOf(() => withoutScenario(edits))).toContain(words);
    }
  });

  it("is refused in what users wrote beside our sheets that stay", async () => {
    const written = await writtenInto(BUDGET, scenarioPlan());
    const kept = sheetPart(written, "KR Prüfung");
    const cell = `<c r="H5"><f>'${LOST.replaceAll("&", "&amp;")}'!B5</f><v>1</v></c>`;
    const edits = {
      [kept]: (text: string) => text.replace(/(<row r="5".*?)(<\/row>)/, `$1${cell}$2`),
    };
    expect(await refusalOf(() => withoutScenario(edits))).toContain("'KR Prüfung'!H5");
  });

  it("is refused when the sheet would only be called otherwise", async () => {
    const written = edited(await writtenInto(BUDGET, scenarioPlan()), formula(`'${LOST}'!B5`));
    const scenarios = [{ id: "invoiced", name: "Neu" }, ...TWO_SCENARIOS.slice(1)];
    expect(await refusalOf(() => writtenInto(written, scenarioPlan({ scenarios })))).toContain(
      "'Tabelle1'!B1",
    );
  });
});

describe("a reference to a sheet that stays", () => {
  it("keeps working by its name", async () => {
    const linked = edited(await writtenInto(BUDGET, scenarioPlan()), formula(`'${LOST}'!B5`));
    const again = await writtenInto(linked, scenarioPlan({ amount: 5 }));
    expect(partOf(again, USER_PART)).toBe(partOf(linked, USER_PART));
  });

  it("keeps names that users gave on our sheets, at their new position", async () => {
    const named = edited(await writtenInto(BUDGET, scenarioPlan()), {
      "xl/workbook.xml": (text) =>
        text.replace(
          "</definedNames>",
          `<definedName name="Meins" localSheetId="3">'KR Prüfung'!$H$5</definedName></definedNames>`,
        ),
    });
    const scenarios = TWO_SCENARIOS.slice(1);
    expect(definedNames(await writtenInto(named, scenarioPlan({ scenarios })))).toContain(
      "Meins@2 = 'KR Prüfung'!$H$5",
    );
    expect(
      await refusalOf(() =>
        writtenInto(named, scenarioPlan({ scenarios: TWO_SCENARIOS.slice(0, 1) })),
      ),
    ).toContain("Name „Meins“");
  });
});

describe("refersTo", () => {
  const names = new Set(["kr a", "b", "o'neill"]);
  it.each([
    ["'KR A'!A1", true],
    ["b!A1", true],
    ["SUM(A:B!C1)", true],
    ["SUM('x:KR A'!C1)", true],
    ["'O''Neill'!A1", true],
    ["'KR A B'!A1", false],
    ["bb!A1", false],
    ["'[2]KR A'!A1", false],
    ["KR A", false],
  ])("%s: %s", (text, expected) => {
    expect(refersTo(text, names)).toBe(expected);
  });
});
