import type { Text } from "../language";
import { backTaxInputs } from "./back-tax";
import { exitInputs } from "./blocks/exit";
import { ruleOf } from "./blocks/rules";
import { monthInput } from "./blocks/pricing";
import type { BlockDocument } from "./document";
import type { FieldPath } from "./document-place";
import { FIELD_LABELS } from "./field-labels";
import type { InputScope, Inputs, InputSpec } from "./inputs";
import { identifyBlocks } from "./identified-blocks";
import type { Model, Scenario } from "./model";
import { STATUS_QUO } from "./terms";
import { vatInputs } from "./vat";

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
      const own = scope(SCENARIO_SCOPE, FIELD_LABELS.term);
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
    FIELD_LABELS.start,
    scenario.start,
    source,
  );
  if (scenario.blocks.some(({ kind }) => kind === "exit")) return [start];
  return [
    start,
    monthInput("end", { path: ["end"] }, FIELD_LABELS.end, scenario.end ?? undefined, source),
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
