import { type Text, verbatim } from "../language";
import type { BlockDocument, BlockKind, ScenarioDocument } from "./document";
import { ROW_TERMS } from "./terms";

/** A block with the id its input and working rows begin with. */
export interface IdentifiedBlock {
  readonly id: string;
  readonly label: Text;
  readonly block: BlockDocument;
}

const BLOCK_TERMS: Readonly<Record<BlockKind, Text>> = {
  ...ROW_TERMS,
  "back-tax": { de: "Nachforderung", en: "Back tax" },
  provision: { de: "Rückstellung", en: "Provision" },
  exit: { de: "Austritt", en: "Exit" },
};

/** What a kind of block is called. */
export function blockTerm(kind: BlockKind): Text {
  return BLOCK_TERMS[kind];
}

/**
 * The blocks of a scenario with stable ids: the kind, the name where it has one, and a number where two
 * are alike. The same block in several scenarios has the same id, so that its inputs are shared.
 */
export function identifyBlocks(
  scenario: Pick<ScenarioDocument, "blocks">,
): readonly IdentifiedBlock[] {
  const counts = new Map<string, number>();
  return scenario.blocks.map((block) => {
    // Neither sign stands in a kind, a name or a field, so that no two ids are alike by chance.
    const stem = block.name === undefined ? block.kind : `${block.kind}_${slug(block.name)}`;
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return {
      id: count === 1 ? stem : `${stem}~${count}`,
      label: block.name === undefined ? blockTerm(block.kind) : verbatim(block.name),
      block,
    };
  });
}

function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return plain === "" ? "block" : plain;
}
