import { at, isEmpty, times, when } from "../expression";
import type { BlockOf } from "../document";
import type { InputSpec } from "../inputs";
import type { BlockAmount, BlockContext, BlockRule } from "./block";
import { amountInput } from "./pricing";

/** One-off introduction costs (Einführungsaufwand): the given years only, no index. */
export const oneOff: BlockRule<"one-off"> = {
  kind: "one-off",
  inputs: singleInputs,
  build: singleAmounts,
};

/** Settlement of the previous year (Abrechnung): the given years only, no index. */
export const settlement: BlockRule<"settlement"> = {
  kind: "settlement",
  inputs: singleInputs,
  build: singleAmounts,
};

type SingleAmounts = BlockOf<"one-off"> | BlockOf<"settlement">;

function singleInputs({ byYear, source }: SingleAmounts): readonly InputSpec[] {
  return [amountInput(byYear, source)];
}

function singleAmounts(block: SingleAmounts, context: BlockContext): readonly BlockAmount[] {
  const { id, label, sheet } = context;
  const input = context.input("by-year");
  const given = sheet.formula(
    {
      id: `${id}.value`,
      label: { de: `${label.de}: angegebener Betrag`, en: `${label.en}: amount given` },
      unit: "EUR",
    },
    when(isEmpty(at(input)), 0, at(input)),
  );
  const row = sheet.formula(
    { id: `${id}.amount`, label, unit: "EUR" },
    times(at(given), at(context.horizon)),
  );
  return [{ row, taxable: block.taxable ?? true, timing: { kind: "year" } }];
}
