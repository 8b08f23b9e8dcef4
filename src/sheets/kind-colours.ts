import { COST_KINDS } from "../model/blocks/rules";

/** Kinds of cost in the order of the palette: each has the same colour in every chart. */
const KINDS: readonly string[] = [
  "baseline",
  ...COST_KINDS,
  "exit-depreciation",
  "vat",
  "tax-effect",
];

/** Rows of the cash view that are the counterparts of those of the result view. */
const CASH_KINDS: Readonly<Record<string, string>> = {
  "baseline-cash": "baseline",
  exit: "exit-depreciation",
  "back-payment": "tax-effect",
};

/** Place in the palette of a kind of cost, by the id of its row. */
export function kindColour(id: string): number {
  return Math.max(0, KINDS.indexOf(CASH_KINDS[id] ?? id));
}
