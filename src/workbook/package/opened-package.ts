import { RefusedError } from "../../finding";
import { Archive } from "./archive";
import { CONTENT_TYPES_PART, contentTypeOf } from "./content-types";
import { findStoredPart, storedSheets } from "./custom-part";
import { refuseOtherFiles } from "./file-kind";
import { markedSheets } from "./our-marks";
import type { StoredSheet } from "./our-marks";
import { damaged, damagedPart, notAWorkbook, strictFormat } from "./refusal";
import { readRelationships, relationshipsPartOf } from "./relationships";
import type { Relationship } from "./relationships";
import { readSheet, readSheetContext } from "./sheet-context";
import type { SheetContext } from "./sheet-reader";
import { readWorkbookPart } from "./workbook-part";
import type { SheetElement, WorkbookDescription } from "./workbook-part";
import { readXmlPart } from "./xml-tree";
import type { XmlPart } from "./xml-tree";

/** An entry of the workbook's list of sheets with its part. */
export interface PackageSheet extends SheetElement {
  /** Chart and macro sheets hold no cells. */
  readonly kind: "worksheet" | "other";
  readonly part: string;
  /** The name that marks it as ours; undefined for a sheet of the user. */
  readonly mark: string | undefined;
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
  /** Relationships of the package itself. */
  readonly packageRelationships: readonly Relationship[];
  readonly packageRelationshipsPart: XmlPart;
  readonly sheets: readonly PackageSheet[];
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
  const packageRelationshipsPart = readPackageRelationships(archive);
  const packageRelationships = readRelationships(packageRelationshipsPart, "");
  const workbookName = findWorkbook(packageRelationships);
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
  const parts = findSheets(description, relationships, workbookName);
  const opened = {
    archive,
    contentTypes,
    workbookName,
    workbook,
    description,
    relationships,
    relationshipsPart,
    packageRelationships,
    packageRelationshipsPart,
  };
  return { ...opened, sheets: markSheets(opened, parts) };
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

function readPackageRelationships(archive: Archive): XmlPart {
  const name = relationshipsPartOf("");
  if (!archive.has(name)) throw noWorkbook();
  return readXmlPart(archive, name);
}

function findWorkbook(relationships: readonly Relationship[]): string {
  const found = relationships.find(({ type }) => type.endsWith("/officeDocument"));
  if (found === undefined) throw noWorkbook();
  if (found.type.startsWith("http://purl.oclc.org/ooxml/")) throw strictFormat();
  return found.target;
}

function noWorkbook() {
  return damaged(
    "der Verweis auf die Arbeitsmappe fehlt",
    "the reference to the workbook is missing",
  );
}

function findSheets(
  description: WorkbookDescription,
  relationships: readonly Relationship[],
  workbookName: string,
): readonly Omit<PackageSheet, "mark">[] {
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
    };
  });
}

function markSheets(
  opened: Omit<OpenedPackage, "sheets">,
  sheets: readonly Omit<PackageSheet, "mark">[],
): readonly PackageSheet[] {
  let context: SheetContext | undefined;
  const evidence = sheets.map((sheet) => ({
    name: sheet.name,
    isWorksheet: sheet.kind === "worksheet",
    firstColumn: () => firstColumn(opened, sheet, () => (context ??= readSheetContext(opened))),
  }));
  const marked = markedSheets(evidence, opened.description, listedSheets(opened));
  return sheets.map((sheet) => ({ ...sheet, mark: marked.get(sheet.name.toLowerCase()) }));
}

/** A damaged part beside the sheets is refused only when it is asked for. */
function listedSheets(opened: Omit<OpenedPackage, "sheets">): readonly StoredSheet[] {
  return orNone(() => storedSheets(findStoredPart(opened)));
}

/** Texts of column A; none for a sheet that cannot be read, which then is refused when it is asked for. */
function firstColumn(
  opened: Omit<OpenedPackage, "sheets">,
  sheet: Omit<PackageSheet, "mark">,
  context: () => SheetContext,
): readonly string[] {
  return orNone(() => {
    const { rows } = readSheet(opened, sheet, context());
    return rows.map(([first]) => (typeof first === "string" ? first : ""));
  });
}

function orNone<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof RefusedError) return [];
    throw cause;
  }
}
