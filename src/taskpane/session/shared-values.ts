import type { ModelDocument } from "../../model/document";
import { identifyBlocks } from "../../model/identified-blocks";
import { STATUS_QUO } from "../../model/terms";
import { valueAt, withValueAt } from "../../model/document-paths";

/** The same field of the same block in another scenario. */
export interface SameField {
  readonly scenario: string;
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
}

/**
 * The fields of other scenarios that are the same input as a field: the same field of the same block, or
 * the scenario's own start and end. Fields that stand for one scenario alone have none.
 */
export function sameFields(document: ModelDocument, path: string): readonly SameField[] {
  const block = /^scenarios\[(\d+)\]\.blocks\[(\d+)\]\.(.+)$/.exec(path);
  if (block !== null) {
    const [, from = "", position = "", field = ""] = block;
    return inOtherBlocks(document, Number(from), Number(position), field);
  }
  const term = /^scenarios\[(\d+)\]\.(start|end)$/.exec(path);
  if (term === null) return [];
  const [, from = "", field = ""] = term;
  return document.scenarios.flatMap(({ id, name }, index) => {
    if (index === Number(from) || id === STATUS_QUO) return [];
    const own = `scenarios[${index}].${field}`;
    return [{ scenario: id, name, path: own, value: valueAt(document, own) }];
  });
}

function inOtherBlocks(
  document: ModelDocument,
  from: number,
  position: number,
  field: string,
): readonly SameField[] {
  const scenario = document.scenarios[from];
  const wanted = scenario === undefined ? undefined : identifyBlocks(scenario)[position]?.id;
  if (wanted === undefined) return [];
  return document.scenarios.flatMap((other, index) => {
    if (index === from) return [];
    const at = identifyBlocks(other).findIndex(({ id }) => id === wanted);
    if (at < 0) return [];
    const path = `scenarios[${index}].blocks[${at}].${field}`;
    return [{ scenario: other.id, name: other.name, path, value: valueAt(document, path) }];
  });
}

/** With whom a field shares its value, and who has another one. */
export interface Sharing {
  readonly sharing: readonly SameField[];
  readonly differing: readonly SameField[];
}

/** Which scenarios give the same value for a field, and which another. */
export function sharingOf(document: ModelDocument, path: string): Sharing {
  const own = valueAt(document, path);
  const same = sameFields(document, path);
  return {
    sharing: same.filter(({ value }) => isSame(value, own)),
    differing: same.filter(({ value }) => !isSame(value, own)),
  };
}

/** Whether two values of a document are alike. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Edits of values that scenarios share. Who shares is settled when the typing begins: on the way from 94
 * to 100 a value may for a moment be that of a scenario that has nothing to do with it.
 */
export class SharedEdits {
  #path: string | undefined;
  #others: readonly string[] = [];

  /** The document with a value changed in all scenarios that share it, or in this one only. */
  put(document: ModelDocument, path: string, value: unknown, everywhere: boolean): ModelDocument {
    if (this.#path !== path) {
      this.#path = path;
      this.#others = sharingOf(document, path).sharing.map((other) => other.path);
    }
    const paths = everywhere ? [path, ...this.#others] : [path];
    return paths.reduce((changed, one) => withValueAt(changed, one, value), document);
  }

  /** The typing in a field is over. */
  leave(): void {
    this.#path = undefined;
    this.#others = [];
  }
}
