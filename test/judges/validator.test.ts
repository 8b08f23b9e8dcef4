import { strToU8, zipSync } from "fflate";
import { describeFindings, newFindings, validateWorkbook } from "./validator";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The smallest workbook there is, with the rows given. */
function workbookOf(rows: string): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ),
  });
}

describe("validateWorkbook", () => {
  it("finds nothing in a correct workbook", async () => {
    const findings = await validateWorkbook(workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>'));
    expect(describeFindings(findings)).toBe("");
  }, 60_000);

  it("names part and fault of a wrong one, for each version", async () => {
    const findings = await validateWorkbook(workbookOf('<row r="0"><wrong/></row>'));
    expect(findings.map(({ version }) => version)).toEqual(
      expect.arrayContaining(["Office2019", "Microsoft365"]),
    );
    expect(findings[0]).toMatchObject({ type: "Schema", part: "/xl/worksheets/sheet1.xml" });
  }, 60_000);

  it("says when it could not open the file", async () => {
    const findings = await validateWorkbook(new Uint8Array([1, 2, 3]));
    expect(findings[0]?.type).toBe("Exception");
  }, 60_000);
});

describe("newFindings", () => {
  const finding = (part: string) => ({
    version: "Office2019" as const,
    type: "Schema",
    id: "x",
    part,
    xPath: "",
    description: "d",
  });

  it("leaves out what was there before, one for one", () => {
    const after = [finding("/a"), finding("/a"), finding("/b")];
    expect(newFindings([finding("/a")], after)).toEqual([finding("/a"), finding("/b")]);
  });
});
