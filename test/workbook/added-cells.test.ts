import { openPackage } from "../../src/workbook/package";
import { BUDGET, edited, partOf, sheetPart, writtenInto } from "./edited-workbook";
import { refusalOf } from "./refusal-words";
import { PLAIN_PLAN } from "./sample-plan";
import { scenarioPlan, TWO_SCENARIOS } from "./scenario-plan";
import { again, both, INPUT_PART, row, SCENARIO_PART, withCells } from "./user-additions";

describe("cells beside our area", () => {
  const beside = '<c r="D5" s="1"><v>12.5</v></c><c r="F5" t="str"><f>B5*D5</f><v>alt</v></c>';
  const below = '<c r="A9" t="inlineStr"><is><t>eigene Notiz</t></is></c><c r="B9" s="1"/>';

  it("are carried over as they stood: values, formulas, styles", async () => {
    const { part } = await again({ [INPUT_PART]: both(withCells(5, beside), withCells(9, below)) });
    expect(row(part(INPUT_PART), 5)).toContain(beside);
    expect(row(part(INPUT_PART), 5)).toContain("<v>2000</v>");
    expect(row(part(INPUT_PART), 9)).toBe(`<row r="9">${below}</row>`);
    expect(part(INPUT_PART)).toContain('<dimension ref="A1:F9"/>');
  });

  it("stay the same when nothing else changes, run after run", async () => {
    const { bytes } = await again({
      [INPUT_PART]: both(withCells(5, beside), withCells(9, below)),
    });
    expect(await writtenInto(bytes, scenarioPlan({ amount: 2000 }))).toEqual(bytes);
  });

  it("keep the prefixes that their attributes need", async () => {
    const cell = '<c r="D5" x14ac:dyDescent="0.25"><v>1</v></c>';
    const { part } = await again({
      [INPUT_PART]: both(withCells(5, cell), (text) =>
        text.replace(
          "<worksheet ",
          '<worksheet xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ',
        ),
      ),
    });
    expect(part(INPUT_PART)).toContain(cell);
    expect(part(INPUT_PART)).toMatch(/<worksheet [^>]*mc:Ignorable="x14ac" xmlns:x14ac=/);
  });

  it("have shared formulas written out", async () => {
    const { part } = await again({
      [INPUT_PART]: both(
        withCells(5, '<c r="D5"><f t="shared" ref="D5:D6" si="0">$B5*"a"&amp;B5</f><v>1</v></c>'),
        withCells(6, '<c r="D6"><f t="shared" si="0"/><v>2</v></c>'),
      ),
    });
    expect(row(part(INPUT_PART), 5)).toContain(
      '<c r="D5"><f>$B5*&quot;a&quot;&amp;B5</f><v>1</v></c>',
    );
    expect(row(part(INPUT_PART), 6)).toContain(
      '<c r="D6"><f>$B6*&quot;a&quot;&amp;B6</f><v>2</v></c>',
    );
  });

  it("keep the look of their rows and columns", async () => {
    const { part } = await again({
      [INPUT_PART]: both(
        withCells(9, '<c r="A9"><v>1</v></c>', ' spans="1:4" ht="40" customHeight="1"'),
        withCells(11, "", ' hidden="1"'),
        withCells(12, "", ' ht="15"'),
        (text) =>
          text.replace("</cols>", '<col min="2" max="6" width="30" customWidth="1"/></cols>'),
      ),
    });
    expect(part(INPUT_PART)).toContain('<row r="9" ht="40" customHeight="1"><c r="A9">');
    expect(part(INPUT_PART)).toContain('<row r="11" hidden="1"></row></sheetData>');
    expect(part(INPUT_PART)).toContain('<col min="3" max="6" width="30" customWidth="1"/></cols>');
  });

  it("go with a scenario that gets another name", async () => {
    const renamed = [{ id: "invoiced", name: "Neu" }, ...TWO_SCENARIOS.slice(1)];
    const cell = '<c r="H5"><v>7</v></c>';
    const { bytes, part } = await again(
      { [SCENARIO_PART]: withCells(5, cell) },
      scenarioPlan({ scenarios: renamed }),
    );
    expect(part(sheetPart(bytes, "KR Neu"))).toContain(cell);
  });

  it("are not lost with a scenario that goes", async () => {
    const edits = { [SCENARIO_PART]: withCells(5, '<c r="H5"><v>7</v></c>') };
    const plan = scenarioPlan({ scenarios: TWO_SCENARIOS.slice(1) });
    expect(await refusalOf(() => again(edits, plan))).toContain(
      "trägt aber Eigenes: 'KR USt berechnet & bezahlt'!H5",
    );
  });

  it("are not overwritten when our area grows; the workbook stays as it was", async () => {
    const file = edited(await writtenInto(BUDGET, scenarioPlan()), {
      [INPUT_PART]: withCells(9, '<c r="B9"><v>1</v></c>'),
    });
    const workbook = openPackage(file);
    const grown = scenarioPlan({ inputs: 8 });
    expect(await refusalOf(() => workbook.apply(grown))).toContain("schreibt: 'KR Annahmen'!B9.");
    expect(workbook.save()).toEqual(file);
    const right = { [SCENARIO_PART]: withCells(5, '<c r="G5"><v>1</v></c>') };
    expect(await refusalOf(() => again(right, scenarioPlan({ years: 6 })))).toContain("!G5");
  });

  it("stay where they are when our area shrinks, of which nothing stays", async () => {
    const { part } = await again(
      { [SCENARIO_PART]: withCells(5, '<c r="H5"><v>7</v></c>') },
      scenarioPlan({ years: 2 }),
    );
    expect(row(part(SCENARIO_PART), 5).match(/ r="[A-Z]+5"/g)).toEqual([
      ' r="A5"',
      ' r="B5"',
      ' r="C5"',
      ' r="H5"',
    ]);
    expect(part(SCENARIO_PART)).not.toContain('<col min="4"');
  });
});

describe("cells within our area", () => {
  it("are ours where they bear a format, whatever was typed", async () => {
    const { part } = await again({
      [SCENARIO_PART]: (text) => text.replace(/<f>[^<]*<\/f><v>1000<\/v>/, "<v>5</v>"),
    });
    expect(row(part(SCENARIO_PART), 5)).toContain("<f>'KR Annahmen'!$B$5*1</f><v>2000</v>");
    expect(row(part(SCENARIO_PART), 5)).not.toContain("<v>5</v>");
  });

  it("are the user's where they bear none and the plan has nothing", async () => {
    const note = '<c r="C9" t="inlineStr"><is><t>Rückfrage</t></is></c>';
    const { bytes, part } = await again({ [SCENARIO_PART]: withCells(9, note) });
    expect(part(SCENARIO_PART)).toContain(`<row r="9">${note}</row>`);
    const grown = scenarioPlan({ inputs: 4 });
    const inputs = edited(bytes, { [INPUT_PART]: withCells(8, '<c r="A8"><v>1</v></c>') });
    expect(await refusalOf(() => writtenInto(inputs, grown))).toContain("'KR Annahmen'!A8");
  });

  it("stand between ours in the order of their columns", async () => {
    const file = await writtenInto(BUDGET, PLAIN_PLAN);
    const part = sheetPart(file, "KR Vergleich & Ergebnis");
    const noted = edited(file, {
      [part]: (text) => text.replace('<c r="D5"', '<c r="C5"><v>7</v></c><c r="D5"'),
    });
    const found = row(partOf(await writtenInto(noted, PLAIN_PLAN), part), 5);
    expect(found.match(/ r="[A-D]5"/g)).toEqual([' r="B5"', ' r="C5"', ' r="D5"']);
    expect(found).toContain('<c r="C5"><v>7</v></c>');
  });

  it("are refused where the format was taken off and something else typed", async () => {
    const cleared = (value: number) => ({
      [INPUT_PART]: (text: string) =>
        text.replace(/<c r="B5"[^>]*>.*?<\/c>/, `<c r="B5"><v>${value}</v></c>`),
    });
    expect(await refusalOf(() => again(cleared(3)))).toContain("'KR Annahmen'!B5");
    const { part } = await again(cleared(2000));
    expect(row(part(INPUT_PART), 5)).toMatch(/<c r="B5" s="\d+"><v>2000<\/v><\/c>/);
  });

  it("are not where they were when rows or columns were inserted among them", async () => {
    const edits = {
      "xl/workbook.xml": (text: string) =>
        text.replace(
          /(KR_Bereich" comment="[^"]*A1:B7"[^>]*>'KR Annahmen'!\$A\$1:)\$B\$7/,
          "$1$$C$$7",
        ),
    };
    expect(await refusalOf(() => again(edits))).toContain("(geschrieben A1:B7, jetzt A1:C7)");
  });
});
