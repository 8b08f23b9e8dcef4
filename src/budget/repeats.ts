import type { BudgetLine, BudgetSheet, SheetReading } from "./line";

/**
 * Sheets that repeat another one: all their lines with all their amounts stand in it as well. They
 * are set aside, so that nothing is counted twice. Of two equal sheets the first one stays.
 */
export function setAsideRepeats(readings: readonly SheetReading[]): readonly SheetReading[] {
  const budgets = readings.filter((reading): reading is BudgetSheet => reading.status === "budget");
  if (budgets.length < 2) return readings;
  const prints = new Map(budgets.map((sheet) => [sheet, fingerprints(sheet.lines)] as const));
  const bySize = [...budgets].sort((a, b) => b.lines.length - a.lines.length);
  const kept: BudgetSheet[] = [];
  const repeats = new Map<SheetReading, BudgetSheet>();
  for (const sheet of bySize) {
    const own = prints.get(sheet) ?? new Map<string, number>();
    const holder = kept.find((other) => contains(prints.get(other) ?? new Map(), own));
    if (holder === undefined) kept.push(sheet);
    else repeats.set(sheet, holder);
  }
  return readings.map((reading) => {
    const holder = repeats.get(reading);
    if (holder === undefined) return reading;
    return {
      status: "ignored",
      name: reading.name,
      reason: {
        de: `Das Blatt wiederholt Zeilen aus „${holder.name}“ und wird nicht noch einmal gezählt.`,
        en: `The sheet repeats lines of “${holder.name}” and is not counted again.`,
      },
      findings: reading.findings,
    };
  });
}

function fingerprints(lines: readonly BudgetLine[]): Map<string, number> {
  const prints = new Map<string, number>();
  for (const line of lines) {
    const amounts = line.amounts.map(({ year, kind, value }) => `${year}${kind}${value}`).join(";");
    const print = `${line.product ?? ""}|${line.account ?? ""}|${line.label}|${amounts}`;
    prints.set(print, (prints.get(print) ?? 0) + 1);
  }
  return prints;
}

function contains(whole: ReadonlyMap<string, number>, part: ReadonlyMap<string, number>): boolean {
  for (const [print, count] of part) if ((whole.get(print) ?? 0) < count) return false;
  return true;
}
