import { at, constant, times } from "../expression";
import { FIELD_LABELS } from "../field-labels";
import type { BlockRule } from "./block";
import { constantInput, indexInput, seriesInput, seriesInYear, yearlyPrice } from "./pricing";

/** Staff: full-time equivalents × yearly cost; avoided hiring is negative. */
export const staff: BlockRule<"staff"> = {
  kind: "staff",
  inputs: ({ fte, costPerFte, index, source }) => [
    seriesInput("fte", { path: ["fte"] }, FIELD_LABELS.fte, "number", fte, source),
    constantInput(
      "cost-per-fte",
      { path: ["costPerFte"] },
      FIELD_LABELS.costPerFte,
      "EUR",
      costPerFte,
      source,
    ),
    ...indexInput(index, source),
  ],
  build(block, context) {
    const index = context.index(block.index ?? "staff");
    const cost = context.sheet.importConstant(context.input("cost-per-fte"));
    const row = context.sheet.formula(
      { id: `${context.id}.amount`, label: context.label, unit: "EUR" },
      yearlyPrice(
        times(at(seriesInYear(context, "fte")), constant(cost)),
        index,
        context.period.months,
      ),
    );
    return [
      { row, taxable: block.taxable ?? false, timing: { kind: "months", period: context.period } },
    ];
  },
};
