import type { BudgetSheet } from "../../budget/line";
import type { Finding } from "../../finding";
import { fill, type Language } from "../../language";
import { daysInMonth } from "../../law/calendar";
import type { ModelDocument, ScenarioDocument } from "../document";
import { readModel } from "../model";
import { isList, isRecord, type Json, readJson } from "./preset";

/** Fields of the model file that hold a month or a date. */
const DATED_FIELDS: ReadonlySet<string> = new Set([
  "start",
  "end",
  "until",
  "from",
  "to",
  "invoiced",
  "assessed",
  "date",
  "acquired",
  "parallelUntil",
]);

export interface Shifted {
  readonly document: ModelDocument;
  readonly findings: readonly Finding[];
}

/**
 * Moves all years, months and dates of a model so that it begins with the budget year, where the
 * budget plans nothing for the model's first year.
 * @param language of the names and notes of the model
 * @throws RefusedError when the law has no rates for the years moved to.
 */
export function shiftToBudget(
  document: ModelDocument,
  sheets: readonly BudgetSheet[],
  language: Language,
): Shifted {
  const { first } = document.years;
  const target = beginningOf(sheets);
  if (target === undefined || target === first || plannedYears(sheets).has(first)) {
    return { document, findings: [] };
  }
  const later = readModel(moved(readJson(document), target - first)).document;
  const moving = fill(MOVED_TEXTS, first, target)[language];
  return {
    document: { ...later, scenarios: later.scenarios.map((one) => withNote(one, moving)) },
    findings: [
      {
        severity: "warning",
        code: "preset-years-shifted",
        message: fill(
          {
            de: "Der Haushalt plant kein Jahr {0}. Die Vorlage beginnt deshalb {1} statt {0}; alle Jahre, Monate und Tage sind mitgewandert, auch der Beginn der Umsatzsteuerpflicht und der Tag der Festsetzung. Bitte diese Daten mit dem geltenden Recht vergleichen.",
            en: "The budget plans nothing for {0}. The preset therefore begins in {1} instead of {0}; all years, months and days have moved along, the start of VAT and the day of the assessment too. Please compare these dates with the law in force.",
          },
          first,
          target,
        ),
      },
    ],
  };
}

/** Texts keep the years of the documents: the note says so. */
function withNote(scenario: ScenarioDocument, moving: string): ScenarioDocument {
  const { note } = scenario;
  return note === undefined ? scenario : { ...scenario, note: `${moving}\n${note}` };
}

const MOVED_TEXTS = {
  de: "Jahre und Tage in den Texten gelten für die Vorlage mit Beginn {0}; hier beginnt sie {1}.",
  en: "Years and days in the texts belong to the preset as of {0}; here it begins in {1}.",
};

function plannedYears(sheets: readonly BudgetSheet[]): ReadonlySet<number> {
  return new Set(
    sheets
      .flatMap(({ columns }) => columns)
      .filter(({ kind }) => kind !== "ergebnis" && kind !== "verpflichtung")
      .map(({ year }) => year),
  );
}

/** The budget year of the sheet with the most lines, else its latest Ansatz, else its latest year. */
function beginningOf(sheets: readonly BudgetSheet[]): number | undefined {
  const [largest] = [...sheets].sort((a, b) => b.lines.length - a.lines.length);
  if (largest === undefined) return undefined;
  const years = largest.columns.map(({ year }) => year);
  const budgeted = largest.columns
    .filter(({ kind }) => kind === "ansatz" || kind === "fortgeschrieben")
    .map(({ year }) => year);
  return largest.budgetYear ?? latest(budgeted) ?? latest(years);
}

function latest(years: readonly number[]): number | undefined {
  return [...years].sort((a, b) => a - b).at(-1);
}

function moved(value: Json, years: number, field?: string): Json {
  if (typeof value === "string") {
    return field !== undefined && DATED_FIELDS.has(field) ? movedText(value, years) : value;
  }
  if (isList(value)) return value.map((part) => moved(part, years, field));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (name === "years" && isRecord(part)) return [name, movedSpan(part, years)];
      const key = /^(?:19|20|21)\d\d$/.test(name) ? String(Number(name) + years) : name;
      return [key, moved(part, years, name)];
    }),
  );
}

function movedSpan(span: Readonly<Record<string, Json>>, years: number): Json {
  return Object.fromEntries(
    Object.entries(span).map(([name, year]) => [
      name,
      typeof year === "number" ? year + years : year,
    ]),
  );
}

/** A month or a date so many years later; 29 February becomes the 28th where there is none. */
function movedText(text: string, years: number): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (match === null) return text;
  const [, year, month = "", day] = match;
  const target = Number(year) + years;
  const head = `${target}-${month}`;
  if (day === undefined) return head;
  const last = daysInMonth(target, Number(month));
  return `${head}-${String(Math.min(Number(day), last)).padStart(2, "0")}`;
}
