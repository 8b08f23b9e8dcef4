import { damagedPart } from "./refusal";
import { appendInside, prefixOf, splice } from "./xml-tree";
import type { XmlPart } from "./xml-tree";
import { escapeXml } from "./xml-text";

export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A relationship of a part; `target` is a part name without leading slash, or an address outside. */
export interface Relationship {
  readonly id: string;
  /** Full type. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** Name of the part that holds the relationships of a part; the package's own for an empty name. */
export function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Relationships of a part, with targets resolved against its folder (relative or absolute, ECMA-376 part 2). */
export function readRelationships(content: XmlPart, owner: string): readonly Relationship[] {
  return content.root.children
    .filter((element) => element.local === "Relationship")
    .map((element) => {
      const id = content.attribute(element, "Id");
      const type = content.attribute(element, "Type");
      const target = content.attribute(element, "Target");
      if (id === undefined || type === undefined || target === undefined) {
        throw damagedPart(
          content.name,
          "ist ein Verweis unvollständig",
          "a reference is incomplete",
        );
      }
      const external = content.attribute(element, "TargetMode") === "External";
      return { id, type, external, target: external ? target : resolveTarget(owner, target) };
    });
}

function resolveTarget(owner: string, target: string): string {
  const plain = decodePercent(target);
  const folders = plain.startsWith("/") ? [] : owner.split("/").slice(0, -1);
  for (const step of plain.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== "." && step !== "") folders.push(step);
  }
  return folders.join("/");
}

function decodePercent(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** A relationship to be added; `target` as it stands in the file. */
export interface NewRelationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  /** The target is an address outside of the package. */
  readonly external?: boolean;
}

/** A new relationships part. */
export function writeRelationships(relationships: readonly NewRelationship[]): Uint8Array {
  const items = relationships.map((relationship) => relationshipXml(relationship, "")).join("");
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${items}</Relationships>`,
  );
}

/** The part with relationships added at its end and those of the given ids taken out. */
export function changeRelationships(
  content: XmlPart,
  added: readonly NewRelationship[],
  removedIds: ReadonlySet<string>,
): Uint8Array {
  const prefix = prefixOf(content.root);
  const removed = content.root.children
    .filter((element) => removedIds.has(content.attribute(element, "Id") ?? ""))
    .map((element) => ({ start: element.start, end: element.end, text: "" }));
  const items = added.map((relationship) => relationshipXml(relationship, prefix)).join("");
  return splice(content.bytes, [...removed, appendInside(content.root, items)]);
}

function relationshipXml(relationship: NewRelationship, prefix: string): string {
  const { id, type, target, external = false } = relationship;
  // Addresses outside stand there as their program wrote them.
  const written = external ? target : encodeURI(target);
  const mode = external ? ` TargetMode="External"` : "";
  return `<${prefix}Relationship Id="${escapeXml(id)}" Type="${type}" Target="${escapeXml(written)}"${mode}/>`;
}

/** Gives ids that the existing relationships do not use. */
export function freeIds(existing: readonly Relationship[]): () => string {
  const taken = new Set(existing.map((relationship) => relationship.id.toLowerCase()));
  let last = 0;
  return () => {
    do last++;
    while (taken.has(`rid${last}`));
    return `rId${last}`;
  };
}
