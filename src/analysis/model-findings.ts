import type { Finding } from "../finding";
import { fill, type Text, verbatim } from "../language";
import { provisionThresholdOn } from "../law/provision";
import { type CalendarDate, calendarDate, dateInWords } from "../law/calendar";
import type { BuiltModel } from "../model/build";
import { onlyBlock, type Scenario } from "../model/model";

/** A claim older than this is likely to have lapsed (§§ 169 to 171 AO). */
const OLD_CLAIM_YEARS = 7;

/** What the model itself should make the user think about, scenario by scenario. */
export function modelFindings(
  { model, scenarios }: BuiltModel,
  today: CalendarDate,
): readonly Finding[] {
  return [
    ...scenarios.flatMap(({ scenario }) => [
      ...openClaimFindings(scenario, model.years),
      ...oldClaimFindings(scenario, model.years.first),
      ...provisionFindings(scenario, today),
    ]),
    ...noteFindings(scenarios.map(({ scenario }) => scenario)),
  ];
}

function about(
  severity: Finding["severity"],
  code: string,
  scenario: Scenario,
  message: Text,
): Finding {
  return {
    severity,
    code,
    message: fill({ de: "{0}: {1}", en: "{0}: {1}" }, scenario.name, message),
    scenario: scenario.id,
  };
}

/** VAT that stays open makes a scenario look cheaper than it is. */
function openClaimFindings(
  scenario: Scenario,
  years: { readonly first: number; readonly last: number },
): readonly Finding[] {
  const vat = onlyBlock(scenario, "vat");
  if (vat === undefined || vat.rate === "none" || (vat.invoiced ?? true) === true) return [];
  const assessed = onlyBlock(scenario, "back-tax")?.assessed ?? null;
  if (assessed !== null && Number(assessed.slice(0, 4)) <= years.last) return [];
  return [
    about(
      "warning",
      "claims-stay-open",
      scenario,
      fill(
        {
          de: "Umsatzsteuer wird nicht berechnet und bis {0} nicht nachgefordert. Das Szenario sieht günstiger aus, als es ist; die offene Steuer mit Zinsen steht in der Zeile „Offene Umsatzsteuer mit Zinsen 31.12.“.",
          en: "VAT is not invoiced and not assessed by {0}. The scenario looks cheaper than it is; the open tax with interest stands in the row “Open VAT with interest at 31 Dec”.",
        },
        years.last,
      ),
    ),
  ];
}

function oldClaimFindings(scenario: Scenario, firstYear: number): readonly Finding[] {
  const backTax = onlyBlock(scenario, "back-tax");
  const vat = onlyBlock(scenario, "vat");
  if (backTax === undefined || vat === undefined) return [];
  const assessed = backTax.assessed ?? null;
  if (assessed === null || typeof backTax.limitation === "number") return [];
  const from = Number((vat.from ?? scenario.start ?? `${String(firstYear)}-01`).slice(0, 4));
  const oldest = Math.max(from, firstYear);
  if (Number(assessed.slice(0, 4)) - oldest <= OLD_CLAIM_YEARS) return [];
  return [
    about(
      "warning",
      "claim-may-have-lapsed",
      scenario,
      fill(
        {
          de: "Der Bescheid vom {0} fordert Umsatzsteuer ab {1} nach, älter als sieben Jahre. Sie kann verjährt sein (§§ 169 bis 171 AO); bitte prüfen und gegebenenfalls eine Verjährung eintragen.",
          en: "The assessment of {0} claims VAT from {1} on, older than seven years. It may have lapsed (§§ 169 to 171 AO); please check and enter a limitation if so.",
        },
        dateInWords(calendarDate(assessed)),
        oldest,
      ),
    ),
  ];
}

/** A provision needs more for the liability than against it; it is never weighted. */
function provisionFindings(scenario: Scenario, today: CalendarDate): readonly Finding[] {
  const probability = onlyBlock(scenario, "back-tax")?.probability ?? 1;
  const provision = onlyBlock(scenario, "provision");
  if (provision?.method !== "provision") return [];
  const threshold = provisionThresholdOn(today);
  if (probability > threshold.probability) return [];
  return [
    about(
      "warning",
      "provision-not-due",
      scenario,
      fill(
        {
          de: "Die Wahrscheinlichkeit der Nachforderung beträgt {0} %. Eine Rückstellung setzt voraus, dass mehr dafür als dagegen spricht ({1}).",
          en: "The probability of back tax is {0} %. A provision requires that more speaks for the liability than against it ({1}).",
        },
        Math.round(probability * 1000) / 10,
        threshold.norm,
      ),
    ),
  ];
}

/**
 * What scenarios and blocks assume, each statement once. What only one scenario says of itself is a
 * note on its own sheet too; what several say belongs on the overview.
 */
function noteFindings(scenarios: readonly Scenario[]): readonly Finding[] {
  const statements = new Map<string, string[]>();
  for (const { name, note, blocks } of scenarios) {
    for (const text of [note, ...blocks.map((block) => block.note)].flatMap(paragraphs)) {
      const names = statements.get(text) ?? [];
      if (!names.includes(name)) statements.set(text, [...names, name]);
    }
  }
  return [...statements].map(([text, names]) => ({
    severity: "note",
    code: names.length === 1 ? "assumed-by-one" : "assumed",
    message: verbatim(names.length === 1 ? `${names.join("")}: ${text}` : text),
  }));
}

/** A note as the statements it makes, one a line. */
function paragraphs(note: string | undefined): readonly string[] {
  return note === undefined ? [] : note.split("\n").filter((line) => line.trim() !== "");
}
