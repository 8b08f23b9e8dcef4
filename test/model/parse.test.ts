import { RefusedError } from "../../src/finding";
import { readModel } from "../../src/model/model";
import { refusal, refusalText, withBlocks } from "./refusals";

const SERVICE = { kind: "services", unitPrice: 1 };

/** The refusal of one block, in German, after the block's path. */
function ofBlock(block: unknown): string[] {
  return refusal(withBlocks([block])).de.map((line) =>
    line.replace(/^scenarios\[0\]\.blocks\[0\]\.?/, ""),
  );
}

describe("a model file", () => {
  it("is read from JSON text, also with a byte-order mark, and from an object", () => {
    const document = withBlocks([SERVICE]);
    expect(readModel(JSON.stringify(document)).document).toEqual(document);
    expect(readModel(`\uFEFF${JSON.stringify(document)}`).document).toEqual(document);
    expect(readModel(document).document).toEqual(document);
  });

  it("gets its defaults and the status quo first", () => {
    const model = readModel(withBlocks([]));
    expect(model).toMatchObject({
      land: "NW",
      discountRate: 0,
      rounding: 100,
      reference: "status-quo",
      indices: {},
      lines: [],
    });
    expect(model.scenarios.map(({ id }) => id)).toEqual(["status-quo", "k"]);
  });

  it("takes every kind of block", () => {
    const blocks = [
      { kind: "base-fee", amount: 1, index: "goods", name: "A", product: "01.02", account: "5291" },
      { kind: "levy", perInhabitant: 1, taxable: true, note: "n", source: "s" },
      { kind: "general-costs", shareOfTakeUp: 0.2 },
      { kind: "take-up", percent: { "2022": 0.2 }, pricePerInhabitant: 12, cap: 0.5 },
      { kind: "services", units: { "2022": 1 }, unitPrice: 1, from: "2022-01", to: "2022-06" },
      { kind: "one-off", byYear: { "2022": -1.5 } },
      { kind: "settlement", byYear: { "2023": 0 } },
      { kind: "staff", fte: -1, costPerFte: 1, index: 0.02 },
      { kind: "shared-service-centre", pricePerWorkplace: 1500 },
      { kind: "provider", personDays: 10, dayRate: 1190, index: { "2023": -0.01 } },
      { kind: "vat", rate: { inputTaxShare: 0.4737 }, invoiced: "2023-01", deductible: 0.1 },
      { kind: "back-tax", assessed: "2024-02-29", interest: 0.06, limitation: 4, probability: 0.5 },
      { kind: "provision", method: "earmarked" },
      { kind: "exit", date: "2024-02-29", assets: [], capitalise: false },
    ];
    const model = withBlocks(blocks, { end: null }, { inhabitants: 44_000, workplaces: 420 });
    expect(readModel(model).document).toEqual(model);
  });

  it("says where JSON breaks off, in each language", () => {
    expect(refusalText('{\n  "version": 1,\n}')).toEqual({
      de: "Die Modelldatei ist kein gültiges JSON (Zeile 3, Spalte 1). Bitte Klammern, Kommas und Anführungszeichen prüfen.",
      en: "The model file is not valid JSON (line 3, column 1). Please check brackets, commas and quotation marks.",
    });
  });

  it.each([
    ["null", "null"],
    ["3", "3"],
    ['"Modell"', '"Modell"'],
    ["[]", "eine Liste […]"],
  ])("is an object, not %s", (source, shown) => {
    expect(refusalText(source).de).toBe(`Modelldatei: ein Objekt {…}, nicht ${shown}`);
  });

  it("names every missing field at once", () => {
    expect(refusal({}).de).toEqual(
      ["version", "name", "years", "scenarios"].map((field) => `${field}: fehlt; bitte ergänzen`),
    );
    expect(refusal({}).en[0]).toBe("version: is missing; please add it");
  });

  it("gives each wrong field a finding of its own", () => {
    const error = ((): unknown => {
      try {
        return readModel({ ...withBlocks([]), version: 2, land: "BY" });
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({
      findings: [
        {
          severity: "error",
          code: "model-field",
          message: { de: "version: die Zahl 1, nicht 2", en: "version: the number 1, not 2" },
        },
        { message: { de: 'land: eine der Angaben "NW", "NI", nicht "BY"' } },
      ],
    });
  });
});

describe("a wrong field", () => {
  it("is named with its path, what it expects and what stands there", () => {
    const blocks = [SERVICE, SERVICE, { kind: "services", unitPrice: "94 T€" }];
    expect(refusal(withBlocks(blocks))).toEqual({
      de: ['scenarios[0].blocks[2].unitPrice: eine Zahl, nicht "94 T€"'],
      en: ['scenarios[0].blocks[2].unitPrice: a number, not "94 T€"'],
    });
  });

  it.each<[string, object, string]>([
    ["a missing number", { kind: "services" }, "unitPrice: fehlt; bitte ergänzen"],
    ["no number at all", { ...SERVICE, unitPrice: NaN }, "unitPrice: eine Zahl, nicht NaN"],
    [
      "an endless number",
      { ...SERVICE, unitPrice: Infinity },
      "unitPrice: eine Zahl, nicht Infinity",
    ],
    [
      "a misspelt field",
      { ...SERVICE, unitprice: 2 },
      "unitprice: dieses Feld gibt es hier nicht; bitte die Schreibweise prüfen",
    ],
    ["a yes", { ...SERVICE, once: "ja" }, 'once: true oder false, nicht "ja"'],
    [
      "a word for a series",
      { ...SERVICE, units: "drei" },
      'units: eine Zahl oder Werte nach Jahren {"2022": …}, nicht "drei"',
    ],
    [
      "an empty series",
      { ...SERVICE, units: {} },
      'units: eine Zahl oder Werte nach Jahren {"2022": …}, nicht {}',
    ],
    ["a short year", { ...SERVICE, units: { "22": 3 } }, 'units.22: ein Jahr JJJJ, nicht "22"'],
    [
      "a text in a series",
      { ...SERVICE, units: { "2022": "3" } },
      'units.2022: eine Zahl, nicht "3"',
    ],
    [
      "an unknown index",
      { ...SERVICE, index: "foo" },
      'index: eine der Angaben "goods", "staff", "fees", eine Zahl (2 % sind 0.02) oder Werte nach Jahren {"2022": …}, nicht "foo"',
    ],
    [
      "an index in percent",
      { ...SERVICE, index: 2 },
      "index: eine Veränderung von -0.5 bis 1 (2 % sind 0.02), nicht 2",
    ],
    [
      "a rate in words by year",
      { ...SERVICE, index: { "2023": "zwei" } },
      'index.2023: eine Veränderung von -0.5 bis 1 (2 % sind 0.02), nicht "zwei"',
    ],
    [
      "a month without its zero",
      { ...SERVICE, from: "2022-1" },
      'from: ein Monat JJJJ-MM, nicht "2022-1"',
    ],
    ["a thirteenth month", { ...SERVICE, to: "2022-13" }, 'to: ein Monat JJJJ-MM, nicht "2022-13"'],
    [
      "amounts that are no years",
      { kind: "one-off", byYear: 5 },
      'byYear: Beträge nach Jahren, mindestens einer: {"2022": 48000}, nicht 5',
    ],
    [
      "a percentage for a share",
      { kind: "take-up", percent: { "2022": 20 }, pricePerInhabitant: 1 },
      "percent.2022: ein Anteil von 0 bis 1 (20 % sind 0.2), nicht 20",
    ],
    [
      "no product",
      { kind: "take-up", products: [] },
      "products: eine Liste mit mindestens einem Eintrag, nicht []",
    ],
    [
      "a product without a name",
      { kind: "take-up", products: [{ name: "", price: 1 }] },
      'products[0].name: ein Text von 1 bis 255 Zeichen, nicht ""',
    ],
    [
      "a VAT rate in words",
      { kind: "vat", rate: "19 %" },
      'rate: "none", "statutory", {"effective": 0.1} oder {"inputTaxShare": 0.4737}, nicht "19 %"',
    ],
    [
      "a VAT rate as a number",
      { kind: "vat", rate: 0.19 },
      'rate: "none", "statutory", {"effective": 0.1} oder {"inputTaxShare": 0.4737}, nicht 0.19',
    ],
    [
      "a VAT rate of no kind",
      { kind: "vat", rate: { full: 0.19 } },
      'rate: "none", "statutory", {"effective": 0.1} oder {"inputTaxShare": 0.4737}, nicht {"full":0.19}',
    ],
    [
      "an effective rate in percent",
      { kind: "vat", rate: { effective: 10 } },
      "rate.effective: ein Anteil von 0 bis 1 (20 % sind 0.2), nicht 10",
    ],
    [
      "an invoice in words",
      { kind: "vat", rate: "none", invoiced: "ja" },
      'invoiced: true, false oder der Monat JJJJ-MM, ab dem berechnet wird, nicht "ja"',
    ],
    [
      "a day that is not in the calendar",
      { kind: "back-tax", assessed: "2027-11-31" },
      'assessed: ein Tag des Kalenders JJJJ-MM-TT oder null, nicht "2027-11-31"',
    ],
    [
      "a German date",
      { kind: "exit", date: "30.06.2023" },
      'date: ein Tag des Kalenders JJJJ-MM-TT, nicht "30.06.2023"',
    ],
    [
      "interest in percent",
      { kind: "back-tax", interest: 6 },
      'interest: "statutory" oder ein Jahreszins von 0 bis 1 (6 % sind 0.06), nicht 6',
    ],
    [
      "half a year of limitation",
      { kind: "back-tax", limitation: 4.5 },
      "limitation: eine ganze Zahl von 1 bis 30 Jahren oder null, nicht 4.5",
    ],
    [
      "an unknown method",
      { kind: "provision", method: "Rücklage" },
      'method: eine der Angaben "provision", "earmarked", nicht "Rücklage"',
    ],
    [
      "a negative cost",
      { kind: "exit", date: "2023-01-31", assets: [asset({ cost: -1 })] },
      "assets[0].cost: eine Zahl ab 0, nicht -1",
    ],
    [
      "a life of no months",
      { kind: "exit", date: "2023-01-31", assets: [asset({ lifeMonths: 0 })] },
      "assets[0].lifeMonths: eine ganze Zahl von 1 bis 1200 Monaten, nicht 0",
    ],
  ])("refuses %s", (_case, block, message) => {
    expect(ofBlock(block)).toEqual([message]);
  });

  it("refuses a block that is no object, has no kind or an unknown one", () => {
    expect(ofBlock("services")).toEqual([': ein Objekt {…}, nicht "services"']);
    expect(ofBlock({})).toEqual(["kind: fehlt; bitte ergänzen"]);
    const [unknown] = ofBlock({ kind: "foo" });
    expect(unknown).toMatch(/^kind: eine der Angaben "base-fee", .*, "exit", nicht "foo"$/);
  });

  it.each<[string, object, string]>([
    [
      "an id in capitals",
      { id: "Ä B" },
      'id: höchstens 40 Kleinbuchstaben, Ziffern und Bindestriche, etwa krzn-19, nicht "Ä B"',
    ],
    ["a name that is a number", { name: 5 }, "name: ein Text von 1 bis 120 Zeichen, nicht 5"],
    ["a start in German", { start: "01.2022" }, 'start: ein Monat JJJJ-MM, nicht "01.2022"'],
    ["an end in words", { end: "offen" }, 'end: ein Monat JJJJ-MM oder null, nicht "offen"'],
    [
      "a star inside a code",
      { lines: [{ where: { account: "5*2" }, role: "stays" }] },
      'lines[0].where.account: eine Nummer als Text, mit * höchstens am Ende, etwa "01.02.*", nicht "5*2"',
    ],
    [
      "a code as a number",
      { lines: [{ where: { account: 529100 }, role: "stays" }] },
      'lines[0].where.account: eine Nummer als Text, mit * höchstens am Ende, etwa "01.02.*", nicht 529100',
    ],
    [
      "an unknown role",
      { lines: [{ where: { account: "5*" }, role: "bleibt" }] },
      'lines[0].role: eine der Angaben "stays", "ends", "budgeted", "unaffected", nicht "bleibt"',
    ],
  ])("refuses %s of a scenario", (_case, scenario, message) => {
    expect(refusal(withBlocks([], scenario)).de).toEqual([`scenarios[0].${message}`]);
  });

  it.each<[string, object, string]>([
    [
      "no inhabitants",
      { inhabitants: { "2022": 0 } },
      "inhabitants.2022: eine Zahl über 0, nicht 0",
    ],
    [
      "years as text",
      { years: { first: "2022", last: 2024 } },
      'years.first: ein Jahr von 1990 bis 2150, nicht "2022"',
    ],
    [
      "half a year",
      { years: { first: 2022, last: 2024.5 } },
      "years.last: ein Jahr von 1990 bis 2150, nicht 2024.5",
    ],
    [
      "a rounding of its own",
      { rounding: 50 },
      "rounding: eine der Angaben 1, 10, 100, 1000, nicht 50",
    ],
    [
      "a discount in percent",
      { discountRate: 9 },
      "discountRate: ein Zinssatz von -0.5 bis 1 (0,9 % sind 0.009), nicht 9",
    ],
  ])("refuses %s of the model", (_case, model, message) => {
    expect(refusal(withBlocks([], {}, model)).de).toEqual([message]);
  });

  it("refuses no scenario and more than twenty", () => {
    const scenarios = Array.from({ length: 21 }, (_, i) => ({
      id: `k${i}`,
      name: `K${i}`,
      blocks: [],
    }));
    for (const wrong of [[], scenarios]) {
      const [message] = refusal({ ...withBlocks([]), scenarios: wrong }).de;
      expect(message).toMatch(/^scenarios: eine Liste mit 1 bis 20 Szenarien, nicht \[/);
    }
    expect(() => readModel({ ...withBlocks([]), scenarios: scenarios.slice(1) })).not.toThrow();
  });

  it("shortens what stands there", () => {
    const [message = ""] = refusal(withBlocks([], { name: "x".repeat(500) })).de;
    expect(message.length).toBeLessThan(130);
    expect(message.endsWith("…")).toBe(true);
  });
});

describe("the English words", () => {
  it("hold no German, and the German ones no English", () => {
    const everything = refusal({
      ...withBlocks([
        "x",
        { kind: "?" },
        { kind: "services", unitPrice: null, units: [], index: [], once: 0, from: 1, foo: 1 },
        { kind: "vat", rate: 1, invoiced: 1 },
        { kind: "back-tax", assessed: 1, interest: "1", limitation: "1", probability: 2 },
        { kind: "exit", date: 1, assets: 1 },
        { kind: "one-off", byYear: 1 },
        { kind: "shared-service-centre", staffing: { users: 0, overhead: -1 } },
        { kind: "take-up", products: 1, cap: 2 },
      ]),
      version: 0,
      name: "",
      inhabitants: 0,
      indices: 1,
      years: { first: 1 },
      discountRate: 2,
      lines: [{ where: { account: "**" }, role: 1 }],
    });
    expect(everything.de.length).toBeGreaterThan(30);
    expect(everything.en).toHaveLength(everything.de.length);
    for (const line of everything.en) {
      expect(line).not.toMatch(/\b(nicht|nichts|eine?|oder|fehlt|bitte|Zahl|Angaben)\b/);
    }
    for (const line of everything.de)
      expect(line).not.toMatch(/\b(or|one of|missing|please|number)\b/);
  });
});

function asset(fields: object): object {
  return { name: "Server", acquired: "2020-01", cost: 1, lifeMonths: 60, ...fields };
}
