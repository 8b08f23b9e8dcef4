import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { PRESETS } from "../../src/model/presets";
import { openPackage } from "../../src/workbook/package";
import { SAMPLE, WITHOUT_BUDGET } from "./planned";
import { folderForTests, run } from "./session";

const RICH = path.resolve(__dirname, "../fixtures/rich-workbook.xlsm");

const { file } = folderForTests();

const severity = v.picklist(["error", "warning", "note"]);
const finding = v.strictObject({
  severity,
  code: v.string(),
  cell: v.optional(v.string()),
  message: v.pipe(v.string(), v.minLength(10)),
});
const byYear = v.record(v.pipe(v.string(), v.regex(/^\d{4}$/)), v.number());

const writtenSchema = v.strictObject({
  out: v.string(),
  scenarios: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      rows: v.array(
        v.strictObject({
          id: v.string(),
          label: v.string(),
          unit: v.string(),
          values: byYear,
          explanation: v.optional(v.string()),
        }),
      ),
      figures: v.strictObject({
        presentValue: v.number(),
        totalResult: v.number(),
        totalCash: v.number(),
        turningYear: v.nullable(v.number()),
        openTax: v.number(),
        openInterest: v.number(),
      }),
    }),
  ),
  checks: v.array(v.strictObject({ id: v.string(), ok: v.boolean(), message: v.string() })),
  findings: v.array(finding),
  /** The budget request; its own tests look into it. */
  request: v.array(v.looseObject({ scenario: v.string(), needed: byYear })),
});

const kind = v.picklist(["ergebnis", "ansatz", "fortgeschrieben", "planung", "verpflichtung"]);
const proposal = v.array(
  v.strictObject({
    column: v.pipe(v.string(), v.regex(/^[A-Z]+$/)),
    header: v.string(),
    means: v.string(),
    year: v.optional(v.number()),
    kind: v.optional(kind),
    direction: v.optional(v.picklist(["revenue", "expense"])),
    reason: v.pipe(v.string(), v.minLength(5)),
    confidence: v.picklist(["sure", "likely", "doubtful"]),
  }),
);
const sheetSchema = v.variant("status", [
  v.strictObject({
    name: v.string(),
    status: v.literal("budget"),
    unit: v.picklist(["EUR", "TEUR", "MEUR"]),
    orientation: v.picklist(["years-across", "years-down"]),
    columns: v.array(
      v.strictObject({
        year: v.number(),
        kind,
        column: v.pipe(v.string(), v.regex(/^[A-Z]+$/)),
        direction: v.optional(v.picklist(["revenue", "expense"])),
      }),
    ),
    lines: v.number(),
    totals: v.array(
      v.strictObject({
        year: v.number(),
        kind,
        revenue: v.number(),
        expense: v.number(),
        undirected: v.number(),
        lines: v.number(),
      }),
    ),
    findings: v.array(finding),
    proposal,
  }),
  ...(["question", "ignored", "refused"] as const).map((status) =>
    v.strictObject({
      name: v.string(),
      status: v.literal(status),
      reason: v.pipe(v.string(), v.minLength(10)),
      findings: v.array(finding),
      proposal: v.optional(proposal),
    }),
  ),
]);
const readSchema = v.strictObject({ file: v.string(), sheets: v.array(sheetSchema) });

/** The rows that stand at the same place on every scenario sheet. */
const ROW_IDS = [
  "baseline",
  "baseline-cash",
  "base-fee",
  "levy",
  "general-costs",
  "take-up",
  "services",
  "one-off",
  "settlement",
  "staff",
  "shared-service-centre",
  "provider",
  "exit",
  "exit-depreciation",
  "net-taxable",
  "vat",
  "open-vat",
  "open-claims",
  "lapsed",
  "back-tax",
  "interest",
  "back-payment",
  "provision-allocation",
  "provision-use",
  "provision-release",
  "provision-shortfall",
  "provision-balance",
  "result-cost",
  "cash-cost",
  "status-quo",
  "difference",
  "cumulative-difference",
  "budgeted",
  "cover",
  "present-value",
];

/** Runs `koop write … --json` and gives its document with a way to look up values. */
async function written(...args: readonly string[]) {
  const ended = await run("write", ...args, "--json");
  const document = v.parse(writtenSchema, JSON.parse(ended.out));
  const value = (scenario: string, row: string, year: number): number | undefined =>
    document.scenarios.find(({ id }) => id === scenario)?.rows.find(({ id }) => id === row)?.values[
      String(year)
    ];
  return { ...ended, document, value };
}

describe("koop write on the sample", () => {
  it("gives the figures of the documents", async () => {
    const { code, document, value } = await written(SAMPLE, "-o", file("default.xlsx"));
    expect(code).toBe(0);
    expect(value("invoiced-19", "services", 2022)).toBe(282_000);
    expect(value("invoiced-19", "take-up", 2022)).toBe(48_000);
    expect(value("invoiced-19", "general-costs", 2022)).toBe(10_000);
    for (let year = 2023; year <= 2031; year += 1) {
      expect(value("invoiced-19", "take-up", year)).toBe(172_000);
      expect(value("invoiced-19", "general-costs", year)).toBe(40_000);
    }
    expect(document.scenarios.map(({ id }) => id)).toEqual([
      "status-quo",
      "invoiced-19",
      "effective-10",
      "provision",
      "in-house",
      "in-house-audit-6",
      "in-house-audit-statutory",
    ]);
  });

  it("gives 282,000 € for school IT in 2022 and 335,580 € with VAT from 2023", async () => {
    const { value } = await written(
      ...[SAMPLE, "--preset", "school-it-invoiced", "-o", file("school.xlsx")],
    );
    const own = (year: number): number =>
      (value("school-it-invoiced", "result-cost", year) ?? NaN) -
      (value("school-it-invoiced", "baseline", year) ?? NaN);
    expect(own(2022)).toBe(282_000);
    expect(value("school-it-invoiced", "vat", 2022)).toBe(0);
    for (let year = 2023; year <= 2031; year += 1) expect(own(year)).toBeCloseTo(335_580, 6);
  });

  it("writes 2,329 € of interest on the VAT of 2023 for school IT alone", async () => {
    const out = file("audit.xlsx");
    const { value } = await written(SAMPLE, "--preset", "school-it-audit", "-o", out);
    expect(value("school-it-audit", "open-vat", 2023)).toBeCloseTo(53_580, 6);
    const [risk] = await openPackage(new Uint8Array(readFileSync(out))).read(["KR Steuerrisiko"]);
    const rows = risk?.rows ?? [];
    const column = rows[3]?.indexOf(2023) ?? -1;
    const interest = rows.find(([id]) => id === "school-it-audit.interest-assessed");
    expect(interest?.[column]).toBe(2_329);
    const due = rows.find(([id]) => id === "school-it-audit.interest");
    expect(due?.[rows[3]?.indexOf(2027) ?? -1]).toBe(value("school-it-audit", "interest", 2027));
  });

  it("prints exactly the documented document", async () => {
    const out = file("shape.xlsx");
    const { code, document, messages } = await written(SAMPLE, "-o", out);
    expect(code).toBe(0);
    expect(document.out).toBe(out);
    for (const { rows } of document.scenarios) {
      expect(rows.map(({ id }) => id)).toEqual(ROW_IDS);
      for (const { values } of rows) {
        expect(Object.keys(values)).toEqual(
          Array.from({ length: 10 }, (_, index) => String(2022 + index)),
        );
      }
    }
    expect(document.checks.length).toBeGreaterThan(20);
    expect(document.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(messages.split("\n").length).toBeGreaterThan(1);
  });

  it("gives the figures that the rows add up to", async () => {
    const { document } = await written(SAMPLE, "-o", file("figures.xlsx"));
    for (const { rows, figures } of document.scenarios) {
      const sum = (id: string): number =>
        Object.values(rows.find((row) => row.id === id)?.values ?? {}).reduce((a, b) => a + b, 0);
      expect(figures.totalResult).toBeCloseTo(sum("result-cost"), 4);
      expect(figures.totalCash).toBeCloseTo(sum("cash-cost"), 4);
      expect(figures.presentValue).toBeCloseTo(sum("present-value"), 4);
      const open = rows.find(({ id }) => id === "open-claims")?.values["2031"] ?? NaN;
      expect(figures.openTax + figures.openInterest).toBeCloseTo(open, 4);
    }
  });

  it("tells people the same, with messages apart from results", async () => {
    const { code, out, messages } = await run("write", SAMPLE, "-o", file("words.xlsx"));
    expect(code).toBe(0);
    expect(out).toContain("USt berechnet, 19 %");
    expect(out).not.toContain("…");
    expect(messages).toContain("Szenarien werden berechnet …");
  });

  it("gives the same file for the same day and the same input", async () => {
    const [first, second] = [file("first.xlsx"), file("second.xlsx")];
    await run("write", SAMPLE, "-o", first);
    await run("write", SAMPLE, "-o", second);
    expect(Buffer.compare(readFileSync(first), readFileSync(second))).toBe(0);
  });

  it("takes a model of one's own without budget lines on any workbook", async () => {
    const model = file("model.json");
    writeFileSync(model, `\uFEFF${JSON.stringify(WITHOUT_BUDGET)}`);
    const { code, document } = await written(RICH, "--model", model, "-o", file("rich.xlsm"));
    expect(code).toBe(0);
    expect(document.scenarios.map(({ id }) => id)).toEqual(["status-quo", "invoiced", "audited"]);
  });

  it("asks instead of writing where no sheet is understood", async () => {
    const out = file("asked.xlsm");
    const ended = await run("write", RICH, "-o", out, "--json");
    expect(ended.code).toBe(1);
    expect(existsSync(out)).toBe(false);
    expect(JSON.parse(ended.out)).toMatchObject({ out: null });
    expect(ended.messages).toContain("nichts geschrieben");
  });
});

describe("koop refuses in words, and nothing is written", () => {
  const taken = "an existing file of the user";
  let out = "";
  beforeEach(() => {
    mkdirSync(file("refused"), { recursive: true });
    out = file("refused/out.xlsx");
    writeFileSync(out, taken);
  });
  const model = (name: string, content: unknown): string => {
    const place = file(name);
    writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
    return place;
  };
  const broken = {
    ...WITHOUT_BUDGET,
    scenarios: [
      {
        id: "one",
        name: "Eins",
        blocks: [
          { kind: "base-fee", amount: 1 },
          { kind: "levy", byYear: 2 },
          { kind: "services", unitPrice: "94 T€" },
        ],
      },
    ],
  };

  it.each<[string, () => readonly string[], readonly string[]]>([
    ["an unknown preset", () => [SAMPLE, "--preset", "nix"], ["„nix“", "invoiced-19"]],
    ["a preset without its figure", () => [SAMPLE, "--preset", "full-transfer"], ["core-price"]],
    ["a figure no preset asks for", () => [SAMPLE, "--given", "nix=1"], ["„nix“", "core-price"]],
    ["a figure that is none", () => [SAMPLE, "--given", "workplaces=viele"], ["workplaces=viele"]],
    ["an unknown sheet", () => [SAMPLE, "--sheet", "nix"], ["„nix“", "Schul-IT (T€)"]],
    ["an unknown option", () => [SAMPLE, "--nix"], ["--nix"]],
    ["an option of another command", () => [SAMPLE, "--vat", "1"], ["--vat"]],
    ["an unknown language", () => [SAMPLE, "--lang", "fr"], ["„fr“"]],
    ["a year that is none", () => [SAMPLE, "--year", "22"], ["„22“"]],
    ["two files", () => [SAMPLE, SAMPLE], ["nur eine Datei"]],
    ["no file", () => [], ["fehlt die Datei"]],
    ["a file that is not there", () => [file("fehlt.xlsx")], ["fehlt.xlsx“ gibt es nicht"]],
    ["a folder", () => [path.dirname(SAMPLE)], ["nicht als Datei lesen"]],
    ["a text named workbook", () => [model("text.xlsx", "Hallo")], ["Excel"]],
    [
      "a preset and a model",
      () => [SAMPLE, "--preset", "provision", "--model", "x.json"],
      ["nicht beides"],
    ],
    ["a model that is not there", () => [SAMPLE, "--model", file("nix.json")], ["nix.json"]],
    [
      "a model that is no JSON",
      () => [SAMPLE, "--model", model("bad.json", '{\n"version": 1,\n"name" 2}')],
      ["bad.json", "Zeile 3"],
    ],
    [
      "a model with a wrong field",
      () => [SAMPLE, "--model", model("wrong.json", broken)],
      ["scenarios[0].blocks[2].unitPrice", "94 T€"],
    ],
    [
      "a model with a field that does not exist",
      () => [SAMPLE, "--model", model("extra.json", { ...WITHOUT_BUDGET, discount: 0.01 })],
      ["discount"],
    ],
  ])("%s", async (_name, args, words) => {
    const ended = await run("write", ...args(), "-o", out, "--json");
    expect([ended.code, ended.out]).toEqual([2, ""]);
    for (const word of words) expect(ended.messages).toContain(word);
    expect(ended.messages).not.toMatch(/\b(?:Error|undefined|Unexpected|option)\b|\[object/);
    expect(readFileSync(out, "utf8")).toBe(taken);
    expect(readdirSync(file("refused"))).toEqual(["out.xlsx"]);
  });

  it.each<[string, () => readonly [string, string], RegExp]>([
    ["the input itself", () => [SAMPLE, SAMPLE], /dieselbe/],
    [
      "the input by another path",
      () => [SAMPLE, path.join(path.dirname(SAMPLE), "..", "assets", path.basename(SAMPLE))],
      /dieselbe/,
    ],
    [
      "the input behind a link",
      () => {
        const link = file("link.xlsx");
        if (!existsSync(link)) symlinkSync(SAMPLE, link);
        return [SAMPLE, link];
      },
      /dieselbe/,
    ],
    ["a folder that is not there", () => [SAMPLE, file("nix/out.xlsx")], /Den Ordner/],
    ["a file in the place of a folder", () => [SAMPLE, path.join(out, "x.xlsx")], /ENOTDIR/],
    [
      "a folder in the place of the file",
      () => {
        mkdirSync(file("refused/folder.xlsx"), { recursive: true });
        return [SAMPLE, file("refused/folder.xlsx")];
      },
      /EISDIR|ENOTEMPTY|EEXIST/,
    ],
    ["an ending of another format", () => [SAMPLE, file("out.csv")], /\.xlsx enden/],
    ["no ending", () => [SAMPLE, file("out")], /\.xlsx enden/],
    ["macros in a file without", () => [RICH, file("out.xlsx")], /\.xlsm enden/],
  ])("as output %s", async (_name, places, words) => {
    const [input, output] = places();
    const before = readFileSync(input);
    const ended = await run("write", input, "-o", output);
    expect([ended.code, ended.out]).toEqual([2, ""]);
    expect(ended.messages).toMatch(words);
    expect(Buffer.compare(readFileSync(input), before)).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(taken);
    expect(readdirSync(file("refused")).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it.each([
    [["write", SAMPLE], "Es fehlt -o"],
    [["write", SAMPLE, "-o"], "Hinter -o fehlt der Wert"],
    [["write", SAMPLE, "-o", "--json"], "Hinter -o fehlt der Wert"],
    [["write", SAMPLE, "-o", "x.xlsx", "--json=ja"], "--json nimmt keinen Wert"],
    [["presets", SAMPLE], "nimmt keine Datei"],
    [["rechne", SAMPLE], "Den Befehl „rechne“ gibt es nicht"],
    [["read"], "Es fehlt die Datei"],
    [["interest", "--vat", "100", "--year", "2023"], "Es fehlt --effective"],
    [["interest", "--vat", "53.580,00", "--year", "2023"], "53580.00"],
  ] as const)("%j", async (args, words) => {
    const ended = await run(...args);
    expect([ended.code, ended.out]).toEqual([2, ""]);
    expect(ended.messages).toContain(words);
  });
});

describe("koop read", () => {
  it("prints exactly the documented document", async () => {
    const { code, out } = await run("read", SAMPLE, "--json");
    expect(code).toBe(0);
    const { sheets } = v.parse(readSchema, JSON.parse(out));
    expect(sheets.map(({ name, status }) => [name, status])).toEqual([
      ["Deckblatt", "ignored"],
      ["Haushalt", "budget"],
      ["Schul-IT (T€)", "budget"],
    ]);
    const [, budget, schools] = sheets;
    if (budget?.status !== "budget" || schools?.status !== "budget") throw new Error("no budget");
    expect(budget.columns.map(({ year, kind: of }) => [year, of])).toEqual([
      [2021, "ergebnis"],
      [2022, "ansatz"],
      [2023, "ansatz"],
      [2024, "planung"],
      [2025, "planung"],
      [2026, "planung"],
    ]);
    expect([budget.unit, schools.unit]).toEqual(["EUR", "TEUR"]);
    for (const { totals, lines } of [budget, schools]) {
      expect(totals).toHaveLength(6);
      for (const total of totals) {
        expect(total.lines).toBeLessThanOrEqual(lines);
        expect(total.undirected).toBe(0);
        expect(total.expense).toBeGreaterThan(total.revenue);
      }
    }
  });

  it("gives an array for several files, and 1 where one of them asks", async () => {
    const { code, out } = await run("read", SAMPLE, RICH, "--json");
    expect(code).toBe(1);
    const documents = v.parse(v.array(readSchema), JSON.parse(out));
    expect(documents.map(({ file: name }) => name)).toEqual([SAMPLE, RICH]);
  });

  it("reads one sheet where one is asked for", async () => {
    const { out } = await run("read", SAMPLE, "--sheet", "Schul-IT (T€)", "--json");
    const { sheets } = v.parse(readSchema, JSON.parse(out));
    expect(sheets.map(({ name }) => name)).toEqual(["Schul-IT (T€)"]);
  });

  it("says which of several files cannot be read, and reads the others", async () => {
    const { code, out } = await run("read", file("fehlt.xlsx"), SAMPLE, "--json");
    expect(code).toBe(1);
    const [missing, sample] = JSON.parse(out) as readonly unknown[];
    expect(missing).toMatchObject({ sheets: [] });
    expect(missing).toHaveProperty("refused");
    expect(v.parse(readSchema, sample).sheets).toHaveLength(3);
  });

  it("prints nothing where the only file cannot be read", async () => {
    const { code, out, messages } = await run("read", file("fehlt.xlsx"), "--json");
    expect([code, out]).toEqual([2, ""]);
    expect(messages).toContain("fehlt.xlsx");
  });
});

describe("koop interest and koop presets", () => {
  const claim = ["interest", "--vat", "53580", "--year", "2023", "--effective", "2027-11-30"];

  it("computes 2,329 € on 53,580 € of 2023 by 30.11.2027", async () => {
    expect((await run(...claim)).out).toMatch(/2\.329,00\s€$/);
    const { code, out } = await run(...claim, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ base: 53_550, fullMonths: 29, interest: 2_329 });
    const six = await run(...claim, "--rate", "0.06", "--json");
    // 29 months of half a per cent on 53,550 €.
    expect(JSON.parse(six.out)).toMatchObject({ interest: 7_764 });
  });

  it("lists every preset with what it needs", async () => {
    const { code, out } = await run("presets", "--json");
    expect(code).toBe(0);
    const text = v.pipe(v.string(), v.minLength(3));
    const presets = v.parse(
      v.array(
        v.strictObject({
          id: text,
          title: text,
          description: text,
          source: text,
          missing: v.array(v.strictObject({ key: text, label: text, unit: text })),
        }),
      ),
      JSON.parse(out),
    );
    expect(presets.map(({ id }) => id)).toEqual(PRESETS.map(({ id }) => id));
  });
});

/** Words that every German sentence of ours holds, outside of what is quoted or named. */
const GERMAN =
  /[äöüßÄÖÜ„]|\b(?:der|die|das|den|dem|und|oder|nicht|ist|wird|werden|mit|ohne|Zeilen?|Summen?|Hinweis|Anmerkung|Fehler|bitte)\b/i;

describe("koop --lang en", () => {
  it.each<[string, () => readonly string[]]>([
    ["read", () => ["read", RICH]],
    ["read a folder", () => ["read", path.dirname(SAMPLE)]],
    ["write", () => ["write", SAMPLE, "-o", file("english.xlsx")]],
    ["write as JSON", () => ["write", SAMPLE, "-o", file("english.xlsx"), "--json"]],
    ["write what asks", () => ["write", RICH, "-o", file("english.xlsm")]],
    ["write nowhere", () => ["write", SAMPLE, "-o", file("nix/english.xlsx")]],
    ["an unknown option", () => ["write", "--nix"]],
    ["an unknown preset", () => ["write", SAMPLE, "--preset", "nix", "-o", file("english.xlsx")]],
    [
      "interest",
      () => ["interest", "--vat", "53580", "--year", "2023", "--effective", "2027-11-30"],
    ],
    [
      "interest without law",
      () => ["interest", "--vat", "1", "--year", "1980", "--effective", "2027-11-30"],
    ],
    ["presets", () => ["presets"]],
    ["help", () => ["--help"]],
  ])("speaks no German: %s", async (_name, args) => {
    const { out, messages } = await run(...args(), "--lang", "en");
    const own = `${out}\n${messages}`
      .replaceAll(
        /“[^”]*”|\\?"[^"\n]*\\?"(?= \()|'(?:[^']|'')*'!|KR [A-ZÄÖÜ]\w+|TVöD|§§? ?[^)]*\)/g,
        "",
      )
      .split("\n")
      // Names of sheets and folders stand before a colon; sources are cited as they are called.
      .map((line) => line.replace(/^\s*[^:]*:|\([A-Z]{2} 20\d\d[^)]*\)/g, ""));
    expect(own.filter((line) => GERMAN.test(line))).toEqual([]);
  });
});

describe("koop as a program", () => {
  const program = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      [require.resolve("tsx/cli"), path.resolve(__dirname, "../../src/cli/main.ts"), ...args],
      { encoding: "utf8" },
    );

  it("prints one JSON document on standard output and nothing else", () => {
    const out = file("program.xlsx");
    const { status, stdout, stderr } = program("write", SAMPLE, "-o", out, "--json");
    expect(status).toBe(0);
    expect(v.parse(writtenSchema, JSON.parse(stdout)).out).toBe(out);
    expect(stderr).toContain("Szenarien werden berechnet …");
    expect(existsSync(out)).toBe(true);
  }, 60_000);

  it("ends with its exit code", () => {
    const codes = [["presets"], ["read", RICH], ["read", file("fehlt.xlsx")]].map(
      (args) => program(...args).status,
    );
    expect(codes).toEqual([0, 1, 2]);
  }, 60_000);
});
