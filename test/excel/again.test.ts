import type { Grid } from "../../src/budget/grid";
import { cellAddress } from "../../src/address";
import { extentOfPlan } from "../../src/workbook/area";
import { ExcelWorkbook } from "../../src/workbook/excel";
import { openPackage } from "../../src/workbook/package";
import { lookOwner, STYLES } from "../../src/workbook/styles";
import type { PlanSheet, WorkbookPlan } from "../../src/workbook/plan";
import { fillWorkbook } from "../host/fill-workbook";
import type { Host } from "../host/host";
import { cellAt, emptyWorkbook } from "../host/state";
import { edited, sheetPart } from "../workbook/edited-workbook";
import { DOCUMENTED } from "./documented";
import { differences } from "./facts";
import { fileFacts } from "./file-facts";
import { hostFacts } from "./host-facts";
import { openExcel } from "./open-excel";
import { planSample, sampleFile, sampleGrids } from "./sample";

// Microsoft's library, a workbook and an engine take seconds on a busy machine.
jest.setTimeout(60_000);

let fileGrids: readonly Grid[];
let host: Host;
let one: WorkbookPlan;
let two: WorkbookPlan;
let workbook: ExcelWorkbook;

beforeAll(async () => {
  fileGrids = await sampleGrids();
  one = planSample(fileGrids, 1).plan;
  two = planSample(fileGrids, 2).plan;
  host = await openExcel(fileGrids);
});

beforeEach(() => {
  host.workbook = emptyWorkbook();
  fillWorkbook(host.workbook, fileGrids);
  host.batches.length = 0;
  host.errors.length = 0;
  host.breaches.length = 0;
  workbook = new ExcelWorkbook();
});

afterEach(() => {
  expect(host.breaches).toEqual([]);
  host.revive();
});

afterAll(() => host.close());

const names = (plan: WorkbookPlan) => plan.sheets.map(({ name }) => name);
const sheet = (name: string) => {
  const found = host.workbook.sheets.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};

describe("writing again in Excel", () => {
  it("gives the workbook that writing at once would have given, on the same sheets", async () => {
    await workbook.apply(two);
    const direct = hostFacts(host.workbook, names(two));
    host.workbook = emptyWorkbook();
    fillWorkbook(host.workbook, fileGrids);
    await workbook.apply(one);
    const ids = new Map(host.workbook.sheets.map(({ name, id }) => [name, id]));
    host.errors.length = 0;
    const report = await workbook.apply(two, { previous: one });
    expect(report).toEqual({ sheets: two.sheets.length, refused: [] });
    expect(host.errors).toEqual([]);
    expect(differences(direct, hostFacts(host.workbook, names(two)))).toEqual([]);
    for (const { name, id } of host.workbook.sheets) {
      if (ids.has(name)) expect(id).toBe(ids.get(name));
    }
    expect((await workbook.readBack(two)).agrees).toBe(true);
    expect(host.workbook.customXml.size).toBe(1);
  });

  it("takes away the sheets of a scenario that is gone", async () => {
    await workbook.apply(one);
    const direct = hostFacts(host.workbook, names(two));
    host.workbook = emptyWorkbook();
    fillWorkbook(host.workbook, fileGrids);
    await workbook.apply(two);
    await workbook.apply(one, { previous: two });
    expect(differences(direct, hostFacts(host.workbook, names(two)))).toEqual([]);
    expect(host.errors).toEqual([]);
  });

  it("writes nothing when nothing has changed", async () => {
    await workbook.apply(one);
    for (const options of [{ previous: one }, {}]) {
      const before = hostFacts(host.workbook, names(one));
      host.batches.length = 0;
      await workbook.apply(one, options);
      expect(host.batches.some(({ writes }) => writes)).toBe(false);
      expect(differences(before, hostFacts(host.workbook, names(one)))).toEqual([]);
    }
  });
});

/** Writes a plan in both ways, lets a user add the same to both, and writes another one over it. */
async function againTwice(
  first: WorkbookPlan,
  second: WorkbookPlan,
  inExcel: () => void,
  inFile: (bytes: Uint8Array) => Uint8Array,
): Promise<readonly string[]> {
  await workbook.apply(first);
  inExcel();
  await workbook.apply(second, { previous: first });
  const file = sampleFile();
  await file.apply(first);
  const changed = openPackage(inFile(file.save()));
  await changed.apply(second);
  return differences(
    fileFacts(changed.save(), names(second)),
    hostFacts(host.workbook, names(second)),
  );
}

describe("what users added", () => {
  const INPUTS = "KR Annahmen";
  const cells = (row: number, xml: string) => (text: string) => {
    const opening = new RegExp(`<row r="${String(row)}"[^>]*>`).exec(text)?.[0];
    return opening === undefined
      ? text.replace("</sheetData>", `<row r="${String(row)}">${xml}</row></sheetData>`)
      : text.replace(new RegExp(`(${opening}.*?)(</row>)`, "s"), `$1${xml}$2`);
  };

  it("stands where it stood, as it does when the file is written again", async () => {
    const below = extentOfPlan(sheet1(two, INPUTS)).lastRow + 3;
    const found = await againTwice(
      one,
      two,
      () => {
        host.type(INPUTS, "Z6", 42);
        host.type(INPUTS, "AA6", "=Z6*2");
        host.type(INPUTS, `B${String(below)}`, "Notiz");
        host.type("Haushalt", "Z3", "='KR Vergleich'!H8+1");
      },
      (bytes) =>
        edited(bytes, {
          [sheetPart(bytes, INPUTS)]: (text) =>
            cells(
              below,
              `<c r="B${String(below)}" t="inlineStr"><is><t>Notiz</t></is></c>`,
            )(cells(6, '<c r="Z6"><v>42</v></c><c r="AA6"><f>Z6*2</f><v>84</v></c>')(text)),
          [sheetPart(bytes, "Haushalt")]: cells(
            3,
            "<c r=\"Z3\"><f>'KR Vergleich'!H8+1</f><v>1</v></c>",
          ),
        }),
    );
    expect(found.filter((line) => !DOCUMENTED.some((known) => known.test(line)))).toEqual([]);
    expect(sheet("Haushalt").cells.get(2 * 16384 + 25)?.formula).toBe("='KR Vergleich'!H8+1");
    expect(sheet(INPUTS).cells.get(5 * 16384 + 26)?.formula).toBe("=Z6*2");
  });

  it("keeps a cell that a user filled in a gap of ours, and what was typed into inputs", async () => {
    await workbook.apply(one);
    const target = sheet(INPUTS);
    const { row, address } = gap();
    expect(target.cells.has(row * 16384 + 4)).toBe(false);
    host.type(INPUTS, address, "mein Merkzettel");
    await workbook.apply(two, { previous: one });
    expect(target.cells.get(row * 16384 + 4)?.value).toBe("mein Merkzettel");
  });

  it("keeps such a cell also where the user gave it a ground", async () => {
    await workbook.apply(one);
    const { row } = gap();
    dressedNote("Bottom");
    await workbook.apply(two, { previous: one });
    const { value, look } = cellAt(sheet(INPUTS), row, 4);
    expect([value, look.fill]).toEqual(["mein Merkzettel", "#FFFF00"]);
  });

  /** A place in column E that neither plan needs. */
  function gap(): { row: number; address: string } {
    const planned = new Set(
      sheet1(two, INPUTS).cells.map(({ row, column }) => row * 16384 + column),
    );
    const row = [...Array(40).keys()]
      .map((place) => place + 5)
      .find((place) => !planned.has(place * 16384 + 4));
    if (row === undefined) throw new Error("no gap");
    return { row, address: `E${String(row + 1)}` };
  }

  function dressedNote(vertical: string): void {
    const { row, address } = gap();
    host.type(INPUTS, address, "mein Merkzettel");
    const cell = cellAt(sheet(INPUTS), row, 4);
    cell.look = { ...cell.look, vertical, fill: "#FFFF00" };
  }

  it.each([
    ["steht Eigenes dort", () => dressedNote("Center")],
    ["steht Eigenes dort", () => host.type("KR Vergleich", lastCell(one, "KR Vergleich"), 1)],
    ["Zeilen oder Spalten in den geschriebenen Bereich", stretch],
    ["der Blattschutz", () => void (sheet(INPUTS).isProtected = true)],
    ["ein Filter", () => void (sheet(INPUTS).isFiltered = true)],
    [
      "die Tabelle „Meine“",
      () =>
        void sheet(INPUTS).tables.push({ id: "{t}", name: "Meine", area: rectangle(5, 0, 6, 1) }),
    ],
    [
      "das Diagramm „Diagramm 9“",
      () =>
        void sheet(INPUTS).charts.push({
          id: "{c}",
          name: "Diagramm 9",
          type: "Line",
          from: { row: 4, column: 1 },
          series: [],
          look: new Map(),
        }),
    ],
    [
      "gehören Kommentare oder Verknüpfungen",
      () => void sheet("KR Vergleich").comments.push({ id: "{k}", row: 30, column: 1 }),
    ],
  ])("refuses where it would be lost: %s", async (words, add) => {
    await workbook.apply(one);
    add();
    const before = hostFacts(host.workbook, names(two));
    await expect(workbook.apply(two, { previous: one })).rejects.toMatchObject({
      text: { de: expect.stringContaining(words) as string },
    });
    expect(differences(before, hostFacts(host.workbook, names(two)))).toEqual([]);
  });

  function stretch(): void {
    const area = sheet(INPUTS).names.find(({ name }) => name === "KR_Bereich");
    if (area !== undefined)
      area.formula = area.formula.replace(/\d+$/, (row) => String(Number(row) + 1));
  }

  it.each([
    ["wird noch Bezug genommen", (name: string) => host.type("Haushalt", "Z3", `='${name}'!A1`)],
    ["wird noch Bezug genommen", (name: string) => host.type(INPUTS, "Z3", `='${name}'!A1`)],
    ["trägt aber Eigenes", (name: string) => host.type(name, "AZ300", 1)],
    ["trägt aber Eigenes", (name: string) => void (sheet(name).shapes = 1)],
    [
      "Kommentar bei 'KR ",
      (name: string) => void sheet(name).comments.push({ id: "{k}", row: 12, column: 2 }),
    ],
  ])("refuses to take away a sheet that is used: %s", async (words, use) => {
    await workbook.apply(two);
    const gone = names(two).find((name) => !names(one).includes(name)) ?? "";
    use(gone);
    await expect(workbook.apply(one, { previous: two })).rejects.toMatchObject({
      text: { de: expect.stringContaining(words) as string },
    });
    expect(host.workbook.sheets.map(({ name }) => name)).toContain(gone);
  });

  it("keeps a link to the outside that a user put on a cell of ours", async () => {
    await workbook.apply(one);
    const cell = cellAt(sheet(INPUTS), 5, 1);
    const row = sheet1(two, INPUTS).cells.find((each) => each.row === 5 && each.column === 1);
    expect(row?.value).toBe(cell.value);
    cell.link = { address: "https://example.org/beschluss" };
    await workbook.apply(two, { previous: one });
    expect(sheet(INPUTS).cells.get(5 * 16384 + 1)?.link).toEqual(cell.link);
  });
});

describe("tabs", () => {
  it("stand where the user put them, ours together", async () => {
    await workbook.apply(one);
    const [first, ...rest] = host.workbook.sheets;
    if (first === undefined) throw new Error("no sheet");
    host.workbook.sheets = [...rest, first];
    await workbook.apply(two, { previous: one });
    const [, second, third] = fileGrids.map(({ name }) => name);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual([
      second,
      third,
      ...names(two),
      first.name,
    ]);
  });

  it("get their new names, and formulas of the user's follow", async () => {
    await workbook.apply(one);
    const old = names(one).find((name) => name.includes("Fall 1")) ?? "";
    host.type("Haushalt", "Z3", `='${old}'!A1`);
    const renamed = renamedPlan(one, old, "KR Ganz anders");
    const id = sheet(old).id;
    await workbook.apply(renamed, { previous: one });
    expect(sheet("KR Ganz anders").id).toBe(id);
    expect(sheet("Haushalt").cells.get(2 * 16384 + 25)?.formula).toBe("='KR Ganz anders'!A1");
    expect((await workbook.readBack(renamed)).agrees).toBe(true);
  });

  it("exchange their names", async () => {
    await workbook.apply(two);
    const [a = "", b = ""] = names(two).filter((name) => name.includes("Fall"));
    const exchanged = renamedPlan(renamedPlan(renamedPlan(two, a, "KR #"), b, a), "KR #", b);
    const ids = [sheet(a).id, sheet(b).id];
    await workbook.apply(exchanged, { previous: two });
    expect([sheet(b).id, sheet(a).id]).toEqual(ids);
    expect((await workbook.readBack(exchanged)).agrees).toBe(true);
  });
});

/** The plan with another name for a sheet, everywhere. */
function renamedPlan(plan: WorkbookPlan, from: string, to: string): WorkbookPlan {
  const replace = (_key: string, value: unknown): unknown => {
    if (value instanceof Map) return { entries: [...(value as ReadonlyMap<number, number>)] };
    if (value === from) return to;
    return typeof value === "string" ? value.replaceAll(`'${from}'!`, `'${to}'!`) : value;
  };
  const revive = (key: string, value: unknown): unknown =>
    key === "rowHeights" ? new Map((value as { entries: [number, number][] }).entries) : value;
  return JSON.parse(JSON.stringify(plan, replace), revive) as WorkbookPlan;
}

function sheet1(plan: WorkbookPlan, name: string): PlanSheet {
  const found = plan.sheets.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** A cell that the second plan needs and the first leaves to the user. */
function lastCell(plan: WorkbookPlan, name: string): string {
  const next = extentOfPlan(sheet1(two, name));
  const former = extentOfPlan(sheet1(plan, name));
  expect(next.lastRow).toBeGreaterThan(former.lastRow);
  return cellAddress(former.lastRow + 1, 1);
}

function rectangle(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) {
  return { firstRow, firstColumn, lastRow, lastColumn };
}

describe("a cell of ours", () => {
  it("can be told from one that nobody has dressed and from one that somebody coloured, in every style", () => {
    for (const { vertical, fill } of Object.values(STYLES)) {
      expect(lookOwner(vertical, fill)).toBe("ours");
    }
    expect(["FFFFFF", undefined, "FFFF00"].map((fill) => lookOwner("bottom", fill))).toEqual(
      Array(3).fill("user"),
    );
    expect(lookOwner("center", "FFFF00")).toBe("doubtful");
  });
});
