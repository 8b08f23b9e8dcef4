import * as v from "valibot";
import { parseRemembered, rememberedDocument } from "../budget/correction-document";
import type { RememberedCorrection } from "../budget/line";
import type { CalendarDate } from "../law/calendar";
import type { Language } from "../language";
import type { ModelDocument } from "../model/document";
import type { TypedInput } from "../model/typed-inputs";
import { type PlanSheet, STORED_PART_NAMESPACE } from "../workbook/plan";

/** What the stored part says beside the model. */
export interface StoredFacts {
  readonly language: Language;
  readonly today: CalendarDate;
  readonly version: string;
  /** The user's corrections to the budget sheets, for the next reading. */
  readonly corrections?: readonly RememberedCorrection[];
  /** Typed inputs that stand in the cells but not in the model, legal values for example. */
  readonly typed?: readonly TypedInput[];
}

const typedSchema = v.object({
  sheet: v.string(),
  row: v.string(),
  label: v.string(),
  place: v.union([v.object({ year: v.number() }), v.object({ column: v.number() })]),
  value: v.union([v.number(), v.string(), v.null()]),
  cell: v.string(),
});

const draftSchema = v.object({
  model: v.unknown(),
  /** What had been typed into our sheets by then: the draft knows of it already. */
  seen: v.array(
    v.object({ cell: v.string(), value: v.nullable(v.union([v.number(), v.string()])) }),
  ),
});

const storedSchema = v.object({
  format: v.literal(1),
  language: v.picklist(["de", "en"]),
  /** The model as it was last written; none where only a draft is kept. */
  model: v.optional(v.unknown()),
  /** The model as the user left it, where it is not the one written. */
  draft: v.optional(draftSchema),
  version: v.optional(v.string()),
  run: v.optional(v.string()),
  sheets: v.array(v.object({ key: v.string(), name: v.string() })),
  corrections: v.optional(v.unknown()),
  typed: v.optional(v.array(typedSchema), []),
});

/** A model that is not written yet. */
export interface Draft {
  readonly model: ModelDocument;
  readonly seen: readonly Pick<TypedInput, "cell" | "value">[];
}

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
  facts: StoredFacts,
): string {
  return partText({
    ...runFacts(facts),
    model,
    sheets: sheets.map(({ key, name }) => ({ key, name })),
    ...correctionFacts(facts),
    ...typedFacts(facts),
  });
}

/**
 * The part with a draft in it: the model as the user left it, beside what is written. What is written stays
 * described as it was.
 */
export function draftPart(
  draft: Draft | undefined,
  written: StoredContent | undefined,
  facts: StoredFacts,
): string {
  const { model, sheets = [], version, run, language, typed = [] } = written ?? {};
  return partText({
    ...runFacts(facts),
    ...(language === undefined ? {} : { language }),
    ...(version === undefined ? {} : { version }),
    ...(run === undefined ? {} : { run }),
    ...(model === undefined ? {} : { model }),
    ...(draft === undefined
      ? {}
      : {
          draft: {
            model: draft.model,
            seen: draft.seen.map(({ cell, value }) => ({ cell, value })),
          },
        }),
    sheets,
    ...correctionFacts(facts),
    ...typedFacts({ typed }),
  });
}

function runFacts({ language, today, version }: StoredFacts) {
  return { format: 1, version, language, run: today };
}

function correctionFacts({ corrections = [] }: StoredFacts) {
  return corrections.length === 0 ? {} : { corrections: rememberedDocument(corrections) };
}

function typedFacts({ typed = [] }: Pick<StoredFacts, "typed">) {
  return typed.length === 0 ? {} : { typed };
}

function partText(content: object): string {
  const text = JSON.stringify(content)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<workbook xmlns="${STORED_PART_NAMESPACE}">${text}</workbook>`;
}
