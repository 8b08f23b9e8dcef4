import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import type { Amount, BudgetLine, BudgetSheet } from "../../src/budget/line";
import { readCsv } from "../../src/budget/csv";
import { readBudget } from "../../src/budget/read";
import { RefusedError } from "../../src/finding";
import { matches } from "../../src/model/line-roles";
import { adaptPreset, presetModel } from "../../src/model/presets";
import { budgetsOf, openSample } from "./opened-sample";
import { compute } from "./computed";

type LineKeys = Pick<BudgetLine, "label"> &
  Partial<Pick<BudgetLine, "product" | "productLabel" | "account" | "direction">> & {
    readonly amount?: number;
  };

/** A budget of one year with the given lines. */
function budget(
  lines: readonly LineKeys[],
  year = 2022,
  settings: Partial<BudgetSheet> = {},
): BudgetSheet {
  const columns = [{ year, kind: "ansatz" as const, column: 3 }];
  return {
    status: "budget",
    name: "Haushalt",
    unit: "EUR",
    orientation: "years-across",
    bookkeeping: "doppik",
    budgetYear: year,
    columns,
    lines: lines.map(({ amount = 100, direction = "expense", ...keys }, index) => {
      const only: Amount = {
        year,
        kind: "ansatz",
        value: amount,
        factor: 1,
        cell: { row: index + 1, column: 3 },
      };
      const labelled = { column: 2, row: index + 1 };
      return {
        sheet: "Haushalt",
        row: index + 1,
        direction,
        amounts: [only],
        keys: [{ part: "label", cell: labelled, raw: keys.label }],
        ...keys,
      };
    }),
    totals: [],
    findings: [],
    ...settings,
  };
}

const codes = (findings: readonly { readonly code: string }[]): readonly string[] =>
  findings.map(({ code }) => code);

describe("adaptPreset on a budget that fits", () => {
  it("leaves the preset as it is on the sample and says which lines it takes", async () => {
    const sheets = budgetsOf((await openSample()).readings);
    const document = presetModel();
    const adapted = adaptPreset(document, sheets);
    expect(adapted.document).toEqual(document);
    expect(codes(adapted.findings)).toEqual(["preset-lines-matched"]);
    expect(adapted.findings[0]?.message.de).toBe(
      "Die Vorlage ordnet 27 Haushaltszeilen der Produkte 01.02.01, 01.02.02, 03.02.02 zu; Aufwand abzüglich Ertrag 2022: 2.513.000 €.",
    );
  });

  it("computes on the sample what the documents say, with the budget beside it", async () => {
    const { source } = await openSample();
    const { row, built } = compute(presetModel(), source);
    expect(codes(built.findings)).toEqual(["internal-charges", "internal-charges"]);
    expect(row("invoiced-19", "budgeted", 2022)).toBe(340_000);
    expect(row("invoiced-19", "cover", 2022)).toBe(0);
    // 48 + 172 T€ are budgeted as printed: read as net, the VAT on them is short, less rounding.
    expect(row("invoiced-19", "cover", 2023)).toBeCloseTo(547_600 - 587_860, 6);
    expect(row("invoiced-19", "difference", 2023)).toBeCloseTo(587_860, 6);
    // The licences of the two replaced products, 39,000 and 45,500 €, are saved from 2024 on.
    expect(row("invoiced-19", "difference", 2024)).toBeCloseTo(587_860 - 84_500, 6);
    expect(row("status-quo", "result-cost", 2022)).toBe(2_513_000 - 340_000);
  });

  it("pays the replaced products again after the exit", async () => {
    const { source } = await openSample();
    const given = { "exit-data-transfer": 0, "exit-hardware-cost": 0, "exit-hardware-life": 96 };
    const { row } = compute(presetModel(["exit-2027"], { given }), source);
    expect(row("exit-2027", "difference", 2028)).toBeCloseTo(0, 6);
  });

  it("does not count training twice when a scenario brings it along", async () => {
    const { source } = await openSample();
    const { row } = compute(presetModel(["invoiced-19", "further-services"]), source);
    const more = (year: number): number =>
      row("further-services", "difference", year) - row("invoiced-19", "difference", year);
    expect(more(2022)).toBeCloseTo(3_750 + 6_000, 6);
    expect(more(2025)).toBeCloseTo((1_500 + 6_000) * 1.19, 6);
  });

  it("changes nothing without a budget", () => {
    const document = presetModel();
    expect(adaptPreset(document, [])).toEqual({ document, findings: [] });
  });
});

describe("adaptPreset on another town's products", () => {
  const foreign = [
    { product: "1111", account: "529100", label: "Wartung EDV", amount: 1_000 },
    { product: "1111", account: "501200", label: "Entgelte", amount: 9_000 },
    { product: "1112", account: "529100", label: "Umlage Rechenzentrum", amount: 2_000.4 },
    {
      product: "1113",
      account: "448500",
      label: "IT-Erstattung",
      direction: "revenue",
      amount: 500,
    },
    { product: "1114", account: "581100", label: "IT-Umlage intern", amount: 77 },
  ] as const;

  it("takes the lines by words, exactly them, and says so with count and sum", () => {
    const { document, findings } = adaptPreset(presetModel(), [budget(foreign)]);
    expect(document.lines).toEqual([
      { where: { product: "1111", account: "529100" }, role: "stays" },
      { where: { product: "1112" }, role: "stays" },
      { where: { product: "1113" }, role: "stays" },
    ]);
    expect(document.scenarios.some(({ lines }) => lines !== undefined)).toBe(false);
    const blocks = document.scenarios.flatMap((scenario) => scenario.blocks);
    expect(blocks.some((block) => "product" in block || "account" in block)).toBe(false);
    expect(document.scenarios[1]?.note).not.toContain("Altverfahren");
    expect(document.scenarios[1]?.note).toContain("Anschlusskosten");
    expect(codes(findings)).toEqual(["preset-lines-by-words"]);
    expect(findings[0]?.message.de).toContain(
      "(„Wartung EDV“, „Umlage Rechenzentrum“, „IT-Erstattung“). Zeilen: 3, Bezeichnungen: 3, Regeln: 3, Rolle: „bleibt“; Aufwand abzüglich Ertrag 2022: 2.500 €",
    );
    expect(findings[0]?.message.en).toContain("expense less revenue in 2022: 2,500 €");
  });

  it("takes a whole product whose name speaks of it", () => {
    const lines = ["501200", "571100"].map((account) => ({
      product: "0104",
      productLabel: "Informationstechnik",
      account,
      label: "Aufwand",
    }));
    const { document } = adaptPreset(presetModel(), [
      budget([...lines, { product: "0105", account: "501200", label: "Aufwand" }]),
    ]);
    expect(document.lines).toEqual([{ where: { product: "0104" }, role: "stays" }]);
  });

  it("leaves out lines that no rule tells apart from others, with count and sum", () => {
    const { document, findings } = adaptPreset(presetModel(), [
      budget([
        { product: "11", account: "5291", label: "EDV-Kosten", amount: 40 },
        { product: "11", account: "5291", label: "Gutachten", amount: 3 },
        { label: "Software", amount: 1_500 },
        { product: "12", account: "5291", label: "EDV-Kosten", amount: 5 },
      ]),
    ]);
    expect(document.lines).toEqual([{ where: { product: "12" }, role: "stays" }]);
    expect(codes(findings)).toEqual(["preset-lines-by-words", "preset-lines-left-out"]);
    expect(findings[1]).toMatchObject({ cell: "'Haushalt'!C2", severity: "warning" });
    expect(findings[1]?.message.de).toContain(
      "2 Zeilen der Informationstechnik (1.540 € im Jahr 2022, zuerst „EDV-Kosten“)",
    );
  });

  it("does not take the same money twice from expense and cash accounts", () => {
    const { document, findings } = adaptPreset(presetModel(), [
      budget([
        { product: "11", account: "529100", label: "EDV-Kosten", amount: 40 },
        { product: "11", account: "729100", label: "EDV-Kosten", amount: 40 },
      ]),
    ]);
    expect(document.lines).toEqual([
      { where: { product: "11", account: "529100" }, role: "stays" },
    ]);
    expect(codes(findings)).toEqual(["preset-lines-by-words", "preset-lines-cash"]);
  });

  it("keeps classes 6 and 7 where they are the expense, as in Hesse", () => {
    const { document } = adaptPreset(presetModel(), [
      budget([
        { product: "11", account: "6161000", label: "EDV-Kosten" },
        { product: "11", account: "5100000", label: "Gebühren", direction: "revenue" },
      ]),
    ]);
    expect(document.lines).toEqual([
      { where: { product: "11", account: "6161000" }, role: "stays" },
    ]);
  });

  it("warns in words when nothing speaks of information technology", () => {
    const { document, findings } = adaptPreset(presetModel(), [
      budget([{ product: "11", account: "5291", label: "Gutachten" }]),
    ]);
    expect(document.lines).toEqual([]);
    expect(findings).toMatchObject([{ severity: "warning", code: "preset-no-lines" }]);
    expect(findings[0]?.message.de).toContain("Das Modell rechnet ohne Haushaltszeilen");
  });

  it("does not take a product that only has the same number", () => {
    const { document, findings } = adaptPreset(presetModel(), [
      budget([
        {
          product: "01.02.01",
          productLabel: "Gleichstellung",
          account: "501200",
          label: "Entgelte",
          amount: 70_000,
        },
        { product: "01.09.01", account: "529100", label: "EDV-Kosten" },
      ]),
    ]);
    expect(document.lines).toEqual([{ where: { product: "01.09.01" }, role: "stays" }]);
    expect(codes(findings)).toEqual(["preset-product-differs", "preset-lines-by-words"]);
    expect(findings[0]?.message.de).toContain(
      "Produkt 01.02.01 der Vorlage ist in diesem Haushalt „Gleichstellung“ und keine Informationstechnik; nicht zugeordnet: 1 Haushaltszeile (70.000 € im Jahr 2022).",
    );
  });

  it("asks about a product that does not sound like it beside one that does", () => {
    const { document, findings } = adaptPreset(presetModel(), [
      budget([
        { product: "01.02.01", productLabel: "Zentrale IT", account: "5291", label: "Aufwand" },
        { product: "03.02.02", productLabel: "Schulsport", account: "5291", label: "Hallen" },
      ]),
    ]);
    expect(document.lines).toEqual(presetModel().lines);
    expect(codes(findings)).toEqual(["preset-lines-matched", "preset-product-differs"]);
    expect(findings[1]?.message.en).toContain("Product 03.02.02 is “Schulsport” in this budget.");
  });

  it("takes in exactly the lines it counts, whatever the budget", () => {
    const code = fc.constantFrom("1", "11*", "111", "5291", undefined);
    const label = fc.constantFrom("EDV-Kosten", "Gutachten", "IT", "Miete");
    const line = fc.record({ product: code, account: code, label });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (drawn) => {
        const lines = drawn.map(({ product, account, label: name }) => ({
          label: name,
          ...(product === undefined ? {} : { product }),
          ...(account === undefined ? {} : { account }),
        }));
        const sheet = budget(lines);
        const { document, findings } = adaptPreset(presetModel(), [sheet]);
        const patterns = (document.lines ?? []).map(({ where }) => where);
        const taken = sheet.lines.filter((one) => patterns.some((where) => matches(where, one)));
        const spoken = lines.filter(({ label: name }) => name === "EDV-Kosten" || name === "IT");
        expect(taken.every(({ label: name }) => /EDV|IT/.test(name))).toBe(true);
        const leftOut = findings.find(({ code: found }) => found === "preset-lines-left-out");
        const counted = Number(/^\d+/.exec(leftOut?.message.de ?? "0")?.[0]);
        expect(taken.length + counted).toBe(spoken.length);
      }),
    );
  });
});

describe("adaptPreset on another year", () => {
  const it2017 = [{ product: "11", account: "529100", label: "EDV-Kosten", amount: 40 }];

  it("moves years, months and dates together and names both years", () => {
    const given = { "exit-data-transfer": 1, "exit-hardware-cost": 1, "exit-hardware-life": 1 };
    const { document, findings } = adaptPreset(
      presetModel(["provision", "exit-2027", "further-services"], { given }),
      [budget(it2017, 2017)],
    );
    expect(document.years).toEqual({ first: 2017, last: 2026 });
    expect(document.inhabitants).toEqual({ "2017": 44_000 });
    const [, provision, exit, services] = document.scenarios;
    expect(provision?.start).toBe("2017-01");
    expect(provision?.name).not.toMatch(/20\d\d/);
    expect(provision?.note).toMatch(
      /^Jahre und Tage in den Texten gelten für die Vorlage mit Beginn 2022; hier beginnt sie 2017\./,
    );
    const block = (kind: string): unknown => provision?.blocks.find((one) => one.kind === kind);
    expect(block("take-up")).toMatchObject({ byYear: { "2017": 48_000, "2018": 172_000 } });
    expect(block("vat")).toMatchObject({ from: "2018-01" });
    expect(block("back-tax")).toMatchObject({ assessed: "2022-11-30" });
    expect(exit?.blocks.at(-1)).toMatchObject({
      date: "2022-12-31",
      assets: [{ acquired: "2017-01" }],
    });
    expect(services?.blocks.find(({ name }) => name === "IT-Sicherheitskonzept")).toMatchObject({
      from: "2017-01",
      to: "2018-12",
    });
    expect(findings[0]).toMatchObject({ severity: "warning", code: "preset-years-shifted" });
    expect(findings[0]?.message.de).toContain("Die Vorlage beginnt deshalb 2017 statt 2022");
    expect(findings[1]?.message.de).toContain("Ertrag 2017: 40 €");
  });

  it.each([
    ["de", "Jahre und Tage in den Texten gelten", "Years and days"],
    ["en", "Years and days in the texts belong", "Jahre und Tage"],
  ] as const)("says it in the notes in the language of the model: %s", (language, said, other) => {
    const { document } = adaptPreset(
      presetModel(["provision", "in-house"], { language }),
      [budget(it2017, 2017)],
      { language },
    );
    expect(document.scenarios).toHaveLength(3);
    for (const { note = "" } of document.scenarios) {
      expect(note.split(said)).toHaveLength(2);
      expect(note).not.toContain(other);
    }
  });

  it("moves the last months of replaced lines too, where the products fit", () => {
    const { document } = adaptPreset(presetModel(["invoiced-19"]), [
      budget([{ product: "01.02.01", account: "542910", label: "Software" }], 2030),
    ]);
    expect(document.scenarios[1]?.lines?.[0]).toMatchObject({ role: "ends", until: "2031-12" });
  });

  it("stays where any sheet plans the preset's first year", () => {
    const planned = budget(it2017, 2021, {
      columns: [
        { year: 2021, kind: "ansatz", column: 3 },
        { year: 2022, kind: "planung", column: 4 },
      ],
    });
    expect(adaptPreset(presetModel(), [planned]).document.years.first).toBe(2022);
  });

  it("does not stay for a mere result of that year, and takes the latest Ansatz without a budget year", () => {
    const { budgetYear, ...sheet } = budget(it2017, 2024, {
      columns: [
        { year: 2022, kind: "ergebnis", column: 3 },
        { year: 2023, kind: "ansatz", column: 4 },
        { year: 2024, kind: "ansatz", column: 5 },
        { year: 2025, kind: "planung", column: 6 },
      ],
    });
    expect(budgetYear).toBe(2024);
    expect(adaptPreset(presetModel(), [sheet]).document.years.first).toBe(2024);
  });

  it("refuses in words when the law has no rate for the years moved to", () => {
    expect(() => adaptPreset(presetModel(), [budget(it2017, 1995)])).toThrow(RefusedError);
  });
});

const shared = path.resolve(__dirname, "../../../shared/budgets");
const onShared = existsSync(shared) ? describe : () => undefined;

onShared("adaptPreset on real budgets", () => {
  const sheetsOf = (file: string): readonly BudgetSheet[] => {
    const { grid } = readCsv(new Uint8Array(readFileSync(path.join(shared, file))), file);
    return budgetsOf(readBudget([grid], {}, { fileName: file }));
  };

  it.each([
    ["moers_2017_kontengruppen.csv", 2017, 3],
    ["roetgen_2017_18_konten.csv", 2017, 39],
    ["merzenich_2015_konten.csv", 2015, 50],
  ])("takes lines of %s by words, from %i on", (file, year, count) => {
    const sheets = sheetsOf(file);
    const { document, findings } = adaptPreset(presetModel(), sheets);
    expect(document.years.first).toBe(year);
    expect(codes(findings)).toEqual(["preset-years-shifted", "preset-lines-by-words"]);
    const patterns = (document.lines ?? []).map(({ where }) => where);
    const taken = sheets
      .flatMap(({ lines }) => lines)
      .filter(({ account = "" }) => !/^[45]8/.test(account))
      .filter((line) => patterns.some((where) => matches(where, line)));
    expect(taken).toHaveLength(count);
  });

  it("says of a budget without products that no line can be assigned", () => {
    const { findings } = adaptPreset(
      presetModel(),
      sheetsOf("wuppertal_2012_gesamtergebnisplan.csv"),
    );
    expect(codes(findings)).toEqual(["preset-years-shifted", "preset-no-lines"]);
  });
});
