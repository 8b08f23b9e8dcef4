import type { PlanChart, PlanSheet } from "../plan";
import type { AddedDrawing } from "./added-drawing";
import { chartXml } from "./chart-part";
import { CONTENT_TYPE } from "./content-types";
import { missingDeclarations } from "./namespace-declarations";
import type { Declarations } from "./namespace-declarations";
import type { NewParts } from "./new-parts";
import { freeIds, RELATIONSHIPS } from "./relationships";
import { escapeXml } from "./xml-text";

const CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const SPREADSHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** Adds the charts of a sheet and the drawing that holds them with what users drew; gives its name. */
export function drawCharts(
  parts: NewParts,
  sheet: PlanSheet,
  added: AddedDrawing | undefined,
): string | undefined {
  if (sheet.charts.length === 0 && added === undefined) return undefined;
  const nextId = freeIds(added?.relationships ?? []);
  const charts = sheet.charts.map((chart) => ({
    chart,
    id: nextId(),
    part: parts.add("xl/charts/chart#.xml", CONTENT_TYPE.chart, chartXml(chart)),
  }));
  const drawing = parts.add(
    "xl/drawings/drawing#.xml",
    CONTENT_TYPE.drawing,
    drawingXml(charts, added),
  );
  parts.relate(
    drawing,
    charts.map(({ id, part }) => ({ id, type: `${RELATIONSHIPS}/chart`, target: part })),
    added?.relationships,
  );
  return drawing;
}

/** A chart of the plan with the relationship to its part. */
interface PlacedChart {
  readonly chart: PlanChart;
  readonly id: string;
}

const OWN_DECLARATIONS: Declarations = new Map([
  ["xmlns:xdr", SPREADSHEET_DRAWING],
  ["xmlns:a", DRAWING_NAMESPACE],
]);

/** The drawing of a sheet: each chart in its frame of cells, with its alternative text. */
function drawingXml(charts: readonly PlacedChart[], added: AddedDrawing | undefined): string {
  const declared =
    added === undefined
      ? ""
      : missingDeclarations(added.declarations, OWN_DECLARATIONS, "xl/drawings");
  let shapeId = 1;
  const anchors = charts.map((placed) => {
    do shapeId++;
    while (added?.shapeIds.has(shapeId));
    return anchorXml(placed, shapeId);
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<xdr:wsDr xmlns:xdr="${SPREADSHEET_DRAWING}" xmlns:a="${DRAWING_NAMESPACE}"${declared}>` +
    `${anchors.join("")}${added?.anchors.join("") ?? ""}</xdr:wsDr>`
  );
}

function anchorXml({ chart, id }: PlacedChart, shapeId: number): string {
  const { from, to } = chart;
  return (
    `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${corner(from.row, from.column)}</xdr:from>` +
    // The frame ends where the cell behind the last one begins.
    `<xdr:to>${corner(to.row + 1, to.column + 1)}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${shapeId}" name="${escapeXml(chart.name)}" descr="${escapeXml(chart.alternativeText)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${CHART_NAMESPACE}"><c:chart xmlns:c="${CHART_NAMESPACE}" xmlns:r="${RELATIONSHIPS}" r:id="${id}"/></a:graphicData></a:graphic>` +
    `</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function corner(row: number, column: number): string {
  return `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
}
