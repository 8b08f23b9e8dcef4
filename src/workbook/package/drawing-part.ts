import type { PlanChart, PlanSheet } from "../plan";
import { chartXml } from "./chart-part";
import { CONTENT_TYPE } from "./content-types";
import type { NewParts } from "./new-parts";
import { RELATIONSHIPS } from "./relationships";
import { escapeXml } from "./xml-text";

const CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** Adds the charts of a sheet and the drawing that holds them; gives the name of the drawing. */
export function drawCharts(parts: NewParts, sheet: PlanSheet): string | undefined {
  if (sheet.charts.length === 0) return undefined;
  const charts = sheet.charts.map((chart) =>
    parts.add("xl/charts/chart#.xml", CONTENT_TYPE.chart, chartXml(chart)),
  );
  const drawing = parts.add(
    "xl/drawings/drawing#.xml",
    CONTENT_TYPE.drawing,
    drawingXml(sheet.charts),
  );
  parts.relate(
    drawing,
    charts.map((target, index) => ({
      id: `rId${index + 1}`,
      type: `${RELATIONSHIPS}/chart`,
      target,
    })),
  );
  return drawing;
}

/** The drawing of a sheet: each chart in its frame of cells, with its alternative text. */
export function drawingXml(charts: readonly PlanChart[]): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${DRAWING_NAMESPACE}">` +
    `${charts.map(anchorXml).join("")}</xdr:wsDr>`
  );
}

function anchorXml(chart: PlanChart, index: number): string {
  const { from, to } = chart;
  return (
    `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${corner(from.row, from.column)}</xdr:from>` +
    // The frame ends where the cell behind the last one begins.
    `<xdr:to>${corner(to.row + 1, to.column + 1)}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${index + 2}" name="${escapeXml(chart.name)}" descr="${escapeXml(chart.alternativeText)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${CHART_NAMESPACE}"><c:chart xmlns:c="${CHART_NAMESPACE}" xmlns:r="${RELATIONSHIPS}" r:id="rId${index + 1}"/></a:graphicData></a:graphic>` +
    `</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function corner(row: number, column: number): string {
  return `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
}
