import type { WorkbookChange } from "../port";
import { inExcel } from "./session";

/**
 * Sheets that this session added or deleted and of which Excel has not told yet: what it says of them
 * carries no sign of who did it, other than what it says of cells.
 */
export class OwnSheets {
  private readonly added = new Set<string>();
  private readonly deleted = new Set<string>();

  add(names: readonly string[]): void {
    for (const name of names) this.added.add(name);
  }

  delete(names: readonly string[]): void {
    for (const name of names) this.deleted.add(name);
  }

  /** Whether it was this session; asked once for each time. */
  wasAdded(name: string): boolean {
    return this.added.delete(name);
  }

  wasDeleted(name: string): boolean {
    return this.deleted.delete(name);
  }

  forget(): void {
    this.added.clear();
    this.deleted.clear();
  }
}

interface Added {
  readonly context: Excel.RequestContext;
  readonly handlers: readonly { readonly remove: () => void }[];
}

/**
 * Tells of cells that others changed and of sheets that came or went, until the function it gives is
 * called. Names of sheets are asked for when something happened: one batch for each change.
 */
export async function watchWorkbook(
  own: OwnSheets,
  listener: (change: WorkbookChange) => void,
): Promise<() => Promise<void>> {
  own.forget();
  const names = new Map<string, string>();
  const tell = async (id: string, change: Omit<WorkbookChange, "sheet">): Promise<void> => {
    const known = names.get(id) ?? "";
    // Excel may be busy or gone; that something changed is worth telling all the same.
    await readNames(names).catch(() => undefined);
    const sheet = names.get(id) ?? known;
    if (change.kind === "sheets" && (own.wasAdded(sheet) || own.wasDeleted(sheet))) return;
    listener({ sheet, ...change });
  };
  const added = await inExcel(async (context): Promise<Added> => {
    const { worksheets } = context.workbook;
    const handlers = [
      worksheets.onChanged.add(async ({ worksheetId, address, triggerSource }) => {
        if (triggerSource === Excel.EventTriggerSource.thisLocalAddin) return;
        await tell(worksheetId, { address, kind: "cells" });
      }),
      worksheets.onAdded.add(({ worksheetId }) => tell(worksheetId, { kind: "sheets" })),
      worksheets.onDeleted.add(({ worksheetId }) => tell(worksheetId, { kind: "sheets" })),
    ];
    await context.sync();
    return { context, handlers };
  });
  await readNames(names);
  return () => stop(added);
}

/** Names of sheets by their ids; those that are gone stay. */
function readNames(names: Map<string, string>): Promise<void> {
  return inExcel(async (context) => {
    const worksheets = context.workbook.worksheets.load("items/id,items/name");
    await context.sync();
    for (const { id, name } of worksheets.items) names.set(id, name);
  });
}

/** Handlers can be taken away only in the context in which they were added. */
function stop({ context, handlers }: Added): Promise<void> {
  return Excel.run(context, async () => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  });
}
