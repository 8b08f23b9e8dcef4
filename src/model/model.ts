import { RefusedError } from "../finding";
import { ROW_TERMS, STATUS_QUO } from "./terms";
import type {
  BlockDocument,
  BlockKind,
  BlockOf,
  ModelDocument,
  ScenarioDocument,
} from "./document";
import { checkModel } from "./check-model";
import { parseModel } from "./parse";

/** A model that obeys every rule, with its defaults filled in. */
export interface Model extends Omit<ModelDocument, "scenarios" | "request"> {
  readonly land: "NW" | "NI";
  readonly discountRate: number;
  readonly rounding: 1 | 10 | 100 | 1000;
  readonly reference: string;
  /** The scenario of the budget request: the first cooperation unless said; none without one. */
  readonly request: string | undefined;
  readonly indices: NonNullable<ModelDocument["indices"]>;
  readonly lines: NonNullable<ModelDocument["lines"]>;
  /** The status quo first. */
  readonly scenarios: readonly Scenario[];
  /** The document it was made of: what is stored in the workbook. */
  readonly document: ModelDocument;
}

export type Scenario = ScenarioDocument;

/**
 * Reads a model from JSON text or an object, checks it and fills in the defaults of `interfaces.md`.
 * @throws RefusedError with the path of every wrong field.
 */
export function readModel(source: unknown): Model {
  const document = parseModel(source);
  checkModel(document);
  return completeModel(document);
}

/** {@link readModel}, or undefined where a rule is broken. */
export function readIfValid(source: unknown): Model | undefined {
  try {
    return readModel(source);
  } catch (error) {
    if (error instanceof RefusedError) return undefined;
    throw error;
  }
}

function completeModel(document: ModelDocument): Model {
  const statusQuo: Scenario = document.scenarios.find(({ id }) => id === STATUS_QUO) ?? {
    id: STATUS_QUO,
    name: ROW_TERMS["status-quo"].de,
    blocks: [],
  };
  return {
    ...document,
    land: document.land ?? "NW",
    discountRate: document.discountRate ?? 0,
    rounding: document.rounding ?? 100,
    reference: document.reference ?? STATUS_QUO,
    request: document.request ?? document.scenarios.find(({ id }) => id !== STATUS_QUO)?.id,
    indices: document.indices ?? {},
    lines: document.lines ?? [],
    scenarios: [statusQuo, ...document.scenarios.filter(({ id }) => id !== STATUS_QUO)],
    document,
  };
}

/** The block of a kind that a scenario has at most one of. */
export function onlyBlock<K extends BlockKind>(
  scenario: Scenario,
  kind: K,
): BlockOf<K> | undefined {
  return scenario.blocks.find((block): block is BlockOf<K> => isKind(block, kind));
}

export function isKind<K extends BlockKind>(block: BlockDocument, kind: K): block is BlockOf<K> {
  return block.kind === kind;
}
