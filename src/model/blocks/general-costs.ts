import { at, constant, times } from "../expression";
import { FIELD_LABELS } from "../field-labels";
import type { BlockRule } from "./block";
import {
  amountInput,
  amountsByYear,
  constantInput,
  indexInput,
  priceByMonths,
  SHARE_BOUNDS,
} from "./pricing";

/** General cooperation costs (Infrastruktur-, Service- und Overheadkosten): by year, or a share of the take-up. */
export const generalCosts: BlockRule<"general-costs"> = {
  kind: "general-costs",
  inputs: ({ byYear, shareOfTakeUp, index, source }) => [
    ...(byYear === undefined ? [] : [amountInput(byYear, source), ...indexInput(index, source)]),
    ...(shareOfTakeUp === undefined
      ? []
      : [
          constantInput(
            "share",
            { path: ["shareOfTakeUp"] },
            FIELD_LABELS.shareOfTakeUp,
            "share",
            shareOfTakeUp,
            source,
            SHARE_BOUNDS,
          ),
        ]),
  ],
  build(block, context) {
    const timing = { kind: "months", period: context.period } as const;
    const taxable = block.taxable ?? true;
    if (block.byYear !== undefined) {
      const index = context.index(block.index ?? "fees");
      const row =
        typeof block.byYear === "number"
          ? priceByMonths(context, "amount", index)
          : amountsByYear(context, index);
      return [{ row, taxable, timing }];
    }
    const share = context.sheet.importConstant(context.input("share"));
    const row = context.sheet.formula(
      { id: `${context.id}.amount`, label: context.label, unit: "EUR" },
      times(constant(share), at(context.row("take-up"))),
    );
    return [{ row, taxable, timing }];
  },
};
