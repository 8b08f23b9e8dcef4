import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readCsv, refuseForeignFormat } from "../../src/budget/csv";
import type { BudgetSheet, SheetReading } from "../../src/budget/line";
import { readBudget } from "../../src/budget/read";
import { RefusedError } from "../../src/finding";
import { openPackage } from "../../src/workbook/package";
import { KIND_NAMES, layoutTable } from "./layout-kinds";

const shared = path.resolve(__dirname, "../../../shared/budgets");
const target = path.resolve(__dirname, "../../docs/budget-layouts.md");
const MARK = "## Veröffentlichte Haushalte";

/** Published budgets by what kind of file they are; neither their figures nor their texts are kept here. */
const FILES: readonly (readonly [file: string, kind: string, compared: string])[] = [
  [
    "ahaus_2018_produktgruppen.csv",
    "Produktgruppen, Jahre untereinander, „Produktgruppe 01.01“ in einer Zelle",
    "gleich",
  ],
  [
    "brandenburg_2017_18_multisheet.xlsx",
    "Landeshaushalt, ein Gesamtblatt und 14 Blätter, die es wiederholen",
    "gleich; die 14 Blätter zählen nicht noch einmal",
  ],
  [
    "bremen_2016_17_anschlag.xls",
    "Landeshaushalt im alten Excel-Format",
    "als .xlsx gespeichert gleich",
  ],
  ["bw_vwv_muster_leer.xlsx", "amtliche Muster ohne Zahlen, 29 Blätter", "keine Beträge"],
  [
    "freiburg_2017_18_produkte.csv",
    "Produkte mit Ertrag, Aufwand und Saldo je Jahr",
    "gleich; ein Saldo der Vorlage weicht ab und wird genannt",
  ],
  [
    "gilching_2015_18_kameral.csv",
    "kameral, Jahre untereinander, Punkt als Dezimalzeichen",
    "gleich",
  ],
  ["griesheim_2008_ein_aus_spalten.csv", "Einnahmen und Ausgaben in eigenen Spalten", "gleich"],
  ["hamburg_2019_plan_ist.csv", "Plan, fortgeschriebener Plan und Ist untereinander", "gleich"],
  ["kiel_2017_sachkonten.csv", "Sachkonten, Jahr nur im Datum, Aufwand negativ", "gleich"],
  [
    "koeln_2012_gesamtergebnisplan.csv",
    "Gesamtergebnisplan mit Summenzeilen",
    "Kontrollsumme enthält die Summenzeilen; Zeilen und Summen zusammen gleich; in einer Summe fehlt das Minus",
  ],
  [
    "koeln_2012_teilergebnisplan.csv",
    "Teilergebnispläne mit Summenzeilen in einem Blatt",
    "Kontrollsumme enthält die Summenzeilen; Zeilen und Summen zusammen gleich",
  ],
  ["krefeld_2017_merged.xlsx", "Maßnahmenliste mit verbundenen Zellen", "kein Haushalt"],
  ["krefeld_2019_havis.csv", "englische Überschriften, Konten unter Kontengruppen", "gleich"],
  ["kreisoffenbach_2013.csv", "Positionen, Jahre untereinander, viele gleiche Zeilen", "gleich"],
  ["merzenich_2015_konten.csv", "Konten eines Jahres mit führenden Nullen", "gleich"],
  [
    "moers_2017_kontengruppen.csv",
    "Kontengruppen und Konten gemischt, Ertrag negativ",
    "gleich (Aufwand minus Ertrag)",
  ],
  [
    "muenster_2026_pg0115_teilergebnisplan.csv",
    "Teilergebnisplan, zwei Kopfzeilen, Minus hinten",
    "ohne Kontrollsumme; gedrucktes Ergebnis erreicht",
  ],
  [
    "niedersachsen_2017_18_land.csv",
    "Landeshaushalt, Umbrüche mitten im Text",
    "gleich; Einnahmen gleich Ausgaben",
  ],
  [
    "roetgen_2017_18_konten.csv",
    "Konten, Jahre untereinander, Nullen verloren",
    "gleich; Nullen über den Produktbereich belegt",
  ],
  [
    "wuppertal_2012_gesamtergebnisplan.csv",
    "Gesamtergebnisplan, EUR in jeder Zelle, Ertrag negativ",
    "Kontrollsumme enthält die Summenzeilen; Zeilen und Summen zusammen gleich",
  ],
  [
    "wuppertal_2012_gesamtfinanzplan.csv",
    "Finanzplan mit leeren Platzhaltern statt Jahren",
    "nach der Antwort: Zeilen ergeben den gedruckten Saldo",
  ],
];

async function readingsOf(file: string): Promise<readonly SheetReading[] | string> {
  const bytes = new Uint8Array(readFileSync(path.join(shared, file)));
  try {
    if (file.endsWith(".csv"))
      return readBudget([readCsv(bytes, file).grid], {}, { fileName: file });
    if (file.endsWith(".xls")) refuseForeignFormat(bytes, "Die Datei");
    const workbook = openPackage(bytes);
    const names = (await workbook.sheets()).map(({ name }) => name);
    return readBudget(await workbook.read(names), {}, { fileName: file });
  } catch (problem) {
    if (problem instanceof RefusedError)
      return "abgelehnt: altes Format, bitte als .xlsx speichern";
    throw problem;
  }
}

function summary(readings: readonly SheetReading[] | string): string {
  if (typeof readings === "string") return readings;
  const words = {
    budget: "gelesen",
    question: "gefragt",
    ignored: "unbeachtet",
    refused: "abgelehnt",
  };
  const counts = new Map<string, number>();
  for (const { status } of readings)
    counts.set(words[status], (counts.get(words[status]) ?? 0) + 1);
  const sheets = [...counts].map(([word, count]) =>
    readings.length === 1 ? word : `${count} ${word}`,
  );
  const budgets = readings.filter((reading): reading is BudgetSheet => reading.status === "budget");
  const slots = budgets.flatMap(({ totals }) =>
    totals.map(({ year, kind }) => `${KIND_NAMES[kind]} ${year}`),
  );
  const lines = budgets.reduce((sum, sheet) => sum + sheet.lines.length, 0);
  return slots.length === 0
    ? sheets.join(", ")
    : `${sheets.join(", ")}: ${lines} Zeilen; ${[...new Set(slots)].join(", ")}`;
}

async function publishedTable(): Promise<string> {
  const lines = ["| Datei | Ergebnis | Vergleich mit Kontrollsummen |", "| --- | --- | --- |"];
  for (const [file, kind, compared] of FILES) {
    lines.push(`| ${kind} | ${summary(await readingsOf(file))} | ${compared} |`);
  }
  return lines.join("\n");
}

/** `npx tsx test/budget/describe-layouts.ts`: writes the table of layouts anew. */
async function write(): Promise<void> {
  const before = existsSync(target) ? readFileSync(target, "utf8") : "";
  const kept = before.includes(MARK) ? before.slice(before.indexOf(MARK)).trim() : "";
  const published = existsSync(shared)
    ? `${MARK}\n\nAn diesen Dateien ist der Leser erprobt; sie gehören nicht zum Produkt. Die Kontrollsummen sind mit\nanderen Werkzeugen gebildet.\n\n${await publishedTable()}`
    : kept;
  const text = [
    "# Was der Haushaltsleser liest, fragt und ablehnt",
    "Neu erzeugt mit `npx tsx test/budget/describe-layouts.ts`; die Beispiele sind erfunden.",
    "Zeilen, die nicht zählen, und Zellen, die nicht gelesen sind, stehen immer mit Adresse in den Hinweisen.",
    "## Arten des Aufbaus",
    layoutTable(),
    published,
  ];
  writeFileSync(target, `${text.filter((part) => part !== "").join("\n\n")}\n`);
}

void write();
