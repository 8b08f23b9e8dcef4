import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Grid } from "../../src/budget/grid";
import { reviewReturned } from "../../src/analysis/returned-workbook";
import { koop } from "../../src/cli/koop";
import { dateOf } from "../../src/law/calendar";
import { openPackage } from "../../src/workbook/package";

const SAMPLE = path.resolve(__dirname, "../../assets/beispielhaushalt.xlsx");
const TODAY = dateOf(2026, 11, 22);
const folder = mkdtempSync(path.join(tmpdir(), "koop-check-"));
const written = path.join(folder, "written.xlsx");

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const messages: string[] = [];
  const code = await koop(
    args,
    { out: (text) => out.push(text), message: (text) => messages.push(text) },
    TODAY,
  );
  return { code, out: out.join("\n"), messages: messages.join("\n") };
}

beforeAll(async () => {
  await run("write", SAMPLE, "-o", written);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Our sheets of the written workbook, one cell of an input replaced. */
async function grids(change?: { id: string; column: number; value: number | null }) {
  const workbook = openPackage(new Uint8Array(readFileSync(written)));
  const [assumptions, checks] = await workbook.read(["KR Annahmen", "KR Prüfung"]);
  if (assumptions === undefined || checks === undefined) throw new Error("sheets are missing");
  const rows = assumptions.rows.map((row) => {
    if (change === undefined || row[0] !== change.id) return row;
    return row.map((content, column) => (column === change.column ? change.value : content));
  });
  return new Map<string, Grid>([
    ["assumptions", { ...assumptions, rows }],
    ["checks", checks],
  ]);
}

describe("koop check", () => {
  it("passes a workbook as it was written", async () => {
    const { code, out } = await run("check", written);
    expect(code).toBe(0);
    expect(out).toContain("bestanden: Alle Prüfungen");
    expect(out).not.toContain("geändert:");
  });

  it("prints one JSON document", async () => {
    const { out } = await run("check", written, "--json");
    const document: unknown = JSON.parse(out);
    expect(document).toMatchObject({ file: written, changed: [], findings: [] });
  });

  it("refuses a workbook without our sheets, in words", async () => {
    const { code, messages } = await run("check", SAMPLE);
    expect(code).toBe(2);
    expect(messages).toContain("keine Blätter des Kooperationsrechners");
  });

  it("names the input that was changed, with both values", async () => {
    const { changed } = reviewReturned(
      await grids({ id: "services_schul-it.unit-price", column: 4, value: 95_000 }),
    );
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ written: 94_000, now: 95_000 });
    expect(changed[0]?.label).toContain("Schul-IT");
    expect(changed[0]?.cell).toMatch(/^'KR Annahmen'!E\d+$/);
  });

  it("tells an emptied input from a zero", async () => {
    const emptied = await grids({ id: "discount-rate", column: 4, value: null });
    const zeroed = await grids({ id: "discount-rate", column: 4, value: 0 });
    expect(reviewReturned(emptied).changed[0]?.now).toBeNull();
    expect(reviewReturned(zeroed).changed[0]?.now).toBe(0);
  });

  it("says so when the results of the checks are missing", () => {
    expect(reviewReturned(new Map()).findings[0]?.code).toBe("not-calculated");
  });

  it("finds cells with errors", async () => {
    const own = await grids();
    const checks = own.get("checks");
    if (checks === undefined) throw new Error("no checks");
    const broken = {
      ...checks,
      rows: [...checks.rows, [null, null, { kind: "error", text: "#REF!" } as const]],
    };
    const { findings } = reviewReturned(new Map([...own, ["checks", broken] as const]));
    expect(findings.map(({ code }) => code)).toEqual(["error-value"]);
  });

  it("is not misled by a text file", async () => {
    const text = path.join(folder, "text.xlsx");
    writeFileSync(text, "kein Excel");
    expect((await run("check", text)).code).toBe(2);
  });
});
