import { FIRST_YEAR_COLUMN } from "../../src/model/expression";
import * as engine from "../../src/taskpane/engine";
import type { OutputPreview } from "../../src/taskpane/engine";
import { OutputDesk } from "../../src/taskpane/session/output-desk";
import type { PaneSession } from "../../src/taskpane/session/session";
import type { PaneWorld } from "../../src/taskpane/session/world";
import { openPackage, type PackageWorkbook } from "../../src/workbook/package";
import { edited, sheetPart } from "../workbook/edited-workbook";
import { sampleWorkbook, sessionOf } from "./session-of";

interface Opened {
  readonly session: PaneSession;
  readonly desk: OutputDesk;
  readonly saved: { name: string; content: string }[];
  /** Waits until the sheets are planned and compared. */
  readonly preview: () => Promise<OutputPreview>;
  readonly close: () => Promise<void>;
}

async function open(workbook: PackageWorkbook, more: Partial<PaneWorld> = {}): Promise<Opened> {
  const saved: Opened["saved"] = [];
  const session = sessionOf(workbook, {
    save: (name, content) => saved.push({ name, content: String(content) }),
    ...more,
  });
  await session.open();
  const desk = new OutputDesk(session);
  const leave = desk.follow();
  const preview = (): Promise<OutputPreview> =>
    new Promise((resolve) => {
      const look = (): void => {
        const state = desk.getState().preview;
        if (state.kind !== "ready") return;
        stop();
        resolve(state.preview);
      };
      const stop = desk.subscribe(look);
      look();
    });
  return {
    session,
    desk,
    saved,
    preview,
    close: async () => {
      leave();
      await session.close();
    },
  };
}

const fates = ({ changes }: OutputPreview): Readonly<Record<string, string>> =>
  Object.fromEntries(changes.sheets.map(({ name, fate }) => [name, fate]));

describe("what writing would do", () => {
  it("is new sheets at first, and nothing once they are written", async () => {
    const { session, preview, close } = await open(sampleWorkbook());
    await session.begin(["status-quo", "invoiced-19"]);
    const before = await preview();
    expect(new Set(Object.values(fates(before)))).toEqual(new Set(["new"]));
    expect(before.changes.inputs).toEqual([]);
    expect(before.redChecks).toEqual([]);
    await session.write();
    const after = await preview();
    expect(new Set(Object.values(fates(after)))).toEqual(new Set(["unchanged"]));
    await close();
  });

  it("names changed inputs with old and new value, and scenarios that come and go", async () => {
    const { session, preview, close } = await open(sampleWorkbook());
    await session.begin(["status-quo", "invoiced-19"]);
    await session.write();
    session.edit({ de: "Diskontsatz", en: "Discount rate" }, (document) => ({
      ...document,
      discountRate: 0.03,
    }));
    const changed = await preview();
    expect(changed.changes.inputs).toEqual([
      expect.objectContaining({ kind: "changed", unit: "share", before: 0.009, after: 0.03 }),
    ]);
    expect(fates(changed)).toMatchObject({
      "KR Annahmen": "rewritten",
      "KR Zuordnung": "unchanged",
    });
    session.edit({ de: "Szenario", en: "Scenario" }, (document) => ({
      ...document,
      scenarios: document.scenarios.flatMap((scenario) =>
        scenario.id === "invoiced-19"
          ? [{ ...scenario, id: "other", name: "Anderes Szenario" }]
          : [scenario],
      ),
    }));
    const other = await preview();
    expect(fates(other)).toMatchObject({
      "KR Anderes Szenario": "new",
      "KR USt berechnet, 19 %": "removed",
    });
    await close();
  });

  it("includes checks that would not pass, with what to do", async () => {
    const workbook = sampleWorkbook();
    const { session, close } = await open(workbook);
    await session.begin(["status-quo", "invoiced-19"]);
    const planned = await session.plan();
    const [, scenario] = planned.built.scenarios;
    if (scenario === undefined) throw new Error("no scenario");
    // As if somebody had overwritten a formula.
    planned.evaluation.set(scenario.row("result-cost"), FIRST_YEAR_COLUMN, 1);
    const { redChecks } = await engine.previewOutput(planned, workbook);
    expect(redChecks.map(({ label }) => label.de)).toContain(
      "USt berechnet, 19 %: Summe der Kostenarten = Belastung Ergebnisplan",
    );
    expect(redChecks[0]?.advice.de).toMatch(/Bitte die Blätter neu schreiben/);
    await close();
  });
});

describe("the review of what somebody changed on our sheets", () => {
  async function returned(): Promise<PackageWorkbook> {
    const workbook = sampleWorkbook();
    const { session, close } = await open(workbook);
    await session.begin(["status-quo", "invoiced-19"]);
    await session.write();
    await close();
    const part = sheetPart(workbook.save(), "KR Annahmen");
    return openPackage(
      edited(workbook.save(), {
        [part]: (xml) => xml.replace(/<v>0\.009<\/v>/, "<v>0.05</v>"),
      }),
    );
  }

  it("lists old, new and the effect; setting back changes the model and can be undone", async () => {
    const { session, desk, preview, close } = await open(await returned());
    await preview();
    const [input] = desk.getState().reviewed;
    if (input === undefined) throw new Error("nothing to review");
    expect(input).toMatchObject({ before: 0.009, now: 0.05, unit: "share", holds: "typed" });
    expect(session.state.document?.discountRate).toBe(0.05);
    // A discount rate moves the present value, not the result plan.
    expect(input.effect).toBeUndefined();
    expect(desk.decide(input, "written")).toBe(true);
    expect(session.state.document?.discountRate).toBe(0.009);
    await preview();
    expect(desk.getState().reviewed[0]?.holds).toBe("written");
    session.undo();
    expect(session.state.document?.discountRate).toBe(0.05);
    await session.write();
    await preview();
    expect(desk.getState().reviewed).toEqual([]);
    await close();
  });
});

describe("the model as a file", () => {
  it("comes back as it was handed out", async () => {
    const { session, desk, saved, close } = await open(sampleWorkbook());
    await session.begin(["status-quo", "invoiced-19"]);
    desk.saveModel();
    const [file] = saved;
    expect(file?.name).toBe("IT-Kooperation.json");
    session.edit({ de: "Name", en: "Name" }, (document) => ({ ...document, name: "Anders" }));
    desk.loadModel("modell.json", file?.content ?? "");
    expect(session.state.document?.name).toBe("IT-Kooperation");
    expect(session.state.notice?.text.de).toBe("Modell aus „modell.json“ geladen");
    session.undo();
    expect(session.state.document?.name).toBe("Anders");
    await close();
  });

  it("is refused field by field, and the model stays", async () => {
    const { session, desk, saved, close } = await open(sampleWorkbook());
    await session.begin(["status-quo", "invoiced-19"]);
    desk.saveModel();
    const { document } = session.state;
    desk.loadModel(
      "modell.json",
      (saved[0]?.content ?? "").replace('"first": 2022', '"first": "2022"'),
    );
    expect(desk.getState().loadProblem).toMatchObject({
      file: "modell.json",
      problems: [{ path: "years.first" }],
    });
    desk.loadModel("modell.json", "kein JSON");
    expect(desk.getState().loadProblem?.problems).toEqual([]);
    expect(desk.getState().loadProblem?.message.de).toMatch(/JSON/);
    expect(session.state.document).toBe(document);
    await close();
  });
});

describe("the check before mailing", () => {
  it("passes a freshly written workbook and tells of hidden sheets", async () => {
    const workbook = sampleWorkbook();
    const { session, desk, close } = await open(workbook);
    await desk.checkForMail();
    expect(desk.getState().mail).toBeUndefined();
    expect(session.state.notice?.text.de).toMatch(/noch keine Blätter/);
    await session.begin(["status-quo", "invoiced-19"]);
    await session.write();
    await desk.checkForMail();
    expect(desk.getState().mail).toMatchObject({ changed: [], findings: [] });
    expect(desk.getState().mail?.checks.every(({ ok }) => ok)).toBe(true);
    await close();
  });
});

describe("the comparison with the plan", () => {
  it("is shown and handed out as a file", async () => {
    const plans: number[] = [];
    const { session, desk, saved, close } = await open(sampleWorkbook(), {
      verify: (plan) => {
        plans.push(plan.sheets.length);
        const text = { de: "Stimmt überein.", en: "Agrees." };
        return Promise.resolve({ agrees: true, text, json: '{"agrees":true}' });
      },
    });
    await session.begin(["status-quo", "invoiced-19"]);
    await session.write();
    // Writing compares by itself.
    expect(plans).toEqual([session.state.written.sheets.length]);
    expect(session.state.notice).toMatchObject({ intent: "success", offer: "take-back" });
    expect(session.state.notice?.text.de).toMatch(/\nStimmt überein\.$/);
    await desk.verify();
    expect(plans).toHaveLength(2);
    expect(desk.getState().verification?.agrees).toBe(true);
    desk.saveVerification();
    expect(saved).toEqual([{ name: "abgleich.json", content: '{"agrees":true}' }]);
    await close();
  });

  it("warns after writing where Excel shows something else, or cannot be asked", async () => {
    let asked = 0;
    const { session, close } = await open(sampleWorkbook(), {
      verify: () => {
        asked += 1;
        if (asked > 1) return Promise.reject(new Error("busy"));
        const text = { de: "3 Zellen weichen ab.", en: "3 cells differ." };
        return Promise.resolve({ agrees: false, text, json: "{}" });
      },
    });
    await session.begin(["status-quo", "invoiced-19"]);
    await session.write();
    expect(session.state.notice).toMatchObject({ intent: "warning", offer: "take-back" });
    expect(session.state.notice?.text.de).toMatch(/3 Zellen weichen ab\.$/);
    await session.write();
    expect(session.state.notice?.text.de).toMatch(/ließ sich jetzt nicht feststellen/);
    expect(session.state.written.canTakeBack).toBe(true);
    await close();
  });
});
