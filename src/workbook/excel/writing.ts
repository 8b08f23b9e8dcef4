import { cellAddress } from "../../address";
import type { Text } from "../../language";
import type { PlanSheet, WorkbookPlan } from "../plan";
import type { ApplyReport, JobOptions } from "../port";
import { chartLookPieces } from "./chart-look";
import { chartPieces } from "./chart-pieces";
import { journalXml } from "./journal";
import type { Journal } from "./journal";
import { bytesOf, inBatches } from "./pieces";
import type { Piece } from "./pieces";
import { takeApart } from "./references";
import { isRefusedCall } from "./refusals";
import { contentPieces, linkPiece } from "./sheet-content";
import { lookPieces, widthPiece } from "./sheet-look";
import { printPiece } from "./sheet-print";
import { conditionalFormatPiece, validationPiece } from "./sheet-rules";
import type { Surroundings } from "./surroundings";
import { AREA_NAME, JOURNAL_NAMESPACE } from "./surroundings";
import { viewPieces } from "./view-pieces";
import { STORED_PART_NAMESPACE } from "../plan";

/** What a run is about to add to the workbook. */
export function journalOf(plan: WorkbookPlan, surroundings: Surroundings): Journal {
  const names = plan.names.map(({ name }) => name);
  return {
    sheets: plan.sheets.map(({ name }) => name),
    names,
    storedPart: surroundings.storedPart ?? null,
    strayNames: surroundings.strayNames.filter((name) => names.includes(name)),
  };
}

/**
 * Writes a plan: journal, sheets and all content in as few batches as the size allows, then the looks that
 * some hosts refuse, then the end of the journal. A failure leaves the journal; taking back is the
 * caller's.
 */
export async function writePlan(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  surroundings: Surroundings,
  journal: Journal,
  options: JobOptions,
): Promise<ApplyReport> {
  const { date1904 } = surroundings;
  const batches = inBatches([
    beginning(plan, surroundings, journal),
    ...plan.sheets.flatMap((sheet) => contentPieces(sheet, date1904)),
    ...plan.sheets.flatMap((sheet) => sheetPieces(sheet, date1904)),
    // Charts last: whatever they show stands there already.
    ...plan.sheets.flatMap(chartPieces),
  ]);
  const steps = batches.length + 2;
  await send(context, batches, (sent) => options.progress?.(sent, steps), options.signal);
  const looks = plan.sheets.flatMap((sheet) => [...viewPieces(sheet), ...chartLookPieces(sheet)]);
  const refused = await sendTolerantly(context, looks);
  options.progress?.(steps - 1, steps);
  options.signal?.throwIfAborted();
  context.workbook.customXmlParts
    .getByNamespace(JOURNAL_NAMESPACE)
    .getOnlyItemOrNullObject()
    .delete();
  await context.sync();
  options.progress?.(steps, steps);
  return { sheets: plan.sheets.length, refused: refused === 0 ? [] : [refusedLooks(refused)] };
}

/** Journal first, then every sheet with its mark at once, so that a half-made run is recognised. */
function beginning(plan: WorkbookPlan, surroundings: Surroundings, journal: Journal): Piece {
  const xml = journalXml(journal);
  const marks = plan.names.map((name) => ({ ...name, at: takeApart(name.reference) }));
  return {
    bytes: bytesOf(10 + plan.sheets.length * 7 + marks.length * 4, [xml, plan.storedPart]),
    write: ({ workbook }) => {
      const { worksheets, names, customXmlParts } = workbook;
      customXmlParts.add(xml);
      for (const name of journal.strayNames) names.getItem(name).delete();
      for (const sheet of plan.sheets) {
        const worksheet = worksheets.add(sheet.name);
        for (const { name, comment, at } of marks) {
          if (at?.sheet !== sheet.name) continue;
          names.add(name, worksheet.getRange(at.address).untrack(), comment);
        }
        markArea(worksheet, sheet);
      }
      if (surroundings.storedPart === undefined) customXmlParts.add(plan.storedPart);
      else {
        const stored = customXmlParts.getByNamespace(STORED_PART_NAMESPACE);
        stored.getOnlyItem().setXml(plan.storedPart);
      }
    },
  };
}

/** What we write, for the next run; the comment stays when Excel moves the reference. */
function markArea(worksheet: Excel.Worksheet, { print, cells, charts }: PlanSheet): void {
  let { lastRow, lastColumn } = print.area;
  for (const { row, column } of [...cells, ...charts.map(({ to }) => to)]) {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  const address = `A1:${cellAddress(lastRow, lastColumn)}`;
  const range = worksheet.getRange(address).untrack();
  worksheet.names.add(AREA_NAME, range, `Kooperationsrechner: ${address}`);
}

function sheetPieces(sheet: PlanSheet, date1904: boolean): readonly Piece[] {
  return [
    ...linkPiece(sheet),
    ...lookPieces(sheet),
    widthPiece(sheet),
    ...validationPiece(sheet, date1904),
    ...conditionalFormatPiece(sheet),
    printPiece(sheet),
  ];
}

async function send(
  context: Excel.RequestContext,
  batches: readonly (readonly Piece[])[],
  progress: (sent: number) => void,
  signal: AbortSignal | undefined,
  sent = 0,
): Promise<void> {
  const [batch, ...rest] = batches;
  if (batch === undefined) return;
  signal?.throwIfAborted();
  suspend(context);
  for (const piece of batch) piece.write(context);
  await context.sync();
  progress(sent + 1);
  await send(context, rest, progress, signal, sent + 1);
}

/** No calculation and no drawing in the middle of a batch; both come back by themselves at its end. */
function suspend({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}

/**
 * Sends pieces of which some may be refused: all in one batch, and by halves when that fails, so that
 * only what is really refused is left out. Gives how many pieces were.
 */
async function sendTolerantly(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
): Promise<number> {
  const refused = await countRefused(inBatches(pieces), (batch) => sendOrHalve(context, batch));
  return refused;
}

async function countRefused(
  batches: readonly (readonly Piece[])[],
  sendOne: (batch: readonly Piece[]) => Promise<number>,
): Promise<number> {
  const [batch, ...rest] = batches;
  if (batch === undefined) return 0;
  const refused = await sendOne(batch);
  return refused + (await countRefused(rest, sendOne));
}

async function sendOrHalve(
  context: Excel.RequestContext,
  batch: readonly Piece[],
): Promise<number> {
  for (const piece of batch) piece.write(context);
  try {
    await context.sync();
    return 0;
  } catch (cause) {
    if (!isRefusedCall(cause)) throw cause;
    if (batch.length === 1) return 1;
    const half = Math.ceil(batch.length / 2);
    const first = await sendOrHalve(context, batch.slice(0, half));
    return first + (await sendOrHalve(context, batch.slice(half)));
  }
}

function refusedLooks(count: number): Text {
  const number = String(count);
  return {
    de: `Dieses Excel hat ${number} Angaben zum Aussehen von Diagrammen oder Ansichten abgelehnt. Zahlen und Formeln sind davon nicht betroffen.`,
    en: `This Excel refused ${number} details of the look of charts or views. Figures and formulas are not concerned.`,
  };
}
