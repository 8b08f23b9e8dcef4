import type { ModelDocument } from "./document";

/** A step into a document: the name of a field, or the number of a list entry. */
type PathStep = string | number;

/** The steps of a path such as `scenarios[0].blocks[2].byYear.2022`. */
export function pathSteps(path: string): readonly PathStep[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name = ""]) =>
    index === undefined ? name : Number(index),
  );
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(document: unknown, path: string): unknown {
  return pathSteps(path).reduce<unknown>(entryOf, document);
}

/**
 * A document with another value at a path, `undefined` for none; what is around it stays the same object.
 * A required value that is still to be given is `null`, which the model check refuses: before anything is
 * computed the document is read anew, so that no draft is ever taken for a model.
 */
export function withValueAt(document: ModelDocument, path: string, value: unknown): ModelDocument {
  return put(document, pathSteps(path), value) as ModelDocument;
}

function put(part: unknown, [step, ...rest]: readonly PathStep[], value: unknown): unknown {
  if (step === undefined) return value;
  const inner = put(entryOf(part, step), rest, value);
  if (typeof step === "number") {
    const list: readonly unknown[] = Array.isArray(part) ? part : [];
    return list.map((entry, index) => (index === step ? inner : entry));
  }
  const record = isRecord(part) ? part : {};
  if (inner !== undefined) return { ...record, [step]: inner };
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== step));
}

function entryOf(part: unknown, step: PathStep): unknown {
  if (Array.isArray(part)) {
    const list: readonly unknown[] = part;
    return typeof step === "number" ? list[step] : undefined;
  }
  return isRecord(part) ? part[String(step)] : undefined;
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}
