import * as v from "valibot";
import { JOURNAL_NAMESPACE } from "./surroundings";

const Journal = v.object({
  /** Sheets the run is about to add. */
  sheets: v.array(v.string()),
  /** Names the run is about to add. */
  names: v.array(v.string()),
  /** Our stored part before the run; null where there was none. */
  storedPart: v.nullable(v.string()),
  /** Names of ours without a sheet, which the run replaces. */
  strayNames: v.array(v.string()),
});

/** What a run adds: written down before it begins, so that it can be taken back whatever happens. */
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
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
