import type { Grid } from "../../src/budget/grid";
import { RefusedError } from "../../src/finding";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { ExcelWorkbook } from "../../src/workbook/excel";
import { fillWorkbook } from "../host/fill-workbook";
import type { Failure, Host } from "../host/host";
import { emptyWorkbook } from "../host/state";
import { openExcel } from "./open-excel";
import { planSample, sampleGrids } from "./sample";

// Microsoft's library, a workbook and an engine take seconds on a busy machine.
jest.setTimeout(60_000);

/** A look, all content, the looks that may be refused, the end of the journal. */
const BATCHES = [0, 1, 2, 3];
const CELL_BEING_EDITED = 5004;
const INTERNAL = 5001;

let fileGrids: readonly Grid[];
let plan: WorkbookPlan;
let host: Host;
const workbook = new ExcelWorkbook();

beforeAll(async () => {
  fileGrids = await sampleGrids();
  ({ plan } = planSample(fileGrids, 1));
  host = await openExcel(fileGrids);
});

beforeEach(() => {
  host.workbook = emptyWorkbook();
  host.batches.length = 0;
  fillWorkbook(host.workbook, fileGrids);
});

afterEach(() => {
  expect(host.breaches).toEqual([]);
  host.revive();
});

afterAll(() => host.close());

/** The workbook without the counter of ids. */
const content = () => {
  const { sheets, names, customXml } = host.workbook;
  return structuredClone({ sheets, names, customXml });
};

/** Runs with one failure; gives what the user is told, undefined when the run came through. */
async function told(failure: Failure): Promise<string | undefined> {
  host.failAt(failure);
  try {
    await workbook.apply(plan);
    return undefined;
  } catch (cause) {
    if (cause instanceof RefusedError) return cause.text.de;
    throw cause;
  }
}

describe("a writing run", () => {
  it("takes the batches that the failures below stand for", async () => {
    await workbook.apply(plan);
    expect(host.batches).toHaveLength(BATCHES.length);
  });

  const kinds = (["nothing", "half", "everything"] as const).flatMap((after) =>
    ["GeneralException", "AccessDenied", INTERNAL].map((cause) => ({ after, with: cause })),
  );
  it.each(BATCHES.flatMap((batch) => kinds.map((kind) => ({ batch, ...kind }))))(
    "is whole or undone when batch $batch fails with $with after $after",
    async (failure) => {
      const before = content();
      const words = await told(failure);
      if (words === undefined) {
        // A look that was refused for once and taken the second time.
        expect(failure.batch).toBe(2);
        expect((await workbook.readBack(plan)).agrees).toBe(true);
        expect(host.workbook.customXml.size).toBe(1);
        return;
      }
      expect(content()).toEqual(before);
      if (failure.batch > 0) expect(words).toMatch(/Die Arbeitsmappe ist so wie vorher\.$/);
    },
  );

  it.each(BATCHES)("says that a cell is being edited, at batch %i", async (batch) => {
    const before = content();
    const words = await told({ batch, after: "nothing", with: CELL_BEING_EDITED });
    expect(words).toContain("wird gerade eine Zelle bearbeitet");
    expect(content()).toEqual(before);
  });

  it.each(
    BATCHES.slice(1).flatMap((batch) =>
      (["nothing", "half", "everything"] as const).map((after) => ({ batch, after })),
    ),
  )(
    "is taken back at the next start when Excel falls silent at batch $batch after $after",
    async (failure) => {
      const before = content();
      const words = await told({ ...failure, with: INTERNAL, dead: true });
      expect(words).toMatch(/sobald der Kooperationsrechner in dieser Arbeitsmappe wieder/);
      host.revive();
      const wasFinished = failure.batch === 3 && failure.after === "everything";
      const removed = await new ExcelWorkbook().takeBackUnfinished();
      if (wasFinished) {
        // The journal was closed; only the answer was lost. Nothing is half done.
        expect(removed).toBeUndefined();
        expect((await workbook.readBack(plan)).agrees).toBe(true);
      } else {
        expect(content()).toEqual(before);
      }
      expect(await new ExcelWorkbook().takeBackUnfinished()).toBeUndefined();
    },
  );

  it("takes an unfinished run back before it writes again", async () => {
    await told({ batch: 1, after: "half", with: INTERNAL, dead: true });
    host.revive();
    await workbook.apply(plan);
    expect((await workbook.readBack(plan)).agrees).toBe(true);
  });

  it("leaves a sheet that somebody else added meanwhile under the same name", async () => {
    await told({ batch: 1, after: "everything", with: INTERNAL, dead: true });
    host.revive();
    const [first, second] = plan.sheets;
    // Not ours: the mark points to another sheet.
    host.workbook.names = host.workbook.names.filter(
      ({ formula }) => !formula.includes(String(first?.name)),
    );
    const removed = await workbook.takeBackUnfinished();
    expect(removed).not.toContain(first?.name);
    expect(removed).toContain(second?.name);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual([
      ...fileGrids.map(({ name }) => name),
      first?.name,
    ]);
  });

  it("keeps the stored part of an earlier run when it is undone", async () => {
    host.workbook.customXml.set(
      "{1}",
      `<workbook xmlns="urn:kooperationsrechner:workbook:1">{}</workbook>`,
    );
    host.workbook.names.push({ name: "KR_overview", formula: "=#REF!", comment: "" });
    const before = content();
    await told({ batch: 3, after: "nothing", with: "AccessDenied" });
    expect(content().customXml).toEqual(before.customXml);
    expect(content().sheets).toEqual(before.sheets);
    await workbook.apply(plan);
    expect(await workbook.storedPart()).toBe(plan.storedPart);
    expect((await workbook.readBack(plan)).agrees).toBe(true);
  });

  it("says that the structure is protected before it writes", async () => {
    host.workbook.structureProtected = true;
    await expect(workbook.apply(plan)).rejects.toMatchObject({
      text: { de: expect.stringContaining("Struktur der Arbeitsmappe ist geschützt") as string },
    });
    expect(host.batches).toHaveLength(1);
  });
});

describe("words for what Excel reports", () => {
  it.each([
    [5004, "wird gerade eine Zelle bearbeitet"],
    [5012, "Die Verbindung zur Arbeitsmappe ist abgerissen"],
    [5016, "ist ein Dialogfenster offen"],
    [5102, "Excel ist ausgelastet"],
    [5103, "zu viel"],
    [7000, "geschützt oder nur zum Lesen geöffnet"],
    ["ItemAlreadyExists", "inzwischen vergeben"],
    ["SomethingNew", "„SomethingNew“"],
  ] as const)("%s: %s", async (cause, words) => {
    expect(await told({ batch: 1, after: "nothing", with: cause })).toContain(words);
  });

  it("are worded by code, whatever the language of Excel", async () => {
    host.failAt({ batch: 0, after: "nothing", with: 7000 });
    await expect(workbook.sheets()).rejects.toMatchObject({
      text: { en: expect.stringContaining("Excel does not allow the change") as string },
    });
  });
});
