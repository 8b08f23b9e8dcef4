import type { Grid } from "../../src/budget/grid";
import { ExcelWorkbook } from "../../src/workbook/excel";
import type { WorkbookChange } from "../../src/workbook/port";
import type { Host } from "../host/host";
import { openExcel } from "./open-excel";
import { planSample, sampleGrids } from "./sample";

// Microsoft's library, a workbook and an engine take seconds on a busy machine.
jest.setTimeout(60_000);

const DRAFT = `<workbook xmlns="urn:kooperationsrechner:workbook:1">{"draft":1}</workbook>`;

let fileGrids: readonly Grid[];
let host: Host;
let workbook: ExcelWorkbook;

beforeAll(async () => {
  fileGrids = await sampleGrids();
});

beforeEach(async () => {
  host = await openExcel(fileGrids);
  workbook = new ExcelWorkbook();
});

afterEach(() => {
  expect(host.breaches).toEqual([]);
  host.close();
});

/** Long enough for events to arrive. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe("keep", () => {
  it("adds our part, then changes it, and touches nothing else", async () => {
    host.workbook.customXml.set("{0}", `<other xmlns="urn:other"/>`);
    const before = structuredClone({ sheets: host.workbook.sheets, names: host.workbook.names });
    await workbook.keep(DRAFT);
    await workbook.keep(DRAFT.replace("1}", "2}"));
    expect(await workbook.storedPart()).toContain('{"draft":2}');
    expect(host.workbook.customXml.size).toBe(2);
    expect(host.workbook.customXml.get("{0}")).toBe(`<other xmlns="urn:other"/>`);
    expect({ sheets: host.workbook.sheets, names: host.workbook.names }).toEqual(before);
  });

  it("is written over by the next run and comes back when that is taken back", async () => {
    await workbook.keep(DRAFT);
    const { plan } = planSample(fileGrids, 1);
    await workbook.apply(plan);
    expect(await workbook.storedPart()).toBe(plan.storedPart);
    await workbook.takeBack();
    expect(await workbook.storedPart()).toBe(DRAFT);
  });
});

describe("takeBack", () => {
  it("removes what a first run added, and is done then", async () => {
    const before = structuredClone({ sheets: host.workbook.sheets, names: host.workbook.names });
    expect(await workbook.takeBack()).toBeUndefined();
    const { plan } = planSample(fileGrids, 1);
    await workbook.apply(plan);
    expect(await workbook.takeBack()).toEqual(plan.sheets.map(({ name }) => name));
    expect({ sheets: host.workbook.sheets, names: host.workbook.names }).toEqual(before);
    expect(await workbook.takeBack()).toBeUndefined();
  });
});

describe("select", () => {
  const area = { sheet: "Haushalt", firstRow: 3, firstColumn: 1, lastRow: 5, lastColumn: 2 };

  it("shows cells of a sheet", async () => {
    await workbook.select(area);
    const { sheet, ...cells } = area;
    const id = host.workbook.sheets.find(({ name }) => name === sheet)?.id;
    expect(host.workbook.selection).toEqual({ sheet: id, area: cells });
  });

  it("says that a sheet is hidden or gone", async () => {
    const sheet = host.workbook.sheets.find(({ name }) => name === area.sheet);
    if (sheet !== undefined) sheet.visibility = "Hidden";
    await expect(workbook.select(area)).rejects.toMatchObject({
      text: { de: expect.stringContaining("„Haushalt“ ist ausgeblendet") as string },
    });
    await expect(workbook.select({ ...area, sheet: "Weg" })).rejects.toMatchObject({
      text: { de: expect.stringContaining("kein Tabellenblatt „Weg“") as string },
    });
  });
});

describe("watch", () => {
  it("tells of what users change, not of our own writing, until it is stopped", async () => {
    const changes: WorkbookChange[] = [];
    const stop = await workbook.watch((change) => changes.push(change));
    host.type("Haushalt", "F8", 4711);
    await settled();
    expect(changes).toEqual([{ sheet: "Haushalt", address: "F8", kind: "cells" }]);
    changes.length = 0;

    const { plan } = planSample(fileGrids, 1);
    await workbook.apply(plan);
    await workbook.takeBack();
    await workbook.keep(DRAFT);
    await settled();
    expect(changes).toEqual([]);

    await workbook.apply(plan);
    await settled();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("KR Prüfung").delete();
      context.workbook.worksheets.add("Notizen");
      await context.sync();
    });
    await settled();
    expect(changes).toEqual([
      { sheet: "KR Prüfung", kind: "sheets" },
      { sheet: "Notizen", kind: "sheets" },
    ]);
    changes.length = 0;

    await stop();
    host.type("Haushalt", "F8", 4712);
    await settled();
    expect(changes).toEqual([]);
  });

  it("tells also while Excel is busy", async () => {
    const changes: WorkbookChange[] = [];
    const stop = await workbook.watch((change) => changes.push(change));
    host.failAt({ batch: 0, after: "nothing", with: 5102 });
    host.type("Haushalt", "F8", 1);
    await settled();
    expect(changes).toEqual([{ sheet: "Haushalt", address: "F8", kind: "cells" }]);
    await stop();
  });
});
