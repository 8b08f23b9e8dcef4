import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { cellAddress } from "../../src/address";
import { readCsv } from "../../src/budget/csv";
import { fillWorkbook } from "../host/fill-workbook";
import { Host } from "../host/host";
import { startPages } from "./browser";
import { type ExcelOptions, openPaneInExcel } from "./excel-host";
import { isReflowed } from "./reflow";

jest.setTimeout(180_000);

const pages = startPages();

/** A made-up budget as it comes out of a finance program; its years are named in relation to one. */
const RELATIVE = [
  "Produkt;Konto;Bezeichnung;Ertrag/Aufwand;Ergebnis Vorvorjahr;Ansatz Vorjahr;Ansatz Haushaltsjahr",
  "01.02.01;501200;Entgelte;Aufwand;90;95;100",
  "01.02.01;542900;Lizenzen;Aufwand;40;45;50",
  "01.02.01;448500;Erstattungen;Ertrag;10;10;10",
].join("\n");

function excelWith(text: string): Host {
  const host = new Host({ excelApi: "1.14", locale: "de-DE" });
  fillWorkbook(host.workbook, [readCsv(new TextEncoder().encode(text), "haushalt.csv").grid]);
  return host;
}

async function openPane(options: ExcelOptions & { readonly width?: number } = {}) {
  const opened = await openPaneInExcel(pages, {
    ...options,
    prepare: (page) => page.setViewportSize({ width: options.width ?? 320, height: 760 }),
  });
  const selection = (): string | undefined => {
    const { selection: selected, sheets } = opened.host.workbook;
    if (selected === undefined) return undefined;
    const sheet = sheets.find(({ id }) => id === selected.sheet);
    return `${sheet?.name ?? "?"} ${cellAddress(selected.area.firstRow, selected.area.firstColumn)}`;
  };
  return { ...opened, selection };
}

async function openAssignment(options: Parameters<typeof openPane>[0] = {}) {
  const opened = await openPane(options);
  await opened.page.getByRole("button", { name: "Weiter zur Zuordnung" }).click();
  await opened.page.getByRole("listbox", { name: "Haushaltszeilen" }).waitFor();
  return opened;
}

/** Violations of the rules of WCAG that a program can find; Fluent's focus sentinels are its own. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .exclude("[data-tabster-dummy]")
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("the budget step", () => {
  it("says in an empty workbook what to do, and takes the sample at one click", async () => {
    const host = new Host({ excelApi: "1.14", locale: "de-DE" });
    fillWorkbook(host.workbook, [readCsv(new TextEncoder().encode("\n"), "Tabelle1.csv").grid]);
    const { page, errors } = await openPane({ host });
    await page.getByText("In dieser Arbeitsmappe ist kein Haushalt zu erkennen.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Beispielhaushalt einfügen" }).click();
    const card = page.getByRole("region", { name: "Haushalt", exact: true });
    await card.getByRole("row", { name: "Ansatz 2023 828.700,00 5.644.900,00" }).waitFor();
    expect(errors).toEqual([]);
  });

  it("asks for the budget year and reads with the answer", async () => {
    const { page } = await openPane({ host: excelWith(RELATIVE) });
    await page.getByText(/^Für welches Haushaltsjahr gilt das Blatt/).waitFor();
    await page.getByLabel("Haushaltsjahr", { exact: true }).fill("26");
    await page.keyboard.press("Enter");
    await page.getByText("Bitte ein Jahr von 1900 bis 2099 angeben").waitFor();
    await page.getByLabel("Haushaltsjahr", { exact: true }).fill("2026");
    await page.keyboard.press("Enter");
    await page.getByRole("row", { name: "Ansatz 2026 10 150" }).waitFor();
    await page.getByRole("row", { name: "Ergebnis 2024 10 130" }).waitFor();
  });

  it("shows columns and cells in the workbook, by mouse and by keyboard", async () => {
    const { page, selection } = await openPane();
    await page.getByRole("button", { name: "„Haushalt“ prüfen und korrigieren" }).click();
    await page.getByRole("button", { name: "Spalte F zeigen" }).click();
    await waitUntil(() => selection() === "Haushalt F1");
    const grid = page.getByRole("grid", { name: "Vorschau von „Haushalt“" });
    await grid.locator("td[tabindex='0']").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await waitUntil(() => selection() === "Haushalt B7");
  });

  it("leaves a row out on the user's word, says so, and takes it back", async () => {
    const { page } = await openPane();
    const card = page.getByRole("region", { name: "Haushalt", exact: true });
    const expense = (sum: string) =>
      card.getByRole("row", { name: `Ansatz 2023 828.700,00 ${sum}` });
    await page.getByRole("button", { name: "„Haushalt“ prüfen und korrigieren" }).click();
    await card.getByLabel("Zeilen, die nicht zählen").fill("7, 9");
    await card.getByRole("button", { name: "Übernehmen und neu einlesen" }).click();
    await expense("5.498.600,00").waitFor();
    await card.getByText("Die Angaben sind in der Arbeitsmappe gespeichert").waitFor();
    await card.getByRole("button", { name: "Zurücknehmen: ohne Zeile 7" }).click();
    await card.getByRole("button", { name: "Zurücknehmen: ohne Zeile 9" }).click();
    await expense("5.644.900,00").waitFor();
  });

  it("sets a sheet aside and takes it in again", async () => {
    const { page } = await openPane();
    await page.getByRole("button", { name: "„Schul-IT (T€)“ ist kein Haushalt" }).click();
    await page.getByText("2 weitere Blätter, die nicht zählen").click();
    await page.getByRole("button", { name: "„Schul-IT (T€)“ doch als Haushalt lesen" }).click();
    await page.getByRole("region", { name: "Schul-IT (T€)", exact: true }).waitFor();
  });

  it("takes a column for what the user says", async () => {
    const { page } = await openPane();
    const card = page.getByRole("region", { name: "Haushalt", exact: true });
    await page.getByRole("button", { name: "„Haushalt“ prüfen und korrigieren" }).click();
    await card.getByRole("button", { name: "Spalte J ändern" }).click();
    await card.getByLabel("Inhalt der Spalte J").selectOption({ label: "nicht gelesen" });
    await card.getByRole("button", { name: "Übernehmen und neu einlesen" }).first().click();
    await card.getByText("Spalte J: nicht gelesen").waitFor();
    await card.getByRole("row", { name: /^Planung 2026/ }).waitFor({ state: "detached" });
    await card.getByRole("row", { name: /^Planung 2025/ }).waitFor();
  });

  for (const width of [320, 600]) {
    it(`has no barrier that a program finds and fits ${width} pixels`, async () => {
      const { page } = await openPane({ width });
      await page.getByRole("button", { name: "„Haushalt“ prüfen und korrigieren" }).click();
      await page.getByRole("button", { name: "Spalte F ändern" }).click();
      await page.getByRole("grid").waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await isReflowed(page)).toBe(true);
      await page.emulateMedia({ forcedColors: "active" });
      expect(await violations(page)).toEqual([]);
    });
  }
});

describe("the assignment step", () => {
  it("without a model begins the standard comparison with the first assignment", async () => {
    const { page, errors } = await openAssignment();
    await page.getByText("den gibt es noch nicht").waitFor();
    await page.getByLabel("Suchen in Produkt, Konto, Bezeichnung").fill("stellenausschreibungen");
    await page.getByRole("option", { name: /Stellenausschreibungen/ }).click();
    await page.getByText("1 ausgewählt: 30.000 € im Jahr 2023").waitFor();
    await page.getByRole("button", { name: "veranschlagt", exact: true }).click();
    await page.getByText("1 Zeile hat jetzt die Rolle „veranschlagt“.").waitFor();
    await page.getByRole("row", { name: /^veranschlagt 4 / }).waitFor();
    await page.getByRole("tab", { name: "Regeln (6)" }).click();
    await page.getByText("Produkt 01.03.01, Konto 541100").waitFor();
    expect(errors).toEqual([]);
  });

  it("by keyboard alone selects, ends lines, undoes", async () => {
    const { page, selection } = await openAssignment();
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("row", { name: /^bleibt 24 / }).waitFor();
    await page.getByLabel("Suchen in Produkt, Konto, Bezeichnung").focus();
    await page.keyboard.type("lizenzen");
    await page.getByText("5 von 58 Zeilen").waitFor();
    await page.getByRole("listbox").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await waitUntil(() => selection() === "Haushalt A27");
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByText("2 ausgewählt: 475.500 €").waitFor();
    await page.getByRole("button", { name: "entfällt …" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Letzter bezahlter Monat").focus();
    await page.keyboard.type("06/2024");
    await page.keyboard.press("Enter");
    await page.getByText("2 Zeilen haben jetzt die Rolle „entfällt nach 06/2024“.").waitFor();
    await page.getByRole("row", { name: /^entfällt 2 / }).waitFor();
    await page
      .getByRole("button", { name: /^Rückgängig/ })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("row", { name: /^entfällt 0 / }).waitFor();
  });

  it("assigns for one scenario only, and says where others differ", async () => {
    const { page } = await openAssignment();
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
    await page.getByLabel("Gilt für").selectOption({ index: 2 });
    await page.getByLabel("Suchen in Produkt, Konto, Bezeichnung").fill("rechnungsworkflow");
    await page.getByRole("listbox").getByRole("option").first().click();
    await page.getByRole("button", { name: "veranschlagt", exact: true }).click();
    await page.getByText("1 Zeile hat jetzt die Rolle „veranschlagt“.").waitFor();
    await page.getByRole("listbox").getByRole("option").first().click();
    await page.getByLabel("Gilt für").selectOption({ label: "alle Szenarien" });
    await page.getByLabel("Suchen in Produkt, Konto, Bezeichnung").fill("rechnungsworkflow");
    await page.getByText("bleibt (in 1 Szenario anders)").waitFor();
  });

  it("orders, edits and deletes rules, each with what it takes in", async () => {
    const { page } = await openAssignment();
    await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
    await page.getByRole("tab", { name: "Zeilen (58)" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("tab", { name: "Regeln (5)", selected: true }).waitFor();
    await page.getByText("15 Zeilen, 2.029.700 € im Jahr 2023").waitFor();
    await page.getByRole("button", { name: "Nach oben: Produkt 01.02.01, alle Konten" }).click();
    await page.getByRole("button", { name: "Nach oben: Produkt 01.02.01, alle Konten" }).click();
    await page.getByText("17 Zeilen, 2.241.700 € im Jahr 2023").waitFor();
    await page.getByText(/nimmt in diesem Haushalt nichts; 2 passende Zeilen/).waitFor();
    await page.getByRole("button", { name: "Bearbeiten: Produkt 01.02.01, alle Konten" }).click();
    await page.getByLabel("Konto", { exact: true }).fill("5*");
    await page.getByText("Nimmt 16 Zeilen, ").waitFor();
    await page.getByRole("button", { name: "Übernehmen", exact: true }).click();
    await page.getByRole("button", { name: "Löschen: Produkt 01.02.01, Konto 5*" }).click();
    await page.getByRole("tab", { name: "Regeln (4)" }).waitFor();
  });

  it("suggests lines with the reason and takes all that are safe", async () => {
    const { page } = await openAssignment();
    await page.getByRole("tab", { name: "Vorschläge (16)" }).click();
    await page.getByText(/^„Lizenzen“, „Software“ in der Bezeichnung/).waitFor();
    await page.getByRole("button", { name: /^Alle sicheren Vorschläge übernehmen/ }).click();
    await page.getByRole("tab", { name: /^Regeln \([1-9]/ }).waitFor();
    // Each role is named with its own lines.
    const outcome = await page.getByText(/jetzt die Rolle/).allTextContents();
    expect(outcome.map((text) => text.replace(/^\d+ /, "")).sort()).toEqual([
      "Zeilen haben jetzt die Rolle „bleibt“.",
      "Zeilen haben jetzt die Rolle „veranschlagt“.",
    ]);
  });

  for (const [width, theme] of [
    [320, "light"],
    [600, "dark"],
  ] as const) {
    it(`has no barrier that a program finds and fits ${width} pixels, ${theme}`, async () => {
      const { page } = await openAssignment({ width, theme });
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Mit dem Standardvergleich beginnen" }).click();
      await page.getByText("Eingrenzen").click();
      await page.getByRole("listbox").getByRole("option").first().click();
      await page.getByRole("button", { name: "entfällt …" }).click();
      expect(await violations(page)).toEqual([]);
      expect(await isReflowed(page)).toBe(true);
      await page.getByRole("tab", { name: /^Regeln/ }).click();
      await page
        .getByRole("button", { name: /^Bearbeiten/ })
        .first()
        .click();
      expect(await violations(page)).toEqual([]);
      expect(await isReflowed(page)).toBe(true);
      await page.emulateMedia({ forcedColors: "active", colorScheme: theme });
      expect(await violations(page)).toEqual([]);
    });
  }

  it("speaks English where Excel does", async () => {
    const { page } = await openPane({ language: "en-US" });
    await page.getByRole("button", { name: "Go on to the assignment" }).click();
    await page.getByRole("tab", { name: "Suggestions (16)" }).waitFor();
    await page.getByRole("button", { name: "budgeted", exact: true }).waitFor();
  });
});

/** Waits for something that happens outside the page. */
async function waitUntil(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(holds()).toBe(true);
}
