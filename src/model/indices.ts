import type { Text } from "../language";
import { fill } from "../language";
import {
  allAxisYears,
  allYears,
  at,
  before,
  call,
  cell,
  CONSTANT_COLUMN,
  constant,
  firstAxisYear,
  isEmpty,
  OPENING_COLUMN,
  over,
  plus,
  times,
  when,
  year,
  equal,
} from "./expression";
import type { Row } from "./row";
import type { CalculationSheet } from "./sheet";

/** An index: its yearly change and its factor, 1 in the first model year. */
export interface IndexRows {
  /** Change against the year before, as a fraction. */
  readonly change: Row;
  /** `f[t]` */
  readonly factor: Row;
}

/** The value of a series that holds in each year: the last one given; before it, the one in column E. */
export function carriedOn(sheet: CalculationSheet, id: string, label: Text, input: Row): Row {
  const row = sheet.row({
    id,
    label,
    unit: input.unit,
    ...(input.scenario === undefined ? {} : { scenario: input.scenario }),
  });
  row.years = {
    kind: "formula",
    expression: when(isEmpty(at(input)), before(row), at(input)),
  };
  row.fixed.set(OPENING_COLUMN, {
    kind: "formula",
    expression: cell(input, CONSTANT_COLUMN),
  });
  return row;
}

/**
 * Index factors: `f[first] = 1`, `f[t] = f[t−1] × (1 + r[t])`, and backwards by division for years
 * before the first. Computed as a chain from the first year of the axis, divided by its value in the
 * first model year, so that one formula serves all years.
 */
export function addIndex(
  sheet: CalculationSheet,
  name: { readonly id: string; readonly label: Text },
  input: Row,
  firstYear: Row,
): IndexRows {
  const label = (pattern: Text): Text => fill(pattern, name.label);
  const scenario = input.scenario === undefined ? {} : { scenario: input.scenario };
  const change = carriedOn(
    sheet,
    `${name.id}.change`,
    label({ de: "{0}: Änderung zum Vorjahr", en: "{0}: change on previous year" }),
    input,
  );
  const chain = sheet.row({
    id: `${name.id}.chain`,
    label: label({ de: "{0}: Kette ab erstem Jahr", en: "{0}: chain from first year" }),
    unit: "factor",
    ...scenario,
  });
  chain.years = {
    kind: "formula",
    expression: when(equal(year, firstAxisYear), 1, times(before(chain), plus(1, at(change)))),
  };
  chain.fixed.set(OPENING_COLUMN, { kind: "zero" });
  const factor = sheet.row({
    id: name.id,
    label: label({ de: "{0}: Faktor (erstes Modelljahr = 1)", en: "{0}: factor (first year = 1)" }),
    unit: "factor",
    ...scenario,
  });
  factor.fixed.set(CONSTANT_COLUMN, {
    kind: "formula",
    expression: call("LOOKUP", constant(firstYear), allAxisYears, allYears(chain)),
  });
  factor.fixed.set(OPENING_COLUMN, { kind: "zero" });
  factor.years = { kind: "formula", expression: over(at(chain), constant(factor)) };
  return { change, factor };
}
