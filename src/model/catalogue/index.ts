import * as v from "valibot";
import type { Text } from "../../language";
import data from "./catalogue.json";

/** What the report expects of a product: little or nothing, balanced, clearly more than it costs. */
export type Rating = "little" | "balanced" | "clear";

/** The report's signs for the ratings. */
export const RATING_SIGNS: Readonly<Record<Rating, "-" | "±" | "+">> = {
  little: "-",
  balanced: "±",
  clear: "+",
};

/** Which take-up takes a product: the low span, which the high one contains, or only the high one. */
export type Span = "low" | "high";

const text = v.strictObject({ de: v.pipe(v.string(), v.minLength(1)), en: v.string() });
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

const productSchema = v.strictObject({
  id,
  /** As the document prints it. */
  name,
  group: id,
  rating: v.picklist(["little", "balanced", "clear"]),
  /** Core product (Kernprodukt): its share counts in the take-up of 100 %. */
  core: v.boolean(),
  span: v.nullable(v.picklist(["low", "high"])),
  /** What the text about the spans calls it, where that differs from Anlage 1. */
  spanName: v.optional(name),
});

const catalogueSchema = v.pipe(
  v.strictObject({
    source: v.string(),
    groups: v.array(v.strictObject({ id, name: text })),
    products: v.array(productSchema),
  }),
  v.check(
    ({ products }) => new Set(products.map((product) => product.id)).size === products.length,
    "two products of one id",
  ),
  v.check(
    ({ groups, products }) =>
      products.every(({ group }) => groups.some((candidate) => candidate.id === group)),
    "a product of an unknown group",
  ),
);

/** A product of the data centre; price and share are not disclosed and are the user's to give. */
export type CatalogueProduct = Readonly<v.InferOutput<typeof productSchema>>;

/** The products that the report weighs, in their groups. */
export interface Catalogue {
  /** Document and annex. */
  readonly source: string;
  readonly groups: readonly { readonly id: string; readonly name: Text }[];
  readonly products: readonly CatalogueProduct[];
}

/** Any document of this form. @throws valibot's error for others. */
export function readCatalogue(document: unknown): Catalogue {
  return v.parse(catalogueSchema, document);
}

/** The catalogue of the data centre (PA 2021, Anlage 1): 33 products in four groups. */
export const CATALOGUE: Catalogue = readCatalogue(data);

/** The products of a span; the high span contains the low one. */
export function productsOf(span: Span): readonly CatalogueProduct[] {
  return CATALOGUE.products.filter((product) =>
    span === "low" ? product.span === "low" : product.span !== null,
  );
}
