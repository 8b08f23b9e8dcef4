import { readModel } from "../../src/model/model";
import { refusal, refusalText, withBlocks } from "./refusals";

const MISSING = "fehlt; bitte ergänzen";

function deOf(blocks: readonly object[], scenario: object = {}, model: object = {}): string[] {
  return refusal(withBlocks(blocks, scenario, model)).de;
}

describe("years", () => {
  it("run forward, sixty at most", () => {
    expect(deOf([], {}, { years: { first: 2022, last: 2021 } })).toEqual([
      "years.last: ein Jahr ab 2022, nicht 2021",
    ]);
    expect(deOf([], {}, { years: { first: 2022, last: 2082 } })).toEqual([
      "years.last: höchstens 60 Jahre ab 2022",
    ]);
    for (const last of [2022, 2081]) {
      expect(() => readModel(withBlocks([], {}, { years: { first: 2022, last } }))).not.toThrow();
    }
  });

  it("lie within the VAT table where VAT is due", () => {
    const old = { years: { first: 2006, last: 2010 } };
    const [message = ""] = deOf([{ kind: "vat", rate: "statutory" }], {}, old);
    expect(message).toMatch(/^scenarios\[0\]\.blocks\[0\]: Umsatzsteuersatz: für den 31\.12\.2006/);
    expect(() => readModel(withBlocks([], {}, old))).not.toThrow();
  });
});

describe("scenarios", () => {
  const two = (second: object): object => ({
    ...withBlocks([]),
    scenarios: [
      { id: "a", name: "A", blocks: [] },
      { id: "b", name: "B", blocks: [], ...second },
    ],
  });

  it("have ids and names of their own", () => {
    expect(refusal(two({ id: "a" })).de).toEqual([
      "scenarios[1].id: „a“ ist schon vergeben; jedes Szenario braucht eine eigene Kennung",
    ]);
    expect(refusal(two({ name: "A" })).en).toEqual([
      'scenarios[1].name: "A" is taken; two scenarios of one name could not be told apart',
    ]);
  });

  it("are compared with one that exists", () => {
    expect(refusal({ ...two({}), reference: "c" }).de).toEqual([
      "reference: die Kennung eines Szenarios, nicht „c“",
    ]);
    for (const reference of ["b", "status-quo"]) {
      expect(() => readModel({ ...two({}), reference })).not.toThrow();
    }
  });

  it("end after they start", () => {
    expect(deOf([], { start: "2023-05", end: "2023-04" })).toEqual([
      "scenarios[0].end: ein Monat ab 2023-05, nicht 2023-04",
    ]);
    expect(() => readModel(withBlocks([], { start: "2023-05", end: "2023-05" }))).not.toThrow();
  });

  it("have at most one VAT, back tax, provision and exit", () => {
    for (const block of [
      { kind: "vat", rate: "none" },
      { kind: "back-tax" },
      { kind: "provision", method: "provision" },
      { kind: "exit", date: "2023-01-31" },
    ]) {
      expect(deOf([block, block])).toEqual([
        `scenarios[0].blocks[1]: höchstens ein Baustein „${block.kind}“ je Szenario`,
      ]);
    }
  });

  it("count always without cooperation", () => {
    const statusQuo = { id: "status-quo", name: "Ohne" };
    expect(deOf([], { ...statusQuo, start: "2023-01" })).toEqual([
      "scenarios[0].start: die Fortführung ohne Kooperation gilt immer und hat weder Beginn noch Ende",
    ]);
    expect(deOf([], { ...statusQuo, end: "2023-01" })[0]).toMatch(/^scenarios\[0\]\.end: /);
    expect(deOf([{ kind: "exit", date: "2023-01-31" }], statusQuo)).toEqual([
      "scenarios[0].blocks[0]: die Fortführung ohne Kooperation gilt immer; aus ihr kann niemand austreten",
    ]);
  });
});

describe("line rules", () => {
  const rule = (fields: object): string[] =>
    deOf([], {}, { lines: [{ where: { account: "5*" }, role: "stays" }, fields] });

  it("name a product or an account", () => {
    expect(rule({ where: {}, role: "stays" })).toEqual([
      "lines[1].where: ein Produkt oder ein Konto",
    ]);
  });

  it("say until when a line that ends is paid, and only there", () => {
    expect(rule({ where: { product: "1" }, role: "ends" })).toEqual([
      "lines[1].until: der letzte bezahlte Monat JJJJ-MM; ohne ihn endet die Zeile nie",
    ]);
    expect(rule({ where: { product: "1" }, role: "stays", until: "2023-01" })).toEqual([
      'lines[1].until: gehört nur zu "ends"; mit "stays" bliebe die Angabe ohne Wirkung',
    ]);
  });

  it("obey the same in a scenario", () => {
    expect(deOf([], { lines: [{ where: {}, role: "ends" }] })).toEqual([
      "scenarios[0].lines[0].where: ein Produkt oder ein Konto",
      "scenarios[0].lines[0].until: der letzte bezahlte Monat JJJJ-MM; ohne ihn endet die Zeile nie",
    ]);
  });
});

describe("blocks with a choice of fields", () => {
  it.each<[string, object, object, string]>([
    ["base-fee", {}, { amount: 1, perInhabitant: 1 }, "amount, perInhabitant"],
    ["levy", {}, { byYear: 1, perInhabitant: 1 }, "byYear, perInhabitant"],
    ["general-costs", {}, { byYear: 1, shareOfTakeUp: 0 }, "byYear, shareOfTakeUp"],
  ])("%s has exactly one of them", (kind, none, both, fields) => {
    const model = { inhabitants: 1 };
    expect(deOf([{ kind, ...none }], {}, model)).toEqual([
      `scenarios[0].blocks[0]: genau eines der Felder ${fields}`,
    ]);
    expect(deOf([{ kind, ...both }], {}, model)).toEqual([
      `scenarios[0].blocks[0]: genau eines der Felder ${fields}, nicht ${fields.replace(", ", " und ")}`,
    ]);
  });

  it("take-up has one of three, and what belongs to it", () => {
    const takeUp = (fields: object): string[] =>
      deOf([{ kind: "take-up", ...fields }], {}, { inhabitants: 1 });
    expect(takeUp({})).toEqual([
      "scenarios[0].blocks[0]: genau eines der Felder byYear, percent, products",
    ]);
    expect(takeUp({ percent: 0.2 })).toEqual([
      `scenarios[0].blocks[0].pricePerInhabitant: ${MISSING}`,
    ]);
    expect(takeUp({ byYear: 1, cap: 0.5 })).toEqual([
      "scenarios[0].blocks[0].cap: gehört nur zu percent; hier bliebe die Angabe ohne Wirkung",
    ]);
  });

  it("a shared service centre counts workplaces or teams", () => {
    const staffing = { administratorCost: 1, technicianCost: 1, users: 1, ownUsers: 1 };
    const kind = "shared-service-centre";
    expect(deOf([{ kind, pricePerWorkplace: 1, staffing }], {}, { workplaces: 1 })).toEqual([
      "scenarios[0].blocks[0]: genau eines der Felder pricePerWorkplace, staffing, nicht pricePerWorkplace und staffing",
    ]);
    expect(() => readModel(withBlocks([{ kind, staffing }]))).not.toThrow();
    expect(() => readModel(withBlocks([{ kind }], {}, { workplaces: 1 }))).not.toThrow();
  });
});

describe("what blocks need", () => {
  it.each([
    { kind: "base-fee", perInhabitant: 1 },
    { kind: "levy", perInhabitant: 1 },
    { kind: "take-up", percent: 0.2, pricePerInhabitant: 1 },
  ])("$kind needs inhabitants where it is a price for each", (block) => {
    expect(deOf([block])).toEqual([
      "inhabitants: fehlt; scenarios[0].blocks[0] rechnet mit der Einwohnerzahl",
    ]);
  });

  it("workplaces are needed for a price for each, given or not", () => {
    for (const price of [{}, { pricePerWorkplace: 1400 }]) {
      expect(deOf([{ kind: "shared-service-centre", ...price }])).toEqual([
        "workplaces: fehlt; scenarios[0].blocks[0] rechnet mit der Zahl der Arbeitsplätze",
      ]);
    }
  });

  it("a product that replaces lines needs the end of parallel operation, and the other way round", () => {
    const product = (fields: object): string[] =>
      deOf([{ kind: "take-up", products: [{ name: "A", price: 1, ...fields }] }]);
    expect(product({ replaces: [{ where: { account: "5*" } }] })).toEqual([
      "scenarios[0].blocks[0].products[0].parallelUntil: der letzte Monat des Parallelbetriebs JJJJ-MM",
    ]);
    expect(product({ parallelUntil: "2023-01" })).toEqual([
      "scenarios[0].blocks[0].products[0].replaces: fehlt; ohne zu ersetzende Haushaltszeilen bliebe parallelUntil ohne Wirkung",
    ]);
  });
});

describe("amounts that would be lost", () => {
  it.each(["levy", "general-costs", "take-up"])(
    "%s gives amounts only for years with a month that counts",
    (kind) => {
      const lost =
        "ein Jahr, in dem das Szenario mindestens einen Monat läuft; dieser Betrag fiele weg";
      expect(deOf([{ kind, byYear: { "2022": 1, "2023": 1 } }], { start: "2023-12" })).toEqual([
        `scenarios[0].blocks[0].byYear.2022: ${lost}`,
      ]);
      expect(deOf([{ kind, byYear: { "2024": 1 } }], { end: "2023-12" })).toEqual([
        `scenarios[0].blocks[0].byYear.2024: ${lost}`,
      ]);
      expect(deOf([{ kind, byYear: { "2021": 1 } }])).toEqual([
        `scenarios[0].blocks[0].byYear.2021: ${lost}`,
      ]);
      const leaving = [
        { kind, byYear: { "2024": 1 } },
        { kind: "exit", date: "2023-12-31" },
      ];
      expect(deOf(leaving)).toEqual([`scenarios[0].blocks[0].byYear.2024: ${lost}`]);
    },
  );

  it.each(["one-off", "settlement"])("%s stays within the model years", (kind) => {
    expect(deOf([{ kind, byYear: { "2021": 1, "2025": 1 } }])).toEqual([
      "scenarios[0].blocks[0].byYear.2021: ein Jahr von 2022 bis 2024; dieser Betrag fiele weg",
      "scenarios[0].blocks[0].byYear.2025: ein Jahr von 2022 bis 2024; dieser Betrag fiele weg",
    ]);
    const after = withBlocks([{ kind, byYear: { "2024": 1 } }], { end: "2022-12" });
    expect(() => readModel(after)).not.toThrow();
  });

  it("services end after they begin, and what is paid once has no end", () => {
    const service = { kind: "services", unitPrice: 1 };
    expect(deOf([{ ...service, from: "2023-02", to: "2023-01" }])).toEqual([
      "scenarios[0].blocks[0].to: ein Monat ab 2023-02",
    ]);
    expect(deOf([{ ...service, once: true, to: "2023-01" }])).toEqual([
      "scenarios[0].blocks[0].to: entfällt, wo mit once nur einmal gezahlt wird",
    ]);
  });
});

describe("an exit", () => {
  const exit = { kind: "exit", date: "2023-06-15" };

  it("does not contradict start or end", () => {
    expect(deOf([exit], { end: "2023-07" })).toEqual([
      "scenarios[0].end: der Monat des Austritts (2023-06) oder kein Eintrag, nicht 2023-07",
    ]);
    expect(deOf([exit], { start: "2023-07" })).toEqual([
      "scenarios[0].blocks[0].date: ein Datum ab dem Beginn 2023-07",
    ]);
    for (const scenario of [{ end: "2023-06" }, { end: null }, { start: "2023-06" }]) {
      expect(() => readModel(withBlocks([exit], scenario))).not.toThrow();
    }
  });

  it("takes over only what was acquired by then", () => {
    const assets = (acquired: string): object => ({
      ...exit,
      assets: [{ name: "Server", acquired, cost: 1, lifeMonths: 12 }],
    });
    expect(deOf([assets("2023-07")])).toEqual([
      "scenarios[0].blocks[0].assets[0].acquired: ein Monat bis zum Austritt 2023-06, nicht 2023-07",
    ]);
    expect(() => readModel(withBlocks([assets("2023-06")]))).not.toThrow();
  });
});

describe("a refusal by rules", () => {
  it("names all broken rules at once, in both languages", () => {
    const { de, en } = refusal(
      withBlocks([{ kind: "base-fee" }, { kind: "levy" }], { start: "2023-05", end: "2023-04" }),
    );
    expect(de).toHaveLength(3);
    expect(en).toEqual([
      "scenarios[0].end: a month from 2023-05 on, not 2023-04",
      "scenarios[0].blocks[0]: exactly one of the fields amount, perInhabitant",
      "scenarios[0].blocks[1]: exactly one of the fields byYear, perInhabitant",
    ]);
  });
});

describe("a wrong field", () => {
  it.each([
    [
      [{ kind: "services", name: "Schul-IT", unitPrice: "94 T€" }],
      "Kooperation › Schul-IT › Preis je Einheit im Jahr (scenarios[0].blocks[0].unitPrice): eine Zahl, nicht",
    ],
    [
      [{ kind: "one-off", byYear: { "2021": 1 } }],
      "Kooperation › Einmaliger Einführungsaufwand › Betrag nach Jahren 2021 (scenarios[0].blocks[0].byYear.2021): ein Jahr",
    ],
    [
      [
        {
          kind: "exit",
          date: "2023-06-30",
          assets: [{ name: "Server", acquired: "2023-07", cost: 1, lifeMonths: 12 }],
        },
      ],
      "Kooperation › Austritt › Übernommenes Anlagevermögen 1 › angeschafft (scenarios[0].blocks[0].assets[0].acquired): ein Monat",
    ],
    [
      [{ kind: "pizza" }],
      "Kooperation › Baustein 1 (scenarios[0].blocks[0].kind): eine der Angaben",
    ],
  ])("is named in the words of the sheets, its path behind: %j", (blocks, message) => {
    expect(refusalText(withBlocks(blocks)).de.startsWith(message)).toBe(true);
  });

  it("outside the scenarios as well, and without words by its path alone", () => {
    const model = { years: { first: 2022, last: 2021 } };
    expect(refusalText(withBlocks([], {}, model)).de).toBe(
      "Letztes Modelljahr (years.last): ein Jahr ab 2022, nicht 2021",
    );
    expect(refusalText(withBlocks([], {}, { discount: 1 })).de).toMatch(/^discount: dieses Feld/);
    expect(refusalText(withBlocks([], { name: 5 })).de).toMatch(/^Szenario 1 › Name \(scenarios/);
  });
});
