import type { ModelDocument } from "../../model/document";

/** Where in the step Szenarien the user is; one level at a time. */
export type ScenarioPlace =
  | { readonly kind: "list" }
  /** Years, inhabitants, indices and whatever else all scenarios have in common. */
  | { readonly kind: "frame" }
  /** The ready-made scenarios. */
  | { readonly kind: "presets" }
  | { readonly kind: "scenario"; readonly scenario: string }
  /** The choice of a kind of block. */
  | { readonly kind: "new-block"; readonly scenario: string }
  /** A block by its place in the scenario. */
  | { readonly kind: "block"; readonly scenario: string; readonly block: number };

/** A field the keyboard is to go to. */
export interface AskedField {
  readonly path: string;
  /** Tells two requests for the same field apart. */
  readonly number: number;
}

export const SCENARIO_LIST: ScenarioPlace = { kind: "list" };

/** The place a field of the document stands at. */
export function placeOfField(document: ModelDocument, path: string): ScenarioPlace {
  const [, index, block] = /^scenarios\[(\d+)\](?:\.blocks\[(\d+)\])?/.exec(path) ?? [];
  if (index === undefined) return path.startsWith("scenarios") ? SCENARIO_LIST : { kind: "frame" };
  const scenario = document.scenarios[Number(index)]?.id;
  if (scenario === undefined) return SCENARIO_LIST;
  return block === undefined
    ? { kind: "scenario", scenario }
    : { kind: "block", scenario, block: Number(block) };
}

/** The level above a place. */
export function placeAbove(place: ScenarioPlace): ScenarioPlace {
  return place.kind === "block" || place.kind === "new-block"
    ? { kind: "scenario", scenario: place.scenario }
    : SCENARIO_LIST;
}

/** A place that is there: an undo may have taken a scenario or a block away. */
export function placeIn(document: ModelDocument | undefined, place: ScenarioPlace): ScenarioPlace {
  if (!("scenario" in place))
    return document === undefined && place.kind === "frame" ? SCENARIO_LIST : place;
  const scenario = document?.scenarios.find(({ id }) => id === place.scenario);
  if (scenario === undefined) return SCENARIO_LIST;
  if (place.kind === "block" && scenario.blocks[place.block] === undefined)
    return placeAbove(place);
  return place;
}
