import { cellAddress } from "../../address";
import type { Text } from "../../language";
import { extentOfPlan } from "../area";
import type { Extent } from "../area";
import { STORED_PART_NAMESPACE } from "../plan";
import type { PlanName, PlanSheet } from "../plan";
import type { JobOptions } from "../port";
import { chartLookPieces } from "./chart-look";
import { chartPieces } from "./chart-pieces";
import { clearingPiece, joined } from "./clearing";
import { journalXml } from "./journal";
import type { Journal } from "./journal";
import { bytesOf, inBatches } from "./pieces";
import type { Piece } from "./pieces";
import type { AgainSheet, Run } from "./preparing";
import { takeApart } from "./references";
import { send, sendTolerantly } from "./sending";
import { cellPieces, contentOver, contentPieces, linkPiece } from "./sheet-content";
import { lookPieces, widthPiece } from "./sheet-look";
import { printPiece } from "./sheet-print";
import { conditionalFormatPiece, validationPiece } from "./sheet-rules";
import { AREA_NAME, JOURNAL_NAMESPACE } from "./surroundings";
import { orderPiece, rename } from "./tab-order";
import { viewPieces } from "./view-pieces";
import type { KnownSheet } from "./watching";

/** What writing gave before the end of its journal. */
export interface Written {
  /** Looks that this Excel refused. */
  readonly refused: readonly Text[];
  readonly added: readonly KnownSheet[];
}

/**
 * Writes what a run has to do: journal, sheets and all content in as few batches as the size allows, then
 * the looks that some hosts refuse, then the end of the journal. A failure leaves the journal; taking back
 * is the caller's.
 */
export async function writeRun(
  context: Excel.RequestContext,
  run: Run,
  options: JobOptions,
): Promise<Written> {
  const { added, again, printed, moves, date1904 } = run;
  const laidOut = [...added, ...again.map(({ sheet }) => sheet)];
  const worksheets: Excel.Worksheet[] = [];
  const batches = inBatches([
    beginning(run, worksheets),
    ...again.flatMap(clearing),
    ...added.flatMap((sheet) => contentPieces(sheet, date1904)),
    ...again.flatMap((each) => contentAgain(each, date1904)),
    ...laidOut.flatMap((sheet) => sheetPieces(sheet, date1904)),
    ...printed.map(printPiece),
    // Charts last: whatever they show stands there already.
    ...laidOut.flatMap(chartPieces),
    ...orderPiece(moves),
  ]);
  const steps = batches.length + 2;
  await send(context, batches, (sent) => options.progress?.(sent, steps), options.signal);
  const refused = await sendTolerantly(context, laidOut.flatMap(finishingTouches));
  options.progress?.(steps - 1, steps);
  options.signal?.throwIfAborted();
  await endRun(context, run.journal);
  options.progress?.(steps, steps);
  return { refused, added: worksheets.map(({ id, name }) => ({ id, name })) };
}

/** Journal first, then every new sheet with its mark at once, so that a half-made run is recognised. */
function beginning(run: Run, worksheets: Excel.Worksheet[]): Piece {
  const { plan, added, journal, renamings, marks } = run;
  const xml = journalXml(journal);
  const calls = 10 + added.length * 9 + (renamings.length + marks.length) * 6;
  return {
    bytes: bytesOf(calls + plan.names.length * 4, [xml, plan.storedPart]),
    write: ({ workbook }) => {
      const { names, customXmlParts } = workbook;
      customXmlParts.add(xml);
      for (const name of journal.strayNames) names.getItem(name).delete();
      rename(workbook, renamings);
      for (const { from, to } of marks) {
        names.getItem(from).delete();
        for (const name of plan.names) if (name.name === to) addMark(workbook, name);
      }
      for (const sheet of added) {
        worksheets.push(workbook.worksheets.add(sheet.name).load("id,name"));
        for (const name of plan.names) {
          if (takeApart(name.reference)?.sheet === sheet.name) addMark(workbook, name);
        }
        markArea(workbook, sheet.name, extentOfPlan(sheet));
      }
      if (run.storedPart === undefined) customXmlParts.add(plan.storedPart);
      else {
        const stored = customXmlParts.getByNamespace(STORED_PART_NAMESPACE);
        stored.getOnlyItem().setXml(plan.storedPart);
      }
    },
  };
}

/** Adds a name that marks a sheet. */
export function addMark(
  { worksheets, names }: Excel.Workbook,
  { name, reference, comment }: PlanName,
): void {
  const at = takeApart(reference);
  if (at === undefined) return;
  names.add(name, worksheets.getItem(at.sheet).getRange(at.address).untrack(), comment);
}

/**
 * Marks what we have written, for the next run; the comment stays when Excel moves the reference.
 * `asWritten`: what the comment says, where rows or columns have come or gone since.
 */
export function markArea(
  { worksheets }: Excel.Workbook,
  sheet: string,
  extent: Extent,
  asWritten: Extent = extent,
): void {
  const address = ({ lastRow, lastColumn }: Extent): string =>
    `A1:${cellAddress(lastRow, lastColumn)}`;
  const worksheet = worksheets.getItem(sheet);
  const range = worksheet.getRange(address(extent)).untrack();
  worksheet.names.add(AREA_NAME, range, `Kooperationsrechner: ${address(asWritten)}`);
}

function clearing({ sheet, standing, own }: AgainSheet): readonly Piece[] {
  const next = extentOfPlan(sheet);
  const { former } = standing;
  const { cells: kept, links } = own;
  const charts = own.charts.map(({ id }) => id);
  return [
    clearingPiece({ sheet: sheet.name, former, next, kept, links, charts }),
    {
      bytes: bytesOf(6),
      write: ({ workbook }) => markArea(workbook, sheet.name, next),
    },
  ];
}

function contentAgain({ sheet, standing, own }: AgainSheet, date1904: boolean): readonly Piece[] {
  const all = joined(standing.former, extentOfPlan(sheet));
  return cellPieces(sheet.name, contentOver(sheet, all, own.cells, date1904));
}

/** Everything about a sheet but its content and its charts. */
export function sheetPieces(sheet: PlanSheet, date1904: boolean): readonly Piece[] {
  return [
    ...linkPiece(sheet),
    ...lookPieces(sheet),
    widthPiece(sheet),
    ...validationPiece(sheet, date1904),
    ...conditionalFormatPiece(sheet),
    printPiece(sheet),
  ];
}

/** Looks that some hosts refuse. */
export function finishingTouches(sheet: PlanSheet): readonly Piece[] {
  return [...viewPieces(sheet), ...chartLookPieces(sheet)];
}

/**
 * Ends the journal. Sheets that are no longer needed go in the same batch, behind a word in the journal that
 * from here on there is only forward.
 */
export async function endRun({ workbook }: Excel.RequestContext, journal: Journal): Promise<void> {
  const { worksheets, names, customXmlParts } = workbook;
  const part = customXmlParts.getByNamespace(JOURNAL_NAMESPACE).getOnlyItemOrNullObject();
  if (journal.gone.length > 0) {
    part.setXml(journalXml({ ...journal, finished: true }));
    for (const { sheet, mark } of journal.gone) {
      names.getItemOrNullObject(mark).delete();
      worksheets.getItemOrNullObject(sheet).delete();
    }
  }
  part.delete();
  await workbook.context.sync();
}
