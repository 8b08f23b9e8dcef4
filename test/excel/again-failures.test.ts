import { plainGrid } from "../../src/budget/grid";
import { RefusedError } from "../../src/finding";
import { ExcelWorkbook } from "../../src/workbook/excel";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { fillWorkbook } from "../host/fill-workbook";
import type { Failure, Host } from "../host/host";
import { emptyWorkbook } from "../host/state";
import { scenarioPlan, TWO_SCENARIOS } from "../workbook/scenario-plan";
import { differences } from "./facts";
import type { Facts } from "./facts";
import { hostFacts } from "./host-facts";
import { openExcel } from "./open-excel";

// Microsoft's library, a workbook and an engine take seconds on a busy machine.
jest.setTimeout(60_000);

const INTERNAL = 5001;
const BUDGET = plainGrid("Haushalt", [["Ansatz", 100]]);

/** One scenario gets another name, one goes, one comes, and every figure moves. */
const [STAYING = { id: "", name: "" }] = TWO_SCENARIOS;
const FIRST = scenarioPlan();
const SECOND = scenarioPlan({
  scenarios: [
    { ...STAYING, name: "Neuer Name" },
    { id: "in-house", name: "Inhouse" },
  ],
  amount: 7,
  years: 6,
  inputs: 5,
});

let host: Host;
let workbook: ExcelWorkbook;
let before: Facts;

beforeAll(async () => {
  host = await openExcel([BUDGET]);
});

beforeEach(async () => {
  host.workbook = emptyWorkbook();
  fillWorkbook(host.workbook, [BUDGET]);
  workbook = new ExcelWorkbook();
  await workbook.apply(FIRST);
  host.type("KR Annahmen", "B6", 4711);
  host.type("KR Annahmen", "Z6", "=B6*2");
  host.batches.length = 0;
  host.breaches.length = 0;
  before = facts();
});

afterEach(() => {
  expect(host.breaches).toEqual([]);
  host.revive();
});

afterAll(() => host.close());

function facts(): Facts {
  return hostFacts(
    host.workbook,
    host.workbook.sheets.map(({ name }) => name).filter((name) => name !== BUDGET.name),
  );
}

/** Runs with one failure; gives what the user is told, undefined when the run came through. */
async function told(failure: Failure, plan: WorkbookPlan = SECOND): Promise<string | undefined> {
  host.failAt(failure);
  try {
    await workbook.apply(plan, { previous: FIRST });
    return undefined;
  } catch (cause) {
    if (cause instanceof RefusedError) return cause.text.de;
    throw cause;
  }
}

async function isSecond(): Promise<void> {
  expect((await workbook.readBack(SECOND)).differences).toEqual([]);
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual([
    "Haushalt",
    ...SECOND.sheets.map(({ name }) => name),
  ]);
  expect(host.workbook.customXml.size).toBe(1);
  expect(host.workbook.names).toHaveLength(SECOND.names.length);
}

/** Eight of reading, then content, looks and the end. */
const BATCHES = [...Array(11).keys()];
const CONTENT = 8;
const LOOKS = 9;
const END = 10;

describe("a run that writes again", () => {
  it("takes the batches that the failures below stand for", async () => {
    await workbook.apply(SECOND, { previous: FIRST });
    expect(host.batches).toHaveLength(BATCHES.length);
    expect(host.batches.map(({ writes }) => writes).indexOf(true)).toBe(CONTENT);
    await isSecond();
  });

  it.each(
    BATCHES.flatMap((batch) =>
      (["nothing", "half", "everything"] as const).flatMap((after) =>
        ["GeneralException", INTERNAL].map((cause) => ({ batch, after, with: cause })),
      ),
    ),
  )("is whole or undone when batch $batch fails with $with after $after", async (failure) => {
    const words = await told(failure);
    if (words === undefined) {
      // A look was taken the second time, or all that was left to do was to take a sheet away.
      expect([LOOKS, END]).toContain(failure.batch);
      await isSecond();
      return;
    }
    expect(differences(before, facts())).toEqual([]);
    if (failure.batch >= CONTENT) expect(words).toMatch(/Die Arbeitsmappe ist so wie vorher\.$/);
  });

  it.each(
    [CONTENT, LOOKS, END].flatMap((batch) =>
      (["nothing", "half", "everything"] as const).map((after) => ({ batch, after })),
    ),
  )(
    "is set back or finished at the next start when Excel falls silent at batch $batch after $after",
    async (failure) => {
      const words = await told({ ...failure, with: INTERNAL, dead: true });
      expect(words).toMatch(/sobald der Kooperationsrechner in dieser Arbeitsmappe wieder/);
      host.revive();
      const done = await new ExcelWorkbook().takeBackUnfinished();
      if (failure.batch === END && failure.after !== "nothing") {
        expect(done).toBeUndefined();
        await isSecond();
      } else if (failure.batch === CONTENT && failure.after === "nothing") {
        expect(done).toBeUndefined();
        expect(differences(before, facts())).toEqual([]);
      } else {
        expect(done).toContain("KR Annahmen");
        expect(differences(before, facts())).toEqual([]);
      }
      expect(await new ExcelWorkbook().takeBackUnfinished()).toBeUndefined();
    },
  );

  it("is set back at the next start also when that is disturbed the first time", async () => {
    await told({ batch: CONTENT, after: "half", with: INTERNAL, dead: true });
    host.revive();
    for (const batch of [0, 1, 2, 3, 4]) {
      host.failAt({ batch, after: "half", with: "GeneralException" });
      await new ExcelWorkbook().takeBackUnfinished().catch(() => undefined);
      host.revive();
    }
    await new ExcelWorkbook().takeBackUnfinished();
    expect(differences(before, facts())).toEqual([]);
  });

  it("is taken back when the user wishes so, with what had been typed", async () => {
    await workbook.apply(SECOND, { previous: FIRST });
    const names = await workbook.takeBack();
    expect(names).toEqual(expect.arrayContaining(["KR Annahmen", "KR Prüfung", "KR Inhouse"]));
    expect(differences(before, facts())).toEqual([]);
    expect(await workbook.takeBack()).toBeUndefined();
  });

  it("stops when asked to, and stands as before", async () => {
    const stop = new AbortController();
    const options = { previous: FIRST, signal: stop.signal, progress: () => stop.abort() };
    await expect(workbook.apply(SECOND, options)).rejects.toMatchObject({ name: "AbortError" });
    expect(differences(before, facts())).toEqual([]);
  });

  it("sets contents back also where nobody knows how the sheets were laid out", async () => {
    host.failAt({ batch: LOOKS, after: "everything", with: "AccessDenied" });
    await expect(workbook.apply(SECOND)).rejects.toThrow(RefusedError);
    const values = (all: Facts) =>
      [...all].filter(([place]) => / (?:value|formula)$|^sheets$|^name |stored/.test(place));
    expect(values(facts())).toEqual(expect.arrayContaining(values(before)));
  });
});
