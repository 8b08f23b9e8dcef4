import { fill, type Text, verbatim } from "../../language";
import type { BlockOf } from "../document";
import { at, constant, smallest, times } from "../expression";
import { FIELD_LABELS } from "../field-labels";
import { optionalMonth } from "../periods";
import type { BlockAmount, BlockContext, BlockRule } from "./block";
import {
  amountInput,
  amountOnce,
  amountsByYear,
  constantInput,
  indexInput,
  monthInput,
  priceByMonths,
  seriesInput,
  seriesInYear,
  SHARE_BOUNDS,
  yearlyPrice,
} from "./pricing";

/**
 * Software take-up (Softwareabnahme): by year; by percentage of the core products (Kernproduktanteil,
 * capped by the contract) × full price per inhabitant; or product by product.
 */
export const takeUp: BlockRule<"take-up"> = {
  kind: "take-up",
  inputs: (block) => [
    ...(block.byYear === undefined ? [] : [amountInput(block.byYear, block.source)]),
    ...(block.percent === undefined
      ? []
      : [
          seriesInput(
            "percent",
            { path: ["percent"] },
            FIELD_LABELS.percent,
            "share",
            block.percent,
            block.source,
            SHARE_BOUNDS,
          ),
          constantInput(
            "price-per-inhabitant",
            { path: ["pricePerInhabitant"] },
            FIELD_LABELS.pricePerInhabitant,
            "EUR",
            block.pricePerInhabitant ?? 0,
            block.source,
          ),
          constantInput(
            "cap",
            { path: ["cap"] },
            FIELD_LABELS.cap,
            "share",
            block.cap ?? 1,
            block.source,
            SHARE_BOUNDS,
          ),
        ]),
    ...(block.products ?? []).flatMap((product, index) => [
      constantInput(
        productField(index, "price"),
        { path: ["products", index, "price"] },
        named(product, FIELD_LABELS.productPrice),
        "EUR",
        product.price,
        block.source,
      ),
      monthInput(
        productField(index, "start"),
        { path: ["products", index, "start"] },
        named(product, FIELD_LABELS.fromMonth),
        product.start,
        block.source,
      ),
      ...(product.oneOff === undefined
        ? []
        : [
            constantInput(
              productField(index, "one-off"),
              { path: ["products", index, "oneOff"] },
              named(product, FIELD_LABELS.productOneOff),
              "EUR",
              product.oneOff,
              block.source,
            ),
          ]),
    ]),
    ...indexInput(block.index, block.source),
  ],
  build(block, context) {
    const index = context.index(block.index ?? "fees");
    const taxable = block.taxable ?? true;
    const timing = { kind: "months", period: context.period } as const;
    if (block.products !== undefined) return productAmounts(block, context, taxable);
    if (block.byYear !== undefined) {
      const row =
        typeof block.byYear === "number"
          ? priceByMonths(context, "amount", index)
          : amountsByYear(context, index);
      return [{ row, taxable, timing }];
    }
    const { inhabitants } = context.assumptions;
    if (inhabitants === undefined) throw new Error("the model check lets no inhabitants pass");
    const { id, label, sheet } = context;
    const price = sheet.importConstant(context.input("price-per-inhabitant"));
    const cap = sheet.importConstant(context.input("cap"));
    const percent = seriesInYear(context, "percent");
    const share = sheet.formula(
      {
        id: `${id}.share`,
        label: fill({ de: "{0}: Anteil nach Obergrenze", en: "{0}: share after cap" }, label),
        unit: "share",
      },
      smallest(at(percent), constant(cap)),
    );
    const row = sheet.formula(
      { id: `${id}.amount`, label, unit: "EUR" },
      yearlyPrice(
        times(at(share), constant(price), at(sheet.import(inhabitants))),
        index,
        context.period.months,
      ),
    );
    return [{ row, taxable, timing }];
  },
};

type Product = NonNullable<BlockOf<"take-up">["products"]>[number];

/** Fields of a product on the assumptions sheet. */
function productField(index: number, field: string): string {
  return `product-${index + 1}.${field}`;
}

function named(product: Product, field: Text): Text {
  return fill({ de: "{0}: {1}", en: "{0}: {1}" }, product.name, field);
}

function productAmounts(
  block: BlockOf<"take-up">,
  context: BlockContext,
  taxable: boolean,
): BlockAmount[] {
  const index = context.index(block.index ?? "fees");
  const { sheet, periods, period } = context;
  return (block.products ?? []).flatMap((product, position): BlockAmount[] => {
    const id = `${context.id}.product-${position + 1}`;
    const label = verbatim(product.name);
    const start = context.input(productField(position, "start"));
    const own = periods.within(id, label, period, start, undefined);
    const price = sheet.importConstant(context.input(productField(position, "price")));
    const yearly = sheet.formula(
      { id: `${id}.yearly`, label, unit: "EUR" },
      yearlyPrice(constant(price), index, own.months),
    );
    const amounts: BlockAmount[] = [
      { row: yearly, taxable, timing: { kind: "months", period: own } },
    ];
    if (product.oneOff === undefined) return amounts;
    const month = optionalMonth(
      sheet,
      `${id}.month`,
      fill({ de: "{0}: Monat (Index)", en: "{0}: month (index)" }, label),
      start,
      constant(context.firstMonth),
    );
    const once = sheet.importConstant(context.input(productField(position, "one-off")));
    const row = amountOnce(
      context,
      { id: `${id}.once`, label: fill({ de: "{0}: einmalig", en: "{0}: one-off" }, label) },
      constant(once),
      index,
      month,
    );
    return [...amounts, { row, taxable, timing: { kind: "month", index: month } }];
  });
}
