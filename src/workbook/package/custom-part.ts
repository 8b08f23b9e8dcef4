import { STORED_PART_NAMESPACE } from "../plan";
import { CONTENT_TYPE } from "./content-types";
import type { NewParts } from "./new-parts";
import type { OpenedPackage } from "./opened-package";
import { RELATIONSHIPS } from "./relationships";
import { END, OPEN, XmlScanner } from "./xml-scanner";
import { asUtf8 } from "./xml-text";

/** Relationship from the workbook to a custom XML part. */
const CUSTOM_XML = `${RELATIONSHIPS}/customXml`;

/** Identity of our part within a workbook, the same everywhere, so that output depends on input alone. */
const ITEM_ID = "{6A0C3F5E-2D1B-4B7A-9C58-3E7F41D0B2A6}";

/** Our custom XML part among those of the workbook: its name and text. */
export function findStoredPart(
  opened: OpenedPackage,
): { readonly part: string; readonly text: string } | undefined {
  for (const { type, target, external } of opened.relationships) {
    if (type !== CUSTOM_XML || external || !opened.archive.has(target)) continue;
    const bytes = asUtf8(opened.archive.read(target), target);
    if (rootNamespace(bytes, target) !== STORED_PART_NAMESPACE) continue;
    return { part: target, text: new TextDecoder().decode(bytes) };
  }
  return undefined;
}

/** Namespace of the root element; undefined for a part that is no XML, which is none of our business. */
function rootNamespace(bytes: Uint8Array, part: string): string | undefined {
  try {
    const scanner = new XmlScanner(bytes, part);
    let event = scanner.next();
    while (event !== OPEN && event !== END) event = scanner.next();
    if (event === END) return undefined;
    const name = scanner.qualifiedName();
    const colon = name.indexOf(":");
    return scanner.attribute(colon === -1 ? "xmlns" : `xmlns:${name.slice(0, colon)}`);
  } catch (cause) {
    if (cause instanceof Error && cause.name === "RefusedError") return undefined;
    throw cause;
  }
}

/**
 * Adds our custom XML part with the properties part that Excel expects beside it.
 * @throws Error when the text is no element in our namespace, a fault of the plan
 */
export function addStoredPart(parts: NewParts, text: string): string {
  const bytes = new TextEncoder().encode(text);
  if (rootNamespace(bytes, "customXml") !== STORED_PART_NAMESPACE) {
    throw new Error(`the stored part must be an element in ${STORED_PART_NAMESPACE}`);
  }
  const part = parts.add("customXml/item#.xml", CONTENT_TYPE.xml, bytes);
  const properties = parts.add(
    "customXml/itemProps#.xml",
    CONTENT_TYPE.customProperties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n` +
      `<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${STORED_PART_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  parts.relate(part, [{ id: "rId1", type: `${RELATIONSHIPS}/customXmlProps`, target: properties }]);
  return part;
}
