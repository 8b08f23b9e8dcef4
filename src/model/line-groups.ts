import { type Language, type Text, verbatim } from "../language";
import { calendarMonth, excelSerial, firstDayOf } from "../law/calendar";
import type { AssignedLine } from "./assigned-lines";
import { CONSTANT_COLUMN } from "./expression";
import { Inputs } from "./inputs";
import { type LineRole, ROLE_TERMS } from "./line-roles";
import type { Model } from "./model";
import type { InputBounds, Row } from "./row";
import type { CalculationSheet } from "./sheet";

/** Cost type of a line, which decides its index and whether it moves cash. */
const COST_TYPE_TERMS = {
  staff: { de: "Personal", en: "staff" },
  depreciation: { de: "Abschreibung", en: "depreciation" },
  other: { de: "Sachaufwand", en: "goods and services" },
} as const satisfies Record<string, Text>;

/** Lines that share their role in every scenario, with the code of their group. */
export interface GroupedLines {
  readonly code: string;
  readonly lines: readonly AssignedLine[];
}

/** Lines that share their role in every scenario are one group; scenario sheets use sums by group. */
export function groupLines(model: Model, lines: readonly AssignedLine[]): readonly GroupedLines[] {
  const groups = new Map<string, AssignedLine[]>();
  for (const line of lines) {
    const key = JSON.stringify(model.scenarios.map(({ id }) => line.roles.get(id)));
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((members, index) => ({ code: `G${index + 1}`, lines: members }));
}

/** The words of the roles, one cell each: formulas compare with these cells. */
export function addRoleWords(
  sheet: CalculationSheet,
  language: Language,
): Readonly<Record<LineRole["role"], Row>> {
  sheet.heading({ de: "Rollen", en: "Roles" });
  const word = (role: LineRole["role"], label: Text): Row => {
    const row = sheet.row({ id: `role.${role}`, label, unit: "text" });
    row.fixed.set(CONSTANT_COLUMN, { kind: "text", text: verbatim(ROLE_TERMS[role][language]) });
    return row;
  };
  return {
    stays: word("stays", { de: "bleibt beim eigenen Haus", en: "stays in house" }),
    ends: word("ends", {
      de: "entfällt nach dem letzten bezahlten Monat",
      en: "ends after the last month paid",
    }),
    budgeted: word("budgeted", {
      de: "ist bereits für die Kooperation veranschlagt",
      en: "is already budgeted for the cooperation",
    }),
    unaffected: word("unaffected", {
      de: "gehört nicht zum Modell",
      en: "is not part of the model",
    }),
  };
}

/** The words of the cost types, one cell each. */
export function addCostTypes(
  sheet: CalculationSheet,
  language: Language,
): Readonly<Record<AssignedLine["nature"], Row>> {
  sheet.heading({ de: "Kostenarten", en: "Cost types" });
  const word = (nature: AssignedLine["nature"], label: Text): Row => {
    const row = sheet.row({ id: `cost-type.${nature}`, label, unit: "text" });
    row.fixed.set(CONSTANT_COLUMN, {
      kind: "text",
      text: verbatim(COST_TYPE_TERMS[nature][language]),
    });
    return row;
  };
  return {
    staff: word("staff", {
      de: "steigt mit dem Index Personalaufwand",
      en: "rises with the staff index",
    }),
    other: word("other", {
      de: "steigt mit dem Index Sachaufwand",
      en: "rises with the goods index",
    }),
    depreciation: word("depreciation", {
      de: "ohne Index und ohne Auszahlung",
      en: "without index and without outlay",
    }),
  };
}

/** Inputs of the role of each group in each scenario. */
export function requestRoles(
  model: Model,
  groups: readonly GroupedLines[],
  language: Language,
  words: NonNullable<InputBounds["list"]>,
): Inputs {
  const inputs = new Inputs();
  for (const { code, lines } of groups) {
    const [sample] = lines;
    if (sample === undefined) continue;
    const label: Text =
      lines.length === 1
        ? { de: `Gruppe ${code} (1 Haushaltszeile)`, en: `Group ${code} (1 budget line)` }
        : {
            de: `Gruppe ${code} (${lines.length} Haushaltszeilen)`,
            en: `Group ${code} (${lines.length} budget lines)`,
          };
    for (const { id, name } of model.scenarios) {
      const role = sample.roles.get(id) ?? { role: "unaffected" };
      const scope = { scenario: id, scenarioName: name, holder: [], scope: code, label };
      inputs.request(scope, {
        field: "role",
        home: { group: code, part: "role" },
        label: { de: "Rolle", en: "Role" },
        unit: "text",
        shape: { kind: "constant", value: ROLE_TERMS[role.role][language] },
        bounds: { minimum: 0, maximum: 0, list: words },
      });
      inputs.request(scope, {
        field: "until",
        home: { group: code, part: "until" },
        label: { de: "letzter bezahlter Monat", en: "last month paid" },
        unit: "month",
        shape: {
          kind: "constant",
          value:
            role.until === undefined ? null : excelSerial(firstDayOf(calendarMonth(role.until))),
        },
      });
      inputs.request(scope, {
        field: "returns",
        home: { group: code, part: "returns" },
        label: {
          de: "kehrt nach der Kooperation zurück (1) oder nicht (0)",
          en: "returns after the cooperation (1) or not (0)",
        },
        unit: "flag",
        shape: { kind: "constant", value: role.returns === true ? 1 : 0 },
        bounds: { minimum: 0, maximum: 1 },
      });
    }
  }
  return inputs;
}
