import { cellAddress } from "../../address";
import { DAYS_TO_1904 } from "../dates";
import type { PlanSheet, PlanValidation } from "../plan";
import type { AddedSettings } from "./added-settings";
import { areaReference, numberXml } from "./cell-xml";
import type { SheetSurroundings } from "./cell-xml";
import { escapeExcel, escapeXml } from "./xml-text";
import { splice, XmlPart } from "./xml-tree";
import type { XmlElement } from "./xml-tree";

/** Longest texts that Excel takes. */
const LONGEST = { title: 32, message: 255, tip: 255, header: 255 } as const;
const A4 = 9;

/** Everything of a worksheet that stands behind its cells, in the order of the schema. */
export function afterData(
  sheet: PlanSheet,
  surroundings: SheetSurroundings,
  added: AddedSettings,
): string {
  return (
    list("mergeCells", added.merges) +
    conditionalFormats(sheet, surroundings) +
    addedConditions(added.conditionalFormats, sheet.conditionalFormats.length) +
    list("dataValidations", [...validations(sheet, surroundings), ...added.validations]) +
    hyperlinks(sheet, added.hyperlinks) +
    print(sheet) +
    ignoredErrors(sheet) +
    (surroundings.drawingId === undefined ? "" : `<drawing r:id="${surroundings.drawingId}"/>`) +
    added.behind.join("")
  );
}

/** Elements in one that counts them; nothing for none. */
function list(name: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

function conditionalFormats(sheet: PlanSheet, { styles }: SheetSurroundings): string {
  return sheet.conditionalFormats
    .map((format, index) => {
      const area = areaReference(
        format.firstRow,
        format.firstColumn,
        format.lastRow,
        format.lastColumn,
      );
      const rule = `type="expression" dxfId="${styles.conditional(format.look)}" priority="${index + 1}"`;
      return `<conditionalFormatting sqref="${area}"><cfRule ${rule}><formula>${formulaXml(format.formula)}</formula></cfRule></conditionalFormatting>`;
    })
    .join("");
}

/** Rules of the user's, numbered behind ours in the order they had among themselves. */
function addedConditions(formats: readonly string[], ours: number): string {
  const contents = formats.map(
    (format) => new XmlPart(new TextEncoder().encode(format), "conditionalFormatting"),
  );
  const priorityOf = (content: XmlPart, rule: XmlElement): number =>
    Number(content.attribute(rule, "priority") ?? "0");
  const priorities = contents.flatMap((content) =>
    content.root.children.map((rule) => priorityOf(content, rule)),
  );
  const order = [...new Set(priorities)].sort((left, right) => left - right);
  return contents
    .map((content) => {
      const changes = content.root.children.flatMap((rule) => {
        const range = content.attributeRange(rule, "priority");
        const priority = ours + 1 + order.indexOf(priorityOf(content, rule));
        return range === undefined ? [] : [{ ...range, text: String(priority) }];
      });
      return new TextDecoder().decode(splice(content.bytes, changes));
    })
    .join("");
}

function validations(sheet: PlanSheet, { date1904 }: SheetSurroundings): readonly string[] {
  return sheet.validations.map((validation) => validationXml(validation, date1904));
}

function validationXml(validation: PlanValidation, date1904: boolean): string {
  const { rule, row, firstColumn, lastColumn } = validation;
  const area = areaReference(row, firstColumn, row, lastColumn);
  const prompt =
    validation.prompt === undefined
      ? ""
      : ` showInputMessage="1"${limited("promptTitle", validation.promptTitle, LONGEST.title)}${limited("prompt", validation.prompt, LONGEST.message)}`;
  const shift = rule.type === "date" && date1904 ? DAYS_TO_1904 : 0;
  const formulas =
    rule.type === "list"
      ? `<formula1>${formulaXml(rule.source)}</formula1>`
      : `<formula1>${numberXml(rule.minimum - shift)}</formula1><formula2>${numberXml(rule.maximum - shift)}</formula2>`;
  return (
    `<dataValidation type="${rule.type}" errorStyle="stop"${rule.type === "list" ? "" : ' operator="between"'}` +
    ` allowBlank="${validation.allowBlank ? 1 : 0}" showErrorMessage="1"` +
    limited("errorTitle", validation.errorTitle, LONGEST.title) +
    limited("error", validation.error, LONGEST.message) +
    `${prompt} sqref="${area}">${formulas}</dataValidation>`
  );
}

/** An attribute whose text Excel limits. @throws Error when the plan breaks the limit */
function limited(attribute: string, text: string | undefined, longest: number): string {
  if (text === undefined || text === "") return "";
  if (text.length > longest) {
    throw new Error(`${attribute} has ${text.length} characters, Excel takes ${longest}: ${text}`);
  }
  return ` ${attribute}="${escapeExcel(text)}"`;
}

function hyperlinks(sheet: PlanSheet, added: readonly string[]): string {
  const links = sheet.cells.flatMap(({ row, column, hyperlink }) =>
    hyperlink === undefined
      ? []
      : [
          `<hyperlink ref="${cellAddress(row, column)}" location="${escapeXml(hyperlink.target)}"${limited("tooltip", hyperlink.tip, LONGEST.tip)}/>`,
        ],
  );
  const all = [...links, ...added];
  return all.length === 0 ? "" : `<hyperlinks>${all.join("")}</hyperlinks>`;
}

function print({ print }: PlanSheet): string {
  const footer =
    `&L${literal(print.footerLeft)}&C${literal(print.footerCentre)}` +
    `&R${print.footerRight.replace(/&(?![PN])/g, "&&")}`;
  if (footer.length > LONGEST.header) {
    throw new Error(`the footer has ${footer.length} characters, Excel takes ${LONGEST.header}`);
  }
  return (
    `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="${A4}" fitToWidth="${print.pagesWide}" fitToHeight="${print.pagesTall}" orientation="${print.orientation}"/>` +
    `<headerFooter><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>` +
    rowBreaks(print.breaks)
  );
}

/** Page breaks above rows; `id` counts the rows above the break. */
function rowBreaks(rows: readonly number[]): string {
  if (rows.length === 0) return "";
  const breaks = rows.map((row) => `<brk id="${String(row)}" max="16383" man="1"/>`).join("");
  const count = String(rows.length);
  return `<rowBreaks count="${count}" manualBreakCount="${count}">${breaks}</rowBreaks>`;
}

/** Text of a footer in which `&` is no code. */
function literal(text: string): string {
  return text.replace(/&/g, "&&");
}

function ignoredErrors(sheet: PlanSheet): string {
  const areas = sheet.numbersAsText.map(({ firstRow, lastRow, column }) =>
    areaReference(firstRow, column, lastRow, column),
  );
  if (areas.length === 0) return "";
  return `<ignoredErrors><ignoredError sqref="${areas.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
}

function formulaXml(formula: string): string {
  return escapeXml(formula.replace(/^=/, ""));
}
