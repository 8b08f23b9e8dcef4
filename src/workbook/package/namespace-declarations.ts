import { damagedPart } from "./refusal";
import type { XmlElement, XmlPart } from "./xml-tree";

/** Declarations of a root element by attribute: `xmlns`, `xmlns:x14ac`, `mc:Ignorable`. */
export type Declarations = ReadonlyMap<string, string>;

/** What the root declares; pieces that are carried into another part need the same there. */
export function declarationsOf(content: XmlPart, root: XmlElement): Declarations {
  const tag = new TextDecoder().decode(content.bytes.subarray(root.start, root.openEnd));
  const declared = new Map<string, string>();
  for (const [, name = ""] of tag.matchAll(
    /\s((?:xmlns(?::[^\s=]+)?)|(?:[^\s=:]+:Ignorable))\s*=/g,
  )) {
    declared.set(name, content.attribute(root, name) ?? "");
  }
  return declared;
}

/**
 * Attributes to be added to a root that has declarations of its own, with a leading blank.
 * @throws RefusedError when a prefix means two things
 */
export function missingDeclarations(wanted: Declarations, own: Declarations, part: string): string {
  let missing = "";
  for (const [name, value] of wanted) {
    const present = own.get(name);
    if (present === value) continue;
    if (present !== undefined) {
      throw damagedPart(
        part,
        `hat „${name}“ eine ungewohnte Bedeutung`,
        `“${name}” has an unusual meaning`,
      );
    }
    missing += ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
  }
  return missing;
}
