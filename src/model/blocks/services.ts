import { at, constant, times } from "../expression";
import { FIELD_LABELS } from "../field-labels";
import { optionalMonth } from "../periods";
import type { BlockRule } from "./block";
import {
  amountOnce,
  constantInput,
  indexInput,
  monthInput,
  seriesInput,
  seriesInYear,
  yearlyPrice,
} from "./pricing";

/** Services (Dienstleistungen): units × price in their months, or once in their first month. */
export const services: BlockRule<"services"> = {
  kind: "services",
  inputs: ({ units, unitPrice, from, to, once, index, source }) => [
    seriesInput("units", { path: ["units"] }, FIELD_LABELS.units, "number", units ?? 1, source),
    constantInput(
      "unit-price",
      { path: ["unitPrice"] },
      once === true ? FIELD_LABELS.unitPriceOnce : FIELD_LABELS.unitPrice,
      "EUR",
      unitPrice,
      source,
    ),
    ...(from === undefined && once !== true
      ? []
      : [monthInput("from", { path: ["from"] }, FIELD_LABELS.fromMonth, from, source)]),
    ...(to === undefined || once === true
      ? []
      : [monthInput("to", { path: ["to"] }, FIELD_LABELS.toMonth, to, source)]),
    ...indexInput(index, source),
  ],
  build(block, context) {
    const { id, label, sheet, period, periods } = context;
    const taxable = block.taxable ?? true;
    const index = context.index(block.index ?? "fees");
    const price = sheet.importConstant(context.input("unit-price"));
    const value = times(at(seriesInYear(context, "units")), constant(price));
    if (block.once === true) {
      const month = optionalMonth(
        sheet,
        `${id}.month`,
        { de: `${label.de}: Monat (Index)`, en: `${label.en}: month (index)` },
        context.input("from"),
        constant(context.firstMonth),
      );
      const row = amountOnce(context, { id, label }, value, index, month);
      return [{ row, taxable, timing: { kind: "month", index: month } }];
    }
    const own = periods.within(
      id,
      label,
      period,
      block.from === undefined ? undefined : context.input("from"),
      block.to === undefined ? undefined : context.input("to"),
    );
    const row = sheet.formula(
      { id: `${id}.amount`, label, unit: "EUR" },
      yearlyPrice(value, index, own.months),
    );
    return [{ row, taxable, timing: { kind: "months", period: own } }];
  },
};
