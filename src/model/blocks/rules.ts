import type { BlockDocument, BlockKind, BlockOf } from "../document";
import { baseFee } from "./base-fee";
import type { BlockRule } from "./block";
import { generalCosts } from "./general-costs";
import { levy } from "./levy";
import { provider } from "./provider";
import { services } from "./services";
import { sharedServiceCentre } from "./shared-service-centre";
import { oneOff, settlement } from "./single-amounts";
import { staff } from "./staff";
import { takeUp } from "./take-up";

/** Kinds of blocks that are cost of their own; tax, provision and exit work on the whole scenario. */
export type CostKind = Exclude<BlockKind, "vat" | "back-tax" | "provision" | "exit">;

/** The rule of every cost kind, in the order of the scenario sheets. */
export const COST_RULES: { readonly [K in CostKind]: BlockRule<K> } = {
  "base-fee": baseFee,
  levy,
  "general-costs": generalCosts,
  "take-up": takeUp,
  services,
  "one-off": oneOff,
  settlement,
  staff,
  "shared-service-centre": sharedServiceCentre,
  provider,
};

export const COST_KINDS = Object.keys(COST_RULES) as readonly CostKind[];

export function isCostKind(kind: BlockKind): kind is CostKind {
  return kind in COST_RULES;
}

export function isCostBlock(block: BlockDocument): block is BlockOf<CostKind> {
  return isCostKind(block.kind);
}

/** The rule of a kind; for a block of any cost kind, the rule that takes just this block. */
export function ruleOf<K extends CostKind>(kind: K): BlockRule<K> {
  return COST_RULES[kind];
}
