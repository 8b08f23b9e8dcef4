import { at, constant, times } from "../expression";
import { FIELD_LABELS } from "../field-labels";
import type { BlockRule } from "./block";
import { constantInput, indexInput, seriesInput, seriesInYear, yearlyPrice } from "./pricing";

/** Private providers: person-days × day rate, gross. */
export const provider: BlockRule<"provider"> = {
  kind: "provider",
  inputs: ({ personDays, dayRate, index, source }) => [
    seriesInput(
      "person-days",
      { path: ["personDays"] },
      FIELD_LABELS.personDays,
      "number",
      personDays,
      source,
    ),
    constantInput("day-rate", { path: ["dayRate"] }, FIELD_LABELS.dayRate, "EUR", dayRate, source),
    ...indexInput(index, source),
  ],
  build(block, context) {
    const index = context.index(block.index ?? "fees");
    const rate = context.sheet.importConstant(context.input("day-rate"));
    const row = context.sheet.formula(
      { id: `${context.id}.amount`, label: context.label, unit: "EUR" },
      yearlyPrice(
        times(at(seriesInYear(context, "person-days")), constant(rate)),
        index,
        context.period.months,
      ),
    );
    return [
      { row, taxable: block.taxable ?? false, timing: { kind: "months", period: context.period } },
    ];
  },
};
