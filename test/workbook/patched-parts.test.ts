import { readFileSync } from "node:fs";
import path from "node:path";
import type { PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { createWorkbook, openPackage } from "../../src/workbook/package";
import { Archive } from "../../src/workbook/package/archive";
import { STYLES } from "../../src/workbook/styles";
import { madeWorkbook } from "./made-workbook";
import type { MadeWorkbook } from "./made-workbook";
import { SAMPLE_PLAN } from "./sample-plan";

const RICH = new Uint8Array(
  readFileSync(path.resolve(__dirname, "../fixtures/rich-workbook.xlsm")),
);

/** Texts of the parts after the plan has been written into a workbook. */
async function partsAfter(
  bytes: Uint8Array,
  plan: WorkbookPlan = SAMPLE_PLAN,
): Promise<(part: string) => string> {
  const workbook = openPackage(bytes);
  await workbook.apply(plan);
  const archive = Archive.open(workbook.save());
  return (part) => (archive.has(part) ? new TextDecoder().decode(archive.read(part)) : "");
}

function after(made: MadeWorkbook, plan?: WorkbookPlan): Promise<(part: string) => string> {
  return partsAfter(madeWorkbook(made), plan);
}

/** The sample plan with one sheet that holds these cells alone. */
function planOf(...cells: readonly PlanCell[]): WorkbookPlan {
  const [, inputs] = SAMPLE_PLAN.sheets;
  if (inputs === undefined) throw new Error("no sheet");
  return {
    ...SAMPLE_PLAN,
    sheets: [{ ...inputs, cells, validations: [], conditionalFormats: [] }],
  };
}

describe("the workbook part", () => {
  it("gets sheets at the end, names at their place and a full calculation", async () => {
    const part = await after({
      before: '<bookViews><workbookView activeTab="0"/></bookViews>',
      behind: '<calcPr calcId="191029" calcMode="manual"/><oleSize ref="A1"/>',
    });
    expect(part("xl/workbook.xml")).toContain(
      '<sheets><sheet name="Tabelle1" sheetId="3" r:id="rId1"/><sheet name="KR Vergleich &amp; Ergebnis" sheetId="4" r:id="rId3"/><sheet name="KR Annahmen" sheetId="5" r:id="rId4"/></sheets><definedNames><definedName name="KR_comparison"',
    );
    expect(part("xl/workbook.xml")).toContain(
      '</definedNames><calcPr fullCalcOnLoad="1" calcId="191029" calcMode="manual"/><oleSize ref="A1"/></workbook>',
    );
    expect(part("xl/workbook.xml").match(/<bookViews>/g)).toHaveLength(1);
    const asked = await after({ behind: '<calcPr fullCalcOnLoad="0" iterate="1"/>' });
    expect(asked("xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1" iterate="1"/>');
  });

  it("keeps the names of others and counts sheets for ours from its own length", async () => {
    const part = await partsAfter(RICH);
    const names = /<definedNames>(.*)<\/definedNames>/.exec(part("xl/workbook.xml"))?.[1] ?? "";
    expect(names.startsWith(`<definedName name="Steuersatz">'_Listen'!$A$1</definedName>`)).toBe(
      true,
    );
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="4">'KR Vergleich &amp; Ergebnis'!$A:$B,'KR Vergleich &amp; Ergebnis'!$4:$4</definedName>`,
    );
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="5">'KR Annahmen'!$A$1:$B$13</definedName>`,
    );
  });

  it("loses the order of calculation with its reference and type, and nothing else", async () => {
    const part = await partsAfter(RICH);
    expect(part("xl/calcChain.xml")).toBe("");
    expect(part("xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(part("[Content_Types].xml")).not.toContain("calcChain");
    expect(part("xl/_rels/workbook.xml.rels")).toContain("vbaProject.bin");
    expect(part("customXml/item1.xml")).toContain("bleibt");
  });
});

describe("the styles part", () => {
  it("is appended to, never renumbered", async () => {
    const before = new TextDecoder().decode(Archive.open(RICH).read("xl/styles.xml"));
    const now = (await partsAfter(RICH))("xl/styles.xml");
    for (const collection of [
      "fonts",
      "fills",
      "borders",
      "cellXfs",
      "dxfs",
      "numFmts",
      "cellStyleXfs",
    ]) {
      const inside = new RegExp(`<${collection}( count="(\\d+)")?[^>]*>(.*)</${collection}>`);
      const [, , , old = ""] = inside.exec(before) ?? [];
      const [, , count, content = ""] = inside.exec(now) ?? [];
      expect(content.startsWith(old)).toBe(true);
      const item = {
        fonts: "font",
        fills: "fill",
        borders: "border",
        cellXfs: "xf",
        dxfs: "dxf",
        numFmts: "numFmt",
        cellStyleXfs: "xf",
      }[collection];
      if (count !== undefined)
        expect(content.match(new RegExp(`<${item}[ />]`, "g"))).toHaveLength(Number(count));
    }
  });

  it("gives every style its number format", async () => {
    const cells = Object.keys(STYLES).map((style, row): PlanCell => ({
      row,
      column: 0,
      style: style as keyof typeof STYLES,
      value: 1,
    }));
    const workbook = createWorkbook([]);
    await workbook.apply(planOf(...cells));
    const [grid] = await workbook.read(["KR Annahmen"]);
    for (const { row, style } of cells)
      expect(grid?.formatAt(row, 0)).toBe(STYLES[style].numberFormat);
  });
});

describe("a cell of ours", () => {
  async function sheetOf(
    cell: Omit<PlanCell, "row" | "column" | "style">,
    made: MadeWorkbook = {},
    style: PlanCell["style"] = "label",
  ): Promise<string> {
    const part = await after(made, planOf({ row: 0, column: 0, style, ...cell }));
    return /<sheetData>(.*)<\/sheetData>/.exec(part("xl/worksheets/sheet2.xml"))?.[1] ?? "";
  }

  it("holds text that begins like a formula as text, also when someone confirms it again", async () => {
    for (const value of ["=1+1", "+49", "-5", "@SUM(A1)", "0529100", "03.02"]) {
      const part = await after({}, planOf({ row: 0, column: 0, style: "label", value }));
      const [, format, text] =
        /<c r="A1" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">(.*?)<\/t><\/is><\/c>/.exec(
          part("xl/worksheets/sheet2.xml"),
        ) ?? [];
      expect(text).toBe(value);
      const formats =
        /<cellXfs[^>]*>(.*)<\/cellXfs>/
          .exec(part("xl/styles1.xml"))?.[1]
          ?.match(/<xf [^>]*\/>|<xf [^>]*>.*?<\/xf>/g) ?? [];
      expect(formats[Number(format)]).toContain('quotePrefix="1"');
    }
  });

  it("has its cached value beside the formula", async () => {
    expect(await sheetOf({ value: 3, formula: "=1+2" })).toMatch(
      /<c r="A1" s="\d+"><f>1\+2<\/f><v>3<\/v><\/c>/,
    );
    expect(await sheetOf({ value: "a<b", formula: '="a"&"<b"' })).toMatch(
      / t="str"><f>&quot;a&quot;&amp;&quot;&lt;b&quot;<\/f><v>a&lt;b<\/v>/,
    );
    expect(await sheetOf({ value: false, formula: "=1>2" })).toMatch(
      / t="b"><f>1&gt;2<\/f><v>0<\/v>/,
    );
    expect(await sheetOf({ value: null, formula: '=""' })).toMatch(
      / t="str"><f>&quot;&quot;<\/f><v><\/v>/,
    );
  });

  it("keeps an empty cell truly empty, and its style", async () => {
    expect(await sheetOf({ value: null })).toMatch(
      /^<row r="1" ht="24" customHeight="1"><c r="A1" s="\d+"\/><\/row>$/,
    );
  });

  it("writes dates in the date system of the workbook", async () => {
    const old = { before: '<workbookPr date1904="1"/>' };
    expect(await sheetOf({ value: 45351 }, {}, "date")).toContain("<v>45351</v>");
    expect(await sheetOf({ value: 45351 }, old, "date")).toContain("<v>43889</v>");
    expect(await sheetOf({ value: 45351 }, old, "amount")).toContain("<v>45351</v>");
    const part = await after(old);
    expect(part("xl/worksheets/sheet3.xml")).toContain(
      "<formula1>35064</formula1><formula2>53691</formula2>",
    );
  });

  it("cannot hold what is no number: a fault of the plan", async () => {
    await expect(sheetOf({ value: NaN })).rejects.toThrow("a cell cannot hold NaN");
  });
});

describe("the settings of a sheet", () => {
  it("stand behind the cells as Excel writes them", async () => {
    const part = await partsAfter(RICH);
    const behind = part("xl/worksheets/sheet6.xml").replace(/.*<\/sheetData>/s, "");
    expect(behind.replace(/dxfId="\d+"/g, 'dxfId="…"').replaceAll("><", ">\n<")).toMatchSnapshot();
    expect(part("xl/worksheets/sheet5.xml")).toContain(
      '</headerFooter><rowBreaks count="2" manualBreakCount="2"><brk id="32" max="16383" man="1"/><brk id="50" max="16383" man="1"/></rowBreaks><drawing',
    );
    expect(part("xl/worksheets/sheet6.xml")).toContain(
      '<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/>',
    );
  });

  it("tells what the user should know of the workbook", async () => {
    const workbook = openPackage(
      madeWorkbook({
        before: '<workbookPr date1904="true"/>',
        behind: '<calcPr calcMode="manual" fullPrecision="0"/>',
      }),
    );
    expect(await workbook.settings()).toEqual({
      date1904: true,
      manualCalculation: true,
      precisionAsDisplayed: true,
    });
    expect(await openPackage(madeWorkbook()).settings()).toEqual({
      date1904: false,
      manualCalculation: false,
      precisionAsDisplayed: false,
    });
  });
});

describe("a chart", () => {
  it("is native, linked to its cells, with the figures it shows", async () => {
    const part = await partsAfter(RICH);
    // The first two charts belong to the user.
    expect(part("xl/charts/chart5.xml").replaceAll("><", ">\n<")).toMatchSnapshot();
  });

  it("begins at zero where the plan says so", async () => {
    const part = await partsAfter(RICH);
    const zero = '<c:orientation val="minMax"/><c:min val="0"/></c:scaling>';
    expect(part("xl/charts/chart4.xml")).toContain(zero);
    expect(part("xl/charts/chart5.xml")).not.toContain(zero);
  });

  it("carries its alternative text", async () => {
    const part = await partsAfter(RICH);
    expect(part("xl/drawings/drawing2.xml")).toContain(
      'name="kosten" descr="Diagramm „kosten“: die Zahlen stehen in den Zeilen 5 bis 10 &amp; daneben."',
    );
    expect(part("xl/worksheets/_rels/sheet5.xml.rels")).toContain(
      'Target="/xl/drawings/drawing2.xml"',
    );
  });

  it("hides an invisible series from the legend too", async () => {
    const part = await partsAfter(RICH);
    expect(part("xl/charts/chart8.xml")).toContain(
      "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
    );
    expect(part("xl/charts/chart8.xml")).toContain(
      '<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>',
    );
  });
});
