import type { Language } from "../../language";
import type { BlockDocument, ModelDocument, ScenarioDocument } from "../document";
import { ownSource } from "../source-words";
import { isOfFrame, isReport } from "./example-inputs";

/** Fields of a block that are no figures: changing them says nothing of where its figures come from. */
const NO_FIGURES: ReadonlySet<string> = new Set([
  "source",
  "note",
  "name",
  "product",
  "account",
  "from",
  "to",
  "once",
  "index",
  "taxable",
]);

/** Figures of the frame that have a source. */
const FRAME_FIGURES = [
  "inhabitants",
  "workplaces",
  "indices",
  "discountRate",
  "rounding",
] as const satisfies readonly (keyof NonNullable<ModelDocument["sources"]>)[];

/**
 * The document after a change of figures, in which neither a report of another town nor the preset is
 * named any longer as the source of what was given anew.
 * @param before the document without the change, with the same scenarios and blocks
 */
export function withOwnSources(
  before: ModelDocument,
  after: ModelDocument,
  language: Language,
): ModelDocument {
  const scenarios = after.scenarios.map((scenario, at) => {
    const old = before.scenarios[at];
    return old === undefined ? scenario : ownScenario(old, scenario, language);
  });
  return { ...ownFrame(before, after, language), scenarios };
}

function ownFrame(before: ModelDocument, after: ModelDocument, language: Language): ModelDocument {
  const own = FRAME_FIGURES.flatMap((field) => {
    const source = after.sources?.[field];
    return source !== undefined && isOfFrame(field, source) && !isSame(before[field], after[field])
      ? [[field, ownSource(source, language)] as const]
      : [];
  });
  return own.length === 0
    ? after
    : { ...after, sources: { ...after.sources, ...Object.fromEntries(own) } };
}

/** The source of a scenario is that of its months; its figures stand in its blocks. */
function ownScenario(
  before: ScenarioDocument,
  after: ScenarioDocument,
  language: Language,
): ScenarioDocument {
  if (before === after) return after;
  const { source } = after;
  const isTermChanged = before.start !== after.start || before.end !== after.end;
  return {
    ...after,
    ...(isTermChanged && source !== undefined && isReport(source)
      ? { source: ownSource(source, language) }
      : {}),
    blocks: after.blocks.map((block, at) => {
      const old = before.blocks[at];
      return old === undefined ? block : ownBlock(old, block, language);
    }),
  };
}

function ownBlock(before: BlockDocument, after: BlockDocument, language: Language): BlockDocument {
  const { source } = after;
  if (before === after || source === undefined || !isReport(source)) return after;
  return isSame(figuresIn(before), figuresIn(after))
    ? after
    : { ...after, source: ownSource(source, language) };
}

function figuresIn(block: BlockDocument): readonly unknown[] {
  return Object.entries(block)
    .filter(([field]) => !NO_FIGURES.has(field))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
