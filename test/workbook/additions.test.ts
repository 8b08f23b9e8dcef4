import { describeFindings, validateWorkbook } from "../judges/validator";
import { BUDGET, partNames, partOf, writtenInto } from "./edited-workbook";
import type { Edits } from "./edited-workbook";
import { refusalOf } from "./refusal-words";
import { scenarioPlan } from "./scenario-plan";
import { again, behindData, both, INPUT_PART, withCells } from "./user-additions";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

let written: Uint8Array;
beforeAll(async () => {
  written = await writtenInto(BUDGET, scenarioPlan());
});

/** Parts that Excel adds to a sheet, with their types. */
function withParts(
  sheet: string,
  relationships: string,
  parts: Readonly<Record<string, [type: string, content: string]>>,
): Edits {
  const types = Object.entries(parts)
    .map(([name, [type]]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join("");
  const contents = Object.entries(parts).map(([name, [, content]]): [string, () => string] => [
    name,
    () => content,
  ]);
  const file = sheet.replace(/([^/]+)$/, "_rels/$1.rels");
  return {
    ...(types === ""
      ? {}
      : { "[Content_Types].xml": (text) => text.replace("</Types>", `${types}</Types>`) }),
    [file]: (text) =>
      text === ""
        ? `<Relationships xmlns="${PACKAGE}">${relationships}</Relationships>`
        : text.replace("</Relationships>", `${relationships}</Relationships>`),
    ...Object.fromEntries(contents),
  };
}

function relationship(id: string, kind: string, target: string, mode = ""): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${mode}/>`;
}

/** A note on a cell of the inputs, as Excel stores it. */
function withComment(cell: string): Edits {
  return {
    ...withParts(
      INPUT_PART,
      relationship("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml") +
        relationship("rId2", "comments", "../comments1.xml"),
      {
        "xl/comments1.xml": [
          `${SPREADSHEET}.comments+xml`,
          `<comments xmlns="${MAIN}"><authors><author>A</author></authors><commentList><comment ref="${cell}" authorId="0"><text><t>Woher?</t></text></comment></commentList></comments>`,
        ],
        "xl/drawings/vmlDrawing1.vml": [
          "application/vnd.openxmlformats-officedocument.vmlDrawing",
          '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>',
        ],
      },
    ),
    [INPUT_PART]: (text) =>
      text.replace("</worksheet>", '<legacyDrawing r:id="rId1"/></worksheet>'),
  };
}

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const ANCHOR = (name: string, content: string) =>
  `<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="90000" cy="90000"/>${content.replace("NAME", name)}<xdr:clientData/></xdr:oneCellAnchor>`;
const PICTURE = ANCHOR(
  "Bild 1",
  `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="NAME"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${OFFICE}" r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`,
);
const CHART = ANCHOR(
  "Diagramm 4",
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="NAME"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="rId8"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
);

/** A picture put over our cells, and a chart of the user's that begins at a column of row 13. */
function withDrawing(chartColumn: number): Edits {
  const chart = CHART.replace("<xdr:col>1<", `<xdr:col>${chartColumn}<`);
  return {
    ...withParts(
      "xl/drawings/drawing1.xml",
      relationship("rId9", "image", "../media/image1.png") +
        relationship("rId8", "chart", "/xl/charts/chart7.xml"),
      {
        "xl/media/image1.png": ["image/png", PIXEL],
        "xl/charts/chart7.xml": [
          "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
          partOf(written, "xl/charts/chart1.xml"),
        ],
      },
    ),
    "xl/drawings/drawing1.xml": (text) =>
      text.replace("</xdr:wsDr>", `${PICTURE}${chart}</xdr:wsDr>`),
  };
}

describe("what else users put on our sheets", () => {
  const SETTINGS = both(withCells(5, '<c r="D5"><v>1</v></c><c r="G5"><v>1</v></c>'), (text) =>
    text
      .replace(
        '<dataValidations count="1">',
        '<conditionalFormatting sqref="D5:D9"><cfRule type="expression" dxfId="0" priority="1"><formula>D5&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="whole" sqref="B5 D5"><formula1>1</formula1><formula2>9</formula2></dataValidation>',
      )
      .replace(
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="D5:E5"/></mergeCells>',
      )
      .replace(
        "<pageMargins",
        '<hyperlinks><hyperlink ref="G5" r:id="rId4"/></hyperlinks><pageMargins',
      ),
  );

  it("keeps merged cells, rules, validations and links beside our area, rules behind ours", async () => {
    const { part, bytes } = await again({
      ...withParts(
        INPUT_PART,
        relationship(
          "rId4",
          "hyperlink",
          "https://example.org/a%20b?c=1&amp;d",
          ' TargetMode="External"',
        ),
        {},
      ),
      [INPUT_PART]: SETTINGS,
    });
    const sheet = part(INPUT_PART);
    expect(sheet).toContain('<mergeCells count="1"><mergeCell ref="D5:E5"/></mergeCells>');
    expect(sheet).toContain('priority="1"><formula>$B5&lt;0</formula>');
    expect(sheet).toContain('priority="2"><formula>D5&gt;1</formula>');
    expect(sheet).toContain('<dataValidations count="2"><dataValidation type="decimal"');
    expect(sheet).toContain('<dataValidation type="whole" sqref="D5">');
    expect(sheet).toContain('<hyperlinks><hyperlink ref="G5" r:id="rId4"/></hyperlinks>');
    expect(part("xl/worksheets/_rels/sheet2.xml.rels")).toContain(
      'Id="rId4" Type="' +
        OFFICE +
        '/hyperlink" Target="https://example.org/a%20b?c=1&amp;d" TargetMode="External"',
    );
    expect(await writtenInto(bytes, scenarioPlan({ amount: 2000 }))).toEqual(bytes);
    expect(describeFindings(await validateWorkbook(bytes))).toBe("");
  }, 60_000);

  it("keeps links beside our area and those to the outside within it, but none that ours were", async () => {
    const links =
      '<hyperlink ref="D5" location="Tabelle1!A1"/><hyperlink ref="B6" location="Tabelle1!A1"/><hyperlink ref="B5" r:id="rId4"/>';
    const edits: Edits = {
      ...withParts(
        INPUT_PART,
        relationship("rId4", "hyperlink", "https://example.org/", ' TargetMode="External"'),
        {},
      ),
      [INPUT_PART]: (text) =>
        text.replace("<pageMargins", `<hyperlinks>${links}</hyperlinks><pageMargins`),
    };
    expect((await again(edits)).part(INPUT_PART)).toContain(
      '<hyperlinks><hyperlink ref="D5" location="Tabelle1!A1"/><hyperlink ref="B5" r:id="rId4"/></hyperlinks>',
    );
    const moved = {
      ...edits,
      [INPUT_PART]: (text: string) =>
        text
          .replace(">input-1<", ">input-0<")
          .replace("<pageMargins", `<hyperlinks>${links}</hyperlinks><pageMargins`),
    };
    expect(await refusalOf(() => again(moved))).toContain("Verknüpfung bei 'KR Annahmen'!B5");
  });

  it("keeps a comment with its row, and refuses to let it slip to another", async () => {
    const { part, bytes } = await again(withComment("B6"), scenarioPlan({ inputs: 5 }));
    expect(part("xl/comments1.xml")).toContain("Woher?");
    expect(part(INPUT_PART)).toContain('<legacyDrawing r:id="rId1"/></worksheet>');
    expect(part("xl/worksheets/_rels/sheet2.xml.rels")).toContain('Target="/xl/comments1.xml"');
    expect(await writtenInto(bytes, scenarioPlan({ inputs: 5 }))).toEqual(bytes);
    expect(await refusalOf(() => again(withComment("B7"), scenarioPlan({ inputs: 2 })))).toContain(
      "Kommentar bei 'KR Annahmen'!B7",
    );
  });

  it("keeps pictures and charts of the user's, and draws ours once", async () => {
    const { part, bytes } = await again(withDrawing(9));
    const drawing = part("xl/drawings/drawing1.xml");
    expect(drawing).toContain(PICTURE);
    expect(drawing.match(/name="kr-invoiced"/g)).toHaveLength(1);
    expect(drawing).toContain('name="Diagramm 4"');
    expect([...drawing.matchAll(/cNvPr id="(\d+)"/g)].map(([, id]) => id)).toEqual(["4", "2", "3"]);
    expect(part("xl/drawings/_rels/drawing1.xml.rels")).toContain('Id="rId9"');
    expect(part("xl/media/image1.png")).toBe(PIXEL);
    expect(partNames(bytes).filter((name) => name.includes("chart"))).toHaveLength(3);
    expect(await writtenInto(bytes, scenarioPlan({ amount: 2000 }))).toEqual(bytes);
    expect(describeFindings(await validateWorkbook(bytes))).toBe("");
  }, 60_000);

  it("keeps a group in which our chart stands with shapes of the user's", async () => {
    const { part } = await again({
      "xl/drawings/drawing1.xml": (text) =>
        text.replace(/<xdr:graphicFrame.*<\/xdr:graphicFrame>/, "<xdr:grpSp>$&</xdr:grpSp>"),
    });
    const drawing = part("xl/drawings/drawing1.xml");
    expect(drawing.match(/name="kr-invoiced"/g)).toHaveLength(2);
    expect(drawing).toContain("<xdr:grpSp>");
    expect(part("xl/drawings/_rels/drawing1.xml.rels").match(/<Relationship /g)).toHaveLength(2);
  });

  it("keeps the selected tab and the name that macros know the sheet by", async () => {
    const { part } = await again({
      [INPUT_PART]: (text) =>
        text
          .replace("<sheetPr>", '<sheetPr codeName="Tabelle2">')
          .replace("<sheetView ", '<sheetView tabSelected="1" '),
    });
    expect(part(INPUT_PART)).toContain('<sheetPr codeName="Tabelle2"><tabColor');
    expect(part(INPUT_PART)).toContain('tabSelected="1"');
  });

  it("refuses a chart within our area of which nobody can say whose it is", async () => {
    expect(await refusalOf(() => again(withDrawing(1)))).toContain(
      "das Diagramm „Diagramm 4“ bei Zelle B13 im geschriebenen Bereich",
    );
  });

  it("knows our chart by its place where its name is lost", async () => {
    const { part } = await again({
      "xl/drawings/drawing1.xml": (text) => text.replace("kr-invoiced", "Chart 1"),
    });
    expect(part("xl/drawings/drawing1.xml").match(/<xdr:graphicFrame/g)).toHaveLength(1);
  });

  it("keeps a table beside our area and refuses one within", async () => {
    const table = (reference: string): Edits => ({
      ...withParts(INPUT_PART, relationship("rId1", "table", "../tables/table1.xml"), {
        "xl/tables/table1.xml": [
          `${SPREADSHEET}.table+xml`,
          `<table xmlns="${MAIN}" id="1" name="Meine" displayName="Meine" ref="${reference}"><tableColumns count="1"><tableColumn id="1" name="a"/></tableColumns></table>`,
        ],
      }),
      [INPUT_PART]: (text) =>
        text.replace(
          "</worksheet>",
          '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>',
        ),
    });
    const { part } = await again(table("E5:E9"));
    expect(part(INPUT_PART)).toContain(
      '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    );
    expect(part("xl/tables/table1.xml")).toContain("Meine");
    expect(await refusalOf(() => again(table("B5:E9")))).toContain("die Tabelle „Meine“ (B5:E9)");
  });

  it("takes out printer settings with the sheet", async () => {
    const { bytes, part } = await again({
      ...withParts(
        INPUT_PART,
        relationship("rId1", "printerSettings", "../printerSettings/printerSettings1.bin"),
        {
          "xl/printerSettings/printerSettings1.bin": [`${SPREADSHEET}.printerSettings`, "x"],
        },
      ),
      [INPUT_PART]: (text) => text.replace("<pageSetup ", '<pageSetup r:id="rId1" '),
    });
    expect(partNames(bytes).filter((name) => name.includes("printerSettings"))).toEqual([]);
    expect(part("[Content_Types].xml")).not.toContain("printerSettings");
  });

  it.each([
    ['<sheetProtection sheet="1"/>', "der Blattschutz"],
    ['<autoFilter ref="A4:B7"/>', "ein Filter"],
    ["<controls/>", "Steuerelemente"],
    ["<neues/>", "die Angabe „neues“"],
    [
      '<extLst><ext uri="{1}"><f><sqref>D5 B5</sqref></f></ext></extLst>',
      "neuere Formatierungsregeln",
    ],
  ])("refuses what it cannot carry over: %s", async (xml, words) => {
    expect(await refusalOf(() => again({ [INPUT_PART]: behindData(xml) }))).toContain(words);
  });

  it("keeps newer rules beside our area and drops those within", async () => {
    const rule = (cells: string) =>
      `<extLst><ext uri="{1}"><f><sqref>${cells}</sqref></f></ext></extLst>`;
    expect((await again({ [INPUT_PART]: behindData(rule("D5:D9")) })).part(INPUT_PART)).toContain(
      rule("D5:D9"),
    );
    expect((await again({ [INPUT_PART]: behindData(rule("B5")) })).part(INPUT_PART)).not.toContain(
      "extLst",
    );
  });
});
