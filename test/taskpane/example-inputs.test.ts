import { DEFAULT_PRESETS, presetModel } from "../../src/model/presets";
import * as engine from "../../src/taskpane/engine";
import type { PaneSession } from "../../src/taskpane/session/session";
import { sampleWorkbook, sessionOf } from "./session-of";

const LABEL = { de: "Preis", en: "Price" };
const SCHOOL_IT = "scenarios[1].blocks[0]";

const opened: PaneSession[] = [];

const begun = async (): Promise<PaneSession> => {
  const session = sessionOf(sampleWorkbook());
  opened.push(session);
  await session.open();
  await session.begin();
  return session;
};

const examplesOf = ({ state: { document } }: PaneSession) =>
  document === undefined ? [] : engine.exampleInputs(document);

const labelsOf = (session: PaneSession): readonly string[] =>
  examplesOf(session).map(({ label }) => label.de);

const schoolItSources = ({ state: { document } }: PaneSession): readonly unknown[] =>
  (document?.scenarios ?? []).slice(1).map(({ blocks }) => blocks[0]?.source);

afterEach(async () => {
  await Promise.all(opened.splice(0).map((session) => session.close()));
});

describe("figures that a preset brought along", () => {
  it("are those of the frame and of every kind of cost, each once, in both languages", () => {
    for (const language of ["de", "en"] as const) {
      const model = presetModel(DEFAULT_PRESETS, { language });
      expect(engine.exampleInputs(model).map(({ label }) => label[language])).toEqual(
        language === "de"
          ? [
              "Einwohner",
              "Preissteigerung zum Vorjahr",
              "Schul-IT",
              "Allgemeine Kooperationskosten",
              "Softwareabnahme",
            ]
          : [
              "Inhabitants",
              "Price change on previous year",
              "School IT",
              "General cooperation costs",
              "Software take-up",
            ],
      );
    }
    expect(engine.reportTitle("DB 2022")).toMatch(/Verwaltungsdigitalisierung/);
    expect(engine.reportTitle("Annahme der Vorlage")).toBeUndefined();
  });

  it("are so no longer once they are replaced; no report is named as the source of what was typed", async () => {
    const session = await begun();
    session.scenarios.set("inhabitants", 104_000, LABEL);
    expect(session.state.document?.sources?.inhabitants).toBe(
      "Eigene Angabe (zuvor: Annahme der Vorlage)",
    );
    session.scenarios.set(`${SCHOOL_IT}.unitPrice`, 95_000, LABEL);
    session.scenarios.set(`${SCHOOL_IT}.unitPrice`, 95_500, LABEL);
    expect(new Set(schoolItSources(session))).toEqual(new Set(["Eigene Angabe (zuvor: DB 2022)"]));
    expect(labelsOf(session)).not.toContain("Einwohner");
    expect(labelsOf(session)).not.toContain("Schul-IT");
    session.undo();
    expect(new Set(schoolItSources(session))).toEqual(new Set(["DB 2022"]));
    expect(labelsOf(session)).toContain("Schul-IT");
  });

  it("stay so in the scenarios that a change does not concern", async () => {
    const session = await begun();
    session.scenarios.changeOnlyHere(true);
    session.scenarios.set(`${SCHOOL_IT}.unitPrice`, 95_000, LABEL);
    const [changed, ...others] = schoolItSources(session);
    expect(changed).toBe("Eigene Angabe (zuvor: DB 2022)");
    expect(new Set(others)).toEqual(new Set(["DB 2022"]));
    expect(labelsOf(session)).toContain("Schul-IT");
  });

  it("keep their source when something beside the figure is changed", async () => {
    const session = await begun();
    session.scenarios.set(`${SCHOOL_IT}.from`, "2023-01", LABEL);
    session.scenarios.set(`${SCHOOL_IT}.product`, "03.02.02", LABEL);
    expect(new Set(schoolItSources(session))).toEqual(new Set(["DB 2022"]));
  });

  it("leave a source alone that the user gave", async () => {
    const session = await begun();
    session.scenarios.set(`${SCHOOL_IT}.source`, "Preisblatt 2027", LABEL);
    session.scenarios.set(`${SCHOOL_IT}.unitPrice`, 95_000, LABEL);
    expect(new Set(schoolItSources(session))).toEqual(new Set(["Preisblatt 2027"]));
  });

  it("can be confirmed, in all scenarios at once, and that taken back", async () => {
    const session = await begun();
    const schoolIt = examplesOf(session).find(({ label }) => label.de === "Schul-IT");
    if (schoolIt === undefined) throw new Error("no school IT among the examples");
    session.scenarios.confirmExample(schoolIt);
    expect(new Set(schoolItSources(session))).toEqual(new Set(["Bestätigt (Vorlage: DB 2022)"]));
    expect(labelsOf(session)).not.toContain("Schul-IT");
    expect(session.state.notice).toMatchObject({ intent: "success", offer: "undo" });
    session.undo();
    expect(labelsOf(session)).toContain("Schul-IT");
  });
});
