import type { BlockDocument, ModelDocument, ScenarioDocument } from "../../model/document";
import { identifyBlocks } from "../../model/identified-blocks";
import { STATUS_QUO } from "../../model/terms";

/** Kinds of which a scenario has at most one block. */
export const SINGLE_KINDS: ReadonlySet<BlockDocument["kind"]> = new Set([
  "vat",
  "back-tax",
  "provision",
  "exit",
]);

/** More scenarios than these a model does not take. */
export const MOST_SCENARIOS = 20;

/** Longest name of a scenario the model takes. */
const LONGEST_NAME = 120;

/** The scenarios as they are shown, the status quo first, each with its place in the document. */
export function listedScenarios(
  document: ModelDocument,
): readonly { readonly scenario: ScenarioDocument; readonly index: number }[] {
  const all = document.scenarios.map((scenario, index) => ({ scenario, index }));
  return [
    ...all.filter(({ scenario }) => scenario.id === STATUS_QUO),
    ...all.filter(({ scenario }) => scenario.id !== STATUS_QUO),
  ];
}

/** A document in which the status quo stands, first of all. */
export function withStatusQuo(document: ModelDocument, name: string): ModelDocument {
  if (document.scenarios.some(({ id }) => id === STATUS_QUO)) return document;
  return {
    ...document,
    scenarios: [{ id: STATUS_QUO, name, blocks: [] }, ...document.scenarios],
  };
}

/** A document with more scenarios at its end; ids and names that are taken get a number. */
export function withScenarios(
  document: ModelDocument,
  added: readonly ScenarioDocument[],
): ModelDocument {
  return added.reduce(
    (all, scenario) => insertScenario(all, scenario, all.scenarios.length),
    document,
  );
}

/** A document with a copy of a scenario behind it. */
export function withCopy(document: ModelDocument, id: string, name: string): ModelDocument {
  const index = document.scenarios.findIndex((scenario) => scenario.id === id);
  const original = document.scenarios[index];
  if (original === undefined) return document;
  return insertScenario(withRequest(document), { ...original, name }, index + 1);
}

/**
 * A document that names the scenario of its budget request. Without a name it is the first cooperation;
 * that must not become another one because the order changes.
 */
function withRequest(document: ModelDocument): ModelDocument {
  const request = document.request ?? document.scenarios.find(({ id }) => id !== STATUS_QUO)?.id;
  return request === undefined ? document : { ...document, request };
}

/** A document without a scenario, which is no longer the reference nor that of the budget request. */
export function withoutScenario(document: ModelDocument, id: string): ModelDocument {
  const { reference, request, ...others } = document;
  return {
    ...others,
    ...(reference === undefined || reference === id ? {} : { reference }),
    ...(request === undefined || request === id ? {} : { request }),
    scenarios: document.scenarios.filter((scenario) => scenario.id !== id),
  };
}

/** A document with a scenario so many places further down; the status quo stays first. */
export function withScenarioMoved(document: ModelDocument, id: string, by: -1 | 1): ModelDocument {
  const listed = listedScenarios(document).map(({ scenario }) => scenario);
  const from = listed.findIndex((scenario) => scenario.id === id);
  const to = from + by;
  const least = listed[0]?.id === STATUS_QUO ? 1 : 0;
  if (from < least || to < least || to >= listed.length) return document;
  return { ...withRequest(document), scenarios: moved(listed, from, to) };
}

/** A scenario's document with its blocks changed. */
export function withBlocks(
  document: ModelDocument,
  id: string,
  change: (blocks: readonly BlockDocument[]) => readonly BlockDocument[],
): ModelDocument {
  return {
    ...document,
    scenarios: document.scenarios.map((scenario) =>
      scenario.id === id ? { ...scenario, blocks: [...change(scenario.blocks)] } : scenario,
    ),
  };
}

/** Entries with one of them at another place. */
export function moved<Entry>(entries: readonly Entry[], from: number, to: number): Entry[] {
  const others = entries.filter((_, index) => index !== from);
  return [...others.slice(0, to), ...entries.slice(from, from + 1), ...others.slice(to)];
}

/** Entries with a copy of one of them behind it. */
export function doubled<Entry>(entries: readonly Entry[], at: number): Entry[] {
  return [...entries.slice(0, at + 1), ...entries.slice(at, at + 1), ...entries.slice(at + 1)];
}

/** Cooperation scenarios that lack a block of another one, and could take it. */
export function lackingBlock(
  document: ModelDocument,
  scenario: string,
  block: number,
): readonly string[] {
  const from = document.scenarios.find(({ id }) => id === scenario);
  const wanted = from === undefined ? undefined : identifyBlocks(from)[block];
  if (wanted === undefined) return [];
  return document.scenarios
    .filter(({ id }) => id !== scenario && id !== STATUS_QUO)
    .filter((other) =>
      SINGLE_KINDS.has(wanted.block.kind)
        ? other.blocks.every(({ kind }) => kind !== wanted.block.kind)
        : identifyBlocks(other).every(({ id }) => id !== wanted.id),
    )
    .map(({ id }) => id);
}

/** Scenarios that have the same block as another one, that one first. */
export function havingBlock(
  document: ModelDocument,
  scenario: string,
  block: number,
): readonly { readonly id: string; readonly block: number }[] {
  const from = document.scenarios.find(({ id }) => id === scenario);
  const wanted = from === undefined ? undefined : identifyBlocks(from)[block];
  if (wanted === undefined) return [];
  const others = document.scenarios.flatMap((other) => {
    if (other.id === scenario) return [];
    const index = identifyBlocks(other).findIndex(({ id }) => id === wanted.id);
    return index < 0 ? [] : [{ id: other.id, block: index }];
  });
  return [{ id: scenario, block }, ...others];
}

function insertScenario(
  document: ModelDocument,
  scenario: ScenarioDocument,
  at: number,
): ModelDocument {
  const ids = new Set(document.scenarios.map(({ id }) => id));
  const names = new Set(document.scenarios.map(({ name }) => name));
  const named: ScenarioDocument = {
    ...scenario,
    id: freeName(
      scenario.id.slice(0, 36).replace(/-+$/, ""),
      ids,
      (stem, number) => `${stem}-${number}`,
    ),
    name: freeName(
      scenario.name.slice(0, LONGEST_NAME - 6),
      names,
      (stem, number) => `${stem} (${number})`,
    ),
  };
  return {
    ...document,
    scenarios: [...document.scenarios.slice(0, at), named, ...document.scenarios.slice(at)],
  };
}

function freeName(
  stem: string,
  taken: ReadonlySet<string>,
  numbered: (stem: string, number: number) => string,
): string {
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) {
    const name = numbered(stem, number);
    if (!taken.has(name)) return name;
  }
}
