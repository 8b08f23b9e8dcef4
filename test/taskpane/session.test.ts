import type { PaneSession } from "../../src/taskpane/session/session";
import { openPackage, type PackageWorkbook } from "../../src/workbook/package";
import { edited, sheetPart } from "../workbook/edited-workbook";
import { sampleWorkbook, sessionOf } from "./session-of";

// Writing and opening again takes seconds on a busy machine.
jest.setTimeout(60_000);

const open = async (workbook: PackageWorkbook): Promise<PaneSession> => {
  const session = sessionOf(workbook);
  await session.open();
  expect(session.state.notice).toBeUndefined();
  return session;
};

/** The workbook as it comes back from a file. */
const saved = (workbook: PackageWorkbook): PackageWorkbook => openPackage(workbook.save());

const totals = ({ state }: PaneSession): readonly number[] => {
  if (state.computed.kind !== "computed")
    throw new Error(`nothing computed: ${state.computed.kind}`);
  return [...state.computed.computation.figures.values()].map(({ totalResult }) => totalResult);
};

describe("a session of the pane", () => {
  it("reads the budget, begins a model, computes it while it is changed", async () => {
    const session = await open(sampleWorkbook());
    expect(session.state.budget.kind).toBe("read");
    expect(session.state.computed.kind).toBe("none");
    await session.begin();
    const before = totals(session);
    expect(before).toHaveLength(7);
    session.edit({ de: "Diskontsatz", en: "Discount rate" }, (document) => ({
      ...document,
      scenarios: document.scenarios.slice(0, 3),
    }));
    expect(totals(session)).toEqual(before.slice(0, 3));
    session.undo();
    expect(totals(session)).toEqual(before);
    session.redo();
    expect(totals(session)).toHaveLength(3);
    await session.close();
  });

  it("says what came of reading again, and where a sheet is that was set aside", async () => {
    const session = await open(sampleWorkbook());
    await session.readBudget();
    expect(session.state.notice).toMatchObject({
      intent: "success",
      text: { de: "Neu eingelesen. Haushaltszeilen: 58, Blätter: 2." },
    });
    await session.correct({ sheet: "Haushalt", notABudget: true });
    expect(session.state.notice?.text.de).toMatch(
      /^Neu eingelesen\. Haushaltszeilen: 8, Blätter: 1\.\n„Haushalt“ zählt nicht als Haushalt/,
    );
    await session.correct(
      { sheet: "Haushalt", notABudget: true },
      { sheet: "Schul-IT (T€)", notABudget: true },
    );
    expect(session.state.notice).toMatchObject({ intent: "info" });
    expect(session.state.notice?.text.de).toMatch(/kein Haushalt zu erkennen/);
    await session.close();
  });

  it("lets what was said of a step go with the step, but not what has to be done", async () => {
    const session = await open(sampleWorkbook());
    await session.readBudget();
    session.show("budget");
    expect(session.state.notice).toBeDefined();
    session.show("assignment");
    expect(session.state.notice).toBeUndefined();
    session.announce({ intent: "warning", text: { de: "Achtung", en: "Mind" } });
    session.show("budget");
    expect(session.state.notice?.text.de).toBe("Achtung");
    await session.close();
  });

  it("takes typing in one field as one step, and again after leaving it as another", async () => {
    const session = await open(sampleWorkbook());
    await session.begin();
    const { document } = session.state;
    const name = { de: "Name", en: "Name" };
    const type = (text: string): void =>
      session.edit(name, (model) => ({ ...model, name: text }), "name");
    type("A");
    type("AB");
    session.leaveField();
    type("ABC");
    session.undo();
    expect(session.state.document?.name).toBe("AB");
    session.undo();
    expect(session.state.document).toBe(document);
    await session.close();
  });

  it("keeps the last result where a change breaks a rule, and says which field", async () => {
    const session = await open(sampleWorkbook());
    await session.begin();
    const { computed } = session.state;
    session.edit({ de: "Jahre", en: "Years" }, (document) => ({
      ...document,
      years: { first: 2030, last: 2022 },
    }));
    const refused = session.state.computed;
    expect(refused).toMatchObject({ kind: "refused", problems: [{ path: "years.last" }] });
    const last = refused.kind === "refused" ? refused.last : undefined;
    expect(last).toBeDefined();
    expect(last).toBe(computed.kind === "computed" ? computed.computation : undefined);
    await session.close();
  });

  it("writes, takes back, and finds the model again in the saved file", async () => {
    const workbook = sampleWorkbook();
    const session = await open(workbook);
    await session.begin(["status-quo", "invoiced-19"]);
    const before = workbook.save();
    await session.write();
    expect(session.state.notice?.intent).toBe("success");
    expect(session.state.written).toMatchObject({ canTakeBack: true, changed: [] });
    expect(session.state.written.sheets).toContain("KR Übersicht");
    const again = await open(saved(workbook));
    expect(again.state.document).toEqual(JSON.parse(JSON.stringify(session.state.document)));
    expect(totals(again)).toEqual(totals(session));
    await session.takeBack();
    expect(workbook.save()).toEqual(before);
    expect(session.state.written.sheets).toEqual([]);
    await Promise.all([session.close(), again.close()]);
  });

  it("offers to take the writing back only when nothing runs any more", async () => {
    const session = await open(sampleWorkbook());
    await session.begin(["status-quo", "invoiced-19"]);
    const whileRunning: unknown[] = [];
    session.subscribe(() => {
      const { job, notice } = session.state;
      if (job !== undefined && notice?.offer !== undefined) whileRunning.push(notice.offer);
    });
    await session.write();
    expect(session.state.notice?.offer).toBe("take-back");
    expect(whileRunning).toEqual([]);
    await session.close();
  });

  it("keeps what is not written yet in the workbook", async () => {
    const workbook = sampleWorkbook();
    const session = await open(workbook);
    await session.begin(["status-quo", "invoiced-19"]);
    session.edit({ de: "Name", en: "Name" }, (document) => ({ ...document, name: "Entwurf" }));
    await session.close();
    const again = await open(saved(workbook));
    expect(again.state.document?.name).toBe("Entwurf");
    expect(again.state.written.sheets).toEqual([]);
    await again.write();
    again.edit({ de: "Name", en: "Name" }, (document) => ({ ...document, name: "Danach" }));
    await again.close();
    const last = await open(saved(workbookOf(again)));
    expect(last.state.document?.name).toBe("Danach");
    expect(last.state.written.stored?.model).toMatchObject({ name: "Entwurf" });
    await last.close();
  });

  it("takes what was typed into the sheets into the model, once, and keeps legal values beside it", async () => {
    const first = await open(sampleWorkbook());
    await first.begin(["status-quo", "invoiced-19"]);
    await first.write();
    const base = totals(first);
    await first.close();
    // Somebody without the add-in changes the discount rate and the VAT rate.
    const typed = typeInto(workbookOf(first).save(), {
      "discount-rate": 0.02,
      "vat-rate-2021-01-01": 0.2,
    });
    const second = await open(openPackage(typed));
    expect(second.state.written.changed.map(({ row }) => row)).toEqual([
      "discount-rate",
      "vat-rate-2021-01-01",
    ]);
    expect(second.state.document?.discountRate).toBe(0.02);
    expect(second.state.typed).toMatchObject([{ row: "vat-rate-2021-01-01", value: 0.2 }]);
    expect(totals(second)).not.toEqual(base);
    const changed = totals(second);
    // The user changes the same field in the pane: from now on that counts.
    second.edit({ de: "Diskontsatz", en: "Discount rate" }, (document) => ({
      ...document,
      discountRate: 0.03,
    }));
    await second.close();
    const third = await open(saved(workbookOf(second)));
    expect(third.state.document?.discountRate).toBe(0.03);
    await third.write();
    await third.close();
    const fourth = await open(saved(workbookOf(third)));
    expect(fourth.state.written.changed).toEqual([]);
    expect(fourth.state.document?.discountRate).toBe(0.03);
    // A legal value of the user's own outlives any number of writings, also in another language.
    fourth.speak("en");
    await fourth.write();
    await fourth.close();
    const fifth = await open(saved(workbookOf(fourth)));
    expect(fifth.state.typed).toMatchObject([{ row: "vat-rate-2021-01-01", value: 0.2 }]);
    expect(totals(fifth)).toEqual(changed);
    await fifth.close();
  });

  it("remembers corrections in the workbook", async () => {
    const workbook = sampleWorkbook();
    const session = await open(workbook);
    const sheet = budgetSheet(session);
    await session.correct({ sheet, notABudget: true });
    expect(statusOf(session, sheet)).toBe("ignored");
    await session.close();
    const again = await open(saved(workbook));
    expect(statusOf(again, sheet)).toBe("ignored");
    await again.correct({ sheet });
    expect(statusOf(again, sheet)).toBe("budget");
    await again.close();
  });

  it("cancels a writing and leaves the workbook as it was", async () => {
    const workbook = sampleWorkbook();
    const session = await open(workbook);
    await session.begin();
    const before = workbook.save();
    const writing = session.write();
    session.cancel();
    await writing;
    expect(session.state.notice?.text.de).toContain("Abgebrochen");
    expect(session.state.job).toBeUndefined();
    expect(workbook.save()).toEqual(before);
    await session.close();
  });
});

/** The file with numbers typed into column E of rows of KR Annahmen. */
function typeInto(file: Uint8Array, values: Readonly<Record<string, number>>): Uint8Array {
  const part = sheetPart(file, "KR Annahmen");
  return edited(file, {
    [part]: (xml) =>
      Object.entries(values).reduce((text, [id, value]) => {
        const row = new RegExp(`<row [^>]*>(?:(?!</row>).)*>${id}<.*?</row>`, "s").exec(text)?.[0];
        if (row === undefined) throw new Error(`no row ${id}`);
        return text.replace(
          row,
          row.replace(/(<c r="E\d+"[^>]*>)<v>[^<]*<\/v>/, `$1<v>${String(value)}</v>`),
        );
      }, xml),
  });
}

function workbookOf(session: PaneSession): PackageWorkbook {
  const { workbook } = session.world;
  if (!("save" in workbook)) throw new Error("no file");
  return workbook as PackageWorkbook;
}

function budgetSheet({ state }: PaneSession): string {
  const readings = state.budget.kind === "read" ? state.budget.budget.readings : [];
  const found = readings.find(({ status }) => status === "budget");
  if (found === undefined) throw new Error("the sample has no budget sheet");
  return found.name;
}

function statusOf({ state }: PaneSession, sheet: string): string | undefined {
  if (state.budget.kind !== "read") return undefined;
  return state.budget.budget.readings.find(({ name }) => name === sheet)?.status;
}
