import { fill, type Language, type Text, verbatim } from "../../language";
import type { BlockKind, ModelDocument } from "../../model/document";
import { FIELD_LABELS } from "../../model/field-labels";
import { identifyBlocks } from "../../model/identified-blocks";
import { presetModel, SOURCES } from "../../model/presets";

/** A figure of the model that a preset brought along and nobody has replaced or confirmed yet. */
export interface ExampleInput {
  readonly label: Text;
  /** Of its field, or of its block. */
  readonly path: string;
  /** Where the document says where it comes from. */
  readonly sourcePath: string;
  /** What it says there. */
  readonly source: string;
  /** The number itself, of a figure that is one. */
  readonly count?: number;
  /** The first scenario that has it, with the id of the block there; none for figures of the frame. */
  readonly block?: { readonly scenario: string; readonly id: string };
}

/** The tax case and its consequences are what is compared, not figures of a town. */
const LEGAL_KINDS: ReadonlySet<BlockKind> = new Set(["vat", "back-tax", "provision", "exit"]);

/** Figures of the frame that differ from town to town, with the field to go to. */
const FRAME_FIGURES = [
  { field: "inhabitants", path: "inhabitants", label: FIELD_LABELS.inhabitants },
  { field: "indices", path: "indices.goods", label: FIELD_LABELS.priceChange },
] as const;

const PRESET_FRAMES = (["de", "en"] as const).map(
  (language) => presetModel([], { language }).sources ?? {},
);

const OWN_FIGURE: Text = { de: "Eigene Angabe (zuvor: {0})", en: "own figure (before: {0})" };
const CONFIRMED: Text = { de: "Bestätigt (Vorlage: {0})", en: "confirmed (preset: {0})" };

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

/**
 * The figures that still stand as the preset brought them: taken from the report of another town, or
 * assumed. What counts is the source beside them; who replaces a figure replaces that too.
 */
export function exampleInputs(document: ModelDocument): readonly ExampleInput[] {
  const frame = FRAME_FIGURES.flatMap(({ field, path, label }): readonly ExampleInput[] => {
    const source = document.sources?.[field];
    return source !== undefined && isOfFrame(field, source)
      ? [{ label, path, sourcePath: `sources.${field}`, source, ...countOf(document, field) }]
      : [];
  });
  const blocks = new Map<string, ExampleInput>();
  document.scenarios.forEach((scenario, at) => {
    identifyBlocks(scenario).forEach(({ id, label, block: { kind, source } }, index) => {
      if (source === undefined || LEGAL_KINDS.has(kind) || !isReport(source)) return;
      const path = `scenarios[${at}].blocks[${index}]`;
      const key = `${id}/${source}`;
      if (blocks.has(key)) return;
      blocks.set(key, {
        label,
        path,
        sourcePath: `${path}.source`,
        source,
        block: { scenario: scenario.id, id },
      });
    });
  });
  return [...frame, ...blocks.values()];
}

/** The words that confirm a figure of a preset as the town's own. */
export function confirmedSource(source: string, language: Language): string {
  return fill(CONFIRMED, verbatim(source))[language];
}

/** The title of the report that a source names in short; undefined for assumptions. */
export function reportTitle(source: string): string | undefined {
  return Object.entries(SOURCES).find(([short]) => source.startsWith(short))?.[1];
}

/**
 * The document after a change of figures, in which no report of another town is named any longer as the
 * source of what the user typed.
 * @param before the document without the change, with the same scenarios and blocks
 * @param path of the field that was changed
 */
export function withOwnSources(
  before: ModelDocument,
  after: ModelDocument,
  path: string,
  language: Language,
): ModelDocument {
  const [first = ""] = path.split(/[.[]/);
  const own = (source: string): string => fill(OWN_FIGURE, verbatim(source))[language];
  if (first !== "scenarios") {
    const field = FRAME_FIGURES.find((figure) => figure.field === first)?.field;
    const source = field === undefined ? undefined : after.sources?.[field];
    return field === undefined || source === undefined || !isOfFrame(field, source)
      ? after
      : { ...after, sources: { ...after.sources, [field]: own(source) } };
  }
  const [, field] = /\.blocks\[\d+\]\.([^.[]+)/.exec(path) ?? [];
  if (field === undefined || NO_FIGURES.has(field)) return after;
  return {
    ...after,
    scenarios: after.scenarios.map((scenario, at) => {
      const old = before.scenarios[at]?.blocks;
      if (scenario.blocks === old) return scenario;
      const blocks = scenario.blocks.map((block, index) =>
        block === old?.[index] || block.source === undefined || !isReport(block.source)
          ? block
          : { ...block, source: own(block.source) },
      );
      return { ...scenario, blocks };
    }),
  };
}

function countOf(
  { inhabitants }: ModelDocument,
  field: (typeof FRAME_FIGURES)[number]["field"],
): { readonly count?: number } {
  if (field !== "inhabitants" || inhabitants === undefined) return {};
  const count = typeof inhabitants === "number" ? inhabitants : Object.values(inhabitants)[0];
  return count === undefined ? {} : { count };
}

function isOfFrame(field: (typeof FRAME_FIGURES)[number]["field"], source: string): boolean {
  return PRESET_FRAMES.some((sources) => sources[field] === source);
}

function isReport(source: string): boolean {
  return reportTitle(source) !== undefined;
}
