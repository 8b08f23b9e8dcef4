import { quoteSheet } from "../../address";
import { STORED_PART_NAMESPACE } from "../plan";
import { chartPieces } from "./chart-pieces";
import { clearingPiece, joined } from "./clearing";
import { readJournal, unpackSheets } from "./journal";
import type { FormerContent, FormerSheet, Journal } from "./journal";
import { bytesOf, inBatches } from "./pieces";
import type { Piece } from "./pieces";
import { takeApart } from "./references";
import { send, sendTolerantly } from "./sending";
import { cellPieces } from "./sheet-content";
import { printPiece } from "./sheet-print";
import { setStoredPart } from "./stored-part";
import { AREA_NAME, JOURNAL_NAMESPACE, textOf } from "./surroundings";
import { movesInto, orderLike, orderPiece, rename } from "./tab-order";
import type { KnownSheet } from "./watching";
import { addMark, endRun, finishingTouches, markArea, sheetPieces } from "./writing";

/** What taking a run back did. */
export interface SetBack {
  /** Sheets that were removed or set back. */
  readonly sheets: readonly string[];
  readonly removed: readonly KnownSheet[];
  readonly added: readonly KnownSheet[];
  /** The run had been finished but for sheets that were to go; they went, and nothing was taken back. */
  readonly finished: boolean;
}

/**
 * Takes a run back, however far it came: removes the sheets and names it added, sets back those it wrote
 * over, restores the stored part. A sheet of that name which carries no mark of ours and is not empty has
 * come from somebody else in the meantime and stays. A run that had only to remove sheets is finished.
 */
export async function setBack(
  context: Excel.RequestContext,
  journal: Journal,
  { date1904, why }: { readonly date1904: boolean; readonly why: "failure" | "wish" },
): Promise<SetBack> {
  const { worksheets, names, customXmlParts } = context.workbook;
  names.load("items/name,items/value");
  worksheets.load("items/name,items/id");
  const added = journal.sheets.map((name) => {
    const worksheet = worksheets.getItemOrNullObject(name).load("name,id");
    const used = worksheet.getUsedRangeOrNullObject(true).load("address");
    return { name, worksheet, used };
  });
  const storedParts = customXmlParts.getByNamespace(STORED_PART_NAMESPACE).load("items/id");
  const journals = customXmlParts.getByNamespace(JOURNAL_NAMESPACE).load("items/id");
  const texts = customXmlParts
    .getByNamespace(JOURNAL_NAMESPACE)
    .getOnlyItemOrNullObject()
    .load("id");
  const text = texts.getXml();
  await context.sync();

  const standing = texts.isNullObject ? undefined : readJournal(textOf(text));
  const there = new Set(worksheets.items.map(({ name }) => name));
  const isOver =
    journal.gone.length > 0 &&
    standing === undefined &&
    journal.gone.every(({ sheet }) => !there.has(sheet));
  if (why === "failure" && (standing?.finished === true || isOver)) {
    await endRun(context, journal);
    return { sheets: [], removed: [], added: [], finished: true };
  }
  const marks = names.items.filter(({ name }) => journal.names.includes(name));
  const marked = new Set(marks.map(({ value }) => takeApart(String(value))?.sheet));
  const removed = added.filter(
    ({ name, worksheet, used }) =>
      !worksheet.isNullObject && (marked.has(name) || used.isNullObject),
  );
  for (const name of marks) {
    if (!journal.strayNames.includes(name.name)) name.delete();
  }
  for (const { worksheet } of removed) worksheet.delete();
  setStoredPart(customXmlParts, storedParts.items, journal.storedPart);
  const gone = removed.map(({ name, worksheet }) => ({ id: worksheet.id, name }));
  const sheets = removed.map(({ name }) => name);
  const former = unpackSheets(journal.former);
  if (former.length === 0) {
    for (const each of journals.items) each.delete();
    await context.sync();
    return { sheets, removed: gone, added: [], finished: false };
  }
  const left = worksheets.items
    .map(({ name }) => name)
    .filter((name) => !removed.some((each) => each.name === name));
  const byMark = new Map(
    names.items.map(({ name, value }) => [
      name.toLowerCase(),
      takeApart(String(value))?.sheet.toLowerCase(),
    ]),
  );
  const restored = await restoreSheets(context, { former, journal, left, byMark, date1904 });
  for (const each of journals.items) each.delete();
  await context.sync();
  const changed = former.flatMap(({ name, content }) => (content === undefined ? [] : [name]));
  return {
    sheets: [...sheets, ...changed],
    removed: gone,
    added: restored,
    finished: false,
  };
}

interface Restoring {
  readonly former: readonly FormerSheet[];
  readonly journal: Journal;
  /** Names of the sheets that are there. */
  readonly left: readonly string[];
  /** Sheets, in small letters, by the names that mark them. */
  readonly byMark: ReadonlyMap<string, string | undefined>;
  readonly date1904: boolean;
}

/** Sheets of an earlier run as they stood; gives those that had to be added. */
async function restoreSheets(
  context: Excel.RequestContext,
  { former, journal, left, byMark, date1904 }: Restoring,
): Promise<readonly KnownSheet[]> {
  const { worksheets } = context.workbook;
  const found = former.map((sheet) => {
    const marked = byMark.get(sheet.mark.toLowerCase());
    const now =
      left.find((name) => name.toLowerCase() === marked) ??
      left.find((name) => name.toLowerCase() === sheet.name.toLowerCase());
    return { sheet, now };
  });
  const renamings = found.flatMap(({ sheet, now }) =>
    now === undefined || now === sheet.name ? [] : [{ from: now, to: sheet.name }],
  );
  const missing = found.filter(({ now }) => now === undefined).map(({ sheet }) => sheet);
  const charts = found.flatMap(({ sheet, now }) => {
    if (now === undefined || sheet.content === undefined) return [];
    return [{ sheet, items: worksheets.getItem(now).charts.load("items/id,items/name") }];
  });
  if (charts.length > 0) await context.sync();
  const chartsOf = new Map(
    charts.map(({ sheet, items }) => [
      sheet,
      items.items.filter(({ name }) => isOurs(name, sheet)).map(({ id }) => id),
    ]),
  );
  const added: Excel.Worksheet[] = [];
  const beginning: Piece = {
    bytes: bytesOf(10 + former.length * 14),
    write: ({ workbook }) => {
      rename(workbook, renamings);
      for (const { name } of missing) added.push(workbook.worksheets.add(name).load("id,name"));
      for (const { name, mark, markComment } of former) {
        if (byMark.get(mark.toLowerCase()) !== undefined) continue;
        workbook.names.getItemOrNullObject(mark).delete();
        const reference = `${quoteSheet(name)}!$A$1`;
        addMark(workbook, { name: mark, reference, comment: markComment });
      }
    },
  };
  const renamed = (name: string): string => renamings.find(({ from }) => from === name)?.to ?? name;
  const present = [...left.map(renamed), ...missing.map(({ name }) => name)];
  const contents = former.flatMap((sheet) =>
    sheet.content === undefined ? [] : [{ sheet, content: sheet.content }],
  );
  const batches = inBatches([
    beginning,
    ...contents.flatMap(({ sheet, content }) =>
      restoringPieces(sheet, content, chartsOf.get(sheet) ?? []),
    ),
    ...contents.flatMap(({ content: { planned } }) =>
      planned === undefined ? [] : sheetPieces(planned, date1904),
    ),
    ...former.flatMap(({ name, print }) =>
      print === undefined ? [] : [printPiece({ name, print })],
    ),
    ...contents.flatMap(({ content: { planned } }) =>
      planned === undefined ? [] : chartPieces(planned),
    ),
    ...orderPiece(movesInto(present, orderLike(present, journal.order))),
  ]);
  await send(context, batches);
  await sendTolerantly(
    context,
    contents.flatMap(({ content: { planned } }) =>
      planned === undefined ? [] : finishingTouches(planned),
    ),
  );
  return added.map(({ id, name }) => ({ id, name }));
}

function isOurs(chart: string, { content }: FormerSheet): boolean {
  return (
    chart.startsWith("kr-") || content?.planned?.charts.some(({ name }) => name === chart) === true
  );
}

/** Looks off, what stood in the cells back, and the mark of what was ours. */
function restoringPieces(
  { name, former, asWritten }: FormerSheet,
  { cells, planned, kept, links }: FormerContent,
  charts: readonly string[],
): readonly Piece[] {
  const lastColumn = (cells[0]?.length ?? 1) - 1;
  const all = joined(former, { lastRow: Math.max(cells.length - 1, 0), lastColumn });
  const clearing: readonly Piece[] =
    planned === undefined
      ? []
      : [
          clearingPiece({
            sheet: name,
            former: all,
            next: former,
            kept: new Set(kept),
            links: new Set(links),
            charts,
          }),
        ];
  return [
    ...clearing,
    {
      bytes: bytesOf(8),
      write: ({ workbook }) => {
        workbook.worksheets.getItem(name).names.getItemOrNullObject(AREA_NAME).delete();
        markArea(workbook, name, former, asWritten);
      },
    },
    ...cellPieces(name, cells),
  ];
}
