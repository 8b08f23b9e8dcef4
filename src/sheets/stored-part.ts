import type { CalendarDate } from "../law/calendar";
import type { Language } from "../language";
import type { ModelDocument } from "../model/document";
import { type PlanSheet, STORED_PART_NAMESPACE } from "../workbook/plan";

/** What the stored part says beside the model. */
export interface StoredFacts {
  readonly language: Language;
  readonly today: CalendarDate;
  readonly version: string;
}

/**
 * The one custom XML part: the model as it was written and which sheets are ours. The inputs in the
 * cells are the truth; this only says how they belong together.
 */
export function storedPart(
  model: ModelDocument,
  sheets: readonly PlanSheet[],
  { language, today, version }: StoredFacts,
): string {
  const content = {
    format: 1,
    version,
    language,
    run: today,
    model,
    sheets: sheets.map(({ key, name }) => ({ key, name })),
  };
  const text = JSON.stringify(content)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<workbook xmlns="${STORED_PART_NAMESPACE}">${text}</workbook>`;
}
