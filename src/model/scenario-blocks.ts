import { type Text, verbatim } from "../language";
import { backTaxInputs } from "./back-tax";
import { exitInputs } from "./blocks/exit";
import { type CostKind, isCostKind, ruleOf } from "./blocks/rules";
import { monthInput } from "./blocks/pricing";
import type { BlockDocument, BlockKind } from "./document";
import type { FieldPath } from "./document-place";
import type { InputScope, Inputs, InputSpec } from "./inputs";
import type { Model, Scenario } from "./model";
import { STATUS_QUO } from "./model";
import { ROW_TERMS } from "./terms";
import { vatInputs } from "./vat";

/** A block with the id its input and working rows begin with. */
export interface IdentifiedBlock {
  readonly id: string;
  readonly label: Text;
  readonly block: BlockDocument;
}

const BLOCK_TERMS: Readonly<Record<Exclude<BlockKind, CostKind>, Text>> = {
  vat: ROW_TERMS.vat,
  "back-tax": { de: "Nachforderung", en: "Back tax" },
  provision: { de: "Rückstellung", en: "Provision" },
  exit: { de: "Austritt", en: "Exit" },
};

/** What a kind of block is called. */
export function blockTerm(kind: BlockKind): Text {
  return isCostKind(kind) ? ruleOf(kind).term : BLOCK_TERMS[kind];
}

/**
 * The blocks of a scenario with stable ids: the kind, the name where it has one, and a number where two
 * are alike. The same block in several scenarios has the same id, so that its inputs are shared.
 */
export function identifyBlocks(scenario: Scenario): readonly IdentifiedBlock[] {
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

/** The scope of a scenario's own months. */
export const SCENARIO_SCOPE = "scenario";

/** Asks for every input of every scenario. */
export function requestInputs(model: Model, inputs: Inputs): void {
  for (const scenario of model.scenarios) {
    // A status quo that the document does not name has no blocks, so nothing asks for its place.
    const place = ["scenarios", model.document.scenarios.findIndex(({ id }) => id === scenario.id)];
    const scope = (id: string, label: Text, ...within: FieldPath): InputScope => ({
      scenario: scenario.id,
      scenarioName: scenario.name,
      holder: [...place, ...within],
      scope: id,
      label,
    });
    if (scenario.id !== STATUS_QUO) {
      const own = scope(SCENARIO_SCOPE, {
        de: "Laufzeit",
        en: "Term",
      });
      for (const spec of termInputs(scenario)) inputs.request(own, spec);
    }
    identifyBlocks(scenario).forEach(({ id, label, block }, position) => {
      const own = scope(id, label, "blocks", position);
      for (const spec of blockInputs(block, model)) inputs.request(own, spec);
    });
  }
}

function termInputs(scenario: Scenario): readonly InputSpec[] {
  const { source } = scenario;
  const start = monthInput(
    "start",
    { path: ["start"] },
    { de: "Beginn (leer: von Anfang an)", en: "Start (empty: from the beginning)" },
    scenario.start,
    source,
  );
  if (scenario.blocks.some(({ kind }) => kind === "exit")) return [start];
  return [
    start,
    monthInput(
      "end",
      { path: ["end"] },
      { de: "Ende (leer: offen)", en: "End (empty: open)" },
      scenario.end ?? undefined,
      source,
    ),
  ];
}

function blockInputs(block: BlockDocument, model: Model): readonly InputSpec[] {
  switch (block.kind) {
    case "vat":
      return vatInputs(block, model.years.first);
    case "back-tax":
      return backTaxInputs(block);
    case "exit":
      return exitInputs(block);
    case "provision":
      return [];
    default:
      return ruleOf(block.kind).inputs(block);
  }
}
