import { RefusedError } from "../../../src/finding";
import {
  offeredProducts,
  takeUpPercent,
  takeUpProducts,
} from "../../../src/model/catalogue/take-up-plan";
import { readModel } from "../../../src/model/model";
import { presetModel } from "../../../src/model/presets";
import { CATALOGUE, productsOf, RATING_SIGNS, readCatalogue } from "../../../src/model/catalogue";

const names = (products: typeof CATALOGUE.products): readonly string[] =>
  products.map(({ name }) => name);

describe("the catalogue of Anlage 1 (PA 2021)", () => {
  it("holds 33 products in four groups", () => {
    expect(CATALOGUE.products).toHaveLength(33);
    expect(
      CATALOGUE.groups.map(({ id }) => [
        id,
        CATALOGUE.products.filter(({ group }) => group === id).length,
      ]),
    ).toEqual([
      ["citizen-services", 11],
      ["building-and-planning", 6],
      ["cross-section", 8],
      ["it-base", 8],
    ]);
  });

  it("rates 10 of them clearly good, 18 balanced and 5 little", () => {
    const count = (sign: string): number =>
      CATALOGUE.products.filter(({ rating }) => RATING_SIGNS[rating] === sign).length;
    expect([count("+"), count("±"), count("-")]).toEqual([10, 18, 5]);
  });

  it("names the six products that are not called core", () => {
    expect(names(CATALOGUE.products.filter(({ core }) => !core))).toEqual([
      "Gewerbeamtsverfahren",
      "Verwarnungs- und Bußgeldverfahren",
      "Liegenschafts- und Gebäudemanagement",
      "Finanzverfahren",
      "GoBD-konforme Archivierung Finanzbuchhaltung",
      "DMS/E-Akte/Workflows",
    ]);
  });

  it("takes eight products into the low span and five more into the high one", () => {
    expect(names(productsOf("low"))).toEqual([
      "Einwohnermeldeverfahren",
      "Gewerbeamtsverfahren",
      "Sitzungsdienst",
      "Standesamtsverfahren",
      "Terminverwaltung",
      "Geoinformationssystem",
      "Personalmanagementsoftware",
      "Archivsystem Basisinfrastruktur",
    ]);
    const low = new Set(productsOf("low"));
    expect(names(productsOf("high").filter((product) => !low.has(product)))).toEqual([
      "Büchereiverfahren",
      "Finanzverfahren",
      "Rechnungsworkflow",
      "Veranlagung",
      "Kommunales Informations-Management-System",
    ]);
    expect(productsOf("high")).toHaveLength(13);
  });

  it("names in both spans what the presets of the spans say they take", () => {
    const { scenarios } = presetModel(["take-up-low", "take-up-high"], {
      given: { "take-up-low": 0.25, "take-up-high": 0.6, "core-price": 10 },
    });
    const noteOf = (id: string): string =>
      scenarios
        .find((scenario) => scenario.id === id)
        ?.blocks.find(({ kind }) => kind === "take-up")?.note ?? "";
    const low = new Set(productsOf("low"));
    const added = productsOf("high").filter((product) => !low.has(product));
    for (const [id, products] of [
      ["take-up-low", [...low]],
      ["take-up-high", added],
    ] as const) {
      const note = noteOf(id);
      const missing = products.filter(
        ({ name, spanName }) => !note.includes(name) && !note.includes(spanName ?? name),
      );
      expect(missing).toEqual([]);
    }
  });

  it("discloses neither price nor share: the document does not", () => {
    const fields = new Set(CATALOGUE.products.flatMap((product) => Object.keys(product)));
    expect([...fields].sort()).toEqual(
      ["core", "group", "id", "name", "rating", "span", "spanName"].sort(),
    );
  });

  it("refuses data that cannot be right", () => {
    const [product] = CATALOGUE.products;
    expect(() => readCatalogue({ ...CATALOGUE, products: [product, product] })).toThrow(
      "two products of one id",
    );
    expect(() => readCatalogue({ ...CATALOGUE, groups: [] })).toThrow("unknown group");
    expect(() =>
      readCatalogue({ ...CATALOGUE, products: [{ ...product, rating: "great" }] }),
    ).toThrow();
  });
});

describe("a take-up plan from the catalogue", () => {
  it("offers every product with group, sign, core and spans", () => {
    const offered = offeredProducts();
    expect(offered).toHaveLength(33);
    const meeting = offered.find(({ product }) => product.id === "sitzungsdienst");
    expect(meeting).toMatchObject({
      product: { name: "Sitzungsdienst", core: true },
      group: { de: "Bürgerdienste", en: "Citizen services" },
      sign: "±",
      spans: ["low", "high"],
    });
    expect(offered.filter(({ spans }) => spans.includes("low"))).toHaveLength(8);
    expect(offered.filter(({ spans }) => spans.includes("high"))).toHaveLength(13);
  });

  it("spreads the products over six years, and a model takes it in", () => {
    const products = takeUpProducts(productsOf("low"), 2022, () => 1000);
    expect(products.map(({ start }) => start.slice(0, 4))).toEqual([
      "2022",
      "2022",
      "2023",
      "2024",
      "2025",
      "2025",
      "2026",
      "2027",
    ]);
    const blocks = [{ kind: "take-up", products }];
    const scenarios = [{ id: "k", name: "K", blocks }];
    const document = { version: 1, name: "M", years: { first: 2022, last: 2027 }, scenarios };
    expect(readModel(document).scenarios[1]?.blocks[0]).toEqual(blocks[0]);
  });

  it("sums shares by year, those that begin inside a year by their months", () => {
    const percent = takeUpPercent([
      { share: 0.1, start: "2022-01" },
      { share: 0.06, start: "2023-07" },
      { share: 0.2, start: "2027-01" },
    ]);
    expect(percent).toEqual({
      "2022": 0.1,
      "2023": 0.13,
      "2024": 0.16,
      "2027": 0.36,
      "2028": 0.36,
    });
  });

  it("names every price that is missing instead of computing with zero", () => {
    let refused: unknown;
    try {
      presetModel(["products-low"], { given: { "price-sitzungsdienst": 5000 } });
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(RefusedError);
    const { text, findings } = refused as RefusedError;
    expect(findings).toHaveLength(7);
    expect(text.de).toContain("Jahrespreis „Terminverwaltung“, netto (price-terminverwaltung)");
    expect(text.de).not.toContain("Sitzungsdienst");
  });
});
