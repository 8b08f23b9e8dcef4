import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { quoteSheet } from "../../src/address";
import type { CellContent } from "../../src/budget/grid";
import { openPackage } from "../../src/workbook/package";
import { auditPlan, describeAudit, faults } from "../judges/audit";
import { comparePlan, describeDifferences } from "../judges/compare";
import { parseReference } from "../judges/formula";
import { recalculatePlan } from "../judges/ironcalc";
import { foreignSheets, openBudgetFile, planPresets, SHARED } from "./planned";
import { folderForTests, run } from "./session";

jest.setTimeout(120_000);

const onShared = existsSync(SHARED) ? describe : (): undefined => undefined;

const BRANDENBURG = "brandenburg_2017_18_multisheet.xlsx";
const MOERS = "moers_2017_kontengruppen.csv";
const ROETGEN = "roetgen_2017_18_konten.csv";
const WUPPERTAL = "wuppertal_2012_gesamtergebnisplan.csv";

const budget = (name: string): string => path.join(SHARED, "budgets", name);

interface Total {
  readonly year: number;
  readonly kind: string;
  readonly revenue: number;
  readonly expense: number;
  readonly undirected: number;
}

interface ReadSheet {
  readonly name: string;
  readonly status: string;
  readonly totals: readonly Total[];
}

interface Control {
  readonly column_sums?: Readonly<Record<string, { readonly sum: number }>>;
  readonly sums?: Readonly<Record<string, { readonly sum: number }>>;
}

function control(name: string): Control {
  const all = JSON.parse(readFileSync(budget("control_totals.json"), "utf8")) as Readonly<
    Record<string, Control>
  >;
  return all[name] ?? {};
}

/** A cell as text, without the blanks that stand around labels. */
function shown(content: CellContent | undefined): string {
  return typeof content === "string" ? content.trim() : JSON.stringify(content ?? null);
}

const known = new Map<string, Promise<readonly ReadSheet[]>>();

/** The sheets of a file that count, as `koop read --json` prints them. */
async function countedSheets(name: string): Promise<readonly ReadSheet[]> {
  const { out } = await run("read", budget(name), "--json");
  const { sheets } = JSON.parse(out) as { readonly sheets: readonly ReadSheet[] };
  return sheets.filter(({ status }) => status === "budget");
}

function readSheets(name: string): Promise<readonly ReadSheet[]> {
  const sheets = known.get(name) ?? countedSheets(name);
  known.set(name, sheets);
  return sheets;
}

async function totalOf(name: string, year: number, kind = "ansatz"): Promise<Total> {
  const sheets = await readSheets(name);
  expect(sheets).toHaveLength(1);
  const found = sheets[0]?.totals.filter((total) => total.year === year && total.kind === kind);
  const [total] = found ?? [];
  if (total === undefined || found?.length !== 1) throw new Error(`no total of ${String(year)}`);
  return total;
}

const { file } = folderForTests();

onShared("koop write on budgets that nobody here wrote", () => {
  it.each([
    [BRANDENBURG, "GP", 2017],
    [MOERS, "moers_2017_kontengruppen", 2017],
  ])(
    "%s: links live to the budget's own cells, and says where its years come from",
    async (name, sheet, year) => {
      const out = file(`${name}.xlsx`);
      const { code, messages } = await run("write", budget(name), "-o", out);
      expect(code).toBe(0);
      expect(messages).toContain(`beginnt deshalb ${String(year)} statt 2022`);
      expect(messages).toContain("Bitte die Zuordnung prüfen.");
      const workbook = openPackage(new Uint8Array(readFileSync(out)));
      const [own, lines] = await workbook.read([sheet, "KR Zuordnung"]);
      if (own === undefined || lines === undefined) throw new Error("not written");
      const axis = lines.rows[3] ?? [];
      const column = axis.indexOf(year);
      const rows = lines.rows.flatMap(([id], row) =>
        typeof id === "string" && /^line-\d+$/.test(id) ? [row] : [],
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const formula = lines.formulaAt(row, column) ?? "";
        const [, link = "", factor = ""] =
          /('(?:[^']|'')+'![A-Z]+\d+)\*(\$E\$?\d+)/.exec(formula) ?? [];
        expect([row, parseReference(link).sheet]).toEqual([row, sheet]);
        const { first } = parseReference(link);
        const content = own.rows[first.row]?.[first.column] ?? 0;
        const sign = lines.rows[parseReference(factor).first.row]?.[4];
        expect(lines.rows[row]?.[column]).toBeCloseTo(Number(content) * Number(sign), 6);
        // The label beside the link is the label of the budget line it stands in.
        expect(own.rows[first.row]?.map(shown)).toContain(shown(lines.rows[row]?.[1]));
      }
    },
  );

  it.each([ROETGEN, WUPPERTAL])("%s: a workbook, or a question in words", async (name) => {
    const out = file(`${name}.xlsx`);
    const { code, messages } = await run("write", budget(name), "-o", out);
    expect([0, 1]).toContain(code);
    if (!existsSync(out)) {
      expect(code).toBe(1);
      expect(messages).toMatch(/\?/);
      return;
    }
    const { code: checked } = await run("check", out);
    expect([0, 1]).toContain(checked);
    expect(messages).toMatch(/Bitte die Zuordnung prüfen|bitte die Zeilen selbst zuordnen/);
  });

  it.each([BRANDENBURG, MOERS, ROETGEN, WUPPERTAL])(
    "%s: another engine calculates every formula cell alike",
    async (name) => {
      const opened = await openBudgetFile(budget(name));
      const { plan, checks, evaluation } = planPresets(opened);
      const formulas = plan.sheets.flatMap(({ cells }) =>
        cells.map(({ formula }) => formula ?? ""),
      );
      const linked = opened.grids.filter((grid) =>
        formulas.some((formula) => formula.includes(`${quoteSheet(grid.name)}!`)),
      );
      const values = recalculatePlan(plan, foreignSheets(linked));
      expect(describeDifferences(comparePlan(plan, values))).toBe("");
      const names = opened.grids.map((grid) => grid.name);
      expect(describeAudit(faults(auditPlan(plan, names)))).toBe("");
      const red = checks.checks.filter(({ row }) => evaluation.constant(row) !== 1);
      expect(red.map(({ id }) => id)).toEqual([]);
    },
  );
});

onShared("koop read gives the totals that other tools count", () => {
  it.each([
    [2016, "7:Ansatz 2016 in EUR"],
    [2017, "8:Ansatz 2017 in EUR"],
    [2018, "9:Ansatz 2018 in EUR"],
  ])("Brandenburg %i: revenue and expense together", async (year, column) => {
    const { revenue, expense, undirected } = await totalOf(BRANDENBURG, year);
    const sum = control(BRANDENBURG).column_sums?.[column]?.sum;
    expect(revenue + expense + undirected).toBeCloseTo(sum ?? NaN, 2);
  });

  it.each([
    [2015, "ergebnis", "8:Ist 2015"],
    [2016, "ergebnis", "9:Ist 2016"],
    [2016, "ansatz", "10:Plan 2016"],
    [2017, "ansatz", "11:Plan 2017"],
  ])("Moers %i %s: expense less revenue", async (year, kind, column) => {
    const { revenue, expense, undirected } = await totalOf(MOERS, year, kind);
    expect(undirected).toBe(0);
    expect(expense - revenue).toBeCloseTo(control(MOERS).column_sums?.[column]?.sum ?? NaN, 2);
  });

  it.each([2017, 2018])("Roetgen %i: revenue and expense", async (year) => {
    const { revenue, expense } = await totalOf(ROETGEN, year);
    const { sums } = control(ROETGEN);
    expect(expense).toBeCloseTo(sums?.[`${String(year)} | Ausgaben`]?.sum ?? NaN, 2);
    expect(revenue).toBeCloseTo(sums?.[`${String(year)} | Einnahmen`]?.sum ?? NaN, 2);
  });

  it("Kiel: expense is printed with a minus and counted as expense", async () => {
    const { revenue, expense } = await totalOf("kiel_2017_sachkonten.csv", 2017);
    const { sums } = control("kiel_2017_sachkonten.csv");
    expect(expense).toBeCloseTo(-(sums?.["Aufwand"]?.sum ?? NaN), 2);
    expect(revenue).toBeCloseTo(sums?.["Ertrag"]?.sum ?? NaN, 2);
  });
});
