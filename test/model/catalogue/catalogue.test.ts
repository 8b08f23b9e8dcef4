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
