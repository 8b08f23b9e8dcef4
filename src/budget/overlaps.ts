import type { Finding } from "../finding";
import type { Text } from "../language";
import { quoteSheet } from "../address";
import type { BudgetSheet, SheetReading, YearTotal } from "./line";
import { fold } from "./words";

/**
 * Sheets that only sum up other sheets: in every year and kind they share, revenue and expense are
 * the same as those of one other sheet, or of all others together. The coarser one is set aside.
 * Where an overview merely looks like one, that is said.
 */
export function setAsideOverviews(readings: readonly SheetReading[]): readonly SheetReading[] {
  const budgets = readings.filter((reading): reading is BudgetSheet => reading.status === "budget");
  if (budgets.length < 2) return readings;
  const aside = new Map<SheetReading, Text>();
  for (const sheet of [...budgets].sort((a, b) => a.lines.length - b.lines.length)) {
    const others = budgets.filter((other) => other !== sheet && !aside.has(other));
    const finer = others.filter((other) => other.lines.length > sheet.lines.length);
    const same = finer.find((other) => agree(sheet.totals, [other.totals]));
    if (same !== undefined) {
      aside.set(sheet, {
        de: `Das Blatt fasst „${same.name}“ zusammen (gleiche Summen in allen Jahren) und wird nicht noch einmal gezählt.`,
        en: `The sheet sums up “${same.name}” (equal sums in all years) and is not counted again.`,
      });
    } else if (
      others.length >= 2 &&
      agree(
        sheet.totals,
        others.map(({ totals }) => totals),
      )
    ) {
      aside.set(sheet, {
        de: `Das Blatt fasst die übrigen ${others.length} Blätter zusammen (gleiche Summen in allen Jahren) und wird nicht noch einmal gezählt.`,
        en: `The sheet sums up the other ${others.length} sheets (equal sums in all years) and is not counted again.`,
      });
    }
  }
  return readings.map((reading): SheetReading => {
    const reason = aside.get(reading);
    if (reason !== undefined)
      return { status: "ignored", name: reading.name, reason, findings: reading.findings };
    if (reading.status !== "budget") return reading;
    const others = budgets.filter((other) => other !== reading && !aside.has(other));
    const findings = [
      doubtfulOverview(reading, others),
      ...others.slice(0, MOST_COMPARED).map((other) => doubleLines(reading, other)),
    ].filter((finding): finding is Finding => finding !== undefined);
    return findings.length === 0
      ? reading
      : { ...reading, findings: [...reading.findings, ...findings] };
  });
}

/** A workbook of more sheets than this has one for each product, not one for each year. */
const MOST_COMPARED = 12;

/**
 * Lines of one sheet that stand in another as well, with the same amount for the same year and kind:
 * two budgets that overlap, a draft beside the decision. Said with the sheet that has fewer lines.
 */
function doubleLines(sheet: BudgetSheet, other: BudgetSheet): Finding | undefined {
  const later = sheet.lines.length === other.lines.length && sheet.name > other.name;
  if (sheet.lines.length > other.lines.length || later) return undefined;
  const known = new Map<string, number>();
  for (const [key, value] of amountsByKey(other)) known.set(key, value);
  let shared = 0;
  let equal = 0;
  for (const [key, value] of amountsByKey(sheet)) {
    const twin = known.get(key);
    if (twin === undefined) continue;
    shared += 1;
    if (twin === value) equal += 1;
  }
  if (equal === 0 || equal * 2 < shared) return undefined;
  return {
    severity: "warning",
    code: "lines-in-two-sheets",
    cell: `${quoteSheet(sheet.name)}!A1`,
    message:
      equal === 1
        ? {
            de: `Ein Betrag steht mit gleichem Produkt, Konto, Jahr und gleicher Art auch in „${other.name}“. Werden beide Blätter verwendet, zählt er doppelt; bitte nur eines wählen.`,
            en: `1 amount stands with the same product, account, year and kind in “${other.name}” as well. If both sheets are used, it counts twice; please choose one.`,
          }
        : {
            de: `${equal} Beträge stehen mit gleichem Produkt, Konto, Jahr und gleicher Art auch in „${other.name}“. Werden beide Blätter verwendet, zählen sie doppelt; bitte nur eines wählen.`,
            en: `${equal} amounts stand with the same product, account, year and kind in “${other.name}” as well. If both sheets are used, they count twice; please choose one.`,
          },
  };
}

function* amountsByKey({ lines }: BudgetSheet): Generator<readonly [string, number]> {
  for (const { product, account, label, direction, amounts } of lines) {
    for (const { year, kind, value } of amounts) {
      if (value !== 0)
        yield [
          `${product ?? ""}|${account ?? ""}|${label}|${direction ?? ""}|${year}|${kind}`,
          value,
        ];
    }
  }
}

/** Equal sums in every year and kind both sides have, in at least one that is not zero. */
function agree(totals: readonly YearTotal[], others: readonly (readonly YearTotal[])[]): boolean {
  let shared = 0;
  for (const total of totals) {
    const matching = others
      .map((list) => list.find(({ year, kind }) => year === total.year && kind === total.kind))
      .filter((other): other is YearTotal => other !== undefined);
    if (matching.length < others.length) return false;
    const sum = (part: "revenue" | "expense" | "undirected"): number =>
      matching.reduce((so, other) => so + other[part], 0);
    if (sum("undirected") !== 0 || total.undirected !== 0) return false;
    if (!near(sum("revenue"), total.revenue) || !near(sum("expense"), total.expense)) return false;
    if (total.revenue !== 0 || total.expense !== 0) shared += 1;
  }
  return shared > 0;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(0.01, Math.abs(b) * 1e-9);
}

function doubtfulOverview(sheet: BudgetSheet, others: readonly BudgetSheet[]): Finding | undefined {
  const name = fold(sheet.name);
  if (!/gesamt|uebersicht|zusammen|querschnitt/.test(name)) return undefined;
  const shared = others.filter((other) =>
    other.totals.some((total) =>
      sheet.totals.some(({ year, kind }) => year === total.year && kind === total.kind),
    ),
  );
  if (shared.length === 0) return undefined;
  const names = (from: string, to: string): string =>
    shared
      .slice(0, 3)
      .map((other) => `${from}${other.name}${to}`)
      .join(", ");
  return {
    severity: "warning",
    code: "overview-beside-details",
    cell: `${quoteSheet(sheet.name)}!A1`,
    message: {
      de: `Dem Namen nach fasst das Blatt andere zusammen (${names("„", "“")}). Bitte nur eines davon verwenden, sonst zählt derselbe Betrag doppelt.`,
      en: `By its name the sheet sums up others (${names("“", "”")}). Please use only one of them, or the same amount counts twice.`,
    },
  };
}
