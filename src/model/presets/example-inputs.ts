import type { Text } from "../../language";
import type { BlockKind, ModelDocument } from "../document";
import { FIELD_LABELS } from "../field-labels";
import { identifyBlocks } from "../identified-blocks";
import { presetModel } from "./index";
import { SOURCES } from "./preset";

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

/** The title of the report that a source names in short; undefined for assumptions. */
export function reportTitle(source: string): string | undefined {
  return Object.entries(SOURCES).find(([short]) => source.startsWith(short))?.[1];
}

function countOf(
  { inhabitants }: ModelDocument,
  field: (typeof FRAME_FIGURES)[number]["field"],
): { readonly count?: number } {
  if (field !== "inhabitants" || inhabitants === undefined) return {};
  const count = typeof inhabitants === "number" ? inhabitants : Object.values(inhabitants)[0];
  return count === undefined ? {} : { count };
}

/** Whether a figure of the frame has the source with which presets bring it along. */
export function isOfFrame(
  field: keyof NonNullable<ModelDocument["sources"]>,
  source: string,
): boolean {
  return PRESET_FRAMES.some((sources) => sources[field] === source);
}

/** Whether a source is a report of another town. */
export function isReport(source: string): boolean {
  return reportTitle(source) !== undefined;
}
