import { smallestWorkbook } from "./smallest-workbook";
import { describeFindings, newFindings, validateWorkbook } from "./validator";

describe("validateWorkbook", () => {
  it("finds nothing in a correct workbook", async () => {
    const findings = await validateWorkbook(
      smallestWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>'),
    );
    expect(describeFindings(findings)).toBe("");
  }, 60_000);

  it("names part and fault of a wrong one, for each version", async () => {
    const findings = await validateWorkbook(smallestWorkbook('<row r="0"><wrong/></row>'));
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
