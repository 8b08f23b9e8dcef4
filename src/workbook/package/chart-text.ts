import type { PlanRange, PlanValue } from "../plan";
import { CHART_COLOURS, FONT_NAME } from "../styles";
import { escapeXml } from "./xml-text";

/** Letters of a chart; `size` in points. */
export function letters(size: number, bold: boolean, rotation?: number): string {
  const turned = rotation === undefined ? "" : ` rot="${rotation}" vert="horz"`;
  return `<c:txPr><a:bodyPr${turned}/><a:lstStyle/><a:p><a:pPr>${runProperties("a:defRPr", size, bold)}</a:pPr><a:endParaRPr lang="de-DE"/></a:p></c:txPr>`;
}

/** A title that shows the text of a cell and follows it. */
export function linkedTitle(title: PlanRange): string {
  return `<c:title><c:tx>${textReference(title)}</c:tx><c:overlay val="0"/>${letters(13, true)}</c:title>`;
}

/** Title of an axis: fixed words, a name and its unit. */
export function axisTitle(text: string, upright: boolean): string {
  const turned = upright ? ' rot="-5400000" vert="horz"' : "";
  return (
    `<c:title><c:tx><c:rich><a:bodyPr${turned}/><a:lstStyle/><a:p><a:pPr>${runProperties("a:defRPr", 10, false)}</a:pPr>` +
    `<a:r>${runProperties("a:rPr", 10, false)}<a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function runProperties(element: "a:defRPr" | "a:rPr", size: number, bold: boolean): string {
  const language = element === "a:rPr" ? ' lang="de-DE"' : "";
  return `<${element}${language} sz="${size * 100}" b="${bold ? 1 : 0}">${solidFill(CHART_COLOURS.text)}<a:latin typeface="${FONT_NAME}"/></${element}>`;
}

export function solidFill(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

/** A reference to texts, with the texts as a viewer shows them that does not look into the cells. */
export function textReference({ reference, values }: PlanRange): string {
  const points = values.map((value, index) => pointXml(index, value === null ? "" : shown(value)));
  return `<c:strRef><c:f>${escapeXml(reference)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points.join("")}</c:strCache></c:strRef>`;
}

/** A reference to numbers; what is no number leaves a gap. */
export function numberReference({ reference, values }: PlanRange, format: string): string {
  const points = values.map((value, index) =>
    typeof value === "number" ? pointXml(index, String(value)) : "",
  );
  return `<c:numRef><c:f>${escapeXml(reference)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join("")}</c:numCache></c:numRef>`;
}

/** Categories are numbers (years) or texts. */
export function categoryReference(range: PlanRange): string {
  const numbers = range.values.every((value) => typeof value === "number");
  return numbers ? numberReference(range, "0") : textReference(range);
}

function pointXml(index: number, text: string): string {
  return `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`;
}

function shown(value: Exclude<PlanValue, null>): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}
