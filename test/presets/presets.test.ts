import { RefusedError } from "../../src/finding";
import { readModel } from "../../src/model/model";
import {
  DEFAULT_PRESETS,
  presetModel,
  PRESETS,
  SCHOOL_IT_PRESETS,
  SOURCES,
  TAX_CASES,
} from "../../src/model/presets";

/** One for every figure that the documents do not disclose. */
const GIVEN = Object.fromEntries(
  PRESETS.flatMap(({ missing }) =>
    missing.map(({ key, unit }) => [key, unit === "share" ? 0.5 : 96]),
  ),
);
const IDS = PRESETS.map(({ id }) => id);
const languages = ["de", "en"] as const;

function refusal(run: () => unknown): RefusedError {
  try {
    run();
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
  throw new Error("not refused");
}

describe("presets", () => {
  it.each(IDS)("%s is a model that obeys every rule, in both languages", (id) => {
    for (const language of languages) {
      const document = presetModel([id], { language, given: GIVEN });
      expect(readModel(JSON.stringify(document)).document).toEqual(document);
      expect(document.scenarios.map((scenario) => scenario.id)).toEqual(
        id === "status-quo" ? [id] : ["status-quo", id],
      );
    }
  });

  it("have one id and one title each; those of a cooperation fit on a sheet tab behind `KR `", () => {
    expect(new Set(IDS).size).toBe(IDS.length);
    for (const language of languages) {
      const titles = PRESETS.map(({ title }) => title[language]);
      expect(new Set(titles).size).toBe(titles.length);
      const [, ...cooperations] = titles;
      expect(
        cooperations.filter((title) => title.length > 28 || /[[\]:*?/\\]/.test(title)),
      ).toEqual([]);
    }
  });

  it("name no year that moves with the budget in the title", () => {
    const moving = PRESETS.filter(({ title }) => /202[2-9]|203\d/.test(title.de + title.en));
    expect(moving).toEqual([]);
  });

  it("name a document or a norm for themselves and for every block", () => {
    const known = new RegExp(`^(?:${Object.keys(SOURCES).join("|")})(?:, Kostenrisiko)?$|^§§? \\d`);
    const named = (source: string | undefined): boolean =>
      source?.split("; ").every((part) => known.test(part)) === true;
    const { scenarios } = presetModel(IDS.slice(0, 15), { given: GIVEN });
    const more = presetModel(IDS.slice(15), { given: GIVEN }).scenarios;
    const unnamed = [...scenarios, ...more].flatMap(({ id, source, blocks }) =>
      [source, ...blocks.map((block) => block.source)]
        .filter((one) => !named(one))
        .map((one) => [id, one]),
    );
    expect(unnamed).toEqual([]);
  });

  it("say in a note what is not known and what is assumed", () => {
    const { scenarios } = presetModel();
    const note = (id: string): string => scenarios.find((one) => one.id === id)?.note ?? "";
    expect(note("invoiced-19")).toContain("Anschlusskosten");
    expect(note("invoiced-19")).toContain("nicht offenlegen");
    expect(note("status-quo")).toContain("Nachfolge");
    const takeUp = scenarios
      .find(({ id }) => id === "invoiced-19")
      ?.blocks.find(({ kind }) => kind === "take-up");
    expect(takeUp?.note).toContain("ob 172 T€ netto oder brutto");
  });

  it("carry a tax case that has a name, the status quo none", () => {
    for (const { id, taxCase } of PRESETS) {
      if (id === "status-quo") expect(taxCase).toBeUndefined();
      else expect(TAX_CASES[taxCase ?? ""]?.de).toBeTruthy();
    }
    const cases = (given: boolean | string): readonly (string | undefined)[] =>
      PRESETS.filter(({ taxCase }) => taxCase?.includes(String(given))).map(({ id }) => id);
    expect(cases("not-invoiced")).toEqual(
      expect.arrayContaining(["provision", "in-house", "in-house-audit-6", "audit-8-years-6"]),
    );
  });

  it("mix no language: no German text is left in the English model, and none is empty", () => {
    const texts = (language: "de" | "en"): readonly string[] =>
      presetModel(IDS.slice(0, 19), { language, given: GIVEN }).scenarios.flatMap(
        ({ name, note, blocks }) => [name, note ?? "", ...blocks.map((block) => block.note ?? "-")],
      );
    const german = texts("de").filter((text) => text !== "-");
    const english = new Set(texts("en"));
    expect(german.filter((text) => text === "" || english.has(text))).toEqual([]);
  });
});

describe("presetModel", () => {
  it("compares by default the status quo and the six answers to VAT", () => {
    expect(presetModel().scenarios.map(({ id }) => id)).toEqual(DEFAULT_PRESETS);
    expect(DEFAULT_PRESETS).toEqual([
      "status-quo",
      "invoiced-19",
      "effective-10",
      "provision",
      "in-house",
      "in-house-audit-6",
      "in-house-audit-statutory",
    ]);
    expect(presetModel().reference).toBe("status-quo");
  });

  it("offers school IT alone, with scenarios that carry the same figures", () => {
    const { scenarios } = presetModel([...DEFAULT_PRESETS, ...SCHOOL_IT_PRESETS]);
    const block = (id: string): unknown => scenarios.find((one) => one.id === id)?.blocks[0];
    expect(block("school-it-invoiced")).toEqual(block("invoiced-19"));
  });

  it("takes each scenario once, whatever is named twice", () => {
    const ids = presetModel(["in-house", "in-house", "status-quo"]).scenarios.map(({ id }) => id);
    expect(ids).toEqual(["status-quo", "in-house"]);
  });

  it("refuses an unknown preset and lists the known ones", () => {
    const { text } = refusal(() => presetModel(["invoiced"]));
    expect(text.de).toMatch(
      /^Eine Vorlage „invoiced“ gibt es nicht\. Vorhanden sind: status-quo, /,
    );
    expect(text.en).toContain("invoiced-19");
  });

  it("refuses a scenario whose figures are not disclosed, instead of computing with zero", () => {
    const { text, findings } = refusal(() => presetModel(["service-centre-staffing"]));
    expect(findings.map(({ code }) => code)).toEqual(Array(5).fill("preset-figure-missing"));
    expect(text.de).toContain(
      "„Kreis, nach Personal“ braucht eine Angabe, die die Dokumente nicht offenlegen: Jahreskosten einer Stelle der Administration (E 11 TVöD) (administrator-cost).",
    );
    expect(text.en).toContain("number of users of the town (own-users)");
  });

  it("takes the user's figures for what is missing, and asks for the rest", () => {
    const given = { "exit-data-transfer": 1, "exit-hardware-cost": 2 };
    const { findings } = refusal(() => presetModel(["exit-2027"], { given }));
    expect(findings).toHaveLength(1);
    const { scenarios } = presetModel(["exit-2027"], {
      given: { ...given, "exit-hardware-life": 96 },
    });
    expect(scenarios[1]?.blocks.at(-1)).toMatchObject({
      dataTransfer: 1,
      assets: [{ cost: 2, lifeMonths: 96 }],
    });
  });

  it("refuses a figure that cannot be, by the path of the field", () => {
    const { text } = refusal(() =>
      presetModel(["take-up-low"], { given: { "take-up-low": 45, "core-price": 10 } }),
    );
    expect(text.en).toContain("percent");
  });
});
