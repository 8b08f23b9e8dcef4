import { at, constant, times } from "../expression";
import { FIELD_LABELS } from "../field-labels";
import type { BlockRule } from "./block";
import { constantInput, indexInput, priceByMonths, yearlyPrice } from "./pricing";

/** Connection base fee (Grundkosten der Netzanbindung): a yearly amount, or one per inhabitant. */
export const baseFee: BlockRule<"base-fee"> = {
  kind: "base-fee",
  inputs: ({ amount, perInhabitant, index, source }) => [
    ...(amount === undefined
      ? []
      : [
          constantInput(
            "amount",
            { path: ["amount"] },
            FIELD_LABELS.amountAYear,
            "EUR",
            amount,
            source,
          ),
        ]),
    ...(perInhabitant === undefined
      ? []
      : [
          constantInput(
            "per-inhabitant",
            { path: ["perInhabitant"] },
            FIELD_LABELS.amountPerInhabitant,
            "EUR",
            perInhabitant,
            source,
          ),
        ]),
    ...indexInput(index, source),
  ],
  build(block, context) {
    const index = context.index(block.index ?? "fees");
    const timing = { kind: "months", period: context.period } as const;
    const taxable = block.taxable ?? true;
    if (block.perInhabitant === undefined) {
      return [{ row: priceByMonths(context, "amount", index), taxable, timing }];
    }
    return [{ row: perInhabitantRow(context, index), taxable, timing }];
  },
};

/** `amount per inhabitant × inhabitants[t] × f[t] × a[t]` */
export function perInhabitantRow(
  context: Parameters<typeof baseFee.build>[1],
  index: Parameters<typeof yearlyPrice>[1],
): ReturnType<typeof priceByMonths> {
  const { inhabitants } = context.assumptions;
  if (inhabitants === undefined) throw new Error("the model check lets no inhabitants pass");
  const price = context.sheet.importConstant(context.input("per-inhabitant"));
  const count = context.sheet.import(inhabitants);
  return context.sheet.formula(
    { id: `${context.id}.amount`, label: context.label, unit: "EUR" },
    yearlyPrice(times(constant(price), at(count)), index, context.period.months),
  );
}
