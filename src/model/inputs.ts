import { fill, type Text, verbatim } from "../language";
import type { Series } from "./document";
import type { DocumentPlace, FieldPath } from "./document-place";
import { CONSTANT_COLUMN } from "./expression";
import { asNumber, type FieldForm } from "./field-forms";
import type { Content, InputBounds, Row, Unit } from "./row";
import type { CalculationSheet } from "./sheet";
import { sourceBefore } from "./source-words";

/** What the user gives for a field: one value, a value with changes by year, or amounts by year. */
export type InputShape =
  | { readonly kind: "constant"; readonly value: number | string | null }
  /** The value in column E holds until a year gives another, which holds on from there. */
  | { readonly kind: "series"; readonly value: Series }
  | { readonly kind: "byYear"; readonly value: Readonly<Record<string, number>> };

/** A field that becomes an input row. */
export interface InputSpec {
  readonly field: string;
  /** Where the field stands in its block or setting: the way back of what is typed. */
  readonly home: FieldHome | RoleHome;
  readonly label: Text;
  readonly unit: Unit;
  readonly shape: InputShape;
  readonly source?: string | undefined;
  readonly bounds?: InputBounds;
}

/** A field of a block or setting. */
export interface FieldHome {
  readonly path: FieldPath;
  /** What a typed constant is in the document; a number unless said. */
  readonly form?: FieldForm;
}

/** Budget lines have their roles from rules, which no single field holds. */
export interface RoleHome {
  readonly group: string;
  readonly part: "role" | "until" | "returns";
}

/** Who asks for an input: the scenario, and the block or setting it belongs to. */
export interface InputScope {
  readonly scenario: string;
  readonly scenarioName: string;
  /** Where the block or setting stands in the document. */
  readonly holder: FieldPath;
  /** Stable id of the block, the same for the same block of several scenarios. */
  readonly scope: string;
  readonly label: Text;
}

export const ENTERED_BY_USER: Text = { de: "vom Anwender erfasst", en: "entered by the user" };

interface Variant {
  readonly key: string;
  spec: InputSpec;
  readonly label: Text;
  readonly scenarios: { readonly id: string; readonly name: string; readonly holder: FieldPath }[];
  row?: Row;
}

/**
 * Every input once: scenarios that give the same value for the same field of the same block share a
 * row, those that differ have rows of their own, one below the other. A block that has an own figure keeps
 * its other fields in the rows they had: a value that a preset gives as well is still the preset's.
 */
export class Inputs {
  readonly #fields = new Map<string, Variant[]>();
  /** Label and fields of each scope, in the order they were first asked for. */
  readonly #scopes = new Map<string, { label: Text; readonly fields: Set<string> }>();

  request(scope: InputScope, spec: InputSpec): void {
    const field = `${scope.scope}.${spec.field}`;
    const variants = this.#fields.get(field) ?? [];
    this.#fields.set(field, variants);
    const asked = this.#scopes.get(scope.scope) ?? { label: scope.label, fields: new Set() };
    asked.fields.add(field);
    this.#scopes.set(scope.scope, { ...asked, label: scope.label });
    const before = sourceBefore(spec.source ?? "");
    const key = JSON.stringify([spec.shape, before, spec.unit]);
    const scenario = { id: scope.scenario, name: scope.scenarioName, holder: scope.holder };
    const same = variants.find((variant) => variant.key === key);
    if (same === undefined) {
      variants.push({ key, spec, label: scope.label, scenarios: [scenario] });
    } else if (same.scenarios.every(({ id }) => id !== scenario.id)) {
      same.scenarios.push(scenario);
      if (same.spec.source !== spec.source) same.spec = { ...same.spec, source: before };
    }
  }

  /** Makes the rows, block by block, in the order the fields were first asked for. */
  build(sheet: CalculationSheet, years: readonly number[]): void {
    for (const { label, fields } of this.#scopes.values()) {
      sheet.heading(label);
      for (const field of fields) {
        const variants = this.#fields.get(field) ?? [];
        for (const variant of variants) {
          variant.row = inputRow(sheet, field, variant, variants, years);
        }
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
  const label = fill({ de: "{0}: {1}", en: "{0}: {1}" }, variant.label, spec.label);
  return addInput(
    sheet,
    { ...spec, id, label, scenario: scenarioText(variant, variants), place: placeOf(variant) },
    years,
  );
}

function placeOf({ spec: { home, shape }, scenarios }: Variant): DocumentPlace {
  if ("group" in home) {
    return { kind: "role", ...home, scenarios: scenarios.map(({ id }) => id) };
  }
  const paths = scenarios.map(({ holder }) => [...holder, ...home.path]);
  return fieldPlace(paths, shape, home.form);
}

/** The place of a field that may stand in several scenarios. */
export function fieldPlace(
  paths: readonly FieldPath[],
  shape: InputShape,
  form: FieldForm = asNumber,
): DocumentPlace {
  return {
    kind: "field",
    paths,
    form: shape.kind === "constant" ? { kind: "constant", form } : { kind: shape.kind },
  };
}

/** Names one by one are hard to read: from four scenarios on, the largest group is "all others". */
const MANY = 4;

function scenarioText(variant: Variant, variants: readonly Variant[]): Text {
  const count = variant.scenarios.length;
  if (variants.length === 1 && count > 1) return { de: "gemeinsam", en: "shared" };
  const largest = variants.every((other) => other === variant || other.scenarios.length < count);
  if (count >= MANY && largest) return { de: "alle übrigen", en: "all others" };
  return verbatim(variant.scenarios.map(({ name }) => name).join("; "));
}

/** Puts one input row onto a sheet. */
export function addInput(
  sheet: CalculationSheet,
  spec: Omit<InputSpec, "field" | "home"> & {
    readonly id: string;
    readonly scenario?: Text;
    readonly place?: DocumentPlace;
  },
  years: readonly number[],
): Row {
  const row = sheet.row({
    id: spec.id,
    label: spec.label,
    unit: spec.unit,
    source: spec.source === undefined ? ENTERED_BY_USER : verbatim(spec.source),
    ...(spec.scenario === undefined ? {} : { scenario: spec.scenario }),
    ...(spec.bounds === undefined ? {} : { bounds: spec.bounds }),
    ...(spec.place === undefined ? {} : { place: spec.place }),
  });
  const { shape } = spec;
  if (shape.kind === "constant") {
    row.fixed.set(CONSTANT_COLUMN, { kind: "input", value: shape.value });
    return row;
  }
  const given = typeof shape.value === "number" ? {} : shape.value;
  if (shape.kind === "series") {
    row.fixed.set(CONSTANT_COLUMN, { kind: "input", value: heldBefore(shape.value, years[0]) });
  }
  row.years = { kind: "each", contents: years.map((year) => yearInput(given, year)) };
  return row;
}

function yearInput(given: Readonly<Record<string, number>>, year: number): Content {
  return { kind: "input", value: given[String(year)] ?? null };
}

/**
 * The value that holds before the first year of the axis: the last one given for an earlier year; where
 * there is none, the first one, which also holds before its year.
 */
export function heldBefore(series: Series, firstYear: number | undefined): number {
  if (typeof series === "number") return series;
  const given = Object.keys(series).sort();
  const year = given.filter((key) => firstYear !== undefined && Number(key) < firstYear).at(-1);
  return series[year ?? given[0] ?? ""] ?? 0;
}
