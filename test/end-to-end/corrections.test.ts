import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readStoredPart } from "../../src/sheets/stored-part";
import { openPackage } from "../../src/workbook/package";
import { SAMPLE } from "./planned";
import { folderForTests, run } from "./session";

const { file } = folderForTests();

const BUDGET = [
  "Produkt;Konto;Bezeichnung;Ansatz Vorjahr;Ansatz;Merkmal",
  "01.02.02;529100;Aufwendungen für Datenverarbeitung;10;20;30",
  "01.02.02;543100;Aufwendungen für Bürobedarf;1;2;3",
  "01.02.02;529900;Aufwendungen der Probe;100;200;300",
].join("\n");

const CORRECTIONS = {
  version: 1,
  sheets: [
    {
      sheet: "haushalt",
      budgetYear: 2024,
      unit: "TEUR",
      columns: [{ column: "F", means: "amount", year: 2025, kind: "planung" }],
      leaveOut: [4],
    },
  ],
};

interface ReadSheet {
  readonly status: string;
  readonly unit: string;
  readonly totals: readonly { readonly year: number; readonly expense: number }[];
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  readonly proposal: readonly { readonly column: string; readonly means: string }[];
}

async function readSheets(...args: readonly string[]): Promise<readonly ReadSheet[]> {
  const { out } = await run("read", ...args, "--json");
  return (JSON.parse(out) as { readonly sheets: readonly ReadSheet[] }).sheets;
}

const expenses = (sheet: ReadSheet | undefined): unknown =>
  sheet?.totals.map(({ year, expense }) => [year, expense]);

describe("koop with corrections", () => {
  const corrected = [
    [2023, 11_000],
    [2024, 22_000],
    [2025, 33_000],
  ];

  beforeAll(() => {
    writeFileSync(file("haushalt.csv"), BUDGET);
    writeFileSync(file("korrektur.json"), JSON.stringify(CORRECTIONS));
  });

  it("reads a budget as the user says it is", async () => {
    const [asked] = await readSheets(file("haushalt.csv"));
    expect(asked?.status).toBe("question");
    expect(asked?.proposal).toContainEqual(
      expect.objectContaining({ column: "F", means: "key", confidence: "likely" }),
    );
    const [sheet] = await readSheets(file("haushalt.csv"), "--corrections", file("korrektur.json"));
    expect(sheet?.unit).toBe("TEUR");
    expect(expenses(sheet)).toEqual(corrected);
  });

  it("remembers them in the workbook it writes, and on writing again", async () => {
    const [first, second] = [file("erste.xlsx"), file("zweite.xlsx")];
    const written = await run(
      ...["write", file("haushalt.csv"), "--corrections", file("korrektur.json")],
      ...["--preset", "status-quo", "--preset", "invoiced-19", "-o", first],
    );
    expect(written.code).not.toBe(2);
    const again = await run("write", first, "-o", second);
    expect(again.code).not.toBe(2);
    for (const workbook of [first, second]) {
      const [sheet] = await readSheets(workbook);
      expect(expenses(sheet)).toEqual(corrected);
      expect(sheet?.findings.find(({ code }) => code === "correction-recalled")?.message).toBe(
        "Ihre Korrekturen sind angewendet: Haushaltsjahr 2024; Einheit T€; Spalte F: Betrag, Planung 2025; ohne Zeile 4.",
      );
    }
    const bytes = new Uint8Array(readFileSync(second));
    const stored = readStoredPart(await openPackage(bytes).storedPart());
    expect(stored?.corrections?.map(({ correction }) => correction.sheet)).toEqual(["haushalt"]);
  });

  it("remembers the budget year of the command line beside what was corrected", async () => {
    const rest = { sheet: "haushalt", unit: "TEUR", columns: [{ column: "F", means: "ignore" }] };
    writeFileSync(file("ohne-jahr.json"), JSON.stringify({ version: 1, sheets: [rest] }));
    const [first, second] = [file("jahr.xlsx"), file("jahr-2.xlsx")];
    const presets = ["--preset", "status-quo", "--preset", "invoiced-19"];
    const corrected = ["--corrections", file("ohne-jahr.json"), "--year", "2024"];
    await run("write", file("haushalt.csv"), ...corrected, ...presets, "-o", first);
    await run("write", first, "-o", second);
    for (const workbook of [first, second]) {
      const [sheet] = await readSheets(workbook);
      expect(sheet?.findings.find(({ code }) => code === "correction-recalled")?.message).toBe(
        "Ihre Korrekturen sind angewendet: Haushaltsjahr 2024; Einheit T€; Spalte F: nicht gelesen.",
      );
      expect(expenses(sheet)).toEqual([
        [2023, 111_000],
        [2024, 222_000],
      ]);
    }
    // Another year on the command line takes the place of the remembered one, the rest stays.
    const third = file("jahr-3.xlsx");
    await run("write", second, "--year", "2026", "-o", third);
    const [sheet] = await readSheets(third);
    expect(expenses(sheet)).toEqual([
      [2025, 111_000],
      [2026, 222_000],
    ]);
  });

  it("forgets them when they are taken back", async () => {
    const none = file("ohne.json");
    writeFileSync(none, JSON.stringify({ version: 1, sheets: [{ sheet: "haushalt" }] }));
    const [sheet] = await readSheets(file("erste.xlsx"), "--corrections", none);
    expect(sheet?.status).toBe("question");
  });

  it.each([
    ["of a sheet that is not there", [SAMPLE], "„haushalt“. Gelesen werden: Deckblatt, Haushalt"],
    ["for several files", [SAMPLE, SAMPLE], "--corrections gehört zu einer Datei"],
  ])("refuses corrections %s", async (_, files, words) => {
    const ended = await run("read", ...files, "--corrections", file("korrektur.json"));
    expect(ended.code).toBe(2);
    expect(ended.messages).toContain(words);
  });

  it("refuses a wrong file with the path of the field, and writes nothing", async () => {
    const wrong = file("falsch.json");
    writeFileSync(wrong, JSON.stringify({ version: 1, sheets: [{ sheet: "A", unit: "T€" }] }));
    const out = file("nichts.xlsx");
    const ended = await run("write", file("haushalt.csv"), "--corrections", wrong, "-o", out);
    expect(ended.code).toBe(2);
    expect(ended.messages).toContain('sheets[0].unit: eine der Angaben "EUR", "TEUR", "MEUR"');
    expect(existsSync(out)).toBe(false);
  });
});
