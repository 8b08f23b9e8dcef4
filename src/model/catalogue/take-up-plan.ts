import type { Text } from "../../language";
import { CATALOGUE, type CatalogueProduct, productsOf, RATING_SIGNS, type Span } from "./index";

/** Years of the first migration phase (PA 2021): 2022 to 2027. */
export const MIGRATION_YEARS = 6;

/** A product of the catalogue as a list shows it; price and share are the user's to give. */
export interface OfferedProduct {
  readonly product: CatalogueProduct;
  readonly group: Text;
  /** The report's sign: `-`, `±` or `+`. */
  readonly sign: "-" | "±" | "+";
  /** The spans that take it. */
  readonly spans: readonly Span[];
}

/** The whole catalogue as a list to choose from, in the order of the document. */
export function offeredProducts(): readonly OfferedProduct[] {
  const groups = new Map(CATALOGUE.groups.map(({ id, name }) => [id, name] as const));
  return CATALOGUE.products.map((product) => ({
    product,
    group: groups.get(product.group) ?? { de: product.group, en: product.group },
    sign: RATING_SIGNS[product.rating],
    spans: (["low", "high"] as const).filter((span) => productsOf(span).includes(product)),
  }));
}

/** A product of a take-up block; what its price is depends on who asks. */
export interface PlannedProduct<Price> {
  readonly name: string;
  readonly price: Price;
  /** `YYYY-MM` */
  readonly start: string;
}

/**
 * A take-up plan product by product: the products in the order of the list, spread evenly over the years
 * of the migration phase from `first` on. In which year each one migrates the documents do not say.
 * @param priceOf yearly price in EUR, net; not disclosed, so it is the user's
 */
export function takeUpProducts<Price>(
  products: readonly CatalogueProduct[],
  first: number,
  priceOf: (product: CatalogueProduct) => Price,
): readonly PlannedProduct<Price>[] {
  return products.map((product, index) => ({
    name: product.name,
    price: priceOf(product),
    start: `${String(first + Math.floor((index * MIGRATION_YEARS) / products.length))}-01`,
  }));
}

/** A core product's share in the price of all core products, and the month in which it begins. */
export interface TakenShare {
  /** Fraction, 0 to 1. */
  readonly share: number;
  /** `YYYY-MM` */
  readonly start: string;
}

/**
 * The same plan by percentage: for each year the sum of the shares taken, a share that begins inside a
 * year by its months. Goes into `percent` of a take-up block.
 */
export function takeUpPercent(taken: readonly TakenShare[]): Readonly<Record<string, number>> {
  const years = [...new Set(taken.flatMap(({ start }) => [yearOf(start), yearOf(start) + 1]))].sort(
    (a, b) => a - b,
  );
  return Object.fromEntries(
    years.map((year) => {
      const sum = taken.reduce((total, { share, start }) => {
        const months = 12 * (year - yearOf(start)) + 13 - Number(start.slice(5));
        return total + (share * Math.min(12, Math.max(0, months))) / 12;
      }, 0);
      return [String(year), Math.min(1, Number(sum.toPrecision(12)))] as const;
    }),
  );
}

function yearOf(month: string): number {
  return Number(month.slice(0, 4));
}
