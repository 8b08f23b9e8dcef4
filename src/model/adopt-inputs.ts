import type { Language } from "../language";
import { adoptLineRoles } from "./adopt-line-roles";
import type { BuiltModel } from "./build";
import type { BudgetSource } from "./budget-source";
import type { ModelDocument, Series } from "./document";
import type { FieldPath, FieldPlace } from "./document-place";
import { CONSTANT_COLUMN, FIRST_YEAR_COLUMN } from "./expression";
import { type CellValue, LEFT_OUT } from "./field-forms";
import { heldBefore } from "./inputs";
import { readIfValid } from "./model";
import { withOwnSources } from "./presets/own-sources";
import type { Row } from "./row";
import { rowOfInput, type TypedInput } from "./typed-inputs";

/** A model with what users typed into its sheets. */
export interface AdoptedInputs {
  /** The document itself where nothing could be put into it. */
  readonly document: ModelDocument;
  /** Inputs without a place in the document, and those it would refuse: they stay typed. */
  readonly rest: readonly TypedInput[];
}

/**
 * Puts typed inputs back into the model document, each into the scenarios that share its row; their
 * source is then the town itself. A model with the inputs adopted has the same results as one with the
 * inputs typed into its sheets.
 * @param built the model as it was written, on the budget it was written for
 * @param language in which the sheets were written
 */
export function adoptTypedInputs(
  built: BuiltModel,
  budget: BudgetSource,
  typed: readonly TypedInput[],
  language: Language,
): AdoptedInputs {
  const fields = fieldChanges(built, typed, language);
  const before = built.model.document;
  const { document: changed, left } = adoptFields(before, fields);
  const document = changed === before ? before : withOwnSources(before, changed, language);
  const onLines = typed.filter((input) => {
    const kind = rowOfInput(built.sheets, input, language)?.place?.kind;
    return kind === "role" || kind === "group";
  });
  const roles = adoptLineRoles(built, budget, document, onLines, language);
  const adopted = new Set([
    ...fields.filter((field) => !left.includes(field)).flatMap(({ inputs }) => inputs),
    ...(roles === undefined ? [] : onLines),
  ]);
  return { document: roles ?? document, rest: typed.filter((input) => !adopted.has(input)) };
}

/** What was typed for one field; scenarios that differ have rows of their own. */
interface FieldChange {
  readonly inputs: readonly TypedInput[];
  /** The document with the field changed, not yet checked; undefined where it cannot hold the value. */
  readonly put: (document: unknown) => unknown;
}

/**
 * Rows of one field stand or fall together: were only some adopted, rows might merge, and what stays
 * typed would no longer find its own.
 */
function fieldChanges(
  { sheets, years }: BuiltModel,
  typed: readonly TypedInput[],
  language: Language,
): readonly FieldChange[] {
  const byField = new Map<string, Map<Row, TypedInput[]>>();
  for (const input of typed) {
    const row = rowOfInput(sheets, input, language);
    if (row?.place?.kind !== "field") continue;
    const field = row.id.split("@")[0] ?? row.id;
    const rows = byField.get(field) ?? new Map<Row, TypedInput[]>();
    byField.set(field, rows);
    rows.set(row, [...(rows.get(row) ?? []), input]);
  }
  return [...byField.values()].map((rows) => ({
    inputs: [...rows.values()].flat(),
    put: (document) =>
      [...rows].reduce<unknown>((changed, [row, inputs]) => {
        if (changed === undefined || row.place?.kind !== "field") return undefined;
        return putRow(changed, row, row.place, inputs, years);
      }, document),
  }));
}

function putRow(
  document: unknown,
  row: Row,
  { paths, form }: FieldPlace,
  inputs: readonly TypedInput[],
  years: readonly number[],
): unknown {
  const cells = typedOver(row, inputs, years);
  if (cells === undefined) return undefined;
  const values = paths.map((path) => {
    if (form.kind === "constant") return form.form(cells.constant);
    const old = fieldAt(document, path);
    return form.kind === "series" ? seriesOf(cells, old, years) : amountsOf(cells, old, years);
  });
  if (values.includes(undefined)) return undefined;
  return paths.reduce<unknown>(
    (changed, path, index) => withField(changed, path, values[index]),
    document,
  );
}

/** The input cells of a row. */
interface InputCells {
  readonly constant: CellValue;
  readonly years: ReadonlyMap<number, CellValue>;
}

/** The cells of a row after typing; undefined where something was typed beside them. */
function typedOver(
  row: Row,
  inputs: readonly TypedInput[],
  axis: readonly number[],
): InputCells | undefined {
  const single = row.fixed.get(CONSTANT_COLUMN);
  const contents = row.years?.kind === "each" ? row.years.contents : [];
  let constant = single?.kind === "input" ? single.value : null;
  const years = new Map<number, CellValue>();
  axis.forEach((year, index) => {
    const content = contents[index];
    if (content?.kind === "input") years.set(year, content.value);
  });
  for (const { place, value } of inputs) {
    if ("year" in place && years.has(place.year)) years.set(place.year, value);
    else if ("column" in place && place.column === CONSTANT_COLUMN && single?.kind === "input") {
      constant = value;
    } else return undefined;
  }
  return { constant, years };
}

/** Amounts of the years of the axis; a document may give others, which no cell shows. */
function givenYears(
  { years }: InputCells,
  old: unknown,
  axis: readonly number[],
): Record<string, number> | undefined {
  const given: Record<string, number> = {};
  for (const [year, value] of Object.entries(isRecord(old) ? old : {})) {
    if (typeof value === "number" && !axis.includes(Number(year))) given[year] = value;
  }
  for (const [year, value] of years) {
    if (typeof value === "string") return undefined;
    if (value !== null) given[String(year)] = value;
  }
  return given;
}

function amountsOf(
  cells: InputCells,
  old: unknown,
  axis: readonly number[],
): Series | typeof LEFT_OUT | undefined {
  return givenYears(cells, old, axis);
}

/** A series as its row shows it: column E holds until a year gives another value. */
function seriesOf(cells: InputCells, old: unknown, axis: readonly number[]): Series | undefined {
  const given = givenYears(cells, old, axis);
  const held = cells.constant ?? 0;
  const [firstYear] = axis;
  if (given === undefined || typeof held === "string" || firstYear === undefined) return undefined;
  if (Object.keys(given).length === 0) return held;
  if (heldBefore(given, firstYear) === held) return given;
  const earlier = Object.keys(given).filter((year) => Number(year) < firstYear);
  const free = given[String(firstYear)] === undefined ? firstYear : firstYear - 1;
  return { ...given, [earlier.sort().at(-1) ?? String(free)]: held };
}

/** As many of the changes as the document bears: all at once, else one after the other. */
function adoptFields(
  document: ModelDocument,
  changes: readonly FieldChange[],
): { readonly document: ModelDocument; readonly left: readonly FieldChange[] } {
  if (changes.length === 0) return { document, left: [] };
  const all = changes.reduce<unknown>(
    (changed, { put }) => (changed === undefined ? undefined : put(changed)),
    document,
  );
  const whole = checked(all);
  if (whole !== undefined) return { document: whole, left: [] };
  let adopted = document;
  let left = changes;
  for (;;) {
    const refused = left.filter(({ put }) => {
      const next = checked(put(adopted));
      adopted = next ?? adopted;
      return next === undefined;
    });
    // One change may need another one first: a later first year, for example, a later last year.
    if (refused.length === left.length || refused.length === 0) {
      return { document: adopted, left: refused };
    }
    left = refused;
  }
}

function checked(document: unknown): ModelDocument | undefined {
  return document === undefined ? undefined : readIfValid(document)?.document;
}

function fieldAt(document: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((part, key) => {
    if (Array.isArray(part)) return part[Number(key)];
    return isRecord(part) ? part[String(key)] : undefined;
  }, document);
}

function withField(part: unknown, path: FieldPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === "number") {
    const list: readonly unknown[] = Array.isArray(part) ? part : [];
    return list.map((entry, index) => (index === key ? withField(entry, rest, value) : entry));
  }
  const record = isRecord(part) ? part : {};
  const changed = withField(record[key], rest, value);
  if (changed !== LEFT_OUT) return { ...record, [key]: changed };
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}

/** A cell of an input row. */
export interface InputCell {
  readonly row: Row;
  readonly column: number;
}

/**
 * The input cell that holds a field of the document; a path that ends with a year leads to that year's
 * cell. Undefined for fields without a cell of their own, names and line rules for example.
 */
export function cellOfField({ sheets, years }: BuiltModel, path: FieldPath): InputCell | undefined {
  const last = path.at(-1);
  for (const row of sheets.flatMap((sheet) => sheet.rows)) {
    if (row.place?.kind !== "field") continue;
    const { paths } = row.place;
    if (paths.some((own) => samePath(own, path))) return { row, column: firstCell(row) };
    const year = years.indexOf(Number(last));
    if (year >= 0 && paths.some((own) => samePath(own, path.slice(0, -1)))) {
      return { row, column: FIRST_YEAR_COLUMN + year };
    }
  }
  return undefined;
}

function firstCell({ fixed }: Row): number {
  return fixed.has(CONSTANT_COLUMN) ? CONSTANT_COLUMN : FIRST_YEAR_COLUMN;
}

function samePath(a: FieldPath, b: FieldPath): boolean {
  return a.length === b.length && a.every((key, index) => String(key) === String(b[index]));
}
