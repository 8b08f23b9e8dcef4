import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { columnLetters } from "../../src/address";
import { openPackage } from "../../src/workbook/package";
import { SAMPLE_PLAN } from "./sample-plan";
import { packFiles } from "./zip-maker";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A made-up budget of any size as Excel would store it: codes and labels as shared texts, amounts with
 * cents, one formula a row, a date column.
 */
export function largeWorkbook(rows: number, columns: number): Uint8Array {
  const labels = Array.from(
    { length: 5000 },
    (_value, index) => `Sachkonto für Größe ${index} & Rest`,
  );
  const chunks: string[] = [`<worksheet xmlns="${MAIN}"><sheetData>`];
  let state = 20240229;
  const random = (): number => (state = (state * 1103515245 + 12345) & 0x7fffffff);
  for (let row = 1; row <= rows; row++) {
    let cells = `<c r="A${row}" s="1" t="s"><v>${row % 5000}</v></c><c r="B${row}" s="2"><v>${45000 + (row % 900)}</v></c>`;
    for (let column = 2; column < columns - 1; column++) {
      cells += `<c r="${columnLetters(column)}${row}" s="1"><v>${((random() % 90_000_000) / 100).toFixed(2)}</v></c>`;
    }
    cells += `<c r="${columnLetters(columns - 1)}${row}" s="1"><f>SUM(C${row}:D${row})*2</f><v>${random() % 1_000_000}</v></c>`;
    chunks.push(`<row r="${row}" spans="1:${columns}">${cells}</row>`);
  }
  chunks.push("</sheetData></worksheet>");
  const texts = labels.map((label) => `<si><t>${label.replace("&", "&amp;")}</t></si>`).join("");
  const formats = [0, 4, 14].map(
    (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  );
  const relationship = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;
  return packFiles({
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPE}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relationship(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Haushalt" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relationship(1, "worksheet", "worksheets/sheet1.xml")}${relationship(2, "styles", "styles.xml")}${relationship(3, "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">${formats.join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}" count="${rows}" uniqueCount="5000">${texts}</sst>`,
    "xl/worksheets/sheet1.xml": chunks.join(""),
  });
}

const MEGABYTE = 1_000_000;

async function measure(file: string, step: "read" | "write"): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const base = process.memoryUsage().rss;
  const began = performance.now();
  const workbook = openPackage(bytes);
  if (step === "read") await workbook.read(["Haushalt"]);
  else {
    await workbook.apply(SAMPLE_PLAN);
    workbook.save();
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  const memory = Math.round((process.resourceUsage().maxRSS * 1024 - base) / MEGABYTE);
  process.stdout.write(`open and ${step}: ${seconds} s, ${memory} MB more at the peak\n`);
}

/** `npx tsx test/workbook/large-workbook.ts`: time and memory with 100,000 × 20 cells, each in a process of its own. */
function main(): void {
  const folder = mkdtempSync(path.join(tmpdir(), "large-"));
  try {
    const file = path.join(folder, "large.xlsx");
    writeFileSync(file, largeWorkbook(100_000, 20));
    process.stdout.write(`file: ${(readFileSync(file).length / MEGABYTE).toFixed(1)} MB\n`);
    for (const step of ["read", "write"]) {
      execFileSync(process.execPath, [...process.execArgv, __filename, file, step], {
        stdio: "inherit",
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [, script, file, step] = process.argv;
if (script === __filename) {
  if (file !== undefined && (step === "read" || step === "write")) void measure(file, step);
  else main();
}
