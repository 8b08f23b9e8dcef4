import type { Grid } from "../../budget/grid";
import type { Archive } from "./archive";
import { readCellFormats } from "./cell-formats";
import { readCellLooks } from "./cell-looks";
import type { CellLook } from "./cell-looks";
import type { Relationship } from "./relationships";
import { RELATIONSHIPS } from "./relationships";
import { SheetColours } from "./sheet-colours";
import { readSharedStrings } from "./shared-strings";
import { SheetReader } from "./sheet-reader";
import type { SheetContext } from "./sheet-reader";
import type { WorkbookDescription } from "./workbook-part";
import { asUtf8 } from "./xml-text";
import { readXmlPart } from "./xml-tree";
import type { XmlPart } from "./xml-tree";

/** What shared texts and formats are read from. */
interface Surroundings {
  readonly archive: Archive;
  readonly relationships: readonly Relationship[];
  readonly description: WorkbookDescription;
}

/** Shared texts and number formats of a workbook. */
export function readSheetContext(opened: Surroundings): SheetContext {
  const { archive, relationships, description } = opened;
  const partOf = (kind: string): string | undefined =>
    relationships.find(({ type, external }) => !external && type.endsWith(kind))?.target;
  const texts = partOf("/sharedStrings");
  const styles = partOf("/styles");
  return {
    texts: texts === undefined ? [] : readSharedStrings(asUtf8(archive.read(texts), texts), texts),
    formats: readCellFormats(styles === undefined ? undefined : readXmlPart(archive, styles)),
    date1904: description.date1904,
  };
}

/** Colours of a workbook and looks by the number of the cell format (`s` of a cell). */
export interface WorkbookLooks {
  readonly colours: SheetColours;
  readonly looks: readonly CellLook[];
}

/** Reads theme and styles; without styles there are no looks, and every cell is plain. */
export function readWorkbookLooks({
  archive,
  relationships,
}: Pick<Surroundings, "archive" | "relationships">): WorkbookLooks {
  const part = (kind: string): XmlPart | undefined => {
    const found = relationships.find(
      ({ type, external }) => !external && type === `${RELATIONSHIPS}/${kind}`,
    );
    return found === undefined ? undefined : readXmlPart(archive, found.target);
  };
  const colours = new SheetColours(part("theme"));
  const styles = part("styles");
  return { colours, looks: styles === undefined ? [] : readCellLooks(styles, colours) };
}

/** All cells of a sheet at once, for sheets of ours. */
export function readSheet(
  { archive }: Pick<Surroundings, "archive">,
  {
    name,
    hidden,
    part,
  }: { readonly name: string; readonly hidden: boolean; readonly part: string },
  context: SheetContext,
): Grid {
  const bytes = asUtf8(archive.read(part), part);
  const reader = new SheetReader({ name, hidden, part, bytes }, context);
  reader.readRows(Infinity);
  return reader.sheet().grid;
}
