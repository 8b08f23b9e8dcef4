import { fill, type Language, type Text, verbatim } from "../../language";
import { dateOfExcelSerial } from "../../law/calendar";
import type { LineGroup } from "../../model/assignment";
import { CONSTANT_COLUMN } from "../../model/expression";
import type { Row } from "../../model/row";
import type { Computation } from "./compute";

const WORDS = {
  lines: {
    de: "Gruppe {0}: {1} Haushaltszeilen, die in jedem Szenario dieselbe Rolle haben",
    en: "Group {0}: {1} budget lines that have the same role in every scenario",
  },
  line: { de: "Gruppe {0}: eine Haushaltszeile", en: "Group {0}: one budget line" },
  more: { de: "{0} weitere", en: "{0} more" },
  roleHere: { de: "Rolle: {0}", en: "Role: {0}" },
  rolesByScenario: { de: "Rollen: {0}", en: "Roles: {0}" },
  ends: { de: "{0} nach {1}", en: "{0} after {1}" },
  returns: { de: "{0}, kehrt zurück", en: "{0}, comes back" },
  others: { de: "alle übrigen Szenarien", en: "all other scenarios" },
} as const satisfies Readonly<Record<string, Text>>;

/** So many lines and scenarios are named; a group may hold hundreds. */
const NAMED = 3;

/**
 * What the group of a row is: its lines, and its role in the scenario the row belongs to, on the sheet of
 * lines in all of them. Undefined for rows that belong to no group.
 */
export function lineGroupOf(
  computation: Computation,
  row: Row,
  language: Language,
): string | undefined {
  const { assignment, scenarios } = computation.built;
  const group = assignment?.groups.find((one) => belongs(row, one));
  if (group === undefined) return undefined;
  const { code, lines } = group;
  const count = lines.length === 1 ? fill(WORDS.line, code) : fill(WORDS.lines, code, lines.length);
  const names = lines
    .slice(0, NAMED)
    .map(({ line: { product, account, label } }) =>
      [product, account, label].filter((part) => part !== undefined).join(" "),
    );
  const rest = lines.length - names.length;
  const more = rest > 0 ? [fill(WORDS.more, rest)[language]] : [];
  const own = scenarios.filter(({ sheet, scenario }) =>
    row.place?.kind === "role"
      ? row.place.scenarios.includes(scenario.id)
      : sheet.key === row.sheet,
  );
  const roles = rolesOf(computation, group, own.length > 0 ? own : scenarios, language);
  return `${count[language]} (${[...names, ...more].join("; ")}). ${roles}.`;
}

/** The sums of a group, its workings in a scenario and its inputs are called by its code. */
function belongs({ id, label }: Row, { code }: LineGroup): boolean {
  return id.startsWith(`${code}.`) && label.de.startsWith(`Gruppe ${code}`);
}

function rolesOf(
  computation: Computation,
  group: LineGroup,
  scenarios: Computation["built"]["scenarios"],
  language: Language,
): string {
  const byRole = new Map<string, string[]>();
  for (const { scenario } of scenarios) {
    const role = roleIn(computation, group, scenario.id, language);
    byRole.set(role, [...(byRole.get(role) ?? []), scenario.name]);
  }
  const [only] = byRole.keys();
  if (only !== undefined && byRole.size === 1) return fill(WORDS.roleHere, only)[language];
  const most = Math.max(...[...byRole.values()].map(({ length }) => length));
  const told = [...byRole].sort(([, one], [, other]) => one.length - other.length);
  const parts = told.map(([role, names], index) =>
    index === told.length - 1 && most > NAMED
      ? `${role} (${WORDS.others[language]})`
      : `${role} (${names.join("; ")})`,
  );
  return fill(WORDS.rolesByScenario, verbatim(parts.join(", ")))[language];
}

/** The role as it counts: what was typed on the sheets goes before the model. */
function roleIn(
  { evaluation }: Computation,
  group: LineGroup,
  scenario: string,
  language: Language,
): string {
  const value = (row: Row) => evaluation.value(row, CONSTANT_COLUMN);
  const role = verbatim(String(value(group.role(scenario)) ?? ""));
  const until = value(group.until(scenario));
  const ending = typeof until === "number" ? fill(WORDS.ends, role, monthText(until)) : role;
  const returns = value(group.returns(scenario)) === 1;
  return (returns ? fill(WORDS.returns, ending) : ending)[language];
}

function monthText(serial: number): string {
  const [year = "", month = ""] = dateOfExcelSerial(serial).split("-");
  return `${month}/${year}`;
}
