import * as v from "valibot";
import { parseRemembered, rememberedDocument } from "../budget/correction-document";
import type { RememberedCorrection } from "../budget/line";
import type { CalendarDate } from "../law/calendar";
import type { Language } from "../language";
import type { ModelDocument } from "../model/document";
import { type PlanSheet, STORED_PART_NAMESPACE } from "../workbook/plan";

/** What the stored part says beside the model. */
export interface StoredFacts {
  readonly language: Language;
  readonly today: CalendarDate;
  readonly version: string;
  /** The user's corrections to the budget sheets, for the next reading. */
  readonly corrections?: readonly RememberedCorrection[];
}

const storedSchema = v.object({
  format: v.literal(1),
  language: v.picklist(["de", "en"]),
  model: v.unknown(),
  sheets: v.array(v.object({ key: v.string(), name: v.string() })),
  corrections: v.optional(v.unknown()),
});

/** What an earlier run stored in the workbook. */
export interface StoredContent extends Omit<v.InferOutput<typeof storedSchema>, "corrections"> {
  /** The user's corrections to the budget sheets; undefined where they are there but not to be understood. */
  readonly corrections: readonly RememberedCorrection[] | undefined;
}

/**
 * Reads the stored part of an earlier run; undefined where there is none or it is not ours, because the
 * sheets alone are enough to find ours again.
 */
export function readStoredPart(xml: string | undefined): StoredContent | undefined {
  const match = /<(?:\w+:)?workbook\b[^>]*>([\s\S]*)<\/(?:\w+:)?workbook>\s*$/.exec(xml ?? "");
  if (match === null) return undefined;
  const text = (match[1] ?? "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
  try {
    const result = v.safeParse(storedSchema, JSON.parse(text));
    if (!result.success) return undefined;
    return { ...result.output, corrections: parseRemembered(result.output.corrections ?? []) };
  } catch {
    return undefined;
  }
}

/**
 * The one custom XML part: the model as it was written and which sheets are ours. The inputs in the
 * cells are the truth; this only says how they belong together.
 */
export function storedPart(
  model: ModelDocument,
  sheets: readonly PlanSheet[],
  { language, today, version, corrections = [] }: StoredFacts,
): string {
  const content = {
    format: 1,
    version,
    language,
    run: today,
    model,
    sheets: sheets.map(({ key, name }) => ({ key, name })),
    ...(corrections.length === 0 ? {} : { corrections: rememberedDocument(corrections) }),
  };
  const text = JSON.stringify(content)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<workbook xmlns="${STORED_PART_NAMESPACE}">${text}</workbook>`;
}
