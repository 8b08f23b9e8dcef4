import type { CellContent } from "../../budget/grid";
import type { PlanCell, PlanSheet } from "../plan";
import { readAddedCells } from "./added-cells";
import type { AddedCells } from "./added-cells";
import { readAddedColumns } from "./added-columns";
import { readAddedDrawing } from "./added-drawing";
import type { AddedDrawing } from "./added-drawing";
import { readAddedParts } from "./added-parts";
import { readAddedSettings } from "./added-settings";
import type { AddedSettings } from "./added-settings";
import { extentOfPlan, NO_EXTENT } from "../area";
import type { Extent } from "../area";
import { areaReference } from "./cell-xml";
import { stretched } from "../in-the-way";
import type { Place } from "../in-the-way";
import type { LookOwner } from "../styles";
import { declarationsOf } from "./namespace-declarations";
import type { Declarations } from "./namespace-declarations";
import type { OpenedPackage, PackageSheet } from "./opened-package";
import { writtenExtent } from "./our-marks";
import { readRelationships, relationshipsPartOf } from "./relationships";
import type { Relationship } from "./relationships";
import { readElements } from "./sheet-elements";
import { asUtf8 } from "./xml-text";
import { readXmlPart, XmlPart } from "./xml-tree";

/** What users added to a sheet of ours, ready to stand on the sheet that takes its place. */
export interface Additions {
  readonly declarations: Declarations;
  readonly cells: AddedCells;
  /** `col` elements of columns right of our area. */
  readonly columns: string;
  /** The sheet is among those whose tabs are selected. */
  readonly tabSelected: boolean;
  /** Name of the sheet's module in a workbook with macros. */
  readonly codeName: string | undefined;
  readonly settings: AddedSettings;
  readonly relationships: readonly Relationship[];
  readonly drawing: AddedDrawing | undefined;
  /** Everything that would be lost with the sheet. */
  readonly places: readonly Place[];
}

export const NOTHING_ADDED: Additions = {
  declarations: new Map(),
  cells: { rows: new Map(), formulas: [], places: [] },
  columns: "",
  tabSelected: false,
  codeName: undefined,
  settings: {
    merges: [],
    conditionalFormats: [],
    validations: [],
    hyperlinks: [],
    behind: [],
    relationshipIds: new Set(),
    places: [],
  },
  relationships: [],
  drawing: undefined,
  places: [],
};

/** A sheet of ours as it stands, and what is to take its place. */
export interface SheetChange {
  readonly sheet: PackageSheet;
  /** Position among the sheets of the workbook, from 0. */
  readonly place: number;
  /** Undefined for a sheet that goes. */
  readonly planned: PlanSheet | undefined;
  readonly chartNames: ReadonlySet<string>;
  readonly contentAt: (row: number, column: number) => CellContent;
  readonly ownerOf: (cellFormat: number) => LookOwner;
}

/** What all readers of additions need to tell ours from theirs. */
export interface AdditionFrame {
  readonly sheet: string;
  readonly former: Extent;
  readonly next: Extent;
  readonly planned: (row: number, column: number) => PlanCell | undefined;
  readonly contentAt: (row: number, column: number) => CellContent;
  readonly ownerOf: (cellFormat: number) => LookOwner;
}

/**
 * Reads what users added to a sheet of ours: cells beside our area, notes, pictures, settings.
 * @throws RefusedError when something of it could not be kept
 */
export function readAdditions(opened: OpenedPackage, change: SheetChange): Additions {
  const { archive, description } = opened;
  const { sheet, planned, contentAt, ownerOf, chartNames } = change;
  const next = planned === undefined ? NO_EXTENT : extentOfPlan(planned);
  const written = writtenExtent(description, change.place);
  const former = written?.extent ?? next;
  if (written !== undefined && planned !== undefined) {
    refuseStretched(sheet.name, written.asWritten, former);
  }
  const cellsByPlace = new Map(planned?.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const frame: AdditionFrame = {
    sheet: sheet.name,
    former,
    next,
    planned: (row, column) => cellsByPlace.get(`${row} ${column}`),
    contentAt,
    ownerOf,
  };
  const bytes = asUtf8(archive.read(sheet.part), sheet.part);
  const elements = readElements(bytes, sheet.part);
  const relationships = relationshipsOf(opened, sheet.part);
  const settings = readAddedSettings(elements, relationships, frame);
  const parts = readAddedParts(opened, relationships, frame);
  const drawingPart = relationships.find(({ type }) => type.endsWith("/drawing"))?.target;
  const drawing =
    drawingPart === undefined || !archive.has(drawingPart)
      ? undefined
      : readAddedDrawing(archive, drawingPart, {
          sheet: sheet.name,
          former,
          chartNames,
          charts: planned?.charts ?? [],
        });
  const cells = readAddedCells(bytes, sheet.part, frame);
  const root = new XmlPart(elements.shell, sheet.part);
  return {
    declarations: declarationsOf(root, root.root),
    cells,
    columns: readAddedColumns(elements, frame),
    tabSelected: isSelected(elements.find("sheetViews")),
    codeName: codeNameOf(elements.find("sheetPr")),
    settings,
    relationships: relationships.filter(
      ({ id }) => settings.relationshipIds.has(id) || parts.relationshipIds.has(id),
    ),
    drawing,
    places: [...cells.places, ...settings.places, ...parts.places, ...(drawing?.places ?? [])],
  };
}

function refuseStretched(sheet: string, written: Extent, now: Extent): void {
  if (now.lastRow <= written.lastRow && now.lastColumn <= written.lastColumn) return;
  const reference = ({ lastRow, lastColumn }: Extent): string =>
    areaReference(0, 0, lastRow, lastColumn);
  throw stretched(sheet, reference(written), reference(now));
}

function relationshipsOf({ archive }: OpenedPackage, part: string): readonly Relationship[] {
  const name = relationshipsPartOf(part);
  return archive.has(name) ? readRelationships(readXmlPart(archive, name), part) : [];
}

function isSelected(views: XmlPart | undefined): boolean {
  return (
    views?.root.children.some((view) =>
      ["1", "true"].includes(views.attribute(view, "tabSelected") ?? ""),
    ) ?? false
  );
}

function codeNameOf(properties: XmlPart | undefined): string | undefined {
  return properties?.attribute(properties.root, "codeName");
}
