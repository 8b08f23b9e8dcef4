import type { Assignment, LineGroup } from "./assignment";
import {
  at,
  constant,
  equal,
  type Expression,
  flag,
  largest,
  lastAxisYear,
  minus,
  over,
  plus,
  smallest,
  sum,
  times,
  when,
  year,
} from "./expression";
import { STATUS_QUO } from "./terms";
import { optionalMonth } from "./periods";
import type { Row } from "./row";
import type { ScenarioSheet } from "./scenario-rows";
import { setFormula } from "./sheet";

export interface BaselineParts {
  readonly own: ScenarioSheet;
  readonly assignment: Assignment | undefined;
  readonly horizon: Row;
  readonly lastMonth: Row;
}

/**
 * What the town still pays itself: lines that stay, and lines that end by the months they are paid; in
 * the status quo all of them unended. Lines already budgeted for the cooperation stand in `budgeted`.
 */
export function addBaseline({ own, assignment, horizon, lastMonth }: BaselineParts): void {
  const groups = assignment?.groups ?? [];
  const shares =
    assignment === undefined
      ? []
      : groups.map((group) => groupShare(own, assignment, group, horizon, lastMonth));
  const total = (pick: (share: GroupShare) => readonly Expression[]): Expression =>
    sum(...shares.flatMap(pick));
  setFormula(
    own.row("baseline"),
    total(({ paid }) => [at(paid)]),
  );
  setFormula(
    own.row("baseline-cash"),
    shares.length === 0
      ? plus()
      : minus(
          at(own.row("baseline")),
          total(({ depreciation }) => [at(depreciation)]),
        ),
  );
  setFormula(
    own.row("budgeted"),
    total(({ budgeted }) => [at(budgeted)]),
  );
}

interface GroupShare {
  readonly paid: Row;
  readonly depreciation: Row;
  readonly budgeted: Row;
}

function groupShare(
  own: ScenarioSheet,
  assignment: Assignment,
  group: LineGroup,
  horizon: Row,
  lastMonth: Row,
): GroupShare {
  const { sheet, scenario } = own;
  const { code } = group;
  const label = (de: string, en: string) => ({
    de: `Gruppe ${code}: ${de}`,
    en: `Group ${code}: ${en}`,
  });
  const role = sheet.importConstant(group.role(scenario.id));
  const is = (word: "stays" | "ends" | "budgeted", de: string, en: string): Row =>
    sheet.constant(
      { id: `${code}.${word}`, label: label(de, en), unit: "flag" },
      flag(equal(constant(role), constant(sheet.importConstant(assignment.roleWords[word])))),
    );
  const stays = is("stays", "bleibt (1)", "stays (1)");
  const ends = is("ends", "entfällt (1)", "ends (1)");
  const budgeted = is("budgeted", "veranschlagt (1)", "budgeted (1)");
  const value = sheet.import(group.total);
  const depreciation = sheet.import(group.depreciation);
  const share = sheet.formula(
    { id: `${code}.share`, label: label("bezahlter Anteil", "share paid"), unit: "share" },
    times(
      plus(
        constant(stays),
        scenario.id === STATUS_QUO
          ? constant(ends)
          : times(constant(ends), at(endedShare(own, group, label, lastMonth))),
      ),
      at(horizon),
    ),
  );
  const part = (suffix: string, de: string, en: string, expression: Expression): Row =>
    sheet.formula({ id: `${code}.${suffix}`, label: label(de, en), unit: "EUR" }, expression);
  return {
    paid: part("paid", "verbleibender Aufwand", "remaining expense", times(at(value), at(share))),
    depreciation: part(
      "paid-depreciation",
      "davon Abschreibungen",
      "of this depreciation",
      times(at(depreciation), at(share)),
    ),
    budgeted: part(
      "in-budget",
      "für die Kooperation veranschlagt",
      "budgeted for the cooperation",
      times(at(value), constant(budgeted), at(horizon)),
    ),
  };
}

/** Months of the year paid up to `until`, and again after the cooperation where the line returns. */
function endedShare(
  own: ScenarioSheet,
  group: LineGroup,
  label: (de: string, en: string) => { de: string; en: string },
  lastMonth: Row,
): Row {
  const { sheet, scenario } = own;
  const { code } = group;
  const openEnd = times(12, plus(lastAxisYear, 1));
  const until = optionalMonth(
    sheet,
    `${code}.until`,
    label("letzter bezahlter Monat (Index)", "last month paid (index)"),
    group.until(scenario.id),
    openEnd,
  );
  const returns = sheet.importConstant(group.returns(scenario.id));
  const back = sheet.constant(
    {
      id: `${code}.back`,
      label: label("wieder bezahlt nach Monat (Index)", "paid again after month (index)"),
      unit: "monthIndex",
    },
    when(equal(constant(returns), 1), constant(lastMonth), openEnd),
  );
  const inYear = (index: Row): Expression => minus(constant(index), times(12, year));
  return sheet.formula(
    {
      id: `${code}.ended`,
      label: label("Anteil bezahlter Monate", "share of months paid"),
      unit: "share",
    },
    minus(1, over(largest(0, minus(smallest(12, inYear(back)), largest(0, inYear(until)))), 12)),
  );
}
