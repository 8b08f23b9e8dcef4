import type { BlockDocument, BlockKind } from "../../model/document";

/** Every kind of block in the order in which they stand in a scenario: costs, then tax, then the exit. */
export const BLOCK_KINDS = [
  "base-fee",
  "levy",
  "general-costs",
  "take-up",
  "services",
  "one-off",
  "settlement",
  "staff",
  "shared-service-centre",
  "provider",
  "vat",
  "back-tax",
  "provision",
  "exit",
] as const satisfies readonly BlockKind[];

/**
 * What a new block begins with. Figures that only the user can know are `null` or an empty list of years:
 * the model check refuses them until they are given, so that none is ever taken for 0.
 */
const BEGINNINGS: Readonly<Record<BlockKind, Readonly<Record<string, unknown>>>> = {
  "base-fee": { amount: null },
  levy: { byYear: null },
  "general-costs": { byYear: {} },
  "take-up": { byYear: {} },
  services: { unitPrice: null },
  "one-off": { byYear: {} },
  settlement: { byYear: {} },
  staff: { fte: null, costPerFte: null },
  "shared-service-centre": {},
  provider: { personDays: null, dayRate: null },
  vat: { rate: "statutory" },
  "back-tax": {},
  provision: { method: "provision" },
  exit: { date: null },
};

/** A new block of a kind, a draft until its figures are given. */
export function newBlock(kind: BlockKind): BlockDocument {
  return { kind, ...BEGINNINGS[kind] } as BlockDocument;
}

/** The place of a new block: behind the costs, or among the tax blocks in their order. */
export function placeOfNew(blocks: readonly BlockDocument[], kind: BlockKind): number {
  const rank = rankOf(kind);
  const behind = blocks.findIndex((block) => rankOf(block.kind) > rank);
  return behind < 0 ? blocks.length : behind;
}

/** Costs stand among one another as the user likes; what works on all of them comes behind. */
function rankOf(kind: BlockKind): number {
  return Math.max(BLOCK_KINDS.indexOf(kind), BLOCK_KINDS.indexOf("provider"));
}
