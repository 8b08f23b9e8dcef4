import { type Text, verbatim } from "../language";
import type { Series } from "./document";
import { CONSTANT_COLUMN } from "./expression";
import type { Content, InputBounds, Row, Unit } from "./row";
import type { CalculationSheet } from "./sheet";

/** What the user gives for a field: one value, a value with changes by year, or amounts by year. */
export type InputShape =
  | { readonly kind: "constant"; readonly value: number | string | null }
  /** The value in column E holds until a year gives another, which holds on from there. */
  | { readonly kind: "series"; readonly value: Series }
  | { readonly kind: "byYear"; readonly value: Readonly<Record<string, number>> };

/** A field that becomes an input row. */
export interface InputSpec {
  readonly field: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly shape: InputShape;
  readonly source?: string | undefined;
  readonly bounds?: InputBounds;
}

/** Who asks for an input: the scenario, and the block or setting it belongs to. */
export interface InputScope {
  readonly scenario: string;
  readonly scenarioName: string;
  /** Stable id of the block, the same for the same block of several scenarios. */
  readonly scope: string;
  readonly label: Text;
}

export const ENTERED_BY_USER: Text = { de: "vom Anwender erfasst", en: "entered by the user" };

interface Variant {
  readonly key: string;
  readonly spec: InputSpec;
  readonly label: Text;
  readonly scenarios: { readonly id: string; readonly name: string }[];
  row?: Row;
}

/**
 * Every input once: scenarios that give the same value for the same field of the same block share a
 * row, those that differ have rows of their own, one below the other.
 */
export class Inputs {
  readonly #fields = new Map<string, Variant[]>();
  readonly #labels = new Map<string, Text>();

  request(scope: InputScope, spec: InputSpec): void {
    const field = `${scope.scope}.${spec.field}`;
    const variants = this.#fields.get(field) ?? [];
    this.#fields.set(field, variants);
    this.#labels.set(scope.scope, scope.label);
    const key = JSON.stringify([spec.shape, spec.source ?? "", spec.unit]);
    const scenario = { id: scope.scenario, name: scope.scenarioName };
    const same = variants.find((variant) => variant.key === key);
    if (same === undefined) {
      variants.push({ key, spec, label: scope.label, scenarios: [scenario] });
    } else if (same.scenarios.every(({ id }) => id !== scenario.id)) {
      same.scenarios.push(scenario);
    }
  }

  /** Makes the rows, block by block, in the order the fields were first asked for. */
  build(sheet: CalculationSheet, years: readonly number[]): void {
    for (const [scope, label] of this.#labels) {
      const fields = [...this.#fields].filter(([field]) => field.startsWith(`${scope}.`));
      if (fields.length === 0) continue;
      sheet.heading(label);
      for (const [field, variants] of fields) {
        for (const variant of variants)
          variant.row = inputRow(sheet, field, variant, variants, years);
      }
    }
  }

  /** The row that holds a field for a scenario. */
  row(scenario: string, scope: string, field: string): Row {
    const row = this.#fields
      .get(`${scope}.${field}`)
      ?.find(({ scenarios }) => scenarios.some(({ id }) => id === scenario))?.row;
    if (row === undefined) throw new Error(`no input ${scope}.${field} for ${scenario}`);
    return row;
  }
}

function inputRow(
  sheet: CalculationSheet,
  field: string,
  variant: Variant,
  variants: readonly Variant[],
  years: readonly number[],
): Row {
  const [firstScenario] = variant.scenarios;
  const id = variant === variants[0] ? field : `${field}@${firstScenario?.id ?? ""}`;
  const { spec } = variant;
  return addInput(sheet, { ...spec, id, scenario: scenarioText(variant, variants) }, years);
}

function scenarioText(variant: Variant, variants: readonly Variant[]): Text {
  if (variants.length === 1 && variant.scenarios.length > 1) {
    return { de: "gemeinsam", en: "shared" };
  }
  return verbatim(variant.scenarios.map(({ name }) => name).join("; "));
}

/** Puts one input row onto a sheet. */
export function addInput(
  sheet: CalculationSheet,
  spec: Omit<InputSpec, "field"> & { readonly id: string; readonly scenario?: Text },
  years: readonly number[],
): Row {
  const row = sheet.row({
    id: spec.id,
    label: spec.label,
    unit: spec.unit,
    source: spec.source === undefined ? ENTERED_BY_USER : verbatim(spec.source),
    ...(spec.scenario === undefined ? {} : { scenario: spec.scenario }),
    ...(spec.bounds === undefined ? {} : { bounds: spec.bounds }),
  });
  const { shape } = spec;
  if (shape.kind === "constant") {
    row.fixed.set(CONSTANT_COLUMN, { kind: "input", value: shape.value });
    return row;
  }
  const given = typeof shape.value === "number" ? {} : shape.value;
  if (shape.kind === "series") {
    row.fixed.set(CONSTANT_COLUMN, { kind: "input", value: firstOf(shape.value) });
  }
  row.years = { kind: "each", contents: years.map((year) => yearInput(given, year)) };
  return row;
}

function yearInput(given: Readonly<Record<string, number>>, year: number): Content {
  return { kind: "input", value: given[String(year)] ?? null };
}

/** The first given value, which also holds before its year. */
export function firstOf(series: Series): number {
  if (typeof series === "number") return series;
  const [first] = Object.keys(series).sort();
  return (first === undefined ? undefined : series[first]) ?? 0;
}
