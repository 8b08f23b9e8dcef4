import { FIELD_LABELS } from "../field-labels";
import { perInhabitantRow } from "./base-fee";
import type { BlockRule } from "./block";
import { amountInput, amountsByYear, constantInput, indexInput, priceByMonths } from "./pricing";

/** Levy (Umlage) of the association: by year or per inhabitant; no consideration, so not taxed. */
export const levy: BlockRule<"levy"> = {
  kind: "levy",
  inputs: ({ byYear, perInhabitant, index, source }) => [
    ...(byYear === undefined ? [] : [amountInput(byYear, source)]),
    ...(perInhabitant === undefined
      ? []
      : [
          constantInput(
            "per-inhabitant",
            { path: ["perInhabitant"] },
            FIELD_LABELS.levyPerInhabitant,
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
    const taxable = block.taxable ?? false;
    if (block.byYear === undefined)
      return [{ row: perInhabitantRow(context, index), taxable, timing }];
    const row =
      typeof block.byYear === "number"
        ? priceByMonths(context, "amount", index)
        : amountsByYear(context, index);
    return [{ row, taxable, timing }];
  },
};
