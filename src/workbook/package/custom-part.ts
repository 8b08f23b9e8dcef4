import * as v from "valibot";
import { RefusedError } from "../../finding";
import { STORED_PART_NAMESPACE } from "../plan";
import { CONTENT_TYPE } from "./content-types";
import type { NewParts } from "./new-parts";
import type { OpenedPackage } from "./opened-package";
import type { StoredSheet } from "./our-marks";
import { RELATIONSHIPS } from "./relationships";
import { END, OPEN, XmlScanner } from "./xml-scanner";
import { asUtf8 } from "./xml-text";
import { XmlPart } from "./xml-tree";

/** Relationship from the workbook to a custom XML part. */
const CUSTOM_XML = `${RELATIONSHIPS}/customXml`;

/** Identity of our part within a workbook, the same everywhere, so that output depends on input alone. */
const ITEM_ID = "{6A0C3F5E-2D1B-4B7A-9C58-3E7F41D0B2A6}";

/** Where a custom XML part may hang: on the workbook, or on the package as LibreOffice has it. */
export type PartOwners = Pick<
  OpenedPackage,
  "archive" | "workbookName" | "relationships" | "packageRelationships"
>;

/** Our custom XML part with the relationship that leads to it. */
export interface StoredPart {
  readonly part: string;
  readonly text: string;
  /** Name of the part that refers to it; empty for the package itself. */
  readonly owner: string;
  readonly relationshipId: string;
}

/** Our custom XML part among those of the workbook. */
export function findStoredPart(owners: PartOwners): StoredPart | undefined {
  const { archive, workbookName, relationships, packageRelationships } = owners;
  const candidates = [
    ...relationships.map((relationship) => ({ owner: workbookName, ...relationship })),
    ...packageRelationships.map((relationship) => ({ owner: "", ...relationship })),
  ];
  for (const { owner, id, type, target, external } of candidates) {
    if (type !== CUSTOM_XML || external || !archive.has(target)) continue;
    const bytes = asUtf8(archive.read(target), target);
    if (rootNamespace(bytes, target) !== STORED_PART_NAMESPACE) continue;
    return { part: target, text: new TextDecoder().decode(bytes), owner, relationshipId: id };
  }
  return undefined;
}

const storedSchema = v.object({
  sheets: v.array(v.object({ key: v.string(), name: v.string() })),
});

/** Our sheets as the stored part lists them; none where it lists none or cannot be read. */
export function storedSheets(stored: StoredPart | undefined): readonly StoredSheet[] {
  if (stored === undefined) return [];
  try {
    const { root } = new XmlPart(new TextEncoder().encode(stored.text), stored.part);
    const content: unknown = JSON.parse(root.text);
    const parsed = v.safeParse(storedSchema, content);
    return parsed.success ? parsed.output.sheets : [];
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RefusedError) return [];
    throw cause;
  }
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
 * The text of our part as it is stored.
 * @throws Error when the text is no element in our namespace, a fault of the plan
 */
export function storedBytes(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (rootNamespace(bytes, "customXml") !== STORED_PART_NAMESPACE) {
    throw new Error(`the stored part must be an element in ${STORED_PART_NAMESPACE}`);
  }
  return bytes;
}

/** Adds our custom XML part with the properties part that Excel expects beside it. */
export function addStoredPart(parts: NewParts, text: string): string {
  const part = parts.add("customXml/item#.xml", CONTENT_TYPE.xml, storedBytes(text));
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
