import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readCsv, refuseForeignFormat } from "../../src/budget/csv";
import type { Grid } from "../../src/budget/grid";
import type { BudgetSheet, SheetReading } from "../../src/budget/line";
import { readNumberText } from "../../src/budget/numbers";
import { readBudget } from "../../src/budget/read";
import { openPackage } from "../../src/workbook/package";
import { cellsOf, sums, understood } from "./grids";

jest.setTimeout(60_000);

const shared = path.resolve(__dirname, "../../../shared/budgets");
const onShared = existsSync(shared) ? describe : (): undefined => undefined;

interface ControlTotals {
  readonly column_sums?: Readonly<Record<string, { readonly n: number; readonly sum: number }>>;
  readonly sums?: Readonly<Record<string, { readonly n: number; readonly sum: number }>>;
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(shared, file)));
}

function control(file: string): ControlTotals {
  const all = JSON.parse(readFileSync(path.join(shared, "control_totals.json"), "utf8")) as Record<
    string,
    ControlTotals
  >;
  return all[file] ?? {};
}

async function gridsOf(file: string): Promise<readonly Grid[]> {
  if (file.endsWith(".csv")) return [readCsv(bytesOf(file), file).grid];
  const workbook = openPackage(bytesOf(file));
  return workbook.read((await workbook.sheets()).map(({ name }) => name));
}

async function readFileOf(file: string, budgetYear?: number): Promise<readonly SheetReading[]> {
  const answers = budgetYear === undefined ? {} : { budgetYear };
  return readBudget(await gridsOf(file), answers, { fileName: file });
}

async function only(file: string, budgetYear?: number): Promise<BudgetSheet> {
  const [reading] = await readFileOf(file, budgetYear);
  if (reading === undefined) throw new Error("no reading");
  return understood(reading);
}

/** What the column prints on lines alone, as the control sums count it. */
function printedSum(sheet: BudgetSheet, column: number): number {
  let sum = 0;
  for (const line of sheet.lines)
    for (const { value, factor, cell } of line.amounts)
      if (cell.column === column) sum += value / factor;
  return sum;
}

/** What the column prints on rows that do not count. */
function uncountedSum(sheet: BudgetSheet, grid: Grid | undefined, column: number): number {
  let sum = 0;
  for (const { row } of sheet.layout?.uncounted ?? []) {
    const content = grid?.rows[row]?.[column];
    const number = typeof content === "string" ? readNumberText(content) : content;
    if (typeof number === "number") sum += number;
    else if (typeof content === "string" && typeof number === "object" && number !== null)
      sum += ("german" in number ? number.german : undefined) ?? 0;
  }
  return sum;
}

onShared("budgets nobody here wrote", () => {
  it.each([
    "brandenburg_2017_18_multisheet.xlsx",
    "freiburg_2017_18_produkte.csv",
    "moers_2017_kontengruppen.csv",
    "niedersachsen_2017_18_land.csv",
    "koeln_2012_gesamtergebnisplan.csv",
    "koeln_2012_teilergebnisplan.csv",
    "wuppertal_2012_gesamtergebnisplan.csv",
  ])("%s: the columns print the control sums, lines and sums together", async (file) => {
    const grids = await gridsOf(file);
    const [reading] = readBudget(grids, {}, { fileName: file });
    if (reading === undefined) throw new Error("no reading");
    const sheet = understood(reading);
    let compared = 0;
    for (const [name, { sum }] of Object.entries(control(file).column_sums ?? {})) {
      const column = Number(name.split(":")[0]);
      if (!sheet.columns.some((known) => known.column === column)) continue;
      const all = printedSum(sheet, column) + uncountedSum(sheet, grids[0], column);
      expect(all).toBeCloseTo(sum, 2);
      compared += 1;
    }
    expect(compared).toBe(sheet.columns.length);
  });

  it.each([
    [
      "ahaus_2018_produktgruppen.csv",
      /Erträge/,
      { Ergebnis: "ergebnis", Ansatz: "ansatz", Planung: "planung" },
    ],
    ["krefeld_2019_havis.csv", /Einnahme/, { IST: "ergebnis", PLAN: "ansatz" }],
    ["gilching_2015_18_kameral.csv", /Einnahmen/, { Rechnung: "ergebnis", Ansatz: "ansatz" }],
    ["roetgen_2017_18_konten.csv", /Einnahmen/, {}],
    ["kreisoffenbach_2013.csv", /\| E$/, {}],
    [
      "hamburg_2019_plan_ist.csv",
      /Erlöse/,
      { "Fortgeschriebener Plan": "fortgeschrieben", Plan: "ansatz", Ist: "ergebnis" },
    ],
  ])(
    "%s: revenue and expense by year and kind are the control sums",
    async (file, revenue, kinds) => {
      const sheet = await only(file);
      const expected: Record<string, [number, number, number]> = {};
      for (const [name, { sum }] of Object.entries(control(file).sums ?? {})) {
        const parts = name.split(" | ");
        const kind = Object.entries(kinds).find(([word]) => parts.includes(word))?.[1] ?? "ansatz";
        const total = (expected[`${parts[0] ?? ""} ${kind}`] ??= [0, 0, 0]);
        total[revenue.test(name) ? 0 : 1] += sum;
      }
      const read = sums(sheet);
      expect(Object.keys(read).sort()).toEqual(Object.keys(expected).sort());
      for (const [key, [income, expense]] of Object.entries(expected)) {
        expect(read[key]?.[0]).toBeCloseTo(income, 2);
        expect(read[key]?.[1]).toBeCloseTo(expense, 2);
      }
    },
  );

  it("kiel, merzenich and griesheim give their control sums", async () => {
    expect(sums(await only("kiel_2017_sachkonten.csv"))).toEqual({
      "2017 ansatz": [1_019_885_500, 1_037_188_900, 0],
    });
    expect(sums(await only("merzenich_2015_konten.csv"))).toEqual({
      "2015 ansatz": [19_060_655, 20_314_949.82, 0],
    });
    expect(sums(await only("griesheim_2008_ein_aus_spalten.csv"))).toEqual({
      "2008 ansatz": [37_736_505, 39_242_466, 0],
    });
  });

  it("brandenburg is counted once", async () => {
    const readings = await readFileOf("brandenburg_2017_18_multisheet.xlsx");
    expect(readings.map(({ status }) => status)).toEqual([
      "budget",
      ...Array<string>(14).fill("ignored"),
    ]);
    const [whole] = readings;
    if (whole === undefined) throw new Error("no reading");
    expect(sums(understood(whole))["2017 ansatz"]).toEqual([11_448_679_900, 11_448_679_900, 0]);
  });

  it("freiburg shows the one row whose balance does not match", async () => {
    const sheet = await only("freiburg_2017_18_produkte.csv");
    expect(cellsOf(sheet, "balance-mismatch")).toEqual(["'freiburg_2017_18_produkte'!U64"]);
  });

  it("moers keeps revenue and expense apart by account class", async () => {
    const total = sums(await only("moers_2017_kontengruppen.csv"))["2017 ansatz"];
    expect((total?.[1] ?? 0) - (total?.[0] ?? 0)).toBeCloseTo(775_222.78, 2);
    expect(total?.[2]).toBe(0);
  });

  it("wuppertal's cash plan asks for the years it does not give and takes the answer", async () => {
    const file = "wuppertal_2012_gesamtfinanzplan.csv";
    const [reading] = await readFileOf(file);
    expect(reading?.status).toBe("question");
    const sheet = await only(file, 2012);
    expect(sheet.columns.map(({ year }) => year)).toEqual([
      2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016,
    ]);
    // Balance of the whole plan, printed as row 36: expense less revenue.
    const [revenue, expense] = sums(sheet)["2012 planung"] ?? [0, 0];
    expect(expense - revenue).toBeCloseTo(137_591_621, 2);
  });

  it("muenster's plan balances as printed", async () => {
    const [revenue, expense] = sums(await only("muenster_2026_pg0115_teilergebnisplan.csv"))[
      "2024 ergebnis"
    ] ?? [0, 0];
    expect(revenue - expense).toBeCloseTo(1_167_877.04, 2);
  });

  it("forms, lists and old formats are refused or ignored in words", async () => {
    const forms = await readFileOf("bw_vwv_muster_leer.xlsx");
    expect([...new Set(forms.map(({ status }) => status))].sort()).toEqual(["ignored", "refused"]);
    const [list] = await readFileOf("krefeld_2017_merged.xlsx");
    expect(list?.status).toBe("ignored");
    expect(() => refuseForeignFormat(bytesOf("bremen_2016_17_anschlag.xls"), "bremen.xls")).toThrow(
      /\.xlsx/,
    );
  });
});
