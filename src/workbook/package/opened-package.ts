import { Archive } from "./archive";
import { CONTENT_TYPES_PART, contentTypeOf } from "./content-types";
import { refuseOtherFiles } from "./file-kind";
import { damaged, damagedPart, notAWorkbook, strictFormat } from "./refusal";
import { readRelationships, relationshipsPartOf } from "./relationships";
import type { Relationship } from "./relationships";
import { readWorkbookPart } from "./workbook-part";
import type { SheetElement, WorkbookDescription } from "./workbook-part";
import { asUtf8 } from "./xml-text";
import { XmlPart } from "./xml-tree";

/** Defined names that mark our sheets begin with this. */
export const MARK = "KR_";

/** An entry of the workbook's list of sheets with its part. */
export interface PackageSheet extends SheetElement {
  /** Chart and macro sheets hold no cells. */
  readonly kind: "worksheet" | "other";
  readonly part: string;
  /** Carries our mark. */
  readonly ours: boolean;
}

/** A package whose workbook has been found and read; sheets are read when asked for. */
export interface OpenedPackage {
  readonly archive: Archive;
  readonly contentTypes: XmlPart;
  readonly workbookName: string;
  readonly workbook: XmlPart;
  readonly description: WorkbookDescription;
  /** Relationships of the workbook; a package without them has no sheets. */
  readonly relationships: readonly Relationship[];
  readonly relationshipsPart: XmlPart;
  readonly sheets: readonly PackageSheet[];
}

/** Reads a part as UTF-8 into a tree. */
export function readXmlPart(archive: Archive, name: string): XmlPart {
  return new XmlPart(asUtf8(archive.read(name), name), name);
}

/** @throws RefusedError for every file that is no workbook in the usual Open XML format */
export function openBytes(bytes: Uint8Array): OpenedPackage {
  refuseOtherFiles(bytes);
  return openArchive(Archive.open(bytes));
}

/** Finds the workbook in a package. */
export function openArchive(archive: Archive): OpenedPackage {
  refuseOtherArchives(archive);
  const contentTypes = readXmlPart(archive, CONTENT_TYPES_PART);
  const workbookName = findWorkbook(archive);
  const type = contentTypeOf(contentTypes, workbookName) ?? "";
  if (type.includes("sheet.binary")) {
    throw notAWorkbook(
      "eine binäre Excel-Arbeitsmappe (.xlsb), die hier nicht gelesen wird",
      "a binary Excel workbook (.xlsb), which is not read here",
    );
  }
  const workbook = readXmlPart(archive, workbookName);
  if (workbook.root.local !== "workbook") {
    throw notAWorkbook(
      "ein anderes Office-Dokument und keine Excel-Arbeitsmappe",
      "another Office document and no Excel workbook",
    );
  }
  if (workbook.source(workbook.root).slice(0, 4096).includes("http://purl.oclc.org/ooxml/")) {
    throw strictFormat();
  }
  const relationshipsPart = readXmlPart(archive, relationshipsPartOf(workbookName));
  const relationships = readRelationships(relationshipsPart, workbookName);
  const description = readWorkbookPart(workbook);
  const sheets = findSheets(description, relationships, workbookName);
  return {
    archive,
    contentTypes,
    workbookName,
    workbook,
    description,
    relationships,
    relationshipsPart,
    sheets,
  };
}

function refuseOtherArchives(archive: Archive): void {
  if (archive.has(CONTENT_TYPES_PART)) return;
  if (archive.has("mimetype")) {
    throw notAWorkbook(
      "im OpenDocument-Format (.ods) gespeichert, das hier nicht gelesen wird",
      "saved in the OpenDocument format (.ods), which is not read here",
    );
  }
  throw notAWorkbook(
    "ein ZIP-Archiv und keine Excel-Arbeitsmappe",
    "a ZIP archive and no Excel workbook",
  );
}

function findWorkbook(archive: Archive): string {
  const name = relationshipsPartOf("");
  if (!archive.has(name)) {
    throw damaged(
      "der Verweis auf die Arbeitsmappe fehlt",
      "the reference to the workbook is missing",
    );
  }
  const found = readRelationships(readXmlPart(archive, name), "").find((relationship) =>
    relationship.type.endsWith("/officeDocument"),
  );
  if (found === undefined) {
    throw damaged(
      "der Verweis auf die Arbeitsmappe fehlt",
      "the reference to the workbook is missing",
    );
  }
  if (found.type.startsWith("http://purl.oclc.org/ooxml/")) throw strictFormat();
  return found.target;
}

function findSheets(
  description: WorkbookDescription,
  relationships: readonly Relationship[],
  workbookName: string,
): readonly PackageSheet[] {
  const marked = markedSheets(description);
  return description.sheets.map((sheet) => {
    const relationship = relationships.find(({ id }) => id === sheet.relationshipId);
    if (relationship === undefined || relationship.external) {
      throw damagedPart(
        workbookName,
        `fehlt der Inhalt des Blatts „${sheet.name}“`,
        `the content of sheet “${sheet.name}” is missing`,
      );
    }
    return {
      ...sheet,
      kind: relationship.type.endsWith("/worksheet") ? "worksheet" : "other",
      part: relationship.target,
      ours: marked.has(sheet.name.toLowerCase()),
    };
  });
}

/** Names of the sheets, in small letters, to which a name of ours refers. */
function markedSheets({ names }: WorkbookDescription): ReadonlySet<string> {
  const marked = new Set<string>();
  for (const { name, localSheet, reference } of names) {
    if (localSheet !== undefined || !name.startsWith(MARK)) continue;
    const quoted = /^'((?:[^']|'')+)'!/.exec(reference)?.[1]?.replaceAll("''", "'");
    const sheet = quoted ?? /^([^'!]+)!/.exec(reference)?.[1];
    if (sheet !== undefined) marked.add(sheet.toLowerCase());
  }
  return marked;
}
