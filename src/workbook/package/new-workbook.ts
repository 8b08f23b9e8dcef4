import type { Grid } from "../../budget/grid";
import { Archive } from "./archive";
import { CONTENT_TYPE, CONTENT_TYPES_PART, writeContentTypes } from "./content-types";
import { gridXml } from "./grid-part";
import { emptyStyles } from "./new-workbook-parts";
import { openArchive } from "./opened-package";
import { PackageWorkbook } from "./package-workbook";
import { RELATIONSHIPS, relationshipsPartOf, writeRelationships } from "./relationships";
import { MAIN_NAMESPACE } from "./sheet-part";
import { StyleBook } from "./style-book";
import { escapeExcel } from "./xml-text";
import { XmlPart } from "./xml-tree";

const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const WORKBOOK = "xl/workbook.xml";

/**
 * A new workbook that holds the grids as its sheets, for budgets that come as `.csv`:
 * numbers stay numbers, codes stay text.
 * @throws RefusedError when a grid is larger than an Excel sheet
 */
export function createWorkbook(grids: readonly Grid[]): PackageWorkbook {
  const encoder = new TextEncoder();
  const stylesName = "xl/styles.xml";
  const styles = new StyleBook(new XmlPart(emptyStyles(), stylesName));
  const sheets = grids.map((grid, index) => ({
    name: grid.name,
    part: `xl/worksheets/sheet${index + 1}.xml`,
    id: `rId${index + 1}`,
    content: gridXml(grid, styles),
  }));
  const workbook =
    `${DECLARATION}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets>` +
    sheets
      .map(
        ({ name, id }, index) =>
          `<sheet name="${escapeExcel(name)}" sheetId="${index + 1}" r:id="${id}"/>`,
      )
      .join("") +
    `</sheets></workbook>`;
  const parts = new Map<string, Uint8Array>([
    [
      CONTENT_TYPES_PART,
      writeContentTypes(
        new Map([
          [WORKBOOK, CONTENT_TYPE.workbook],
          [stylesName, CONTENT_TYPE.styles],
          ...sheets.map(({ part }): [string, string] => [part, CONTENT_TYPE.sheet]),
        ]),
      ),
    ],
    [
      relationshipsPartOf(""),
      writeRelationships([
        { id: "rId1", type: `${RELATIONSHIPS}/officeDocument`, target: WORKBOOK },
      ]),
    ],
    [WORKBOOK, encoder.encode(workbook)],
    [
      relationshipsPartOf(WORKBOOK),
      writeRelationships([
        ...sheets.map(({ id, part }) => ({
          id,
          type: `${RELATIONSHIPS}/worksheet`,
          target: `/${part}`,
        })),
        { id: `rId${sheets.length + 1}`, type: `${RELATIONSHIPS}/styles`, target: "styles.xml" },
      ]),
    ],
    [stylesName, styles.bytes()],
    ...sheets.map(({ part, content }): [string, Uint8Array] => [part, encoder.encode(content)]),
  ]);
  return new PackageWorkbook(openArchive(Archive.empty().with(parts)));
}
