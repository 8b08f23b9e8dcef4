import type { FieldProblem } from "../field-problems";
import { RefusedError } from "../finding";
import type { Text } from "../language";
import { calendarDate, dateOf, monthIndex, type CalendarMonth } from "../law/calendar";
import { waitingTimeOf } from "../law/interest-law";
import { vatRateOn } from "../law/vat";
import type { BlockDocument, BlockKind, ModelDocument, ScenarioDocument } from "./document";
import { refuseModel } from "./parse";

/** Years a model may span; enough for any contract, few enough for a sheet. */
const MAX_YEARS = 60;

/**
 * Checks what a schema cannot say: one block with another, months against years, one of two fields.
 * @throws RefusedError with the path of every wrong field.
 */
export function checkModel(model: ModelDocument): void {
  const problems: FieldProblem[] = [];
  const report: Report = (path, de, en) => problems.push({ path, message: { de, en } });
  checkYears(model, report);
  // With years that are none, every other year would seem wrong too.
  if (problems.length > 0) throw refuseModel(problems, model);
  checkScenarioList(model, report);
  checkLines(model.lines, "lines", report);
  model.scenarios.forEach((scenario, index) => {
    const path = `scenarios[${index}]`;
    checkLines(scenario.lines, `${path}.lines`, report);
    checkMonths(scenario, path, report);
    checkSingles(scenario, path, report);
    scenario.blocks.forEach((block, position) => {
      checkBlock(model, scenario, block, `${path}.blocks[${position}]`, report);
    });
  });
  if (problems.length > 0) throw refuseModel(problems, model);
}

type Report = (path: string, de: string, en: string) => void;

function checkYears({ years }: ModelDocument, report: Report): void {
  if (years.last < years.first) {
    report(
      "years.last",
      `ein Jahr ab ${years.first}, nicht ${years.last}`,
      `a year from ${years.first} on, not ${years.last}`,
    );
  } else if (years.last - years.first >= MAX_YEARS) {
    report(
      "years.last",
      `höchstens ${MAX_YEARS} Jahre ab ${years.first}`,
      `at most ${MAX_YEARS} years from ${years.first}`,
    );
  }
}

function checkScenarioList(model: ModelDocument, report: Report): void {
  const seen = new Set<string>();
  const names = new Set<string>();
  model.scenarios.forEach(({ id, name }, index) => {
    if (seen.has(id)) {
      report(
        `scenarios[${index}].id`,
        `„${id}“ ist schon vergeben; jedes Szenario braucht eine eigene Kennung`,
        `"${id}" is taken; every scenario needs an id of its own`,
      );
    }
    if (names.has(name)) {
      report(
        `scenarios[${index}].name`,
        `„${name}“ ist schon vergeben; zwei Szenarien gleichen Namens wären nicht zu unterscheiden`,
        `"${name}" is taken; two scenarios of one name could not be told apart`,
      );
    }
    seen.add(id);
    names.add(name);
  });
  const { reference } = model;
  if (reference !== undefined && reference !== "status-quo" && !seen.has(reference)) {
    report(
      "reference",
      `die Kennung eines Szenarios, nicht „${reference}“`,
      `the id of a scenario, not "${reference}"`,
    );
  }
  const { request } = model;
  if (request !== undefined && (request === "status-quo" || !seen.has(request))) {
    report(
      "request",
      `die Kennung eines Szenarios mit Kooperation, nicht „${request}“`,
      `the id of a scenario with cooperation, not "${request}"`,
    );
  }
}

function checkLines(lines: ModelDocument["lines"], path: string, report: Report): void {
  lines?.forEach(({ where, role, until }, index) => {
    if (where.product === undefined && where.account === undefined) {
      report(`${path}[${index}].where`, "ein Produkt oder ein Konto", "a product or an account");
    }
    if (role === "ends" && until === undefined) {
      report(
        `${path}[${index}].until`,
        "der letzte bezahlte Monat JJJJ-MM; ohne ihn endet die Zeile nie",
        "the last month paid YYYY-MM; without it the line never ends",
      );
    }
    if (role !== "ends" && until !== undefined) {
      report(
        `${path}[${index}].until`,
        `gehört nur zu "ends"; mit "${role}" bliebe die Angabe ohne Wirkung`,
        `belongs to "ends" only; with "${role}" it would have no effect`,
      );
    }
  });
}

function checkMonths(scenario: ScenarioDocument, path: string, report: Report): void {
  const { start, end } = scenario;
  if (scenario.id === "status-quo" && (start !== undefined || typeof end === "string")) {
    report(
      `${path}.${start === undefined ? "end" : "start"}`,
      "die Fortführung ohne Kooperation gilt immer und hat weder Beginn noch Ende",
      "the continuation without cooperation always counts and has neither start nor end",
    );
  }
  if (start !== undefined && typeof end === "string" && end < start) {
    report(
      `${path}.end`,
      `ein Monat ab ${start}, nicht ${end}`,
      `a month from ${start} on, not ${end}`,
    );
  }
  const exit = scenario.blocks.find((block) => block.kind === "exit");
  if (exit?.kind !== "exit") return;
  if (scenario.id === "status-quo") {
    report(
      `${path}.blocks[${scenario.blocks.indexOf(exit)}]`,
      "die Fortführung ohne Kooperation gilt immer; aus ihr kann niemand austreten",
      "the continuation without cooperation always counts; nobody can leave it",
    );
  }
  if (typeof end === "string" && end !== exit.date.slice(0, 7)) {
    report(
      `${path}.end`,
      `der Monat des Austritts (${exit.date.slice(0, 7)}) oder kein Eintrag, nicht ${end}`,
      `the month of the exit (${exit.date.slice(0, 7)}) or no entry, not ${end}`,
    );
  }
  if (start !== undefined && exit.date.slice(0, 7) < start) {
    report(
      `${path}.blocks[${scenario.blocks.indexOf(exit)}].date`,
      `ein Datum ab dem Beginn ${start}`,
      `a date from the start ${start} on`,
    );
  }
}

const SINGLE_KINDS: readonly BlockKind[] = ["vat", "back-tax", "provision", "exit"];

function checkSingles(scenario: ScenarioDocument, path: string, report: Report): void {
  for (const kind of SINGLE_KINDS) {
    const positions = scenario.blocks.flatMap((block, index) =>
      block.kind === kind ? [index] : [],
    );
    for (const position of positions.slice(1)) {
      report(
        `${path}.blocks[${position}]`,
        `höchstens ein Baustein „${kind}“ je Szenario`,
        `at most one block "${kind}" a scenario`,
      );
    }
  }
}

function checkBlock(
  model: ModelDocument,
  scenario: ScenarioDocument,
  block: BlockDocument,
  path: string,
  report: Report,
): void {
  switch (block.kind) {
    case "base-fee":
      oneOf(block, ["amount", "perInhabitant"], path, report);
      needs(model, block.perInhabitant, "inhabitants", path, report);
      return;
    case "levy":
      oneOf(block, ["byYear", "perInhabitant"], path, report);
      needs(model, block.perInhabitant, "inhabitants", path, report);
      givenYears(model, scenario, block.byYear, `${path}.byYear`, report);
      return;
    case "general-costs":
      oneOf(block, ["byYear", "shareOfTakeUp"], path, report);
      givenYears(model, scenario, block.byYear, `${path}.byYear`, report);
      return;
    case "take-up":
      oneOf(block, ["byYear", "percent", "products"], path, report);
      givenYears(model, scenario, block.byYear, `${path}.byYear`, report);
      if (block.percent === undefined) {
        unused(block, ["pricePerInhabitant", "cap"], "percent", path, report);
      } else if (block.pricePerInhabitant === undefined) {
        report(`${path}.pricePerInhabitant`, "fehlt; bitte ergänzen", "is missing; please add it");
      }
      needs(model, block.percent, "inhabitants", path, report);
      block.products?.forEach(({ replaces, parallelUntil }, index) => {
        if (replaces === undefined && parallelUntil !== undefined) {
          report(
            `${path}.products[${index}].replaces`,
            "fehlt; ohne zu ersetzende Haushaltszeilen bliebe parallelUntil ohne Wirkung",
            "is missing; without budget lines to replace parallelUntil would have no effect",
          );
        }
        if (replaces !== undefined && parallelUntil === undefined) {
          report(
            `${path}.products[${index}].parallelUntil`,
            "der letzte Monat des Parallelbetriebs JJJJ-MM",
            "the last month of parallel operation YYYY-MM",
          );
        }
      });
      return;
    case "shared-service-centre":
      if (block.pricePerWorkplace !== undefined) {
        oneOf(block, ["pricePerWorkplace", "staffing"], path, report);
      }
      if (block.staffing === undefined) needs(model, true, "workplaces", path, report);
      return;
    case "services":
      if (block.once === true && block.to !== undefined) {
        report(
          `${path}.to`,
          "entfällt, wo mit once nur einmal gezahlt wird",
          "is left out where once pays a single time",
        );
      }
      if (block.from !== undefined && block.to !== undefined && block.to < block.from) {
        report(`${path}.to`, `ein Monat ab ${block.from}`, `a month from ${block.from} on`);
      }
      return;
    case "one-off":
    case "settlement":
      withinModelYears(model, block.byYear, `${path}.byYear`, report);
      return;
    case "vat":
      checkTaxYears(model, path, report);
      return;
    case "exit":
      block.assets?.forEach(({ acquired }, index) => {
        if (acquired > block.date.slice(0, 7)) {
          report(
            `${path}.assets[${index}].acquired`,
            `ein Monat bis zum Austritt ${block.date.slice(0, 7)}, nicht ${acquired}`,
            `a month up to the exit ${block.date.slice(0, 7)}, not ${acquired}`,
          );
        }
      });
      return;
    default:
      return;
  }
}

function oneOf(
  block: BlockDocument,
  fields: readonly string[],
  path: string,
  report: Report,
): void {
  const given = fields.filter((field) => field in block);
  if (given.length === 1) return;
  report(
    path,
    `genau eines der Felder ${fields.join(", ")}${given.length > 1 ? `, nicht ${given.join(" und ")}` : ""}`,
    `exactly one of the fields ${fields.join(", ")}${given.length > 1 ? `, not ${given.join(" and ")}` : ""}`,
  );
}

/** Fields that only mean something beside another one: alone they would be lost without a word. */
function unused(
  block: BlockDocument,
  fields: readonly string[],
  companion: string,
  path: string,
  report: Report,
): void {
  for (const field of fields.filter((one) => one in block)) {
    report(
      `${path}.${field}`,
      `gehört nur zu ${companion}; hier bliebe die Angabe ohne Wirkung`,
      `belongs to ${companion} only; here it would have no effect`,
    );
  }
}

function needs(
  model: ModelDocument,
  used: unknown,
  field: "inhabitants" | "workplaces",
  path: string,
  report: Report,
): void {
  if (used === undefined || model[field] !== undefined) return;
  const names: Readonly<Record<typeof field, Text>> = {
    inhabitants: { de: "die Einwohnerzahl", en: "the number of inhabitants" },
    workplaces: { de: "die Zahl der Arbeitsplätze", en: "the number of workplaces" },
  };
  report(
    field,
    `fehlt; ${path} rechnet mit ${names[field].de.replace(/^die /, "der ")}`,
    `is missing; ${path} uses ${names[field].en}`,
  );
}

/** Single amounts may fall due after the scenario's end, but not outside the model years. */
function withinModelYears(
  { years }: ModelDocument,
  amounts: Readonly<Record<string, number>>,
  path: string,
  report: Report,
): void {
  for (const year of Object.keys(amounts)) {
    if (Number(year) >= years.first && Number(year) <= years.last) continue;
    report(
      `${path}.${year}`,
      `ein Jahr von ${years.first} bis ${years.last}; dieser Betrag fiele weg`,
      `a year from ${years.first} to ${years.last}; this amount would be lost`,
    );
  }
}

/** An amount given for a year in which no month counts would vanish. */
function givenYears(
  model: ModelDocument,
  scenario: ScenarioDocument,
  amounts: number | Readonly<Record<string, number>> | undefined,
  path: string,
  report: Report,
): void {
  if (amounts === undefined || typeof amounts === "number") return;
  for (const year of Object.keys(amounts)) {
    const counts = monthsThatCount(model, scenario, Number(year));
    if (counts > 0) continue;
    report(
      `${path}.${year}`,
      "ein Jahr, in dem das Szenario mindestens einen Monat läuft; dieser Betrag fiele weg",
      "a year in which the scenario runs for at least one month; this amount would be lost",
    );
  }
}

/** Months of a year that count for a scenario, 0 outside the model years. */
function monthsThatCount(model: ModelDocument, scenario: ScenarioDocument, year: number): number {
  if (year < model.years.first || year > model.years.last) return 0;
  if (scenario.id === "status-quo") return 12;
  const exit = scenario.blocks.find((block) => block.kind === "exit");
  const end = exit?.kind === "exit" ? exit.date.slice(0, 7) : (scenario.end ?? undefined);
  const index = (month: string): number => monthIndex(month as CalendarMonth);
  const from = scenario.start === undefined ? 1 : index(scenario.start) - 12 * year;
  const to = end === undefined ? 12 : index(end) - 12 * year;
  return Math.max(0, Math.min(12, to) - Math.max(1, from) + 1);
}

/** VAT rates and waiting times are dated: years before their tables are refused. */
function checkTaxYears({ years }: ModelDocument, path: string, report: Report): void {
  try {
    vatRateOn(dateOf(years.first, 12, 31));
    waitingTimeOf(years.first);
    calendarDate(`${years.last}-12-31`);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    report(path, error.text.de, error.text.en);
  }
}
