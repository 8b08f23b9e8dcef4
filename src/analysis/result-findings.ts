import type { Finding } from "../finding";
import { fill } from "../language";
import type { BuiltModel } from "../model/build";
import type { Evaluation } from "../model/evaluate";
import { matches } from "../model/line-roles";
import { isKind, type Scenario } from "../model/model";

/** What only the computed figures, or the budget's lines, show. */
export function resultFindings(built: BuiltModel, evaluation: Evaluation): readonly Finding[] {
  return built.scenarios.flatMap(({ scenario, sheet }) => [
    ...negativeBases(built, evaluation, scenario, sheet.rows),
    ...idleReplacements(built, scenario),
  ]);
}

/** VAT is never below 0: a negative sum of taxable amounts gets none, and that is worth saying. */
function negativeBases(
  built: BuiltModel,
  evaluation: Evaluation,
  scenario: Scenario,
  rows: BuiltModel["scenarios"][number]["sheet"]["rows"],
): readonly Finding[] {
  const base = rows.find(({ id }) => id === "vat.due-base");
  if (base === undefined) return [];
  const years = built.years.filter((year) => evaluation.inYear(base, year) < 0);
  const [first] = years;
  if (first === undefined) return [];
  return [
    {
      severity: "warning",
      code: "negative-tax-base",
      scenario: scenario.id,
      message: fill(
        {
          de: "{0}: Die steuerpflichtigen Entgelte sind in {1} negativ; Umsatzsteuer wird dann mit 0 gerechnet. Bitte die Vorzeichen der Beträge prüfen.",
          en: "{0}: The taxable charges are negative in {1}; VAT is then taken as 0. Please check the signs of the amounts.",
        },
        scenario.name,
        years.length === 1 ? String(first) : `${String(first)}–${String(years.at(-1) ?? first)}`,
      ),
    },
  ];
}

/** A product that replaces lines which are budgeted or not part of the model saves nothing on them. */
function idleReplacements({ lines }: BuiltModel, scenario: Scenario): readonly Finding[] {
  return scenario.blocks
    .filter((block) => isKind(block, "take-up"))
    .flatMap(({ products = [] }) => products)
    .flatMap(({ name, replaces = [] }): Finding[] => {
      if (replaces.length === 0) return [];
      const saves = lines.some(
        ({ line, roles }) =>
          roles.get(scenario.id)?.role === "ends" &&
          replaces.some(({ where }) => matches(where, line)),
      );
      if (saves) return [];
      return [
        {
          severity: "warning",
          code: "replaces-nothing",
          scenario: scenario.id,
          message: fill(
            {
              de: "{0}: „{1}“ soll Haushaltszeilen ersetzen, aber keine davon bleibt oder entfällt im Modell; gespart wird nichts. Bitte die Zuordnung der Zeilen prüfen.",
              en: "{0}: “{1}” is meant to replace budget lines, but none of them stays or ends in the model; nothing is saved. Please check the roles of the lines.",
            },
            scenario.name,
            name,
          ),
        },
      ];
    });
}
