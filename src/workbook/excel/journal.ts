import { deflateSync, inflateSync } from "fflate";
import * as v from "valibot";
import type { Extent } from "../area";
import type { PlanPrint, PlanSheet } from "../plan";
import type { CellInput } from "./cell-input";
import { JOURNAL_NAMESPACE } from "./surroundings";

/** A sheet of ours as it stood before a run, ready to be written there again. */
export interface FormerSheet {
  readonly name: string;
  readonly mark: string;
  readonly markComment: string;
  /** What was marked as ours, and what was written when the mark was made. */
  readonly former: Extent;
  readonly asWritten: Extent;
  /** Undefined for a sheet on which the run changes no cell. */
  readonly content: FormerContent | undefined;
  /** Print set-up where the run changes that alone, as far as it is known. */
  readonly print: PlanPrint | undefined;
}

export interface FormerContent {
  /** What stood in the cells that the run changes, from A1 on. */
  readonly cells: readonly (readonly CellInput[])[];
  /** How the sheet was laid out; undefined where nobody knows, then looks stay as they are. */
  readonly planned: PlanSheet | undefined;
  /** Cells and links of the user's among them, by their keys. */
  readonly kept: readonly string[];
  readonly links: readonly string[];
}

const Journal = v.object({
  /** Sheets the run is about to add. */
  sheets: v.array(v.string()),
  /** Names the run is about to add. */
  names: v.array(v.string()),
  /** Our stored part before the run; null where there was none. */
  storedPart: v.nullable(v.string()),
  /** Names of ours without a sheet, which the run replaces. */
  strayNames: v.array(v.string()),
  /** Sheets that the run takes away at its very end. */
  gone: v.array(v.object({ sheet: v.string(), mark: v.string() })),
  /** All sheets in their order before the run; empty where the run does not change it. */
  order: v.array(v.string()),
  /** Sheets of ours as they stood, packed by {@link packSheets}; empty where there were none. */
  former: v.string(),
  /** Everything is written; what is left is to take sheets away that are no longer needed. */
  finished: v.optional(v.literal(true)),
});

/** What a run does: written down before it begins, so that it can be taken back whatever happens. */
export type Journal = v.InferOutput<typeof Journal>;

/** The journal as a custom XML part: it is saved, restored and lost together with the sheets. */
export function journalXml(journal: Journal): string {
  const text = JSON.stringify(journal)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return `<run xmlns="${JOURNAL_NAMESPACE}">${text}</run>`;
}

/** Undefined for a text that is no journal of ours. */
export function readJournal(xml: string): Journal | undefined {
  const text = />([^<]*)<\/run>\s*$/
    .exec(xml)?.[1]
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  if (text === undefined) return undefined;
  try {
    const parsed = v.safeParse(Journal, JSON.parse(text));
    if (!parsed.success) return undefined;
    unpackSheets(parsed.output.former);
    return parsed.output;
  } catch {
    return undefined;
  }
}

/** Sheets as text: some megabytes of cells and rules become a few hundred kilobytes. */
export function packSheets(sheets: readonly FormerSheet[]): string {
  if (sheets.length === 0) return "";
  const json = JSON.stringify(sheets, (_key, value: unknown) =>
    value instanceof Map ? { entries: [...(value as ReadonlyMap<unknown, unknown>)] } : value,
  );
  const bytes = deflateSync(new TextEncoder().encode(json));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The sheets of a journal that this program has written itself. */
export function unpackSheets(packed: string): readonly FormerSheet[] {
  if (packed === "") return [];
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const json = new TextDecoder().decode(inflateSync(bytes));
  const revive = (key: string, value: unknown): unknown =>
    key === "rowHeights" ? new Map((value as { entries: [number, number][] }).entries) : value;
  return JSON.parse(json, revive) as readonly FormerSheet[];
}
