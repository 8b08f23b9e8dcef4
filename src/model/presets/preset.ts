import * as v from "valibot";
import type { Text } from "../../language";
import { productsOf, type Span } from "../catalogue";
import { takeUpProducts } from "../catalogue/take-up-plan";
import base from "./base.json";
import blocks from "./blocks.json";
import missing from "./missing.json";
import scenarios from "./scenarios.json";
import sources from "./sources.json";

/** Data as it stands in a JSON file. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type JsonRecord = Readonly<Record<string, Json>>;

/** A figure that the source documents do not disclose: the user gives it, or there is no scenario. */
export interface MissingFigure {
  readonly key: string;
  readonly label: Text;
  /** EUR; a share as a fraction; a number of things; months. */
  readonly unit: "EUR" | "share" | "count" | "months";
}

/** A ready-made scenario of the source documents. */
export interface Preset {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** Short names of the documents, see `SOURCES`. */
  readonly source: string;
  /** Label of the tax case, see `TAX_CASES`; the status quo has none. */
  readonly taxCase?: string;
  readonly missing: readonly MissingFigure[];
}

/** The parts a preset is put together from. */
export interface PresetRecipe extends Preset {
  readonly start?: string;
  readonly lines?: string;
  readonly notes: readonly string[];
  readonly blocks: readonly string[];
  readonly model: JsonRecord;
}

const text = v.strictObject({ de: v.string(), en: v.string() });
const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([
    v.string(),
    v.number(),
    v.boolean(),
    v.null(),
    v.array(json),
    v.record(v.string(), json),
  ]),
);
const jsonRecord = v.record(v.string(), json);

/** Any document of texts, numbers, truth values, lists and records. @throws valibot's error for others. */
export function readJson(document: unknown): Json {
  return v.parse(json, document);
}

const recipeSchema = v.strictObject({
  id: v.string(),
  title: text,
  description: text,
  source: v.string(),
  taxCase: v.optional(v.string()),
  start: v.optional(v.string()),
  lines: v.optional(v.string()),
  notes: v.optional(v.array(v.string()), []),
  model: v.optional(jsonRecord, {}),
  blocks: v.array(v.string()),
});

const figureSchema = v.record(
  v.string(),
  v.strictObject({ label: text, unit: v.picklist(["EUR", "share", "count", "months"]) }),
);

const baseSchema = v.strictObject({
  document: jsonRecord,
  lines: v.record(v.string(), v.array(json)),
  notes: v.record(v.string(), text),
  taxCases: v.record(v.string(), text),
});

/** What all presets share: years, inhabitants, line rules, notes. */
export const BASE = v.parse(baseSchema, base);

/** The cooperation began in 2022 (PA 2021). */
const FIRST_YEAR = 2022;

const BLOCKS: Readonly<Record<string, JsonRecord>> = {
  ...v.parse(v.record(v.string(), jsonRecord), blocks),
  "products-low": productBlock("low"),
  "products-high": productBlock("high"),
};
const FIGURES = { ...v.parse(figureSchema, missing), ...priceFigures() };

/** The catalogue as a take-up plan: every price is a figure for the user to give. */
function productBlock(span: Span): JsonRecord {
  const products = takeUpProducts(productsOf(span), FIRST_YEAR, ({ id }) => ({
    missing: priceKey(id),
  }));
  return {
    kind: "take-up",
    product: "01.02.01",
    account: "523320",
    products: products.map((product) => ({ ...product })),
    source: "PA 2021",
    note: {
      de: "Abnahme Produkt für Produkt aus dem Katalog, gleichmäßig auf sechs Jahre verteilt (Annahme; die Dokumente nennen keine Reihenfolge). Preise sind nicht offengelegt. Beginn und Preis je Produkt stehen auf KR Annahmen.",
      en: "Take-up product by product from the catalogue, spread evenly over six years (assumption; the documents name no order). Prices are not disclosed. Start and price of each product stand on KR Annahmen.",
    },
  };
}

function priceFigures(): Readonly<Record<string, Omit<MissingFigure, "key">>> {
  return Object.fromEntries(
    productsOf("high").map(({ id, name }) => [
      priceKey(id),
      {
        label: {
          de: `Jahrespreis „${name}“, netto`,
          en: `yearly price of “${name}”, net`,
        },
        unit: "EUR" as const,
      },
    ]),
  );
}

/** The key of a product's price. */
function priceKey(id: string): string {
  return `price-${id}`;
}

/** Full titles of the source documents by the short names that presets cite. */
export const SOURCES: Readonly<Record<string, string>> = sources;

/** What the tax cases of the presets are called. */
export const TAX_CASES: Readonly<Record<string, Text>> = BASE.taxCases;

/** The part with that name. @throws Error when the data names what it does not hold. */
export function named<T>(parts: Readonly<Record<string, T>>, name: string): T {
  const part = parts[name];
  if (part === undefined) throw new Error(`the presets hold nothing named ${name}`);
  return part;
}

export function presetBlock(name: string): JsonRecord {
  return named(BLOCKS, name);
}

/** Every preset, in the order of the comparison. */
export const RECIPES: readonly PresetRecipe[] = v
  .parse(v.array(recipeSchema), scenarios)
  .map(({ taxCase, start, lines, ...recipe }) => ({
    ...recipe,
    ...(taxCase === undefined ? {} : { taxCase }),
    ...(start === undefined ? {} : { start }),
    ...(lines === undefined ? {} : { lines }),
    missing: missingIn([recipe.model, ...recipe.blocks.map(presetBlock)]),
  }));

/** The name of the figure that `{ "missing": name }` stands for, undefined for any other value. */
export function missingName(value: Json): string | undefined {
  if (!isRecord(value)) return undefined;
  const name = value["missing"];
  return typeof name === "string" ? name : undefined;
}

function missingIn(value: Json): readonly MissingFigure[] {
  const keys = new Set<string>();
  const search = (part: Json): void => {
    const key = missingName(part);
    if (key !== undefined) keys.add(key);
    else if (isList(part)) part.forEach(search);
    else if (isRecord(part)) Object.values(part).forEach(search);
  };
  search(value);
  return [...keys].map((key) => ({ key, ...named(FIGURES, key) }));
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isRecord(value: Json): value is JsonRecord {
  return typeof value === "object" && value !== null && !isList(value);
}
