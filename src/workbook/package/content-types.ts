import { appendInside, prefixOf, splice } from "./xml-tree";
import type { XmlPart } from "./xml-tree";
import { escapeXml } from "./xml-text";

export const CONTENT_TYPES_PART = "[Content_Types].xml";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

export const CONTENT_TYPE = {
  relationships: "application/vnd.openxmlformats-package.relationships+xml",
  workbook: `${SPREADSHEET}sheet.main+xml`,
  sheet: `${SPREADSHEET}worksheet+xml`,
  styles: `${SPREADSHEET}styles+xml`,
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  xml: "application/xml",
  customProperties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
} as const;

/** Content type of a part: its own, or that of its extension. */
export function contentTypeOf(content: XmlPart, part: string): string | undefined {
  const wanted = `/${part}`.toLowerCase();
  const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
  let byExtension: string | undefined;
  for (const element of content.root.children) {
    const type = content.attribute(element, "ContentType");
    if (content.attribute(element, "PartName")?.toLowerCase() === wanted) return type;
    if (content.attribute(element, "Extension")?.toLowerCase() === extension) byExtension ??= type;
  }
  return byExtension;
}

/**
 * The part with a type for every added part and without those of removed ones.
 * Types are given part by part: a type for an extension could change the meaning of foreign parts.
 */
export function changeContentTypes(
  content: XmlPart,
  added: ReadonlyMap<string, string>,
  removed: ReadonlySet<string>,
): Uint8Array {
  const prefix = prefixOf(content.root);
  const removedNames = new Set([...removed].map((part) => `/${part}`.toLowerCase()));
  const addedTypes = new Map([...added].map(([part, type]) => [`/${part}`.toLowerCase(), type]));
  const changes = content.root.children
    .filter((element) => {
      const name = content.attribute(element, "PartName")?.toLowerCase() ?? "";
      const type = addedTypes.get(name);
      const isAnother = type !== undefined && content.attribute(element, "ContentType") !== type;
      return removedNames.has(name) || isAnother;
    })
    .map((element) => ({ start: element.start, end: element.end, text: "" }));
  let items = "";
  for (const [part, type] of added) {
    if (contentTypeOf(content, part) === type) continue;
    items += `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`;
  }
  return splice(content.bytes, [...changes, appendInside(content.root, items)]);
}

/** A new content types part for a package whose parts are all given. */
export function writeContentTypes(parts: ReadonlyMap<string, string>): Uint8Array {
  const overrides = [...parts].map(
    ([part, type]) => `<Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`,
  );
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Default Extension="rels" ContentType="${CONTENT_TYPE.relationships}"/>` +
      `<Default Extension="xml" ContentType="${CONTENT_TYPE.xml}"/>${overrides.join("")}</Types>`,
  );
}
