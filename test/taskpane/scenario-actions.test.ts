import { STATUS_QUO } from "../../src/model/terms";
import { valueAt } from "../../src/model/document-paths";
import { BLOCK_KINDS } from "../../src/taskpane/session/new-block";
import type { PaneSession } from "../../src/taskpane/session/session";
import { openPackage, PackageWorkbook } from "../../src/workbook/package";
import type { SheetArea } from "../../src/workbook/port";
import { sampleWorkbook, sessionOf } from "./session-of";

const LABEL = { de: "Preis", en: "Price" };
/** `Schul-IT` of the first cooperation scenario. */
const PRICE = "scenarios[1].blocks[0].unitPrice";

const opened: PaneSession[] = [];

const open = async (workbook: PackageWorkbook): Promise<PaneSession> => {
  const session = sessionOf(workbook);
  opened.push(session);
  await session.open();
  return session;
};

const begun = async (): Promise<PaneSession> => {
  const session = await open(sampleWorkbook());
  await session.begin();
  return session;
};

const ids = ({ state }: PaneSession): readonly string[] =>
  (state.document?.scenarios ?? []).map(({ id }) => id);

const kindsOf = ({ state }: PaneSession, scenario: string): readonly string[] =>
  (state.document?.scenarios.find(({ id }) => id === scenario)?.blocks ?? []).map(
    ({ kind }) => kind,
  );

const prices = ({ state }: PaneSession): readonly unknown[] =>
  (state.document?.scenarios ?? []).map((_, index) =>
    valueAt(state.document, `scenarios[${index}].blocks[0].unitPrice`),
  );

const problems = ({ state: { computed } }: PaneSession): readonly string[] =>
  computed.kind === "refused" ? computed.problems.map((problem) => problem.path) : [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((session) => session.close()));
});

describe("scenarios in the pane", () => {
  it("keep the one of the budget request when a copy or a move changes their order", async () => {
    const session = await begun();
    session.scenarios.duplicate(STATUS_QUO);
    expect(ids(session)[1]).toBe("status-quo-2");
    expect(session.state.document?.request).toBe("invoiced-19");
    expect(session.state.notice?.text.de).toMatch(/Die Kopie zählt als Kooperation/);
    session.undo();
    session.scenarios.move("effective-10", -1);
    expect(ids(session)[1]).toBe("effective-10");
    expect(session.state.document?.request).toBe("invoiced-19");
  });

  it("are duplicated, moved, deleted and brought back; the status quo stays and stays first", async () => {
    const session = await begun();
    const before = ids(session);
    session.scenarios.duplicate("provision");
    expect(ids(session)).toHaveLength(8);
    expect(ids(session)[4]).toBe("provision-2");
    expect(session.state.notice?.offer).toBe("undo");
    expect(session.state.computed.kind).toBe("computed");
    session.scenarios.duplicate("provision");
    expect(new Set(session.state.document?.scenarios.map(({ name }) => name)).size).toBe(9);
    session.undo();
    session.undo();
    expect(ids(session)).toEqual(before);

    session.scenarios.move("invoiced-19", -1);
    expect(ids(session)).toEqual(before);
    session.scenarios.move("invoiced-19", 1);
    expect(ids(session).slice(0, 3)).toEqual([STATUS_QUO, "effective-10", "invoiced-19"]);

    session.scenarios.remove(STATUS_QUO);
    expect(ids(session)).toContain(STATUS_QUO);
    session.scenarios.setReference("invoiced-19");
    session.scenarios.setRequest("invoiced-19");
    session.scenarios.remove("invoiced-19");
    expect(ids(session)).not.toContain("invoiced-19");
    expect(session.state.document).not.toHaveProperty("reference");
    expect(session.state.document).not.toHaveProperty("request");
    expect(session.state.computed.kind).toBe("computed");
    session.undo();
    expect(session.state.document?.reference).toBe("invoiced-19");
  });

  it("come from presets onto the model that is there, and ask for what is not disclosed", async () => {
    const session = await begun();
    await session.scenarios.addPresets(["provider-1000"], {});
    expect(ids(session).at(-1)).toBe("provider-1000");
    await session.scenarios.addPresets(["service-centre-workplaces"], {});
    expect(session.state.notice?.intent).toBe("error");
    expect(ids(session)).toHaveLength(8);
    await session.scenarios.addPresets(["service-centre-workplaces"], { workplaces: 420 });
    expect(session.state.document?.workplaces).toBe(420);
    expect(session.state.computed.kind).toBe("computed");
    await session.scenarios.addPresets(["provider-1000"], {});
    expect(ids(session).at(-1)).toBe("provider-1000-2");
  });

  it("begin without a model, from a preset or empty", async () => {
    const session = await open(sampleWorkbook());
    await session.scenarios.addPresets(["invoiced-19"], {});
    expect(ids(session)).toEqual([STATUS_QUO, "invoiced-19"]);
    session.undo();
    expect(session.state.document).toBeUndefined();
    await session.scenarios.addEmpty();
    expect(ids(session)).toEqual([STATUS_QUO, "szenario"]);
    expect(session.state.place).toEqual({ kind: "scenario", scenario: "szenario" });
  });

  it("are at most twenty", async () => {
    const session = await begun();
    for (let count = 7; count < 20; count += 1) session.scenarios.duplicate("provision");
    expect(ids(session)).toHaveLength(20);
    session.scenarios.duplicate("provision");
    expect(ids(session)).toHaveLength(20);
    expect(session.state.notice?.intent).toBe("error");
    expect(session.state.computed.kind).toBe("computed");
  });
});

describe("values that scenarios share", () => {
  it("change in all that share them, and only in those that did when the typing began", async () => {
    const session = await begun();
    expect(prices(session)).toEqual([undefined, 94000, 94000, 94000, 94000, 94000, 94000]);
    session.scenarios.changeOnlyHere(true);
    session.scenarios.set("scenarios[2].blocks[0].unitPrice", 9, LABEL);
    session.leaveField();
    session.scenarios.changeOnlyHere(false);
    // On the way to 95 the price is 9 for a moment, as in the scenario that has its own.
    session.scenarios.set(PRICE, 9, LABEL);
    session.scenarios.set(PRICE, 95, LABEL);
    session.leaveField();
    expect(prices(session)).toEqual([undefined, 95, 9, 95, 95, 95, 95]);
    session.undo();
    expect(prices(session)).toEqual([undefined, 94000, 9, 94000, 94000, 94000, 94000]);
  });

  it("may change in one scenario only, until another one is opened", async () => {
    const session = await begun();
    session.scenarios.open({ kind: "block", scenario: "provision", block: 0 });
    session.scenarios.changeOnlyHere(true);
    session.scenarios.set("scenarios[3].blocks[0].unitPrice", 1, LABEL);
    expect(prices(session).filter((price) => price === 1)).toHaveLength(1);
    session.scenarios.back();
    expect(session.state.onlyHere).toBe(true);
    session.scenarios.back();
    expect(session.state.onlyHere).toBe(false);
  });

  it("change together where an amount is given in another way", async () => {
    const session = await begun();
    session.scenarios.setFields(
      "scenarios[1].blocks[2]",
      { byYear: undefined, percent: 0.5, pricePerInhabitant: 10, products: undefined },
      LABEL,
    );
    const shares = session.state.document?.scenarios.map((_, index) =>
      valueAt(session.state.document, `scenarios[${index}].blocks[2].percent`),
    );
    expect(shares?.filter((share) => share === 0.5)).toHaveLength(6);
    expect(session.state.computed.kind).toBe("computed");
  });
});

describe("blocks in the pane", () => {
  it("are added behind the costs and before the taxes, and never invent a figure", async () => {
    const session = await begun();
    for (const kind of BLOCK_KINDS) {
      const taken = kindsOf(session, "provision");
      if (["vat", "back-tax", "provision"].includes(kind)) continue;
      session.scenarios.addBlock("provision", kind, LABEL);
      expect(kindsOf(session, "provision")).toHaveLength(taken.length + 1);
      const missing = problems(session).filter((one) => one.startsWith("scenarios[3].blocks["));
      expect([kind, missing.length > 0]).toEqual([kind, kind !== "shared-service-centre"]);
      session.undo();
    }
    session.scenarios.addBlock("provision", "base-fee", LABEL);
    expect(kindsOf(session, "provision")).toEqual([
      "services",
      "general-costs",
      "take-up",
      "base-fee",
      "vat",
      "back-tax",
      "provision",
    ]);
    expect(problems(session)).toEqual(["scenarios[3].blocks[3].amount"]);
    session.scenarios.set("scenarios[3].blocks[3].amount", 12000, LABEL);
    expect(session.state.computed.kind).toBe("computed");
  });

  it("go into the other scenarios and out of all of them", async () => {
    const session = await begun();
    session.scenarios.addBlock("provision", "base-fee", LABEL);
    session.scenarios.set("scenarios[3].blocks[3].amount", 12000, LABEL);
    session.scenarios.spreadBlock("provision", 3);
    const have = (kind: string): number =>
      ids(session).filter((id) => kindsOf(session, id).includes(kind)).length;
    expect(have("base-fee")).toBe(6);
    expect(kindsOf(session, STATUS_QUO)).toEqual([]);
    session.scenarios.removeBlock("provision", 3, true);
    expect(have("base-fee")).toBe(0);
    session.undo();
    session.scenarios.removeBlock("provision", 3, false);
    expect(have("base-fee")).toBe(5);
  });

  it("move and double within their scenario", async () => {
    const session = await begun();
    session.scenarios.moveBlock("in-house", 0, 1);
    expect(kindsOf(session, "in-house").slice(0, 2)).toEqual(["general-costs", "services"]);
    session.scenarios.moveBlock("in-house", 0, -1);
    expect(kindsOf(session, "in-house").slice(0, 2)).toEqual(["general-costs", "services"]);
    session.scenarios.duplicateBlock("in-house", 1);
    expect(kindsOf(session, "in-house").slice(0, 3)).toEqual([
      "general-costs",
      "services",
      "services",
    ]);
    expect(session.state.computed.kind).toBe("computed");
  });
});

describe("the place in the step", () => {
  it("leads to the field that is asked for", async () => {
    const session = await begun();
    session.scenarios.openField("scenarios[2].blocks[3].rate.effective");
    expect(session.state).toMatchObject({
      view: "scenarios",
      place: { kind: "block", scenario: "effective-10", block: 3 },
      askedField: { path: "scenarios[2].blocks[3].rate.effective" },
    });
    session.scenarios.openField("inhabitants");
    expect(session.state.place).toEqual({ kind: "frame" });
    session.scenarios.openField("scenarios[1].start");
    expect(session.state.place).toEqual({ kind: "scenario", scenario: "invoiced-19" });
  });

  it("goes back level by level, also where an undo took the block away", async () => {
    const session = await begun();
    session.scenarios.addBlock("in-house", "levy", LABEL);
    expect(session.state.place).toEqual({ kind: "block", scenario: "in-house", block: 3 });
    session.scenarios.back();
    expect(session.state.place).toEqual({ kind: "scenario", scenario: "in-house" });
    session.scenarios.back();
    expect(session.state.place).toEqual({ kind: "list" });
  });
});

describe("a draft whose figures are still to be given", () => {
  it("is taken up again by the next session, with what is missing", async () => {
    const workbook = sampleWorkbook();
    const first = await open(workbook);
    await first.begin();
    first.scenarios.addBlock("in-house", "base-fee", LABEL);
    await first.close();
    const second = await open(openPackage(workbook.save()));
    expect(problems(second)).toEqual(["scenarios[4].blocks[3].amount"]);
  });
});

describe("cells of the workbook", () => {
  it("are selected where a field is written", async () => {
    const session = await begun();
    await session.scenarios.showCell(PRICE);
    expect(session.state.notice?.intent).toBe("info");
    await session.write();
    const { workbook } = session.world;
    const selected: SheetArea[] = [];
    if (!(workbook instanceof PackageWorkbook)) throw new Error("no workbook of ours");
    workbook.onSelect = (area) => selected.push(area);
    await session.scenarios.showCell(PRICE);
    const [grid] = await workbook.read(["KR Annahmen"]);
    const row = grid?.rows.findIndex((cells) => cells[0] === "services_schul-it.unit-price") ?? -1;
    expect(grid?.rows[row]?.[4]).toBe(94000);
    expect(selected).toEqual([
      { sheet: "KR Annahmen", firstRow: row, firstColumn: 4, lastRow: row, lastColumn: 4 },
    ]);
  });
});
